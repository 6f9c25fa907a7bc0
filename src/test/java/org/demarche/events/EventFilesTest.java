package org.demarche.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.demarche.Written;
import org.demarche.cases.CaseFile;
import org.demarche.source.FileText;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Imported events are files of a case, always the same for the same rows. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EventFilesTest {

    private static final List<String> STATES = List.of("CHN", "PRK", "USA", "KOR", "JPN", "RUS");
    private static final String MAPPING = """
            columns: {date: 1, actor: 2, target: 3, code: 4}
            actions: {"042": visit, "11": claim-waters}
            source: wire-events-2031 rows of April
            declare:
              sources: {wire-events-2031: {title: 'A "wire" \\ and more'}}
              actors: {CHN: {name: China, kind: state}, KOR: {name: South Korea}}
            """;

    @TempDir
    Path folder;

    private static List<String> rows(Random random, int count) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add("2031-%02d-%02d,%s,%s,%s"
                    .formatted(
                            1 + random.nextInt(12),
                            1 + random.nextInt(31),
                            STATES.get(random.nextInt(6)),
                            random.nextInt(9) == 0 ? "" : STATES.get(random.nextInt(6)),
                            List.of("042", "42", "185", "010", "11", "CONSULT").get(random.nextInt(6))));
        }
        return rows;
    }

    private Map<Path, String> texts(List<Path> tables) throws IOException {
        EventMapping mapping = EventTables.mapping(folder, MAPPING);
        ImportedEvents imported = EventImport.read(tables, mapping, Declarations.NONE, EventTables.WORDS, rows -> {});
        return EventFiles.of(
                        imported,
                        mapping,
                        Declarations.in(folder.resolve("case"), Path.of("wire.mapping.yaml")),
                        folder.resolve("case"),
                        Path.of("wire.mapping.yaml"))
                .texts();
    }

    private Path table(String name, List<String> rows) {
        Path table = folder.resolve(name);
        Written.write(table, String.join("\n", rows) + "\n");
        return table;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void the_order_of_rows_and_their_division_into_tables_change_no_byte(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> rows = rows(random, 300);
        Map<Path, String> texts = texts(List.of(table("a.csv", rows)));
        assertThat(texts(List.of(table("a.csv", rows)))).as("once more").isEqualTo(texts);
        Collections.shuffle(rows, random);
        int half = random.nextInt(rows.size());
        List<Path> shuffled =
                List.of(table("a.csv", rows.subList(0, half)), table("b.csv", rows.subList(half, rows.size())));
        assertThat(texts(shuffled)).isEqualTo(texts);
    }

    @Test
    void many_statements_make_several_files_that_load_as_one_case() throws IOException {
        List<String> rows = rows(new Random(11), 60_000);
        for (int i = 0; i < 30_000; i++) {
            rows.add("%d-%02d-%02d,CHN,KOR,042".formatted(1900 + i / 336, 1 + i / 28 % 12, 1 + i % 28));
        }
        Map<Path, String> texts = texts(List.of(table("a.csv", rows)));
        assertThat(texts).hasSizeGreaterThan(1);
        texts.forEach((file, text) -> {
            assertThat(text.length()).isLessThan(FileText.LARGEST);
            Written.write(file, text);
        });
        Written.write(folder.resolve("case/case.yaml"), """
                case: case
                actors: {PRK: , USA: , JPN: , RUS: }
                """);
        CaseFile read = CaseFile.read(folder.resolve("case"), EventTables.WORDS);
        assertThat(read.statements().size()).isEqualTo((int) texts.values().stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("  - {event: "))
                .count());
        assertThat(read.statements())
                .allMatch(each -> each.citations().get(0).locator().equals("rows of April"));
        assertThat(read.sources().get("wire-events-2031").title()).isEqualTo("A \"wire\" \\ and more");
    }

    @Test
    void what_the_case_declares_itself_is_not_declared_again_and_what_nobody_declares_is_told() throws IOException {
        Written.write(folder.resolve("case/case.yaml"), "case: case\nactors: {CHN: , PRK: }\n");
        EventMapping mapping = EventTables.mapping(folder, MAPPING);
        Path table = table("a.csv", List.of("2031-04-01,CHN,PRK,042", "2031-04-01,KOR,JPN,042"));
        ImportedEvents imported =
                EventImport.read(List.of(table), mapping, Declarations.NONE, EventTables.WORDS, rows -> {});
        EventFiles files = EventFiles.of(
                imported,
                mapping,
                Declarations.in(folder.resolve("case"), Path.of("wire.yaml")),
                folder.resolve("case"),
                Path.of("wire.yaml"));
        assertThat(files.undeclaredActors()).containsExactly("JPN");
        assertThat(files.undeclaredSources()).isEmpty();
        assertThat(files.texts().get(folder.resolve("case/wire-events.yaml")))
                .contains("  KOR: {name: \"South Korea\"}\n")
                .doesNotContain("China");
    }

    @Test
    void files_of_an_earlier_import_are_found_and_those_of_others_are_not_stale() throws IOException {
        Path written = folder.resolve("case/wire-events-3.yaml");
        Map<Path, String> texts = texts(List.of(table("a.csv", List.of("2031-04-01,CHN,PRK,042"))));
        Written.write(written, texts.values().iterator().next());
        Written.write(folder.resolve("case/wire-events-4.yaml"), "facts: []\n");
        Written.write(folder.resolve("case/wire-events-b.yaml"), "facts: []\n");
        EventMapping mapping = EventTables.mapping(folder, MAPPING);
        ImportedEvents imported = EventImport.read(
                List.of(folder.resolve("a.csv")), mapping, Declarations.NONE, EventTables.WORDS, rows -> {});
        EventFiles files = EventFiles.of(
                imported,
                mapping,
                Declarations.in(folder.resolve("case"), Path.of("wire.mapping.yaml")),
                folder.resolve("case"),
                Path.of("wire.mapping.yaml"));
        assertThat(files.earlier()).containsExactly(written, folder.resolve("case/wire-events-4.yaml"));
        assertThat(files.stale()).containsExactly(written);
        assertThat(Files.exists(written)).isTrue();
    }
}
