package org.demarche.cases;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.model.Report;
import org.demarche.source.Citation;
import org.demarche.source.SourceLocation;
import org.demarche.yaml.YamlEntry;
import org.demarche.yaml.YamlFields;
import org.demarche.yaml.YamlMapping;
import org.demarche.yaml.YamlNode;
import org.demarche.yaml.YamlScalar;

/** Reads what sources say about questions and facts. */
record ReportReader(Reading reading, Defaults defaults) {

    /** The ways to say what a report is about. */
    private static final List<String> ABOUT = List.of("question", "fact", "denies");

    /** The keys of statements that a fact has from its report. */
    private static final Set<String> OF_THE_REPORT =
            Set.of("source", "basis", "known", "reliability", "credibility", "note");

    /** A word and where it stands. */
    private record Word(String value, SourceLocation at) {
        static Word of(YamlScalar scalar) {
            return new Word(scalar.value(), scalar.at());
        }
    }

    /**
     * What a report is about.
     *
     * @param question and the answer that it gives
     * @param since the first day on which what it tells of is so, where it says one; before, it bears on nothing
     * @param until the first day on which that is over
     */
    private record About(Word question, Word answer, Optional<LocalDate> since, Optional<LocalDate> until) {
        static About of(YamlScalar question, YamlScalar answer) {
            return new About(Word.of(question), Word.of(answer), Optional.empty(), Optional.empty());
        }
    }

    void read(YamlNode item) {
        YamlFields.of(item, "a report", reading.problems).ifPresent(fields -> read(fields.allow(CaseKeys.REPORT)));
    }

    private void read(YamlFields fields) {
        Optional<YamlScalar> id = fields.required("id");
        id.filter(word -> !Names.isKebab(word.value()))
                .ifPresent(word -> reading.problems.add(
                        word.error("bad-id", "`" + word.value() + "` cannot be the id of a report.")
                                .withHint(Hints.kebab(word.value()))));
        Defaults refined = defaults.refined(fields, reading);
        Optional<About> about = about(fields, refined);
        Optional<Word> origin = origin(fields);
        checkSource(fields, refined);
        if (id.isPresent() && about.isPresent() && origin.isPresent() && reading.declared.add("report", id.get())) {
            add(fields, refined, id.get(), about.get(), origin.get());
        }
    }

    private Optional<About> about(YamlFields fields, Defaults refined) {
        List<String> ways = ABOUT.stream().filter(fields::has).toList();
        if (ways.size() > 1) {
            reading.problems.add(fields.mapping()
                    .error("two-subjects", "A report is about one thing, and this one names " + Hints.list(ways) + ".")
                    .withHint("Make two reports of it, with the same origin."));
            return Optional.empty();
        }
        if (ways.isEmpty()) {
            reading.problems.add(fields.mapping()
                    .error("missing-key", "A report needs something that it is about.")
                    .withHint(
                            "Add `question` and `answer`, or `fact` for what it says is so, or `denies` for what it says is"
                                    + " not."));
            return Optional.empty();
        }
        if (ways.get(0).equals("question")) {
            Optional<YamlScalar> question = fields.required("question");
            Optional<YamlScalar> answer = fields.required("answer");
            return question.isPresent() && answer.isPresent()
                    ? Optional.of(About.of(question.get(), answer.get()))
                    : Optional.empty();
        }
        fields.scalar("answer")
                .ifPresent(answer -> reading.problems.add(answer.error(
                                "misplaced-key", "`answer` is for a report on a question, and this one is on a fact.")
                        .withHint("Use `fact` for what is so and `denies` for what is not.")));
        return reported(ways.get(0), fields, refined);
    }

    /** A report on a fact: whether it is so becomes a question. */
    private Optional<About> reported(String key, YamlFields fields, Defaults refined) {
        Defaults inner = new Defaults(
                refined.citations(), refined.basis(), Optional.empty(), Optional.empty(), Optional.empty(), Grade.NONE);
        return fields.node(key)
                .filter(this::isOneFact)
                .filter(node -> isPlain(node, key))
                .flatMap(node -> new StatementReader(reading, new HashMap<>())
                        .read(List.of(node), inner).stream().findFirst().map(statement -> {
                            SourceLocation at = statement.at();
                            String question = reading.reports.reported(toldOf(statement, fields, refined), node);
                            return new About(
                                    new Word(question, at),
                                    new Word(key.equals("fact") ? Reports.YES : Reports.NO, at),
                                    statement.began(),
                                    statement.until());
                        }));
    }

