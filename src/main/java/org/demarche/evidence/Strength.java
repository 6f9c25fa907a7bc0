package org.demarche.evidence;

import java.util.Set;
import org.demarche.cases.Grade;

/**
 * How much a single piece of evidence is worth by its grade in the Admiralty code (NATO, AJP-2.1). The code keeps reliability and
 * credibility apart and never adds them up; this does so for one purpose only, to say how much confidence rests on it. From unknown to
 * strong.
 */
public enum Strength {
    /** One of the two cannot be judged, or nobody has: F and 6 mean unknown, and not worst. */
    UNKNOWN,
    /** A source that is not usually reliable, or something doubtful or improbable. */
    WEAK,
    /** A fairly reliable source, or something that is only possibly true. */
    FAIR,
    /** A completely or usually reliable source, for something that is confirmed or probably true. */
    STRONG;

    private static final Set<String> RELIABLE = Set.of("A", "B");
    private static final Set<String> UNRELIABLE = Set.of("D", "E");
    private static final Set<String> TRUE = Set.of("1", "2");
    private static final Set<String> DOUBTFUL = Set.of("4", "5");
    private static final String NO_RELIABILITY = "F";
    private static final String NO_CREDIBILITY = "6";

    /** That of a grade. */
    public static Strength of(Grade grade) {
        String reliability = grade.reliability();
        String credibility = grade.credibility();
        if (reliability.isEmpty()
                || reliability.equals(NO_RELIABILITY)
                || credibility.isEmpty()
                || credibility.equals(NO_CREDIBILITY)) {
            return UNKNOWN;
        }
        if (UNRELIABLE.contains(reliability) || DOUBTFUL.contains(credibility)) {
            return WEAK;
        }
        return RELIABLE.contains(reliability) && TRUE.contains(credibility) ? STRONG : FAIR;
    }
}
