package org.demarche.explain.changes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.demarche.cases.Basis;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Statement;
import org.demarche.cases.Vocabulary;
import org.demarche.explain.changes.Changes.Change;
import org.demarche.explain.changes.Changes.Kind;
import org.demarche.explain.changes.Changes.Standing;
import org.demarche.explain.matching.Counting;
import org.demarche.explain.matching.Scope;
import org.demarche.explain.matching.Wanted;
import org.demarche.explain.whynot.Untried;
import org.demarche.explain.whynot.WhyNot;
import org.demarche.explain.wording.Sentences;
import org.demarche.inference.Choice;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.LimitReachedException;
import org.demarche.inference.Node;
import org.demarche.inference.Status;
import org.demarche.inference.UnforeseenException;
import org.demarche.model.Fact;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.And;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Or;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.source.LoadException;
import org.demarche.worlds.Label;
import org.demarche.worlds.Worlds;

/**
 * Tries what would change how something stands: every statement that bears on it withdrawn, every statement added that is all that a
 * rule lacks, or that is what a rule needs absent, and the smallest sets of answers.
 */
public final class WhatChanges {

    /** How many statements are tried to be added. */
    private static final int MOST = 60;

    /** How many of those that relate somebody to himself. */
    private static final int UNMEANT = 12;

    /** How many nodes all rules may be fired for again, one statement after the other: the more there are, the fewer statements. */
    private static final int NODES = 20_000;

    /** How many nodes may be evaluated again for statements that are tried after one firing. */
    private static final int EVALUATED = 80_000;

    private final Fact fact;
    private final Worlds worlds;
    private final DerivationGraph graph;
    private final Map<String, RuleCard> cards;
    private final CaseFile caseFile;
    private final Vocabulary vocabulary;
    private final Sentences sentences;
    private final Function<CaseFile, Worlds> again;
    private final Standing before;
    private final WhyNot whyNot;
    private final Counting counting;

    /** How many statements there were too many. */
    private int untried;

    private WhatChanges(
            Fact fact,
            Worlds worlds,
            Map<String, RuleCard> cards,
            CaseFile caseFile,
            Vocabulary vocabulary,
            Function<CaseFile, Worlds> again) {
        this.fact = fact;
        this.worlds = worlds;
        this.graph = worlds.graph();
        this.cards = cards;
        this.caseFile = caseFile;
        this.vocabulary = vocabulary;
        this.sentences = new Sentences(caseFile, vocabulary);
        this.again = again;
        this.before = Standing.of(fact, worlds);
        this.counting = Counting.towards(fact, cards.values());
        this.whyNot = WhyNot.seeking(worlds, cards, caseFile, vocabulary);
    }

    /**
     * What would change how a fact stands that rules may conclude.
     *
     * @param worlds labels of everything together
     * @param again fires the rules on another case
     */
    public static Changes of(
            Fact fact,
            Worlds worlds,
            Map<String, RuleCard> cards,
            CaseFile caseFile,
            Vocabulary vocabulary,
            Function<CaseFile, Worlds> again) {
        WhatChanges what = new WhatChanges(fact, worlds, cards, caseFile, vocabulary, again);
        List<Change> changes = new ArrayList<>(what.answers());
        List<Change> withdrawn = what.withdrawn();
        withdrawn.stream()
                .sorted(Comparator.comparing((Change each) -> each.kind() != Kind.ASSUMPTION))
                .forEach(changes::add);
        List<Change> added = what.added();
        changes.addAll(added);
        List<Untried> open = what.whyNot.untried().stream()
                .filter(each -> added.stream()
                        .flatMap(change -> change.fact().stream())
                        .noneMatch(statement -> statement.type().typeName().equals(each.kind())))
                .toList();
        return new Changes(fact, what.before, changes, what.untried, open, what.whyNot.exhaustive());
    }

    /** The smallest sets of answers under which it holds everywhere, or nowhere; those given before may be changed. */
    private List<Change> answers() {
        Optional<Integer> node = graph.find(fact);
        if (node.isEmpty() || worlds.free().space().questions().isEmpty()) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        if (before.status() != Status.ROBUST) {
            changes.addAll(sets(worlds.free().conditions(node.get()).listed()));
        }
        if (before.status() != Status.EXCLUDED) {
            changes.addAll(sets(worlds.free().blocking(node.get()).listed()));
        }
        if (before.status() != Status.CONTINGENT) {
            single().stream()
                    .filter(each -> changes.stream()
                            .noneMatch(change -> change.answers().equals(each.answers())))
                    .forEach(changes::add);
        }
        return changes;
    }

