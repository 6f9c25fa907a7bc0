package org.demarche.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.Assessment;
import org.demarche.cases.Question;
import org.demarche.inference.Estimate;
import org.demarche.inference.Inference;
import org.demarche.inference.Inference.Pivot;
import org.demarche.inference.Inference.RuleShare;
import org.demarche.inference.LikelihoodBounds;
import org.demarche.inference.Paradox;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.model.LikelihoodScale;
import org.demarche.rules.RuleCard;
import org.jspecify.annotations.Nullable;

/** The document of {@code run}. Its fields are a contract: some may be added, none changed. */
final class RunJson {

    private final Assessment assessment;
    private final LikelihoodScale scale;
    private final Words words;

    RunJson(Assessment assessment) {
        this(assessment, assessment.caseFile().scale());
    }

    /** @param scale by which likelihoods are worded, whatever that of the case is */
    RunJson(Assessment assessment, LikelihoodScale scale) {
        this.assessment = assessment;
        this.scale = scale;
        this.words = new Words(assessment);
    }

    Map<String, @Nullable Object> document(List<Inference> inferences) {
        Map<String, @Nullable Object> document = header(assessment);
        if (assessment.paradoxical().signum() > 0) {
            document.put(
                    "paradoxes",
                    assessment.paradoxes().stream().map(this::paradox).toList());
        }
        document.put("questions", questions());
        document.put("inferences", inferences.stream().map(this::inference).toList());
        return document;
    }

    /** What every document about a case begins with. */
    static Map<String, @Nullable Object> header(Assessment assessment) {
        Map<String, @Nullable Object> header = Json.document();
        header.put("mode", "declarative");
        header.put("case", assessment.caseFile().id());
        header.put("asOf", assessment.caseFile().asOf().map(LocalDate::toString).orElse(null));
        header.put("scale", assessment.caseFile().scale().id());
        header.put("scenarios", Json.count(assessment.scenarios()));
        header.put("paradoxical", Json.count(assessment.paradoxical()));
        header.put("exact", assessment.exact());
        return header;
    }

    private Map<String, @Nullable Object> paradox(Paradox paradox) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("scenarios", Json.count(paradox.scenarios()));
        // There is no paradox without a condition, be it the empty one: none means that they have not been worked out.
        boolean known = !paradox.conditions().isEmpty();
        written.put("conditions", known ? Json.conditions(paradox.conditions()) : null);
        written.put("loop", paradox.loop().stream().map(this::step).toList());
        return written;
    }

    private Map<String, @Nullable Object> step(Paradox.Step step) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("rule", step.rule());
        written.put("concludes", step.concluded().id());
        written.put(step.unless() ? "unless" : "if", step.by().id());
        RuleCard card = assessment.rulebase().cards().get(step.rule());
        if (card != null) {
            Json.putPlace(written, card.at());
        }
        return written;
    }

    private List<Object> questions() {
        Map<String, String> answered = assessment.answered();
        List<Object> questions = new ArrayList<>();
        for (Question question : assessment.questions()) {
            Map<String, Object> written = new LinkedHashMap<>();
            written.put("id", question.id());
            written.put("answers", question.answerIds());
            String answer = answered.get(question.id());
            written.put("open", answer == null);
            if (answer != null) {
                written.put("answer", answer);
            }
            questions.add(written);
        }
        return questions;
    }

    /** An inference as it stands in every document. */
    Map<String, @Nullable Object> inference(Inference inference) {
        Map<String, @Nullable Object> written = fact(inference.fact());
        written.put("status", inference.status().word());
        written.put("scenarios", Json.count(inference.scenarios()));
        if (inference.undecided().signum() > 0) {
            written.put("undecided", Json.count(inference.undecided()));
        }
        boolean known = inference.otherConditions().signum() >= 0;
        written.put("conditions", known ? Json.conditions(inference.conditions()) : null);
        written.put("tendencies", inference.tendencies());
        written.put("likelihood", likelihood(inference.likelihood()));
        if (!inference.likelihood().note().isEmpty()) {
            written.put("likelihoodNote", inference.likelihood().note());
        }
        written.put("confidence", Json.confidence(inference.confidence()));
        written.put("rules", inference.rules().stream().map(RunJson::share).toList());
        written.put("claims", inference.claims());
        written.put("pivots", inference.pivots().stream().map(RunJson::pivot).toList());
        written.put("method", inference.method().word());
        if (inference.otherConditions().signum() != 0) {
            written.put("otherConditions", known ? Json.count(inference.otherConditions()) : null);
        }
        inference.estimate().ifPresent(estimate -> written.put("estimate", estimate(estimate)));
        written.put("sentence", words.sentence(inference.fact()));
        return written;
    }

    @Nullable
    Map<String, @Nullable Object> likelihood(LikelihoodBounds bounds) {
        return bounds.likelihood()
                .map(likelihood -> {
                    Map<String, @Nullable Object> written = new LinkedHashMap<>();
                    written.put("low", likelihood.low());
                    written.put("high", likelihood.high());
                    written.put("exact", bounds.exact());
                    written.put("words", likelihood.phrase(scale).orElse(null));
                    return written;
                })
                .orElse(null);
    }

    private static Map<String, @Nullable Object> fact(Fact fact) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("id", fact.id());
        written.put("kind", fact.type().key());
        if (fact.type().isDeclared()) {
            Map<String, Object> values = values(fact);
            values.forEach(written::putIfAbsent);
            // A declared field may have the name of one of ours.
            written.put("values", values);
            return written;
        }
        for (String field : fact.type().fieldNames()) {
            written.put(field, fact.value(field).isEmpty() ? null : fact.value(field));
        }
        return written;
    }

    private static Map<String, Object> values(Fact fact) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (FactType.Field field : fact.type().fields()) {
            String word = fact.value(field.name());
            values.put(
                    field.name(),
                    field.type() == FieldType.TRUTH
                            ? (Object) Boolean.valueOf(word)
                            : field.type().isNumber() ? new BigDecimal(word) : word);
        }
        return values;
    }

    private static Map<String, Object> share(RuleShare share) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("id", share.rule());
        written.put("scenarios", Json.count(share.scenarios()));
        return written;
    }

    private static Map<String, Object> estimate(Estimate estimate) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("low", estimate.low());
        written.put("high", estimate.high());
        written.put("drawn", estimate.drawn());
        return written;
    }

    private static Map<String, Object> pivot(Pivot pivot) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("question", pivot.question());
        written.put("influence", Math.round(pivot.influence() * 1e6) / 1e6);
        written.put("gain", Math.round(pivot.gain() * 1e6) / 1e6);
        return written;
    }
}
