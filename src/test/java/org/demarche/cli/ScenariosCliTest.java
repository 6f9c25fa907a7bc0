package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.Written;
import org.demarche.cases.CaseFile;
import org.demarche.inference.Choice;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code scenarios} as people and programs use it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ScenariosCliTest {

    private static final Path GOLDEN = Path.of("src/test/resources/cli");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "scenarios-80.txt, 80, scenarios facts/kestrel-strait",
        "scenarios-picked-80.txt, 80, scenarios facts/kestrel-strait VAR.quarantine.KES",
        "scenarios.json, 80, scenarios facts/kestrel-strait --format json",
        "beijing-scenarios-80.txt, 80, scenarios facts/kim-beijing-2018",
        "beijing-by-aim-100.txt, 100, scenarios facts/kim-beijing-2018 --question prk-aim",
        "list.json, 80, scenarios facts/kestrel-strait VAR.quarantine.KES --list --format json",
        "list-80.txt, 80, scenarios facts/kestrel-strait --list",
        "list-all-answered-80.txt, 80, scenarios facts/kestrel-strait --list --answer ally-escorts=yes",
        "list-counted-80.txt, 80, scenarios facts/kestrel-strait --list --max-nodes 3",
        "list-beijing-110.txt, 110, scenarios facts/kim-beijing-2018 --list --limit 12",
        "grouped-answered-80.txt, 80, scenarios facts/kestrel-strait --question ally-escorts --answer ally-escorts=yes",
        "grouped-80.txt, 80, scenarios facts/kestrel-strait --question ally-escorts",
        "paradox-80.txt, 80, scenarios src/test/resources/cli/paradox/facts/two-straits",
        "paradox-run-80.txt, 80, run src/test/resources/cli/paradox/facts/two-straits",
        "paradox.json, 80, run src/test/resources/cli/paradox/facts/two-straits --format json",
        "kent-scenarios-80.txt, 80, scenarios facts/kestrel-strait --scale kent",
        "phia-picked-80.txt, 80, scenarios facts/kestrel-strait VAR.quarantine.KES --scale phia",
        "phia-why-80.txt, 80, why facts/kestrel-strait VAR.quarantine.KES --scale phia",
        "kent-why.json, 80, why facts/kestrel-strait VAR.quarantine.KES --scale kent --format json",
        "kent-case-run-80.txt, 80, run src/test/resources/cli/scales/facts/by-kent --rules rules",
        "kent-case-diff-80.txt, 80, diff facts/kestrel-strait src/test/resources/cli/scales/facts/by-kent --rules rules",
        "icd-kent-case.json, 80, run src/test/resources/cli/scales/facts/by-kent --rules rules --scale icd-203 --format json",
        "counted-80.txt, 80, scenarios facts/kestrel-strait --max-nodes 3"
    })
    void what_is_printed_was_read_by_a_person(String golden, int columns, String command) throws IOException {
        Ran ran = Ran.command(command, columns, false, Map.of());
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.err()).isEmpty();
        Path file = GOLDEN.resolve(golden);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, ran.out());
        }
        assertThat(ran.out()).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | scenarios facts/kestrel-strait --question ally-escort | Maybe `ally-escorts`?",
                "2 | scenarios facts/kestrel-strait VAR.quarantin.KES | Maybe `VAR.quarantine.KES`?",
                "2 | scenarios facts/kim-beijing-2018 --question x-y-z | It asks `deterrent`, `estrangement`,",
                "2 | scenarios facts/kim-beijing-2018 --question a,prk-ami | `prk-ami`. Maybe `prk-aim`?",
                "2 | scenarios facts/kim-beijing-2018 --as-of 2018-03-25 --question traveller | not asked yet on 2018-03-25",
                "2 | scenarios facts/kestrel-strait --list --limit 0 | With `--limit 0` nothing would be listed",
                "2 | scenarios facts/kestrel-strait --scale sherman | no scale of likelihood: there are `icd-203`, `kent` and",
                "2 | scenarios facts/kestrel-strait --limit 3 | changes nothing without it: add `--list`, or leave",
                "2 | scenarios facts/kestrel-strait --list --question ally-escorts | use one without the other",
                "2 | scenarios facts/kestrel-strait --list A.b.C D.e.F | here are 2 of them: A.b.C, D.e.F. Name one.",
                "2 | scenarios facts/kestrel-strait --list A.b D.e --limit -1 --question x | `--limit -1` nothing would be",
                "2 | scenarios facts/kestrel-strait --max-nodes 0 | A limit is a number from 1 on.",
                "5 | scenarios facts/kestrel-strait --max-facts 3 | There are more than 3 facts, stated and concluded",
                "5 | scenarios facts/kestrel-strait --max-firings 1 | allow more with `--max-firings`",
                "5 | scenarios facts/kim-beijing-2018 --timeout 1ms | was up while"
            })
    void what_cannot_be_done_is_told_with_its_exit_code(int exit, String command, String told) {
        Ran ran = Ran.command(command);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(exit);
        assertThat((ran.out() + ran.err()).replaceAll("\\s+", " ")).contains(told);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).doesNotContain("Exception", "org.demarche", "\tat ");
    }

    /** Nothing fires while Drools tries billions of combinations of which none fits. */
    @Test
    void a_join_without_end_is_left_behind() throws Exception {
        Written.rulesFolder(folder, Written.rule("wide", """
                    Condition( $a : subject, state == "ready" )
                    Condition( $b : subject, state == "ready", subject != $a )
                    Condition( $c : subject, state == "ready", subject != $a, subject != $b )
                    Condition( $d : subject, state == "ready", subject != $a, subject != $b, subject != $c )
                    Condition( subject == $d, state == "weak", about == $c )
                """, "Judgement( $a, \"a\" )"));
        StringBuilder yaml = new StringBuilder("actors:\n");
        IntStream.range(0, 150).forEach(i -> yaml.append("  p-" + i + ": {name: Someone}\n"));
        yaml.append("facts:\n  - condition: p-0 weak\n");
        IntStream.range(0, 150).forEach(i -> yaml.append("  - condition: p-" + i + " ready\n"));
        Path facts = folder.resolve("facts/test-case");
        Written.wholeCase(folder, yaml.toString());
        // In a process of its own: what is left behind goes on until that ends.
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "run",
                        facts.toString(),
                        "--timeout=300ms",
                        "--format=json")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        JsonNode error = JSON.readTree(process.getInputStream()).get("error");
        assertThat(process.waitFor()).as(error.toString()).isEqualTo(5);
        assertThat(error.get("exit").asInt()).isEqualTo(5);
        assertThat(error.get("message").asString()).contains("The time of 0.3 seconds was up while firing the rules");
    }

    /** The moves of each listed scenario are those that its answers, given, make follow in the only scenario left. */
    @Test
    void listed_moves_are_those_of_the_scenario() {
        JsonNode list = JSON.readTree(Ran.command("scenarios facts/kim-beijing-2018 --list --format json --limit 96")
                .out());
        assertThat(list.get("listed")).hasSize(96).hasSameSizeAs(list.get("moves"));
        Assessment all = Reasoner.load(Path.of("rules")).assess(CaseFile.read(Path.of("facts/kim-beijing-2018")));
        for (int i = 0; i < 96; i += 5) {
            List<Choice> answers = list.get("listed")
                    .get(i)
                    .propertyStream()
                    .map(each -> new Choice(each.getKey(), each.getValue().asString()))
                    .toList();
            List<String> robust = all.given(answers).moves().stream()
                    .filter(each -> each.status() == Status.ROBUST)
                    .map(Inference::id)
                    .toList();
            assertThat(list.get("moves").get(i).valueStream().map(JsonNode::asString))
                    .as(answers.toString())
                    .containsExactlyElementsOf(robust);
        }
    }

    @Test
    void of_the_most_probable_scenario_comes_first_what_makes_a_difference() {
        Written.rulesFolder(
                folder,
                Written.rule("r", "    Condition( $a : subject, state == \"ready\" )", "Move( $a, \"wait\", \"\" )"));
        Written.caseFile(folder, """
                questions:
                  readiness: {answers: {yes: {says: "Aland is ready", likelihood: likely, facts: [{condition: AAA ready}]}, no: {}}}
                  harvest: {answers: {poor: {says: "the harvest fails", likelihood: 0.3}, good: {says: "the harvest is good"}}}
                  weather: {answers: [fair, foul]}
                """);
        String told = Ran.command("scenarios " + folder.resolve("facts/test-case") + " AAA.wait")
                .out()
                .replaceAll("\\s+", " ");
        assertThat(told)
                .contains(
                        "most probable where Aland is ready, with what does not matter to it (the harvest is good): at least"
                                + " unlikely (guaranteed 38%)")
                .doesNotContain("whatever the probability");
    }

    @Test
    void an_interval_is_said_in_words_before_numbers() {
        Written.rulesFolder(
                folder,
                Written.rule("r", "    Condition( $a : subject )", "Move( $a, \"wait\", \"\" )")
                        .replace("@says", "@likelihood( \"[0.6, 0.9]\" ) @says"));
        Written.caseFile(folder, "facts: [{condition: AAA ready}]");
        assertThat(Ran.command("scenarios " + folder.resolve("facts/test-case") + " AAA.wait")
                        .out()
                        .replaceAll("\\s+", " "))
                .contains(
                        "as a tendency (likely to very likely (60% to 90%) by r)",
                        "likelihood: likely to very likely (60% to 90%)");
    }

    /** The shares of an inference, weighted by how many scenarios have each answer, add up to how many it holds in. */
    @Test
    void the_document_is_consistent_in_itself() {
        JsonNode all = JSON.readTree(
                Ran.command("scenarios facts/kim-beijing-2018 --format json").out());
        assertThat(all.get("scenarios").asInt()).isEqualTo(96);
        for (JsonNode inference : all.get("inferences")) {
            for (JsonNode byAnswer : inference.get("shares")) {
                double mean = byAnswer.valueStream()
                        .mapToDouble(JsonNode::asDouble)
                        .average()
                        .orElseThrow();
                assertThat(mean * 96)
                        .as(inference.get("id").asString())
                        .isCloseTo(inference.get("scenarios").asInt(), offset(0.001));
            }
        }
    }
}
