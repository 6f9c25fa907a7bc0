package org.demarche.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;
import org.demarche.yaml.YamlFields;
import org.demarche.yaml.YamlNode;

/** Reads statements and groups of them. */
final class StatementReader {

    private final Reading reading;
    private final List<Statement> statements = new ArrayList<>();
    private final Map<Statement, SourceLocation> seen;

    /** @param seen statements of the same place, which are not to be repeated; what is read is added */
    StatementReader(Reading reading, Map<Statement, SourceLocation> seen) {
        this.reading = reading;
        this.seen = seen;
    }

    List<Statement> read(List<YamlNode> items, Defaults defaults) {
        items.forEach(item -> YamlFields.of(item, "a fact, such as `intention: VAR isolate KES`,", reading.problems)
                .ifPresent(fields -> read(fields, defaults)));
        return statements;
    }

    private void read(YamlFields fields, Defaults defaults) {
        if (fields.has("facts")) {
            Defaults refined = defaults.refined(fields.allow(CaseKeys.GROUP), reading);
            read(fields.items("facts"), refined);
            return;
        }
        Optional<Mention> mention = KindReader.stated(reading).read(fields, CaseKeys.STATEMENT.names());
        Defaults refined = defaults.refined(fields, reading);
        mention.ifPresent(fact -> add(statement(fact, fields, refined), fact, fields));
    }

    private static Statement statement(Mention mention, YamlFields fields, Defaults defaults) {
        return new Statement(
                mention.fact(),
                defaults.citations(),
                defaults.basis(),
                defaults.since(),
                defaults.until(),
                defaults.known(),
                defaults.grade(),
                Telling.NONE,
                fields.text("note"),
                mention.places().get(0));
    }

    private void add(Statement statement, Mention mention, YamlFields fields) {
        if (isRead(statement, fields)) {
            Optional.ofNullable(seen.putIfAbsent(placeless(statement), statement.at()))
                    .ifPresent(first -> reading.problems.add(duplicate(statement, first, fields)));
        }
        statements.add(statement);
        reading.draft.mentions.add(mention);
    }

    /** Whether nothing that tells statements apart was wrong, and so was left out. */
    private static boolean isRead(Statement statement, YamlFields fields) {
        return isRead(fields, "source", !statement.citations().isEmpty())
                && isRead(fields, "since", statement.since().isPresent())
                && isRead(fields, "until", statement.until().isPresent())
                && isRead(fields, "known", statement.known().isPresent());
    }

    private static boolean isRead(YamlFields fields, String key, boolean there) {
        return there || !fields.has(key);
    }

    private static Problem duplicate(Statement statement, SourceLocation first, YamlFields fields) {
        return fields.mapping()
                .text()
                .error(
                        "duplicate-statement",
                        statement.at(),
                        "This is stated already at " + first + ", with the same source and the same dates.")
                .withHint("Remove it, or give the source that says it too.");
    }

    private static Statement placeless(Statement statement) {
        return statement.withAt(Statement.NOWHERE).withNote("");
    }
}
