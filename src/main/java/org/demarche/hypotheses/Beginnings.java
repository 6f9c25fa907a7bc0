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
import org.demarche.model.Event;
import org.demarche.model.Fact;
import org.demarche.yaml.YamlDates;

/**
 * Since when what a case states has been so. When it became known is another matter: what was so all along can have led to something,
 * although it was found out afterwards.
 */
final class Beginnings {

    private final DerivationGraph graph;

    /** The first day of what has one; of several the earliest, and none at all where one of them gives none. */
    private final Map<Fact, LocalDate> days = new HashMap<>();

    Beginnings(CaseFile file, DerivationGraph graph) {
        this.graph = graph;
        Stream.concat(
                        file.statementsAt().stream(),
                        file.questionsAt().stream()
                                .flatMap(question -> question.answers().stream())
                                .flatMap(answer -> file.statementsAt(answer).stream()))
                .forEach(statement -> days.merge(
                        statement.fact(), began(statement), (one, other) -> one.isBefore(other) ? one : other));
    }

    private static LocalDate began(Statement statement) {
        return statement.since().or(() -> happened(statement.fact())).orElse(LocalDate.MIN);
    }

    private static Optional<LocalDate> happened(Fact fact) {
        return fact instanceof Event event ? YamlDates.firstDay(event.date()) : Optional.empty();
    }

    /** The nodes of what began after something was over at the latest: none where nobody says when that was. */
    BitSet after(Fact fact) {
        BitSet later = new BitSet();
        Optional<LocalDate> last = fact instanceof Event event ? YamlDates.lastDay(event.date()) : Optional.empty();
        LocalDate day = last.orElse(days.getOrDefault(fact, LocalDate.MIN));
        if (!day.equals(LocalDate.MIN)) {
            days.forEach((other, first) -> {
                if (first.isAfter(day)) {
                    graph.find(other).ifPresent(later::set);
                }
            });
        }
        return later;
    }
}
