package org.demarche.lint;

import java.util.List;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.model.Event;
import org.demarche.model.Fact;
import org.demarche.model.Move;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.rules.RuleWords;
import org.demarche.source.Problem;

/** Statements that no rule of the case asks for, and questions whose answers nothing turns on. */
final class UnreadFacts implements Lint {

    @Override
    public List<Problem> find(Examined examined) {
        return examined.cases().stream()
                .flatMap(each -> Stream.concat(facts(each), questions(each)))
                .toList();
    }

    private static Stream<Problem> facts(Assessment assessment) {
        List<Pattern> patterns = assessment.rulebase().cards().values().stream()
                .flatMap(card -> RuleWords.patterns(card.conditions()).stream())
                .toList();
        return Examined.statements(assessment.caseFile())
                .filter(each -> patterns.stream().noneMatch(pattern -> Fitting.fits(pattern, each.fact())))
                .filter(each -> !happened(each.fact(), assessment))
                .map(each -> Problem.note(
                                "unread-fact",
                                each.at(),
                                "No rule of the case asks for `" + each.fact().id() + "`.")
                        .withHint("It changes nothing until a rule does."));
    }

    /** Whether it is told beside a move that rules conclude: that this has happened. */
    private static boolean happened(Fact fact, Assessment assessment) {
        return fact instanceof Event event
                && assessment.moves().stream().anyMatch(move -> event.made((Move) move.fact()));
    }

    private static Stream<Problem> questions(Assessment assessment) {
        return assessment.questions().stream()
                .filter(each -> !assessment.answered().containsKey(each.id()))
                .filter(each -> assessment.inferences().stream()
                        .noneMatch(inference -> inference.pivots().stream()
                                .anyMatch(pivot -> pivot.question().equals(each.id()))))
                .map(each -> Problem.warning(
                                "idle-question", each.at(), "Nothing that is inferred turns on `" + each.id() + "`.")
                        .withHint("It only multiplies the scenarios until some rule uses what its answers state."));
    }
}
