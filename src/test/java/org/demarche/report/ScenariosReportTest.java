package org.demarche.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.cases.CaseFile;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the inferences of the Beijing case hold, set for people and for programs; assessed once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScenariosReportTest {

    private static final Path GOLDEN = Path.of("src/test/resources/cli");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Assessment BEIJING =
            Reasoner.load(Path.of("rules")).assess(CaseFile.read(Path.of("facts/kim-beijing-2018")));
    private static final Inference SETTLEMENT =
            BEIJING.find("PRK.settlement-in-reach.USA").orElseThrow();

    private record Golden(String file, Report report, int columns) {
        String text() {
            return file.endsWith(".json") ? report.json() : report.text(new Page(columns, false, false));
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Golden> goldens() {
        return Stream.of(
                new Golden("beijing-scenarios-160.txt", all(), 160),
                new Golden("beijing-scenarios-40.txt", all(), 40),
                new Golden("beijing-picked-80.txt", Reports.scenarios(BEIJING, List.of(SETTLEMENT), true), 80),
                new Golden("beijing-list-160.txt", Reports.scenarioList(BEIJING, Optional.of(SETTLEMENT), 5), 160),
                new Golden("beijing-list-80.txt", Reports.scenarioList(BEIJING, Optional.of(SETTLEMENT), 2), 80),
                new Golden("beijing-by-aim.json", grouped("prk-aim"), 0));
    }

    private static Report all() {
        List<Inference> shown = BEIJING.inferences().stream()
                .filter(each -> each.status() != Status.EXCLUDED)
                .toList();
        return Reports.scenarios(BEIJING, shown, false);
    }

    private static Report grouped(String... questions) {
        return ScenarioGroups.of(BEIJING, List.of(questions)).report(BEIJING.inferences());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goldens")
    void what_is_printed_was_read_by_a_person(Golden golden) throws IOException {
        Path file = GOLDEN.resolve(golden.file());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, golden.text());
        }
        assertThat(golden.text()).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 120, 200})
    void no_line_is_longer_than_the_terminal(int columns) {
        for (Report report : List.of(
                all(),
                grouped("prk-aim", "deterrent"),
                Reports.scenarios(BEIJING, List.of(SETTLEMENT), true),
                Reports.scenarioList(BEIJING, Optional.empty(), 3))) {
            // A word that is longer than the line has one to itself, or with a number before it.
            assertThat(report.text(new Page(columns, false, false))
                            .lines()
                            .filter(line ->
                                    line.strip().replaceFirst("^\\d+ +", "").contains(" ")))
                    .allMatch(line -> line.length() <= columns);
        }
    }

    /** What is said of an inference among some answers is what it is when these answers are given. */
    @Test
    void groups_are_what_the_answers_make_them() {
        JsonNode groups = JSON.readTree(grouped("prk-aim").json()).get("groups");
        assertThat(groups).hasSize(3);
        for (JsonNode group : groups) {
            Assessment given =
                    BEIJING.given("prk-aim", group.get("answers").get("prk-aim").asString());
            assertThat(group.get("scenarios").bigIntegerValue()).isEqualTo(given.scenarios());
            for (JsonNode each : group.get("inferences")) {
                Inference same = given.find(each.get("id").asString()).orElseThrow();
                assertThat(each.get("scenarios").bigIntegerValue()).isEqualTo(same.scenarios());
                assertThat(each.get("status").asString())
                        .isEqualTo(same.status().word());
            }
        }
    }
}
