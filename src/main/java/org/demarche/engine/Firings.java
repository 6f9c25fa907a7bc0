package org.demarche.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.demarche.compile.FiringListener;
import org.demarche.compile.LocalAccumulate;
import org.demarche.compile.LocalCondition;
import org.demarche.compile.Outcome;
import org.demarche.compile.PossibleRule;
import org.demarche.compile.PossibleRule.Ask;
import org.demarche.compile.PossibleRule.Collect;
import org.demarche.compile.PossibleRule.Conclude;
import org.demarche.compile.PossibleRule.Record;
import org.demarche.compile.Rulebase;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.LimitReachedException;
import org.demarche.inference.Limits;
import org.demarche.inference.Node;
import org.demarche.inference.Watch;
import org.demarche.model.Fact;
import org.demarche.model.FactType.RefusedValuesException;
import org.demarche.rules.Conclusion;
import org.demarche.rules.RuleCard;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;

/** Takes down every firing as a derivation, and lets the session go on with each conclusion that is new. */
final class Firings implements FiringListener {

    private static final int TICK = 1 << 12;

    private final Rulebase rulebase;
    private final DerivationGraph.Builder graph;
    private final Limits limits;
    private final Watch watch;
    private final Set<Fact> outright;
    private final Set<Object> inserted = new HashSet<>();
    private final Map<Asked, Accumulating> accumulates = new HashMap<>();
    private final Map<Outcome, Node.Outcome> outcomes = new HashMap<>();
    private int firings;

    /** Takes what is to be matched; nobody where it is known what that leads to. */
    private Consumer<Object> session = object -> {};

    /** An accumulate and what was matched before it. */
    private record Asked(int site, List<Object> given) {}

    /** @param outright what holds in every scenario because the case states it */
    Firings(Rulebase rulebase, DerivationGraph.Builder graph, Set<Fact> outright, Limits limits, Watch watch) {
        this.rulebase = rulebase;
        this.graph = graph;
        this.outright = outright;
        this.limits = limits;
        this.watch = watch;
    }

    /** From now on gives facts and outcomes to a session, or somebody else. */
    void goOnIn(Consumer<Object> session) {
        this.session = session;
    }

    /** Equal facts are one fact: a second one would only fire every rule twice. */
    void insert(Fact fact) {
        insert(fact, fact::id);
    }

    private void insert(Object object, Supplier<String> id) {
        if (inserted.add(object)) {
            if (inserted.size() > limits.facts()) {
                throw new LimitReachedException("There are more than " + limits.facts()
                        + " facts, stated and concluded, among them " + id.get()
                        + ": allow more with `--max-facts`, or see whether rules match far more than was meant.");
            }
            session.accept(object);
        }
    }

    /**
     * Lets the session go on with everything that accumulates could come to by now, and could not before.
     *
     * @return whether there is any
     */
    boolean insertOutcomes() {
        int before = inserted.size();
        accumulates.forEach((asked, accumulating) -> accumulating.advance().forEach(node -> {
            List<Object> results = accumulating.accumulate().kept().stream()
                    .map(kept -> (Object) Objects.requireNonNull(node.results().get(kept)))
                    .toList();
            Outcome outcome = new Outcome(asked.site(), asked.given(), results);
            outcomes.put(outcome, node);
            insert(outcome, () -> "a result of `" + node.rule() + "`");
        }));
        return inserted.size() > before;
    }

    /** Puts what accumulates are made of and come to into the graph, once everything has fired. */
    void addAccumulations() {
        accumulates.values().forEach(accumulating -> accumulating.addTo(graph));
    }

    @Override
    public void concluded(int number, List<String> values, Object... matched) {
        PossibleRule rule = rulebase.possibleRules().get(number);
        if (counts(rule)) {
            Fact concluded = fact(rule, ((Conclude) rule.purpose()).conclusion(), values);
            requireValues(rule, concluded);
            derive(rule, new Node.Known(concluded), matched);
            insert(concluded);
        }
    }

    /** A class may refuse what a rule concludes by it. */
    private Fact fact(PossibleRule rule, Conclusion conclusion, List<String> values) {
        try {
            return conclusion.type().create(values);
        } catch (RefusedValuesException refused) {
            throw new LoadException(List.of(Problem.error(
                            "refused-values",
                            conclusion.at(),
                            "Rule `" + rule.rule() + "` concludes a `"
                                    + conclusion.type().typeName() + "` of " + listed(values) + ". "
                                    + refused.sentence())
                    .withHint("See that its conditions let no such values through.")));
        }
    }

    private static String listed(List<String> values) {
        return values.stream().map(value -> "`" + value + "`").collect(Collectors.joining(", "));
    }

    @Override
    public void recorded(int number, Object... matched) {
        PossibleRule rule = rulebase.possibleRules().get(number);
        if (!counts(rule)) {
            return;
        }
        if (rule.purpose() instanceof Record record) {
            derive(rule, local(rule, record.condition(), matched), matched);
        } else if (rule.purpose() instanceof Collect collect) {
            Matched found = matched(rule, rule.given(), matched.length, matched);
            boolean certain = rule.requires().isEmpty() && outright.containsAll(found.facts());
            derive(rule, accumulating(rule, collect.accumulate(), matched).add(found, certain), matched);
        } else if (rule.purpose() instanceof Ask ask) {
            accumulating(rule, ask.accumulate(), matched);
        }
    }

    private Accumulating accumulating(PossibleRule rule, LocalAccumulate accumulate, Object... matched) {
        Asked asked =
                new Asked(accumulate.site(), List.copyOf(Arrays.asList(matched).subList(0, accumulate.given())));
        return accumulates.computeIfAbsent(
                asked, any -> new Accumulating(rule.rule(), accumulate, matched(rule, 0, accumulate.given(), matched)));
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
            throw new LimitReachedException("Rules fired more than " + limits.firings() + " times, among them `"
                    + rule.rule()
                    + "`: allow more with `--max-firings`, or see whether rules match far more than was meant.");
        }
        if (firings % TICK == 0) {
            watch.doing("firing the rules, so far " + firings + " times");
        }
        return rulebase.counts(rule);
    }

    private void derive(PossibleRule rule, Node head, Object... matched) {
        Matched own = matched(rule, rule.given(), matched.length, matched);
        graph.derive(
                rule.rule(),
                rule.branch(),
                own.patterns(),
                head,
                own.facts(),
                own.outcomes(),
                required(rule, false, matched),
                required(rule, true, matched));
    }

    private List<Node.Local> required(PossibleRule rule, boolean negated, Object... matched) {
        return rule.requires().stream()
                .filter(requirement -> requirement.negated() == negated)
                .map(requirement -> local(rule, requirement.condition(), matched))
                .toList();
    }

    private Node.Local local(PossibleRule rule, LocalCondition condition, Object... matched) {
        Matched given = matched(rule, 0, condition.given(), matched);
        return new Node.Local(
                rule.rule(),
                condition.index(),
                given.patterns(),
                given.facts(),
                given.outcomes(),
                condition.condition());
    }

    private Matched matched(PossibleRule rule, int from, int to, Object... matched) {
        return Matched.of(
                rule.steps().subList(from, to),
                Arrays.stream(matched, from, to).map(this::node).toList());
    }

    private Node node(Object matched) {
        return matched instanceof Fact fact
                ? new Node.Known(fact)
                : Objects.requireNonNull(outcomes.get((Outcome) matched));
    }
}
