package org.demarche.hypotheses;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Statement;
import org.demarche.inference.DerivationGraph;
import org.demarche.model.Fact;

/**
 * Since when what a case states has been so. When it became known is another matter: what was so all along can have led to something,
 * although it was found out afterwards.
 */
final class Beginnings {

    private static final LocalDate LONG_AGO = LocalDate.MIN;

    private final DerivationGraph graph;

    /** The first day of each fact; of several that are given the earliest. */
    private final Map<Fact, LocalDate> began = new HashMap<>();

    /** The day by which each fact had begun for certain. */
    private final Map<Fact, LocalDate> begunBy = new HashMap<>();

    Beginnings(CaseFile file, DerivationGraph graph) {
        this.graph = graph;
        Stream.concat(
                        file.statementsAt().stream(),
                        file.questionsAt().stream()
                                .flatMap(question -> question.answers().stream())
                                .flatMap(answer -> file.statementsAt(answer).stream()))
                .forEach(this::note);
    }

    private void note(Statement statement) {
        began.merge(statement.fact(), statement.began().orElse(LONG_AGO), Beginnings::earlier);
        begunBy.merge(statement.fact(), statement.begunBy().orElse(LONG_AGO), Beginnings::earlier);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** The nodes of what began only after something had: none where nobody says when that was. */
    BitSet after(Fact fact) {
        LocalDate day = Optional.ofNullable(begunBy.get(fact)).orElse(LONG_AGO);
        BitSet later = new BitSet();
        if (!day.equals(LONG_AGO)) {
            began.forEach((other, first) -> {
                if (first.isAfter(day)) {
                    graph.find(other).ifPresent(later::set);
                }
            });
        }
        return later;
    }
}
