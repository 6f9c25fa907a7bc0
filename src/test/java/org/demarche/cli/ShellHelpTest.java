package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Completion and manual pages. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShellHelpTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "demarche wh, why whynot whatif",
        "demarche run --fo, --format",
        "demarche run --format , text json",
        "demarche check --format , text json sarif github",
        "demarche check --fail-level , error warning note",
        "demarche schema , case session vocabulary sources claims expectations mapping",
        "demarche new , case rule",
        "demarche run facts/kes, facts/kestrel-strait"
    })
    void bash_completes(String typed, String completed) throws IOException, InterruptedException {
        assumeTrue(there("bash"));
        Path script = folder.resolve("completion");
        Files.writeString(script, Ran.command("completion bash").out());
        String words = typed + (typed.matches(".*(--format|--fail-level|schema|new)") ? " ''" : "");
        String line = "source " + script + "; COMP_WORDS=(" + words + "); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); "
                + "_complete_demarche 2>/dev/null; echo ${COMPREPLY[@]}";
        assertThat(run("bash", "-c", line).strip()).isEqualTo(completed);
    }

    static Stream<String> commands() {
        Terminal terminal = new Terminal(System.out, System.err, java.util.Map.of(), new java.util.Properties());
        CommandLine root =
                Usage.line("demarche", new Demarche(terminal, new Failures(terminal, List.of()), Demarche.COMMANDS));
        return Stream.concat(Stream.of("", "new case", "new rule"), root.getSubcommands().keySet().stream());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_has_a_page_that_man_can_show(String command) throws IOException, InterruptedException {
        String page = Ran.command("man " + command).out();
        assertThat(page).startsWith(".TH \"DEMARCHE").contains(".SH \"NAME\"", ".SH \"SYNOPSIS\"", ".SH \"EXAMPLES\"");
        assertThat(page.lines().filter(line -> line.startsWith(".")))
                .allMatch(line -> line.matches("\\.(TH|SH|TP|nf|fi)( .*)?"));
        assertThat(page.lines()).noneMatch(line -> line.startsWith("'"));
        if (there("groff")) {
            Path file = folder.resolve("page.1");
            Files.writeString(file, page);
            // What is warned of comes out too.
            assertThat(run("groff", "-man", "-Tutf8", "-ww", "-z", file.toString()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_help_begins_with_an_example(String command) {
        Ran ran = Ran.command(command + " --help");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith("Example:\n  ").contains("demarche " + command);
    }

    private static boolean there(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String run(String... words) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(words)).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }
}
