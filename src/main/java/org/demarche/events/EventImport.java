package org.demarche.events;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.demarche.cases.Term;
import org.demarche.cases.Vocabulary;
import org.demarche.model.Event;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.yaml.YamlDates;

/** Goes through tables and keeps what they state. Not thread-safe. */
public final class EventImport {

    private static final int MOST_BROKEN_TOLD = 20;
    private static final int TOLD_EVERY = 100_000;
    private static final int LONGEST_SHOWN = 40;

    private static final Comparator<Event> ORDER = Comparator.comparing(Event::date)
            .thenComparing(Event::actor)
            .thenComparing(Event::action)
            .thenComparing(Event::target);

    private final EventMapping mapping;
    private final Vocabulary vocabulary;
    private final EventCodes codes;
    private final ActorNames names;
    private final EventDates dates;
    private final LongConsumer progress;

    private final Map<Event, Integer> events = new HashMap<>();
    private final Map<String, Boolean> needsTarget = new HashMap<>();
    private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);
    private final Counter unknownCodes = new Counter();
    private final Counter sharedCodes = new Counter();
    private final Counter unknownActors = new Counter();
    private final List<Problem> broken = new ArrayList<>();
    private long rows;
    private long restored;
    private long doubtful;
    private int headers;

    private EventImport(EventMapping mapping, Declarations declared, Vocabulary vocabulary, LongConsumer progress) {
        this.mapping = mapping;
        this.vocabulary = vocabulary;
        this.progress = progress;
        codes = new EventCodes(mapping, vocabulary);
        names = new ActorNames(mapping, declared);
        dates = new EventDates(mapping.form().dates());
    }

    /**
     * What tables state.
     *
     * @param declared by the case to which they are added
     * @param progress told from time to time how many rows have been read
     * @throws LoadException when a table cannot be read, with all that is wrong with any of them
     */
    public static ImportedEvents read(
            List<Path> files,
            EventMapping mapping,
            Declarations declared,
            Vocabulary vocabulary,
            LongConsumer progress) {
        EventImport work = new EventImport(mapping, declared, vocabulary, progress);
        Problems problems = new Problems();
        for (Path file : files) {
            EventTable table = new EventTable(file, mapping, problems);
            table.forEach(work::row, work::broken);
            work.headers += table.skippedHeader() ? 1 : 0;
        }
        problems.throwIfErrors();
        return work.result();
    }

    private void broken(Problem why) {
        count(Fate.BROKEN);
        if (broken.size() < MOST_BROKEN_TOLD) {
            broken.add(why);
        }
    }

    private void count(Fate fate) {
        fates.merge(fate, 1L, Long::sum);
        if (++rows % TOLD_EVERY == 0) {
            progress.accept(rows);
        }
    }

    private void row(Row row) {
        Optional<String> date = dates.read(row.date());
        if (date.isEmpty()) {
            SourceLocation at = new SourceLocation(row.file(), (int) Math.min(Integer.MAX_VALUE, row.line()), 0);
            broken(Problem.error("broken-row", at, "`" + shown(row.date()) + "` is no day.")
                    .withHint(EventDates.hint(row.date())));
        } else {
            count(fate(row, date.get()));
        }
    }

    private static String shown(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }

    private Fate fate(Row row, String date) {
        LocalDate day = YamlDates.firstDay(date).orElseThrow();
        return mapping.only().has(day) ? pairs(row, date) : Fate.OUTSIDE_DATES;
    }

    /** Where a cell names several actors, each of them has done it to each; the row is as good as the best of these. */
    private Fate pairs(Row row, String date) {
        Optional<Fate> first = Optional.empty();
        boolean imported = false;
        for (Party actor : parties(row.actor(), row.actorCountry())) {
            for (Party target : parties(row.target(), row.targetCountry())) {
                Fate fate = event(actor, target, row.code(), date);
                imported |= fate == Fate.IMPORTED;
                first = first.or(() -> Optional.of(fate));
            }
        }
        return imported ? Fate.IMPORTED : first.orElse(Fate.NO_ACTOR);
    }

    private List<Party> parties(String name, String country) {
        return mapping.layout().map(Layout::several).orElse(false)
                ? Party.all(name, country)
                : List.of(new Party(name, country));
    }

    private Fate event(Party actor, Party target, String code, String date) {
        if (ignored(actor) || ignored(target)) {
            return Fate.IGNORED;
        }
        Optional<String> who = names.find(actor.name(), actor.country());
        Optional<String> whom = names.find(target.name(), target.country());
        if (isOther(who) || isOther(whom)) {
            return Fate.OTHER_ACTORS;
        }
        if (actor.nobody()) {
            return Fate.NO_ACTOR;
        }
        boolean known = known(actor, who);
        known &= target.nobody() || target.told().equals(actor.told()) || known(target, whom);
        if (!known) {
            return Fate.UNKNOWN_ACTOR;
        }
        return who.equals(whom) ? Fate.SAME_ACTOR : coded(who.orElseThrow(), whom.orElse(""), code, date);
    }

    private boolean ignored(Party party) {
        return mapping.ignoredActors().contains(party.told());
    }

    private boolean isOther(Optional<String> id) {
        return id.isPresent() && !mapping.only().hasActor(id.get());
    }

    private boolean known(Party party, Optional<String> id) {
        if (id.isEmpty()) {
            unknownActors.add(party.told());
        }
        return id.isPresent();
    }

    private Fate coded(String actor, String target, String written, String date) {
        if (written.isEmpty()) {
            return Fate.NO_CODE;
        }
        String code = codes.known(written);
        restored += code.length() > written.length() ? 1 : 0;
        doubtful += EventCodes.mayLackZero(code) ? 1 : 0;
        if (codes.isIgnored(code)) {
            return Fate.IGNORED;
        }
        List<String> actions = codes.actions(code);
        if (actions.size() != 1) {
            (actions.isEmpty() ? unknownCodes : sharedCodes).add(code);
            return actions.isEmpty() ? Fate.UNKNOWN_CODE : Fate.AMBIGUOUS_CODE;
        }
        String action = actions.get(0);
        if (target.isEmpty() && needsTarget.computeIfAbsent(action, this::needsTarget)) {
            return Fate.NO_TARGET;
        }
        events.merge(new Event(actor, action, target, date), 1, Integer::sum);
        return Fate.IMPORTED;
    }

    /** Whether its phrase reads as nothing without a target. */
    private boolean needsTarget(String action) {
        return vocabulary
                .term(action)
                .map(Term::text)
                .orElse("")
                .replaceAll("\\[[^]]*]", "")
                .contains("{target}");
    }

    private ImportedEvents result() {
        List<ImportedEvents.Statement> statements = events.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(ORDER))
                .map(each -> new ImportedEvents.Statement(each.getKey(), each.getValue()))
                .toList();
        return new ImportedEvents(
                rows,
                fates,
                statements,
                unknownCodes.list(code -> List.of()),
                sharedCodes.list(codes::actions),
                unknownActors.list(name -> List.of()),
                unknownCodes.others() + sharedCodes.others() + unknownActors.others(),
                broken,
                restored,
                restored > 0 ? doubtful : 0,
                headers,
                codes.unused(),
                names.unused(),
                names.own());
    }
}
