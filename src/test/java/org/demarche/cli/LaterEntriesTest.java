package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.demarche.Written;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is known later changes nothing before: the files of a case without all that is later give the same documents, word for word. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LaterEntriesTest {

    private static final List<String> COMMANDS =
            List.of("run %s --all", "hypotheses %s", "indicators %s", "reports %s");

    private static final List<String> ENDS = List.of("until", "withdrawn", "refuted");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "kim-beijing-2018, 2011-12-31",
        "kim-beijing-2018, 2017-12-31",
        "kim-beijing-2018, 2018-03-25",
        "kim-beijing-2018, 2018-03-26",
        "kim-beijing-2018, 2018-03-27",
        "kim-beijing-2018, 2018-03-28",
        "taiwan-strait-1958, 1958-08-01",
        "taiwan-strait-1958, 1958-08-25",
        "taiwan-strait-1958, 1958-09-08",
        "taiwan-strait-1958, 1958-09-14",
        "taiwan-strait-1958, 1958-09-18"
    })
    void results_as_of_a_day_do_not_depend_on_later_entries(String name, String day) throws IOException {
        Path whole = Path.of("facts", name);
        Path before = folder.resolve(name);
        try (Stream<Path> files = Files.list(whole)) {
            files.filter(file -> file.toString().endsWith(".yaml")
                            && !file.toString().endsWith(".expect.yaml"))
                    .forEach(file -> Written.write(before.resolve(file.getFileName()), without(file, day)));
        }
        assertSame(whole, before, day);
    }

    /** What the shipped cases have nothing of: copies of later reports, later ends, circles that close later, reports on facts. */
    @Test
    void nor_do_copies_circles_and_ends_of_reports() {
        Path whole = folder.resolve("whole/rumours/case.yaml");
        Written.write(whole, """
                case: rumours
                as-of: 2031-03-20
                rules: [theory]
                sources: {wire-2031: {title: Wire reports}}
                source: wire-2031
                actors: {VAR: {name: Varna, kind: state}, KES: {name: Kestrel, kind: state}, HAL: {name: Halcyon, kind: state}}
                facts:
                  - {relation: VAR adversary-of KES, reliability: B, credibility: 2}
                  - {relation: VAR adversary-of KES, reliability: A, credibility: 1, known: 2031-03-12}
                  - {relation: HAL party-to deal, since: 2031-03-14}
                questions:
                  deal:
                    ask: "Is there a deal?"
                    answers:
                      yes: {says: "there is a deal"}
                      no: {says: "there is none"}
                  another:
                    ask: "Is there another?"
                    known: 2031-03-17
                    answers:
                      yes: {says: "there is another"}
                      no: {says: "there is not"}
                reports:
                  - {id: first, question: deal, answer: yes, origin: VAR, reliability: C, credibility: 3, known: 2031-03-05}
                  - {id: echo, question: deal, answer: yes, repeats: source-of-it, reliability: B, credibility: 2, known: 2031-03-01}
                  - {id: source-of-it, question: deal, answer: yes, origin: HAL, reliability: C, credibility: 3, known: 2031-03-10}
                  - {id: round, question: deal, answer: no, repeats: about, known: 2031-03-02}
                  - {id: about, question: deal, answer: no, repeats: round, known: 2031-03-11}
                  - {id: gone, question: deal, answer: no, origin: KES, known: 2031-03-02, withdrawn: 2031-03-13, refuted: 2031-03-15}
                  - {id: echo-of-gone, question: deal, answer: no, repeats: gone, known: 2031-03-03}
                  - {id: threat, fact: {relation: HAL threatens KES}, origin: KES, known: 2031-03-06, withdrawn: 2031-03-16}
                  - {id: late-and-gone, question: deal, answer: no, origin: KES, known: 2031-03-18, withdrawn: 2031-03-04}
                """);
        for (int day = 1; day <= 20; day++) {
            String date = "2031-03-%02d".formatted(day);
            Path before = folder.resolve("before-" + day + "/rumours/case.yaml");
            Written.write(before, without(whole, date));
            assertSame(whole.getParent(), before.getParent(), date);
        }
    }

    private static void assertSame(Path whole, Path before, String day) {
        for (String command : COMMANDS) {
            String rest = " --rules rules --format json --as-of " + day;
            Ran expected = Ran.command(command.formatted(before) + rest);
            assertThat(expected.exit()).as(expected.out()).isZero();
            // Lines, so that a difference is told and not two documents.
            assertThat(Ran.command(command.formatted(whole) + rest).out().lines())
                    .as("%s as of %s", command, day)
                    .containsExactlyElementsOf(expected.out().lines().toList());
        }
    }

    /** A file without what cannot be known on a day. */
    private static String without(Path file, String day) {
        Load load = new Load(LoadSettings.builder().build());
        try {
            Object all = left(load.loadFromString(Files.readString(file)), day);
            nameless(all);
            return new Dump(DumpSettings.builder().build()).dumpToString(all);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** Who repeats what is not known yet says it like anybody who names nobody. */
    @SuppressWarnings("unchecked")
    private static void nameless(Object all) {
        if (all instanceof Map<?, ?> map && map.get("reports") instanceof List<?> reports) {
            List<Object> ids = new ArrayList<>();
            reports.forEach(report -> ids.add(((Map<String, Object>) report).get("id")));
            for (Object each : reports) {
                Map<String, Object> report = (Map<String, Object>) each;
                if (report.containsKey("repeats") && !ids.contains(report.get("repeats"))) {
                    report.remove("repeats");
                    report.put("origin", "anonymous");
                }
            }
        }
    }

    private static Object left(Object node, String day) {
        if (node instanceof List<?> list) {
            List<Object> left = new ArrayList<>();
            list.stream().filter(item -> !isLater(item, day)).forEach(item -> left.add(left(item, day)));
            return left;
        }
        if (node instanceof Map<?, ?> map) {
            Map<Object, Object> left = new LinkedHashMap<>();
            map.forEach((key, value) -> {
                boolean later = isLater(value, day) || ENDS.contains(key) && isAfter(value, day);
                Object inner = left(value, day);
                if (!later && !(inner instanceof List<?> list && list.isEmpty())) {
                    left.put(key, inner);
                }
            });
            return left;
        }
        return node;
    }

    private static boolean isLater(Object item, String day) {
        if (!(item instanceof Map<?, ?> map) || map.containsKey("case")) {
            return false;
        }
        Object known = map.containsKey("known") ? map.get("known") : map.get("since");
        if (known != null) {
            return isAfter(known, day);
        }
        String event = String.valueOf(map.get("event"));
        String last = event.substring(event.lastIndexOf(' ') + 1);
        return last.matches("\\d{4}(-\\d\\d){0,2}") && isAfter(last, day);
    }

    private static boolean isAfter(Object date, String day) {
        String first = date
                + (date.toString().length() == 4 ? "-01-01" : date.toString().length() == 7 ? "-01" : "");
        return first.compareTo(day) > 0;
    }
}
