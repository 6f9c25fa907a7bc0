package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line as people and programs use it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CliTest {

    private static final Path GOLDEN = Path.of("src/test/resources/cli");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "run-80.txt, 80, run facts/kestrel-strait",
        "run-160.txt, 160, run facts/kestrel-strait",
        "run.json, 80, run facts/kestrel-strait --format json",
        "run-all-answered.txt, 80, run facts/kestrel-strait --all --answer ally-escorts=yes",
        "why-80.txt, 80, why facts/kestrel-strait VAR.quarantine.KES",
        "why-160.txt, 160, why facts/kestrel-strait VAR.quarantine.KES -v",
        "why.json, 80, why facts/kestrel-strait VAR.quarantine.KES --format json",
        "beijing-80.txt, 80, run facts/kim-beijing-2018",
        "beijing.json, 80, run facts/kim-beijing-2018 --format json",
        "whynot-80.txt, 80, whynot facts/kestrel-strait VAR.quarantine.KES",
        "whynot.json, 80, whynot facts/kestrel-strait VAR.quarantine.KES --format json",
        "beijing-whynot-80.txt, 80, whynot facts/kim-beijing-2018 PRK.end-estrangement.CHN --as-of 2018-03-01",
        "beijing-whynot-160.txt, 160, whynot facts/kim-beijing-2018 PRK.lean-on.CHN --scenario prk-aim=scale-down",
        "beijing-why-all-80.txt, 80, why facts/kim-beijing-2018 CHN.has-opening.PRK --all",
        "beijing-why-80.txt, 80, why facts/kim-beijing-2018 PRK.end-estrangement.CHN",
        "beijing-whatif-80.txt, 80, whatif facts/kim-beijing-2018 --answer estrangement=cover",
        "whatif-80.txt, 80, whatif facts/kestrel-strait --drop VAR.open-war",
        "diff-80.txt, 80, diff facts/kestrel-strait --answer ally-escorts=yes --other-answer ally-escorts=no",
        "diff.json, 80, diff facts/kestrel-strait --other-as-of 2028 --format json",
        "beijing-diff-80.txt, 80, diff facts/kim-beijing-2018 --as-of 2018-03-28 --other-as-of 2018-03-25",
        "taiwan-diff-100.txt, 100, diff facts/kim-beijing-2018 facts/taiwan-strait-1958",
        "rather-than-80.txt, 80, why facts/kestrel-strait VAR.quarantine.KES --rather-than HAL.quarantine.KES",
        "rather-than.json, 80, why facts/kestrel-strait VAR.quarantine.KES --rather-than HAL.quarantine.KES --format json",
        "beijing-rather-than-80.txt, 80, why facts/kim-beijing-2018 PRK.lean-on.CHN --rather-than PRK.weaken-enforcement.CHN",
        "beijing-rather-than-100.txt, 100, why facts/kim-beijing-2018 PRK.lean-on.CHN --rather-than KOR.lean-on.USA",
        "taiwan-rather-than-100.txt, 100, why facts/taiwan-strait-1958 USA.restrain.TWN --rather-than SUN.restrain.CHN",
        "beijing-timeline-100.txt, 100, timeline facts/kim-beijing-2018 --from 2018-03-25",
        "beijing-since-80.txt, 80, run facts/kim-beijing-2018 --since 2018-03-25",
        "beijing-assumptions-80.txt, 80, assumptions facts/kim-beijing-2018",
        "assumptions.json, 80, assumptions facts/kim-beijing-2018 --format json",
        "beijing-trace-80.txt, 80, trace facts/kim-beijing-2018",
        "taiwan-100.txt, 100, run facts/taiwan-strait-1958"
    })
    void what_is_printed_was_read_by_a_person(String golden, int columns, String command) throws IOException {
        Ran ran = Ran.command(command, columns, false, Map.of());
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).doesNotContain("error");
        Path file = GOLDEN.resolve(golden);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, ran.out());
        }
        assertThat(ran.out()).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 120, 200})
    void no_line_is_longer_than_the_terminal(int columns) {
        for (String command : List.of(
                "run facts/kim-beijing-2018",
                "why facts/kim-beijing-2018 PRK.lean-on.CHN",
                "why facts/kim-beijing-2018 PRK.lean-on.CHN --rather-than KOR.lean-on.USA",
                "diff facts/kim-beijing-2018 facts/taiwan-strait-1958")) {
            Ran ran = Ran.command(command, columns, false, Map.of());
            // A word that is longer than the line has one to itself.
            assertThat(ran.out()
                            .lines()
                            .filter(line ->
                                    line.replaceAll("[│├└─]", "").strip().contains(" ")))
                    .allMatch(line -> line.length() <= columns);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | run | This is missing: FACTS.",
                "2 | rn facts/kestrel-strait | There is no command `rn`. Maybe `run`?",
                "2 | run --formt json facts/kestrel-strait | There is no option `--formt`. Maybe `--format`?",
                "2 | run facts/kestrel-strait --format xml | `xml` is no format: there are `text` and `json`",
                "2 | run facts/kestrel-strait --as-of 2018-13 | `2018-13` is no day; write `2018-03-26`",
                "2 | run facts/kestrel-strait --answer ally-escort=yes | Maybe `ally-escorts`?",
                "2 | run facts/kestrel-strait --answer ally-escorts=yess | Maybe `yes`? Its answers are `yes`, `no`.",
                "2 | run facts/kestrel-strait --answer ally-escorts | write `question=answer`",
                "2 | run facts/kim-beijing-2018 --as-of 2018-03-25 --answer traveller=sister | is not asked yet on 2018-03-25",
                "2 | why facts/kestrel-strait VAR.quarantin.KES | Maybe `VAR.quarantine.KES`?",
                "2 | why facts/kim-beijing-2018 KOR.lean-on.CHN | What keeps it: demarche whynot facts/kim-beijing-2018 KOR.lean-on.CHN",
                "2 | whynot facts/kestrel-strait ZZZ.quarantine.KES | No actor is declared as `ZZZ`.",
                "2 | whynot facts/kestrel-strait KES.convoys-escorted | No rule that the case uses (maritime) concludes `KES.convoys-escorted`, whatever the facts. Maybe `KES.convoys-escorted.HAL`?",
                "2 | why facts/kestrel-strait HAL.escort.KES | under the answer `yes` to `ally-escorts`",
                "2 | diff facts/kestrel-strait | The two assessments do not differ in anything. Say what the second has otherwise",
                "2 | diff facts/kestrel-strait facts/kestrel-strait/../kestrel-strait --other-answer ally-escorts=yes --answer ally-escorts=yes | do not differ in anything",
                "2 | diff facts/kestrel-strait --other-answer ally-escorts=maybe | Of the two assessments the second has no result. The question `ally-escorts` has no answer `maybe`.",
                "2 | diff facts/kestrel-strait --other-as-of soon | `soon` is no day",
                "3 | diff facts/kestrel facts/kim-beijin | Maybe `facts/kestrel-strait`?",
                "3 | diff facts/kestrel facts/kim-beijin | Maybe `facts/kim-beijing-2018`?",
                "3 | diff facts/kestrel-strait --other-rules rules/nowhere | There is no such file or folder of rules.",
                "2 | why facts/kestrel-strait VAR.quarantine.KES --rather-than VAR.quarantine.KES | is asked for rather than itself",
                "2 | why facts/kestrel-strait VAR.quarantine.KES --rather-than VAR.quarantin.KES | Maybe `VAR.quarantine.KES`?",
                "2 | why facts/kestrel-strait VAR.quarantine.KES --rather-than ZZZ.quarantine.KES | No actor is declared as `ZZZ`.",
                "2 | why facts/kestrel-strait VAR.quarantine.KES --rather-than VAR.isolate.KES | the case itself states it",
                "2 | why facts/kestrel-strait VAR.quarantine.KES --rather-than KES.convoys-escorted | Maybe `KES.convoys-escorted.HAL`?",
                "2 | why facts/kestrel-strait VAR.quarantine.KES --answer ally-escorts=yes --rather-than HAL.quarantine.KES | is concluded in no scenario. What keeps it: demarche whynot facts/kestrel-strait --answer ally-escorts=yes VAR.quarantine.KES",
                "2 | why facts/kestrel-strait HAL.quarantine.KES --rather-than VAR.quarantine.KES | is concluded in no scenario",
                "2 | why facts/kestrel-strait VAR.quarantine.KES --all --rather-than HAL.quarantine.KES | are of no use with",
                "2 | trace facts/kestrel-strait | has no claims to trace",
                "2 | why facts/kestrel-strait VAR.isolate.KES | the case itself states it",
                "2 | run facts/kestrel-strait --answer ally-escorts=yes,ally-escorts=no | is given two answers",
                "3 | run facts/kestrel | Maybe `facts/kestrel-strait`?",
                "3 | run facts/nowhere | facts/nowhere: error: There is no such file or folder.",
                "3 | run facts/kestrel-strait --rules rules/nowhere | There is no such file or folder of rules.",
                "3 | check src/test/resources/bad-rules/unknown-words --rules src/test/resources/bad-rules/unknown-words | Maybe `aim`?",
                "5 | run facts/kestrel-strait --max-facts 3 | There are more than 3 facts",
                "5 | run facts/kestrel-strait --max-firings 1 | Rules fired more than 1 times",
                "2 | run facts/kestrel-strait --timeout soon | is no span of time; write `90s` or `5m`"
            })
    void what_cannot_be_done_is_told_with_its_exit_code(int exit, String command, String told) {
        Ran ran = Ran.command(command);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(exit);
        assertThat((ran.out() + ran.err()).replaceAll("\\s+", " ")).contains(told);
        assertThat(ran.err()).doesNotContain("Exception", "org.demarche", "\tat ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | run facts/kestrel-strait --answer a=b --format json",
                "2 | rn --format=json",
                "3 | run facts/nowhere --format json",
                "5 | run facts/kestrel-strait --max-facts 3 --format json"
            })
    void programs_get_one_document_whatever_happens(int exit, String command) {
        Ran ran = Ran.command(command);
        assertThat(ran.exit()).isEqualTo(exit);
        JsonNode document = JSON.readTree(ran.out());
        assertThat(document.get("schema").asInt()).isEqualTo(1);
        assertThat(document.has("problems") || document.has("error")).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void every_bad_file_ends_with_3_and_whole_sentences(String command) {
        Ran ran = Ran.command(command);
        assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(3);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains(": error: ").doesNotContain("Exception", "org.demarche", "org.drools", "\tat ");
    }

    static Stream<String> badFiles() throws IOException {
        return Stream.concat(
                folders("bad-cases").map(folder -> "run " + folder + " --rules rules"),
                folders("bad-rules").map(folder -> "run facts/kestrel-strait --rules " + folder));
    }

    private static Stream<Path> folders(String name) throws IOException {
        try (Stream<Path> all = Files.list(Path.of("src/test/resources").resolve(name))) {
            return all.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @Test
    void problems_of_rules_and_case_are_told_together() {
        Written.rulesFolder(folder, Written.rule("r", "    Conditon( $x : subject )", "Judgement( $x, \"a\" )"));
        Written.write(
                folder.resolve("facts/broken/case.yaml"),
                "case: broken\nrules: [test]\nactors: {AAA: {name: Aland, kind: state}}\nfacts:\n  - {condition: AAB ready}\n");
        Ran ran = Ran.command("run " + folder.resolve("facts/broken"));
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("Maybe `Condition`?", "Maybe `AAA`?", "2 errors");
    }

    @Test
    void no_possible_scenario_is_a_finding_that_names_what_is_in_conflict() {
        Written.rulesFolder(
                folder,
                Written.rule(
                        "settle",
                        "    Condition( subject == \"AAA\", state == \"ready\" )",
                        "Settled( \"q\", \"yes\" )"));
        Written.caseFile(folder, """
                facts: [{condition: AAA ready}]
                questions: {q: {ask: "Is it so?", answers: {yes: , no: {says: "it is not so"}}}}
                """.replace("yes: ,", "yes: {says: it is so},"));
        Ran ran = Ran.command("run " + folder.resolve("facts/test-case") + " --answer q=no");
        assertThat(ran.exit()).as(ran.err()).isEqualTo(4);
        assertThat(ran.err()).contains("No scenario is possible", "settled.q.yes", "settle");
    }

    @Test
    void of_rules_that_were_changed_the_rule_is_told_and_where_each_was_read() {
        Path copy = folder.resolve("changed");
        Written.write(copy.resolve("vocabulary.yaml"), read(Path.of("rules/vocabulary.yaml")));
        Written.write(copy.resolve("sources.yaml"), read(Path.of("rules/sources.yaml")));
        Written.write(
                copy.resolve("maritime/maritime.drl"),
                read(Path.of("rules/maritime/maritime.drl"))
                        .replace("@likelihood( \"likely\" )", "@likelihood( \"very likely\" )"));
        Ran ran = Ran.command("diff facts/kestrel-strait --other-rules " + copy, 200, false, Map.of());
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("by the rules in rules/maritime", "by the rules in " + copy.resolve("maritime"))
                .contains(
                        "Because rule “Quarantine before blockade” [quarantine-before-blockade] is now a tendency (very"
                                + " likely), and was a tendency (likely):")
                .contains("likelihood: was unlikely to likely (30% to 64%), now ");
    }

    @Test
    void a_side_of_a_comparison_without_a_scenario_is_named() {
        Ran ran = Ran.command("diff facts/kim-beijing-2018 --other-answer traveller=sister");
        assertThat(ran.exit()).isEqualTo(4);
        assertThat(ran.err().replaceAll("\\s+", " "))
                .contains("Of the two assessments the second has no result. No scenario is possible");
    }

    @Test
    void answers_that_the_other_case_does_not_ask_for_are_given_in_the_first_only() {
        JsonNode document = JSON.readTree(Ran.command(
                        "diff facts/kim-beijing-2018 facts/taiwan-strait-1958 --answer estrangement=cover --format json")
                .out());
        assertThat(document.get("before").get("answers").size()).isEqualTo(1);
        assertThat(document.get("after").get("answers").size()).isZero();
        assertThat(document.get("before").get("case").asString()).isEqualTo("kim-beijing-2018");
        assertThat(document.get("after").get("asOf").asString()).isEqualTo("1958-09-20");
    }

    @Test
    void results_go_to_a_file_when_one_is_named() throws IOException {
        Path file = folder.resolve("result.json");
        Ran ran = Ran.command("run facts/kestrel-strait --format json -o " + file);
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(Files.readString(file))
                .isEqualTo(Ran.command("run facts/kestrel-strait --format json").out());
        assertThat(Ran.command("run facts/kestrel-strait -o " + folder.resolve("no/such/folder"))
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void colour_only_on_a_terminal_that_wants_it() {
        String command = "run facts/kestrel-strait";
        assertThat(Ran.command(command, 80, true, Map.of()).out()).contains("\u001B[");
        assertThat(Ran.command(command, 80, false, Map.of()).out()).doesNotContain("\u001B[");
        assertThat(Ran.command(command, 80, true, Map.of("NO_COLOR", "1")).out())
                .doesNotContain("\u001B[");
        assertThat(Ran.command(command, 80, true, Map.of("TERM", "dumb")).out()).doesNotContain("\u001B[");
        assertThat(Ran.command(command + " --no-color", 80, true, Map.of()).out())
                .doesNotContain("\u001B[");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "run", "why", "whynot", "whatif", "diff", "timeline", "assumptions", "check", "test", "trace"
            })
    void every_help_begins_with_an_example(String command) {
        Ran ran = Ran.command(command + " --help");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith("Example:\n  demarche ").contains("Usage: demarche");
    }

    @Test
    void what_is_piped_has_no_advice_and_a_terminal_has() {
        String command = "run facts/kestrel-strait";
        assertThat(Ran.command(command).err()).isEmpty();
        assertThat(Ran.command(command, 80, true, Map.of()).err())
                .contains("demarche why facts/kestrel-strait VAR.quarantine.KES");
        assertThat(Ran.command(command + " -q", 80, true, Map.of()).err()).isEmpty();
    }

    @Test
    void an_inference_that_an_answer_excludes_is_said_to_hold_nowhere() {
        Ran ran = Ran.command("why facts/kestrel-strait VAR.quarantine.KES --answer ally-escorts=yes");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("excluded, in no scenario", "is met in any possible scenario");
    }

    @Test
    void unmet_expectations_say_what_came_instead() {
        Written.write(
                folder.resolve("facts/kestrel-strait/case.yaml"), read(Path.of("facts/kestrel-strait/case.yaml")));
        Written.write(
                folder.resolve("facts/kestrel-strait/x.expect.yaml"),
                "- {expect: VAR.quarantine.KES, status: robust}\n");
        Ran ran = Ran.command("test " + folder.resolve("facts") + " --rules rules");
        assertThat(ran.exit()).isEqualTo(4);
        assertThat(ran.out())
                .contains("not met  VAR.quarantine.KES is robust", "It is contingent, in 1 of 2 scenarios");
    }

    @Test
    void json_keeps_its_contract() {
        JsonNode document = JSON.readTree(
                Ran.command("run facts/kim-beijing-2018 --format json").out());
        assertThat(document.propertyNames())
                .containsExactly(
                        "schema",
                        "mode",
                        "case",
                        "asOf",
                        "scale",
                        "scenarios",
                        "paradoxical",
                        "exact",
                        "questions",
                        "inferences");
        JsonNode move = document.get("inferences")
                .valueStream()
                .filter(each -> each.get("id").asString().equals("PRK.weaken-enforcement.CHN"))
                .findFirst()
                .orElseThrow();
        assertThat(move.propertyNames())
                .containsExactly(
                        "id",
                        "kind",
                        "actor",
                        "action",
                        "target",
                        "status",
                        "scenarios",
                        "conditions",
                        "tendencies",
                        "likelihood",
                        "confidence",
                        "rules",
                        "claims",
                        "pivots",
                        "method",
                        "sentence");
        assertThat(move.get("scenarios").asInt()).isEqualTo(32);
        assertThat(move.get("claims").get(0).asString()).isEqualTo("C3c");
        assertThat(move.get("likelihood").isNull()).isTrue();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
