package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rule files that try to run something, and some that only look like it. Each of the first would set a property, write a file or
 * end this process. {@code -Dgolden.update=true} renews what is said of them.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AttacksTest {

    private static final Path ATTACKS = Path.of("src/test/resources/attacks");
    private static final Path HARMLESS = Path.of("src/test/resources/harmless/maritime");
    private static final Path EXPECTED = ATTACKS.resolve("expected.txt");
    private static final Path CANARY = Path.of("target/demarche-pwned");

    @AfterEach
    void nothing_ran() throws IOException {
        assertThat(System.getProperty("demarche.pwned")).isNull();
        assertThat(Files.deleteIfExists(CANARY)).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void an_attack_is_refused_at_its_place(Path file) {
        Ran ran = Ran.command("run facts/kestrel-strait --declarative-only --rules " + file);
        assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(ExitCode.NOT_LOADED.number());
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith(file + ":").matches("(?s)[^:]+:\\d+:\\d+: error: .*");
        assertThat(ran.err().chars()).noneMatch(letter -> Character.isISOControl(letter) && letter != '\n');
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void an_attack_is_refused_without_the_option_too(Path file) {
        Ran ran = Ran.command("check --rules " + file + " " + file + " --format json");
        assertThat(ran.exit()).isEqualTo(ExitCode.NOT_LOADED.number());
        assertThat(ran.out()).contains("\"severity\"").doesNotContain("Exception");
    }

    @Test
    void what_is_said_of_each_is_this() throws IOException {
        StringBuilder told = new StringBuilder();
        for (Path file : attacks()) {
            told.append(Ran.command("run facts/kestrel-strait --declarative-only --rules " + file)
                    .err());
        }
        String told2 = told.toString().replace(ATTACKS + "/", "").replaceAll("\\d+ errors? in 1 file\n", "");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(EXPECTED, told2);
        }
        assertThat(told2).isEqualTo(Files.readString(EXPECTED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void what_only_looks_like_an_attack_runs(Path file) {
        Ran ran = Ran.command("run facts/kestrel-strait --declarative-only --rules " + file);
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("kestrel-strait");
    }

    @Test
    void there_are_enough_of_both() throws IOException {
        assertThat(attacks()).hasSizeGreaterThan(100);
        assertThat(harmless()).hasSizeGreaterThan(10);
    }

    static List<Path> attacks() throws IOException {
        return files(ATTACKS);
    }

    static List<Path> harmless() throws IOException {
        return files(HARMLESS);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".drl"))
                    .sorted()
                    .toList();
        }
    }
}
