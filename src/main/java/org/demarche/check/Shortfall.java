package org.demarche.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.Assessment;
import org.demarche.compile.Rulebase;
import org.demarche.inference.Choice;
import org.demarche.inference.Inference;
import org.demarche.inference.Inference.Pivot;
import org.demarche.inference.Inference.RuleShare;
import org.demarche.inference.Status;

/** What an assessment lacks of an expectation, as sentences. */
final class Shortfall {

    private final Expectation expectation;
    private final Assessment assessment;
    private final Optional<Rulebase> loaded;
    private final List<String> sentences = new ArrayList<>();

    private Shortfall(Expectation expectation, Assessment assessment, Optional<Rulebase> loaded) {
        this.expectation = expectation;
        this.assessment = assessment;
        this.loaded = loaded;
    }

    /** Whether the expectation is met; what it lacks is not gone into. */
    static boolean none(Expectation expectation, Assessment base) {
        return of(expectation, base, Optional.empty()).isEmpty();
    }

    /**
     * Empty when the expectation is met.
     *
     * @param base the case as of the expectation's day, without the rules that it leaves out
     * @param loaded all rules
     */
    static List<String> of(Expectation expectation, Assessment base, Rulebase loaded) {
        return of(expectation, base, Optional.of(loaded));
    }

    private static List<String> of(Expectation expectation, Assessment base, Optional<Rulebase> loaded) {
        List<Choice> given = expectation.given().entrySet().stream()
                .map(answer -> new Choice(answer.getKey(), answer.getValue()))
                .toList();
        Optional<Choice> unasked = given.stream()
                .filter(choice ->
                        !base.worlds().space().answers(choice.question()).contains(choice.answer()))
                .findFirst();
        if (unasked.isPresent()) {
            return List.of("The question `" + unasked.get().question()
                    + "`, which it takes to be answered, is not asked then.");
        }
        Assessment assessment = given.isEmpty() ? base : base.given(given);
        if (assessment.scenarios().signum() == 0) {
            return loaded.isEmpty() ? List.of("No scenario is possible.") : NoScenario.sentences(base, given);
        }
        return new Shortfall(expectation, assessment, loaded).find();
    }

    private List<String> find() {
        Optional<Inference> found = assessment.find(expectation.id());
        found.filter(each -> !each.method().exact())
                .ifPresent(each -> sentences.add("It was only estimated, from scenarios drawn at random, which meets no"
                        + " expectation: there are too many to go through."));
        if (!expectation.expected()) {
            found.filter(each -> each.status() != Status.EXCLUDED).ifPresent(this::holdsAfterAll);
        } else if (found.isEmpty()) {
            sentences.addAll(loaded.map(rules -> new NeverConcluded(expectation, assessment, rules).sentences())
                    .orElse(List.of("No rule concludes it.")));
        } else {
            check(found.get());
        }
        return sentences;
    }

    private void holdsAfterAll(Inference inference) {
        sentences.add(StatusWords.sentence(inference, assessment));
        if (loaded.isEmpty()) {
            return;
        }
        sentences.addAll(new Support(assessment, inference).sentences(inference));
    }

    private void check(Inference inference) {
        boolean status = expectation
                .status()
                .map(expected -> expected == inference.status())
                .orElse(inference.status() != Status.EXCLUDED);
        boolean count = expectation
                .scenarios()
                .map(expected -> inference.scenarios().equals(BigInteger.valueOf(expected)))
                .orElse(true);
        if (!status || !count) {
            holdsAfterAll(inference);
        }
        expectation.by().ifPresent(rule -> checkRule(rule, inference));
        checkTurns(inference);
        checkNot(inference);
    }

    private void checkRule(String rule, Inference inference) {
        List<String> rules = inference.rules().stream().map(RuleShare::rule).toList();
        if (rules.contains(rule)) {
            return;
        }
        String others = rules.size() == 1 ? "The rule that concludes it is " : "The rules that conclude it are ";
        sentences.add(
                rules.isEmpty()
                        ? "No rule concludes it in any possible scenario."
                        : others + Words.and(rules) + ", not " + rule + ".");
        new Support(assessment, inference)
                .sentence(inference, rule)
                .filter(sentence -> !sentences.contains(sentence))
                .ifPresent(sentences::add);
    }

    private void checkTurns(Inference inference) {
        List<String> pivots = inference.pivots().stream().map(Pivot::question).toList();
        List<String> missing = expectation.turnsOn().stream()
                .filter(question -> !pivots.contains(question))
                .map(this::withAnswer)
                .toList();
        if (!missing.isEmpty()) {
            sentences.add("It does not turn on " + Words.or(missing) + "; it turns on "
                    + (pivots.isEmpty() ? "no question" : Words.and(pivots)) + ".");
        }
    }

    /** What is answered in every scenario can make no difference. */
    private String withAnswer(String question) {
        return Optional.ofNullable(assessment.answered().get(question))
                .map(answer -> question + " (always " + answer + ")")
                .orElse(question);
    }

    private void checkNot(Inference inference) {
        List<String> pivots = inference.pivots().stream()
                .filter(pivot -> expectation.notOn().contains(pivot.question()))
                .map(pivot -> pivot.question() + " (influence " + Words.number(pivot.influence()) + ")")
                .toList();
        if (!pivots.isEmpty()) {
            sentences.add("It turns on " + Words.and(pivots) + ".");
        }
    }
}
