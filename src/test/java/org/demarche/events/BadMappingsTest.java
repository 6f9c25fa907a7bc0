package org.demarche.events;

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

/** What is said of a bad mapping, all at once: each has the exact text beside it; {@code -Dgolden.update=true} renews it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BadMappingsTest {

    private static final Path MAPPINGS = Path.of("src/test/resources/bad-mappings");

    static List<Path> mappings() throws IOException {
        try (Stream<Path> files = Files.list(MAPPINGS)) {
            return files.filter(file -> file.toString().endsWith(".mapping.yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void a_bad_mapping_is_refused_with_exactly_these_words(Path mapping) throws IOException {
        Path expected =
                mapping.resolveSibling(mapping.getFileName().toString().replace(".mapping.yaml", ".expected.txt"));
        String told = told(mapping);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, told);
        }
        assertThat(told).isEqualTo(Files.readString(expected));
    }

    private static String told(Path mapping) {
        try {
            EventMapping.read(mapping, EventTables.WORDS);
            return "nothing is wrong\n";
        } catch (LoadException refused) {
            return refused.getMessage() + "\n";
        }
    }
}
