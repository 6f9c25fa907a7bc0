package org.demarche.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.demarche.source.Citation;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CitationTest {

    @Test
    void a_part_without_an_id_is_a_further_locator() {
        assertThat(Citation.parse("varna-navy-2030 p. 14; p. 16; strait-wire-2031"))
                .containsExactly(
                        new Citation("varna-navy-2030", "p. 14"),
                        new Citation("varna-navy-2030", "p. 16"),
                        new Citation("strait-wire-2031", ""));
    }

    @Test
    void a_range_of_pages_is_no_id() {
        assertThat(Citation.parse("38north-2018 3; 14-16; p.14-a"))
                .containsExactly(
                        new Citation("38north-2018", "3"),
                        new Citation("38north-2018", "14-16"),
                        new Citation("38north-2018", "p.14-a"));
    }

    @Test
    void a_text_that_names_no_source_has_an_empty_one() {
        assertThat(Citation.parse("p. 14")).containsExactly(new Citation("", "p. 14"));
        assertThat(Citation.parse(" ; ")).isEmpty();
    }

    @Test
    void it_reads_as_it_was_written() {
        assertThat(Citation.parse("orchard-2018 C3b, C3c")).hasToString("[orchard-2018 C3b, C3c]");
        assertThat(new Citation("orchard-2018", "")).hasToString("orchard-2018");
    }
}
