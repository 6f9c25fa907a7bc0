package org.demarche.explain.causes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.explain.matching.Known;
import org.demarche.explain.matching.Matching;
import org.demarche.explain.matching.Scope;
import org.demarche.explain.why.Environments;
import org.demarche.explain.why.Environments.Environment;
import org.demarche.explain.why.Proof;
import org.demarche.inference.Choice;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.Inference.Pivot;
import org.demarche.inference.Node;
import org.demarche.model.Fact;
import org.demarche.model.Report;
import org.demarche.model.Source;
import org.demarche.rules.RuleCard;

/**
 * On what two assessments differ about an inference. The supports that it has in the one in which it holds more widely are followed down
 * to what the other has not: a rule, a statement, an answer; through what had to be absent, to what is there in the other. Of the supports
 * the one speaks that turned first or differs on fewest things, and of these the one is named that came last. Not thread-safe.
 */
public final class Causes {

    /** How many supports are followed. */
    private static final int SUPPORTS = 32;

    private final CauseWords gained;
    private final CauseWords lost;

    /** What a proof differs on, by proof; one map for each direction. Forgotten for the next fact, so that its order does not matter. */
    private final Map<Boolean, Map<Proof, Set<Cause>>> known =
            Map.of(true, new IdentityHashMap<>(), false, new IdentityHashMap<>());

    private final Map<Boolean, Map<Node, List<Environment>>> supports =
            Map.of(true, new HashMap<>(), false, new HashMap<>());

    /** Causes that only say what a source is, of which one of the two knows nothing as it has no report of it. */
    private final Set<Cause> descriptions = new HashSet<>();

    /** Of which sources each side has a report. */
    private final Map<Side, Set<String>> heard = new IdentityHashMap<>();

    /** What is being followed, so that loops through absences end. */
    private final Set<Node> open = new HashSet<>();

    private Causes(Side before, Side after) {
        this.gained = new CauseWords(after, before, true);
        this.lost = new CauseWords(before, after, false);
    }

    /** What two assessments differ on. */
    public static Causes between(Side before, Side after) {
        return new Causes(before, after);
    }

    /** Why a fact stands otherwise in the second assessment than in the first; empty when no single thing was found. */
    public Optional<Cause> of(Fact fact) {
        known.values().forEach(Map::clear);
        Node node = new Node.Known(fact);
        int more = gained.has().compareHolding(node, gained.lacks());
        Optional<Cause> unknown = (more > 0 ? gained : lost).actor(fact);
        if (unknown.isPresent()) {
            return unknown;
        }
        if (more == 0) {
            return first(likelihoods(node), false, true)
                    .or(() -> first(differing(gained, node), false, true))
                    .or(() -> first(differing(lost, node), false, true))
                    .or(() -> only(bearing(node)));
        }
        // What is lost is lost by any one of the things that its support has no more.
        return first(differing(more > 0 ? gained : lost, node), more > 0, true)
                .or(() -> only(likelihoods(node)))
                .or(() -> only(bearing(node)));
    }

    private static Optional<Cause> first(Collection<Cause> causes, boolean all, boolean traced) {
        List<String> others = causes.stream().skip(1).map(Cause::clause).toList();
        return causes.stream().findFirst().map(cause -> cause.with(others, all, traced));
    }

    /** That an answer is supposed after and not before, as a cause. */
    public Cause supposed(Choice choice) {
        return gained.supposed(choice);
    }

    /** That something is stated after and not before. */
    public Cause stated(Fact fact) {
        return gained.statement(fact);
    }

    /** That something is stated before and not after. */
    public Cause withdrawn(Fact fact) {
        return lost.statement(fact);
    }

    /** What bears on it and differs is the cause where there is nothing else that does. */
    private static Optional<Cause> only(Collection<Cause> causes) {
        return first(causes, false, causes.size() == 1);
    }

