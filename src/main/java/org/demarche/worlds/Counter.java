package org.demarche.worlds;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.inference.Choice;
import org.demarche.inference.Derivation;

/** Adds up, block by block, what a tally of one node is made of. */
final class Counter {

    private final int node;
    private final Map<Choice, Long> byAnswer = new HashMap<>();
    private final Map<Choice, Long> holdsByAnswer = new HashMap<>();
    private final Map<String, Long> byRule = new TreeMap<>();
    private long possible;
    private long holds;
    private long mayHold;

    Counter(int node) {
        this.node = node;
    }

    void add(Extent extent) {
        BlockLabel within = (BlockLabel) extent.possible();
        BlockLabel holding = (BlockLabel) extent.holds(node);
        possible += within.bits();
        holds += holding.bits();
        mayHold += ((BlockLabel) extent.mayHold(node)).bits();
        for (Choice choice : extent.space().choices()) {
            Label where = extent.labels().frame().where(choice);
            byAnswer.merge(choice, within.bits(where), Long::sum);
            holdsByAnswer.merge(choice, holding.bits(where), Long::sum);
        }
        Map<String, Label> rules = new TreeMap<>();
        for (Derivation derivation : extent.program().graph().derivationsOf(node)) {
            rules.merge(derivation.rule(), extent.labels().fires(derivation), Label::or);
        }
        rules.forEach((rule, label) -> byRule.merge(rule, within.bits(label), Long::sum));
    }

    long possible() {
        return possible;
    }

    long holds() {
        return holds;
    }

    long mayHold() {
        return mayHold;
    }

    Map<Choice, Long> byAnswer() {
        return byAnswer;
    }

    Map<Choice, Long> holdsByAnswer() {
        return holdsByAnswer;
    }

    Map<String, Long> byRule() {
        return byRule;
    }
}
