package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.demarche.Written;
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
        "paradox-80.txt, 80, scenarios src/test/resources/cli/paradox/facts/two-straits",
        "paradox-run-80.txt, 80, run src/test/resources/cli/paradox/facts/two-straits",
        "paradox.json, 80, run src/test/resources/cli/paradox/facts/two-straits --format json",
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
                "2 | scenarios facts/kestrel-strait --list --limit 0 | lists one scenario or more",
                "2 | scenarios facts/kestrel-strait --list --question ally-escorts | without `--question`",
                "2 | scenarios facts/kestrel-strait --max-nodes 0 | A limit is a number from 1 on.",
                "5 | scenarios facts/kestrel-strait --max-facts 3 | There are more than 3 facts, stated and concluded",
                "5 | scenarios facts/kestrel-strait --max-firings 1 | allow more with `--max-firings`",
                "5 | scenarios facts/kestrel-strait --timeout 1ms | was up while"
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
