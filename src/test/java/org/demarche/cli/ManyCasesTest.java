package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Several cases by one command are told as each alone is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ManyCasesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> SHIPPED =
            List.of("facts/taiwan-strait-1958", "facts/kestrel-strait", "facts/kim-beijing-2018");

    @TempDir
    Path folder;

    private static Ran run(List<String> cases, String options) {
        return Ran.command("run " + String.join(" ", cases) + " " + options);
    }

    private static String head(String facts) {
        return "==> " + facts + " <==\n";
    }

    private static String alone(String facts, String options) {
        return run(List.of(facts), options).out();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--all -v", "--since 1958-01-01 --as-of 2018-04-01"})
    void text_is_told_one_after_the_other_as_they_are_named(String options) {
        Ran ran = run(SHIPPED, options);
        assertThat(ran.out())
                .isEqualTo(SHIPPED.stream()
                        .map(facts -> head(facts) + alone(facts, options))
                        .collect(Collectors.joining("\n")));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
    }

    @Test
    void json_is_one_document_with_those_that_each_alone_would_give() {
        List<String> cases = new ArrayList<>(SHIPPED);
        cases.add(1, "facts/kim");
        cases.add("docs/examples/fibonacci");
        Ran ran = run(cases, "--format json");
        JsonNode document = JSON.readTree(ran.out());
        assertThat(document.get("schema").asInt()).isEqualTo(1);
        assertThat(document.get("cases").size()).isEqualTo(cases.size());
        for (int at = 0; at < cases.size(); at++) {
            JsonNode entry = document.get("cases").get(at);
            Ran single = run(List.of(cases.get(at)), "--format json");
            assertThat(entry.get("facts").asString()).isEqualTo(cases.get(at));
            assertThat(entry.get("exit").asInt()).isEqualTo(single.exit());
            assertThat(entry.get("result")).isEqualTo(JSON.readTree(single.out()));
        }
        assertThat(ran.exit()).isEqualTo(ExitCode.NOT_LOADED.number());
        // One form all over: two spaces for each step, as every document has them.
        assertThat(ran.out().lines().filter(line -> line.contains("\"mode\":")))
                .containsExactly(
                        "        \"mode\": \"declarative\",",
                        "        \"mode\": \"declarative\",",
                        "        \"mode\": \"declarative\",",
                        "        \"mode\": \"operational\",");
        assertThat(ran.out()).endsWith("\n      }\n    }\n  ]\n}\n");
    }

    @Test
    void one_that_fails_is_told_of_and_the_others_go_on() {
        Ran ran =
                run(List.of("facts/none", "facts/kestrel-strait", "facts", "facts/none"), "--answer ally-escorts=yes");
        String none = "No result; why is told on the error stream.\n";
        assertThat(ran.out())
                .isEqualTo(String.join(
                        "\n",
                        head("facts/none") + none,
                        head("facts/kestrel-strait") + alone("facts/kestrel-strait", "--answer ally-escorts=yes"),
                        head("facts") + none,
                        head("facts/none") + none));
        assertThat(ran.err())
                .isEqualTo("facts/none and facts/none:\n"
                        + run(List.of("facts/none"), "").err()
                        + "\nfacts:\n"
                        + run(List.of("facts"), "").err()
                        + "\n3 of 4 cases without a result\n");
        assertThat(ran.exit()).isEqualTo(ExitCode.NOT_LOADED.number());
    }

    @Test
    void it_ends_as_the_first_that_fails() {
        assertThat(run(List.of("facts/kestrel-strait", "facts/taiwan-strait-1958", "facts/none"), "--answer mao-aim=x")
                        .exit())
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(run(List.of("facts/kestrel-strait", "docs/examples/seating-run-away", "facts/none"), "")
                        .exit())
                .isEqualTo(ExitCode.LIMIT.number());
    }

    @Test
    void a_file_gets_the_results_and_only_these() throws IOException {
        Path file = folder.resolve("all.txt");
        Ran ran = run(List.of("facts/kestrel-strait", "facts/kestrel-strait", "facts/none"), "-o " + file);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("1 of 3 cases without a result");
        run(List.of("facts/kestrel-strait"), "-o " + folder.resolve("one.txt"));
        String one = Files.readString(folder.resolve("one.txt"));
        String kestrel = head("facts/kestrel-strait") + one + "\n";
        assertThat(Files.readString(file)).startsWith(kestrel + kestrel + head("facts/none"));
    }

    @Test
    void what_rules_print_stays_with_their_case() {
        List<String> cases = Stream.of("containment", "fibonacci", "pricing", "containment", "birds", "fire-alarm")
                .map(name -> "docs/examples/" + name)
                .toList();
        String alone = cases.stream()
                .map(facts -> Ran.command("run " + facts + " --format json").out())
                .map(document -> JSON.readTree(document).toString())
                .collect(Collectors.joining("\n"));
        for (int round = 0; round < 3; round++) {
            List<String> together = new ArrayList<>();
            JSON.readTree(run(cases, "--format json").out())
                    .get("cases")
                    .forEach(entry -> together.add(entry.get("result").toString()));
            assertThat(String.join("\n", together)).isEqualTo(alone);
        }
    }

    @Test
    void what_rules_print_is_told_in_text_too() {
        String keys = Ran.command("run docs/examples/containment")
                .out()
                .lines()
                .filter(line -> line.startsWith("The key is"))
                .collect(Collectors.joining("\n"));
        assertThat(keys).isNotEmpty();
        assertThat(run(List.of("docs/examples/containment", "facts/kestrel-strait"), "")
                        .out())
                .contains("\nPrinted\n" + keys + "\n");
    }

    /** It goes on printing, and nobody can stop it: no other case is to have that. */
    @Test
    @Timeout(60)
    void what_was_left_behind_is_no_longer_heard() throws IOException {
        List<String> cases = new ArrayList<>();
        for (String name : List.of("loop", "sleep-1", "sleep-2")) {
            Path own = Files.createDirectories(folder.resolve(name));
            String work = name.equals("loop")
                    ? "for (int i = 0; i < 500; i++) { System.out.println(\"looping\"); try { Thread.sleep(20); } catch (Exception any) { } }"
                    : "try { Thread.sleep(1500); } catch (Exception any) { } System.out.println(\"slept\");";
            Files.writeString(own.resolve(name + ".drl"), """
                    package own
                    declare Bell
                      name : String
                    end
                    rule "%1$s" when Bell() then %2$s end
                    """.formatted(name, work));
            Files.writeString(own.resolve("case.yaml"), "case: " + name + "\nfacts:\n  - Bell: {name: one}\n");
            cases.add(own.toString());
        }
        Ran ran = run(cases, "--timeout 1s --max-firing-time 20s --format json");
        Ran slow = run(cases.subList(1, 3), "--timeout 30s --format json");
        assertThat(ran.err() + ran.out()).contains("The time of 1 second was up");
        JSON.readTree(slow.out())
                .get("cases")
                .forEach(each ->
                        assertThat(each.get("result").get("printed").toString()).isEqualTo("[\"slept\"]"));
    }

    /** Far more than processors, each with another outcome. */
    @Test
    void many_at_once_are_each_for_themselves() throws IOException {
        String kestrel = Files.readString(Path.of("facts/kestrel-strait/case.yaml"));
        List<String> cases = new ArrayList<>();
        for (int at = 0; at < 40; at++) {
            Path own = Files.createDirectories(folder.resolve("case-" + at));
            String title = "title: \"No. " + at + "\"";
            String answered = kestrel.replaceFirst("(?m)^title: .*$", title);
            assertThat(answered).contains(title);
            Files.writeString(own.resolve("case.yaml"), answered);
            cases.add(own.toString());
        }
        Ran ran = run(cases, "--rules rules");
        assertThat(ran.err()).isEmpty();
        assertThat(Stream.of(ran.out().split("\n")).filter(line -> line.startsWith("No. ")))
                .containsExactlyElementsOf(
                        IntStream.range(0, 40).mapToObj(at -> "No. " + at).toList());
        assertThat(ran.out())
                .isEqualTo(IntStream.range(0, 40)
                        .mapToObj(at -> head(cases.get(at))
                                + alone("facts/kestrel-strait", "").replaceFirst("^.*", "No. " + at))
                        .collect(Collectors.joining("\n")));
    }

    @Test
    @Timeout(30)
    void each_has_the_time_that_is_given() {
        Ran ran = run(
                List.of("docs/examples/seating-run-away", "facts/kestrel-strait"),
                "--timeout 1s --max-firings 2000000000 --max-facts 2000000000");
        assertThat(ran.exit()).isEqualTo(ExitCode.LIMIT.number());
        assertThat(ran.err()).contains("docs/examples/seating-run-away:").contains("1 of 2 cases without a result");
        assertThat(ran.out()).contains("VAR.quarantine.KES");
    }
}
