package org.demarche.worlds;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.demarche.inference.Choice;
import org.demarche.inference.Derivation;
import org.demarche.inference.Estimate;

/**
 * What is counted about one node: scenarios, possible ones only.
 *
 * @param scenarios how many are possible
 * @param byAnswer how many of them have each answer
 * @param holds in how many the node holds
 * @param holdsByAnswer in how many of those with each answer
 * @param mayHold in how many it holds or is undefined
 * @param byRule in how many each rule concludes it directly, sorted by rule
 * @param estimate how far the counts can be trusted where they are not exact
 */
record Tally(
        BigInteger scenarios,
        Map<Choice, BigInteger> byAnswer,
        BigInteger holds,
        Map<Choice, BigInteger> holdsByAnswer,
        BigInteger mayHold,
        Map<String, BigInteger> byRule,
        Optional<Estimate> estimate) {

    /** @param byAnswer {@link #byAnswer} of a label: most nodes have the label of another */
    static Tally of(Extent extent, int node, Function<Label, Map<Choice, BigInteger>> byAnswer) {
        Label holds = extent.holds(node);
        Map<String, Label> rules = new TreeMap<>();
        for (Derivation derivation : extent.program().graph().derivationsOf(node)) {
            Label fires = extent.labels().fires(derivation).and(extent.possible());
            if (!fires.isEmpty()) {
                rules.merge(derivation.rule(), fires, Label::or);
            }
        }
        Map<String, BigInteger> byRule = new TreeMap<>();
        rules.forEach((rule, label) -> byRule.put(rule, label.count()));
        return new Tally(
                extent.possible().count(),
                byAnswer.apply(extent.possible()),
                holds.count(),
                byAnswer.apply(holds),
                extent.mayHold(node).count(),
                byRule,
                Optional.empty());
    }

    static Map<Choice, BigInteger> byAnswer(ScenarioSpace space, Label label) {
        Map<Choice, BigInteger> counts = new LinkedHashMap<>();
        for (Choice choice : space.choices()) {
            counts.put(choice, label.count(choice));
        }
        return counts;
    }

    /** The share of the possible scenarios with an answer in which the node holds; not for an answer that none has. */
    Share share(Choice choice) {
        return new Share(holdsByAnswer.getOrDefault(choice, BigInteger.ZERO), scenarios(choice));
    }

    /** How many possible scenarios have the answer. */
    BigInteger scenarios(Choice choice) {
        return byAnswer.getOrDefault(choice, BigInteger.ZERO);
    }

    /** The answers to a question that some possible scenario has, in their order. */
    List<Choice> possible(String question, List<String> answers) {
        return answers.stream()
                .map(answer -> new Choice(question, answer))
                .filter(choice -> scenarios(choice).signum() > 0)
                .toList();
    }
}
