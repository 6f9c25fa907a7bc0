package org.demarche.events;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demarche.cases.Actor;
import org.demarche.cases.Actors;
import org.demarche.cases.CaseKeys;
import org.demarche.cases.Grade;
import org.demarche.cases.Source;
import org.demarche.cases.Sources;
import org.demarche.cases.Vocabulary;
import org.demarche.model.Report;
import org.demarche.source.Citation;
import org.demarche.source.KebabCase;
import org.demarche.source.Problems;
import org.demarche.source.Suggestion;
import org.demarche.yaml.YamlFields;
import org.demarche.yaml.YamlNode;
import org.demarche.yaml.YamlScalar;

/** Reads a mapping. */
record MappingReader(Vocabulary vocabulary, Problems problems) {

    private static final String ACTION = "action";
    /** Whether statements are reports. */
    private static final Map<String, Boolean> AS = Map.of("facts", false, "reports", true);

    private static final Map<String, Boolean> YES_OR_NO =
            Map.of("yes", true, "true", true, "no", false, "false", false);

    Optional<EventMapping> read(YamlNode root) {
        return YamlFields.of(root, "a mapping for events", problems)
                .map(fields -> mapping(fields.allow(MappingKeys.FILE)));
    }

    private EventMapping mapping(YamlFields fields) {
        Optional<Layout> layout = fields.choice("layout", Layout.byKey());
        Optional<YamlFields> declare = inner(fields, "declare");
        declare.ifPresent(each -> each.allow(MappingKeys.DECLARE));
        Optional<YamlFields> ignore = inner(fields, "ignore");
        ignore.ifPresent(each -> each.allow(MappingKeys.IGNORE));
        return EventMapping.builder()
                .layout(layout)
                .columns(columns(fields, layout))
                .form(form(fields))
                .countries(countries(fields, layout))
                .roles(fields.choice("roles", Map.of(MappingKeys.COUNTRY, true)).orElse(false))
                .parents(fields.choice("parents", YES_OR_NO).orElse(false))
                .actions(actions(fields))
                .actors(actors(fields))
                .only(only(fields))
                .ignoredCodes(
                        words(ignore, "codes").stream().map(EventCodes::form).collect(Collectors.toSet()))
                .ignoredActors(words(ignore, "actors"))
                .source(source(fields))
                .reports(reports(fields))
                .origin(origin(fields))
                .grade(new Grade(
                        fields.choice("reliability", words(CaseKeys.RELIABILITY))
                                .orElse(""),
                        fields.choice("credibility", words(CaseKeys.CREDIBILITY))
                                .orElse("")))
                .declaredSources(declare.map(this::sources).orElse(Map.of()))
                .declaredActors(declare.map(this::declaredActors).orElse(Map.of()))
                .build();
    }

    private Optional<YamlFields> inner(YamlFields fields, String key) {
        return fields.node(key).flatMap(node -> YamlFields.of(node, "a mapping under `" + key + "`", problems));
    }

