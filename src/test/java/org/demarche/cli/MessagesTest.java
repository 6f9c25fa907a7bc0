package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.demarche.Written;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody is told who is new to the project and gets something wrong. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MessagesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"run", "scenarios", "check", "test", "trace"})
    void a_word_that_is_not_in_the_vocabulary_is_told_also_when_the_rules_are_wrong(String command) {
        Written.rulesFolder(folder, "rule \"broken\" when Intention( $a : actor then end\n");
        strangeCase();
        Ran ran = Ran.command(command + " " + folder.resolve("facts/test-case"));
        assertThat(ran.exit()).as(ran.out()).isEqualTo(3);
        assertThat(ran.out() + ran.err())
                .contains("The vocabulary has no `gian` under `aim`. Maybe `gain`?", "`Intention` in rule `broken`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "check", "test"})
    void with_a_broken_vocabulary_no_word_is_said_to_be_unknown(String command) {
        Written.rulesFolder(folder, "");
        strangeCase();
        Written.write(folder.resolve("rules/vocabulary.yaml"), "aim: {gain: [\n");
        Ran ran = Ran.command(command + " " + folder.resolve("facts/test-case"));
        assertThat(ran.exit()).as(ran.out()).isEqualTo(3);
        assertThat(ran.out() + ran.err()).contains("vocabulary.yaml:").doesNotContain("The vocabulary has no");
    }

    @Test
    void answers_that_say_nothing_are_doubtful_once_a_question_and_no_error() {
        Written.rulesFolder(folder, Written.rule("waits", "    Intention( $a : actor )", "Move( $a, \"wait\", \"\" )"));
        Written.caseFile(folder, """
                questions:
                  airspace: {ask: "Is it closed?", answers: [closed, open]}
                  harvest: {ask: "Is it in?", answers: {yes: {says: "the harvest is in"}, no: {likelihood: unlikely}}}
                  escort: {ask: "Is there one?", answers: {yes: {says: "there is one"}, no: {says: "there is none"}}}
                """);
        Ran ran = Ran.command("check " + folder.resolve("facts/test-case"));
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains(
                        "case.yaml:6:3: warning: The question `airspace` has answers without `says`: `closed`, `open`. In"
                                + " sentences this reads `where airspace = closed`. Add a clause that can follow"
                                + " \"where\": `closed: {says: \"…\"}`. [silent-answer]",
                        "The question `harvest` has an answer without `says`: `no`.",
                        "2 warnings and 3 notes in 1 file")
                .doesNotContain("escort");
    }

    @Test
    void without_expectations_it_is_said_where_they_go_and_what_to_write() {
        Written.rulesFolder(folder, "");
        Written.caseFile(folder, "");
        Ran ran = Ran.command("test " + folder.resolve("facts/test-case"));
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .startsWith("no expectations\n")
                .contains("`.expect.yaml`", "  - {expect: VAR.quarantine.KES, status: contingent}\n");
        assertThat(ran.out().lines()).allMatch(line -> line.length() <= 88);
    }

    @Test
    void what_is_shown_as_an_expectation_is_one() {
        Written.rulesFolder(folder, "");
        Written.caseFile(folder, "");
        String lines = Ran.command("test " + folder.resolve("facts/test-case"))
                .out()
                .lines()
                .filter(line -> line.startsWith("  - "))
                .collect(Collectors.joining("\n"));
        Path kestrel = Path.of("facts/kestrel-strait/case.yaml");
        Written.write(folder.resolve("facts/kestrel-strait/case.yaml"), read(kestrel));
        Written.write(folder.resolve("facts/kestrel-strait/x.expect.yaml"), lines);
        assertThat(Ran.command("test " + folder.resolve("facts/kestrel-strait") + " --rules rules")
                        .out())
                .isEqualTo("2 expectations met\n");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void strangeCase() {
        Written.caseFile(folder, "rules: [test]\nfacts: [{intention: AAA gian BBB}]\n");
        Written.write(folder.resolve("facts/test-case/x.expect.yaml"), "- {expect: AAA.strike.BBB}\n");
    }
}
