package org.demarche.operational;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.operational.SessionResult.Answers;
import org.demarche.operational.SessionResult.Expected;
import org.demarche.source.Suggestion;
import org.demarche.yaml.YamlEntry;
import org.demarche.yaml.YamlMapping;
import org.demarche.yaml.YamlNode;
import org.demarche.yaml.YamlScalar;
import org.demarche.yaml.YamlSequence;
import org.jspecify.annotations.Nullable;

/** Compares what is there with what was expected. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class SessionExpectations {

    private final SessionFacts facts;
    private final FiringWatch watch;
    private final List<String> rules;
    private final List<Expected> results = new ArrayList<>();

    List<Expected> results() {
        return results;
    }

    void facts(Step.Expect step) {
        YamlEntry entry = step.fact();
        Class<?> kind = facts.kind(entry.key());
        checkFields(kind, entry);
        List<Object> ofKind = facts.objects().stream().filter(kind::isInstance).toList();
        long found = ofKind.stream()
                .filter(each -> fits(Shown.of(each), entry.value()))
                .count();
        String what = (step.there() ? "" : "no ") + text(entry);
        boolean met = step.there() ? met(found, step.times()) : found == 0;
        String count = found == 0 ? "none" : found == 1 ? "one" : String.valueOf(found);
        String others = ofKind.size() == found || ofKind.isEmpty()
                ? ""
                : " Of that kind there " + (ofKind.size() == 1 ? "is " : "are ")
                        + String.join(
                                "; ",
                                ofKind.stream()
                                        .limit(5)
                                        .map(each -> Shown.of(each).text())
                                        .toList())
                        + (ofKind.size() > 5 ? " and " + (ofKind.size() - 5) + " more." : ".");
        add(
                entry.key(),
                what + times(step.times()),
                met,
                "Expected " + what + times(step.times()) + ", and there " + (found < 2 ? "is " : "are ") + count + "."
                        + (step.there() ? others : ""));
    }

    void fired(Map<YamlScalar, Integer> expected) {
        expected.forEach((rule, times) -> {
            if (!rules.contains(rule.value())) {
                throw ScalarMaker.wrong(
                        rule, "There is no rule `" + rule.value() + "`.", Suggestion.hint(rule.value(), rules));
            }
            int fired = watch.firings(rule.value());
            add(
                    rule,
                    "`" + rule.value() + "` fired " + often(times),
                    fired == times,
                    "The rule `" + rule.value() + "` was expected to have fired " + often(times) + ", and fired "
                            + often(fired) + ".");
        });
    }

    void global(YamlEntry expected, @Nullable Object value) {
        boolean met = same(value, expected.value());
        add(
                expected.key(),
                "the global `" + expected.key().value() + "`",
                met,
                "The global `" + expected.key().value() + "` is " + Shown.words(value) + ", not "
                        + text(expected.value()) + ".");
    }

    /** @param rows how many, or which, in any order */
    void rows(Answers answers, YamlNode rows) {
        boolean counted = rows instanceof YamlScalar;
        boolean met = counted
                ? ((YamlScalar) rows)
                        .value()
                        .equals(String.valueOf(answers.rows().size()))
                : rows instanceof YamlSequence all
                        && all.items().size() == answers.rows().size()
                        && all.items().stream()
                                .allMatch(row -> answers.rows().stream().anyMatch(each -> sameRow(each, row)));
        add(
                rows,
                answers.asked() + ": " + (counted ? text(rows) + " rows" : "its rows"),
                met,
                "The query " + answers.asked() + " was expected to answer "
                        + (counted ? text(rows) + " rows" : text(rows)) + ", and answers "
                        + (counted
                                ? String.valueOf(answers.rows().size())
                                : answers.rows().stream()
                                        .map(Shown::words)
                                        .toList()
                                        .toString())
                        + ".");
    }

    private void add(YamlNode at, String what, boolean met, String unmet) {
        results.add(new Expected(
                what, at.at(), met ? Optional.empty() : Optional.of(at.error("expectation-unmet", unmet))));
    }

    private static void checkFields(Class<?> kind, YamlEntry entry) {
        if (entry.value() instanceof YamlMapping mapping) {
            List<String> fields = Properties.names(kind);
            for (YamlEntry each : mapping.entries()) {
                if (!fields.contains(each.key().value())) {
                    throw ScalarMaker.wrong(
                            each.key(),
                            Articles.capitalA(kind) + " has no `" + each.key().value() + "`.",
                            Suggestion.hint(each.key().value(), fields));
                }
            }
        }
    }

    private static boolean fits(Shown fact, YamlNode wanted) {
        if (wanted instanceof YamlScalar scalar) {
            return scalar.isEmpty() || fact.text().equals(scalar.value());
        }
        if (wanted instanceof YamlSequence values) {
            List<@Nullable Object> fields = new ArrayList<>(fact.fields().values());
            return values.items().size() <= fields.size()
                    && java.util.stream.IntStream.range(0, values.items().size())
                            .allMatch(i -> same(fields.get(i), values.items().get(i)));
        }
        return ((YamlMapping) wanted)
                .entries().stream()
                        .allMatch(entry -> same(fact.fields().get(entry.key().value()), entry.value()));
    }

    private static boolean sameRow(List<@Nullable Object> row, YamlNode wanted) {
        return wanted instanceof YamlSequence values ? same(row, values) : row.size() == 1 && same(row.get(0), wanted);
    }

    private static boolean same(@Nullable Object value, YamlNode wanted) {
        if (value instanceof Shown shown) {
            return fits(shown, wanted);
        }
        if (value instanceof List<?> list && wanted instanceof YamlSequence values) {
            return list.size() == values.items().size()
                    && java.util.stream.IntStream.range(0, list.size())
                            .allMatch(i -> same(list.get(i), values.items().get(i)));
        }
        if (value instanceof Map<?, ?> map && wanted instanceof YamlMapping values) {
            return map.size() == values.entries().size()
                    && values.entries().stream()
                            .allMatch(entry -> same(map.get(entry.key().value()), entry.value()));
        }
        if (!(wanted instanceof YamlScalar scalar)) {
            return false;
        }
        if (value == null || scalar.isEmpty()) {
            return value == null && scalar.isEmpty();
        }
        return String.valueOf(value).equals(scalar.value()) || value instanceof Number && sameNumber(value, scalar);
    }

    private static boolean sameNumber(Object value, YamlScalar wanted) {
        try {
            return new BigDecimal(String.valueOf(value)).compareTo(new BigDecimal(wanted.value())) == 0;
        } catch (NumberFormatException none) {
            return false;
        }
    }

    private static boolean met(long found, OptionalInt times) {
        return times.isPresent() ? found == times.getAsInt() : found > 0;
    }

    private static String times(OptionalInt times) {
        return times.isPresent() ? ", " + often(times.getAsInt()) : "";
    }

    static String often(int times) {
        return times == 0 ? "never" : times == 1 ? "once" : times == 2 ? "twice" : times + " times";
    }

    private static String text(YamlEntry entry) {
        String value = entry.isEmpty() ? "" : text(entry.value());
        return value.isEmpty() || value.equals("{}")
                ? entry.key().value()
                : entry.value() instanceof YamlScalar
                        ? entry.key().value() + " " + value
                        : entry.key().value()
                                + value.replaceFirst("^[{\\[]", "(").replaceFirst("[}\\]]$", ")");
    }

    private static String text(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return scalar.value();
        }
        if (node instanceof YamlSequence list) {
            return "["
                    + String.join(
                            ", ",
                            list.items().stream().map(SessionExpectations::text).toList()) + "]";
        }
        return "{"
                + String.join(
                        ", ",
                        ((YamlMapping) node)
                                .entries().stream()
                                        .map(entry -> entry.key().value() + ": " + text(entry.value()))
                                        .toList())
                + "}";
    }
}