    private static Set<String> words(Optional<YamlFields> fields, String key) {
        return fields.map(each -> each.words(key)).orElse(List.of()).stream()
                .map(YamlScalar::value)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private TableColumns columns(YamlFields fields, Optional<Layout> layout) {
        inner(fields, "columns").ifPresent(each -> each.allow(MappingKeys.COLUMNS));
        Map<String, String> named = new LinkedHashMap<>();
        if (fields.has("columns")) {
            fields.scalars("columns").forEach((key, column) -> named.put(key, column.value()));
        }
        TableColumns columns =
                layout.map(Layout::columns).orElse(new TableColumns(Map.of())).with(named);
        List<String> missing = columns.missing().toList();
        if (!missing.isEmpty() && !fields.has("layout")) {
            problems.add(fields.mapping()
                    .error(
                            "missing-key",
                            "Where in the table things stand is not said: `" + String.join("`, `", missing) + "`.")
                    .withHint("Name the data set, `layout: gdelt`, or the columns: `columns: {date: …, actor: …, "
                            + "target: …, code: …}`."));
        }
        return columns;
    }

    private static TableForm form(YamlFields fields) {
        Optional<Character> separator = fields.choice("separator", TableForm.SEPARATORS);
        Optional<Boolean> quotes = fields.choice("quotes", YES_OR_NO);
        Charset encoding = fields.choice("encoding", TableForm.ENCODINGS).orElse(TableForm.USUAL.encoding());
        return new TableForm(
                separator,
                quotes,
                encoding,
                fields.choice("dates", TableForm.DATES).orElse(TableForm.USUAL.dates()));
    }

    private List<CountryScheme> countries(YamlFields fields, Optional<Layout> layout) {
        List<CountryScheme> named = new ArrayList<>();
        for (YamlScalar word : fields.words("countries")) {
            Optional.ofNullable(CountryScheme.byKey().get(word.value()))
                    .ifPresentOrElse(
                            named::add,
                            () -> problems.add(word.error(
                                            "unknown-word",
                                            "`" + word.value() + "` is no way to name states that is known.")
                                    .withHint(hint(word.value(), CountryScheme.keys()))));
        }
        return named.isEmpty()
                ? layout.map(Layout::countries).orElse(List.of(CountryScheme.ISO3, CountryScheme.NAME))
                : List.copyOf(named);
    }

    private Map<String, String> actions(YamlFields fields) {
        Map<String, String> actions = new LinkedHashMap<>();
        Set<String> known = vocabulary.ids(ACTION);
        scalars(fields, "actions").forEach((code, action) -> {
            if (!known.contains(action.value())) {
                problems.add(
                        action.error("unknown-term", "The vocabulary has no `" + action.value() + "` under `action`.")
                                .withHint(near(action.value(), known, "A new term is added to the vocabulary.")));
            }
            if (actions.put(EventCodes.form(code), action.value()) != null) {
                problems.add(
                        action.error("duplicate-key", "The code `" + EventCodes.form(code) + "` stands here twice."));
            }
        });
        return actions;
    }

    private Map<String, String> actors(YamlFields fields) {
        Map<String, String> actors = new LinkedHashMap<>();
        scalars(fields, "actors").forEach((name, id) -> {
            checkActor(id);
            actors.put(name.strip(), id.value());
        });
        return actors;
    }

    private static Map<String, YamlScalar> scalars(YamlFields fields, String key) {
        return fields.has(key) ? fields.scalars(key) : Map.of();
    }

    private void checkActor(YamlScalar id) {
        if (!KebabCase.is(id.value()) && !id.value().matches("[A-Z]{3}")) {
            problems.add(id.error("bad-id", "`" + id.value() + "` cannot be the id of an actor.")
                    .withHint("Write three capitals for a state (`PRK`), and small letters and hyphens for others."));
        }
    }

    private EventMapping.Only only(YamlFields fields) {
        Optional<YamlFields> only = inner(fields, "only");
        only.ifPresent(each -> {
            each.allow(MappingKeys.ONLY);
            each.words("actors").forEach(this::checkActor);
        });
        Optional<LocalDate> from = only.flatMap(each -> each.date("from"));
        Optional<LocalDate> to = only.flatMap(each -> each.date("to"));
        only.flatMap(each -> each.scalar("to"))
                .filter(last -> from.isPresent() && to.isPresent() && to.get().isBefore(from.get()))
                .ifPresent(last -> problems.add(last.error(
                                "bad-date",
                                "The last day (" + to.get() + ") comes before the first (" + from.get()
                                        + "), so that no row would be left.")
                        .withHint(
                                "`from` is the first day and `to` the last; a month or a year means its first day.")));
        return new EventMapping.Only(words(only, "actors"), from, to);
    }

    private String source(YamlFields fields) {
        Optional<YamlScalar> source = fields.scalar("source");
        source.filter(each -> Citation.parse(each.value()).stream()
                        .allMatch(part -> part.source().isEmpty()))
                .ifPresent(each -> problems.add(
                        each.error("unknown-source", "`" + each.value() + "` does not begin with the id of a source.")
                                .withHint("Write the id, which has a hyphen, then the place: `wire-events-2031`.")));
        return source.map(YamlScalar::value).orElse("");
    }

    private boolean reports(YamlFields fields) {
        boolean reports = fields.choice("as", AS).orElse(false);
        fields.scalar("as")
                .filter(as -> reports && !fields.has("source"))
                .ifPresent(as -> problems.add(
                        as.error("missing-key", "A report is somebody's, and the mapping does not say whose these are.")
                                .withHint("Name the source of the table: `source: wire-events-2031`.")));
        return reports;
    }

    private String origin(YamlFields fields) {
        Optional<YamlScalar> origin = fields.scalar("origin");
        origin.ifPresent(this::checkActor);
        origin.filter(each -> !fields.choice("as", AS).orElse(false))
                .ifPresent(each -> problems.add(
                        each.error("misplaced-key", "`origin` is for reports, and what is imported here are facts.")
                                .withHint("Say `as: reports`, or leave it out.")));
        return origin.map(YamlScalar::value).orElse(Report.ANONYMOUS);
    }

    private static Map<String, String> words(List<String> words) {
        return words.stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
    }

    private Map<String, Source> sources(YamlFields declare) {
        return Sources.of(declare.entries("sources"), problems);
    }

    private Map<String, Actor> declaredActors(YamlFields declare) {
        return Actors.of(declare.entries("actors"), problems);
    }

    private static String hint(String wrong, List<String> known) {
        return near(wrong, known, "It is one of `" + String.join("`, `", known) + "`.");
    }

    private static String near(String wrong, Collection<String> known, String otherwise) {
        String near = Suggestion.hint(wrong, known);
        return near.isEmpty() ? otherwise : near;
    }
}
