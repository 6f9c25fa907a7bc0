package org.demarche.explain.why;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Vocabulary;
import org.demarche.explain.why.Environments.Environment;
import org.demarche.explain.why.Environments.Given;
import org.demarche.explain.why.Environments.Leaf;
import org.demarche.explain.why.Explanation.Absent;
import org.demarche.explain.why.Explanation.Accumulated;
import org.demarche.explain.why.Explanation.Detail;
import org.demarche.explain.why.Explanation.Element;
import org.demarche.explain.why.Explanation.Held;
import org.demarche.explain.why.Explanation.Origin;
import org.demarche.explain.why.Explanation.Premise;
import org.demarche.explain.why.Explanation.Reason;
import org.demarche.explain.why.Explanation.Shown;
import org.demarche.explain.why.Explanation.Step;
import org.demarche.explain.why.Explanation.Support;
import org.demarche.explain.wording.AccumulateWords;
import org.demarche.explain.wording.Bindings;
import org.demarche.explain.wording.ConditionWords;
import org.demarche.explain.wording.Sentences;
import org.demarche.explain.wording.TestWords;
import org.demarche.inference.Accumulation;
import org.demarche.inference.Choice;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.Fold;
import org.demarche.inference.Inference;
import org.demarche.inference.Node;
import org.demarche.inference.Value;
import org.demarche.model.Fact;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.worlds.Label;
import org.demarche.worlds.Worlds;

/** Builds the supports of an inference, and their trees. */
public final class Why {

    private final Worlds worlds;
    private final DerivationGraph graph;
    private final Map<String, RuleCard> cards;
    private final Sentences sentences;
    private final Origins origins;
    private final Environments environments;
    private final Detail detail;
    /** Where the support stands that is being told. */
    private Label covers;

    /** By which support each proof was shown first. */
    private final Map<Proof, Integer> shown = new IdentityHashMap<>();

    /** The number of the support that is being told. */
    private int number;

    public Why(Worlds worlds, Map<String, RuleCard> cards, CaseFile caseFile, Sentences sentences, Detail detail) {
        this.worlds = worlds;
        this.graph = worlds.graph();
        this.cards = cards;
        this.sentences = sentences;
        this.origins = new Origins(worlds, caseFile);
        this.environments = new Environments(worlds);
        this.detail = detail;
        this.covers = worlds.possible();
    }

    /** The same, of which nothing has been told. */
    private Why(Why same) {
        this.worlds = same.worlds;
        this.graph = same.graph;
        this.cards = same.cards;
        this.sentences = same.sentences;
        this.origins = same.origins;
        this.environments = same.environments;
        this.detail = same.detail;
        this.covers = same.worlds.possible();
    }

    public Why afresh() {
        return new Why(this);
    }

    /** Why the inference holds in the possible scenarios in which it does; without supports when it holds in none. */
    public static Explanation explain(
            Inference inference,
            Worlds worlds,
            Map<String, RuleCard> cards,
            CaseFile caseFile,
            Vocabulary vocabulary,
            Detail detail) {
        Sentences sentences = new Sentences(caseFile, vocabulary);
        int node = worlds.graph().find(inference.fact()).orElseThrow();
        Why why = new Why(worlds.about(node), cards, caseFile, sentences, detail);
        List<Support> supports = why.supports(node);
        return new Explanation(
                inference, sentences.sentence(inference.fact()), worlds.count(), supports, why.environments.complete());
    }

    /** A fact with who states it, or how it follows somewhere in a label when that is wanted. */
    public Held held(Fact fact, Label where, boolean inFull) {
        return held(fact, where, inFull, 1);
    }