    /** On what the side differs that has more of a node: of the support that differs on fewest things. */
    private Set<Cause> differing(CauseWords words, Node node) {
        Optional<Integer> number = words.has().worlds().graph().find(node);
        if (number.isEmpty() || !open.add(node)) {
            return Set.of();
        }
        Set<Cause> nearest = Set.of();
        for (Environment support : supports(words, node, number.get())) {
            Set<Cause> found = differing(words, support.proof());
            if (!found.isEmpty() && (nearest.isEmpty() || nearer(words.comes()).compare(found, nearest) < 0)) {
                nearest = found;
            }
        }
        open.remove(node);
        return nearest;
    }

    /**
     * What is gained is gained with the support that is complete first, and what is lost is lost with the support that breaks last; where
     * days do not tell, the support speaks that differs on fewest things.
     */
    private static Comparator<Set<Cause>> nearer(boolean gained) {
        Comparator<Set<Cause>> byDay = Comparator.comparing(causes -> turned(causes, gained));
        return (gained ? byDay : byDay.reversed()).thenComparing(Set::size);
    }

    /** The day on which a support is complete, or broken. */
    private static LocalDate turned(Set<Cause> causes, boolean gained) {
        LocalDate never = gained ? LocalDate.MAX : LocalDate.MIN;
        Comparator<LocalDate> last = Comparator.naturalOrder();
        return causes.stream()
                .map(cause -> cause.day().orElse(never))
                .max(gained ? last : last.reversed())
                .orElse(never);
    }

