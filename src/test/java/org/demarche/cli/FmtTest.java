package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.demarche.Written;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are put into form, or told and left alone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FmtTest {

    private static final String ROUGH = "case: a\r\nfacts:\n- { intention: A b ,note: \"x\" }\n";
    private static final String FORM = "case: a\nfacts:\n  - {intention: A b, note: \"x\"}\n";

    @TempDir
    Path folder;

    @Test
    void a_file_is_written_once_and_then_in_form() throws IOException {
        Path file = written("a.yaml", ROUGH);
        Ran first = Ran.command("fmt " + folder);
        assertThat(first.out()).isEqualTo(file + "\n\n1 of 1 file put into form\n");
        assertThat(Files.readString(file)).isEqualTo(FORM);
        assertThat(Ran.command("fmt " + folder).out()).isEqualTo("all 1 file in form\n");
    }

    @Test
    void checked_only_it_is_listed_and_with_v_shown_what_would_change() throws IOException {
        Path file = written("a.yaml", ROUGH);
        Ran ran = Ran.command("fmt --check " + folder);
        assertThat(ran.exit()).isEqualTo(4);
        assertThat(ran.out()).isEqualTo(file + "\n\n1 of 1 file not in form\n");
        assertThat(Ran.command("fmt --check -v " + folder).out())
                .contains(
                        "--- a/" + file,
                        "@@ -1,4 +1,4 @@",
                        "-- { intention: A b ,note: \"x\" }",
                        "+  - {intention: A b, note: \"x\"}");
        assertThat(Ran.command("fmt --check --format json " + folder).out()).contains("\"written\": false");
        assertThat(Files.readString(file)).isEqualTo(ROUGH);
    }

    @Test
    void a_file_that_does_not_parse_is_told_and_nothing_at_all_is_written() throws IOException {
        Path rough = written("a.yaml", ROUGH);
        Path broken = written("b.drl", "rule \"a\" when Move( then end\n");
        Ran ran = Ran.command("fmt " + folder);
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("b.drl:1:");
        assertThat(Files.readString(rough)).isEqualTo(ROUGH);
        assertThat(Files.readString(broken)).startsWith("rule \"a\" when Move( then end");
    }

    @Test
    void a_text_from_a_pipe_comes_out_in_form_whichever_kind_it_is() {
        assertThat(Ran.reading(ROUGH, "fmt -").out()).isEqualTo(FORM);
        assertThat(Ran.reading("rule \"a\" when\nMove(actor==\"X\")\nthen end", "fmt -")
                        .out())
                .isEqualTo("rule \"a\"\nwhen\n    Move( actor == \"X\" )\nthen\nend\n");
        assertThat(Ran.reading("a: [b", "fmt -").exit()).isEqualTo(3);
    }

    @Test
    void one_file_can_be_printed_without_being_written() throws IOException {
        Path file = written("a.yaml", ROUGH);
        assertThat(Ran.command("fmt --stdout " + file).out()).isEqualTo(FORM);
        assertThat(Files.readString(file)).isEqualTo(ROUGH);
    }

    private Path written(String name, String text) {
        Path file = folder.resolve(name);
        Written.write(file, text);
        return file;
    }
}
