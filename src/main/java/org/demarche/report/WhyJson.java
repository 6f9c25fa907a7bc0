package org.demarche.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.Assessment;
import org.demarche.cases.Source;
import org.demarche.explain.changes.Changes;
import org.demarche.explain.why.Explanation;
import org.demarche.explain.why.Explanation.Absent;
import org.demarche.explain.why.Explanation.Accumulated;
import org.demarche.explain.why.Explanation.Answered;
import org.demarche.explain.why.Explanation.Asked;
import org.demarche.explain.why.Explanation.Element;
import org.demarche.explain.why.Explanation.Held;
import org.demarche.explain.why.Explanation.Origin;
import org.demarche.explain.why.Explanation.Premise;
import org.demarche.explain.why.Explanation.Reason;
import org.demarche.explain.why.Explanation.Shown;
import org.demarche.explain.why.Explanation.Stated;
import org.demarche.explain.why.Explanation.Step;
import org.demarche.explain.why.Explanation.Support;
import org.demarche.model.LikelihoodScale;
import org.demarche.source.Citation;
import org.jspecify.annotations.Nullable;

/** The document of {@code why}: the whole tree. */
final class WhyJson {

    private final Assessment assessment;
    private final Bibliography sources;

    WhyJson(Assessment assessment) {
        this.assessment = assessment;
        this.sources = new Bibliography(assessment);
    }

    Map<String, @Nullable Object> document(Explanation explanation, Changes changes) {
        Map<String, @Nullable Object> document = RunJson.header(assessment);
        document.put("inference", new RunJson(assessment).inference(explanation.inference()));
        document.put("complete", explanation.complete());
        document.put(
                "supports", explanation.supports().stream().map(this::support).toList());
        document.put("confidenceLimits", ConfidenceText.json(assessment, explanation.inference()));
        document.put("whatWouldChangeIt", ChangesText.json(changes));
        return document;
    }

    Map<String, @Nullable Object> support(Support support) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("scenarios", Json.count(support.scenarios()));
        written.put("conditions", Json.conditions(support.conditions()));
        written.put("facts", support.facts());
        written.put("answers", support.answers());
        written.put("absences", support.absences());
        written.put("rules", support.rules().stream().map(Step::rule).toList());
        written.put("reason", support.reason().map(this::reason).orElse(null));
        return written;
    }

    Map<String, @Nullable Object> reason(Reason reason) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("rule", reason.rule());
        written.put("title", reason.title());
        written.put("sentence", reason.sentence());
        LikelihoodScale scale = assessment.caseFile().scale();
        written.put(
                "likelihood",
                reason.likelihood().map(each -> Json.likelihood(each, scale)).orElse(null));
        written.put("sources", sources(reason.citations()));
        Json.putPlace(written, reason.at());
        written.put("premises", reason.premises().stream().map(this::premise).toList());
        return written;
    }

    private Map<String, @Nullable Object> premise(Premise premise) {
        if (premise instanceof Accumulated accumulated) {
            return accumulated(accumulated);
        }
        return premise instanceof Held held ? held(held) : absent((Absent) premise);
    }

    private Map<String, @Nullable Object> accumulated(Accumulated accumulated) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("premise", "accumulated");
        written.put("sentence", accumulated.sentence());
        written.put(
                "present",
                accumulated.present().stream()
                        .map(each -> each.premises().stream().map(this::premise).toList())
                        .toList());
        written.put("taken", accumulated.present().stream().map(Element::taken).toList());
        written.put("absent", accumulated.absent().stream().map(this::absent).toList());
        written.put("others", accumulated.others());
        written.put("comesTo", accumulated.comesTo());
        return written;
    }

    Map<String, @Nullable Object> held(Held held) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("premise", "held");
        written.put("id", held.id());
        written.put("sentence", held.sentence());
        written.put("origins", held.origins().stream().map(this::origin).toList());
        written.put("tests", held.tests());
        written.put("shownAbove", held.shown() == Shown.ABOVE);
        written.put("reason", held.reason().map(this::reason).orElse(null));
        return written;
    }

    private Map<String, @Nullable Object> absent(Absent absent) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("premise", "absent");
        written.put("sentence", absent.sentence());
        written.put("presentUnder", Json.conditions(absent.presentUnder()));
        written.put("instead", absent.instead().stream().map(this::held).toList());
        return written;
    }

    private Map<String, @Nullable Object> origin(Origin origin) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        if (origin instanceof Stated stated) {
            written.put("origin", "stated");
            written.put("basis", stated.basis().key());
            written.put("sources", sources(stated.citations()));
            written.put("note", stated.note().isEmpty() ? null : stated.note());
            Json.putPlace(written, stated.at());
        } else if (origin instanceof Answered answered) {
            written.put("origin", "answered");
            written.put("question", answered.question());
            written.put("answer", answered.answer());
        } else if (origin instanceof Asked asked) {
            written.put("origin", "asked");
            written.put("question", asked.question());
        }
        return written;
    }

    List<Map<String, @Nullable Object>> sources(List<Citation> citations) {
        return citations.stream().map(this::source).toList();
    }

    private Map<String, @Nullable Object> source(Citation citation) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("source", citation.source());
        written.put("locator", citation.locator().isEmpty() ? null : citation.locator());
        written.put(
                "title", sources.source(citation.source()).map(Source::title).orElse(null));
        return written;
    }
}
