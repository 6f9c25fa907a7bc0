package org.demarche.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.source.LoadException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an analyst is told: each folder has a bad case and the exact text; {@code -Dgolden.update=true} renews it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BadCasesTest {

    private static final Path BAD_CASES = Path.of("src/test/resources/bad-cases");
    private static final Vocabulary VOCABULARY = Vocabulary.read(BAD_CASES.resolve("vocabulary.yaml"));

    static List<Path> folders() throws IOException {
        try (Stream<Path> entries = Files.list(BAD_CASES)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void a_bad_case_is_refused_with_exactly_these_words(Path folder) throws IOException {
        Path expected = folder.resolve("expected.txt");
        String told = told(folder);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, told);
        }
        assertThat(told).isEqualTo(Files.readString(expected));
    }

    private static String told(Path folder) {
        try {
            CaseFile.read(folder, VOCABULARY);
            return "nothing is wrong\n";
        } catch (LoadException e) {
            return e.getMessage() + "\n";
        }
    }
}
