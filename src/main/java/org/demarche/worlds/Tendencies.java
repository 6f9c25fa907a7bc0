package org.demarche.worlds;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.LimitReachedException;
import org.demarche.inference.Limits;

/**
 * What changes when tendencies fail. Each rule with a likelihood has one switch for each of its conclusions; every setting of the
 * switches is evaluated.
 */
final class Tendencies {

    /** How many pairs of a scenario and a setting may be enumerated, in times the limit of scenarios. */
    private static final int SETTINGS = 1 << 4;

    private record Switch(String rule, int conclusion) {}

    private final List<Switch> switches;
    private final List<Labels> settings;

    private Tendencies(List<Switch> switches, List<Labels> settings) {
        this.switches = switches;
        this.settings = settings;
    }

    static Tendencies of(
            DerivationGraph graph,
            ScenarioSpace space,
            Set<String> rules,
            Labels allOn,
            Evaluator evaluator,
            Limits limits) {
        List<Switch> switches = graph.derivations().stream()
                .filter(derivation -> rules.contains(derivation.rule())
                        && graph.fact(derivation.head()).isPresent())
                .map(derivation -> new Switch(derivation.rule(), derivation.head()))
                .distinct()
                .toList();
        BigInteger work = space.size().shiftLeft(switches.size());
        if (work.compareTo(BigInteger.valueOf((long) limits.scenarios() * SETTINGS)) > 0 && !switches.isEmpty()) {
            throw new LimitReachedException("The " + switches.size()
                    + " conclusions of rules with a likelihood make, with "
                    + space.size() + " scenarios, " + work + " combinations, which is more than can be enumerated ("
                    + (long) limits.scenarios() * SETTINGS + ").");
        }
        List<Labels> settings = new ArrayList<>(List.of(allOn));
        for (int off = 1; off < 1 << switches.size(); off++) {
            Map<Switch, Boolean> failing = new HashMap<>();
            BitSet bits = BitSet.valueOf(new long[] {off});
            bits.stream().forEach(i -> failing.put(switches.get(i), true));
            settings.add(evaluator.evaluate(
                    graph,
                    space,
                    derivation -> !failing.containsKey(new Switch(derivation.rule(), derivation.head())),
                    limits));
        }
        return new Tendencies(switches, settings);
    }

    /** Where a node holds or is undefined under some setting. */
    Label everPossibly(int node) {
        return settings.stream()
                .map(labels -> labels.possibly(node))
                .reduce(Label::or)
                .orElseThrow();
    }

    /** The rules that have a switch which, under some setting of the others, changes the node in some of these scenarios. */
    List<String> changing(int node, Label among) {
        Set<String> changing = new TreeSet<>();
        for (int i = 0; i < switches.size(); i++) {
            for (int setting = 0; setting < settings.size(); setting++) {
                Labels one = settings.get(setting);
                Labels other = settings.get(setting ^ 1 << i);
                if (!same(one, other, node, among)) {
                    changing.add(switches.get(i).rule());
                }
            }
        }
        return List.copyOf(changing);
    }

    private static boolean same(Labels one, Labels other, int node, Label among) {
        return one.definitely(node).and(among).equals(other.definitely(node).and(among))
                && one.possibly(node).and(among).equals(other.possibly(node).and(among));
    }
}
