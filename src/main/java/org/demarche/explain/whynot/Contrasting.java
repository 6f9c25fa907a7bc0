package org.demarche.explain.whynot;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Vocabulary;
import org.demarche.explain.matching.Wanted;
import org.demarche.explain.why.Explanation.Absent;
import org.demarche.explain.why.Explanation.Accumulated;
import org.demarche.explain.why.Explanation.Detail;
import org.demarche.explain.why.Explanation.Held;
import org.demarche.explain.why.Explanation.Premise;
import org.demarche.explain.why.Explanation.Reason;
import org.demarche.explain.why.Explanation.Support;
import org.demarche.explain.why.Why;
import org.demarche.explain.whynot.Contrast.Parting;
import org.demarche.explain.whynot.Contrast.Region;
import org.demarche.explain.whynot.Obstacles.Attempt;
import org.demarche.explain.whynot.Obstacles.Met;
import org.demarche.explain.whynot.Obstacles.Step;
import org.demarche.explain.whynot.Obstacles.Unmet;
import org.demarche.explain.wording.Sentences;
import org.demarche.inference.Choice;
import org.demarche.inference.Inference;
import org.demarche.inference.Node;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.rules.RuleCard;
import org.demarche.worlds.Label;
import org.demarche.worlds.Worlds;

/** Finds where the support of what holds and the nearest attempt at something else part. */
public final class Contrasting {

    private final Inference one;
    private final Fact other;
    private final Worlds worlds;
    private final Map<String, RuleCard> cards;
    private final CaseFile caseFile;
    private final Vocabulary vocabulary;
    private final Sentences sentences;

    private Contrasting(
            Inference one,
            Fact other,
            Worlds worlds,
            Map<String, RuleCard> cards,
            CaseFile caseFile,
            Vocabulary vocabulary) {
        this.one = one;
        this.other = other;
        this.worlds = worlds;
        this.cards = cards;
        this.caseFile = caseFile;
        this.vocabulary = vocabulary;
        this.sentences = new Sentences(caseFile, vocabulary);
    }

    /**
     * Why the one rather than the other.
     *
     * @param otherInference what is known of the other, if anything
     * @param worlds labels of everything together
     */
    public static Contrast of(
            Inference one,
            Fact other,
            Optional<Inference> otherInference,
            Worlds worlds,
            Map<String, RuleCard> cards,
            CaseFile caseFile,
            Vocabulary vocabulary) {
        return new Contrasting(one, other, worlds, cards, caseFile, vocabulary).contrast(otherInference);
    }

    private Contrast contrast(Optional<Inference> otherInference) {
        Label first = holding(one.fact());
        Label second = holding(other);
        Label apart = first.minus(second);
        Optional<Support> support = apart.isEmpty() ? Optional.empty() : support(apart);
        return new Contrast(
                one,
                sentences.sentence(one.fact()),
                other,
                sentences.sentence(other),
                otherInference,
                region(apart),
                region(first.and(second)),
                region(second.minus(first)),
                support,
                region(support.map(each -> stands(each, apart)).orElse(apart)),
                support.map(each -> partings(each, apart)).orElse(List.of()));
    }

    private Label holding(Fact fact) {
        return worlds.graph()
                .find(fact)
                .map(worlds::label)
                .orElseGet(() -> worlds.possible().minus(worlds.possible()));
    }

    private Region region(Label label) {
        return new Region(
                label.count(),
                label.isEmpty() ? List.of() : worlds.conditions(label).listed());
    }

    /** The support that stands in the largest part of a label, in full. */
    private Optional<Support> support(Label where) {
        List<Support> supports = explain(Detail.SHORT);
        int widest = 0;
        BigInteger most = BigInteger.ZERO;
        for (int i = 0; i < supports.size(); i++) {
            BigInteger count = stands(supports.get(i), where).count();
            if (count.compareTo(most) > 0) {
                widest = i;
                most = count;
            }
        }
        if (most.signum() == 0) {
            return Optional.empty();
        }
        List<Support> full = widest == 0 ? supports : explain(new Detail(widest + 1, Integer.MAX_VALUE));
        return Optional.of(full.get(widest));
    }

