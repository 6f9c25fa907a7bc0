package org.demarche.engine;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.demarche.compile.FiringListener;
import org.demarche.compile.LocalCondition;
import org.demarche.compile.PossibleRule;
import org.demarche.compile.Rulebase;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.LimitReachedException;
import org.demarche.inference.Limits;
import org.demarche.inference.Node;
import org.demarche.inference.Watch;
import org.demarche.model.Fact;
import org.demarche.rules.RuleCard;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.kie.api.runtime.KieSession;

/** Takes down every firing as a derivation, and lets the session go on with each conclusion that is new. */
final class Firings implements FiringListener {

    private static final int TICK = 1 << 12;

    private final Rulebase rulebase;
    private final DerivationGraph.Builder graph;
    private final KieSession session;
    private final Limits limits;
    private final Watch watch;
    private final Set<Fact> inserted = new HashSet<>();
    private int firings;

    Firings(Rulebase rulebase, DerivationGraph.Builder graph, KieSession session, Limits limits, Watch watch) {
        this.rulebase = rulebase;
        this.graph = graph;
        this.session = session;
        this.limits = limits;
        this.watch = watch;
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
            requireValues(rule, concluded);
            derive(rule, new Node.Known(concluded), matched);
            insert(concluded);
        }
    }

    @Override
    public void recorded(int number, Object... matched) {
        PossibleRule rule = rulebase.possibleRules().get(number);
        if (counts(rule)) {
            derive(rule, local(rule, rule.records().orElseThrow(), facts(matched)), matched);
        }
    }

    /** A variable may stand for a value that is absent in a fact; a conclusion about nobody would mean nothing. */
    private void requireValues(PossibleRule rule, Fact concluded) {
        int needed = concluded.values().size() - concluded.type().optionalValues();
        int absent = concluded.values().indexOf("");
        if (absent >= 0 && absent < needed) {
            RuleCard card = Objects.requireNonNull(rulebase.cards().get(rule.rule()));
            throw new LoadException(List.of(Problem.error(
                            "absent-value",
                            card.at(),
                            "Rule `" + card.id() + "` concludes a "
                                    + concluded.type().typeName() + " without its "
                                    + concluded.type().fieldNames().get(absent)
                                    + ", because a fact that it matches has none.")
                    .withHint("Ask for one in the condition, as in `about != \"\"`.")));
        }
    }

    private boolean counts(PossibleRule rule) {
        if (++firings > limits.firings()) {
            throw new LimitReachedException("Rules fired more than " + limits.firings() + " times, the last of them `"
                    + rule.rule() + "`. Do rules feed each other without end?");
        }
        if (firings % TICK == 0) {
            watch.doing("firing the rules, so far " + firings + " times");
        }
        return rulebase.isActive(rule.rule());
    }

    private void derive(PossibleRule rule, Node head, Object... matched) {
        List<Fact> all = facts(matched);
        graph.derive(
                rule.rule(),
                rule.branch(),
                rule.patterns().subList(rule.given(), rule.patterns().size()),
                head,
                all.subList(rule.given(), all.size()),
                List.of(),
                required(rule, false, all),
                required(rule, true, all));
    }

    private static List<Node.Local> required(PossibleRule rule, boolean negated, List<Fact> matched) {
        return rule.requires().stream()
                .filter(requirement -> requirement.negated() == negated)
                .map(requirement -> local(rule, requirement.condition(), matched))
                .toList();
    }

    private static Node.Local local(PossibleRule rule, LocalCondition condition, List<Fact> matched) {
        return new Node.Local(
                rule.rule(),
                condition.index(),
                rule.patterns().subList(0, condition.given()),
                matched.subList(0, condition.given()),
                List.of(),
                condition.condition());
    }

    private static List<Fact> facts(Object... matched) {
        return Arrays.stream(matched).map(Fact.class::cast).toList();
    }
}
