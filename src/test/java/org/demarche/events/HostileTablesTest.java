package org.demarche.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.demarche.events.EventTables.events;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that are none, or are made to do harm. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileTablesTest {

    private static final String MAPPING =
            "columns: {date: day, actor: who, target: whom, code: what}\nactors: {Müller: muller}\n";
    private static final String HEADER = "day,who,whom,what\n";
    private static final String GOOD = "2031-04-01,CHN,PRK,185\n";

    @TempDir
    Path folder;

    private Path table(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("table.csv"), bytes);
    }

    private Problem refused(byte[] bytes) throws IOException {
        Path table = table(bytes);
        LoadException refused =
                catchThrowableOfType(LoadException.class, () -> EventTables.read(folder, MAPPING, List.of(table)));
        return refused.problems().get(0);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_quote_that_is_never_closed_is_told_where_its_row_begins() throws IOException {
        Problem refused = refused(utf8(HEADER + GOOD + "2031-04-01,\"CHN,PRK,185\n" + GOOD));
        assertThat(refused.at().line()).isEqualTo(3);
        assertThat(refused.message()).contains("quote is opened and not closed");
    }

    @Test
    void a_row_without_end_is_given_up_long_before_memory_is() throws IOException {
        Path table = folder.resolve("table.csv");
        try (BufferedWriter out = Files.newBufferedWriter(table)) {
            out.write(HEADER + "2031-04-01,\"");
            String much = "A".repeat(1 << 16) + "\n";
            for (int i = 0; i < 500; i++) {
                out.write(much);
            }
        }
        LoadException refused =
                catchThrowableOfType(LoadException.class, () -> EventTables.read(folder, MAPPING, List.of(table)));
        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.check()).isEqualTo("row-too-long");
            assertThat(problem.at().line()).isEqualTo(2);
        });
    }

    @Test
    void a_file_that_is_no_text_is_said_to_be_none() throws IOException {
        assertThat(refused(HEADER.getBytes(StandardCharsets.UTF_16)).message()).contains("UTF-16");
        assertThat(refused(new byte[] {'P', 'K', 3, 4}).message()).contains("Unpack");
        assertThat(refused(utf8("day,who\0,whom,what\n")).message()).contains("zeros");
        assertThat(refused(new byte[0]).message()).contains("empty");
        assertThat(refused(utf8("\n\n")).message()).contains("empty");
    }

    @Test
    void a_table_of_another_kind_is_told_by_what_it_lacks() throws IOException {
        Problem refused = refused(utf8("day,whoo,target,what\n" + GOOD));
        assertThat(refused.message()).contains("no column `who` (`actor`)");
        assertThat(refused.hint()).isEqualTo("Maybe `whoo`?");
        Path table = table(utf8(GOOD));
        assertThat(catchThrowableOfType(
                        LoadException.class, () -> EventTables.read(folder, "layout: gdelt\n", List.of(table))))
                .hasMessageContaining("The row has 4 columns, and these tables have 57 or 58 or 61.");
    }

    @Test
    void columns_with_the_same_heading_are_refused_where_one_of_them_is_asked_for() throws IOException {
        Problem refused = refused(utf8("day,who,whom,what,Who\n2031-04-01,CHN,PRK,185,USA\n"));
        assertThat(refused.check()).isEqualTo("duplicate-column");
        assertThat(refused.at().line()).isEqualTo(1);
        assertThat(refused.message())
                .isEqualTo("The first row names 2 columns `who` (`actor`): those with the numbers 2, 5.");
        assertThat(refused.hint()).contains("`columns: {actor: 2}`");
    }

    @Test
    void of_columns_with_the_same_heading_a_number_says_which_is_meant_and_others_do_not_matter() throws IOException {
        Path table = table(utf8("note,day,who,whom,what,who,note\n,2031-04-01,CHN,PRK,185,USA,\n"));
        String mapping = MAPPING.replace("actor: who", "actor: 6");
        assertThat(events(EventTables.read(folder, mapping, List.of(table))))
                .containsExactly("USA.attempted-to-kill.PRK.2031-04-01");
    }

    @Test
    void a_letter_in_another_encoding_breaks_its_row_and_the_mapping_can_name_the_encoding() throws IOException {
        byte[] latin = (HEADER + "2031-04-01,Müller,PRK,185\n" + GOOD).getBytes(StandardCharsets.ISO_8859_1);
        Path table = table(latin);
        ImportedEvents broken = EventTables.read(folder, MAPPING, List.of(table));
        assertThat(broken.count(Fate.IMPORTED)).isEqualTo(1);
        assertThat(broken.broken()).singleElement().satisfies(row -> {
            assertThat(row.at().line()).isEqualTo(2);
            assertThat(row.message()).contains("not in the encoding");
        });
        assertThat(events(EventTables.read(folder, MAPPING + "encoding: latin-1\n", List.of(table))))
                .contains("muller.attempted-to-kill.PRK.2031-04-01");
    }

    @Test
    void stray_letters_in_columns_that_nobody_asks_for_do_no_harm() throws IOException {
        byte[] table = utf8("note," + HEADER + "zero," + GOOD);
        table[table.length - GOOD.length() - 3] = (byte) 0xFF;
        assertThat(EventTables.read(folder, MAPPING, List.of(table(table))).count(Fate.IMPORTED))
                .isEqualTo(1);
    }

    @Test
    void cells_are_data_and_never_become_anything_else_in_a_case() {
        ImportedEvents imported = EventTables.read(
                folder,
                MAPPING,
                HEADER
                        + "2031-04-01,\"CHN, note: x}\",PRK,185\n"
                        + "2031-04-01,\"=cmd|' /C calc'!A0\",PRK,185\n"
                        + "2031-04-01,CHN\u001B[31m,PRK,185\n"
                        + "2031-04-01,CHN,PRK,\"185}\n  - {event: PRK visit CHN\"\n"
                        + "2031-04-01," + "A".repeat(5000) + ",PRK,185\n"
                        + GOOD);
        assertThat(events(imported)).containsExactly("CHN.attempted-to-kill.PRK.2031-04-01");
        assertThat(imported.count(Fate.UNKNOWN_ACTOR)).isEqualTo(2);
        assertThat(imported.count(Fate.BROKEN)).isEqualTo(3);
    }

    @Test
    void a_sign_that_turns_the_direction_of_writing_breaks_its_row_since_no_mapping_could_name_what_it_stands_in() {
        ImportedEvents imported = EventTables.read(folder, MAPPING, HEADER + "2031-04-01,\u202EKRP,PRK,185\n" + GOOD);
        assertThat(imported.unknownActors()).isEmpty();
        assertThat(imported.broken()).singleElement().satisfies(row -> {
            assertThat(row.at().line()).isEqualTo(2);
            assertThat(row.message()).contains("a sign that is not printed");
        });
        assertThat(imported.count(Fate.IMPORTED)).isEqualTo(1);
    }

    @Test
    void rows_of_another_length_break_alone() {
        ImportedEvents imported = EventTables.read(
                folder, MAPPING, HEADER + "2031-04-01,CHN,PRK\n" + "2031-04-01,CHN,PRK,185,x\n" + GOOD);
        assertThat(imported.count(Fate.BROKEN)).isEqualTo(2);
        assertThat(imported.broken()).first().asString().contains("The row has 3 columns instead of 4.");
        assertThat(imported.count(Fate.IMPORTED)).isEqualTo(1);
    }

    @Test
    void ever_other_codes_are_told_apart_up_to_a_limit_and_all_counted() {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 25_000; i++) {
            rows.append("2031-04-01,CHN,PRK,X").append(i).append('\n');
        }
        ImportedEvents imported = EventTables.read(folder, MAPPING, rows.toString());
        assertThat(imported.unknownCodes()).hasSize(20_000);
        assertThat(imported.untold()).isEqualTo(5_000);
        assertThat(imported.count(Fate.UNKNOWN_CODE)).isEqualTo(25_000);
    }

    @Test
    void all_tables_are_told_of_at_once() throws IOException {
        Path one = Files.writeString(folder.resolve("one.csv"), "a,b\n");
        Path two = Files.writeString(folder.resolve("two.csv"), "");
        LoadException refused = catchThrowableOfType(
                LoadException.class, () -> EventTables.read(folder, MAPPING, List.of(one, two, folder.resolve("no"))));
        assertThat(refused.problems().stream().map(each -> each.at().file()))
                .contains(one.toString(), two.toString(), folder.resolve("no").toString());
    }
}
