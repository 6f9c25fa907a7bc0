package org.demarche.cases;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.model.LikelihoodScale;
import org.demarche.source.Problems;
import org.demarche.source.Suggestion;
import org.demarche.yaml.YamlEntry;
import org.demarche.yaml.YamlFields;
import org.demarche.yaml.YamlMapping;
import org.demarche.yaml.YamlNode;
import org.demarche.yaml.YamlScalar;

/** Reads one file of a case into the case that is put together. */
record CaseFileReader(Reading reading) {

    /** What only a plain session understands. */
    static final List<String> PLAIN = List.of("globals", "session", "steps");

    private static final List<String> HEADER = List.of("title", "as-of", "scale", "rules");

    void read(YamlNode root) {
        YamlFields.of(root, "a file of facts", problems()).ifPresent(fields -> {
            if (reading.session.isPresent()) {
                fields.allow(CaseKeys.SESSION_FILE);
            } else {
                allowWithoutSession(fields);
            }
            readHeader(fields);
            fields.entries("sources").forEach(this::source);
            fields.entries("actors").forEach(this::actor);
            reading.session.ifPresent(session -> session.read(fields));
            Defaults defaults = Defaults.NONE.refined(fields, reading);
            List<YamlNode> facts = fields.items("facts");
            reading.session.ifPresentOrElse(
                    session -> session.read(facts, item -> statements(List.of(item), defaults)),
                    () -> statements(facts, defaults));
            fields.entries("questions").forEach(entry -> question(entry, defaults));
            ReportReader reports = new ReportReader(reading, defaults);
            fields.items("reports").forEach(reports::read);
        });
    }

    /** Reads only the folders of rules that the case asks for. */
    void readRules(YamlNode root) {
        YamlFields.of(root, "a file of facts", problems()).ifPresent(this::readHeader);
    }

    private void allowWithoutSession(YamlFields fields) {
        List<YamlScalar> plain = PLAIN.stream()
                .flatMap(key -> fields.mapping().entry(key).stream())
                .map(YamlEntry::key)
                .toList();
        plain.forEach(key -> problems()
                .add(key.error(
                                "misplaced-key",
                                "`" + key.value()
                                        + "` is for rules that are run as plain Drools runs them, and these are"
                                        + " reasoned with.")
                        .withHint("Leave it out; only `demarche run` can run these rules so, too.")));
        fields.allow(
                Stream.concat(CaseKeys.FILE.names().stream(), plain.stream().map(YamlScalar::value))
                        .toList());
    }

    private List<Statement> statements(List<YamlNode> items, Defaults defaults) {
        List<Statement> read = new StatementReader(reading, reading.stated).read(items, defaults);
        reading.draft.statements.addAll(read);
        return read;
    }

    private void readHeader(YamlFields fields) {
        if (misspelt(fields.mapping())) {
            // That is told, and where it is mended the rest will be right.
            return;
        }
        if (!fields.has("case")) {
            HEADER.stream()
                    .flatMap(key -> fields.mapping().entry(key).stream())
                    .forEach(entry -> problems()
                            .add(entry.key()
                                    .error(
                                            "misplaced-key",
                                            "`" + entry.key().value() + "` belongs into the file that says `case:`.")
                                    .withHint("Move it there.")));
            return;
        }
        CaseDraft draft = reading.draft;
        Optional<YamlScalar> id = fields.scalar("case");
        id.ifPresent(word -> {
            draft.id = caseId(word);
            draft.idAt = Optional.of(word.at());
        });
        draft.title = fields.scalar("title").map(YamlScalar::value).orElse(draft.id);
        draft.asOf = fields.date("as-of");
        fields.scalar("scale").ifPresent(this::checkScale);
        fields.words("rules")
                .forEach(word -> draft.rules.add(new AskedRules(
                        word.value(),
                        word.at(),
                        word.text().lines().get(word.at().line() - 1))));
    }

    /** Reads only by which scale phrases of likelihood are to be read; whether it is well said is told later. */
    void readScale(YamlNode root) {
        if (root instanceof YamlMapping mapping) {
            mapping.entry("scale")
                    .map(YamlEntry::value)
                    .filter(YamlScalar.class::isInstance)
                    .map(node -> LikelihoodScale.of(((YamlScalar) node).value()))
                    .ifPresent(scale -> {
                        reading.scales = scale.map(List::of).orElse(List.of(LikelihoodScale.values()));
                        reading.draft.scale = scale.orElse(LikelihoodScale.ICD_203);
                    });
        }
    }

    private void checkScale(YamlScalar id) {
        if (LikelihoodScale.of(id.value()).isEmpty()) {
            String near = Suggestion.hint(id.value(), LikelihoodScale.ids());
            problems()
                    .add(id.error("bad-scale", "`" + id.value() + "` is no scale of likelihood.")
                            .withHint(near.isEmpty() ? "Write `icd-203`, `kent` or `phia`." : near));
        }
    }

    /** Whether a file says {@code case:} in other letters. */
    static boolean misspelt(YamlNode root) {
        return root instanceof YamlMapping mapping
                && mapping.entry("case").isEmpty()
                && mapping.entries().stream()
                        .map(entry -> entry.key().value())
                        .filter(key -> !CaseKeys.SESSION_FILE.names().contains(key))
                        .anyMatch(
                                key -> Suggestion.nearest(key, List.of("case")).isPresent());
    }

    private String caseId(YamlScalar id) {
        if (!Names.isKebab(id.value())) {
            problems()
                    .add(id.error("bad-id", "`" + id.value() + "` cannot be the id of a case.")
                            .withHint(Hints.kebab(id.value())));
        }
        return id.value();
    }

    private void source(YamlEntry entry) {
        Optional<Source> source = new SourceReader(problems(), reading::actor).read(entry);
        if (reading.declared.add("source", entry.key())) {
            reading.draft.sources.put(
                    entry.key().value(),
                    source.orElseGet(() -> Source.named(entry.key().value(), "")));
        }
    }

    private void actor(YamlEntry entry) {
        Optional<Actor> actor = new ActorReader(problems(), reading::actor).read(entry);
        String id = entry.key().value();
        if (reading.declared.add("actor", entry.key())) {
            reading.draft.actors.put(id, actor.orElseGet(() -> Actor.named(id, id)));
        }
    }

    private void question(YamlEntry entry, Defaults defaults) {
        Optional<Question> question = new QuestionReader(reading, defaults).read(entry);
        if (reading.declared.add("question", entry.key())) {
            question.ifPresent(reading.draft.questions::add);
        }
    }

    private Problems problems() {
        return reading.problems;
    }
}
