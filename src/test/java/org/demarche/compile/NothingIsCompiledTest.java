package org.demarche.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.demarche.cli.Main;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that stands in a file is compiled: in a process of its own, no class of a compiler is even loaded. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NothingIsCompiledTest {

    /** What writes Java for rules, what compiles Java, and what evaluates MVEL. */
    private static final String COMPILERS =
            "org\\.drools\\.(model\\.codegen|compiler\\.(builder|compiler|rule)|mvel\\.(builder|compiler|expr|java))\\.|"
                    + "org\\.eclipse\\.jdt\\.|org\\.mvel|javax\\.tools\\.";

    /** What makes anything of rules at all, and the front door to it. */
    private static final String BUILDERS =
            COMPILERS + "|org\\.drools\\.(compiler|modelcompiler)\\.|org\\.kie\\.api\\.builder\\.KieBuilder";

    @TempDir
    Path folder;

    @Test
    void where_everything_is_refused() throws Exception {
        List<String> loaded = loaded(3, "--declarative-only", Path.of("src/test/resources/attacks"));
        assertThat(loaded).anyMatch(line -> line.contains("org.drools.drl.parser.DrlParser "));
        assertThat(loaded).noneMatch(line -> line.matches(".*\\b(" + BUILDERS + ").*"));
    }

    @Test
    void where_rules_are_reasoned_with() throws Exception {
        List<String> loaded = loaded(0, "--declarative-only", Path.of("rules"), Path.of("facts/kestrel-strait"));
        assertThat(loaded).anyMatch(line -> line.contains("org.drools.modelcompiler.KiePackagesBuilder "));
        assertThat(loaded).noneMatch(NothingIsCompiledTest::ofACompiler);
    }

    @Test
    void but_where_they_are_run_as_plain_drools_runs_them() throws Exception {
        assertThat(loaded(0, "--verbose", Path.of("docs/examples/fire-alarm")))
                .anyMatch(NothingIsCompiledTest::ofACompiler);
    }

    private static boolean ofACompiler(String line) {
        return line.matches(".*\\b(" + COMPILERS + ").*");
    }

    private List<String> loaded(int exit, String option, Path... checked) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load=info:file=" + log + "::filecount=0",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "check",
                option));
        Arrays.stream(checked).map(Path::toString).forEach(command::add);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("out.txt")))
                .isEqualTo(exit);
        return Files.readAllLines(log);
    }
}
