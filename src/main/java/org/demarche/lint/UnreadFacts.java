package org.demarche.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.cases.Question;
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
        Map<String, List<Assessment>> days = new LinkedHashMap<>();
        examined.cases()
                .forEach(each -> days.computeIfAbsent(each.caseFile().id(), any -> new ArrayList<>())
                        .add(each));
        return days.values().stream()
                .flatMap(each -> Stream.concat(facts(each.get(0)), questions(each)))
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

    /** Questions on which nothing turns on any of the days on which they are open. */
    private static Stream<Problem> questions(List<Assessment> days) {
        Map<String, Question> open = new LinkedHashMap<>();
        Set<String> turning = new HashSet<>();
        for (Assessment day : days) {
            day.questions().stream()
                    .filter(each -> !day.answered().containsKey(each.id()))
                    .forEach(each -> open.put(each.id(), each));
            day.inferences().stream()
                    .flatMap(each -> each.pivots().stream())
                    .forEach(pivot -> turning.add(pivot.question()));
        }
        return open.values().stream()
                .filter(each -> !turning.contains(each.id()))
                .map(each -> Problem.note(
                                "idle-question", each.at(), "Nothing that is inferred turns on `" + each.id() + "`.")
                        .withHint("It only multiplies the scenarios until some rule uses what its answers state."));
    }
}
