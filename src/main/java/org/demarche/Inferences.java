package org.demarche;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Claim;
import org.demarche.evidence.Confidences;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.Inference;
import org.demarche.model.Fact;
import org.demarche.rules.RuleCard;
import org.demarche.worlds.ConditionList;
import org.demarche.worlds.Worlds;

/** Reads the inferences off a graph and its labels. */
final class Inferences {

    private final Worlds worlds;
    private final DerivationGraph graph;
    private final Map<String, RuleCard> cards;
    private final CaseFile file;
    private final Collection<Claim> claims;

    /** Worked out for all at once when the first is asked for. */
    private Optional<Confidences> confidences = Optional.empty();

    /** Those before any question was supposed to be answered, by the same rules of the same case. */
    private final Optional<Inferences> root;

    /** The claims that a rule cites, by the rule; looked for when they are asked. Shared by all assessments by the same rules. */
    private final Map<String, List<Claim>> cited;

    private final Map<Integer, List<Derivation>> standing = new HashMap<>();
    private final SortedMap<String, Integer> nodes;
    private final Map<String, Inference> read = new HashMap<>();

    /** Each is worked out when it is asked for. */
    Inferences(Worlds worlds, Map<String, RuleCard> cards, CaseFile file) {
        this.worlds = worlds;
        this.graph = worlds.graph();
        this.cards = cards;
        this.file = file;
        this.claims = file.claims();
        this.cited = new ConcurrentHashMap<>();
        this.nodes = concluded(graph);
        this.root = Optional.empty();
    }

    private Inferences(Inferences before, Worlds worlds) {
        this.worlds = worlds;
        this.graph = worlds.graph();
        this.cards = before.cards;
        this.file = before.file;
        this.claims = before.claims;
        this.cited = before.cited;
        this.nodes = graph.nodes() == before.graph.nodes() ? before.nodes : concluded(graph);
        this.root = Optional.of(before.root.orElse(before));
    }

    /** The same rules and claims, and other labels. */
    Inferences of(Worlds others) {
        return new Inferences(this, others);
    }

    private static SortedMap<String, Integer> concluded(DerivationGraph graph) {
        SortedMap<String, Integer> nodes = new TreeMap<>();
        for (int node = 0; node < graph.nodes().size(); node++) {
            if (!graph.derivationsOf(node).isEmpty()) {
                int concluded = node;
                graph.fact(node).ifPresent(fact -> nodes.putIfAbsent(fact.id(), concluded));
            }
        }
        return Collections.unmodifiableSortedMap(nodes);
    }

    /** Everything that some derivation concludes, sorted by id. */
    synchronized List<Inference> all() {
        return nodes.keySet().stream().flatMap(id -> find(id).stream()).toList();
    }

    /** The inference with this id, if some derivation concludes it. */
    synchronized Optional<Inference> find(String id) {
        Integer node = nodes.get(id);
        if (node == null) {
            return Optional.empty();
        }
        Inference before = read.get(id);
        Inference inference =
                before != null ? before : inference(node, graph.fact(node).orElseThrow());
        read.put(id, inference);
        return Optional.of(inference);
    }

    private Inference inference(int node, Fact fact) {
        ConditionList conditions = worlds.conditions(node);
        return Inference.builder()
                .fact(fact)
                .status(worlds.status(node))
                .scenarios(worlds.scenarios(node))
                .undecided(worlds.undecided(node))
                .conditions(conditions.listed())
                .otherConditions(conditions.others())
                .tendencies(worlds.tendencies(node))
                .likelihood(worlds.likelihood(node))
                .confidence(confidences().of(node))
                .rules(worlds.rules(node))
                .claims(claims(node))
                .pivots(worlds.pivots(node))
                .method(worlds.method(node))
                .estimate(worlds.estimate(node))
                .build();
    }

    /** How good the evidence is for all of them. */
    synchronized Confidences confidences() {
        if (confidences.isEmpty()) {
            Confidences known = root.map(Inferences::confidences).orElseGet(() -> Confidences.of(worlds.free(), file));
            confidences = Optional.of(known.given(worlds));
        }
        return confidences.get();
    }

    /** The claims cited by the rules of all derivations that it stands on in some possible scenario. */
    private List<String> claims(int node) {
        if (claims.isEmpty()) {
            // What something stands on may be nearly everything, for each of many inferences.
            return List.of();
        }
        Set<String> rules = supporting(node, worlds.about(node));
        Set<String> found = new TreeSet<>();
        rules.forEach(rule -> cited(rule).forEach(claim -> found.add(claim.id())));
        return List.copyOf(found);
    }

    private Set<String> supporting(int node, Worlds about) {
        Set<String> rules = new TreeSet<>();
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(node));
        while (!open.isEmpty()) {
            int next = open.pop();
            if (!seen.get(next)) {
                seen.set(next);
                for (Derivation derivation : standing(next, about)) {
                    rules.add(derivation.rule());
                    open.addAll(derivation.matched());
                    open.addAll(derivation.outcomes());
                    open.addAll(derivation.witnesses());
                }
                open.addAll(graph.elementsOf(next));
            }
        }
        return rules;
    }

    /** The derivations of a node that stand in some possible scenario. */
    private List<Derivation> standing(int node, Worlds about) {
        return standing.computeIfAbsent(
                node,
                any -> graph.derivationsOf(node).stream()
                        .filter(derivation -> about.stands(derivation))
                        .toList());
    }

    private List<Claim> cited(String rule) {
        return cited.computeIfAbsent(rule, any -> {
            RuleCard card = cards.get(rule);
            return card == null
                    ? List.of()
                    : claims.stream()
                            .filter(claim -> card.citations().stream().anyMatch(claim::citedBy))
                            .toList();
        });
    }
}
