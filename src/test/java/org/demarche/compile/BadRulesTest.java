package org.demarche.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Written;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of broken rule files, word for word. Renewed with {@code -Dgolden.update=true}; read every line that changes. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BadRulesTest {

    private static final Path FOLDER = Path.of("src/test/resources/bad-rules");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void all_problems_are_told_at_once(String name) throws IOException {
        String told = problems(FOLDER.resolve(name)).stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n", "", "\n"))
                .replace(FOLDER + "/", "");
        Path golden = FOLDER.resolve(name).resolve("expected.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, told);
        }
        assertThat(told).isEqualTo(Files.readString(golden));
        assertThat(told).doesNotContain("Exception", "Descr", "org.drools", "null Package");
    }

    @Test
    void a_missing_folder_is_told() {
        assertThat(problems(FOLDER.resolve("nowhere")))
                .extracting(Problem::message)
                .containsExactly("There is no such file or folder of rules.");
    }

    @Test
    void without_a_file_of_sources_one_is_asked_for() {
        Written.write(
                folder.resolve("r/r.drl"),
                "package r\nimport org.demarche.model.*\n"
                        + Written.rule("r", "    Intention( $a : actor )", "Move( $a, \"wait\", \"\" )"));
        assertThat(problems(folder.resolve("r")))
                .extracting(Problem::message)
                .contains(
                        "Rule `r` cites `test-source`, and there is no file `sources.yaml` beside or above the rules: write"
                                + " one that has it.");
    }

    @Test
    void two_vocabularies_are_told() {
        assertThat(problems(Path.of("rules/maritime"), FOLDER.resolve("does-not-compile")))
                .extracting(Problem::check)
                .contains("two-vocabularies");
    }

    @Test
    void two_places_are_told_in_the_order_of_the_files() {
        List<Problem> both = problems(FOLDER.resolve("unknown-words"), FOLDER.resolve("conclusions"));
        assertThat(both).isSorted().hasSizeGreaterThan(8);
    }

    private static List<Problem> problems(Path... paths) {
        LoadException thrown = catchThrowableOfType(LoadException.class, () -> Rulebase.load(List.of(paths)));
        assertThat(thrown).as("the files load").isNotNull();
        return thrown.problems();
    }

    static List<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
