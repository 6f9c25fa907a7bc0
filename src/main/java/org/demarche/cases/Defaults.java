package org.demarche.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        Optional<LocalDate> known,
        Grade grade) {

    static final Defaults NONE =
            new Defaults(List.of(), Basis.EVIDENCE, Optional.empty(), Optional.empty(), Optional.empty(), Grade.NONE);

    private static final Map<String, String> RELIABILITY = words(CaseKeys.RELIABILITY);
    private static final Map<String, String> CREDIBILITY = words(CaseKeys.CREDIBILITY);

    private static final List<String> KEYS = CaseKeys.DEFAULTS.names();

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
                fields.date("known").or(() -> known),
                grade(fields).or(grade));
        refined.checkOrder(fields);
        return refined;
    }

    /** The grade that stands in a mapping itself. */
    static Grade grade(YamlFields fields) {
        return new Grade(
                fields.choice("reliability", RELIABILITY).orElse(""),
                fields.choice("credibility", CREDIBILITY).orElse(""));
    }

    private static Map<String, String> words(List<String> words) {
        return words.stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
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