    private List<Support> explain(Detail detail) {
        return Why.explain(one, worlds, cards, caseFile, vocabulary, detail).supports();
    }

    /** The part of a label in which a support stands. */
    private Label stands(Support support, Label where) {
        Label stands = where.minus(where);
        for (Map<String, String> condition : support.conditions()) {
            Label under = where;
            for (Map.Entry<String, String> answer : condition.entrySet()) {
                under = under.and(worlds.label(new Choice(answer.getKey(), answer.getValue())));
            }
            stands = stands.or(under);
        }
        return stands;
    }

    /** The nearest attempt at the other, and below it at what it lacks, as long as rules could conclude that. */
    private List<Parting> partings(Support support, Label where) {
        Told told = Told.of(support.reason().orElseThrow());
        List<Parting> partings = new ArrayList<>();
        List<Attempt> attempts = new WhyNot(worlds, cards, caseFile, vocabulary).attempts(Wanted.of(other), where);
        String concludes = sentences.sentence(other);
        while (!attempts.isEmpty()) {
            Attempt nearest = attempts.get(0);
            List<Unmet> missing = nearest.missing();
            if (missing.isEmpty()) {
                break;
            }
            Unmet lacks = missing.get(0);
            partings.add(parting(nearest, concludes, lacks, told, where));
            attempts = lacks.attempts();
            concludes = lacks.sentence();
        }
        return partings;
    }

    private Parting parting(Attempt attempt, String concludes, Unmet lacks, Told told, Label where) {
        List<Met> shared = new ArrayList<>();
        List<Met> besides = new ArrayList<>();
        for (Step step : attempt.steps()) {
            if (step instanceof Met met) {
                (told.has(met) ? shared : besides).add(met);
            }
        }
        return new Parting(
                attempt.rule(),
                attempt.title(),
                // Without conditions it is so wherever is looked.
                attempt.conditions().isEmpty() ? region(where) : new Region(attempt.scenarios(), attempt.conditions()),
                !attempt.alternatives().isEmpty(),
                concludes,
                shared,
                besides,
                lacks,
                lacks.fact().flatMap(fact -> instead(fact, told)),
                attempt.unmet() - 1);
    }

    /** What the support has of the same kind with the same term, about something else. */
    private Optional<Held> instead(Fact lacking, Told told) {
        Optional<FactType.Field> term = lacking.type().fields().stream()
                .filter(field -> field.type() == FieldType.TERM)
                .findFirst();
        return term.flatMap(field -> facts().filter(fact -> fact.type().equals(lacking.type())
                        && fact.value(field.name()).equals(lacking.value(field.name()))
                        && !fact.equals(lacking))
                .flatMap(fact -> Optional.ofNullable(told.facts().get(fact.id())).stream())
                .findFirst());
    }

    private Stream<Fact> facts() {
        return worlds.graph().nodes().stream()
                .filter(Node.Known.class::isInstance)
                .map(node -> ((Node.Known) node).fact());
    }

    /** All that a tree says: its facts by id, and what it needs absent or counted, as sentences. */
    private record Told(Map<String, Held> facts, Set<String> sentences) {

        static Told of(Reason reason) {
            Told told = new Told(new LinkedHashMap<>(), new TreeSet<>());
            told.add(reason.premises());
            return told;
        }

        private void add(List<? extends Premise> premises) {
            for (Premise premise : premises) {
                if (premise instanceof Held held) {
                    facts.putIfAbsent(held.id(), held);
                    held.reason().ifPresent(reason -> add(reason.premises()));
                } else if (premise instanceof Accumulated accumulated) {
                    sentences.add(accumulated.sentence());
                    accumulated.present().forEach(element -> add(element.premises()));
                    add(accumulated.absent());
                } else {
                    sentences.add(((Absent) premise).sentence());
                }
            }
        }

        boolean has(Met met) {
            return met.facts().isEmpty()
                    ? sentences.contains(met.sentence())
                    : met.facts().stream().allMatch(held -> facts.containsKey(held.id()));
        }
    }
}
