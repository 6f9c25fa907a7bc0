package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One mistake a file, as people make them, and what {@code check} says of it, as text and as JSON. Renewed with {@code
 * -Dgolden.update=true}; read every line that changes as the person who made the mistake.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MistakesTest {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Path MISTAKES = RESOURCES.resolve("mistakes");

    /** What no reader of rules and facts should have to know about. */
    private static final Pattern JARGON = Pattern.compile(
            "Exception|\\bERR\\b|\\[ERR|Descr\\b|\\bat org\\.|org\\.(?!demarche\\.mod)|\\bjava\\.(?!lang|util|io)|null Package|\\bnull\\b(?! ==| !=|\\))"
                    + "|mismatched input|viable alternative|Lambda|\\.java\\b|<eof>|<EOF>|@[0-9a-f]{6,}|snakeyaml|antlr",
            Pattern.CASE_INSENSITIVE);

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void a_mistake_in_a_rule_file_is_told_where_it_is(Path file) throws IOException {
        Path copy = copy(file, folder.resolve("rules/r"));
        words();
        compare(file, "check " + copy + " --rules " + copy);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("facts")
    void a_mistake_in_a_file_of_facts_is_told_where_it_is(Path file) throws IOException {
        Path facts = folder.resolve("facts/kestrel-strait");
        Files.move(copy(file, facts), facts.resolve("case.yaml"));
        words();
        Path rules = Files.createDirectories(folder.resolve("rules/none"));
        Files.writeString(rules.resolve("none.drl"), "package rules.none\n");
        compare(file, "run " + facts + " --rules " + rules);
    }

    @Test
    void no_message_anywhere_has_words_that_only_programmers_know() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            for (Path file : files.filter(each -> each.toString().endsWith("expected.txt"))
                    .sorted()
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    // Lines that are set in show the file itself.
                    String said = line.startsWith("    ")
                            ? ""
                            : line.replaceFirst("^.*?: (error|warning): ", "")
                                    .replaceFirst(" \\[[a-z-]+]$", "")
                                    .replaceAll("`[^`]*`|\"[^\"]*\"", "");
                    assertThat(JARGON.matcher(said).find())
                            .as(file + ": " + line)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void there_are_enough_of_both() throws IOException {
        assertThat(rules()).hasSizeGreaterThan(100);
        assertThat(facts()).hasSizeGreaterThan(60);
    }

    private void words() throws IOException {
        for (String name : List.of("vocabulary.yaml", "sources.yaml")) {
            Files.copy(
                    MISTAKES.resolve("rules").resolve(name),
                    folder.resolve("rules").resolve(name));
        }
    }

    private void compare(Path file, String command) throws IOException {
        Ran text = Ran.command(command, 100, false, java.util.Map.of());
        String told = (text.out() + text.err())
                .replace(folder + "/", "")
                .replaceAll("(?m)^\\d+ (errors?|warnings?).*\\R", "");
        Path golden = file.resolveSibling(file.getFileName().toString().replaceAll("\\.\\w+$", ".expected.txt"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, told);
        }
        assertThat(told).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
        assertThat(told).as("something is said").isNotBlank();
        JsonNode problems = JsonMapper.shared()
                .readTree(Ran.command(command + " --format json").out())
                .path("problems");
        assertThat(problems).isNotEmpty();
        for (JsonNode problem : problems) {
            if (problem.path("severity").asString().equals("note")) {
                // Told in short in text.
                continue;
            }
            String place = problem.path("file").asString().replace(folder + "/", "")
                    + (problem.path("line").isNull()
                            ? ""
                            : ":" + problem.path("line").asInt())
                    + (problem.path("column").isNull()
                            ? ""
                            : ":" + problem.path("column").asInt());
            assertThat(told)
                    .contains(place + ": " + problem.path("severity").asString() + ": "
                            + problem.path("message").asString().replace(folder + "/", ""));
        }
    }

    private Path copy(Path file, Path into) throws IOException {
        Files.createDirectories(folder.resolve("rules"));
        Files.createDirectories(into);
        return Files.copy(file, into.resolve(file.getFileName()));
    }

    static List<Path> rules() throws IOException {
        return files("rules", ".drl");
    }

    static List<Path> facts() throws IOException {
        return files("facts", ".yaml");
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(MISTAKES.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.endsWith("vocabulary.yaml") && !file.endsWith("sources.yaml"))
                    .sorted()
                    .toList();
        }
    }
}
