package org.demarche.report;

import java.util.List;
import java.util.Map;
import org.demarche.Assessment;
import org.demarche.explain.Explanation;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;

/** Makes reports of results. */
public final class Reports {

    private Reports() {}

    /**
     * What was inferred.
     *
     * @param all whether to list what is excluded too
     */
    public static Report run(Assessment assessment, boolean all) {
        List<Inference> listed = assessment.inferences().stream()
                .filter(each -> all || each.status() != Status.EXCLUDED)
                .toList();
        return new Report(
                page -> new RunText(assessment, page).text(listed), new RunJson(assessment).document(listed));
    }

    /** Why an inference holds. */
    public static Report why(Assessment assessment, Inference inference) {
        Explanation explanation = assessment.why(inference);
        return new Report(page -> new WhyText(assessment, page).text(explanation), Map.of());
    }
}