    /** Single answers by which it no longer holds everywhere, or somewhere. */
    private List<Change> single() {
        Map<String, String> given = new HashMap<>();
        worlds.given().forEach(choice -> given.put(choice.question(), choice.answer()));
        return worlds.given().stream()
                .map(Choice::question)
                .flatMap(question -> worlds.free().space().answers(question).stream()
                        .filter(answer -> !answer.equals(given.get(question)))
                        .flatMap(answer -> answered(Map.of(question, answer), given).stream()))
                .filter(change -> change.after().status() != before.status())
                .toList();
    }

    /** What would have to be answered, or answered otherwise, the fewest first; none of them with all that another has. */
    private List<Change> sets(List<Map<String, String>> conditions) {
        Map<String, String> given = new HashMap<>();
        worlds.given().forEach(choice -> given.put(choice.question(), choice.answer()));
        Set<Map<String, String>> tried = new LinkedHashSet<>();
        for (Map<String, String> condition : conditions) {
            Map<String, String> changed = new TreeMap<>(condition);
            changed.entrySet().removeIf(each -> each.getValue().equals(given.get(each.getKey())));
            tried.add(changed);
        }
        tried.remove(Map.of());
        return tried.stream()
                .filter(each -> tried.stream()
                        .noneMatch(
                                other -> !other.equals(each) && each.entrySet().containsAll(other.entrySet())))
                .sorted(Comparator.comparing(Map::size))
                .flatMap(each -> answered(each, given).stream())
                .toList();
    }

    private Optional<Change> answered(Map<String, String> changed, Map<String, String> given) {
        Map<String, String> all = new TreeMap<>(given);
        all.putAll(changed);
        Worlds after = worlds.free()
                .given(all.entrySet().stream()
                        .map(each -> new Choice(each.getKey(), each.getValue()))
                        .toList());
        return after.count().signum() == 0 ? Optional.empty() : changed(Change.of(changed, Standing.of(fact, after)));
    }

    private Optional<Change> changed(Change change) {
        // When an answer is given, the same share of what is left is no change of how it stands.
        boolean same = change.after().status() == before.status()
                && change.after().share().equals(before.share())
                && (change.kind() == Kind.ANSWER || change.after().conditions().equals(before.conditions()));
        return same ? Optional.empty() : Optional.of(change);
    }

    /** Every statement that bears on it, withdrawn by itself. */
    private List<Change> withdrawn() {
        Optional<Integer> node = graph.find(fact);
        BitSet bearing = new BitSet();
        node.ifPresent(each -> bearing.or(graph.cone(each)));
        // What decides which scenarios are possible bears on everything.
        worlds.deciding().stream().forEach(bearing::set);
        bearing.and(graph.outright());
        // Less of what is counted may let something be concluded that never was.
        List<Fact> counted = stated().keySet().stream()
                .filter(counting::counts)
                .sorted(Comparator.comparing(Fact::id))
                .toList();
        counted.stream().limit(alone()).forEach(each -> graph.find(each).ifPresent(bearing::set));
        untried += Math.max(0, counted.size() - alone());
        Map<Fact, Kind> stated = stated();
        List<Change> changes = new ArrayList<>();
        bearing.stream().forEach(each -> {
            Fact withdrawn = graph.fact(each).orElseThrow();
            Kind kind = stated.get(withdrawn);
            if (kind != null) {
                without(each, withdrawn, kind).ifPresent(changes::add);
            }
        });
        changes.sort(Comparator.comparing(change -> change.fact().map(Fact::id).orElse("")));
        return changes;
    }

    /** What the case itself states in every scenario: an assumption where nothing else says it. */
    private Map<Fact, Kind> stated() {
        Map<Fact, Kind> stated = new LinkedHashMap<>();
        for (Statement statement : caseFile.statementsAt()) {
            Kind kind = statement.basis() == Basis.ASSUMPTION ? Kind.ASSUMPTION : Kind.WITHDRAW;
            stated.merge(statement.fact(), kind, (one, other) -> one == other ? one : Kind.WITHDRAW);
        }
        return stated;
    }

