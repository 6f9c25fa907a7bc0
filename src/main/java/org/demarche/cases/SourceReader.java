package org.demarche.cases;

import java.util.Optional;
import org.demarche.source.Citation;
import org.demarche.source.Problems;
import org.demarche.yaml.YamlEntry;
import org.demarche.yaml.YamlFields;
import org.demarche.yaml.YamlScalar;

/** Reads the declaration of a source. */
record SourceReader(Problems problems) {

    Optional<Source> read(YamlEntry entry) {
        YamlScalar id = entry.key();
        if (!Citation.isSourceId(id.value())) {
            problems.add(id.error("bad-id", "`" + id.value() + "` cannot be the id of a source.")
                    .withHint("Write small letters, digits and at least one hyphen: `varna-navy-2030`."));
        }
        return YamlFields.of(entry.value(), "a source", problems)
                .map(fields -> source(id.value(), fields.allow(CaseKeys.SOURCE)));
    }

    private static Source source(String id, YamlFields fields) {
        return new Source(
                id,
                fields.required("title").map(YamlScalar::value).orElse(""),
                fields.text("author"),
                fields.text("publisher"),
                fields.text("date"),
                fields.text("kind"),
                fields.text("url"),
                fields.text("note"));
    }
}
