package org.demarche.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VocabularyTest {

    @TempDir
    Path folder;

    @Test
    void a_term_is_a_phrase_or_a_mapping() {
        Vocabulary vocabulary = read("""
                aim:
                  isolate: "isolate {target} from its trade"
                action:
                  quarantine:
                    text: "stop and inspect ships[ bound for {target}]"
                    past: "stopped and inspected ships[ bound for {target}]"
                    plover: COERCE
                    excludes: [blockade]
                  blockade: "close the ports of {target} by force"
                """);

        assertThat(vocabulary.ids("action")).containsExactly("quarantine", "blockade");
        assertThat(vocabulary.term("aim", "isolate").orElseThrow().text()).isEqualTo("isolate {target} from its trade");
        assertThat(vocabulary.term("action", "isolate")).isEmpty();
        assertThat(vocabulary.term("quarantine")).hasValueSatisfying(term -> {
            assertThat(term.field()).isEqualTo("action");
            assertThat(term.past()).startsWith("stopped");
            assertThat(term.plover()).isEqualTo("COERCE");
            assertThat(term.excludes()).containsExactly("blockade");
        });
    }

    @Test
    void the_empty_vocabulary_has_no_terms() {
        assertThat(Vocabulary.EMPTY.terms()).isEmpty();
        assertThat(Vocabulary.EMPTY.term("isolate")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "aims: {a: b}                    | 1:1: error: `aims` is not a key of a vocabulary. Maybe `aim`? [unknown-key]",
                "{aim: {a: b}, means: {a: c}}    | The term `a` is already declared at",
                "aim: {a: to {goal}}             | [yaml-syntax]",
                "aim: {a: 'to {goal}'}           | 1:14: error: Nothing is called `{goal}` in a fact with `aim`.",
                "aim: {a: 'to {targt}'}          | Maybe `target`? [bad-phrase]",
                "aim: {a: 'to [reach {target}'}  | error: The `[` has no counterpart in this phrase. [bad-phrase]",
                "topic: {a: 'war on {actor}'}    | No names stand in this phrase. [bad-phrase]",
                "aim: {a: {text: b, excludes: c}}| There is no `c` under `aim`.",
                "aim: {a: {past: b}}             | A term needs `text`. Add `text: …`. [missing-key]",
                "aim: {a: }                      | The term `a` has no phrase.",
                "aim: {A.b: c}                   | `A.b` cannot be a term. An id has small letters, digits and hyphens: `a-b`."
            })
    void what_is_wrong_is_told(String text, String told) {
        assertThatThrownBy(() -> read(text)).hasMessageContaining(told);
    }

    private Vocabulary read(String text) {
        return Vocabulary.read(Kestrel.write(folder.resolve("vocabulary.yaml"), text));
    }
}
