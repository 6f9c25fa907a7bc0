package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.Written;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Grade;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a table of events to a case that runs. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportCliTest {

    private static final Path GOLDEN = Path.of("src/test/resources/cli");
    private static final String EXAMPLE = "import docs/events/wire.csv --mapping docs/events/wire.mapping.yaml";

    @TempDir
    Path folder;

    private Path facts;
    private String command;

    @BeforeEach
    void a_case_and_a_mapping() {
        facts = folder.resolve("events");
        Written.write(facts.resolve("case.yaml"), read(Path.of("docs/events/case.yaml")));
        Written.write(facts.resolve("wire.mapping.yaml"), read(Path.of("docs/events/wire.mapping.yaml")));
        Written.write(folder.resolve("wire.csv"), """
                Day,Source,Target,CAMEO
                2031-04-01,VARGOV,KES,139
                2031-04-03,Admiral Orsk,HAL,042
                """);
        command = "import " + folder.resolve("wire.csv") + " --rules rules --mapping "
                + facts.resolve("wire.mapping.yaml");
    }

    @ParameterizedTest
    @CsvSource({"import-40.txt, 40, ''", "import-100.txt, 100, -v", "import.json, 80, --format json"})
    void what_is_printed_was_read_by_a_person(String golden, int columns, String options) throws IOException {
        Ran ran = Ran.command(EXAMPLE + " " + options, columns, false, Map.of());
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isEqualTo(4);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN.resolve(golden), ran.out());
        }
        assertThat(ran.out()).isEqualTo(Files.readString(GOLDEN.resolve(golden)));
    }

    @Test
    void what_is_written_is_a_part_of_the_case_that_can_be_checked_and_run() {
        Ran ran = Ran.command(command + " -o " + facts);
        assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out())
                .contains("Of 2 rows, 2 are imported, as 2 statements.", facts + "/wire-events.yaml")
                .doesNotContain("What the case has to declare");
        assertThat(Ran.command("check -q " + facts + " --rules rules").out()).startsWith("no problems");
        assertThat(Ran.command("run " + facts + " --rules rules").out()).contains("VAR.quarantine.KES");
        assertThat(Ran.command("fmt --check " + facts).out()).isEqualTo("all 3 files in form\n");
    }

    @Test
    void nothing_is_written_over_without_force_and_with_it_what_is_left_over_goes() throws IOException {
        Path written = facts.resolve("wire-events.yaml");
        assertThat(Ran.command(command + " -o " + facts).exit()).isZero();
        String before = read(written);
        Written.write(facts.resolve("wire-events-2.yaml"), before);
        Written.write(written, before + "# mine\n");
        Ran refused = Ran.command(command + " -o " + facts);
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err().replaceAll("\\s+", " ")).contains("is there already, and nothing is written over.");
        assertThat(read(written)).endsWith("# mine\n");
        assertThat(Ran.command(command + " --force -o " + facts).exit()).isZero();
        assertThat(read(written)).isEqualTo(before);
        try (Stream<Path> files = Files.list(facts)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("case.yaml", "wire.mapping.yaml", "wire-events.yaml");
        }
    }

    @Test
    void what_somebody_else_has_written_and_what_is_a_link_is_never_written_over() throws IOException {
        Path other = facts.resolve("wire-events.yaml");
        Files.writeString(other, "facts: []\n");
        Ran ran = Ran.command(command + " --force -o " + facts);
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .containsIgnoringWhitespaces(
                        "wire-events.yaml` was not written by an import, and is not written over.");
        assertThat(other).hasContent("facts: []");
        Files.delete(other);
        Files.createSymbolicLink(other, facts.resolve("nowhere"));
        assertThat(Ran.command(command + " --force -o " + facts).err())
                .containsIgnoringWhitespaces("is not written over");
        assertThat(facts.resolve("nowhere")).doesNotExist();
    }

    @Test
    void a_dry_run_writes_nothing_and_says_what_would_be() {
        Ran ran = Ran.command(command + " --dry-run --format json -o " + facts);
        assertThat(ran.exit()).isZero();
        JsonNode document = JsonMapper.shared().readTree(ran.out());
        assertThat(document.get("written").asBoolean()).isFalse();
        assertThat(document.get("files").get(0).asString()).isEqualTo(facts + "/wire-events.yaml");
        assertThat(facts.resolve("wire-events.yaml")).doesNotExist();
    }

    @Test
    void a_mapping_that_would_be_read_as_a_part_of_the_case_is_refused() throws IOException {
        Files.move(facts.resolve("wire.mapping.yaml"), facts.resolve("wire.yaml"));
        Ran ran = Ran.command(command.replace("wire.mapping.yaml", "wire.yaml") + " -o " + facts);
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("`.mapping.yaml`");
    }

    @Test
    void broken_rows_end_with_4_and_what_could_be_read_is_written() {
        Written.write(folder.resolve("wire.csv"), read(folder.resolve("wire.csv")) + "soon,VAR,KES,139\n");
        assertThat(Ran.command(command + " -o " + facts).exit()).isEqualTo(4);
        assertThat(facts.resolve("wire-events.yaml")).exists();
    }

    @Test
    void strictly_an_unknown_code_keeps_everything_from_being_written() {
        Written.write(folder.resolve("wire.csv"), read(folder.resolve("wire.csv")) + "2031-04-04,VAR,KES,112\n");
        assertThat(Ran.command(command).exit()).isZero();
        Ran strict = Ran.command(command + " --strict -o " + facts);
        assertThat(strict.exit()).isEqualTo(4);
        assertThat(strict.out()).contains("112", "Nothing was written.");
        assertThat(facts.resolve("wire-events.yaml")).doesNotExist();
        Written.write(
                facts.resolve("wire.mapping.yaml"),
                read(facts.resolve("wire.mapping.yaml")).replace("[\"01\"]", "[\"01\", \"11\"]"));
        assertThat(Ran.command(command + " --strict -o " + facts).exit()).isZero();
    }

    @Test
    void a_table_of_which_nothing_can_be_imported_ends_with_4() {
        Written.write(folder.resolve("wire.csv"), "Day,Source,Target,CAMEO\n2031-04-04,VAR,KES,112\n");
        Ran ran = Ran.command(command + " -o " + facts);
        assertThat(ran.exit()).isEqualTo(4);
        assertThat(ran.out()).contains("none could be imported", "Nothing was written.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | import docs/events/wire.csv | A mapping has to say what the names and codes of the tables mean.",
                "2 | import --mapping docs/events/wire.mapping.yaml | This is missing: EVENTS.",
                "2 | import docs/events/wire.csv --mapping docs/events/wire.mapping.yaml -o README.md | is no folder",
                "3 | import docs/events/wire.csv --mapping docs/events/wier.mapping.yaml | Maybe `docs/events/wire.mapping.yaml`?",
                "3 | import docs/events/wier.csv --mapping docs/events/wire.mapping.yaml | Maybe `docs/events/wire.csv`?",
                "3 | import docs/events/wire.csv --mapping src/test/resources/bad-mappings/everything.mapping.yaml | Maybe `visit`?",
                "3 | import docs/events/case.yaml --mapping docs/events/wire.mapping.yaml | names no column `Day`",
                "3 | import docs/events --mapping docs/events/wire.mapping.yaml | cannot be read"
            })
    void what_cannot_be_done_is_told(int exit, String words, String told) {
        Ran ran = Ran.command(words);
        assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(exit);
        assertThat(ran.err().replaceAll("\\s+", " ")).contains(told).doesNotContain("Exception");
    }

    @Test
    void a_heading_that_turns_the_direction_of_writing_is_not_printed_as_it_stands() {
        Written.write(folder.resolve("wire.csv"), "Day\u202E,Source,Target,CAMEO\n2031-04-01,VAR,KES,139\n");
        assertThat(Ran.command(command).err()).contains("Maybe `Day\uFFFD`?").doesNotContain("\u202E");
    }

    @Test
    void what_a_mapping_says_of_reliability_and_credibility_grades_the_facts() {
        Path file = facts.resolve("wire.mapping.yaml");
        Written.write(file, read(file) + "reliability: C\ncredibility: 3\n");
        assertThat(Ran.command(command + " -o " + facts).exit()).isZero();
        assertThat(read(facts.resolve("wire-events.yaml")))
                .contains("source: \"wire-events-2031\"\nreliability: C\ncredibility: 3\nfacts:\n");
        CaseFile read = CaseFile.read(facts);
        assertThat(read.statements())
                .filteredOn(each -> each.fact().id().equals("VAR.warn.KES.2031-04-01"))
                .singleElement()
                .satisfies(each -> assertThat(each.grade()).isEqualTo(new Grade("C", "3")));
    }

    @Test
    void as_reports_nothing_is_taken_for_true_because_a_table_says_so() {
        Path file = facts.resolve("wire.mapping.yaml");
        Written.write(file, read(file) + "as: reports\norigin: wire-events-2031\nreliability: C\n");
        Ran ran = Ran.command(command + " -o " + facts);
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("Of 2 rows, 2 are imported, as 2 reports.");
        assertThat(read(facts.resolve("wire-events.yaml")))
                .contains("reliability: C\nreports:\n  - {id: wire-events-var-warn-kes-2031-04-01, "
                        + "origin: wire-events-2031, fact: {event: VAR warn KES 2031-04-01}, date: 2031-04-01, "
                        + "known: 2031-04-01}\n");
        assertThat(Ran.command("check -q " + facts + " --rules rules").out()).startsWith("no problems");
        assertThat(Ran.command("fmt --check " + facts).out()).isEqualTo("all 3 files in form\n");
        assertThat(Ran.command("reports " + facts + " --rules rules").out())
                .contains("wire-events-var-warn-kes-2031-04-01", "C6");
        assertThat(Ran.command("scenarios " + facts + " --rules rules").out()).contains("4 scenarios");
    }

    @Test
    void an_origin_that_the_case_does_not_have_is_told_and_nobody_named_is_anonymous() {
        Path file = facts.resolve("wire.mapping.yaml");
        String mapping = read(file) + "as: reports\n";
        Written.write(file, mapping + "origin: harbour-master\n");
        assertThat(Ran.command(command).out()).contains("What the case has to declare\n  actors   harbour-master\n");
        Written.write(file, mapping);
        assertThat(Ran.command(command + " -o " + facts).out()).doesNotContain("has to declare");
        assertThat(read(facts.resolve("wire-events.yaml"))).contains("origin: anonymous");
    }

    @Test
    void so_many_reports_that_the_case_would_be_slow_are_told_of() {
        Path file = facts.resolve("wire.mapping.yaml");
        Written.write(file, read(file) + "as: reports\n");
        String rows = IntStream.rangeClosed(1, 1001)
                .mapToObj(i -> LocalDate.of(2031, 4, 1).plusDays(i) + ",VAR,KES,139\n")
                .collect(Collectors.joining());
        Written.write(folder.resolve("wire.csv"), "Day,Source,Target,CAMEO\n" + rows);
        assertThat(Ran.command(command).out()).contains("a question of the case, and with more than 1,000");
        Written.write(
                folder.resolve("wire.csv"),
                "Day,Source,Target,CAMEO\n" + rows.lines().skip(1).collect(Collectors.joining("\n")));
        assertThat(Ran.command(command).out()).doesNotContain("a question of the case");
    }

    @Test
    void actors_of_the_case_are_known_by_their_ids_and_names_and_that_is_told() {
        Path file = facts.resolve("wire.mapping.yaml");
        Written.write(file, read(file).replaceAll("(?m)^(actors|  \"Admiral|only).*\n", ""));
        Written.write(facts.resolve("others.yaml"), """
                actors:
                  OST: {name: the Ostmark, kind: state}
                  admiral-orsk: {name: Admiral Orsk}
                  twin-one: {name: Twin}
                  twin-two: {name: Twin}
                """);
        Written.write(folder.resolve("wire.csv"), """
                Day,Source,Target,CAMEO
                2031-04-01,VAR,OSTMARK,139
                2031-04-02,ADMIRAL ORSK,KESGOV,139
                2031-04-03,Twin,KES,139
                """);
        Ran ran = Ran.command(command + " -o " + facts);
        assertThat(ran.exit()).isZero();
        assertThat(read(facts.resolve("wire-events.yaml")))
                .contains("event: VAR warn OST 2031-04-01", "event: admiral-orsk warn KES 2031-04-02");
        assertThat(ran.out().replaceAll("\\s+", " "))
                .contains(
                        "Known only because the case declares them: `KES`, `OST`, `VAR`, `admiral-orsk`.",
                        "Actors that are not known (1) Twin 1 row");
        JsonNode document = JsonMapper.shared()
                .readTree(Ran.command(command + " --force --format json -o " + facts)
                        .out());
        assertThat(document.get("ownActors").toString()).isEqualTo("[\"KES\",\"OST\",\"VAR\",\"admiral-orsk\"]");
    }

    @Test
    void what_an_import_has_declared_itself_changes_nothing_the_next_time() {
        Path file = facts.resolve("wire.mapping.yaml");
        Written.write(
                file,
                read(file)
                        .replace("    admiral-orsk:", "    OST: {name: Ostmark}\n    admiral-orsk:")
                        .replace("[VAR, KES,", "[OST, VAR, KES,"));
        Written.write(folder.resolve("wire.csv"), "Day,Source,Target,CAMEO\n2031-04-01,VAR,Ostmark,139\n");
        Ran first = Ran.command(command + " -o " + facts);
        assertThat(first.out()).contains("Of 1 row, 1 is imported");
        assertThat(Ran.command(command + " --force -o " + facts).out()).isEqualTo(first.out());
    }

    @Test
    void several_tables_are_one_import() {
        Path second = folder.resolve("second.csv");
        Written.write(second, "Day;Source;Target;CAMEO\n2031-04-01;VAR;KES;139\n");
        Ran ran = Ran.command(command.replace("import ", "import " + second + " ") + " -o " + facts);
        assertThat(ran.exit()).isZero();
        assertThat(read(facts.resolve("wire-events.yaml")))
                .contains("  - {event: VAR warn KES 2031-04-01, note: \"2 rows of the table\"}\n");
        assertThat(List.of(ran.out().split("\n"))).contains("Of 3 rows, 3 are imported, as 2 statements.");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
