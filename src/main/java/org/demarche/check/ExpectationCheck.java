package org.demarche.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.compile.Rulebase;
import org.demarche.model.Fact;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;

/** Whether what expectations name is there. A wrong name would make an {@code expect-not} true for ever. */
final class ExpectationCheck {

    private final CaseFile caseFile;
    private final Rulebase rules;
    private final List<Problem> problems = new ArrayList<>();

    /** @param loaded all rules, also those that the case does not use */
    ExpectationCheck(CaseFile caseFile, Rulebase loaded) {
        this.caseFile = caseFile;
        this.rules = caseFile.rules().isEmpty() ? loaded : loaded.in(caseFile.rules());
    }

    List<Problem> check(Collection<Expectation> expectations) {
        expectations.forEach(this::check);
        return problems.stream().sorted().distinct().toList();
    }

    private void check(Expectation expectation) {
        Optional<Fact> fact =
                new InferenceIds(caseFile, rules.vocabulary()).check(expectation.id(), expectation.at(), problems);
        fact.ifPresent(expected -> checkConcluded(expected, expectation));
        expectation.given().forEach((question, answer) -> checkAnswer(question, answer, expectation));
        expectation.turnsOn().forEach(question -> checkAsked(question, expectation));
        expectation.notOn().forEach(question -> question(question, expectation.at()));
        expectation.by().ifPresent(rule -> checkRule(rule, expectation.at()));
        expectation.without().forEach(rule -> checkRule(rule, expectation.at()));
        expectation.drop().forEach(id -> checkStated(id, expectation.at()));
        expectation.add().forEach(yaml -> checkAdded(yaml, expectation.at()));
    }

    private void checkStated(String id, SourceLocation at) {
        List<String> stated = caseFile.statements().stream()
                .map(statement -> statement.fact().id())
                .toList();
        if (!stated.contains(id)) {
            add("unknown-fact", at, "The case does not state `" + id + "` outside of answers.", id, stated);
        }
    }

    private void checkAdded(String yaml, SourceLocation at) {
        try {
            caseFile.adding(yaml)
                    .check(rules.vocabulary())
                    .forEach(problem -> problems.add(Problem.error(problem.check(), at, problem.message())
                            .withHint(problem.hint())));
        } catch (LoadException broken) {
            broken.problems()
                    .forEach(problem -> problems.add(
                            Problem.error(problem.check(), at, "`" + yaml + "` cannot be added: " + problem.message())
                                    .withHint(problem.hint())));
        }
    }

    /** That something holds nowhere says nothing when no rule could ever conclude it. */
    private void checkConcluded(Fact fact, Expectation expectation) {
        if (!expectation.expected()
                && ConcludingRules.of(fact, rules.cards().values()).isEmpty()) {
            problems.add(Problem.warning(
                    "cannot-fail",
                    expectation.at(),
                    "No rule of the case can conclude `" + expectation.id() + "`, so this expectation cannot fail."));
        }
    }

    private void checkAnswer(String id, String answer, Expectation expectation) {
        checkAsked(id, expectation)
                .filter(question -> question.answer(answer).isEmpty())
                .ifPresent(question -> add(
                        "unknown-answer",
                        expectation.at(),
                        "The question `" + id + "` has no answer `" + answer + "`.",
                        answer,
                        question.answerIds()));
    }

    /** The question, if it exists on the day of the expectation. */
    private Optional<Question> checkAsked(String id, Expectation expectation) {
        Optional<LocalDate> day = expectation.asOf().or(caseFile::asOf);
        Optional<Question> question = question(id, expectation.at());
        question.filter(each -> day.map(date -> !each.knownAt(date)).orElse(false))
                .ifPresent(each -> problems.add(Problem.error(
                        "question-not-yet-known",
                        expectation.at(),
                        "On " + day.orElseThrow() + " the question `" + id + "` is not asked yet: it is known from "
                                + each.known().orElseThrow() + " on.")));
        return question;
    }

    private Optional<Question> question(String id, SourceLocation at) {
        Optional<Question> question = caseFile.question(id);
        if (question.isEmpty()) {
            add(
                    "unknown-question",
                    at,
                    "The case has no question `" + id + "`.",
                    id,
                    caseFile.questions().stream().map(Question::id).toList());
        }
        return question;
    }

    private void checkRule(String id, SourceLocation at) {
        Set<String> known = rules.cards().keySet();
        if (!known.contains(id)) {
            add("unknown-rule", at, "Among the rules of the case there is no `" + id + "`.", id, known);
        }
    }

    private void add(String check, SourceLocation at, String message, String wrong, Collection<String> known) {
        problems.add(Problem.error(check, at, message).withHint(Suggestion.hint(wrong, known)));
    }
}
