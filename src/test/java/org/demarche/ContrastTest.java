package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Statement;
import org.demarche.explain.whynot.Contrast;
import org.demarche.explain.whynot.Contrast.Parting;
import org.demarche.explain.whynot.Contrast.Region;
import org.demarche.explain.whynot.Obstacles.Kind;
import org.demarche.inference.Choice;
import org.demarche.inference.Inference;
import org.demarche.model.Fact;
import org.demarche.model.Move;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where it is said that only the one holds it does, and what is said to be lacking is what keeps the other away. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ContrastTest {

    private static final Reasoner REASONER = Reasoner.load(Path.of("rules"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"kestrel-strait", "kim-beijing-2018", "taiwan-strait-1958"})
    void each_holds_just_where_it_is_said_to(String name) {
        Assessment assessment = assess(name);
        List<Inference> held = assessment.moves().stream()
                .filter(each -> each.scenarios().signum() > 0)
                .toList();
        for (Inference one : held) {
            for (Inference other : held) {
                if (!one.equals(other)) {
                    Contrast contrast = assessment.ratherThan(one, other.fact());
                    check(assessment, contrast.onlyOne(), one, true, other, false);
                    check(assessment, contrast.both(), one, true, other, true);
                    check(assessment, contrast.onlyOther(), one, false, other, true);
                    assertThat(sum(contrast.onlyOne(), contrast.both())).isEqualTo(one.scenarios());
                    assertThat(sum(contrast.onlyOther(), contrast.both())).isEqualTo(other.scenarios());
                    assertThat(contrast.support().isPresent())
                            .isEqualTo(!contrast.onlyOne().isEmpty());
                }
            }
        }
    }

    private static BigInteger sum(Region one, Region other) {
        return one.scenarios().add(other.scenarios());
    }

    private static void check(
            Assessment assessment, Region region, Inference one, boolean holds, Inference other, boolean alsoHolds) {
        for (Map<String, String> condition : region.conditions()) {
            Assessment there = assessment.given(condition.entrySet().stream()
                    .map(each -> new Choice(each.getKey(), each.getValue()))
                    .toList());
            assertThat(everywhere(there, one)).as("%s under %s", one, condition).isEqualTo(holds);
            assertThat(nowhere(there, one)).isEqualTo(!holds);
            assertThat(everywhere(there, other))
                    .as("%s under %s", other, condition)
                    .isEqualTo(alsoHolds);
            assertThat(nowhere(there, other)).isEqualTo(!alsoHolds);
        }
    }

    private static boolean everywhere(Assessment there, Inference inference) {
        return there.find(inference.id()).orElseThrow().scenarios().equals(there.scenarios());
    }

    private static boolean nowhere(Assessment there, Inference inference) {
        return there.find(inference.id()).orElseThrow().scenarios().signum() == 0;
    }

    @Test
    void with_all_that_is_lacking_it_would_hold_as_well() {
        CaseFile file = read("kestrel-strait");
        Assessment assessment = REASONER.assess(file);
        Fact other = new Move("HAL", "quarantine", "KES");
        Inference one = assessment.find("VAR.quarantine.KES").orElseThrow();
        int rounds = 0;
        while (true) {
            Contrast contrast = assessment.ratherThan(one, other);
            if (contrast.onlyOne().isEmpty()) {
                break;
            }
            Parting parting = contrast.partings().get(0);
            assertThat(parting.lacks().kind()).isEqualTo(Kind.MISSING);
            assertThat(parting.furtherUnmet()).isEqualTo(2 - rounds++);
            file = file.with(Statement.of(parting.lacks().fact().orElseThrow()));
            assessment = REASONER.assess(file);
        }
        assertThat(rounds).isEqualTo(3);
    }

    @Test
    void what_both_need_is_shared_and_the_rest_is_not() {
        Reasoner reasoner = Written.rules(folder, """
                rule "strikes" @source("test-source") @says("{x} strikes")
                when
                    Condition( $x : subject, state == "ready" )
                    Condition( subject == $x, state == "bold" )
                    not Condition( subject == $x, state == "weak" )
                then
                    insertLogical( new Move( $x, "strike", "" ) );
                end
                rule "waits" @source("test-source") @says("{x} waits")
                when
                    Condition( $x : subject, state == "ready" )
                    not Condition( subject == $x, state == "bold" )
                then
                    insertLogical( new Move( $x, "wait", "" ) );
                end
                """);
        Assessment assessment =
                reasoner.assess(Written.caseFile(folder, "facts: [{condition: AAA ready}, {condition: AAA bold}]\n"));
        Contrast contrast =
                assessment.ratherThan(assessment.find("AAA.strike").orElseThrow(), new Move("AAA", "wait", ""));
        assertThat(contrast.partings()).hasSize(1);
        Parting parting = contrast.partings().get(0);
        assertThat(parting.shared().stream().map(each -> each.sentence()).collect(Collectors.joining()))
                .isEqualTo("Aland is ready");
        assertThat(parting.met()).isEmpty();
        assertThat(parting.lacks().kind()).isEqualTo(Kind.BLOCKED);
        assertThat(parting.lacks().blockers())
                .extracting(each -> each.sentence())
                .containsExactly("Aland is bold");
    }

    private static Assessment assess(String name) {
        return REASONER.assess(read(name));
    }

    private static CaseFile read(String name) {
        return CaseFile.read(Path.of("facts", name), REASONER.rulebase().vocabulary());
    }
}
