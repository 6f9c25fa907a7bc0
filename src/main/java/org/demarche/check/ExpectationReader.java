package org.demarche.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.inference.Status;
import org.demarche.source.Problems;
import org.demarche.yaml.YamlEntry;
import org.demarche.yaml.YamlFields;
import org.demarche.yaml.YamlNode;
import org.demarche.yaml.YamlReader;
import org.demarche.yaml.YamlScalar;
import org.demarche.yaml.YamlSequence;

/** Reads files of expectations. What they name is looked up by those who check them. */
public final class ExpectationReader {

    private static final Map<String, Status> STATUSES =
            Arrays.stream(Status.values()).collect(Collectors.toMap(Status::word, Function.identity()));

    private final Problems problems;

    private ExpectationReader(Problems problems) {
        this.problems = problems;
    }

    /** The expectations in a file, in its order; what is wrong with the file is added to the problems. */
    public static List<Expectation> read(Path file, Problems problems) {
        return content(file, problems).expectations();
    }

    /**
     * All that stands in a file.
     *
     * @param caseId the case that it is about, where it says so
     */
    record Content(Optional<String> caseId, List<Expectation> expectations, List<Acceptance> acceptances) {

        private static final Content NOTHING = new Content(Optional.empty(), List.of(), List.of());

        boolean isEmpty() {
            return expectations.isEmpty() && acceptances.isEmpty();
        }
    }

    static Content content(Path file, Problems problems) {
        return YamlReader.read(file, problems)
                .map(root -> new ExpectationReader(problems).file(root))
                .orElse(Content.NOTHING);
    }

    private Content file(YamlNode root) {
        if (root instanceof YamlSequence list) {
            return content(list.items(), Optional.empty());
        }
        return YamlFields.of(root, "a list of expectations, or a mapping with `case` and `expectations`,", problems)
                .map(fields -> {
                    fields.allow(ExpectationKeys.FILE).required("case");
                    return content(
                            fields.items("expectations"), fields.scalar("case").map(YamlScalar::value));
                })
                .orElse(Content.NOTHING);
    }

    private Content content(List<YamlNode> items, Optional<String> caseId) {
        List<Expectation> expectations = new ArrayList<>();
        List<Acceptance> acceptances = new ArrayList<>();
        for (YamlNode item : items) {
            YamlFields.of(item, "an expectation", problems).ifPresent(fields -> {
                if (fields.has("accept")) {
                    acceptance(fields.allow(ExpectationKeys.ACCEPTANCE)).ifPresent(acceptances::add);
                } else {
                    expectation(fields.allow(ExpectationKeys.EXPECTATION), caseId)
                            .ifPresent(expectations::add);
                }
            });
        }
        return new Content(caseId, List.copyOf(expectations), List.copyOf(acceptances));
    }

    private Optional<Acceptance> acceptance(YamlFields fields) {
        Optional<YamlScalar> rule = fields.required("accept");
        Optional<YamlScalar> mutant = fields.required("mutant");
        fields.required("because");
        return rule.flatMap(id -> mutant.map(operator -> new Acceptance(
                id.value(),
                operator.value(),
                fields.text("of"),
                fields.text("into"),
                fields.text("because"),
                id.at())));
    }

    private Optional<Expectation> expectation(YamlFields fields, Optional<String> caseId) {
        Optional<YamlScalar> holds = fields.scalar("expect");
        Optional<YamlScalar> holdsNot = fields.scalar("expect-not");
        if (!checkOne(fields)) {
            return Optional.empty();
        }
        holdsNot.ifPresent(not -> checkNot(fields));
        return holds.or(() -> holdsNot)
                .map(id -> Expectation.builder()
                        .id(id.value())
                        .expected(holds.isPresent())
                        .status(fields.choice("status", STATUSES))
                        .given(given(fields))
                        .asOf(fields.date("as-of"))
                        .by(fields.scalar("by").map(YamlScalar::value))
                        .scenarios(fields.number("scenarios"))
                        .turnsOn(words(fields, "turns-on"))
                        .notOn(words(fields, "not-on"))
                        .without(words(fields, "without"))
                        .drop(words(fields, "drop"))
                        .add(fields.words("add").stream().map(YamlScalar::value).toList())
                        .claims(words(fields, "claim"))
                        .note(fields.text("note"))
                        .caseId(caseId)
                        .at(id.at())
                        .build());
    }

    private boolean checkOne(YamlFields fields) {
        if (fields.has("expect") != fields.has("expect-not")) {
            return true;
        }
        String message = fields.has("expect")
                ? "An expectation says `expect` or `expect-not`, not both."
                : "An expectation needs `expect` or `expect-not`, with the id of an inference.";
        problems.add(fields.mapping().error("missing-key", message));
        return false;
    }

    /** What is expected in no scenario has no status, and is concluded by no rule. */
    private void checkNot(YamlFields fields) {
        Stream.of("status", "scenarios", "by", "turns-on", "not-on")
                .flatMap(key -> fields.mapping().entry(key).stream())
                .map(YamlEntry::key)
                .forEach(key -> problems.add(
                        key.error("misplaced-key", "`" + key.value() + "` says nothing beside `expect-not`.")
                                .withHint("Remove it, or write `expect`.")));
    }

    private static Map<String, String> given(YamlFields fields) {
        Map<String, String> given = new LinkedHashMap<>();
        fields.scalars("given").forEach((question, answer) -> given.put(question, answer.value()));
        return given;
    }

    /** The words of a value or a list of values; commas between them are let through. */
    private static List<String> words(YamlFields fields, String key) {
        return fields.words(key).stream()
                .flatMap(value -> Stream.of(value.value().split("[,\\s]+")))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
