package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.demarche.inference.Inference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes of the program that share a cache, each told by its jar which build of the program it is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptBetweenRunsTest {

    private static final int MANY = 20;

    @TempDir
    Path root;

    private Path cache;

    /** Stands for the program's jar: which build it is, is told by its first part on the class path. */
    private Path jar;

    @BeforeEach
    void build() throws IOException {
        cache = root.resolve("cache");
        jar = Files.write(
                root.resolve("build.jar"),
                new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    }

    private record Started(Process process, Path out) {
        String out(int exit) {
            try {
                assertThat(process.waitFor()).as(() -> text(out)).isEqualTo(exit);
                return text(out);
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private Started start(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                jar + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        Path out = Files.createTempFile(root, "out", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().put("DEMARCHE_CACHE", cache.toString());
        return new Started(builder.start(), out);
    }

    private String run(String... args) throws IOException {
        return start(args).out(0);
    }

    @Test
    void many_that_start_at_once_with_nothing_kept_all_answer_the_same() throws IOException {
        List<Started> started = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            started.add(start("run", "facts/kestrel-strait"));
        }
        List<String> answers =
                started.stream().map(each -> each.out(0)).distinct().toList();
        assertThat(answers).hasSize(1);
        assertThat(run("run", "facts/kestrel-strait")).isEqualTo(answers.get(0));
        assertThat(entries()).isNotEmpty().noneMatch(file -> file.toString().endsWith(".new"));
    }

    @Test
    void a_changed_rule_a_changed_fact_and_another_build_are_seen() throws IOException {
        Path copy = root.resolve("copy");
        copy(Path.of("rules"), copy.resolve("rules"));
        copy(Path.of("facts/kestrel-strait"), copy.resolve("facts/kestrel-strait"));
        String facts = copy.resolve("facts/kestrel-strait").toString();
        String before = run("run", facts);
        assertThat(run("run", facts)).isEqualTo(before);
        int kept = entries().size();
        assertThat(entries()).as("nothing is written twice").hasSize(kept);

        Path rule = copy.resolve("rules/maritime/maritime.drl");
        Files.writeString(rule, Files.readString(rule).replace("\"quarantine\"", "\"escort\""));
        assertThat(run("run", facts)).contains("VAR.escort.KES").doesNotContain("VAR.quarantine.KES");
        Path states = copy.resolve("facts/kestrel-strait/case.yaml");
        Files.writeString(
                states, Files.readString(states).replace("{intention: VAR isolate KES", "{intention: VAR isolate HAL"));
        assertThat(run("run", facts)).doesNotContain("VAR.escort.KES");

        int before2 = entries().size();
        Files.write(jar, new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 'a', 'b'});
        assertThat(run("run", facts)).doesNotContain("VAR.escort.KES");
        assertThat(entries()).hasSizeGreaterThan(before2);
    }

    /** As in a session that lasts while somebody writes rules. */
    @Test
    void rules_that_are_written_while_a_process_lasts_are_read_again() throws IOException {
        Path copy = root.resolve("copy");
        copy(Path.of("rules"), copy.resolve("rules"));
        copy(Path.of("facts/kestrel-strait"), copy.resolve("facts/kestrel-strait"));
        Properties properties = new Properties();
        properties.setProperty("java.class.path", jar.toString());
        Terminal terminal =
                new Terminal(System.out, System.err, Map.of("DEMARCHE_CACHE", cache.toString()), properties);
        RuleOptions options = new RuleOptions();
        Path facts = copy.resolve("facts/kestrel-strait");
        assertThat(moves(facts, options, terminal)).contains("VAR.quarantine.KES");
        assertThat(moves(facts, options, terminal)).contains("VAR.quarantine.KES");
        Path rule = copy.resolve("rules/maritime/maritime.drl");
        Files.writeString(rule, Files.readString(rule).replace("\"quarantine\"", "\"escort\""));
        assertThat(moves(facts, options, terminal)).containsExactly("VAR.escort.KES");
    }

    private static List<String> moves(Path facts, RuleOptions options, Terminal terminal) {
        LoadedCase loaded = LoadedCase.load(facts, options, terminal);
        return loaded.reasoner().assess(loaded.caseFile()).moves().stream()
                .map(Inference::id)
                .toList();
    }

    @Test
    void damaged_entries_and_a_cache_that_cannot_be_written_change_nothing() throws IOException {
        String plain = run("why", "facts/kestrel-strait", "VAR.quarantine.KES");
        for (Path entry : entries()) {
            byte[] content = Files.readAllBytes(entry);
            content[content.length / 2] ^= 1;
            Files.write(entry, content);
        }
        assertThat(run("why", "facts/kestrel-strait", "VAR.quarantine.KES")).isEqualTo(plain);
        assertThat(run("why", "facts/kestrel-strait", "VAR.quarantine.KES")).isEqualTo(plain);
        cache = Files.createFile(root.resolve("no-folder"));
        assertThat(run("why", "facts/kestrel-strait", "VAR.quarantine.KES")).isEqualTo(plain);
    }

    @Test
    void rules_that_do_not_load_are_told_every_time() throws IOException {
        Path rules = root.resolve("rules/maritime");
        Files.createDirectories(rules);
        Files.writeString(
                rules.resolve("maritime.drl"),
                Files.readString(Path.of("rules/maritime/maritime.drl")).replace("Intention(", "Intentoin("));
        Files.copy(Path.of("rules/vocabulary.yaml"), root.resolve("rules/vocabulary.yaml"));
        Files.copy(Path.of("rules/sources.yaml"), root.resolve("rules/sources.yaml"));
        String[] command = {
            "run", "facts/kestrel-strait", "--rules", root.resolve("rules").toString()
        };
        String told = start(command).out(3);
        assertThat(told).contains("Intentoin");
        assertThat(start(command).out(3)).isEqualTo(told);
    }

    @Test
    void it_can_be_looked_at_and_cleared() throws IOException {
        assertThat(run("cache")).contains(cache.toString(), "Nothing is kept yet.");
        run("run", "facts/kestrel-strait");
        assertThat(run("cache")).containsPattern("\\d files, \\d+ KiB\\.");
        assertThat(run("cache", "clear")).contains("Removed ");
        assertThat(entries()).isEmpty();
        assertThat(start("cache", "clean").out(2)).contains("Maybe `clear`?");
    }

    @Test
    void what_a_start_takes_is_said_by_stages() throws IOException {
        assertThat(run("--profile-startup", "run", "facts/kestrel-strait"))
                .contains("VAR.quarantine.KES")
                .containsPattern("\\d+ +\\d+ +\\d+ {2}Java begins\n")
                .containsPattern("\\d+ +\\d+ +\\d+ {2}labels and what follows from them\n")
                .containsPattern(
                        "That is \\d+\\.\\d times what Java takes to do nothing, \\d+ ms; the budget is 7 times\\.");
        assertThat(start("--profile-startup", "run", "no-such-case").out(3))
                .contains("There is no such file or folder.", "in all");
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
