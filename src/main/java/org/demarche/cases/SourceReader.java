package org.demarche.cases;

import java.util.Optional;
import java.util.function.Function;
import org.demarche.source.Citation;
import org.demarche.source.Problems;
import org.demarche.yaml.YamlEntry;
import org.demarche.yaml.YamlFields;
import org.demarche.yaml.YamlScalar;

/**
 * Reads the declaration of a source.
 *
 * @param actors the id of an actor that it names
 */
record SourceReader(Problems problems, Function<Optional<YamlScalar>, String> actors) {

    /** Of sources of rules: no case is there whose actors they could name. */
    static SourceReader ofRules(Problems problems) {
        return new SourceReader(problems, actor -> actor.map(YamlScalar::value).orElse(""));
    }

    Optional<Source> read(YamlEntry entry) {
        YamlScalar id = entry.key();
        if (!Citation.isSourceId(id.value())) {
            problems.add(id.error("bad-id", "`" + id.value() + "` cannot be the id of a source.")
                    .withHint("Write small letters, digits and at least one hyphen: `varna-navy-2030`."));
        }
        return YamlFields.of(entry.value(), "a source", problems)
                .map(fields -> source(id.value(), fields.allow(CaseKeys.SOURCE)));
    }

    private Source source(String id, YamlFields fields) {
        return new Source(
                id,
                fields.required("title").map(YamlScalar::value).orElse(""),
                fields.text("author"),
                fields.text("publisher"),
                fields.text("date"),
                fields.text("kind"),
                fields.text("url"),
                actors.apply(fields.scalar("country")),
                actors.apply(fields.scalar("owner")),
                Defaults.grade(fields).reliability(),
                fields.text("note"));
    }
}