    private Held held(Fact fact, Label where, boolean inFull, int depth) {
        int node = graph.find(fact).orElseThrow();
        if (graph.statedOutright(node)) {
            return new Held(
                    fact.id(),
                    sentences.sentence(fact),
                    List.of(),
                    origins.outright(fact),
                    Optional.empty(),
                    Shown.HERE,
                    number);
        }
        Optional<Choice> answer = graph.statedBy(node).stream()
                .sorted()
                .filter(choice -> !worlds.label(choice).and(where).isEmpty())
                .findFirst();
        if (answer.isPresent()) {
            List<Origin> stated = List.of(origins.answered(answer.get()));
            return new Held(
                    fact.id(), sentences.sentence(fact), List.of(), stated, Optional.empty(), Shown.HERE, number);
        }
        Optional<Proof.Derived> proof = inFull
                ? environments.of(node).stream()
                        .filter(each -> !each.covers().and(where).isEmpty())
                        .map(Environment::proof)
                        .filter(Proof.Derived.class::isInstance)
                        .map(Proof.Derived.class::cast)
                        .findFirst()
                : Optional.empty();
        boolean above = proof.filter(shown::containsKey).isPresent();
        return new Held(
                fact.id(),
                sentences.sentence(fact),
                List.of(),
                List.of(),
                above ? Optional.empty() : proof.map(each -> reason(each, depth)),
                above ? Shown.ABOVE : inFull ? Shown.HERE : Shown.NOT,
                proof.map(each -> shown.getOrDefault(each, number)).orElse(number));
    }

    /** How a rule comes to its conclusion by one derivation, with what that stands on; and how that follows in turn, when wanted. */
    public Reason reason(Derivation derivation, boolean inFull) {
        covers = worlds.label(derivation);
        RuleCard card = card(derivation);
        Bindings bindings = bindings(derivation);
        List<Premise> premises = new ArrayList<>();
        derivation.matched().forEach(node -> premises.add(held(graph.fact(node).orElseThrow(), covers, inFull)));
        derivation
                .outcomes()
                .forEach(node -> environments.of(node).stream()
                        .map(Environment::proof)
                        .filter(Proof.Counted.class::isInstance)
                        .findFirst()
                        .ifPresent(counted -> premises.add(accumulated((Proof.Counted) counted, bindings, 1))));
        derivation
                .absences()
                .forEach(absence -> premises.add(new Absent(
                        absence(derivation, absence, bindings), worlds.whereItMayHold(absence), instead(absence, 1))));
        return new Reason(
                card.id(),
                card.title(),
                Sentences.capital(bindings.fill(card.says(), sentences)),
                card.citations(),
                card.likelihood(),
                card.at(),
                premises);
    }

    /** How many supports a fact has somewhere in a label. */
    public long supports(Fact fact, Label where) {
        return environments.of(graph.find(fact).orElseThrow()).stream()
                .filter(each -> !each.covers().and(where).isEmpty())
                .count();
    }

    private List<Support> supports(int node) {
        List<Support> supports = new ArrayList<>();
        // A statement of what rules conclude cannot be: everything that is left is derived.
        for (Environment environment : wideningFirst(environments.of(node))) {
            number = supports.size();
            supports.add(support(environment, number < detail.supports()));
        }
        return supports;
    }

    /** The widest, and then always the one that adds most to those before it. */
    private static List<Environment> wideningFirst(List<Environment> environments) {
        List<Environment> left = new ArrayList<>(environments);
        List<Environment> ordered = new ArrayList<>();
        Optional<Label> covered = Optional.empty();
        while (!left.isEmpty()) {
            Environment best = left.get(0);
            for (Environment each : left) {
                if (added(each, covered).compareTo(added(best, covered)) > 0) {
                    best = each;
                }
            }
            ordered.add(best);
            left.remove(best);
            Label covers = best.covers();
            covered = Optional.of(covered.map(covers::or).orElse(covers));
        }
        return ordered;
    }

    private static BigInteger added(Environment environment, Optional<Label> covered) {
        return covered.map(label -> environment.covers().minus(label).count()).orElse(environment.count());
    }

    private Support support(Environment environment, boolean inFull) {
        List<Leaf> leaves = environments.leaves(environment);
        if (inFull && !Verification.passes(worlds, environment)) {
            throw new IllegalStateException("a support of "
                    + graph.nodes().get(environment.proof().node()).key() + " does not stand the test");
        }
        covers = environment.covers();
        Map<Meaning, String> absent = absent(environment.proof());
        Set<String> facts = new TreeSet<>();
        SortedMap<String, String> answers = new TreeMap<>();
        List<String> absences = new ArrayList<>();
        for (Leaf leaf : leaves) {
            if (leaf instanceof Environments.Fact fact) {
                facts.add(graph.fact(fact.node()).orElseThrow().id());
            } else if (leaf instanceof Given given) {
                answers.put(given.choice().question(), given.choice().answer());
            } else {
                absences.add(Objects.requireNonNull(absent.get(((Environments.Absent) leaf).meaning())));
            }
        }
        return new Support(
                environment.count(),
                worlds.conditions(environment.covers()).listed(),
                List.copyOf(facts),
                answers,
                absences,
                steps(environment.proof()),
                inFull ? Optional.of(reason((Proof.Derived) environment.proof(), 1)) : Optional.empty());
    }

