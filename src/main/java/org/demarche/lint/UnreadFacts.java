package org.demarche.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.cases.Question;
import org.demarche.inference.Inference;
import org.demarche.model.Event;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.model.Hypothesis;
import org.demarche.model.Indication;
import org.demarche.model.Move;
import org.demarche.model.Settled;
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
                .flatMap(each -> Stream.concat(facts(each), questions(each)))
                .toList();
    }

    private static Stream<Problem> facts(List<Assessment> days) {
        Assessment first = days.get(0);
        Map<String, List<Pattern>> patterns = first.rulebase().cards().values().stream()
                .flatMap(card -> RuleWords.patterns(card.conditions()).stream())
                .collect(Collectors.groupingBy(Pattern::type));
        Set<List<String>> supposed = supposed(days, patterns.getOrDefault(FactType.HYPOTHESIS.typeName(), List.of()));
        Set<Fact> happened = happened(days);
        return Examined.statements(first.caseFile())
                .filter(each -> patterns.getOrDefault(each.fact().type().typeName(), List.of()).stream()
                        .noneMatch(pattern -> Fitting.fits(pattern, each.fact())))
                .filter(each -> !happened.contains(each.fact()) && !supposed.contains(supposed(each.fact())))
                .map(each -> Check.UNREAD_FACT
                        .at(
                                each.at(),
                                "No rule of the case asks for `" + each.fact().id() + "`.")
                        .withHint("It changes nothing until a rule does."));
    }

    /** What is told beside a move that rules conclude: that this has happened. */
    private static Set<Fact> happened(List<Assessment> days) {
        List<Move> moves = days.stream()
                .flatMap(each -> each.moves().stream())
                .map(each -> (Move) each.fact())
                .distinct()
                .toList();
        return Examined.statements(days.get(0).caseFile())
                .map(each -> each.fact())
                .filter(fact -> fact instanceof Event event && moves.stream().anyMatch(event::made))
                .collect(Collectors.toSet());
    }

    /** What rules ask for as something that would be so under an answer. */
    private static Set<List<String>> supposed(List<Assessment> days, List<Pattern> hypotheses) {
        return days.stream()
                .flatMap(Examined::facts)
                .filter(fact -> fact instanceof Hypothesis
                        && hypotheses.stream().anyMatch(pattern -> Fitting.fits(pattern, fact)))
                .map(Hypothesis.class::cast)
                .map(each -> List.of(each.kind(), each.subject(), each.term(), each.object()))
                .collect(Collectors.toSet());
    }

    /** The fact as a hypothesis has it. */
    private static List<String> supposed(Fact fact) {
        return Stream.concat(
                        Stream.of(fact.type().key()), fact.values().stream().limit(3))
                .toList();
    }

    /** Questions on which nothing turns on any of the days on which they are open, and about which nothing is concluded. */
    private static Stream<Problem> questions(List<Assessment> days) {
        Set<Question> open = new LinkedHashSet<>();
        Set<String> turning = new HashSet<>();
        for (Assessment day : days) {
            if (!day.exact()) {
                return Stream.of();
            }
            day.questions().stream()
                    .filter(each -> !day.answered().containsKey(each.id()))
                    .forEach(open::add);
            day.inferences().forEach(each -> turning.addAll(questions(each)));
        }
        return open.stream()
                .filter(each -> !turning.contains(each.id()))
                .map(each -> Check.IDLE_QUESTION
                        .at(each.at(), "Nothing that is inferred turns on the question `" + each.id() + "`.")
                        .withHint("It only multiplies the scenarios until some rule uses what its answers state."));
    }

    /** The questions that an inference turns on or is about. */
    private static List<String> questions(Inference inference) {
        if (inference.fact() instanceof Indication indication) {
            return List.of(indication.question());
        }
        if (inference.fact() instanceof Settled settled) {
            return List.of(settled.question());
        }
        return inference.pivots().stream().map(Inference.Pivot::question).toList();
    }
}
