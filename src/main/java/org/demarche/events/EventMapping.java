package org.demarche.events;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.AccessLevel;
import lombok.Builder;
import lombok.Getter;
import lombok.experimental.Accessors;
import org.demarche.cases.Actor;
import org.demarche.cases.Grade;
import org.demarche.cases.Source;
import org.demarche.cases.Vocabulary;
import org.demarche.source.LoadException;
import org.demarche.source.Problems;
import org.demarche.yaml.YamlReader;

/** What the names and codes of a table mean in a case. */
@Getter(AccessLevel.PACKAGE)
@Accessors(fluent = true)
@Builder(access = AccessLevel.PACKAGE)
public final class EventMapping {

    private final Optional<Layout> layout;
    private final TableColumns columns;
    private final TableForm form;

    /** How the table names states, looked at in this order. */
    private final List<CountryScheme> countries;

    /** Whether whoever acts for a country is taken for the country. */
    private final boolean roles;

    /** Whether the code of a kind of event stands for all more special ones in CAMEO that are not known themselves. */
    private final boolean parents;

    /** Actions by code. */
    private final Map<String, String> actions;

    /** Ids of actors by what they are called in the table. */
    private final Map<String, String> actors;

    private final Only only;
    private final Set<String> ignoredCodes;
    private final Set<String> ignoredActors;

    /** Who says so, as in a case; {@code ""} when it is not said. */
    private final String source;

    /** Whether the statements are reports of the source, and not facts. */
    private final boolean reports;

    /** Who says so in the first place, where they are reports. */
    private final String origin;

    /** How good the statements are. */
    private final Grade grade;

    private final Map<String, Source> declaredSources;
    private final Map<String, Actor> declaredActors;

    /**
     * What is to be taken of a table.
     *
     * @param actors none but between these; empty for all
     * @param from the first day
     * @param to the last day
     */
    record Only(Set<String> actors, Optional<LocalDate> from, Optional<LocalDate> to) {

        Only {
            actors = Set.copyOf(actors);
        }

        boolean has(LocalDate day) {
            return !from.map(day::isBefore).orElse(false)
                    && !to.map(day::isAfter).orElse(false);
        }

        boolean hasActor(String id) {
            return actors.isEmpty() || actors.contains(id);
        }
    }

    /**
     * The mapping in a file.
     *
     * @param vocabulary the actions that there are
     * @throws LoadException with all that is wrong with it
     */
    public static EventMapping read(Path file, Vocabulary vocabulary) {
        Problems problems = new Problems();
        Optional<EventMapping> read =
                YamlReader.read(file, problems).flatMap(root -> new MappingReader(vocabulary, problems).read(root));
        problems.throwIfErrors();
        return read.orElseThrow();
    }
}
