package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From nothing to a case that runs. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NewTest {

    @TempDir
    Path folder;

    private Path project;

    @BeforeEach
    void a_project_with_the_shipped_rules() throws IOException {
        project = folder.resolve("project");
        for (String shipped : List.of("vocabulary.yaml", "sources.yaml", "maritime/maritime.drl")) {
            Path file = Path.of("rules", shipped);
            Path copy = project.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }

    @Test
    void where_nothing_is_a_case_a_rule_and_all_they_need_are_written_and_all_is_green() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(inside(empty, "new", "case", "facts/my-case")).contains("facts/my-case/case.yaml", "demarche run");
        assertThat(inside(empty, "run", "facts/my-case"))
                .contains("actor.offer-loan.target · in 1 of 2 scenarios", "turns on first-question");
        assertThat(inside(empty, "new", "rule", "rules/my-rules", "my-first-rule"))
                .contains("rules/my-rules/my-first-rule.drl");
        assertThat(inside(empty, "check", "-q")).isEqualTo("no problems in 2 rules and 1 case; 4 notes\n");
        assertThat(inside(empty, "test")).isEqualTo("2 expectations met\n");
        assertThat(inside(empty, "fmt", "--check")).contains("in form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"maritime", ""})
    void a_case_begins_with_what_the_rules_that_are_there_conclude(String groups) {
        Path written = project.resolve("facts/my-case");
        ok("new case " + written + (groups.isEmpty() ? "" : " --rules " + groups));
        assertThat(ok("run " + written))
                .contains("Moves, contingent: in some scenarios (1)", "turns on first-question");
        assertThat(ok("test " + written)).isEqualTo("2 expectations met\n");
        assertThat(ok("check " + written)).startsWith("no problems");
        assertThat(ok("fmt --check " + written)).isEqualTo("all 2 files in form\n");
    }

    @Test
    void the_schema_that_the_first_line_names_is_there() throws IOException {
        Path written = project.resolve("facts/my-case");
        ok("new case " + written);
        String first = Files.readString(written.resolve("case.yaml"))
                .lines()
                .findFirst()
                .orElseThrow();
        assertThat(first).startsWith("# yaml-language-server: $schema=");
        assertThat(written.resolve(first.substring(first.indexOf('=') + 1))).isRegularFile();
    }

    @Test
    void a_rule_is_added_at_the_end_of_a_file_and_changes_nothing_in_it() throws IOException {
        Path file = project.resolve("rules/maritime/maritime.drl");
        String before = Files.readString(file);
        ok("new rule " + file + " my-rule --when intention=isolate,relation=ally-of --then judgement=convoys-escorted");
        assertThat(Files.readString(file))
                .startsWith(before + "\n")
                .contains("Intention( $actor : actor, aim == \"isolate\", $target : target )")
                .contains("Relation( actor == $actor, relation == \"ally-of\" )")
                .contains("new Judgement( $actor, \"convoys-escorted\", $target )");
        // Whose judgement it is only its author can say.
        assertThat(ok("check " + project))
                .contains("warning: Rule `my-rule` has no `@source`.")
                .endsWith("1 warning in 1 file\n");
        assertThat(ok("fmt --check " + project.resolve("rules"))).contains("in form");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "new case {}/facts/My_Case | Maybe `my-case`?",
                "new case {}/rules | is there already, and nothing is written over.",
                "new case {}/facts/a --rules maritim | Maybe `maritime`?",
                "new rule {}/rules/maritime quarantine-before-blockade | There is a rule `quarantine-before-blockade` already",
                "new rule {}/rules/maritime myRule | Maybe `my-rule`?",
                "new rule {}/rules/maritime a --when intention=isolat | Maybe `isolate`?",
                "new rule {}/rules/maritime a --when intenton=isolate | Maybe `intention`?",
                "new rule {}/rules/maritime a --then event=escort | The kinds here are `move`, `judgement`.",
                "new cse a | Maybe `case`?",
                "new rule {}/rules/maritime | This is missing: ID.",
                "schema cas | Maybe `case`?",
                "schema case --vocabulary {}/facts-none | There is no such file or folder.",
                "completion fish | There is one for `bash` and for `zsh`.",
                "man wy | Maybe `why`?",
                "fmt {}/rules --stdout | `--stdout` prints one file"
            })
    void what_cannot_be_written_is_told_and_nothing_is(String command, String told) throws IOException {
        List<Path> before = files();
        Ran ran = Ran.command(command.replace("{}", project.toString()));
        assertThat(ran.exit()).as(ran.err()).isIn(2, 3);
        assertThat((ran.out() + ran.err()).replaceAll("\\s+", " "))
                .contains(told)
                .doesNotContain("Exception");
        assertThat(files()).isEqualTo(before);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    private static String ok(String command) {
        Ran ran = Ran.command(command);
        assertThat(ran.exit()).as(command + "\n" + ran.out() + ran.err()).isZero();
        return ran.out();
    }

    /** What is printed by the program started in a folder, where it ends well. */
    private static String inside(Path folder, String... words) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.demarche.cli.Main"));
        command.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(printed).isZero();
            return printed;
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }
}
