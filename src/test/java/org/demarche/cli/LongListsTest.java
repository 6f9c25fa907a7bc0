package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demarche.Written;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader sees of a story that has been copied many times, or reported by a source of which nothing was known. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LongListsTest {

    private static final String CONFIRMED =
            "  - {id: confirmed, source: radio-kestrel, origin: radio-kestrel, question: escorts, answer: yes,"
                    + " credibility: 1, known: 2031-04-10}\n";

    @TempDir
    Path folder;

    private Path story(String name, int copies, String more) {
        return story(name, copies, "owner: KES, reliability: B", more);
    }

    private Path story(String name, int copies, String radio, String more) {
        String told = """
                case: story
                as-of: 2031-04-20
                rules: [theory]
                sources:
                  strait-wire: {title: The Strait Wire, kind: news agency, reliability: C}
                  radio-kestrel: {title: Radio Kestrel, kind: broadcaster, %s}
                actors:
                  KES: {name: Kestrel, kind: state}
                  HAL: {name: Halcyon, kind: state}
                facts:
                  - {relation: KES party-to escorts, source: strait-wire}
                questions:
                  escorts:
                    ask: "Does Halcyon escort?"
                    answers:
                      yes: {says: "Halcyon escorts", likelihood: unlikely, facts: [{event: HAL escort KES}]}
                      no: {says: "Halcyon does not escort"}
                reports:
                  - {id: first, source: strait-wire, origin: anonymous, question: escorts, answer: yes, credibility: 3, known: 2031}
                  - {id: denied, source: strait-wire, origin: strait-wire, question: escorts, answer: no, credibility: 4, known: 2031-03}
                """.formatted(radio);
        String copied = IntStream.range(0, copies)
                .mapToObj(each ->
                        "  - {id: copy-%03d, source: strait-wire, repeats: first, question: escorts, answer: yes,"
                                        .formatted(each)
                                + " credibility: 3, known: 2031-04-02}\n")
                .collect(Collectors.joining());
        Written.write(folder.resolve(name).resolve("case.yaml"), told + copied + more);
        return folder.resolve(name);
    }

    private static String shown(String command) {
        Ran ran = Ran.command(command, 80, false, Map.of());
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.out();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reports", "hypotheses", "indicators", "timeline", "run"})
    void a_hundred_copies_take_as_much_room_as_ten(String command) {
        long ten = shown(command + " " + story("ten", 10, "")).lines().count();
        long many = shown(command + " " + story("many", 100, "")).lines().count();
        assertThat(many).isEqualTo(ten);
    }

    @Test
    void how_many_copies_are_left_out_is_told_and_how_to_see_them() {
        String story = story("many", 100, "").toString();
        assertThat(shown("reports " + story))
                .contains("101 reports of 1 origin", "copy-001", "and 98 more of the same origin (-v)")
                .doesNotContain("copy-002");
        assertThat(shown("hypotheses " + story))
                .contains("copy-002", "And 97 more of one origin with E2, which are not counted again either (-v).")
                .doesNotContain("copy-003");
        assertThat(shown("timeline " + story).replaceAll("\\s+", " "))
                .contains("(copy-000, copy-001, copy-002 and 97 more: -v)");
        for (String command : new String[] {"reports ", "hypotheses ", "timeline "}) {
            assertThat(shown(command + story + " -v")).contains("copy-050", "copy-099");
        }
    }

    @Test
    void a_few_copies_are_all_shown() {
        String story = story("few", 2, "").toString();
        assertThat(shown("reports " + story)).contains("copy-000", "copy-001").doesNotContain("(-v)");
        assertThat(shown("hypotheses " + story))
                .contains("copy-000", "copy-001")
                .doesNotContain("more of one origin");
    }

    @Test
    void copies_of_what_was_refuted_are_not_listed_one_by_one() {
        String refuted =
                "  - {id: wrong, source: strait-wire, origin: radio-kestrel, question: escorts, answer: no, credibility: 3,"
                        + " known: 2031-04-01, refuted: 2031-04-03}\n"
                        + IntStream.range(0, 20)
                                .mapToObj(each ->
                                        "  - {id: again-%02d, source: strait-wire, repeats: wrong, question: escorts, answer: no,"
                                                        .formatted(each)
                                                + " credibility: 3, known: 2031-04-02}\n")
                                .collect(Collectors.joining());
        assertThat(shown("reports " + story("refuted", 0, refuted)))
                .contains("wrong: refuted on 2031-04-03", "again-02: repeats wrong")
                .contains("and 17 more that only repeat what was withdrawn or refuted (-v)")
                .doesNotContain("again-03");
    }

    @Test
    void what_a_source_is_goes_without_saying_where_its_report_comes_or_goes() {
        Path before = story("before", 1, "");
        Path after = story("after", 1, CONFIRMED);
        for (String command : new String[] {
            "diff " + before + " " + after, "whatif " + after + " --drop confirmed", "timeline " + after
        }) {
            assertThat(shown(command))
                    .contains("settled.escorts.yes", "Radio Kestrel says that Halcyon")
                    .doesNotContain("of the kind");
            assertThat(shown(command + " --format json")).doesNotContain("of the kind");
        }
    }

    @Test
    void what_a_source_is_is_told_where_that_alone_differs() {
        Path before = story("before", 1, "reliability: B", CONFIRMED);
        Path after = story("after", 1, CONFIRMED);
        assertThat(shown("diff " + before + " " + after).replaceAll("\\s+", " "))
                .contains("Radio Kestrel is a broadcaster and belongs to Kestrel");
    }

    @Test
    void a_report_is_known_as_exactly_as_the_case_says() {
        assertThat(shown("reports " + story("dated", 1, "")))
                .contains("known 2031 (strait-wire)", "known 2031-03 (strait-wire)", "known 2031-04-02 (strait-wire)");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 70, 80, 100, 160})
    void a_ranking_with_likelihoods_fits_or_stands_one_below_the_other(int columns) {
        String story = story("likely", 5, "").toString();
        for (String scale : new String[] {"icd-203", "phia"}) {
            Ran ran = Ran.command("hypotheses " + story + " --scale " + scale, columns, false, Map.of());
            assertThat(ran.out().lines()).allMatch(line -> line.length() <= columns);
            assertThat(ran.out().replaceAll("\\s+", " ")).contains("likelihood by the case", "(20% to 45%)");
        }
    }

    @Test
    void what_was_not_tried_is_told_with_the_reason_and_what_to_do() {
        assertThat(shown("why " + story("untried", 1, "") + " indication.escorts.yes.C")
                        .replaceAll("\\s+", " "))
                .contains(
                        "No further report was tried, since anybody might say anything, with any grade: to see what one"
                                + " would do, write it into a copy of the case and compare the two with `diff`.");
    }
}
