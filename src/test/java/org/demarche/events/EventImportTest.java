package org.demarche.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.events.EventTables.counts;
import static org.demarche.events.EventTables.events;
import static org.demarche.events.EventTables.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.source.Problem;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of coded events become statements, and whatever does not is counted. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EventImportTest {

    private static final Path TABLES = Path.of("src/test/resources/events");
    private static final String COLUMNS = "columns: {date: day, actor: who, target: whom, code: what}\n";
    private static final String HEADER = "day,who,whom,what\n";

    @TempDir
    Path folder;

    private ImportedEvents imported(String mapping, String rows) {
        return read(folder, COLUMNS + mapping, HEADER + rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gdelt-57.tsv", "gdelt-58.tsv", "gdelt-61.tsv"})
    void tables_of_gdelt_are_known_by_their_number_of_columns(String table) {
        ImportedEvents imported = read(
                folder, "layout: gdelt\nroles: country\nactions: {\"042\": visit}\n", List.of(TABLES.resolve(table)));
        assertThat(events(imported))
                .containsExactly(
                        "CHN.weaken-enforcement.PRK.2031-04-01",
                        "PRK.visit.CHN.2031-04-02 x2",
                        "ROU.visit.DEU.2031-04-04");
        assertThat(imported.count(Fate.NO_ACTOR)).isEqualTo(1);
        assertThat(imported.count(Fate.NO_TARGET)).isEqualTo(1);
        assertThat(imported.rows()).isEqualTo(6);
    }

    @Test
    void whoever_acts_for_a_country_is_somebody_else_unless_the_mapping_says_otherwise() {
        ImportedEvents imported = read(
                folder,
                "layout: gdelt\nactions: {\"042\": visit}\nactors: {PRKGOV: kim-jong-un}\n",
                List.of(TABLES.resolve("gdelt-58.tsv")));
        assertThat(events(imported)).containsExactly("PRK.visit.CHN.2031-04-02");
        assertThat(counts(imported.unknownActors())).containsExactly("CHNGOV x2", "ROMGOV x1");
    }

    @Test
    void icews_names_states_in_english_and_others_with_their_country() {
        List<Path> tables = List.of(TABLES.resolve("icews.tab"));
        String mapping = "layout: icews\nactions: {\"042\": visit}\nactors: {Kim Jong-Un: kim-jong-un}\n";
        ImportedEvents strict = read(folder, mapping, tables);
        assertThat(events(strict)).containsExactly("PRK.visit.CHN.2031-04-01", "kim-jong-un.visit.CHN.2031-04-03");
        assertThat(counts(strict.unknownActors())).containsExactly("Foreign Minister (Invented) x1");
        assertThat(events(read(folder, mapping + "roles: country\n", tables))).contains("RUS.visit.KOR.2031-04-02");
    }

    @Test
    void polecat_has_modes_and_several_actors_in_a_cell() {
        ImportedEvents imported = read(
                folder,
                "layout: polecat\nroles: country\nactions: {CONSULT/visit: visit, consult: offer-talks}\n",
                List.of(TABLES.resolve("polecat.txt")));
        assertThat(events(imported))
                .containsExactly(
                        "CHN.visit.IND.2031-04-01", "CHN.visit.JPN.2031-04-01", "IND.offer-talks.JPN.2031-04-02");
        assertThat(imported.count(Fate.IMPORTED)).isEqualTo(2);
        assertThat(counts(imported.unknownCodes())).containsExactly("SANCTION/threaten x1");
    }

    @ParameterizedTest
    @CsvSource({
        "iso3, CHN, CHN",
        "iso3, BUR, MMR",
        "iso2, CN, CHN",
        "cow, ROK, KOR",
        "cow, AUS, AUT",
        "cow-number, 732, KOR",
        "cow-number, 002, USA",
        "cameo, ROM, ROU",
        "cameo, KSV, XKX",
        "name, Russian Federation, RUS",
        "name, the United States, USA",
        "name, Côte d'Ivoire, CIV",
        "name, Cote d’Ivoire, CIV",
        "name, Bosnia and Herzegovina, BIH",
        "name, Saint Lucia, LCA",
        "name, Türkiye, TUR"
    })
    void states_are_known_by_the_names_of_each_scheme(String scheme, String name, String state) {
        ImportedEvents imported = imported(
                "countries: " + scheme + "\nactors: {X: x}\nactions: {\"042\": visit}\n",
                "2031-04-01," + name + ",X,042\n");
        assertThat(events(imported)).containsExactly(state + ".visit.x.2031-04-01");
    }

    @Test
    void the_states_of_correlates_of_war_are_all_there_and_each_stands_for_one_that_is_known() throws IOException {
        Set<String> withoutIso = Set.of(
                "AUH", "BAD", "BAV", "CSK", "DDR", "HAN", "HSE", "HSG", "MEC", "MOD", "PAP", "PMA", "RVN", "SAX", "SIC",
                "TUS", "WRT", "XKX", "YMD", "ZAN");
        List<String[]> states;
        try (Stream<String> lines = Files.lines(Path.of("src/main/resources/org/demarche/events/countries.txt"))) {
            states = lines.filter(line -> line.startsWith("cow "))
                    .map(line -> line.split(" "))
                    .toList();
        }
        // The list has 217; Korea until 1905 is neither of today's and has the code of one of them.
        assertThat(states).hasSize(216);
        assertThat(states.stream().map(state -> state[1])).doesNotHaveDuplicates();
        assertThat(states.stream().map(state -> state[2]))
                .doesNotHaveDuplicates()
                .doesNotContain("KOR");
        assertThat(states)
                .allMatch(state -> withoutIso.contains(state[3])
                        != Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3)
                                .contains(state[3]));
    }

    @Test
    void codes_of_the_vocabulary_need_no_mapping_unless_several_actions_share_them() {
        ImportedEvents imported = imported(
                "",
                "2031-04-01,CHN,PRK,185\n2031-04-01,CHN,PRK,042\n2031-04-02,CHN,PRK,042\n"
                        + "2031-04-01,CHN,PRK,CONSULT\n2031-04-01,CHN,PRK,010\n");
        assertThat(events(imported)).containsExactly("CHN.attempted-to-kill.PRK.2031-04-01");
        assertThat(imported.sharedCodes())
                .first()
                .isEqualTo(new Counted("042", 2, List.of("call-on-first", "first-visit-before-summit", "visit")));
        assertThat(counts(imported.sharedCodes())).containsExactly("042 x2", "CONSULT x1");
        assertThat(counts(imported.unknownCodes())).containsExactly("010 x1");
    }

    @Test
    void a_zero_that_a_spreadsheet_took_is_given_back_and_told() {
        ImportedEvents imported = imported(
                "actions: {\"042\": visit, 254: lean-on}\n",
                "2031-04-01,CHN,PRK,42\n2031-04-01,CHN,PRK,254\n2031-04-01,CHN,PRK,185\n2031-04-01,CHN,PRK,14\n");
        assertThat(events(imported))
                .containsExactly(
                        "CHN.attempted-to-kill.PRK.2031-04-01",
                        "CHN.lean-on.PRK.2031-04-01",
                        "CHN.visit.PRK.2031-04-01");
        assertThat(imported.restored()).isEqualTo(2);
        assertThat(imported.doubtful()).isEqualTo(1);
    }

    @Test
    void more_general_codes_count_only_when_the_mapping_says_so() {
        String rows = "2031-04-01,CHN,PRK,0354\n2031-04-01,CHN,PRK,1054\n";
        assertThat(events(imported("actions: {\"03\": offer-talks}\n", rows))).isEmpty();
        ImportedEvents imported = imported("parents: yes\nactions: {\"03\": offer-talks}\n", rows);
        assertThat(events(imported)).containsExactly("CHN.offer-talks.PRK.2031-04-01");
        assertThat(counts(imported.unknownCodes())).containsExactly("1054 x1");
    }

    @ParameterizedTest
    @CsvSource({
        "2031-04-01, year-month-day, 2031-04-01",
        "20310401, year-month-day, 2031-04-01",
        "2031/4/1, year-month-day, 2031-04-01",
        "2031-04-01T10:00:00Z, year-month-day, 2031-04-01",
        "2031-04, year-month-day, 2031-04",
        "01/04/2031, day-month-year, 2031-04-01",
        "1.4.2031, day-month-year, 2031-04-01",
        "4/1/2031, month-day-year, 2031-04-01"
    })
    void days_are_read_as_tables_write_them(String written, String order, String day) {
        ImportedEvents imported = imported("dates: " + order + "\n", written + ",CHN,PRK,185\n");
        assertThat(events(imported)).containsExactly("CHN.attempted-to-kill.PRK." + day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20310230", "01/04/2031", "soon", "", "2031-13-01", "99999999"})
    void what_is_no_day_breaks_the_row_and_not_the_table(String written) {
        ImportedEvents imported = imported("", written + ",CHN,PRK,185\n2031-04-01,CHN,PRK,185\n");
        assertThat(imported.broken()).singleElement().satisfies(row -> {
            assertThat(row.at().line()).isEqualTo(2);
            assertThat(row.message()).contains("`" + written + "` is no day");
        });
        assertThat(imported.statements()).hasSize(1);
    }

    @Test
    void only_and_ignore_leave_out_what_they_say_and_count_it() {
        ImportedEvents imported = imported("""
                only: {actors: [CHN, PRK], from: 2031-04-02, to: 2031-04-03}
                ignore: {codes: ["01", CONSULT], actors: [UN]}
                """, """
                2031-04-01,CHN,PRK,185
                2031-04-02,CHN,PRK,185
                2031-04-03,PRK,CHN,185
                2031-04-04,CHN,PRK,185
                2031-04-02,CHN,USA,999
                2031-04-02,CHN,PRK,010
                2031-04-02,CHN,PRK,CONSULT/visit
                2031-04-02,UN,PRK,185
                2031-04-02,CHN,CHN,185
                """);
        assertThat(events(imported))
                .containsExactly("CHN.attempted-to-kill.PRK.2031-04-02", "PRK.attempted-to-kill.CHN.2031-04-03");
        assertThat(imported.fates())
                .containsEntry(Fate.OUTSIDE_DATES, 2L)
                .containsEntry(Fate.OTHER_ACTORS, 1L)
                .containsEntry(Fate.IGNORED, 3L)
                .containsEntry(Fate.SAME_ACTOR, 1L);
        assertThat(imported.unknownCodes()).isEmpty();
        assertThat(imported.open()).isFalse();
    }

    @Test
    void every_row_has_one_fate() {
        ImportedEvents imported =
                imported("", "2031-04-01,CHN,PRK,185\nx\n,,,\n2031-04-01,,PRK,185\n2031-04-01,A,B,185\n");
        assertThat(imported.fates().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(imported.rows())
                .isEqualTo(5);
    }

    @Test
    void entries_of_the_mapping_that_no_row_needed_are_told() {
        ImportedEvents imported =
                imported("actions: {\"042\": visit, \"043\": warn}\nactors: {A: a, Bb: b}\n", "2031-04-01,A,CHN,042\n");
        assertThat(imported.unusedCodes()).containsExactly("043");
        assertThat(imported.unusedActors()).containsExactly("Bb");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "day;who;whom;what~2031-04-01;CHN;PRK;185",
                "day\twho\twhom\twhat~2031-04-01\tCHN\tPRK\t185",
                "\uFEFFDay,WHO,whom,what~2031-04-01,CHN,PRK,185",
                "x,what,whom,who,day~\"a, b\",185,PRK,CHN,2031-04-01",
                "x,what,whom,who,day~\"a~b\",185,PRK,\"CHN\",2031-04-01,,~~"
            })
    void separators_quotes_marks_and_the_order_of_columns_are_seen_in_the_table(String table) {
        ImportedEvents imported = read(folder, COLUMNS, table.replace('~', '\n') + "\n");
        assertThat(events(imported)).containsExactly("CHN.attempted-to-kill.PRK.2031-04-01");
    }

    @Test
    void columns_may_be_numbers_with_a_header_or_without() {
        String mapping = "columns: {date: 1, actor: 2, target: 3, code: 4}\n";
        String row = "2031-04-01,CHN,PRK,185\n";
        assertThat(read(folder, mapping, row).rows()).isEqualTo(1);
        ImportedEvents headed = read(folder, mapping, HEADER + row);
        assertThat(headed.rows()).isEqualTo(1);
        assertThat(headed.headers()).isEqualTo(1);
    }

    @Test
    void a_row_is_told_by_the_line_in_which_it_begins() {
        ImportedEvents imported = read(
                folder, COLUMNS, "note," + HEADER + "\"two\nlines\",2031-04-01,CHN,PRK,185\n\nx,never,CHN,PRK,185\n");
        assertThat(imported.broken())
                .singleElement()
                .extracting(Problem::at)
                .hasToString(folder.resolve("table.csv") + ":5");
    }

    @Test
    void an_action_that_reads_without_a_target_needs_none() {
        ImportedEvents imported =
                imported("actions: {\"1\": claim-waters, \"2\": visit}\n", "2031-04-01,CHN,,01\n2031-04-01,CHN,,02\n");
        assertThat(events(imported)).containsExactly("CHN.claim-waters.2031-04-01");
        assertThat(imported.count(Fate.NO_TARGET)).isEqualTo(1);
    }
}
