package org.demarche.explain.causes;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Vocabulary;
import org.demarche.explain.wording.Sentences;
import org.demarche.inference.Choice;
import org.demarche.inference.Node;
import org.demarche.model.Source;
import org.demarche.rules.RuleCard;
import org.demarche.worlds.Label;
import org.demarche.worlds.Worlds;

/**
 * One of two assessments that are compared.
 *
 * @param worlds labels of everything together
 */
public record Side(Worlds worlds, Map<String, RuleCard> cards, CaseFile caseFile, Vocabulary vocabulary) {

    /** Which of the two has a node in a larger part of its scenarios: negative when the other has. */
    int compareHolding(Node node, Side other) {
        return compare(holding(node), other, other.holding(node));
    }

    /** The same of what holds or is undefined. */
    int compareMayHold(Node node, Side other) {
        return compare(mayHold(node), other, other.mayHold(node));
    }

    private int compare(BigInteger mine, Side other, BigInteger theirs) {
        return mine.multiply(other.worlds().count()).compareTo(theirs.multiply(worlds.count()));
    }

    private BigInteger holding(Node node) {
        return count(worlds.graph().find(node).map(worlds::label));
    }

    private BigInteger mayHold(Node node) {
        return count(worlds.graph().find(node).map(worlds::mayHold));
    }

    private static BigInteger count(Optional<Label> label) {
        return label.map(Label::count).orElse(BigInteger.ZERO);
    }

    boolean asks(String question) {
        return !worlds.space().answers(question).isEmpty();
    }

    /** The sources and origins of which there is a report. */
    Set<String> heard() {
        return worlds.graph().outright().stream()
                .mapToObj(node -> worlds.graph().fact(node))
                .flatMap(Optional::stream)
                .filter(Source.class::isInstance)
                .map(fact -> ((Source) fact).source())
                .collect(Collectors.toSet());
    }

    /** The answer that was given to a question from outside. */
    Optional<String> supposed(String question) {
        return worlds.given().stream()
                .filter(each -> each.question().equals(question))
                .map(Choice::answer)
                .findFirst();
    }

    Sentences sentences() {
        return new Sentences(caseFile, vocabulary);
    }
}
