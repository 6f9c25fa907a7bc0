package org.demarche.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.check.Checks;
import org.demarche.source.Problem;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is found in small sets of rules, and what is not: rules whose name begins with {@code fine-} give no cause.
 * {@code -Dgolden.update=true} renews the texts.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LintsTest {

    private static final Path LINTS = Path.of("src/test/resources/lints");
    private static final int SHUFFLES = 3;

    @TempDir
    Path folder;

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(LINTS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".drl"))
                    .map(name -> name.replace(".drl", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void what_is_found_is_told_in_exactly_these_words(String name) throws IOException {
        Path expected = LINTS.resolve(name + ".txt");
        Checks checks = Small.checked(folder, rules(name), facts(name));
        String told = Stream.concat(
                        checks.problems().stream().map(Problem::toString),
                        checks.suppressed().stream()
                                .map(each -> each.problem() + "\n    suppressed because " + each.reason()))
                .map(each -> each.replace(folder + "/", "") + "\n")
                .collect(Collectors.joining());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, told);
        }
        assertThat(told).isEqualTo(Files.readString(expected)).doesNotContain("ule `fine-");
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_order_of_rules_and_facts_and_files_makes_no_difference(String name) throws IOException {
        List<String> told = told(Small.checked(folder.resolve("0"), rules(name), facts(name)));
        Random random = new Random(name.hashCode());
        for (int i = 1; i <= SHUFFLES; i++) {
            List<String> rules = new ArrayList<>(Arrays.asList(rules(name).split("(?m)(?<=^end)\\n")));
            List<String> facts = new ArrayList<>(Arrays.asList(facts(name).split("(?m)^(?=[a-z])")));
            Collections.shuffle(rules, random);
            Collections.shuffle(facts, random);
            String shuffled = facts.stream().map(each -> shuffled(each, random)).collect(Collectors.joining());
            Path there = folder.resolve(String.valueOf(i));
            Small.write(there, String.join("\n", rules.subList(1, rules.size())), shuffled, vocabulary(name));
            Files.writeString(
                    there.resolve("rules/maritime/another.drl"),
                    "package rules.maritime\nimport org.demarche.model.*\n" + rules.get(0));
            assertThat(told(Checks.run(List.of(there), List.of())))
                    .as("shuffle " + i)
                    .isEqualTo(told);
        }
    }

    /** The facts under one key in another order. */
    private static String shuffled(String block, Random random) {
        if (!block.startsWith("facts:")) {
            return block;
        }
        List<String> lines = new ArrayList<>(block.lines().skip(1).toList());
        Collections.shuffle(lines, random);
        return "facts:\n" + String.join("\n", lines) + "\n";
    }

    /** Everything but where it stands. */
    private static List<String> told(Checks checks) {
        return Stream.concat(
                        checks.problems().stream(), checks.suppressed().stream().map(Suppressed::problem))
                .map(each -> each.severity() + " " + each.check() + " " + each.message() + " " + each.hint() + " "
                        + each.line())
                .sorted()
                .toList();
    }

    private static String vocabulary(String name) throws IOException {
        return Small.vocabulary(rules(name) + facts(name));
    }

    private static String rules(String name) throws IOException {
        return Files.readString(LINTS.resolve(name + ".drl"));
    }

    private static String facts(String name) throws IOException {
        Path file = LINTS.resolve(name + ".yaml");
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