    /** What each absence of a proof says. */
    private Map<Meaning, String> absent(Proof proof) {
        Map<Meaning, String> found = new LinkedHashMap<>();
        absent(proof, found, Collections.newSetFromMap(new IdentityHashMap<>()));
        return found;
    }

    private void absent(Proof proof, Map<Meaning, String> found, Set<Proof> seen) {
        if (!seen.add(proof)) {
            return;
        }
        if (proof instanceof Proof.Derived derived) {
            Bindings bindings = bindings(derived.derivation());
            derived.derivation()
                    .absences()
                    .forEach(absence ->
                            found.put(environments.meaning(absence), absence(derived.derivation(), absence, bindings)));
            derived.premises().forEach(each -> absent(each, found, seen));
        } else if (proof instanceof Proof.Counted counted) {
            counted.absent().forEach(element -> found.put(environments.meaning(element), noElement(element)));
            counted.present().forEach(each -> absent(each, found, seen));
        }
    }

    private List<Step> steps(Proof proof) {
        Map<String, Step> steps = new LinkedHashMap<>();
        collect(proof, steps, Collections.newSetFromMap(new IdentityHashMap<>()));
        return List.copyOf(steps.values());
    }

    private void collect(Proof proof, Map<String, Step> steps, Set<Proof> seen) {
        if (!seen.add(proof)) {
            return;
        }
        if (proof instanceof Proof.Derived derived) {
            RuleCard card = card(derived.derivation());
            steps.putIfAbsent(card.id(), new Step(card.id(), card.title()));
            derived.premises().forEach(each -> collect(each, steps, seen));
        } else if (proof instanceof Proof.Counted counted) {
            counted.present().forEach(each -> collect(each, steps, seen));
        }
    }

    private RuleCard card(Derivation derivation) {
        return Objects.requireNonNull(cards.get(derivation.rule()));
    }

    private Reason reason(Proof.Derived proof, int depth) {
        shown.putIfAbsent(proof, number);
        RuleCard card = card(proof.derivation());
        return new Reason(
                card.id(),
                card.title(),
                Sentences.capital(bindings(proof.derivation()).fill(card.says(), sentences)),
                card.citations(),
                card.likelihood(),
                card.at(),
                premises(proof, depth));
    }

    /** The values of the variables: those of the facts given before, for a condition inside a rule, and those matched. */
    private Bindings bindings(Derivation derivation) {
        return Bindings.of(derivation, graph);
    }

    private List<Premise> premises(Proof.Derived proof, int depth) {
        Derivation derivation = proof.derivation();
        Bindings bindings = bindings(derivation);
        List<Premise> premises = new ArrayList<>();
        int matched = derivation.matched().size();
        int outcomes = derivation.outcomes().size();
        for (int i = 0; i < proof.premises().size(); i++) {
            Proof premise = proof.premises().get(i);
            if (i < matched) {
                premises.add(held(premise, derivation.patterns().get(i), bindings, depth));
            } else if (i < matched + outcomes) {
                premises.add(accumulated((Proof.Counted) premise, bindings, depth));
            } else {
                premises.addAll(premises((Proof.Derived) premise, depth));
            }
        }
        derivation
                .absences()
                .forEach(absence -> premises.add(new Absent(
                        absence(derivation, absence, bindings),
                        worlds.whereItMayHold(absence),
                        instead(absence, depth))));
        return premises;
    }

