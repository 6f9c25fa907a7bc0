package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of rules and facts that plain Drools cannot run, or not to the end. Renewed with {@code -Dgolden.update=true}. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BadSessionsTest {

    private static final Path FOLDER = Path.of("src/test/resources/bad-sessions");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void is_told_in_words_with_its_place(String name) throws IOException {
        Ran ran = run(name, "");
        String told = ("exit " + ran.exit() + "\n" + ran.out() + ran.err()).replace(FOLDER + "/", "");
        Path golden = FOLDER.resolve(name).resolve("expected.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, told);
        }
        assertThat(told).isEqualTo(Files.readString(golden));
        assertThat(told).doesNotContain("Exception", "Descr", "org.", "java.lang", "Rule_", "null Package", "[Error");
    }

    @Test
    void as_json_there_is_one_document_whatever_rules_print() {
        Ran ran = run("throws", " --format json");
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).startsWith("{").endsWith("}\n").contains("\"consequence-failed\"");
        assertThat(ran.out()).doesNotContain("before");
    }

    @Test
    void a_rule_that_ends_the_program_is_no_success() throws Exception {
        Path rules = Files.writeString(folder.resolve("ends.drl"), """
                package ends
                rule "ends it all"
                when
                then
                    System.out.println( "bye" );
                    System.exit( 0 );
                end
                """);
        Path facts = Files.writeString(folder.resolve("case.yaml"), "case: ends\nfacts: []\n");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "run",
                        facts.toString(),
                        "--rules",
                        rules.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(told).contains("ends.drl:6: error: The rule `ends it all` ends the program here.");
        assertThat(process.waitFor()).isEqualTo(3);
    }

    static List<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static Ran run(String name, String options) {
        Path folder = FOLDER.resolve(name);
        return Ran.command("run " + folder.resolve("case.yaml") + " --rules " + folder.resolve("rules.drl")
                + " --max-firing-time 1s --max-matching-time 3s --max-facts 5000" + options);
    }
}
