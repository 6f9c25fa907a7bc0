package org.demarche.check;

import java.util.List;
import java.util.Map;
import org.demarche.Assessment;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.demarche.worlds.Worlds;

/** Says the status that an inference has. */
final class StatusWords {

    private StatusWords() {}

    /** {@code It is contingent, in 32 of 96 scenarios: where it only wants time (prk-aim = no-concessions).} */
    static String sentence(Inference inference, Assessment assessment) {
        String share = Words.share(inference.scenarios(), assessment.scenarios());
        if (inference.status() == Status.EXCLUDED) {
            return "It is excluded, in " + share + ".";
        }
        String holds = "It is " + inference.status().word() + ", in " + share;
        if (inference.status() == Status.ROBUST) {
            return holds + (inference.tendencies().isEmpty() ? "." : ", as a tendency.");
        }
        return inference.scenarios().signum() == 0
                ? holds + ": " + onlyIf(inference) + "."
                : holds + ": " + where(inference, assessment) + ".";
    }

    private static String onlyIf(Inference inference) {
        return inference.tendencies().isEmpty()
                ? "the rules contradict themselves about it"
                : "only where " + Words.or(inference.tendencies()) + " does not hold";
    }

    /** The conditions, or their opposite where that is said in fewer words. */
    private static String where(Inference inference, Assessment assessment) {
        Worlds worlds = assessment.worlds();
        int node = worlds.graph().find(inference.fact()).orElseThrow();
        List<Map<String, String>> not = worlds.blocking(node).listed();
        boolean shorter = !not.isEmpty() && not.size() < inference.conditions().size();
        return shorter
                ? "everywhere but where " + Words.conditions(not, assessment.caseFile())
                : "where " + Words.conditions(inference.conditions(), assessment.caseFile());
    }
}
