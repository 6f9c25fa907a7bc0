package org.demarche.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.demarche.cli.Main;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule files that are refused have been parsed and no more: in a process of its own, no class of a compiler is even loaded. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NothingIsCompiledTest {

    /** What writes Java for rules, what compiles Java, what evaluates MVEL, and the front door to them. */
    private static final String COMPILERS =
            "org\\.drools\\.(model\\.codegen|compiler|mvel|modelcompiler)\\.|org\\.eclipse\\.jdt\\.|org\\.mvel|javax\\.tools\\.|"
                    + "org\\.kie\\.api\\.builder\\.KieBuilder";

    @TempDir
    Path folder;

    @Test
    void where_everything_is_refused() throws Exception {
        List<String> loaded = loaded(3, Path.of("src/test/resources/attacks"));
        assertThat(loaded).anyMatch(line -> line.contains("org.drools.drl.parser.DrlParser "));
        assertThat(loaded).noneMatch(NothingIsCompiledTest::ofACompiler);
    }

    @Test
    void and_they_are_where_something_is_not() throws Exception {
        assertThat(loaded(0, Path.of("rules/maritime"))).anyMatch(NothingIsCompiledTest::ofACompiler);
    }

    private static boolean ofACompiler(String line) {
        return line.matches(".*\\b(" + COMPILERS + ").*");
    }

    private List<String> loaded(int exit, Path rules) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:class+load=info:file=" + log + "::filecount=0",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "check",
                        "--declarative-only",
                        rules.toString())
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
