package org.demarche.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SuggestionTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "abc, '', 3",
        "WTS, WST, 1",
        "quarantnie, quarantine, 1",
        "kitten, sitting, 3",
        // A letter that has changed places is not touched again: optimal string alignment.
        "ca, abc, 3"
    })
    void letters_that_change_places_are_one_edit(String one, String other, int edits) {
        assertThat(Suggestion.edits(one, other)).isEqualTo(edits);
        assertThat(Suggestion.edits(other, one)).isEqualTo(edits);
    }

    @Test
    void a_code_with_two_letters_in_the_wrong_order_is_recognized() {
        assertThat(Suggestion.hint("WTS", List.of("OST", "WST"))).isEqualTo("Maybe `WST`?");
        assertThat(Suggestion.hint("KSE", List.of("VAR", "KES", "HAL"))).isEqualTo("Maybe `KES`?");
    }

    @Test
    void a_code_of_which_two_letters_differ_is_not() {
        assertThat(Suggestion.hint("WTS", List.of("OST", "WAR"))).isEmpty();
    }

    @Test
    void of_two_words_the_nearer_is_suggested() {
        assertThat(Suggestion.nearest("wiat", List.of("wit", "wait"))).contains("wait");
        assertThat(Suggestion.nearest("blokcade", List.of("block", "blockade"))).contains("blockade");
    }
}
