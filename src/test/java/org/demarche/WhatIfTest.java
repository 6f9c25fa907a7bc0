package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Statement;
import org.demarche.explain.causes.Cause;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** To which of several changes a difference is due is found by making only some of them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhatIfTest {

    private static final Fact CONCLUDED = FactType.JUDGEMENT.create(List.of("AAA", "a", ""));

    @TempDir
    Path folder;

    /** Two of three must be ready; Bland is by an answer only. */
    private Assessment assessment() {
        Reasoner rules = Written.rules(
                folder,
                Written.rule(
                        "r",
                        "    accumulate( Condition( state == \"ready\" ); $n : count(1); $n >= 2 )\n"
                                + "    not Condition( state == \"bold\" )\n",
                        "Judgement( \"AAA\", \"a\" )"));
        CaseFile file = Written.caseFile(folder, """
                facts: [{condition: AAA ready}, {condition: AAA weak}]
                questions:
                  q: {ask: "Is it?", answers: {yes: {says: "Bland is ready", facts: [{condition: BBB ready}]}, no: {says: "Bland is not ready"}}}
                  p: {ask: "And?", answers: {yes: {says: "Cland is bold", facts: [{condition: CCC bold}]}, no: {says: "Cland is not bold"}}}
                """);
        return rules.assess(file);
    }

    private static Statement ready(String actor) {
        return Statement.of(FactType.CONDITION.create(List.of(actor, "ready", "")));
    }

    @Test
    void what_takes_both_is_due_to_both() {
        Cause cause = assessment()
                .whatIf()
                .answered("q", "yes")
                .answered("p", "no")
                .cause(CONCLUDED)
                .orElseThrow();
        assertThat(cause.clause()).isEqualTo("it is now supposed that Bland is ready");
        assertThat(cause.others()).containsExactly("it is now supposed that Cland is not bold");
        assertThat(cause.alternatives()).isEmpty();
    }

    @Test
    void what_works_against_it_is_no_cause() {
        Cause cause = assessment()
                .given("p", "no")
                .whatIf()
                .answered("q", "no")
                .with(ready("CCC"))
                .cause(CONCLUDED)
                .orElseThrow();
        assertThat(cause.clause()).isEqualTo("it is now stated that Cland is ready");
        assertThat(cause.others()).isEmpty();
        assertThat(cause.alternatives()).isEmpty();
    }

    @Test
    void what_would_do_by_itself_too_is_told_as_that() {
        Cause cause = assessment()
                .given("p", "no")
                .whatIf()
                .answered("q", "yes")
                .with(ready("CCC"))
                .cause(CONCLUDED)
                .orElseThrow();
        assertThat(cause.clause()).isEqualTo("it is now supposed that Bland is ready");
        assertThat(cause.others()).isEmpty();
        assertThat(cause.alternatives()).containsExactly("it is now stated that Cland is ready");
    }

    @Test
    void a_change_without_effect_is_no_cause() {
        Fact weak = FactType.CONDITION.create(List.of("AAA", "weak", ""));
        WhatIf whatIf = assessment().whatIf().without(weak).answered("q", "no");
        assertThat(whatIf.cause(CONCLUDED).orElseThrow().clause())
                .isEqualTo("it is now supposed that Bland is not ready");
        assertThat(whatIf.before().find("AAA.a").orElseThrow().scenarios()).isEqualTo(1);
        assertThat(whatIf.after().find("AAA.a").orElseThrow().scenarios()).isZero();
    }
}