    private Optional<Change> without(int node, Fact withdrawn, Kind kind) {
        if (counting.counts(withdrawn)) {
            return changed(
                    kind,
                    withdrawn,
                    Standing.of(
                            fact,
                            again.apply(caseFile.without(withdrawn))
                                    .given(worlds.given())
                                    .together()));
        }
        BitSet facts = new BitSet();
        facts.set(node);
        return changed(
                kind,
                withdrawn,
                standing(() -> worlds.stating(graph.withoutOutright(facts)), () -> caseFile.without(withdrawn)));
    }

    /** How it stands in other worlds, or, where only the rules themselves can tell, when they fire on another case. */
    private Standing standing(Supplier<Worlds> after, Supplier<CaseFile> changed) {
        try {
            return Standing.of(fact, after.get());
        } catch (UnforeseenException fireAgain) {
            return Standing.of(
                    fact, again.apply(changed.get()).given(worlds.given()).together());
        }
    }

    private Optional<Change> changed(Kind kind, Fact statement, Standing after) {
        return after.possible().signum() == 0
                ? Optional.empty()
                : changed(new Change(
                        kind, new TreeMap<>(), Optional.of(statement), sentences.sentence(statement), after));
    }

    /** Every statement that seems to be enough, added by itself: rules fire once with all of them. */
    private List<Change> added() {
        Map<Boolean, List<Fact>> candidates = candidates().stream().collect(Collectors.partitioningBy(this::meant));
        List<Change> changes = added(limited(candidates.getOrDefault(true, List.of()), together()));
        // What nobody means is told only where nothing else would do.
        return changes.isEmpty() ? added(limited(candidates.getOrDefault(false, List.of()), UNMEANT)) : changes;
    }

    /** How many statements can be tried from one firing of all rules. */
    private int together() {
        return Math.max(UNMEANT, Math.min(MOST, EVALUATED / size()));
    }

    /** How many statements can be tried each by itself, with all rules firing again. */
    private int alone() {
        return Math.max(1, Math.min(MOST, NODES / size()));
    }

    /** Of a case that states nothing too. */
    private int size() {
        return Math.max(1, graph.nodes().size());
    }

    private List<Fact> limited(List<Fact> candidates, int most) {
        untried += Math.max(0, candidates.size() - most);
        return candidates.stream().limit(most).toList();
    }

    private List<Change> added(List<Fact> candidates) {
        List<Change> changes = new ArrayList<>();
        List<Fact> counted = candidates.stream().filter(counting::counts).toList();
        counted.stream().limit(alone()).forEach(each -> byItself(each).ifPresent(changes::add));
        untried += Math.max(0, counted.size() - alone());
        added(candidates.stream().filter(each -> !counting.counts(each)).toList(), changes);
        changes.sort(Comparator.comparing(change -> change.fact().map(Fact::id).orElse("")));
        return changes;
    }

    private void added(List<Fact> candidates, List<Change> changes) {
        if (candidates.isEmpty()) {
            return;
        }
        CaseFile extended = caseFile;
        for (Fact candidate : candidates) {
            extended = extended.with(Statement.of(candidate));
        }
        try {
            Worlds all = again.apply(extended).given(worlds.given()).together();
            BitSet nodes = new BitSet();
            candidates.forEach(each -> all.graph().find(each).ifPresent(nodes::set));
            Worlds none = without(nodes, all);
            for (Fact candidate : candidates) {
                with(candidate, nodes, all.graph(), none).ifPresent(changes::add);
            }
        } catch (LoadException | LimitReachedException unsuitable) {
            // Some rule cannot do with one of them: each is tried by itself, and what does not fit is left out.
            for (Fact candidate : candidates) {
                byItself(candidate).ifPresent(changes::add);
            }
        }
    }

    private Optional<Change> byItself(Fact candidate) {
        try {
            Worlds after = again.apply(caseFile.with(Statement.of(candidate)))
                    .given(worlds.given())
                    .together();
            return changed(Kind.ADD, candidate, Standing.of(fact, after));
        } catch (LoadException unsuitable) {
            return Optional.empty();
        } catch (LimitReachedException tooMuch) {
            untried++;
            return Optional.empty();
        }
    }

