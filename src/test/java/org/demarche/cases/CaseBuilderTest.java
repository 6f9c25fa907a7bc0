package org.demarche.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.demarche.cases.Kestrel.vocabulary;

import java.time.LocalDate;
import org.demarche.model.Event;
import org.demarche.model.Intention;
import org.demarche.source.Citation;
import org.demarche.source.Problem;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseBuilderTest {

    @Test
    void a_fact_from_Java_declares_its_actors_and_comes_from_the_source_api() {
        CaseFile built = CaseFile.builder("my-case")
                .fact(new Intention("VAR", "isolate", "KES"))
                .actor("VAR", "Varna")
                .build();

        assertThat(built.check(vocabulary())).isEmpty();
        assertThat(built.actors().get("VAR").name()).isEqualTo("Varna");
        assertThat(built.actors()).containsKey("KES");
        assertThat(built.statements().get(0).citations()).containsExactly(new Citation("api", ""));
        assertThat(built.sources()).containsOnlyKeys("api");
    }

    @Test
    void a_fact_may_name_its_source() {
        CaseFile built = CaseFile.builder("my-case")
                .fact(new Intention("VAR", "isolate", "KES"), "varna-navy-2030 p. 14")
                .fact(new Intention("VAR", "isolate", "HAL"), "interview")
                .build();

        assertThat(built.statements())
                .flatExtracting(Statement::citations)
                .containsExactly(new Citation("varna-navy-2030", "p. 14"), new Citation("interview", ""));
        assertThat(built.sources()).containsOnlyKeys("varna-navy-2030", "interview");
    }

    @Test
    void terms_are_still_checked() {
        CaseFile built = CaseFile.builder("my-case")
                .fact(new Intention("VAR", "isolte", "KES"))
                .fact(new Intention("VAR", "escort", "KES"))
                .question(Question.of(
                        "allies",
                        "Is it so?",
                        Answer.of("yes", Statement.of(new Event("HAL", "escrt", "KES"))),
                        Answer.of("no")))
                .build();

        assertThat(built.check(vocabulary()))
                .extracting(Problem::check, Problem::hint)
                .containsExactlyInAnyOrder(
                        tuple("unknown-term", "Maybe `isolate`?"),
                        tuple("wrong-field", "Known: `isolate`."),
                        tuple("unknown-term", "Maybe `escort`?"));
    }

    @Test
    void a_question_or_a_topic_may_be_the_target() {
        CaseFile built = CaseFile.builder("my-case")
                .fact(new Intention("VAR", "isolate", "war-on-its-border"))
                .fact(new Intention("VAR", "isolate", "allies"))
                .question(Question.of("allies", "Have they allies?", Answer.of("yes"), Answer.of("no")))
                .asOf(LocalDate.of(2031, 4, 2))
                .rules("maritime")
                .build();

        assertThat(built.check(vocabulary())).isEmpty();
        assertThat(built.actors()).containsOnlyKeys("VAR");
    }
}