    /** What completes a support comes first, or what breaks it. */
    private static Set<Cause> ordered(Set<Cause> causes, boolean gained) {
        Comparator<LocalDate> earlier = Comparator.naturalOrder();
        return causes.stream()
                .sorted(Comparator.comparing(
                        cause -> cause.day().orElse(gained ? LocalDate.MIN : LocalDate.MAX),
                        gained ? earlier.reversed() : earlier))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Environment> supports(CauseWords words, Node node, int number) {
        Map<Node, List<Environment>> of = supports.getOrDefault(words.now(), Map.of());
        List<Environment> found = of.get(node);
        if (found == null) {
            List<Environment> all = new Environments(words.has().worlds()).of(number);
            found = all.subList(0, Math.min(SUPPORTS, all.size()));
            of.put(node, found);
        }
        return found;
    }

    private Set<Cause> differing(CauseWords words, Proof proof) {
        Map<Proof, Set<Cause>> of = known.getOrDefault(words.now(), Map.of());
        Set<Cause> found = of.get(proof);
        if (found == null) {
            Set<Cause> causes = new LinkedHashSet<>();
            add(words, proof, causes);
            found = ordered(telling(causes), words.comes());
            of.put(proof, found);
        }
        return found;
    }

    /** What a source is comes and goes with what it says: nobody has stated it, and where something else differs it tells nothing. */
    private Set<Cause> telling(Set<Cause> causes) {
        Set<Cause> telling = new LinkedHashSet<>(causes);
        telling.removeAll(descriptions);
        return telling.isEmpty() ? causes : telling;
    }

    private Set<String> heard(Side side) {
        return heard.computeIfAbsent(side, Side::heard);
    }

    private Cause statement(CauseWords words, Fact fact) {
        Cause cause = words.statement(fact);
        if (fact instanceof Source source
                && cause.kind() == Cause.Kind.STATEMENT
                && !heard(words.lacks()).contains(source.source())) {
            descriptions.add(cause);
        }
        return cause;
    }

    private void add(CauseWords words, Proof proof, Set<Cause> causes) {
        if (proof instanceof Proof.Derived derived) {
            addDerived(words, derived, causes);
        } else if (proof instanceof Proof.Counted counted) {
            counted.present().forEach(each -> addPremise(words, each, causes));
            counted.absent().forEach(each -> causes.addAll(blocked(words, each)));
            if (causes.isEmpty()) {
                causes.addAll(counted(words, (Node.Outcome)
                        words.has().worlds().graph().nodes().get(counted.node())));
            }
        } else {
            Fact fact = words.has().worlds().graph().fact(proof.node()).orElseThrow();
            if (proof instanceof Proof.Answered answered) {
                words.answer(answered.choice(), fact).ifPresent(causes::add);
            } else {
                causes.add(statement(words, fact));
            }
        }
    }

    private void addDerived(CauseWords words, Proof.Derived derived, Set<Cause> causes) {
        Derivation derivation = derived.derivation();
        RuleCard card = words.has().cards().get(derivation.rule());
        RuleCard other = words.lacks().cards().get(derivation.rule());
        if (card == null) {
            return;
        }
        if (other == null) {
            causes.add(words.rule(card));
        }
        int matched = derivation.matched().size();
        derived.premises().subList(0, matched).forEach(each -> addPremise(words, each, causes));
        if (other == null) {
            return;
        }
        if (!RuleLogic.same(card, other)) {
            // What stands inside its conditions cannot be compared any more.
            causes.add(words.changed(card, other));
            return;
        }
        derived.premises().subList(matched, derived.premises().size()).forEach(each -> addPremise(words, each, causes));
        derivation.absences().forEach(each -> causes.addAll(blocked(words, each)));
    }

    /** What only one of the two counts, where neither the presence nor the absence of what it knows makes the difference. */
    private Set<Cause> counted(CauseWords words, Node.Outcome outcome) {
        Set<Cause> causes = new LinkedHashSet<>();
        elements(words.lacks(), outcome)
                .filter(element -> words.lacks().compareMayHold(element, words.has()) > 0)
                .forEach(element -> causes.addAll(differing(words.swapped(), element)));
        elements(words.has(), outcome)
                .filter(element -> words.has().compareHolding(element, words.lacks()) > 0)
                .forEach(element -> causes.addAll(differing(words, element)));
        return causes;
    }

    /** What may be counted on a side for the same accumulate behind the same facts. */
    private static Stream<Node.Element> elements(Side side, Node.Outcome outcome) {
        return side.worlds().graph().nodes().stream()
                .filter(Node.Element.class::isInstance)
                .map(Node.Element.class::cast)
                .filter(element -> element.rule().equals(outcome.rule())
                        && element.index() == outcome.index()
                        && element.given().equals(outcome.given()));
    }

    /** A premise that the other side has as well makes no difference. */
    private void addPremise(CauseWords words, Proof premise, Set<Cause> causes) {
        Node node = words.has().worlds().graph().nodes().get(premise.node());
        if (words.has().compareHolding(node, words.lacks()) > 0) {
            causes.addAll(differing(words, premise));
        }
    }

    /** What is there on the other side that had to be absent. */
    private Set<Cause> blocked(CauseWords words, int absence) {
        Node node = words.has().worlds().graph().nodes().get(absence);
        if (node instanceof Node.Local local
                && words.lacks().worlds().graph().find(node).isEmpty()) {
            return unasked(words, local);
        }
        return words.lacks().compareMayHold(node, words.has()) > 0 ? differing(words.swapped(), node) : Set.of();
    }

    /** The other side never came to ask for it: what would have been in the way there and is not here. */
    private Set<Cause> unasked(CauseWords words, Node.Local local) {
        Set<Cause> causes = new LinkedHashSet<>();
        Matching there = new Matching(new Known(words.lacks().worlds()));
        there.of(local.condition(), Scope.of(local.before(), local.given())).stream()
                .flatMap(match -> match.facts().stream())
                .distinct()
                .filter(fact -> words.lacks().compareMayHold(new Node.Known(fact), words.has()) > 0)
                .forEach(fact -> causes.addAll(differing(words.swapped(), new Node.Known(fact))));
        return causes;
    }

    /** How likely the rules and answers are that an inference turns on. */
    private List<Cause> likelihoods(Node node) {
        SortedSet<String> rules = new TreeSet<>();
        SortedSet<String> questions = new TreeSet<>();
        for (Side side : List.of(lost.has(), gained.has())) {
            side.worlds().graph().find(node).ifPresent(number -> {
                rules.addAll(side.worlds().tendencies(number));
                side.worlds().pivots(number).stream().map(Pivot::question).forEach(questions::add);
            });
        }
        List<Cause> causes = new ArrayList<>();
        rules.stream().flatMap(rule -> likelihood(rule).stream()).forEach(causes::add);
        questions.stream()
                .flatMap(question -> gained.likelihood(question).stream())
                .forEach(causes::add);
        questions.stream().flatMap(question -> possible(question).stream()).forEach(causes::add);
        return causes;
    }

    private Optional<Cause> likelihood(String rule) {
        RuleCard before = lost.has().cards().get(rule);
        RuleCard after = gained.has().cards().get(rule);
        return before == null || after == null ? Optional.empty() : gained.likelihood(after, before);
    }

    private Optional<Cause> possible(String question) {
        return Stream.of(gained, lost)
                .flatMap(words -> words.has().worlds().space().answers(question).stream()
                        .flatMap(answer -> words.possibility(new Choice(question, answer)).stream()))
                .findFirst();
    }

    /** Everything that differs and bears on a node, where nothing that holds leads to a difference. */
    private List<Cause> bearing(Node node) {
        List<Cause> causes = new ArrayList<>();
        SortedSet<String> questions = new TreeSet<>();
        SortedSet<String> reported = new TreeSet<>();
        for (CauseWords words : List.of(lost, gained)) {
            DerivationGraph graph = words.has().worlds().graph();
            BitSet cone = words.has().worlds().deciding();
            graph.find(node).ifPresent(number -> cone.or(graph.cone(number)));
            SortedSet<String> rules = new TreeSet<>();
            cone.stream()
                    .forEach(each -> graph.derivationsOf(each).forEach(derivation -> rules.add(derivation.rule())));
            rules.stream().flatMap(rule -> bearing(words, rule).stream()).forEach(causes::add);
            cone.stream()
                    .filter(graph::statedOutright)
                    .mapToObj(each -> graph.fact(each).orElseThrow())
                    .filter(fact -> words.has().compareHolding(new Node.Known(fact), words.lacks()) > 0)
                    .map(fact -> statement(words, fact))
                    .forEach(causes::add);
            cone.stream().forEach(each -> graph.statedBy(each).forEach(choice -> questions.add(choice.question())));
            cone.stream()
                    .mapToObj(graph::fact)
                    .flatMap(Optional::stream)
                    .filter(Report.class::isInstance)
                    .forEach(report -> reported.add(((Report) report).question()));
        }
        reported.addAll(questions);
        questions.stream().flatMap(question -> possible(question).stream()).forEach(causes::add);
        questions.stream()
                .flatMap(question -> gained.likelihood(question).stream())
                .forEach(causes::add);
        Stream.of(lost, gained).forEach(words -> causes.addAll(reports(words, reported)));
        return List.copyOf(telling(new LinkedHashSet<>(causes)));
    }

    /** What only one of the two has reports of: by how good these are one can be surer of what turns on their questions, or less. */
    private List<Cause> reports(CauseWords words, Set<String> questions) {
        return words.has().worlds().graph().nodes().stream()
                .filter(each -> each instanceof Node.Known known
                        && known.fact() instanceof Report report
                        && questions.contains(report.question()))
                .filter(each -> words.has().compareHolding(each, words.lacks()) > 0)
                .map(each -> statement(words, ((Node.Known) each).fact()))
                .toList();
    }

    private Optional<Cause> bearing(CauseWords words, String rule) {
        RuleCard card = words.has().cards().get(rule);
        RuleCard other = words.lacks().cards().get(rule);
        if (card == null) {
            return Optional.empty();
        }
        if (other == null) {
            return Optional.of(words.rule(card));
        }
        return RuleLogic.same(card, other) ? likelihood(rule) : Optional.of(words.changed(card, other));
    }
}
