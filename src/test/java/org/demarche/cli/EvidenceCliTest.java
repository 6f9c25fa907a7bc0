package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.demarche.Written;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands on evidence as people and programs use them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EvidenceCliTest {

    private static final Path GOLDEN = Path.of("src/test/resources/cli/evidence");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HEUER = "docs/hypotheses/iraq-1993.csv";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hypotheses-80.txt | 80 | hypotheses facts/kim-beijing-2018",
                "hypotheses-taiwan-100.txt | 100 | hypotheses facts/taiwan-strait-1958",
                "hypotheses-before-80.txt | 80 | hypotheses facts/kim-beijing-2018 --question traveller --as-of 2018-03-27",
                "hypotheses-verbose-100.txt | 100 | hypotheses facts/kim-beijing-2018 --question prk-aim -v",
                "hypotheses-combined-80.txt | 80 | hypotheses facts/kim-beijing-2018 --question estrangement,plot-sponsor",
                "hypotheses.json | 80 | hypotheses facts/kim-beijing-2018 --question estrangement --format json",
                "row-80.txt | 80 | hypotheses facts/kim-beijing-2018 --question estrangement --row E2",
                "row-100.txt | 100 | hypotheses facts/kim-beijing-2018 --question estrangement --row e5",
                "row-repeats-80.txt | 80 | hypotheses facts/taiwan-strait-1958 --question moscow-pledge --row E3",
                "row.json | 80 | hypotheses facts/kim-beijing-2018 --question estrangement --row E2 --format json",
                "matrix-80.txt | 80 | hypotheses --matrix docs/hypotheses/iraq-1993.csv",
                "matrix-100.txt | 100 | hypotheses --matrix docs/hypotheses/iraq-1993.csv",
                "matrix.json | 80 | hypotheses --matrix docs/hypotheses/iraq-1993.csv --format json",
                "indicators-80.txt | 80 | indicators facts/kim-beijing-2018",
                "indicators-before-80.txt | 80 | indicators facts/kim-beijing-2018 --question traveller --as-of 2018-03-27",
                "indicators-taiwan-100.txt | 100 | indicators facts/taiwan-strait-1958",
                "indicators.json | 80 | indicators facts/kim-beijing-2018 --question estrangement --format json",
                "reports-80.txt | 80 | reports facts/kim-beijing-2018",
                "reports-before-80.txt | 80 | reports facts/kim-beijing-2018 --as-of 2018-03-27",
                "reports-taiwan-100.txt | 100 | reports facts/taiwan-strait-1958",
                "reports-none-80.txt | 80 | reports facts/kestrel-strait",
                "reports.json | 80 | reports facts/kim-beijing-2018 --format json"
            })
    void what_is_printed_was_read_by_a_person(String golden, int columns, String command) throws IOException {
        Ran ran = Ran.command(command, columns, false, Map.of());
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.err()).doesNotContain("error");
        Path file = GOLDEN.resolve(golden);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, ran.out());
        }
        assertThat(ran.out()).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hypotheses | Name a case, its folder or its file, or with `--matrix` a matrix",
                "hypotheses facts/kestrel-strait --matrix docs/hypotheses/iraq-1993.csv | name one of them",
                "hypotheses facts/kim-beijing-2018 --row E1 | Say of which with `--question`: `estrangement`, `plot-sponsor`, `prk-aim`, `traveller`.",
                "hypotheses facts/kim-beijing-2018 --question estrangment | Maybe `estrangement`?",
                "hypotheses facts/kim-beijing-2018 --question traveller --as-of 2018-03-25 | is not asked yet on 2018-03-25",
                "hypotheses facts/kim-beijing-2018 --question estrangement --row E99 | The matrix has no row `E99`. Its rows are E1 to E6.",
                "hypotheses facts/kestrel-strait --question ally-escorts --row E1 | The matrix has no row `E1`. It has none at all.",
                "hypotheses --matrix docs/hypotheses/iraq-1993.csv --question q | ask about a case",
                "hypotheses --matrix docs/hypotheses/iraq-1993.csv --row E1 | ask about a case",
                "indicators | This is missing: FACTS.",
                "indicators facts/kim-beijing-2018 --question estrangment | Maybe `estrangement`?",
                "reports | This is missing: FACTS.",
                "reports facts/kim-beijing-2018 --question traveller | There is no option `--question`."
            })
    void wrong_usage_is_told_and_ends_with_2(String command, String told) {
        Ran ran = Ran.command(command);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().replaceAll("\\s+", " "))
                .contains(told)
                .doesNotContain("Exception", "org.demarche", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hypotheses facts/nowhere",
                "hypotheses --matrix nowhere.csv",
                "indicators facts/nowhere",
                "reports facts/nowhere"
            })
    void what_is_not_there_ends_with_3(String command) {
        Ran ran = Ran.command(command);
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains(": error: ").doesNotContain("Exception", "org.demarche");
        JsonNode document =
                JSON.readTree(Ran.command(command + " --format json").out());
        assertThat(document.has("problems")).isTrue();
    }

    @Test
    void what_is_wrong_with_a_matrix_is_told_with_file_and_line() {
        Path file = folder.resolve("m.csv");
        Written.write(file, "evidence,one,two\na,X,C\nb,C\n");
        Ran ran = Ran.command("hypotheses --matrix " + file);
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .contains("m.csv:2: error: `X` is no rating.", "m.csv:3: error: This line has 2 columns", "2 errors");
    }

    @Test
    void scores_in_json_are_sums_and_not_what_computers_make_of_them() {
        Path file = folder.resolve("m.csv");
        Written.write(file, "evidence,credibility,relevance,one,two\na,high,high,I,C\nb,low,high,C,C\n");
        String document =
                Ran.command("hypotheses --format json --matrix " + file).out();
        assertThat(document)
                .contains("\"weighted\": -2.0,", "\"weighted\": 0.0,")
                .doesNotContain("000000", "99999");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 100, 120, 160, 200})
    void no_line_is_longer_than_the_terminal(int columns) {
        for (String command : List.of(
                "hypotheses facts/kim-beijing-2018 --scale phia",
                "hypotheses facts/kim-beijing-2018 --question prk-aim,deterrent",
                "hypotheses facts/taiwan-strait-1958 --question mao-aim,moscow-told",
                "hypotheses facts/taiwan-strait-1958 -v",
                "hypotheses facts/kim-beijing-2018 --question estrangement --row E2",
                "hypotheses --matrix " + HEUER,
                "indicators facts/kim-beijing-2018",
                "timeline facts/kim-beijing-2018",
                "reports facts/kim-beijing-2018")) {
            Ran ran = Ran.command(command, columns, false, Map.of());
            // A word that is longer than the line has one to itself.
            assertThat(ran.out()
                            .lines()
                            .filter(line ->
                                    line.replaceAll("[│├└─]", "").strip().contains(" ")))
                    .as("%s at %s", command, columns)
                    .allMatch(line -> line.length() <= columns);
        }
    }

    @Test
    void where_ids_leave_no_room_days_stand_under_them() {
        Ran ran = Ran.command("timeline facts/kim-beijing-2018 --from 2018-03-26", 40, false, Map.of());
        assertThat(ran.out().lines().filter(line -> line.matches(".*[●○·].*")))
                .isNotEmpty()
                .allMatch(line -> line.length() <= 40);
        assertThat(ran.out()).contains("\n  settled.traveller.leader\n      ·  ·  ●\n");
    }

    @Test
    void reports_that_leave_no_scenario_are_listed_all_the_same_and_days_before_them_too() {
        Path file = folder.resolve("torn/case.yaml");
        Written.write(file, """
                case: torn
                as-of: 2031-04-03
                sources: {wire-1: {title: Wire}}
                actors: {VAR: {name: Varna, kind: state}, KES: {name: Kestrel, kind: state}}
                source: wire-1
                questions: {q: {ask: "Who?", answers: {a: {says: "it is a"}, b: {says: "it is b"}}}}
                reports:
                  - {id: r-1, origin: VAR, question: q, answer: a, known: 2031-04-02}
                  - {id: r-2, origin: KES, question: q, answer: b, known: 2031-04-03}
                """);
        Path rules = Written.rulesFolder(
                folder, Written.rule("said-is-so", "    Report( $q : question, $a : answer )", "Settled( $q, $a )"));
        String of = " " + file.getParent() + " --rules " + rules;
        assertThat(Ran.command("run" + of).exit()).isEqualTo(4);
        Ran reports = Ran.command("reports" + of);
        assertThat(reports.exit()).isZero();
        assertThat(reports.out()).contains("0 scenarios", "In conflict", "r-1: Varna", "r-2: Kestrel");
        assertThat(Ran.command("timeline" + of + " --to 2031-04-02").out()).contains("2031-04-02: 1 scenario");
        assertThat(Ran.command("timeline" + of).out())
                .contains("2031-04-03: 0 scenarios")
                .containsIgnoringWhitespaces(
                        "No scenario is possible, whatever the answers. Scenarios are ruled out by")
                .doesNotContain("is no longer settled");
    }

    @Test
    void a_legend_explains_the_marks_that_are_there_and_no_others() {
        String traveller = "hypotheses facts/kim-beijing-2018 --question traveller";
        assertThat(Ran.command(traveller).out()).contains("I inconsistent").doesNotContain("not applicable");
        assertThat(Ran.command(
                                "hypotheses facts/kim-beijing-2018 --question estrangement --answer estrangement=genuine -v")
                        .out())
                .containsIgnoringWhitespaces("NA not applicable");
        assertThat(Ran.command("hypotheses facts/kim-beijing-2018 --question traveller,estrangement")
                        .out())
                .doesNotContain("( )");
    }

    @Test
    void a_row_says_on_which_question_it_bears_and_how_to_go_on() {
        assertThat(Ran.command("hypotheses facts/kim-beijing-2018 --question estrangement --row E1")
                        .out())
                .contains(
                        "How E1 bears on the answers to this question\n  Is the estrangement genuine", "(goes on: why")
                .doesNotContain("--depth");
    }

    @Test
    void evidence_that_is_not_independent_is_told_with_the_name_of_its_origin() {
        assertThat(Ran.command("hypotheses facts/taiwan-strait-1958 --question moscow-pledge")
                        .out())
                .contains("All stand on Nikita Khrushchev [nikita-khrushchev] alone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hypotheses", "indicators", "reports"})
    void every_help_begins_with_an_example(String command) {
        Ran ran = Ran.command(command + " --help");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith("Example").contains("demarche " + command, "Usage: demarche");
    }

    @Test
    void a_likelihood_and_a_confidence_never_stand_in_one_sentence() {
        for (String command : List.of(
                "hypotheses facts/kim-beijing-2018",
                "reports facts/kim-beijing-2018",
                "indicators facts/taiwan-strait-1958")) {
            assertThat(Ran.command(command, 400, false, Map.of()).out().lines())
                    .noneMatch(line ->
                            line.contains("confidence") && line.matches(".*\\b(likely|unlikely|chance|certain)\\b.*"));
        }
    }
}
