package org.demarche.hypotheses;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.cases.Question;
import org.demarche.cases.Statement;
import org.demarche.evidence.Confidences;
import org.demarche.evidence.Weighing;
import org.demarche.explain.why.Explanation.Detail;
import org.demarche.explain.why.Why;
import org.demarche.explain.wording.Sentences;
import org.demarche.hypotheses.Matrix.Column;
import org.demarche.inference.Choice;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;
import org.demarche.model.Confidence;
import org.demarche.model.Fact;
import org.demarche.model.Report;
import org.demarche.source.Citation;
import org.demarche.worlds.Label;
import org.demarche.worlds.Worlds;

/** What the rows of a matrix are made from: an assessment, the questions asked, and the hypotheses. */
final class Board {

    final Assessment assessment;
    final Worlds worlds;
    final DerivationGraph graph;
    final Sentences sentences;
    final Confidences confidences;
    final Footing footing;
    final List<Question> questions;
    final List<Column> columns;

    Board(Assessment assessment, List<Question> questions) {
        this.assessment = assessment;
        this.worlds = assessment.worlds().together();
        this.graph = worlds.graph();
        this.sentences =
                new Sentences(assessment.caseFile(), assessment.rulebase().vocabulary());
        this.confidences = assessment.confidences();
        this.footing = new Footing(worlds, confidences.premises());
        this.questions = questions;
        this.columns = Combinations.of(questions).stream().map(this::column).toList();
    }

    private Column column(List<Choice> answers) {
        Label where = where(worlds, answers, "");
        String says = answers.stream()
                .map(answer -> sentences.answer(answer.question(), answer.answer()))
                .collect(Collectors.joining(" and "));
        return new Column(
                answers.stream().map(Choice::answer).collect(Collectors.joining(" + ")),
                answers,
                says,
                !where.isEmpty(),
                worlds.likelihood(where));
    }

    /** The possible scenarios with some answers, but for that to one question. */
    static Label where(Worlds worlds, List<Choice> answers, String butFor) {
        Label where = worlds.possible();
        for (Choice answer : answers) {
            where = answer.question().equals(butFor) ? where : where.and(worlds.label(answer));
        }
        return where;
    }

    /**
     * The scenarios in which evidence on a question is looked at for some answers: those with the answers to the other questions, as far as
     * these are open. What an answer that has been ruled out would be like, no possible scenario shows.
     */
    Label among(List<Choice> answers, String question) {
        return where(
                worlds,
                answers.stream()
                        .filter(answer ->
                                worlds.possibleAnswers(answer.question()).size() > 1)
                        .toList(),
                question);
    }

    /** What must not be there for a derivation, as sentences. */
    List<String> absences(Derivation derivation) {
        return derivation.absences().stream()
                .map(absence -> why(worlds).absence(derivation, absence))
                .toList();
    }

    Why why(Worlds worlds) {
        return new Why(worlds, assessment.rulebase().cards(), assessment.caseFile(), sentences, Detail.SHORT);
    }

    Fact fact(int node) {
        return graph.fact(node).orElseThrow();
    }

    /** The open questions under an answer to which some of these facts are stated, and otherwise not; sorted. */
    List<String> supposed(List<Integer> nodes) {
        return nodes.stream()
                .filter(node -> !graph.statedOutright(node))
                .flatMap(node -> graph.statedBy(node).stream())
                .map(Choice::question)
                .filter(question -> worlds.free().possibleAnswers(question).size() > 1)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether anything in the case is graded. */
    boolean isJudged() {
        return confidences.premises().areJudged();
    }

    /** How good the evidence is for some facts together: as good as the weakest; a report is judged by itself. */
    Optional<Confidence> confidence(List<Integer> nodes) {
        Optional<Confidence> least = Optional.of(Confidence.HIGH);
        for (int node : nodes) {
            Optional<Confidence> one = fact(node) instanceof Report report
                    ? Weighing.of(Set.of(confidences.premises().voice(report)))
                    : confidences.of(node);
            least = least.flatMap(level -> one.map(other -> other.compareTo(level) < 0 ? other : level));
        }
        return least;
    }

    /** Who states some facts. */
    List<Citation> citations(List<Fact> facts) {
        return assessment.caseFile().statementsAt().stream()
                .filter(statement -> facts.contains(statement.fact()))
                .map(Statement::citations)
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparing(Citation::toString))
                .toList();
    }

    BitSet under(List<Integer> nodes) {
        return footing.under(nodes);
    }

    Stream<Integer> columnNumbers() {
        return Stream.iterate(0, number -> number < columns.size(), number -> number + 1);
    }
}
