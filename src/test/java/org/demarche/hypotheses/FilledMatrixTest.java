package org.demarche.hypotheses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demarche.Written;
import org.demarche.hypotheses.Matrix.Row;
import org.demarche.hypotheses.Matrix.Standing;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A matrix that somebody has filled in, against the book and against numbers worked out by hand. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FilledMatrixTest {

    private static final Path HEUER = Path.of("docs/hypotheses/iraq-1993.csv");

    @TempDir
    Path folder;

    // Heuer's own example

    @Test
    void in_the_example_of_the_book_minor_action_is_least_inconsistent_and_no_retaliation_most() {
        Matrix matrix = FilledMatrix.read(HEUER);
        assertThat(matrix.standings())
                .extracting(standing -> matrix.columns().get(standing.column()).id())
                .containsExactly("minor terrorist action", "major attack", "no retaliation");
        assertThat(matrix.standings()).extracting(Standing::inconsistency).containsExactly(0.0, 2.0, 3.0);
        assertThat(matrix.standings()).extracting(Standing::rank).containsExactly(1, 2, 3);
    }

    @Test
    void in_the_example_of_the_book_the_public_statement_alone_tells_nothing_apart() {
        assertThat(FilledMatrix.read(HEUER).rows())
                .filteredOn(row -> row.diagnosticity() == 0)
                .extracting(Row::id)
                .containsExactly("E1");
    }

    @Test
    void rows_stand_as_they_were_filled_in() {
        Matrix matrix = FilledMatrix.read(HEUER);
        assertThat(matrix.rows()).extracting(Row::id).containsExactly("E1", "E2", "E3", "E4", "E5", "E6");
        assertThat(matrix.columns()).allMatch(Matrix.Column::possible);
        assertThat(matrix.questions()).isEmpty();
    }

    // Ratings and weights

    @Test
    void the_weights_are_those_of_parc() {
        Standing one = standing(
                "evidence,credibility,relevance,one,two\na,high,high,II,C\nb,low,medium,I,C\nc,low,low,II,C\n");
        // 2 · √2 · √2 + 1 · 1/√2 + 2 · 1/2
        assertThat(one.weighted()).isEqualTo(-(4 + 1 / Math.sqrt(2) + 1), within(1e-12));
        assertThat(one.inconsistency()).isEqualTo(5);
    }

    @Test
    void weights_can_turn_the_ranking_round() {
        Matrix matrix = read("evidence,credibility,relevance,one,two\na,low,low,II,C\nb,H,H,C,I\n");
        assertThat(matrix.standings()).extracting(Standing::column).containsExactly(1, 0);
        assertThat(matrix.standings()).extracting(Standing::weightedRank).containsExactly(2, 1);
    }

    @Test
    void equal_hypotheses_share_their_rank() {
        assertThat(read("evidence,one,two,three,four\na,I,-,C,II\n").standings())
                .extracting(standing -> standing.column() + ": " + standing.rank())
                .containsExactly("2: 1", "0: 2", "1: 2", "3: 4");
    }

    @ParameterizedTest
    @CsvSource({"CC, C, 1", "C, I, 2", "CC, II, 4", "N, I, 1", "N, N, 0", "NA, II, 0", "C, C, 0"})
    void diagnosticity_is_how_far_apart_the_ratings_are(String one, String other, double expected) {
        assertThat(read("evidence,one,two\na," + one + "," + other + "\n")
                        .rows()
                        .get(0)
                        .diagnosticity())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"++, CC", "+, C", "0, N", "-, I", "--, II", "−, I", "−−, II", "n/a, NA", "cc, CC", "ii, II", "'', NA"})
    void ratings_are_written_in_letters_or_signs(String written, Rating expected) {
        assertThat(read("evidence,one,two\na," + written + ",C\n")
                        .rows()
                        .get(0)
                        .cells()
                        .get(0)
                        .rating())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evidence;one;two\na, b;I;C\n",
                "evidence\tone\ttwo\na, b\tI\tC\n",
                "\uFEFFevidence,one,two\n\"a, b\",I,C\n",
                "# note\n\nevidence,one,two\r\n\"a, b\",I,C\r\n"
            })
    void tables_are_read_as_spreadsheets_write_them(String text) {
        assertThat(read(text).rows()).singleElement().satisfies(row -> {
            assertThat(row.sentence()).isEqualTo("a, b");
            assertThat(row.cells()).extracting(Matrix.Cell::rating).containsExactly(Rating.I, Rating.C);
        });
    }

    // What is wrong

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "evidence,one,two;a,X,C | unknown-rating | 2 | `X` is no rating",
                "evidence,one,two;a,C;b,C,C | wrong-columns | 2 | This line has 2 columns, and the first has 3.",
                "evidence,one,two;a,C,C;b, and more,C,C | wrong-columns | 3 | This line has 4 columns",
                "evidence,one,,two;a,C,C,C | no-heading | 1 | Column 3 has no heading.",
                "evidence,one,One;a,C,C | duplicate-id | 1 | `One` heads two columns.",
                "evidence,one;a,C | too-few-hypotheses | 1 | A matrix needs two hypotheses",
                "evidence,one,two | no-evidence | 1 | Below the hypotheses stands no evidence.",
                "evidence,one,two;,C,C | no-evidence | 2 | This line does not say what the evidence is.",
                "evidence,credibility,one,two;a,hihg,C,C | unknown-weight | 2 | Maybe `high`?"
            })
    void what_is_wrong_is_told_with_its_line(String text, String check, int line, String told) {
        Problem problem = problems(text.replace(';', '\n') + "\n").get(0);
        assertThat(problem.check()).isEqualTo(check);
        assertThat(problem.at().line()).isEqualTo(line);
        assertThat(problem.toString()).contains(told);
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        assertThat(problems("evidence,one,two\n# skipped\na,X,Y\n\nb,C\n,C,C\n"))
                .extracting(problem -> problem.at().line() + " " + problem.check())
                .containsExactlyInAnyOrder("3 unknown-rating", "3 unknown-rating", "5 wrong-columns", "6 no-evidence");
    }

    @Test
    void of_very_many_wrong_lines_the_first_are_told_and_how_many_more_there_are() {
        List<Problem> told = problems("evidence,one,two\n" + "a,X,Y\n".repeat(9_000));
        assertThat(told).hasSize(101);
        assertThat(told.get(100).toString())
                .contains(
                        "matrix.csv:52: error: From this line on more is wrong, on 8950 lines, which is not told here.");
        assertThat(problems("evidence,one,two\n" + "a,X,Y\n".repeat(50))).hasSize(100);
        assertThat(problems("evidence,one,two\n" + "a,X,Y\n".repeat(51))
                        .get(100)
                        .message())
                .isEqualTo("On this line more is wrong, which is not told here.");
    }

    @Test
    void a_matrix_with_more_than_200_hypotheses_or_10000_items_of_evidence_is_refused() {
        String wide = IntStream.rangeClosed(1, 201).mapToObj(i -> "h" + i).collect(Collectors.joining(","));
        String enough = wide.replace(",h201", "");
        assertThat(read("evidence," + enough + "\na" + ",C".repeat(200) + "\n").columns())
                .hasSize(200);
        assertThat(problems("evidence," + wide + "\na" + ",X".repeat(201) + "\n"))
                .extracting(Problem::message)
                .containsExactly("The matrix has 201 hypotheses, and no more than 200 are ranked.");
        String rows = "a,C,I\n".repeat(10_000);
        assertThat(read("evidence,one,two\n" + rows).rows()).hasSize(10_000);
        assertThat(problems("evidence,one,two\n" + rows + "last,X,I\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.check()).isEqualTo("too-large");
                    assertThat(problem.at().line()).isEqualTo(10_002);
                    assertThat(problem.message())
                            .startsWith("The matrix has 10001 items of evidence, and no more than 10000");
                });
    }

    @Test
    void of_lines_that_begin_alike_the_right_one_is_named() {
        assertThat(problems("evidence,one,two\na,C,C\na,C,X\n"))
                .extracting(problem -> problem.at().line())
                .containsExactly(3);
        assertThat(problems("evidence,one,two\n\n# a\n\n\"a long\nstory\",C,C\nb,X,C\n"))
                .extracting(problem -> problem.at().line())
                .containsExactly(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evidence,one,two\n\"a,C,C\n", "evidence,one,two\n\"a\"b,C,C\n"})
    void a_quotation_mark_that_is_not_closed_is_told(String text) {
        assertThat(problems(text)).singleElement().satisfies(problem -> {
            assertThat(problem.check()).isEqualTo("bad-table");
            assertThat(problem.toString()).contains("quotation mark");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment\n"})
    void an_empty_file_is_told(String text) {
        assertThat(problems(text)).extracting(Problem::check).containsExactly("empty-file");
    }

    @Test
    void a_file_that_is_too_large_or_is_not_there_or_is_no_text_is_told() throws IOException {
        Path file = folder.resolve("matrix.csv");
        Files.writeString(file, "evidence,one,two\n" + "a,C,C\n".repeat(400_000));
        assertThatThrownBy(() -> FilledMatrix.read(file))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("large");
        Files.write(file, "evidence,öne,two\na,C,C\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> FilledMatrix.read(file))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> FilledMatrix.read(folder.resolve("nowhere.csv")))
                .isInstanceOf(LoadException.class);
        assertThatThrownBy(() -> FilledMatrix.read(folder)).isInstanceOf(LoadException.class);
    }

    private Standing standing(String text) {
        return read(text).standings().stream()
                .filter(standing -> standing.column() == 0)
                .findFirst()
                .orElseThrow();
    }

    private List<Problem> problems(String text) {
        return catchThrowableOfType(LoadException.class, () -> read(text)).problems();
    }

    private Matrix read(String text) {
        Path file = folder.resolve("matrix.csv");
        Written.write(file, text);
        return FilledMatrix.read(file);
    }
}
