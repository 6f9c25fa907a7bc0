package org.demarche.engine;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.demarche.compile.FiringListener;
import org.demarche.compile.LocalCondition;
import org.demarche.compile.PossibleRule;
import org.demarche.compile.Rulebase;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.LimitReachedException;
import org.demarche.inference.Limits;
import org.demarche.inference.Node;
import org.demarche.model.Fact;
import org.kie.api.runtime.KieSession;

/** Takes down every firing as a derivation, and lets the session go on with each conclusion that is new. */
final class Firings implements FiringListener {

    private final Rulebase rulebase;
    private final DerivationGraph.Builder graph;
    private final KieSession session;
    private final Limits limits;
    private final Set<Fact> inserted = new HashSet<>();
    private int firings;

    Firings(Rulebase rulebase, DerivationGraph.Builder graph, KieSession session, Limits limits) {
        this.rulebase = rulebase;
        this.graph = graph;
        this.session = session;
        this.limits = limits;
    }

    /** Equal facts are one fact: a second one would only fire every rule twice. */
    void insert(Fact fact) {
        if (inserted.add(fact)) {
            if (inserted.size() > limits.facts()) {
                throw new LimitReachedException("There are more than " + limits.facts() + " facts, the last of them "
                        + fact.id() + ". Do rules feed each other without end?");
            }
            session.insert(fact);
        }
    }

    @Override
    public void concluded(int number, Fact concluded, Object... matched) {
        PossibleRule rule = rulebase.possibleRules().get(number);
        if (counts(rule)) {
            derive(rule, new Node.Known(concluded), matched);
            insert(concluded);
        }
    }

    @Override
    public void recorded(int number, Object... matched) {
        PossibleRule rule = rulebase.possibleRules().get(number);
        if (counts(rule)) {
            derive(rule, local(rule.rule(), rule.records().orElseThrow(), facts(matched)), matched);
        }
    }

    private boolean counts(PossibleRule rule) {
        if (++firings > limits.firings()) {
            throw new LimitReachedException("Rules fired more than " + limits.firings() + " times, the last of them `"
                    + rule.rule() + "`. Do rules feed each other without end?");
        }
        return rulebase.isActive(rule.rule());
    }

    private void derive(PossibleRule rule, Node head, Object... matched) {
        List<Fact> all = facts(matched);
        graph.derive(
                rule.rule(),
                rule.branch(),
                head,
                all.subList(rule.given(), all.size()),
                required(rule, false, all),
                required(rule, true, all));
    }

    private static List<Node.Local> required(PossibleRule rule, boolean negated, List<Fact> matched) {
        return rule.requires().stream()
                .filter(requirement -> requirement.negated() == negated)
                .map(requirement -> local(rule.rule(), requirement.condition(), matched))
                .toList();
    }

    private static Node.Local local(String rule, LocalCondition condition, List<Fact> matched) {
        return new Node.Local(rule, condition.index(), matched.subList(0, condition.given()), condition.condition());
    }

    private static List<Fact> facts(Object... matched) {
        return Arrays.stream(matched).map(Fact.class::cast).toList();
    }
}
