package org.demarche.events;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.model.Event;
import org.demarche.source.Problem;

/**
 * What tables of events came to.
 *
 * @param rows how many there are, without headers and empty lines
 * @param fates how many rows each became of; none that none became of
 * @param statements each event once, sorted by date
 * @param unknownCodes that stand for no action
 * @param sharedCodes that stand for several
 * @param unknownActors by what they are called in the tables
 * @param untold in how many rows stands what is in none of these lists, because they would have become too long
 * @param broken the first rows that cannot be read
 * @param restored in how many rows a code lacked its first zero
 * @param doubtful in how many rows a code may lack one too, where it is taken as it is
 * @param headers of how many tables the first row was taken to name columns, though the mapping does not say that it does
 * @param unusedCodes of the mapping, that no row had
 * @param unusedActors of the mapping, that no row had
 * @param ownActors ids of those that are known only because the case itself calls them as a table does
 */
public record ImportedEvents(
        long rows,
        Map<Fate, Long> fates,
        List<Statement> statements,
        List<Counted> unknownCodes,
        List<Counted> sharedCodes,
        List<Counted> unknownActors,
        long untold,
        List<Problem> broken,
        long restored,
        long doubtful,
        int headers,
        List<String> unusedCodes,
        List<String> unusedActors,
        List<String> ownActors) {

    public ImportedEvents {
        Map<Fate, Long> counts = new EnumMap<>(Fate.class);
        counts.putAll(fates);
        fates = Collections.unmodifiableMap(counts);
        statements = List.copyOf(statements);
        unknownCodes = List.copyOf(unknownCodes);
        sharedCodes = List.copyOf(sharedCodes);
        unknownActors = List.copyOf(unknownActors);
        broken = List.copyOf(broken);
        unusedCodes = List.copyOf(unusedCodes);
        unusedActors = List.copyOf(unusedActors);
        ownActors = List.copyOf(ownActors);
    }

    /**
     * An event.
     *
     * @param rows in how many rows it stands
     */
    public record Statement(Event event, int rows) {}

    /** How many rows became of this kind. */
    public long count(Fate fate) {
        return fates.getOrDefault(fate, 0L);
    }

    /** Whether there are rows that cannot be read, or have codes or actors that are not known. */
    public boolean open() {
        return fates.keySet().stream().anyMatch(Fate::isOpen);
    }

    /** The ids of all who act or are acted upon. */
    public Set<String> actors() {
        Set<String> actors = new TreeSet<>();
        statements.forEach(each -> {
            actors.add(each.event().actor());
            actors.add(each.event().target());
        });
        actors.remove("");
        return actors;
    }
}
