package org.demarche;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.compile.Rulebase;
import org.demarche.compile.Rulebase.NamedIn;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;
import org.demarche.model.Fact;
import org.demarche.model.Impossible;
import org.demarche.model.Settled;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleWords;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;

/** What can only be checked where rules and a case meet. */
final class Meeting {

    private Meeting() {}

    /** @throws LoadException when the case asks for rules that are not there, or one names what the other does not know */
    static void check(CaseFile caseFile, Rulebase loaded, Rulebase used) {
        Problems problems = new Problems();
        problems.addAll(caseFile.check(loaded.vocabulary()));
        problems.addAll(loaded.missing(caseFile));
        checkNames(used.names(), caseFile, loaded, problems);
        used.cards().values().forEach(card -> checkAnswer(card, caseFile, problems));
        problems.throwIfErrors();
    }

    private static void checkNames(List<NamedIn> names, CaseFile caseFile, Rulebase loaded, Problems problems) {
        Set<String> known = new HashSet<>(caseFile.actors().keySet());
        known.addAll(caseFile.questions().stream().map(Question::id).toList());
        for (NamedIn each : names) {
            RuleWords.Name name = each.name();
            if (!known.contains(name.word())
                    && loaded.vocabulary().term(name.word()).isEmpty()) {
                problems.add(Problem.error(
                                "unknown-actor",
                                name.at(),
                                "Rule `" + each.rule().id() + "` names `" + name.word()
                                        + "`, which is neither an actor nor a question of the" + " case `"
                                        + caseFile.id() + "` nor a term of the vocabulary.")
                        .withHint(Suggestion.hint(name.word(), known)));
            }
        }
    }

    /** A rule that concludes an answer by name must name one that the question has. */
    private static void checkAnswer(RuleCard card, CaseFile caseFile, Problems problems) {
        List<Operand> values = card.conclusion().arguments();
        boolean named = card.conclusion().type().field("answer").isPresent()
                && values.get(0) instanceof Operand.Text
                && values.get(1) instanceof Operand.Text;
        if (named) {
            String question = ((Operand.Text) values.get(0)).value();
            String answer = ((Operand.Text) values.get(1)).value();
            caseFile.question(question)
                    .filter(asked -> asked.answer(answer).isEmpty())
                    .ifPresent(asked -> problems.add(Problem.error(
                                    "unknown-answer",
                                    card.conclusion().at(),
                                    "Rule `" + card.id() + "` concludes `" + answer
                                            + "`, which is no answer to the question `" + question
                                            + "`; its answers are " + String.join(", ", asked.answerIds()) + ".")
                            .withHint(Suggestion.hint(answer, asked.answerIds()))));
        }
    }

    /** @throws LoadException when what makes scenarios impossible stands on a rule that holds most times only */
    static void checkStrict(DerivationGraph graph, Rulebase used, Set<String> tendencies) {
        List<Problem> problems = new ArrayList<>();
        for (int node = 0; node < graph.nodes().size(); node++) {
            Fact fact = graph.fact(node).orElse(null);
            if (fact instanceof Settled || fact instanceof Impossible) {
                BitSet cone = graph.cone(node);
                graph.derivations().stream()
                        .filter(derivation -> cone.get(derivation.head()))
                        .map(Derivation::rule)
                        .filter(tendencies::contains)
                        .distinct()
                        .forEach(rule -> problems.add(onTendency(used, rule, fact)));
            }
        }
        if (!problems.isEmpty()) {
            throw new LoadException(problems);
        }
    }

    private static Problem onTendency(Rulebase used, String rule, Fact fact) {
        SourceLocation at = Objects.requireNonNull(used.cards().get(rule)).at();
        return Problem.error(
                "settled-by-tendency",
                at,
                "`" + fact.id() + "` decides which scenarios are possible and cannot stand on the rule `" + rule
                        + "`, which holds most times only: drop its `@likelihood`, or conclude an Indication instead.");
    }
}
