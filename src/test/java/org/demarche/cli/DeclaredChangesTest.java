package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.demarche.Written;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody is told who asks why not, checks and tests rules over types of his own. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeclaredChangesTest {

    private static final String RULES = """
            declare enum State
                READY, DOCKED;
            end
            declare Ship
                name : String
                guns : int
                tons : double
                state : State
            end
            declare Convoy
                name : String
            end
            declare Escort
                ship : String
                convoy : String
            end
            declare Safe
                convoy : String
            end

            rule "a ready ship with guns escorts"
            when
                Ship( $s : name, GUNS, state == State.READY )
                Convoy( $c : name )
            then
                insertLogical( new Escort( $s, $c ) );
            end

            rule "an escorted convoy is safe"
            when
                Convoy( $c : name )
                Escort( convoy == $c )
            then
                insertLogical( new Safe( $c ) );
            end
            """;

    private static final String CASE = """
            case: convoys
            facts:
              - {Ship: [Heron, 4, 2.5, READY]}
              - {Convoy: [C1]}
              - {Convoy: [C2]}
            questions:
              kite-comes:
                ask: Does the Kite come?
                answers:
                  comes:
                    says: the Kite comes
                    likelihood: likely
                    facts: [{Escort: [Kite, C1]}]
                  stays:
                    says: the Kite stays away
                    likelihood: unlikely
            """;

    @TempDir
    Path temporary;

    private Path convoys(String guns) {
        Path folder = temporary.resolve("convoys");
        Written.write(folder.resolve("convoys.drl"), RULES.replace("GUNS", guns));
        Written.write(folder.resolve("case.yaml"), CASE);
        return folder;
    }

    private static String whyNot(Path folder) {
        return Ran.command("whynot " + folder + " Safe.C2").out();
    }

    @Test
    void statements_are_tried_that_rules_may_conclude_too() {
        assertThat(whyNot(convoys("guns >= 10")))
                .contains("It would be robust if any one of these were stated:", "(Escort.Kite.C2)");
    }

    @Test
    void a_number_is_tried_at_its_bound() {
        assertThat(whyNot(convoys("guns >= 10"))).contains("(Ship.Heron.10.\"2.5\".READY)");
        assertThat(whyNot(convoys("guns > 10"))).contains("(Ship.Heron.11.\"2.5\".READY)");
        assertThat(whyNot(convoys("tons <= 1.5"))).contains("(Ship.Heron.4.\"1.5\".READY)");
    }

    @Test
    void it_is_said_what_was_not_tried_since_no_number_is_the_next() {
        assertThat(whyNot(convoys("tons > 3.5")).replaceAll("\\s+", " "))
                .doesNotContain("(Ship.Heron")
                .contains("Statements of `Ship` were not tried: their `tons` may be any of many values. Try one with"
                        + " `whatif --add`.");
    }

    @Test
    void where_only_answers_are_lacking_the_other_answers_that_would_do_are_told_and_no_rules() {
        Path folder = temporary.resolve("radios");
        Written.write(folder.resolve("radios.drl"), """
                declare Radio
                    ship : String
                end
                declare Ready
                    ship : String
                end
                declare Sails
                    ship : String
                end
                rule "with a radio it is ready" when Radio( $s : ship ) then insertLogical( new Ready( $s ) ); end
                rule "a ready ship sails with another"
                when
                    Ready( $s : ship )
                    Ready( ship != $s )
                then
                    insertLogical( new Sails( $s ) );
                end
                """);
        Written.write(folder.resolve("case.yaml"), """
                case: radios
                facts: [{Radio: [Heron]}]
                questions:
                  kite-radio:
                    ask: Has the Kite a radio?
                    answers: {has: {says: the Kite has one, facts: [{Radio: [Kite]}]}, none: {says: the Kite has none}}
                  gull-radio:
                    ask: Has the Gull a radio?
                    answers: {has: {says: the Gull has one, facts: [{Radio: [Gull]}]}, none: {says: the Gull has none}}
                """);
        assertThat(Ran.command("whynot " + folder + " Sails.Heron").out().replaceAll("[│\\s]+", " "))
                .contains(
                        "└─ or this would do instead: Ready (ship: Kite) – open: it holds only where the Kite has one")
                .doesNotContain("with a radio it is ready");
    }

    @Test
    void nothing_is_said_of_reports_where_there_are_no_sources() {
        Path folder = convoys("guns >= 10, guns < 10");
        Written.write(
                folder.resolve("convoys.drl"),
                RULES.replace("GUNS", "guns >= 10").replace("new Safe( $c )", "new Safe( \"C1\" )"));
        Ran ran = Ran.command("whynot " + folder + " Safe.C2");
        assertThat(ran.out() + ran.err()).doesNotContain("Reports");
    }

    @Test
    void a_fact_is_told_that_no_pattern_takes_because_its_number_is_too_small() {
        Path folder = convoys("guns >= 10");
        assertThat(Ran.command("check " + folder + " --format json").out())
                .contains("No rule of the case asks for `Ship.Heron.4");
        assertThat(Ran.command("check " + convoys("guns >= 4") + " --format json")
                        .out())
                .doesNotContain("No rule of the case asks");
    }

    @Test
    void a_misspelt_type_in_an_expectation_is_told_with_what_is_meant() {
        Path folder = convoys("guns >= 10");
        Written.write(folder.resolve("escorts.expect.yaml"), "- {expect: Escrt.Kite.C1}\n");
        Ran ran = Ran.command("check " + folder);
        assertThat(ran.out() + ran.err()).contains("Maybe `Escort.Kite.C1`?").doesNotContain("vocabulary");
    }

    @Test
    void the_bound_of_a_number_is_moved() {
        Path folder = convoys("guns >= 4, tons <= 2.5");
        Written.write(
                folder.resolve("escorts.expect.yaml"),
                "- {expect: Safe.C2, status: robust}\n- {expect: Escort.Heron.C1}\n");
        Ran ran = Ran.command("test " + folder + " --mutants --format json");
        assertThat(ran.out().replaceAll("\\\\", "")).contains("guns >= 3", "guns >= 5", "tons < 2.5");
    }

    @Test
    void the_likelihood_of_what_is_concluded_is_told() {
        assertThat(Ran.command("run " + convoys("guns >= 10")).out()).contains("1 of 2, likely (55% to 80%)");
    }

    @Test
    void ids_are_named_of_which_the_last_value_was_forgotten() {
        Ran ran = Ran.command("why facts/kim-beijing-2018 PRK.lean-on");
        assertThat(ran.err()).contains("Maybe `PRK.lean-on.CHN`?");
    }
}
