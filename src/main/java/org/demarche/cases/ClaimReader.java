package org.demarche.cases;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demarche.source.Citation;
import org.demarche.yaml.YamlFields;
import org.demarche.yaml.YamlNode;
import org.demarche.yaml.YamlScalar;

/** Reads the claims of the assessment that a case encodes. */
record ClaimReader(Reading reading) {

    private static final Map<String, ClaimKind> KINDS =
            Arrays.stream(ClaimKind.values()).collect(Collectors.toMap(ClaimKind::key, Function.identity()));

    void read(YamlNode root) {
        YamlFields.of(root, "a file of claims", reading.problems).ifPresent(fields -> {
            fields.allow(CaseKeys.CLAIMS);
            Optional<YamlScalar> source = fields.scalar("source");
            source.ifPresent(reading::citations);
            fields.items("claims").forEach(item -> claim(item, source));
        });
    }

    private void claim(YamlNode item, Optional<YamlScalar> fileSource) {
        YamlFields.of(item, "a claim", reading.problems).ifPresent(fields -> {
            fields.allow(CaseKeys.CLAIM);
            Optional<YamlScalar> own = fields.scalar("source");
            own.ifPresent(reading::citations);
            Optional<YamlScalar> source = own.or(() -> fileSource);
            if (source.isEmpty()) {
                reading.problems.add(
                        item.error("missing-key", "A claim needs `source`, unless the file has a default."));
            }
            add(fields, source.map(YamlScalar::value).orElse(""));
        });
    }

    private void add(YamlFields fields, String source) {
        Optional<YamlScalar> id = fields.required("id");
        Optional<YamlScalar> text = fields.required("text");
        fields.required("kind");
        Optional<ClaimKind> kind = fields.has("kind") ? fields.choice("kind", KINDS) : Optional.empty();
        id.filter(word -> reading.declared.add("claim", word))
                .ifPresent(word -> kind.ifPresent(known -> reading.draft.claims.add(new Claim(
                        word.value(),
                        Citation.parse(source).stream()
                                .findFirst()
                                .map(Citation::source)
                                .orElse(""),
                        known,
                        text.map(YamlScalar::value).orElse(""),
                        word.at()))));
    }
}
