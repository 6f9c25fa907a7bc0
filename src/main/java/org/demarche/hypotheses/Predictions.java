package org.demarche.hypotheses;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.cases.Statement;
import org.demarche.cases.Term;
import org.demarche.cases.Vocabulary;
import org.demarche.explain.why.Explanation.Reason;
import org.demarche.explain.why.Why;
import org.demarche.hypotheses.Matrix.Cell;
import org.demarche.hypotheses.Matrix.Column;
import org.demarche.hypotheses.Matrix.Counting;
import org.demarche.hypotheses.Matrix.Kind;
import org.demarche.hypotheses.Matrix.Row;
import org.demarche.inference.Derivation;
import org.demarche.inference.UnforeseenException;
import org.demarche.model.Confidence;
import org.demarche.model.Event;
import org.demarche.model.Fact;
import org.demarche.model.Move;
import org.demarche.worlds.Label;
import org.demarche.worlds.Worlds;

/**
 * What has happened, against what rules lead one to expect: with the observed fact and all that began only later withheld, it is
 * consistent with the answers under which it is inferred, and inconsistent with those under which something is that excludes it. What
 * rules foresee under every answer tells nothing apart.
 */
final class Predictions {

    private final Board board;
    private final Beginnings beginnings;

    Predictions(Board board) {
        this.board = board;
        this.beginnings = new Beginnings(board.assessment.caseFile(), board.graph);
    }

    /** What was observed, how rules would put it, and what excludes it. */
    private record Observed(int node, Fact expected, List<Fact> excluding) {}

    List<Draft> rows() {
        List<Draft> drafts = new ArrayList<>();
        board.assessment.observed().stream()
                .map(Statement::fact)
                .distinct()
                .flatMap(fact -> board.graph.find(fact).stream())
                .map(this::observed)
                .flatMap(Optional::stream)
                .forEach(observed -> drafts.add(draft(observed)));
        return drafts;
    }

    private Optional<Observed> observed(int node) {
        Fact fact = board.graph.fact(node).orElse(null);
        if (fact instanceof Event event) {
            Move expected = new Move(event.actor(), event.action(), event.target());
            List<Fact> excluding = excluding(event.action()).stream()
                    .map(action -> (Fact) new Move(event.actor(), action, event.target()))
                    .filter(this::isConcluded)
                    .toList();
            return isConcluded(expected) || !excluding.isEmpty()
                    ? Optional.of(new Observed(node, expected, excluding))
                    : Optional.empty();
        }
        return fact != null && fact.type().isDeclared() && isConcluded(fact)
                ? Optional.of(new Observed(node, fact, List.of()))
                : Optional.empty();
    }

    private boolean isConcluded(Fact fact) {
        return board.graph
                .find(fact)
                .filter(node -> !board.graph.derivationsOf(node).isEmpty())
                .isPresent();
    }

    /** The actions that cannot be taken together with one, whichever of the two says so. */
    private Set<String> excluding(String action) {
        Vocabulary words = board.assessment.rulebase().vocabulary();
        Set<String> excluding =
                new HashSet<>(words.term("action", action).map(Term::excludes).orElse(List.of()));
        words.ids("action").stream()
                .filter(other ->
                        words.term("action", other).orElseThrow().excludes().contains(action))
                .forEach(excluding::add);
        return excluding;
    }

    private Draft draft(Observed observed) {
        Worlds without = without(observed.node());
        List<Cell> cells = new ArrayList<>();
        List<List<Part>> reaches = new ArrayList<>();
        for (Column column : board.columns) {
            Label all = Board.where(without, column.answers(), "");
            // What has been ruled out since is no longer told apart from anything.
            Label among = column.possible() ? all : all.minus(all);
            Reach expected =
                    new Reach(holds(without, List.of(observed.expected())).and(among), among, without);
            Reach excluded = new Reach(holds(without, observed.excluding()).and(among), among, without);
            boolean against = !excluded.counts().isEmpty();
            boolean so = !expected.counts().isEmpty();
            Rating rating = among.isEmpty() ? Rating.NA : against ? Rating.I : so ? Rating.C : Rating.N;
            Reach reach = against ? excluded : so ? expected : new Reach(among, among, without);
            reaches.add(List.of(new Part(rating, reach)));
            cells.add(new Cell(
                    rating,
                    rating == Rating.NA ? 0 : reach.share(),
                    rating == Rating.NA ? 0 : rating.against() * reach.share(),
                    conditions(without, reach),
                    against && so,
                    false,
                    reasons(without, observed, among)));
        }
        return draft(observed, cells, reaches);
    }

    /** All that holds with what was observed withheld, and what began only later, which cannot have led to it. */
    private Worlds without(int node) {
        BitSet withheld = beginnings.after(board.fact(node));
        withheld.set(node);
        try {
            return board.worlds.stating(board.graph.withdrawing(withheld)).together();
        } catch (UnforeseenException rulesMustTell) {
            Set<Fact> facts = withheld.stream().mapToObj(board::fact).collect(Collectors.toSet());
            return board.assessment
                    .with(board.assessment.caseFile().withholding(facts))
                    .worlds()
                    .together();
        }
    }

    private static Label holds(Worlds worlds, List<Fact> facts) {
        Label none = worlds.possible().minus(worlds.possible());
        return facts.stream()
                .flatMap(fact -> worlds.graph().find(fact).stream())
                .map(worlds::label)
                .reduce(none, Label::or);
    }

    private static List<Map<String, String>> conditions(Worlds worlds, Reach reach) {
        if (reach.isEverywhere()) {
            return List.of(Map.of());
        }
        return reach.counts().isEmpty()
                ? List.of()
                : worlds.conditions(reach.counts()).listed();
    }

    private List<Reason> reasons(Worlds worlds, Observed observed, Label among) {
        Why why = board.why(worlds);
        List<Fact> foreseen = new ArrayList<>(observed.excluding());
        foreseen.add(observed.expected());
        List<Derivation> derivations = foreseen.stream()
                .flatMap(fact -> worlds.graph().find(fact).stream())
                .flatMap(node -> worlds.graph().derivationsOf(node).stream())
                .filter(derivation -> !worlds.label(derivation).and(among).isEmpty())
                .toList();
        return derivations.stream()
                .map(derivation -> why.reason(derivation, false))
                .distinct()
                .sorted(Comparator.comparing(Reason::rule).thenComparing(Reason::sentence))
                .toList();
    }

    private Draft draft(Observed observed, List<Cell> cells, List<List<Part>> reaches) {
        List<Integer> nodes = List.of(observed.node());
        Fact fact = board.fact(observed.node());
        BitSet under = board.under(nodes);
        List<String> supposed = board.supposed(nodes);
        Optional<Confidence> confidence = supposed.isEmpty() ? board.confidence(nodes) : Optional.empty();
        Row row = new Row(
                "",
                board.sentences.sentence(fact),
                Kind.PREDICTION,
                List.of(fact.id()),
                supposed,
                cells,
                confidence,
                supposed.isEmpty() ? Weight.of(confidence, board.isJudged()) : Weight.MEDIUM,
                Weight.MEDIUM,
                Counting.COUNTED,
                "",
                Scoring.diagnosticity(cells),
                board.citations(List.of(fact)));
        return new Draft(row, reaches, under, board.footing.origins(under), List.of(), false);
    }
}
