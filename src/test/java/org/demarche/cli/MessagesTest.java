package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.demarche.Written;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
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

    private void strangeCase() {
        Written.caseFile(folder, "rules: [test]\nfacts: [{intention: AAA gian BBB}]\n");
        Written.write(folder.resolve("facts/test-case/x.expect.yaml"), "- {expect: AAA.strike.BBB}\n");
    }
}
