package org.demarche.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SourcesTest {

    @TempDir
    Path folder;

    @Test
    void sources_are_read_by_id() {
        Path file = Kestrel.write(
                folder.resolve("sources.yaml"),
                "schelling-1966: {title: \"Arms and Influence\", author: Thomas C. Schelling, date: 1966, kind: book}\n");

        assertThat(Sources.read(file))
                .containsEntry(
                        "schelling-1966",
                        new Source(
                                "schelling-1966",
                                "Arms and Influence",
                                "Thomas C. Schelling",
                                "",
                                "1966",
                                "book",
                                "",
                                "",
                                "",
                                "",
                                ""));
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        Path file = Kestrel.write(folder.resolve("sources.yaml"), "schelling: {title: A}\nwaltz-1981: {autor: B}\n");

        assertThatThrownBy(() -> Sources.read(file))
                .hasMessageContaining("[bad-id]")
                .hasMessageContaining("Maybe `author`?")
                .hasMessageContaining("A source needs `title`.");
    }
}
