package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule programs of the classic kinds run from the command line and come to the known answers. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClassicsTest {

    private static final Path CLASSICS = Path.of("docs/examples");

    @ParameterizedTest(name = "{0}")
    @MethodSource("classics")
    void comes_to_the_known_answer(String name) throws IOException {
        Ran ran = run(name, "");
        Path golden = CLASSICS.resolve(name).resolve("expected.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, ran.out());
        }
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).isEqualTo(Files.readString(golden)).contains("met");
        assertThat(ran.exit()).isZero();
    }

    /** Its rules only match and conclude. */
    @Test
    void locations_are_reasoned_with() throws IOException {
        Ran ran = run("locations", "");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .isEqualTo(Files.readString(CLASSICS.resolve("locations/expected.txt")))
                .contains("2 scenarios");
        assertThat(Ran.command("test " + CLASSICS.resolve("locations")).out()).contains("4 expectations met");
    }

    @Test
    void a_run_away_is_stopped_at_a_limit_and_says_which_rules_ran_away() {
        Ran ran = run("seating-run-away", " --max-firings 2000");
        assertThat(ran.exit()).isEqualTo(5);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().replaceAll("\\s+", " "))
                .startsWith("demarche: Rules fired more than 2000 times: `seat-the-next`")
                .contains("`take-back`", "Do they set each other off without end?");
    }

    static List<String> classics() throws IOException {
        try (Stream<Path> folders = Files.list(CLASSICS)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals("seating-run-away"))
                    .filter(name -> !name.equals("locations"))
                    .sorted()
                    .toList();
        }
    }

    private static Ran run(String name, String options) {
        Path folder = CLASSICS.resolve(name);
        return Ran.command("run " + folder.resolve("case.yaml") + " --rules " + folder + options);
    }
}
