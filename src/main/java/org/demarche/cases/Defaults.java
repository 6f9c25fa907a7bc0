package org.demarche.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.With;
import org.demarche.source.Citation;
import org.demarche.yaml.YamlFields;

/** What holds for statements that do not say otherwise. */
@With
record Defaults(
        List<Citation> citations,
        Basis basis,
        Optional<LocalDate> since,
        Optional<LocalDate> until,
        Optional<LocalDate> known) {

    static final Defaults NONE =
            new Defaults(List.of(), Basis.EVIDENCE, Optional.empty(), Optional.empty(), Optional.empty());

    private static final List<String> KEYS = List.of("source", "basis", "since", "until", "known");

    private static final Map<String, Basis> BASES =
            Map.of(Basis.EVIDENCE.key(), Basis.EVIDENCE, Basis.ASSUMPTION.key(), Basis.ASSUMPTION);

    /** These, but for what the mapping says itself. */
    Defaults refined(YamlFields fields, Reading reading) {
        if (fields.mapping().entries().size() == 1 && KEYS.stream().noneMatch(fields::has)) {
            return this;
        }
        Defaults refined = new Defaults(
                fields.scalar("source").map(reading::citations).orElse(citations),
                fields.choice("basis", BASES).orElse(basis),
                fields.date("since").or(() -> since),
                fields.date("until").or(() -> until),
                fields.date("known").or(() -> known));
        refined.checkOrder(fields);
        return refined;
    }

    private void checkOrder(YamlFields fields) {
        if (since.isPresent() && until.isPresent() && !until.get().isAfter(since.get())) {
            fields.scalar(fields.has("until") ? "until" : "since")
                    .ifPresent(value -> fields.problems()
                            .add(value.error(
                                            "bad-date",
                                            "It ends (" + until.get() + ") before it has held for a day (since "
                                                    + since.get() + ").")
                                    .withHint("`until` is the first day on which it no longer holds.")));
        }
    }
}
