package org.demarche.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.Assessment;
import org.demarche.explain.changes.Changes;
import org.demarche.explain.matching.Sought;
import org.demarche.explain.whynot.Obstacles;
import org.demarche.explain.whynot.Obstacles.Alternative;
import org.demarche.explain.whynot.Obstacles.Attempt;
import org.demarche.explain.whynot.Obstacles.Met;
import org.demarche.explain.whynot.Obstacles.Near;
import org.demarche.explain.whynot.Obstacles.Open;
import org.demarche.explain.whynot.Obstacles.Step;
import org.demarche.explain.whynot.Obstacles.Unmet;
import org.demarche.model.Fact;
import org.jspecify.annotations.Nullable;

/** The document of {@code whynot}. */
final class WhyNotJson {

    private final Assessment assessment;
    private final WhyJson reasons;

    WhyNotJson(Assessment assessment) {
        this.assessment = assessment;
        this.reasons = new WhyJson(assessment);
    }

    Map<String, @Nullable Object> document(Obstacles obstacles, Changes changes) {
        Map<String, @Nullable Object> document = RunJson.header(assessment);
        document.put("id", obstacles.fact().id());
        document.put("sentence", obstacles.sentence());
        document.put(
                "inference",
                obstacles
                        .inference()
                        .map(each -> new RunJson(assessment).inference(each))
                        .orElse(null));
        document.put("notInferredIn", Json.count(obstacles.scenarios()));
        document.put("conditions", Json.conditions(obstacles.conditions()));
        document.put("attempts", attempts(obstacles.attempts()));
        document.put("whatWouldChangeIt", ChangesText.json(changes));
        return document;
    }

    private List<Map<String, @Nullable Object>> attempts(List<Attempt> attempts) {
        return attempts.stream().map(this::attempt).toList();
    }

    private Map<String, @Nullable Object> attempt(Attempt attempt) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("rule", attempt.rule());
        written.put("title", attempt.title());
        written.put("sources", reasons.sources(attempt.citations()));
        Json.putPlace(written, attempt.at());
        written.put("scenarios", Json.count(attempt.scenarios()));
        written.put("under", Json.conditions(attempt.conditions()));
        written.put("otherScenarios", Json.count(attempt.left()));
        written.put("unmet", attempt.unmet());
        written.put("exhaustive", attempt.exhaustive());
        written.put("conditions", attempt.steps().stream().map(this::step).toList());
        written.put(
                "alternatives",
                attempt.alternatives().stream().map(this::alternative).toList());
        return written;
    }

    private Map<String, @Nullable Object> alternative(Alternative alternative) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("under", Json.conditions(alternative.conditions()));
        written.put("lacking", alternative.lacking().stream().map(this::step).toList());
        return written;
    }

    Map<String, @Nullable Object> step(Step step) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        // Of what hangs on something that is missing nobody can say.
        written.put("met", step instanceof Open ? null : step instanceof Met);
        written.put("sentence", step.sentence());
        if (step instanceof Met met) {
            written.put("facts", met.facts().stream().map(reasons::held).toList());
        } else if (step instanceof Unmet unmet) {
            written.put("kind", unmet.kind().word());
            written.put("id", unmet.fact().map(Fact::id).orElse(null));
            written.put("sought", unmet.sought().map(WhyNotJson::sought).orElse(null));
            written.put("holdsUnder", Json.conditions(unmet.holdsUnder()));
            written.put("near", unmet.near().stream().map(WhyNotJson::near).toList());
            written.put("remarks", unmet.remarks());
            written.put("blockers", unmet.blockers().stream().map(reasons::held).toList());
            written.put("parts", unmet.parts().stream().map(this::step).toList());
            written.put("shownAbove", unmet.shownAbove());
            written.put("attempts", attempts(unmet.attempts()));
            written.put("otherRules", unmet.others());
        }
        return written;
    }

    private static Map<String, @Nullable Object> sought(Sought sought) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("kind", sought.type().key());
        sought.values().forEach(written::put);
        return written;
    }

    private static Map<String, @Nullable Object> near(Near near) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("id", near.id());
        written.put("sentence", near.sentence());
        written.put("differences", near.differences());
        return written;
    }
}
