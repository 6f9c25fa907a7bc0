package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.cases.Answer;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.cases.Statement;
import org.demarche.explain.causes.Cause;
import org.demarche.explain.causes.Cause.Kind;
import org.demarche.explain.causes.Causes;
import org.demarche.inference.AssessmentDiff;
import org.demarche.inference.Inference;
import org.demarche.model.Fact;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to be the cause of a difference differs, and when nothing else does it is what was changed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CausesTest {

    private static final Reasoner REASONER = Reasoner.load(Path.of("rules"));

    private static final String ASKS = "    Condition( $x : subject, state == \"ready\" )\n";
    private static final String READY = "facts: [{condition: AAA ready}]\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"kestrel-strait", "kim-beijing-2018", "taiwan-strait-1958"})
    void without_a_statement_it_is_the_cause_of_all_that_changes(String name) {
        CaseFile file = read(name);
        Assessment before = REASONER.assess(file);
        int seen = 0;
        for (Fact fact :
                file.statementsAt().stream().map(Statement::fact).distinct().toList()) {
            Assessment after = before.with(file.without(fact));
            if (after.scenarios().signum() > 0) {
                for (Cause cause : causes(before, after)) {
                    assertThat(cause.kind()).as("%s without %s", cause, fact).isEqualTo(Kind.STATEMENT);
                    assertThat(cause.id()).isEqualTo(fact.id());
                    assertThat(cause.others()).isEmpty();
                    seen++;
                }
            }
        }
        assertThat(seen).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kestrel-strait", "kim-beijing-2018", "taiwan-strait-1958"})
    void without_a_rule_it_is_the_cause_of_all_that_changes(String name) {
        CaseFile file = read(name);
        Assessment before = REASONER.assess(file);
        int seen = 0;
        for (String rule : before.rulebase().cards().keySet()) {
            Assessment after = REASONER.without(rule).assess(file);
            if (after.scenarios().signum() > 0) {
                // Both ways: what a rule kept away comes when it goes.
                for (Cause cause : both(before, after)) {
                    assertThat(cause.kind()).as("%s without %s", cause, rule).isEqualTo(Kind.RULE);
                    assertThat(cause.id()).isEqualTo(rule);
                    seen++;
                }
            }
        }
        assertThat(seen).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kestrel-strait", "kim-beijing-2018", "taiwan-strait-1958"})
    void with_an_answer_it_is_the_cause_of_all_that_changes(String name) {
        Assessment free = REASONER.assess(read(name));
        int seen = 0;
        for (Question question : free.questions()) {
            for (Answer answer : question.answers()) {
                if (free.possible(question.id(), answer.id())
                        && !free.answered().containsKey(question.id())) {
                    for (Cause cause : both(free, free.given(question.id(), answer.id()))) {
                        assertThat(cause.kind()).as(cause.clause()).isEqualTo(Kind.ANSWER);
                        assertThat(cause.id()).isEqualTo(question.id());
                        seen++;
                    }
                }
            }
        }
        assertThat(seen).isPositive();
    }

    @Test
    void between_two_days_only_what_came_or_went_is_a_cause() {
        CaseFile file = read("kim-beijing-2018");
        List<LocalDate> days = List.of(
                LocalDate.of(2017, 1, 1),
                LocalDate.of(2018, 3, 25),
                LocalDate.of(2018, 3, 26),
                LocalDate.of(2018, 3, 28));
        for (LocalDate one : days) {
            for (LocalDate two : days) {
                Assessment before = REASONER.assess(file.asOf(one));
                Assessment after = before.asOf(two);
                for (Cause cause : causes(before, after)) {
                    assertThat(differs(cause, before, after))
                            .as("%s from %s to %s", cause, one, two)
                            .isTrue();
                    assertThat(cause.clause()).doesNotContain("stated that");
                }
            }
        }
    }

    @Test
    void between_two_cases_the_cause_is_in_one_of_them_only() {
        Assessment beijing = REASONER.assess(read("kim-beijing-2018"));
        Assessment taiwan = REASONER.assess(read("taiwan-strait-1958"));
        assertThat(both(beijing, taiwan)).hasSizeGreaterThan(50).allMatch(cause -> differs(cause, beijing, taiwan));
    }

    /** Whether one of the two has what is named, and the other has not. */
    private static boolean differs(Cause cause, Assessment one, Assessment other) {
        return switch (cause.kind()) {
            case STATEMENT -> states(cause.id(), one) != states(cause.id(), other);
            case QUESTION -> asks(cause.id(), one) != asks(cause.id(), other);
            case ACTOR ->
                one.caseFile().actors().containsKey(cause.id())
                        != other.caseFile().actors().containsKey(cause.id());
            case RULE ->
                one.rulebase().cards().containsKey(cause.id())
                        != other.rulebase().cards().containsKey(cause.id());
            case ANSWER ->
                !Optional.ofNullable(one.answered().get(cause.id()))
                        .equals(Optional.ofNullable(other.answered().get(cause.id())));
            default -> false;
        };
    }

    private static boolean states(String id, Assessment assessment) {
        CaseFile file = assessment.caseFile();
        return assessment.worlds().graph().nodes().stream()
                        .anyMatch(node -> node.key().startsWith("hypothesis:") && id.equals(factId(node)))
                || Stream.concat(
                                file.statementsAt().stream(),
                                file.questionsAt().stream()
                                        .flatMap(question -> question.answers().stream())
                                        .flatMap(answer -> file.statementsAt(answer).stream()))
                        .anyMatch(statement -> statement.fact().id().equals(id));
    }

    private static String factId(org.demarche.inference.Node node) {
        return ((org.demarche.inference.Node.Known) node).fact().id();
    }

    private static boolean asks(String question, Assessment assessment) {
        return assessment.questions().stream().anyMatch(each -> each.id().equals(question));
    }

    @Test
    void a_rule_that_asks_for_something_else_has_changed() {
        String other = ASKS.replace("ready", "firm");
        Cause cause = only(rules("r", ASKS, ""), READY, rules("r", other, ""), READY);
        assertThat(cause.kind()).isEqualTo(Kind.CHANGED_RULE);
        assertThat(cause.clause())
                .isEqualTo("rule “r” [r] has changed in its conditions: it now has "
                        + "`Condition( state == \"firm\" )`, and no longer has `Condition( state == \"ready\" )`");
        assertThat(cause.others()).isEmpty();
    }

    @Test
    void a_rule_in_other_words_at_another_place_has_not_changed() {
        Reasoner one = rules("r", ASKS, "");
        Reasoner other = Written.rules(
                folder.resolve("other"),
                Written.rule("s", ASKS, "Judgement( $x, \"b\" )")
                        + "\n\n"
                        + Written.rule(
                                        "r",
                                        "    Condition($x : subject,   state==\"ready\")\n",
                                        "Judgement( $x, \"a\" )")
                                .replace("says so", "says otherwise"));
        assertThat(causes(one.assess(written(READY)), other.assess(written(READY))))
                .extracting(Cause::kind, Cause::id)
                .containsExactly(org.assertj.core.api.Assertions.tuple(Kind.RULE, "s"));
    }

    @Test
    void a_statement_is_named_and_not_a_rule_that_changed_beside_it() {
        String wider = "    (" + ASKS.strip() + " or Condition( $x : subject, state == \"bold\" ))\n";
        Cause cause = only(rules("r", ASKS, ""), READY, rules("r", wider, ""), "facts: [{condition: AAA weak}]\n");
        assertThat(cause.kind()).isEqualTo(Kind.STATEMENT);
        assertThat(cause.clause()).isEqualTo("it is no longer stated that Aland is ready");
        assertThat(cause.besides())
                .containsExactly(
                        "rule “r” [r] has changed in its conditions: it now has `Condition( state == \"bold\" )`");
    }

    @Test
    void what_had_to_be_absent_is_followed_to_what_is_there() {
        String rules = Written.rule(
                        "r", ASKS + "    not Judgement( subject == $x, finding == \"b\" )\n", "Judgement( $x, \"a\" )")
                + Written.rule("s", "    Condition( $x : subject, state == \"weak\" )\n", "Judgement( $x, \"b\" )");
        Reasoner reasoner = Written.rules(folder.resolve("absent"), rules);
        Assessment before = reasoner.assess(written(READY));
        Assessment after = reasoner.assess(written("facts: [{condition: AAA ready}, {condition: AAA weak}]\n"));
        assertThat(before.cause(before.find("AAA.a").orElseThrow().fact(), after))
                .get()
                .extracting(Cause::clause, Cause::traced)
                .containsExactly("it is now stated that Aland is weak", true);
        assertThat(after.cause(before.find("AAA.a").orElseThrow().fact(), before))
                .get()
                .extracting(Cause::clause, Cause::traced)
                .containsExactly("it is no longer stated that Aland is weak", true);
    }

    @Test
    void a_tendency_that_is_likelier_is_the_cause_of_a_likelihood() {
        Cause cause = only(rules("r", ASKS, "likely"), READY, rules("r", ASKS, "very likely"), READY);
        assertThat(cause.kind()).isEqualTo(Kind.RULE_LIKELIHOOD);
        assertThat(cause.clause())
                .isEqualTo("rule “r” [r] is now a tendency (very likely), and was a tendency (likely)");
    }

    @Test
    void an_answer_that_is_likelier_is_the_cause_of_a_likelihood() {
        String asked = "questions: {q: {ask: \"Is it?\", answers: {yes: {says: \"it is so\", likelihood: likely, facts:"
                + " [{condition: AAA ready}]}, no: {says: \"it is not so\"}}}}\n";
        Reasoner reasoner = rules("r", ASKS, "");
        Cause cause = only(reasoner, asked, reasoner, asked.replace("likelihood: likely", "likelihood: unlikely"));
        assertThat(cause.kind()).isEqualTo(Kind.ANSWER_LIKELIHOOD);
        assertThat(cause.clause()).isEqualTo("it is now unlikely, and was likely, that it is so");
    }

    /** The rule never matched before, so that nobody asked what was in its way. */
    @Test
    void what_was_in_the_way_of_a_rule_that_lacked_something_else_too_is_a_cause_as_well() {
        String asks = ASKS + "    not Condition( state == \"weak\" )\n";
        Reasoner reasoner = rules("r", asks, "");
        List<Cause> causes =
                causes(reasoner.assess(written("facts: [{condition: BBB weak}]\n")), reasoner.assess(written(READY)));
        assertThat(causes).hasSize(1);
        assertThat(causes.get(0).clause()).isEqualTo("it is now stated that Aland is ready");
        assertThat(causes.get(0).others()).containsExactly("it is no longer stated that Bland is weak");
    }

    @Test
    void of_two_statements_that_are_each_enough_the_first_is_the_cause() {
        Reasoner reasoner = rules("r", "    Condition( $x : subject, state in ( \"ready\", \"weak\" ) )\n", "");
        String facts = "as-of: 2031-06-01\nfacts: [{condition: AAA ready, since: 2031-05-01},"
                + " {condition: AAA weak, since: 2031-04-01}]\n";
        Assessment now = reasoner.assess(written(facts));
        Cause cause = causes(now.asOf(LocalDate.of(2031, 3, 1)), now).get(0);
        assertThat(cause.clause()).isEqualTo("since 2031-04-01 it is known that Aland is weak");
        assertThat(cause.day()).contains(LocalDate.of(2031, 4, 1));
        assertThat(cause.others()).isEmpty();
        Cause back = causes(now, now.asOf(LocalDate.of(2031, 3, 1))).get(0);
        assertThat(back.day()).isPresent();
    }

    @Test
    void of_two_statements_that_are_both_needed_the_last_is_the_cause() {
        Reasoner reasoner = rules("r", ASKS + "    Condition( subject == $x, state == \"weak\" )\n", "");
        String facts = "as-of: 2031-06-01\nfacts: [{condition: AAA ready, since: 2031-05-01},"
                + " {condition: AAA weak, since: 2031-04-01}]\n";
        Assessment now = reasoner.assess(written(facts));
        Cause cause = causes(now.asOf(LocalDate.of(2031, 3, 1)), now).get(0);
        assertThat(cause.clause()).isEqualTo("since 2031-05-01 it is known that Aland is ready");
        assertThat(cause.others()).containsExactly("since 2031-04-01 it is known that Aland is weak");
    }

    /** Its reports count only from then on. */
    @Test
    void a_question_that_opens_later_than_a_report_is_the_cause_of_what_the_report_leads_to() {
        Reasoner reasoner = Written.rules(
                folder.resolve("reported"),
                Written.rule("r", "    Report( question == \"q\" )\n", "Judgement( \"AAA\", \"a\" )"));
        CaseFile file = written("""
                as-of: 2031-06-01
                questions: {q: {ask: "Is it?", known: 2031-05-01, answers: {yes: {says: "it is so"}, no: {says: "it is not so"}}}}
                reports:
                  - {id: w-1, source: test-source, origin: anonymous, question: q, answer: yes, known: 2031-04-01}
                  - {id: w-2, source: test-source, origin: anonymous, question: q, answer: yes, known: 2031-05-20}
                """);
        Assessment now = reasoner.assess(file);
        Cause cause = causes(now.asOf(LocalDate.of(2031, 4, 10)), now).get(0);
        assertThat(cause.clause()).isEqualTo("“Is it?” has been asked since 2031-05-01, which bears on this");
        assertThat(cause.day()).contains(LocalDate.of(2031, 5, 1));
    }

    @Test
    void of_statements_that_follow_each_other_the_first_is_when_it_began_and_the_last_when_it_ended() {
        Reasoner reasoner = rules("r", ASKS, "");
        CaseFile file = written("""
                as-of: 2031-06-01
                facts:
                  - {condition: AAA ready, since: 2031-01-01, until: 2031-02-01}
                  - {condition: AAA ready, since: 2031-03-01, until: 2031-04-15}
                  - {condition: AAA ready, since: 2031-04-01, until: 2031-05-15}
                  - {condition: AAA ready, since: 2031-05-01, until: 2031-07-01}
                """);
        Assessment now = reasoner.assess(file);
        Cause began = causes(now.asOf(LocalDate.of(2030, 6, 1)), now).get(0);
        assertThat(began.clause()).isEqualTo("since 2031-03-01 it is known that Aland is ready");
        Assessment middle = now.asOf(LocalDate.of(2031, 4, 10));
        Cause ended = causes(middle, now.asOf(LocalDate.of(2031, 8, 1))).get(0);
        assertThat(ended.clause()).isEqualTo("since 2031-07-01 it is no longer so that Aland is ready");
    }

    @Test
    void what_an_answer_states_from_a_day_on_is_told_with_that_day() {
        Reasoner reasoner = rules("r", ASKS, "");
        CaseFile file = written("""
                as-of: 2031-06-01
                questions: {q: {ask: "Is it?", known: 2031-01-01, answers: {yes: {says: "it is so", facts: [{condition: AAA ready, since: 2031-03-01}]}, no: {says: "it is not so"}}}}
                """);
        Assessment now = reasoner.assess(file);
        for (LocalDate before : List.of(LocalDate.of(2030, 1, 1), LocalDate.of(2031, 2, 1))) {
            Cause cause = causes(now.asOf(before), now).get(0);
            assertThat(cause.clause())
                    .as("since %s", before)
                    .isEqualTo("where it is so, since 2031-03-01 it is known that Aland is ready");
        }
    }

    /** The other side never knew what came to be counted. */
    @Test
    void what_is_counted_too_much_is_the_cause() {
        Reasoner reasoner = Written.rules(
                folder.resolve("counted"),
                Written.rule(
                                "few",
                                "    accumulate( Condition( state == \"ready\" ); $n : count(1); $n < 2 )\n",
                                "Judgement( \"AAA\", \"a\" )")
                        + Written.rule(
                                "first",
                                "    accumulate( Condition( $x : subject, state == \"ready\" ); $n : min($x); $n == \"BBB\" )\n",
                                "Judgement( \"AAA\", \"b\" )"));
        Assessment before = reasoner.assess(written("facts: [{condition: BBB ready}]\n"));
        Assessment after = reasoner.assess(written("facts: [{condition: BBB ready}, {condition: AAA ready}]\n"));
        assertThat(causes(before, after))
                .hasSize(2)
                .allMatch(cause -> cause.clause().equals("it is now stated that Aland is ready"));
        assertThat(causes(after, before))
                .hasSize(2)
                .allMatch(cause -> cause.clause().equals("it is no longer stated that Aland is ready"));
    }

    /** The case states the same of later days; what is tried has no day. */
    @Test
    void what_is_only_tried_does_not_take_its_day_from_another_statement() {
        Reasoner reasoner = rules("r", ASKS, "");
        CaseFile file = written("as-of: 2031-06-01\nfacts: [{condition: AAA ready, since: 2031-07-01}]\n");
        Cause cause = causes(reasoner.assess(file), reasoner.assess(file.adding("{condition: AAA ready}")))
                .get(0);
        assertThat(cause.clause()).isEqualTo("it is now stated that Aland is ready");
        assertThat(cause.day()).isEmpty();
    }

    private Reasoner rules(String id, String conditions, String likelihood) {
        String rule = Written.rule(id, conditions, "Judgement( $x, \"a\" )");
        return Written.rules(
                folder.resolve(String.valueOf((conditions + likelihood).hashCode())),
                likelihood.isEmpty() ? rule : rule.replace("@says", "@likelihood(\"" + likelihood + "\") @says"));
    }

    private CaseFile written(String yaml) {
        return Written.caseFile(folder.resolve("case" + yaml.hashCode()), yaml);
    }

    private Cause only(Reasoner one, String yaml, Reasoner other, String otherYaml) {
        List<Cause> causes = causes(one.assess(written(yaml)), other.assess(written(otherYaml)));
        assertThat(causes).hasSize(1);
        return causes.get(0);
    }

    private static List<Cause> both(Assessment one, Assessment other) {
        return Stream.concat(causes(one, other).stream(), causes(other, one).stream())
                .toList();
    }

    /** One for each difference: none may be without, nor be named only because it bears on it. */
    private static List<Cause> causes(Assessment before, Assessment after) {
        AssessmentDiff diff = before.diff(after);
        List<Inference> all = new ArrayList<>(diff.gained());
        all.addAll(diff.lost());
        diff.changed().forEach(change -> all.add(change.after()));
        Causes causes = before.causes(after);
        return all.stream()
                .map(each -> causes.of(each.fact())
                        .filter(Cause::traced)
                        .orElseThrow(() -> new AssertionError("No cause was traced of what became of " + each + ".")))
                .toList();
    }

    private static CaseFile read(String name) {
        return CaseFile.read(Path.of("facts", name), REASONER.rulebase().vocabulary());
    }
}
