package org.demarche.worlds;

import org.demarche.inference.Choice;

/** A way to write down sets of scenarios. Labels of one frame can be combined with each other. */
interface Frame {

    /** All scenarios of the frame. */
    Label all();

    /** No scenario. */
    Label none();

    /** The scenarios with this answer. */
    Label where(Choice choice);
}
