package org.demarche.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaperTest {

    private static final String WORDS = "one two three four five six seven eight nine ten eleven";

    @Test
    void a_paragraph_goes_on_under_its_first_word() {
        assertThat(new Paper(new Page(40, false, false))
                        .paragraph("- ", "  ", WORDS)
                        .print())
                .isEqualTo("- one two three four five six seven\n  eight nine ten eleven\n");
    }

    @Test
    void a_word_longer_than_the_line_has_one_to_itself() {
        String word = "x".repeat(50);
        assertThat(Paper.wrap("a " + word + " b", 40, 40)).containsExactly("a", word, "b");
    }

    @Test
    void marks_take_no_room_and_become_colours_only_where_there_are_any() {
        String marked = Ink.STRONG.on("one") + " two";
        assertThat(Ink.width(marked)).isEqualTo(7);
        assertThat(Ink.render(marked, false)).isEqualTo("one two");
        assertThat(Ink.render(marked, true)).isEqualTo("\u001B[1mone\u001B[0m two");
    }

    @Test
    void what_would_write_over_the_terminal_or_turn_the_text_round_is_seen_to_stand_there() {
        assertThat(Ink.render("a\u001B[31mb\u202Ec\u2066d\u2069e\nf\tg", true))
                .isEqualTo("a\uFFFD[31mb\uFFFDc\uFFFDd\uFFFDe\nf\tg");
    }

    @Test
    void letters_of_east_asia_take_two_columns_and_accents_none() {
        assertThat(Ink.width("金正恩")).isEqualTo(6);
        assertThat(Ink.width("e\u0301")).isEqualTo(1);
    }

    @Test
    void a_label_stands_beside_its_words_or_above_where_there_is_no_room() {
        Page narrow = new Page(40, false, false);
        assertThat(new Paper(narrow).item(2, "id", 4, "words").print()).isEqualTo("  id    words\n");
        assertThat(new Paper(narrow).item(2, "id", 20, "words").print()).isEqualTo("  id\n      words\n");
    }

    @Test
    void more_than_anybody_reads_is_rounded() {
        assertThat(Words.number(BigInteger.ONE.shiftLeft(40))).isEqualTo("1,099,511,627,776");
        assertThat(Words.number(BigInteger.TWO.pow(200))).isEqualTo("about 1.6 × 10^60");
        assertThat(Words.number(BigInteger.TEN.pow(15))).isEqualTo("about 1.0 × 10^15");
    }

    @Test
    void the_ends_of_an_interval_are_told_apart() {
        assertThat(Words.apart(0.12, 0.13)).isEqualTo("12% to 13%");
        assertThat(Words.apart(0.99991, 0.99995)).isEqualTo("99.991% to 99.995%");
        assertThat(Words.apart(0, 0.0000063)).isEqualTo("0.000% to 0.001%");
    }
}
