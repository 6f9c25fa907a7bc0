package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Files are really saved, and looked at again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WatchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Thread thread = new Thread();

    @BeforeEach
    void copy() throws IOException {
        for (String file : new String[] {
            "rules/vocabulary.yaml",
            "rules/sources.yaml",
            "rules/maritime/maritime.drl",
            "facts/kestrel-strait/case.yaml",
            "facts/kestrel-strait/kestrel-strait.expect.yaml"
        }) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.copy(Path.of(file), folder.resolve(file));
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        thread.interrupt();
        thread.join(PATIENCE.toMillis());
        assertThat(thread.isAlive()).isFalse();
    }

    private void start(String... args) {
        Properties properties = new Properties();
        properties.setProperty("demarche.stdout.tty", "false");
        properties.setProperty("demarche.stderr.tty", "false");
        Terminal terminal = new Terminal(stream(out), stream(err), Map.of(), properties);
        thread = new Thread(() -> new Shell(terminal).run(args));
        thread.start();
        await(() -> err().contains("Watching"));
    }

    @Test
    void what_is_saved_is_tested_again_at_once_and_what_is_broken_may_be_mended(TestReporter reporter)
            throws IOException {
        start("test", folder.resolve("facts").toString(), "--watch");
        assertThat(out()).isEqualTo("8 expectations met\n");
        Path expected = folder.resolve("facts/kestrel-strait/kestrel-strait.expect.yaml");
        String before = Files.readString(expected);

        long saved = System.nanoTime();
        Files.writeString(expected, before + "- {expect-not: VAR.quarantine.KES}\n");
        await(() -> err().contains("Changed:"));
        reporter.publishEntry("noticed after", (System.nanoTime() - saved) / 1_000_000 + " ms");
        await(() -> out().contains("1 of 9 expectations not met"));
        reporter.publishEntry("answered after", (System.nanoTime() - saved) / 1_000_000 + " ms");

        Files.writeString(expected, "- {expect-not: [");
        await(() -> err().contains("error:"));
        Path beside = expected.resolveSibling(".saved");
        Files.writeString(beside, before);
        Files.move(beside, expected, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        await(() -> out().endsWith("8 expectations met\n") && times(out(), "8 expectations met") == 2);
    }

    @Test
    void rules_that_change_are_not_answered_for_by_those_before_them() throws IOException {
        start("run", folder.resolve("facts/kestrel-strait").toString(), "--watch");
        assertThat(out()).contains("VAR.quarantine.KES").doesNotContain("VAR.escort.KES");
        Path rules = folder.resolve("rules/maritime/maritime.drl");
        Files.writeString(rules, Files.readString(rules).replace("$actor, \"quarantine\"", "$actor, \"escort\""));
        await(() -> out().contains("VAR.escort.KES"));
        Files.createDirectories(folder.resolve("rules/maritime/more"));
        Files.writeString(folder.resolve("rules/maritime/more/broken.drl"), "rule \"broken\"\nwhen\n");
        // The file is named when it has changed, too: what is told of it comes with the run after that.
        await(() -> watchingAfter(err().indexOf("error:")) >= 1);
        Files.delete(folder.resolve("rules/maritime/more/broken.drl"));
        await(() -> watchingAfter(err().indexOf("error:")) >= 2);
        assertThat(err()).contains("broken.drl:");
        assertThat(out().substring(out().lastIndexOf("The Kestrel Strait"))).contains("VAR.escort.KES");
    }

    /** How often all was done since what stands there on the error stream was said; 0 where it was not said. */
    private int watchingAfter(int place) {
        return place < 0 ? 0 : times(err().substring(place), "Watching");
    }

    private static int times(String text, String what) {
        return text.split(what, -1).length - 1;
    }

    private static void await(BooleanSupplier come) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!come.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            try {
                Thread.sleep(5);
            } catch (InterruptedException ended) {
                throw new IllegalStateException(ended);
            }
        }
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
