package org.demarche.worlds;

import org.demarche.inference.Derivation;

/** What one evaluation of a graph found for each of its nodes. */
interface Labels {

    /** How the labels are written down. */
    Frame frame();

    /** Where the node holds, well-founded true. */
    Label definitely(int node);

    /** Where the node holds or is undefined. */
    Label possibly(int node);

    /** Where everything that the derivation stands on holds. */
    default Label fires(Derivation derivation) {
        Label fires = frame().all();
        for (int premise : derivation.positive()) {
            fires = fires.and(definitely(premise));
        }
        for (int absence : derivation.absences()) {
            fires = fires.minus(possibly(absence));
        }
        return fires;
    }
}