    /** Whether a case may state it: a value may be a word of another kind than is declared. */
    private boolean statable(Fact candidate) {
        if (!candidate.type().stated()) {
            return false;
        }
        try {
            caseFile.with(Statement.of(candidate));
            return true;
        } catch (LoadException unsuitable) {
            return false;
        }
    }

    /** From there one candidate more changes little; where only the rules can tell what is there without any, from all of them. */
    private static Worlds without(BitSet candidates, Worlds all) {
        try {
            return all.stating(all.graph().withoutOutright(candidates));
        } catch (UnforeseenException unknown) {
            return all;
        }
    }

    private Optional<Change> with(Fact candidate, BitSet candidates, DerivationGraph all, Worlds from) {
        BitSet others = (BitSet) candidates.clone();
        all.find(candidate).ifPresent(others::clear);
        return changed(
                Kind.ADD,
                candidate,
                standing(
                        () -> from.stating(all.withoutOutright(others)), () -> caseFile.with(Statement.of(candidate))));
    }

    /** Facts that the case does not state: what a rule lacks where it does not hold, and what would block it where it does. */
    private List<Fact> candidates() {
        Label missing = whyNot.notHolding(fact);
        if (!missing.isEmpty()) {
            whyNot.attempts(Wanted.of(fact), missing);
        }
        Set<Fact> candidates = new LinkedHashSet<>(whyNot.enough());
        // What is in the way may be got out of it by something that keeps it from being concluded.
        whyNot.inTheWay().forEach(blocker -> graph.find(blocker).ifPresent(node -> candidates.addAll(blocking(node))));
        graph.find(fact)
                .filter(node -> !worlds.label(node).isEmpty())
                .ifPresent(node -> candidates.addAll(blocking(node)));
        Set<Fact> stated = Set.copyOf(stated().keySet());
        return candidates.stream()
                .filter(each -> !stated.contains(each) && statable(each))
                .sorted(Comparator.comparing(Fact::id))
                .toList();
    }

    /** That somebody stands in a relation to himself is never meant, unless it is asked about. */
    private boolean meant(Fact candidate) {
        return !Wanted.of(candidate).ofItself() || Wanted.of(fact).ofItself();
    }

    /** What would make something true that rules below it need absent. */
    private Set<Fact> blocking(int node) {
        Set<Fact> found = new LinkedHashSet<>();
        BitSet cone = graph.cone(node);
        for (Derivation derivation : graph.derivations()) {
            if (cone.get(derivation.head()) && worlds.stands(derivation)) {
                Scope scope = Scope.of(
                        derivation.patterns(),
                        derivation.matched().stream()
                                .map(each -> graph.fact(each).orElseThrow())
                                .toList());
                Label here = worlds.label(derivation);
                List<Pattern> patterns = new ArrayList<>(limited(derivation));
                for (int absence : derivation.absences()) {
                    patterns.addAll(patterns(((Node.Local) graph.nodes().get(absence)).condition()));
                }
                patterns.forEach(pattern -> found.addAll(whyNot.completing(pattern, scope, here)));
            }
        }
        return found;
    }

    /** What is counted of which there may be too much. */
    private List<Pattern> limited(Derivation derivation) {
        return derivation.outcomes().stream()
                .map(outcome -> ((Node.Outcome) graph.nodes().get(outcome)).condition())
                .filter(accumulate ->
                        accumulate.tests().stream().anyMatch(test -> !Counting.HELPED.contains(test.operator())))
                .flatMap(accumulate ->
                        patterns(accumulate.source()).stream().map(each -> Counting.valued(accumulate, each)))
                .toList();
    }

    /** The single patterns any one of which would meet a condition. */
    private static List<Pattern> patterns(RuleCondition condition) {
        if (condition instanceof Pattern pattern) {
            return List.of(pattern);
        }
        if (condition instanceof Exists exists) {
            return patterns(exists.inner());
        }
        List<Pattern> found = new ArrayList<>();
        if (condition instanceof Or or) {
            or.conditions().forEach(each -> found.addAll(patterns(each)));
        } else if (condition instanceof And and) {
            and.conditions().forEach(each -> found.addAll(patterns(each)));
        }
        return found;
    }
}
