package org.demarche.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a file is damaged, it is read or its problems are told in places that exist. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DamagedCaseTest {

    private static final String[] PIECES = {
        ":", ": ", " #", "#", "- ", "\n", "\t", "{", "}", "[", "]", ",", "'", "\"", "|", ">", "&a ", "*a", "!b ", "?",
        "  ", "facts:", "VAR", "2031", "~", "---\n", "\\", "😀"
    };

    private static final Vocabulary VOCABULARY = Kestrel.vocabulary();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void every_problem_stands_in_a_line_that_exists(int damages) {
        Random random = new Random(damages);
        for (int i = 0; i < 100; i++) {
            String damaged = damaged(Kestrel.TEXT, damages, random);
            Kestrel.write(folder.resolve("case.yaml"), damaged);
            List<String> lines = damaged.lines().toList();
            assertThat(problems()).as(damaged).allSatisfy(problem -> assertIsIn(lines, problem));
        }
    }

    private static void assertIsIn(List<String> lines, Problem problem) {
        int line = problem.at().line();
        assertThat(line).isBetween(0, lines.size() + 1);
        if (line >= 1 && line <= lines.size()) {
            assertThat(problem.line()).isEqualTo(lines.get(line - 1));
            int length = problem.line().codePointCount(0, problem.line().length());
            assertThat(problem.at().column()).isBetween(1, length + 1);
        }
        assertThat(problem.message()).endsWith(".").doesNotContain("org.", "null", "Exception", "<", "while ");
    }

    private List<Problem> problems() {
        try {
            CaseFile.read(folder, VOCABULARY);
            return List.of();
        } catch (LoadException e) {
            return e.problems();
        }
    }

    private static String damaged(String text, int damages, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = 0; i < damages; i++) {
            int at = random.nextInt(damaged.length());
            if (random.nextBoolean()) {
                damaged.delete(at, Math.min(damaged.length(), at + 1 + random.nextInt(8)));
            } else {
                damaged.insert(at, PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return damaged.toString();
    }
}
