package org.demarche.explain;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Vocabulary;
import org.demarche.explain.Environments.Environment;
import org.demarche.inference.Choice;
import org.demarche.inference.Derivation;
import org.demarche.inference.Inference;
import org.demarche.model.Fact;
import org.demarche.rules.RuleCard;
import org.demarche.worlds.Worlds;

/**
 * On what two assessments differ about an inference: the first statement, rule, answer or absence that a support has in one of them and
 * not in the other.
 */
public final class Causes {

    /** One of the two assessments. */
    public record Side(Worlds worlds, Map<String, RuleCard> cards, CaseFile caseFile, Vocabulary vocabulary) {

        /** In how many scenarios a fact holds. */
        private BigInteger holds(Fact fact) {
            return worlds.graph()
                    .find(fact)
                    .map(node -> worlds.label(node).count())
                    .orElse(BigInteger.ZERO);
        }

        /** Whether a fact holds in as large a part of the scenarios as on the other side. */
        boolean holdsAsMuch(Fact fact, Side other) {
            return holds(fact)
                            .multiply(other.worlds().count())
                            .compareTo(other.holds(fact).multiply(worlds.count()))
                    >= 0;
        }

        Sentences sentences() {
            return new Sentences(caseFile, vocabulary);
        }
    }

    /** Which of the two an inference stands better in. */
    private enum Way {
        LESS,
        MORE
    }

    private final Side has;
    private final Side lacks;
    private final Way way;

    private Causes(Side has, Side lacks, Way way) {
        this.has = has;
        this.lacks = lacks;
        this.way = way;
    }

    /** Why an inference stands less well afterwards, as a clause; empty when no single thing was found. */
    public static Optional<String> ofLess(Inference inference, Side before, Side after) {
        return new Causes(before, after, Way.LESS).find(inference.fact());
    }

    /** Why an inference stands better afterwards, as a clause. */
    public static Optional<String> ofMore(Inference inference, Side before, Side after) {
        return new Causes(after, before, Way.MORE).find(inference.fact());
    }

    private Optional<String> find(Fact fact) {
        Optional<Integer> node = has.worlds().graph().find(fact);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        List<Environment> supports = new Environments(has.worlds()).of(node.get());
        return supports.stream()
                .flatMap(support -> difference(support.proof()).stream())
                .findFirst();
    }

    private Optional<String> difference(Proof proof) {
        if (proof instanceof Proof.Derived derived) {
            return difference(derived);
        }
        if (proof instanceof Proof.Counted counted) {
            return counted.present().stream()
                    .flatMap(each -> difference(each).stream())
                    .findFirst();
        }
        Fact fact = has.worlds().graph().fact(proof.node()).orElseThrow();
        if (lacks.holdsAsMuch(fact, has)) {
            return Optional.empty();
        }
        if (proof instanceof Proof.Answered answered) {
            return Optional.of(answer(answered.choice()));
        }
        String clause = has.sentences().clause(fact);
        return Optional.of(
                way == Way.LESS ? "it is no longer stated that " + clause : "it is now stated that " + clause);
    }

    private String answer(Choice choice) {
        String said = has.sentences().answer(choice.question(), choice.answer());
        if (way == Way.LESS) {
            return "it can no longer be that " + said;
        }
        boolean settled = has.worlds().possibleAnswers(choice.question()).size() == 1;
        return settled ? said : "it can now be that " + said;
    }

    private Optional<String> difference(Proof.Derived derived) {
        RuleCard card = has.cards().get(derived.derivation().rule());
        if (card != null && !lacks.cards().containsKey(card.id())) {
            String named = "rule “" + card.title() + "” [" + card.id() + "]";
            return Optional.of(way == Way.LESS ? named + " is not there any more" : named + " is there now");
        }
        for (Proof premise : derived.premises()) {
            Optional<Fact> fact = has.worlds().graph().fact(premise.node());
            Optional<String> difference =
                    fact.filter(each -> lacks.holdsAsMuch(each, has)).isPresent()
                            ? Optional.empty()
                            : difference(premise);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return derived.derivation().absences().stream()
                .flatMap(absence -> filled(absence).stream())
                .findFirst();
    }

    /** What is there in the other assessment that had to be absent, or is no longer there that kept it away. */
    private Optional<String> filled(int absence) {
        Optional<Integer> there = lacks.worlds()
                .graph()
                .find(has.worlds().graph().nodes().get(absence))
                .filter(node -> !lacks.worlds().mayHold(node).isEmpty());
        if (there.isEmpty()) {
            return Optional.empty();
        }
        List<Derivation> standing = lacks.worlds().graph().derivationsOf(there.get()).stream()
                .filter(lacks.worlds()::stands)
                .toList();
        return standing.stream()
                .flatMap(derivation -> facts(derivation).stream())
                .filter(fact -> !has.holdsAsMuch(fact, lacks))
                .map(fact -> lacks.sentences().clause(fact))
                .map(clause -> way == Way.LESS ? "now " + clause : "it is no longer so that " + clause)
                .findFirst()
                .or(() -> standing.stream()
                        .flatMap(derivation -> derivation.absences().stream())
                        .flatMap(inner -> kept(inner).stream())
                        .findFirst());
    }

    /** Why something inside an absence held on the one side and does not on the other. */
    private Optional<String> kept(int inner) {
        return has.worlds()
                .graph()
                .find(lacks.worlds().graph().nodes().get(inner))
                .flatMap(node -> new Environments(has.worlds())
                        .of(node).stream()
                                .flatMap(support -> difference(support.proof()).stream())
                                .findFirst());
    }

    private List<Fact> facts(Derivation derivation) {
        return derivation.matched().stream()
                .map(node -> lacks.worlds().graph().fact(node).orElseThrow())
                .toList();
    }
}
