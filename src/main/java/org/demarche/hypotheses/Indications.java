package org.demarche.hypotheses;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.explain.why.Explanation.Reason;
import org.demarche.explain.why.Why;
import org.demarche.hypotheses.Matrix.Cell;
import org.demarche.hypotheses.Matrix.Column;
import org.demarche.hypotheses.Matrix.Counting;
import org.demarche.hypotheses.Matrix.Kind;
import org.demarche.hypotheses.Matrix.Row;
import org.demarche.inference.Choice;
import org.demarche.inference.Derivation;
import org.demarche.model.Confidence;
import org.demarche.model.Fact;
import org.demarche.model.Indication;
import org.demarche.model.Report;
import org.demarche.worlds.Label;

/**
 * What rules take to bear on answers: a row for each piece of evidence, by whichever rules it bears. It counts where it holds whatever
 * the answer to its own question is; what holds only under an answer cannot speak for that answer.
 */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class Indications {

    /** From the least consistent on: where rules rate the same evidence differently, that counts. */
    private static final List<Rating> WORST_FIRST = List.of(Rating.II, Rating.I, Rating.C, Rating.CC);

    private final Board board;

    /** The evidence, the question on which it bears, and how it bears on each answer. */
    private record Item(Evidence evidence, String question, Map<String, Map<Rating, List<Derivation>>> bearings) {
        Item merged(Item same) {
            return new Item(evidence.merged(same.evidence), question, bearings);
        }
    }

    List<Draft> rows() {
        Map<List<Object>, Draft> rows = new LinkedHashMap<>();
        items().forEach(item -> rows.merge(item.evidence().key(), draft(item), Draft::together));
        return List.copyOf(rows.values());
    }

    private List<Item> items() {
        Map<List<Object>, Item> items = new LinkedHashMap<>();
        for (Derivation derivation : board.graph.derivations()) {
            Optional<Indication> indication = board.graph
                    .fact(derivation.head())
                    .filter(Indication.class::isInstance)
                    .map(Indication.class::cast)
                    .filter(each -> board.questions.stream()
                            .anyMatch(question -> question.id().equals(each.question())));
            if (indication.isPresent() && !board.worlds.label(derivation).isEmpty()) {
                note(derivation, indication.get(), items);
            }
        }
        return List.copyOf(items.values());
    }

    private void note(Derivation derivation, Indication indication, Map<List<Object>, Item> items) {
        Evidence evidence = Evidence.of(derivation, board);
        List<Object> key = List.of(evidence.key(), indication.question());
        items.merge(key, new Item(evidence, indication.question(), new TreeMap<>()), Item::merged)
                .bearings()
                .computeIfAbsent(indication.answer(), any -> new EnumMap<>(Rating.class))
                .computeIfAbsent(Rating.valueOf(indication.rating()), any -> new ArrayList<>())
                .add(derivation);
    }

    private Draft draft(Item item) {
        List<Cell> cells = new ArrayList<>();
        List<List<Part>> reaches = new ArrayList<>();
        board.columns.forEach(column -> {
            Map<Rating, List<Derivation>> bearing = item.bearings().getOrDefault(answer(column, item), Map.of());
            Label among = board.among(column.answers(), item.question());
            Map<Rating, Label> holding = new EnumMap<>(Rating.class);
            bearing.forEach((rating, derivations) ->
                    holding.put(rating, holds(derivations).and(among)));
            Map<Rating, Label> counting = counting(bearing, item.question(), among);
            Rating rating = worst(counting).or(() -> worst(holding)).orElse(Rating.N);
            Reach reach = rating == Rating.N
                    ? new Reach(among, among, board.worlds)
                    : new Reach(counting.getOrDefault(rating, none()), among, board.worlds);
            List<Part> parts = parts(counting, among);
            reaches.add(parts);
            cells.add(cell(rating, reach, parts, bearing, holding, counting));
        });
        return draft(item, cells, reaches);
    }

    private Label none() {
        return board.worlds.possible().minus(board.worlds.possible());
    }

    private static String answer(Column column, Item item) {
        return column.answers().stream()
                .filter(choice -> choice.question().equals(item.question()))
                .map(Choice::answer)
                .findFirst()
                .orElseThrow();
    }

    /** Where each rating holds whatever the answer, among the scenarios of a column. */
    private Map<Rating, Label> counting(Map<Rating, List<Derivation>> bearing, String question, Label among) {
        Map<Rating, Label> counting = new EnumMap<>(Rating.class);
        bearing.forEach((rating, derivations) -> counting.put(
                rating, board.worlds.whatever(anywhere(derivations), question).and(among)));
        return counting;
    }

    /** Where each rating decides: the least consistent one that counts in a scenario. */
    private List<Part> parts(Map<Rating, Label> counting, Label among) {
        List<Part> parts = new ArrayList<>();
        Label left = among;
        for (Rating rating : WORST_FIRST) {
            Label here = counting.getOrDefault(rating, among.minus(among)).and(left);
            left = left.minus(here);
            parts.add(new Part(rating, new Reach(here, among, board.worlds)));
        }
        return parts;
    }

    /** The least consistent rating that is somewhere. */
    private static Optional<Rating> worst(Map<Rating, Label> where) {
        return WORST_FIRST.stream()
                .filter(where::containsKey)
                .filter(each -> !Objects.requireNonNull(where.get(each)).isEmpty())
                .findFirst();
    }

    private Label anywhere(List<Derivation> derivations) {
        return derivations.stream().map(board.worlds::anywhere).reduce(none(), Label::or);
    }

    private Label holds(List<Derivation> derivations) {
        return derivations.stream().map(board.worlds::label).reduce(none(), Label::or);
    }

    private Cell cell(
            Rating rating,
            Reach reach,
            List<Part> parts,
            Map<Rating, List<Derivation>> bearing,
            Map<Rating, Label> holding,
            Map<Rating, Label> counting) {
        boolean presupposes = holding.entrySet().stream()
                .anyMatch(each -> !each.getValue()
                        .minus(counting.getOrDefault(each.getKey(), none()))
                        .isEmpty());
        boolean mixed = counting.entrySet().stream()
                .anyMatch(each -> each.getKey() != rating && !each.getValue().isEmpty());
        Why why = board.why(board.worlds);
        List<Reason> reasons = bearing.values().stream()
                .flatMap(List::stream)
                .map(derivation -> why.reason(derivation, false))
                .distinct()
                .sorted(Comparator.comparing(Reason::rule).thenComparing(Reason::sentence))
                .toList();
        return new Cell(rating, reach.share(), Part.against(parts), conditions(reach), mixed, presupposes, reasons);
    }

    private List<Map<String, String>> conditions(Reach reach) {
        if (reach.isEverywhere()) {
            return List.of(Map.of());
        }
        return reach.counts().isEmpty()
                ? List.of()
                : board.worlds.conditions(reach.counts()).listed();
    }

    private Draft draft(Item item, List<Cell> cells, List<List<Part>> reaches) {
        Evidence evidence = item.evidence();
        BitSet under = board.under(evidence.nodes());
        Optional<Report> report = evidence.nodes().stream()
                .map(board::fact)
                .filter(Report.class::isInstance)
                .map(Report.class::cast)
                .findFirst();
        List<Fact> facts = evidence.nodes().stream().map(board::fact).toList();
        boolean counts = cells.stream().anyMatch(cell -> cell.rating() != Rating.N && cell.share() > 0);
        List<String> supposed = board.supposed(evidence.nodes());
        Optional<Confidence> confidence = supposed.isEmpty() ? evidence.confidence(board) : Optional.empty();
        Row row = new Row(
                "",
                evidence.sentence(board),
                Kind.INDICATION,
                facts.stream().map(Fact::id).sorted().toList(),
                supposed,
                cells,
                confidence,
                supposed.isEmpty() ? Weight.of(confidence, board.isJudged()) : Weight.MEDIUM,
                Weight.MEDIUM,
                counts ? Counting.COUNTED : Counting.PRESUPPOSES,
                "",
                Scoring.diagnosticity(cells),
                board.citations(facts));
        return new Draft(
                row,
                reaches,
                under,
                board.footing.origins(under),
                report.map(said -> List.of(said.question(), said.answer())).orElse(List.of()),
                report.filter(board.confidences.premises()::isCopy).isPresent());
    }
}