    /** What keeps away all that would be there but for something inside it that must not be: the second part of a {@code forall}. */
    private List<Held> instead(int absence, int depth) {
        Map<Integer, Held> instead = new LinkedHashMap<>();
        for (Derivation exception : graph.derivationsOf(absence)) {
            boolean there = exception.positive().stream()
                    .allMatch(node -> !worlds.label(node).and(covers).isEmpty());
            if (there) {
                exception.absences().stream()
                        .flatMap(inner -> graph.derivationsOf(inner).stream())
                        .flatMap(found -> found.matched().stream())
                        .filter(node -> !worlds.label(node).and(covers).isEmpty())
                        .forEach(node -> {
                            if (!instead.containsKey(node)) {
                                Fact fact = graph.fact(node).orElseThrow();
                                instead.put(node, held(fact, covers, depth < detail.depth(), depth + 1));
                            }
                        });
            }
        }
        return List.copyOf(instead.values());
    }

    private Held held(Proof proof, Pattern pattern, Bindings bindings, int depth) {
        Fact fact = graph.fact(proof.node()).orElseThrow();
        List<String> tests = new TestWords(sentences, bindings).of(pattern, fact);
        if (!(proof instanceof Proof.Derived derived)) {
            List<Origin> stated = proof instanceof Proof.Answered answered
                    ? List.of(origins.answered(answered.choice()))
                    : origins.outright(fact);
            return new Held(fact.id(), sentences.sentence(fact), tests, stated, Optional.empty(), Shown.HERE, number);
        }
        Shown how = shown.containsKey(proof) ? Shown.ABOVE : depth < detail.depth() ? Shown.HERE : Shown.NOT;
        return new Held(
                fact.id(),
                sentences.sentence(fact),
                tests,
                List.of(),
                how == Shown.HERE ? Optional.of(reason(derived, depth + 1)) : Optional.empty(),
                how,
                shown.getOrDefault(proof, number));
    }

    /** What an accumulate comes to, with what it takes of it. */
    private Accumulated accumulated(Proof.Counted proof, Bindings bindings, int depth) {
        RuleCondition.Accumulate condition = ((Node.Outcome) graph.nodes().get(proof.node())).condition();
        List<Absent> absent = proof.absent().stream()
                .filter(element -> !worlds.mayHold(element).isEmpty())
                .map(element -> new Absent(noElement(element), worlds.whereItMayHold(element), List.of()))
                .toList();
        ConditionWords words = new ConditionWords(sentences, bindings);
        AccumulateWords said = new AccumulateWords(sentences, bindings);
        Accumulation accumulation = graph.accumulationOf(proof.node()).orElseThrow();
        boolean nothing = accumulation.elements().stream()
                .allMatch(element -> worlds.mayHold(element.node()).isEmpty());
        if (nothing) {
            return new Accumulated(words.absence(condition.source()), List.of(), List.of(), 0, "");
        }
        Map<Integer, Proof> present = new HashMap<>();
        proof.present().forEach(each -> present.put(each.node(), each));
        List<Element> elements = new ArrayList<>();
        Fold fold = accumulation.start();
        int others = 0;
        for (Accumulation.Element element : accumulation.elements()) {
            Proof there = present.get(element.node());
            if (there != null) {
                fold = fold.add(element.values());
                elements.add(
                        new Element(premises((Proof.Derived) there, depth), said.taken(condition, element.values())));
            } else if (!proof.absent().contains(element.node())) {
                others++;
            }
        }
        return new Accumulated(
                Sentences.capital(words.clause(condition)),
                elements,
                absent,
                others,
                others > 0
                        ? ""
                        : fold.result()
                                .map(values -> said.results(condition, named(condition, values)))
                                .orElse(""));
    }

    private static Map<String, Value> named(RuleCondition.Accumulate condition, List<Value> values) {
        Map<String, Value> named = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            named.put(condition.results().get(i).variable(), values.get(i));
        }
        return named;
    }

    private String noElement(int element) {
        List<String> clauses = ((Node.Element) graph.nodes().get(element))
                .matched().stream().map(sentences::clause).toList();
        return "Nothing says that " + String.join(" and ", clauses);
    }

    /** What a derivation asks not to be there, as a sentence. */
    public String absence(Derivation derivation, int absence) {
        return absence(derivation, absence, bindings(derivation));
    }

    private String absence(Derivation derivation, int absence, Bindings bindings) {
        Node.Local local = (Node.Local) graph.nodes().get(absence);
        return new ConditionWords(sentences, bindings)
                .absence(card(derivation), derivation.branch(), local.condition());
    }
}