    private boolean isOneFact(YamlNode node) {
        boolean group =
                node instanceof YamlMapping mapping && mapping.entry("facts").isPresent();
        if (group) {
            reading.problems.add(node.error("two-subjects", "A report is about one fact, and here is a list.")
                    .withHint("Make a report of each, with the same origin."));
        }
        return !group;
    }

    /** What is said of the report stands beside its fact, and only the days on which that is so in it. */
    private boolean isPlain(YamlNode node, String key) {
        List<YamlEntry> misplaced = node instanceof YamlMapping mapping
                ? mapping.entries().stream()
                        .filter(entry -> OF_THE_REPORT.contains(entry.key().value()))
                        .toList()
                : List.of();
        misplaced.forEach(entry -> reading.problems.add(entry.key()
                .error(
                        "misplaced-key",
                        "`" + entry.key().value() + "` is said of the report, and stands here in what it tells of.")
                .withHint("Write it beside `" + key + "`. In it may stand the fact, `since` and `until`.")));
        return misplaced.isEmpty();
    }

    /** A fact that is reported is known with the report, and no longer than it counts. */
    private static Statement toldOf(Statement fact, YamlFields fields, Defaults report) {
        Telling telling = telling(fields);
        Optional<LocalDate> end = until(report, telling);
        return fact.withSince(fact.began())
                .withKnown(report.known().or(report::since))
                .withUntil(earlier(fact.until(), end))
                .withTelling(telling);
    }

    /** Who says it; of a copy that is seen on each day, so that for now nobody is named. */
    private Optional<Word> origin(YamlFields fields) {
        if (fields.has("repeats")) {
            fields.scalar("origin")
                    .ifPresent(origin -> reading.problems.add(
                            origin.error("two-origins", "What repeats another report has no origin of its own.")
                                    .withHint("Leave out `origin`, or `repeats` if somebody else says it, too.")));
            return fields.scalar("repeats").map(repeats -> {
                reading.reports.repeated(
                        fields.scalar("id").map(YamlScalar::value).orElse(""), repeats);
                return new Word(Report.ANONYMOUS, repeats.at());
            });
        }
        return fields.required(
                        "origin",
                        "Add `origin: …`: who says it in the first place, or `anonymous`. What only repeats another report"
                                + " has `repeats` instead.")
                .map(Word::of);
    }

    private void add(YamlFields fields, Defaults refined, YamlScalar id, About about, Word origin) {
        Grade grade = refined.grade().or(Reports.UNJUDGED);
        Report report = new Report(
                id.value(),
                refined.citations().stream().findFirst().map(Citation::source).orElse(""),
                about.question().value(),
                about.answer().value(),
                grade.reliability(),
                grade.credibility(),
                origin.value());
        SourceLocation at = id.at();
        reading.draft.mentions.add(new Mention(
                report, List.of(at, at, about.question().at(), about.answer().at(), at, at, origin.at())));
        Telling telling = telling(fields);
        reading.draft.statements.add(new Statement(
                report,
                refined.citations(),
                Basis.EVIDENCE,
                later(refined.since(), about.since()),
                earlier(until(refined, telling), about.until()),
                refined.known().or(refined::since),
                new Grade(Defaults.grade(fields).reliability(), refined.grade().credibility()),
                telling,
                fields.text("note"),
                at));
    }

    private static Telling telling(YamlFields fields) {
        fields.date("date");
        return new Telling(
                fields.text("repeats"),
                fields.text("date"),
                fields.text("known"),
                fields.date("withdrawn"),
                fields.date("refuted"),
                fields.has("denies"));
    }

    private static Optional<LocalDate> until(Defaults refined, Telling telling) {
        return earlier(refined.until(), telling.end());
    }

    private static Optional<LocalDate> earlier(Optional<LocalDate> one, Optional<LocalDate> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(LocalDate::compareTo);
    }

    private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(LocalDate::compareTo);
    }

    private void checkSource(YamlFields fields, Defaults refined) {
        if (refined.citations().isEmpty() && !fields.has("source")) {
            reading.problems.add(
                    fields.mapping().error("missing-key", "A report needs `source`, unless the file has a default."));
        }
    }
}
