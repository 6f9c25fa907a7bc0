package org.demarche.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.check.Checks;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code docs/checks} says of each check is so. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckPagesTest {

    private static final Path PAGES = Path.of("docs/checks");
    private static final Pattern SECTION = Pattern.compile("(?ms)^## (\\w+)\\n(.*?)(?=^## |\\z)");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    private static final String VOCABULARY = "# rules/vocabulary.yaml";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void what_is_to_be_avoided_is_found_and_what_is_to_be_preferred_is_not(Check check) {
        assertThat(checked(check, "Avoid").problems())
                .as("avoid")
                .isNotEmpty()
                .allMatch(each -> each.check().equals(check.id()) && each.severity() == check.severity());
        assertThat(checked(check, "Prefer").problems()).as("prefer").isEmpty();
    }

    private Checks checked(Check check, String section) {
        String text = sections(check).stream()
                .filter(found -> found.group(1).equals(section))
                .map(found -> found.group(2))
                .findFirst()
                .orElseThrow();
        String rules = blocks(text, found -> found.group(1).equals("drl"));
        String facts = blocks(text, found -> found.group(1).equals("yaml") && !isVocabulary(found));
        String vocabulary = blocks(text, CheckPagesTest::isVocabulary);
        Small.write(
                folder.resolve(section),
                rules,
                facts,
                vocabulary.isEmpty() ? Small.vocabulary(rules + facts) : vocabulary);
        return Checks.run(List.of(folder.resolve(section)), List.of());
    }

    private static boolean isVocabulary(MatchResult block) {
        return block.group(2).startsWith(VOCABULARY);
    }

    private static String blocks(String text, Predicate<MatchResult> wanted) {
        return BLOCK.matcher(text)
                .results()
                .filter(wanted)
                .map(found -> found.group(2))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @EnumSource
    void a_page_has_its_sections_and_says_how_bad_it_is_and_how_to_suppress_it(Check check) {
        assertThat(sections(check)).extracting(found -> found.group(1)).containsExactly("Avoid", "Prefer", "Why");
        String suppress = "@suppress( \"" + check.id() + ": why it is right here\" )";
        assertThat(page(check).lines().findFirst().orElseThrow()).matches("# " + check.id() + ": [a-z].*[^.]");
        assertThat(page(check)).contains("\nSeverity: " + check.severity().word() + ".");
        assertThat(page(check).contains(suppress))
                .isEqualTo(Check.suppressible().contains(check.id()));
    }

    @Test
    void every_check_has_a_page_and_every_page_a_check_and_the_index_lists_them_all() throws IOException {
        Set<String> pages;
        try (Stream<Path> files = Files.list(PAGES)) {
            pages = files.map(file -> file.getFileName().toString().replace(".md", ""))
                    .filter(name -> !name.equals("README") && !name.equals("loading"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        assertThat(pages)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Check.values()).map(Check::id).toList());
        String index = Files.readString(PAGES.resolve("README.md"));
        for (Check check : Check.values()) {
            CheckPage page = CheckPage.of(check.id()).orElseThrow();
            assertThat(index)
                    .contains("| [" + page.id() + "](" + page.id() + ".md) | " + page.title() + " | "
                            + check.severity().word() + " |");
        }
    }

    @Test
    void every_problem_that_keeps_files_from_loading_has_a_line() throws IOException {
        Set<String> told = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources"))) {
            files.filter(file -> file.endsWith("expected.txt"))
                    .forEach(file -> Pattern.compile("(?m) \\[([a-z]+(?:-[a-z]+)+)]$")
                            .matcher(read(file))
                            .results()
                            .forEach(found -> told.add(found.group(1))));
        }
        assertThat(told).hasSizeGreaterThan(40).isSubsetOf(CheckPage.ids());
    }

    @Test
    void every_id_that_has_a_line_is_one() throws IOException {
        String code;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            code = files.filter(Files::isRegularFile).map(CheckPagesTest::read).collect(Collectors.joining());
        }
        assertThat(CheckPage.ids()).allMatch(id -> code.contains('"' + id + '"'));
    }

    @Test
    void a_problem_that_keeps_files_from_loading_is_explained_in_a_line() {
        assertThat(CheckPage.of("unknown-term"))
                .hasValue(new CheckPage(
                        "unknown-term",
                        "a word that the vocabulary does not have",
                        "# unknown-term: a word that the vocabulary does not have\n",
                        "docs/checks/loading.md"));
        assertThat(CheckPage.of("unknown-thing")).isEmpty();
    }

    private static List<MatchResult> sections(Check check) {
        return SECTION.matcher(page(check)).results().toList();
    }

    private static String page(Check check) {
        return CheckPage.of(check.id()).map(CheckPage::text).orElseThrow();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
