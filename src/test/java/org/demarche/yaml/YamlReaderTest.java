package org.demarche.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class YamlReaderTest {

    private final Problems problems = new Problems();

    @TempDir
    Path folder;

    @Test
    void keys_keep_their_order_and_their_places() {
        YamlMapping mapping = mapping("b: 1\na:\n  - x\n");

        assertThat(mapping.entries()).extracting(entry -> entry.key().value()).containsExactly("b", "a");
        assertThat(mapping.entries().get(1).key().at()).hasToString("t.yaml:2:1");
    }

    @Test
    void yes_and_no_and_dates_stay_words() {
        assertThat(words("[yes, no, 2018-03-28, 0x1F]")).containsExactly("yes", "no", "2018-03-28", "0x1F");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: VAR isolte KES           | t.yaml:1:8",
                "a: \"VAR isolte KES\"       | t.yaml:1:9",
                "a: 'VAR isolte KES'         | t.yaml:1:9",
                "a: \"\\tVAR isolte\"        | t.yaml:1:11",
                "a: 😀 isolte                | t.yaml:1:6",
                "{a:   VAR   isolte   KES  } | t.yaml:1:13"
            })
    void a_word_inside_a_value_has_its_own_place(String text, String place) {
        YamlScalar value = (YamlScalar) mapping(text).entries().get(0).value();

        assertThat(value.words().stream().filter(word -> word.value().equals("isolte")))
                .singleElement()
                .satisfies(word -> assertThat(word.at()).hasToString(place));
    }

    @Test
    void a_word_in_a_text_over_several_lines_has_its_own_place() {
        YamlScalar folded = (YamlScalar)
                mapping("a: VAR\n   isolte\n   KES\n").entries().get(0).value();
        YamlScalar block =
                (YamlScalar) mapping("a: |\n  VAR\n  isolte\n").entries().get(0).value();

        assertThat(folded.words())
                .extracting(word -> word.at().toString())
                .containsExactly("t.yaml:1:4", "t.yaml:2:4", "t.yaml:3:4");
        assertThat(block.words().get(1).at()).hasToString("t.yaml:3:3");
    }

    @Test
    void lines_may_end_as_on_windows() {
        assertThat(mapping("a: 1\r\nb: 2\r\n").entries().get(1).key().at()).hasToString("t.yaml:2:1");
    }

    @Test
    void a_comment_after_a_value_is_welcome() {
        assertThat(words("a: one # two\n")).containsExactly("one");
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void nesting_2000_deep_is_refused_in_either_notation() {
        YamlReader.read("t.yaml", "[".repeat(2000) + "]".repeat(2000), problems);
        YamlReader.read("u.yaml", "- ".repeat(2000) + "x\n", problems);

        assertThat(problems.list()).extracting(Problem::check).containsExactly("yaml-depth", "yaml-depth");
        assertThat(problems.list().get(0).at()).hasToString("t.yaml:1:51");
    }

    @Test
    void nesting_50_deep_is_read() {
        assertThat(YamlReader.read("t.yaml", "[".repeat(50) + "x" + "]".repeat(50), problems))
                .isPresent();
    }

    @Test
    void a_second_document_is_refused() {
        YamlReader.read("t.yaml", "---\na: 1\n---\nb: 2\n", problems);

        assertThat(problems.list()).extracting(Problem::check).containsExactly("yaml-documents");
    }

    @ParameterizedTest
    @CsvSource({"'',empty-file", "'# nothing\n',empty-file", "'? [a]\n: b',wrong-shape", "'{: b}',yaml-syntax"})
    void what_holds_nothing_is_refused(String text, String check) {
        YamlReader.read("t.yaml", text, problems);

        assertThat(problems.list()).extracting(Problem::check).containsExactly(check);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "a: b: c ~ A value cannot have `: ` in it unless it stands in quotes. Put quotes around `b: c`.",
                "a: @b   ~ A value cannot begin with `@`. Put quotes around the value.",
                "a: \"\\q\" ~ A backslash means something else between double quotes. Write `\\\\`, or use single quotes.",
                "a: [b,,c] ~ Here a comma or the closing bracket is missing, or there is one too many. "
                        + "Put quotes around a text that has `,`, `[`, `]`, `{` or `}` in it.",
                "a: - b  ~ A list item `-` does not fit in here. Begin it on its own line, indented like its neighbours.",
                "a: > b  ~ After `|` or `>` the text begins on the next line. Or put quotes around the value.",
                "{: c} ~ A key is missing before the `:`. Put quotes around a text that begins with `:`.",
                "a: {b: c ~ A bracket is opened here and never closed. Close `{` with `}` and `[` with `]`."
            })
    void a_slip_is_explained_without_the_words_of_a_parser(String text, String told) {
        YamlReader.read("t.yaml", text, problems);

        assertThat(problems.list())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message() + " " + problem.hint()).isEqualTo(told))
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(text));
    }

    @Test
    void a_file_over_one_mebibyte_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("large.yaml"), "a: " + "x".repeat(1 << 20));

        assertThat(YamlReader.read(file, problems)).isEmpty();
        assertThat(problems.list()).extracting(Problem::check).containsExactly("too-large");
    }

    @Test
    void a_file_of_just_one_mebibyte_is_read() throws IOException {
        Path file = Files.writeString(folder.resolve("large.yaml"), "a: " + "x".repeat((1 << 20) - 3));

        assertThat(YamlReader.read(file, problems)).isPresent();
    }

    @Test
    void a_byte_order_mark_does_no_harm() throws IOException {
        Path file = Files.write(folder.resolve("bom.yaml"), "\uFEFFa: 1\n".getBytes(StandardCharsets.UTF_8));

        assertThat(YamlReader.read(file, problems)
                        .map(root ->
                                ((YamlMapping) root).entries().get(0).key().at().column()))
                .contains(1);
    }

    @Test
    void a_missing_file_is_a_problem() {
        assertThat(YamlReader.read(folder.resolve("none.yaml"), problems)).isEmpty();
        assertThat(problems.list()).extracting(Problem::check).containsExactly("missing-path");
    }

    @Test
    void a_very_long_line_is_not_repeated_in_the_message() {
        YamlReader.read("t.yaml", "a: " + "x".repeat(500) + ": y", problems);

        assertThat(problems.list())
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEmpty());
    }

    private YamlMapping mapping(String text) {
        return (YamlMapping) YamlReader.read("t.yaml", text, problems).orElseThrow();
    }

    private List<String> words(String text) {
        YamlNode root = YamlReader.read("t.yaml", text, problems).orElseThrow();
        List<YamlNode> nodes = root instanceof YamlSequence list
                ? list.items()
                : List.of(((YamlMapping) root).entries().get(0).value());
        return nodes.stream().map(node -> ((YamlScalar) node).value()).toList();
    }
}
