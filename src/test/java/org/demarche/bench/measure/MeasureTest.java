package org.demarche.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.demarche.bench.measure.Answers.DifferentAnswersException;
import org.demarche.bench.measure.Program.FailedException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeasureTest {

    @TempDir
    Path folder;

    @Test
    void contenders_agree_only_when_all_of_them_answer_the_same() {
        Answers answers = new Answers("two rules");
        answers.add("one", Set.of("a", "b"));
        answers.add("other", Set.of("b", "a"));
        assertThat(answers.agreed()).isEqualTo(2);
        answers.add("third", Set.of("a", "c"));
        assertThatThrownBy(answers::agreed)
                .isInstanceOf(DifferentAnswersException.class)
                .hasMessage(
                        "two rules: one and third answer differently. Only one has 1, as b. Only third has 1, as c.");
    }

    @Test
    void nothing_is_no_answer() {
        Answers answers = new Answers("no rules");
        answers.add("one", Set.of());
        answers.add("other", Set.of());
        assertThatThrownBy(answers::agreed).hasMessage("no rules: one answers nothing.");
    }

    @Test
    void a_table_is_written_between_its_marks_and_nothing_else_changes() throws Exception {
        Path file = folder.resolve("results.md");
        Files.writeString(file, """
                # Results
                <!-- cold: begin -->
                old
                <!-- cold: end -->
                <!-- facts: begin -->
                kept
                <!-- facts: end -->
                """);
        Table table = new Table("what", "time>");
        table.row("a|b", "1 ms");
        new Document(file).publish("cold", table.markdown());
        assertThat(file).hasContent("""
                # Results
                <!-- cold: begin -->

                | what | time |
                | --- | --: |
                | a\\|b | 1 ms |

                <!-- cold: end -->
                <!-- facts: begin -->
                kept
                <!-- facts: end -->
                """);
        assertThatThrownBy(() -> new Document(file).publish("warm", "")).hasMessageContaining("no place for the table");
    }

    @Test
    void a_spread_is_the_median_with_its_quarters() {
        Spread spread = Spread.of(5, 1, 2, 4, 3);
        assertThat(spread.median()).isEqualTo(3);
        assertThat(spread.text(Units::seconds)).isEqualTo("3.00 s (2.00 s – 4.00 s)");
        assertThat(Spread.of(7).text(Units::ms)).isEqualTo("7.00 ms");
    }

    @Test
    void a_target_is_met_or_missed() {
        assertThat(Target.atMost(0.45, 0.44, Units::seconds)).isEqualTo("≤ 0.45 s: met");
        assertThat(Target.atLeast(5, 4.9, Units::ratio)).isEqualTo("≥ 5.00: **missed**");
    }

    @Test
    void a_process_is_measured_from_start_to_end() throws Exception {
        Program busy = new Program("busy", "sh", "-c", "i=0; while [ $i -lt 50000 ]; do i=$((i+1)); done; sleep 0.1");
        Race.Result cost = Race.of(List.of(busy), 3).get("busy");
        assertThat(cost.wall().times()).isEqualTo(3);
        assertThat(cost.wall().median()).isGreaterThan(0.1);
        assertThat(cost.cpu()).isPositive().isLessThan(cost.wall().median());
        assertThat(cost.peak()).isGreaterThan(500_000);
    }

    @Test
    void a_process_that_fails_is_no_result() {
        Program failing = new Program("failing", "sh", "-c", "echo no such rule >&2; exit 3");
        assertThatThrownBy(failing::output)
                .isInstanceOf(FailedException.class)
                .hasMessageContaining("failing ended with 3")
                .hasMessageContaining("no such rule");
        assertThatThrownBy(() -> Race.of(List.of(failing), 1)).isInstanceOf(FailedException.class);
    }

    @Test
    void a_chart_names_every_line_at_its_end_and_none_over_another() throws Exception {
        Chart chart = new Chart("Cost & size", "facts", "seconds", Units::seconds);
        for (String line : List.of("one", "other")) {
            chart.add(line, 1_000, 0.5);
            chart.add(line, 100_000, 5);
        }
        String svg = chart.svg();
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(svg).contains("Cost &amp; size", ">1,000<", ">100,000<", "prefers-color-scheme: dark");
        Map<String, String> places = Map.of("one", place(svg, "one"), "other", place(svg, "other"));
        assertThat(places.get("one")).isNotEqualTo(places.get("other"));
    }

    private static String place(String svg, String name) {
        return svg.lines()
                .filter(line -> line.endsWith(">" + name + "</text>"))
                .map(line -> line.replaceFirst(".* y=\"([^\"]+)\".*", "$1"))
                .findFirst()
                .orElseThrow();
    }
}
