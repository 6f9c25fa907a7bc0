package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.cases.CaseFile;
import org.demarche.inference.Inference;
import org.demarche.inference.LikelihoodBounds;
import org.demarche.model.Likelihood;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs known from the literature on probabilistic logic, with likelihoods worked out by hand.
 *
 * <p>Sato, "A statistical learning method for logic programs with distribution semantics", ICLP 1995; De Raedt, Kimmig and Toivonen,
 * "ProbLog: a probabilistic Prolog and its application in link discovery", IJCAI 2007; Fierens et al., "Inference and learning in
 * probabilistic logic programs using weighted Boolean formulas", Theory and Practice of Logic Programming 15(3), 2015; Pearl,
 * "Probabilistic Reasoning in Intelligent Systems", Morgan Kaufmann 1988.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LikelihoodTextbookTest {

    private static final double ROUNDING = 1e-12;

    private static final String VOCABULARY = """
            relation: {road: "has a road to {other}", knows: "knows {other}"}
            state: {burgled: "is burgled", shaken: "is shaken", rained-on: "is rained on", drawn-red: "drew red", drawn-green: "drew green",
              drawn-blue: "drew blue", exposed: "is exposed", at-risk: "is at risk", ill: "is ill",
              watered-if-dry: "is watered if dry", watered-in-rain: "is watered in the rain", soaked-by-rain: "is soaked by rain",
              soaked-by-water: "is soaked by water", soaked-by-both: "is soaked by both"}
            action: {call: "call"}
            finding: {reaches: "reaches {about}", alarm: "rings", wet: "is wet", sprinkled: "is sprinkled", quiet: "is quiet",
              infected: "is infected", smokes: "smokes", stressed: "is stressed", won: "won", lost: "lost", warned: "is warned"}
            because: {alarm-heard: "the alarm was heard", grass-wet: "the grass was seen wet", ball-not-green: "the ball was not green"}
            """;

    /** Where a road leads on, what is at its end can be reached. */
    private static final String REACH = rule(
                    "direct",
                    "Relation( $a : actor, relation == \"road\", $b : other, other != \"\" )",
                    "Judgement( $a, \"reaches\", $b )")
            + rule("onwards", """
                            Relation( $a : actor, relation == "road", $b : other, other != "" )
                                Judgement( subject == $b, finding == "reaches", $c : about, about != "" )""", "Judgement( $a, \"reaches\", $c )");

    private static final String ALARM = tendency(
                    "burglary-rings",
                    "0.9",
                    "Condition( $h : subject, state == \"burgled\" )",
                    "Judgement( $h, \"alarm\", \"\" )")
            + tendency(
                    "earthquake-rings",
                    "0.2",
                    "Condition( $h : subject, state == \"shaken\" )",
                    "Judgement( $h, \"alarm\", \"\" )");

    private static final String HEARD = rule(
                    "strict-burglary-rings",
                    "Condition( $h : subject, state == \"burgled\" )",
                    "Judgement( $h, \"alarm\", \"\" )")
            + rule(
                    "strict-earthquake-rings",
                    "Condition( $h : subject, state == \"shaken\" )",
                    "Judgement( $h, \"alarm\", \"\" )")
            + rule("heard", "not Judgement( finding == \"alarm\" )", "Impossible( \"alarm-heard\" )")
            + rule("warn", "Condition( $h : subject, state == \"burgled\" )", "Judgement( $h, \"warned\", \"\" )");

    private static final String GRASS =
            rule("rain-wets", "Condition( $g : subject, state == \"rained-on\" )", "Judgement( $g, \"wet\", \"\" )")
                    + tendency(
                            "sprinkler-if-dry",
                            "0.4",
                            "Condition( $g : subject, state == \"exposed\" )\n    not Condition( subject == $g, state == \"rained-on\" )",
                            "Judgement( $g, \"sprinkled\", \"\" )")
                    + tendency(
                            "sprinkler-in-rain",
                            "0.01",
                            "Condition( $g : subject, state == \"rained-on\" )",
                            "Judgement( $g, \"sprinkled\", \"\" )")
                    + rule(
                            "sprinkler-wets",
                            "Judgement( $g : subject, finding == \"sprinkled\" )",
                            "Judgement( $g, \"wet\", \"\" )");

    /** What has evidence below it cannot be a tendency: here each chance is a question. */
    private static final String GRASS_SEEN = rule("watered-if-dry", """
                    Condition( $g : subject, state == "watered-if-dry" )
                        not Condition( subject == $g, state == "rained-on" )""", "Judgement( $g, \"sprinkled\", \"\" )")
            + rule("watered-in-rain", """
                    Condition( $g : subject, state == "watered-in-rain" )
                        Condition( subject == $g, state == "rained-on" )""", "Judgement( $g, \"sprinkled\", \"\" )")
            + rule("soaked-by-rain", """
                    Condition( $g : subject, state == "soaked-by-rain" )
                        Condition( subject == $g, state == "rained-on" )
                        not Judgement( subject == $g, finding == "sprinkled" )""", "Judgement( $g, \"wet\", \"\" )")
            + rule("soaked-by-water", """
                    Condition( $g : subject, state == "soaked-by-water" )
                        not Condition( subject == $g, state == "rained-on" )
                        Judgement( subject == $g, finding == "sprinkled" )""", "Judgement( $g, \"wet\", \"\" )")
            + rule("soaked-by-both", """
                    Condition( $g : subject, state == "soaked-by-both" )
                        Condition( subject == $g, state == "rained-on" )
                        Judgement( subject == $g, finding == "sprinkled" )""", "Judgement( $g, \"wet\", \"\" )")
            + rule("seen-wet", "not Judgement( finding == \"wet\" )", "Impossible( \"grass-wet\" )")
            + rule(
                    "it-rained",
                    "Condition( $g : subject, state == \"rained-on\" )",
                    "Judgement( $g, \"warned\", \"\" )");

    private static final String URN = rule(
                    "red-wins", "Condition( $p : subject, state == \"drawn-red\" )", "Judgement( $p, \"won\", \"\" )")
            + rule("blue-wins", "Condition( $p : subject, state == \"drawn-blue\" )", "Judgement( $p, \"won\", \"\" )")
            + rule(
                    "red-warns",
                    "Condition( $p : subject, state == \"drawn-red\" )",
                    "Judgement( $p, \"warned\", \"\" )")
            + rule(
                    "else-lost",
                    "Condition( $p : subject, state == \"exposed\" )\n    not Judgement( subject == $p, finding == \"won\" )",
                    "Judgement( $p, \"lost\", \"\" )");

    private static final String NOT_GREEN =
            rule("not-green", "Condition( state == \"drawn-green\" )", "Impossible( \"ball-not-green\" )");

    private static final String NOT_BOTH = rule(
            "not-both",
            "Condition( state == \"drawn-green\" )\n    Condition( state == \"shaken\" )",
            "Impossible( \"ball-not-green\" )");

    private static final String INFECTION = tendency(
                    "contagion",
                    "0.6",
                    "Relation( relation == \"knows\", $x : actor, $y : other, other != \"\" )\n    Condition( subject == $x, state == \"ill\" )",
                    "Judgement( $y, \"infected\", \"\" )")
            + tendency(
                    "weakness",
                    "0.3",
                    "Condition( $y : subject, state == \"at-risk\" )",
                    "Judgement( $y, \"infected\", \"\" )");

    private static final String EITHER = tendency(
            "either-way",
            "0.6",
            "( Condition( $y : subject, state == \"at-risk\" ) or Condition( $y : subject, state == \"ill\" ) )",
            "Judgement( $y, \"infected\", \"\" )");

    private static final String SMOKERS = tendency(
                    "stress",
                    "0.3",
                    "Condition( $x : subject, state == \"exposed\" )",
                    "Judgement( $x, \"stressed\", \"\" )")
            + rule(
                    "stress-smokes",
                    "Judgement( $x : subject, finding == \"stressed\" )",
                    "Judgement( $x, \"smokes\", \"\" )")
            + tendency(
                    "influence",
                    "0.2",
                    "Judgement( $x : subject, finding == \"smokes\" )\n    Relation( actor == $x, relation == \"knows\", $y : other, other != \"\" )",
                    "Judgement( $y, \"smokes\", \"\" )");

    @TempDir
    static Path folder;

    private static Reasoner reasoner;

    @BeforeAll
    static void compile_once() {
        Written.write(folder.resolve("rules/vocabulary.yaml"), VOCABULARY);
        Written.write(folder.resolve("rules/sources.yaml"), "test-source: {title: A source}\n");
        Map.ofEntries(
                        Map.entry("not-both", NOT_BOTH),
                        Map.entry("grass-seen", GRASS_SEEN),
                        Map.entry("reach", REACH),
                        Map.entry("alarm", ALARM),
                        Map.entry("heard", HEARD),
                        Map.entry("grass", GRASS),
                        Map.entry("urn", URN),
                        Map.entry("not-green", NOT_GREEN),
                        Map.entry("infection", INFECTION),
                        Map.entry("either", EITHER),
                        Map.entry("smokers", SMOKERS))
                .forEach((name, rules) -> Written.write(
                        folder.resolve("rules/" + name + "/" + name + ".drl"),
                        "package rules." + name.replace("-", "") + "\nimport org.demarche.model.*\n" + rules));
        reasoner = Reasoner.load(folder.resolve("rules"));
    }

    private static String rule(String id, String conditions, String conclusion) {
        return Written.rule(id, "    " + conditions, conclusion);
    }

    private static String tendency(String id, String likelihood, String conditions, String conclusion) {
        return rule(id, conditions, conclusion).replace(" @source", " @likelihood(\"" + likelihood + "\") @source");
    }

    private static Assessment assess(String rules, String yaml) {
        CaseFile caseFile = Written.wholeCase(
                folder,
                "rules: [" + rules + "]\n"
                        + "actors: {AAA: {name: A}, BBB: {name: B}, CCC: {name: C}, DDD: {name: D}, EEE: {name: E}}\n"
                        + yaml);
        return reasoner.assess(caseFile);
    }

    private static String yesNo(String question, double yes, String fact) {
        return "  " + question + ":\n    answers:\n      yes: {likelihood: " + yes + ", facts: [{" + fact
                + "}]}\n      no:\n";
    }

    private static LikelihoodBounds likelihood(Assessment assessment, String id) {
        return assessment.find(id).map(Inference::likelihood).orElseThrow();
    }

    private static void assertLikely(Assessment assessment, String id, double expected) {
        assertBetween(assessment, id, expected, expected);
    }

    private static void assertBetween(Assessment assessment, String id, double low, double high) {
        LikelihoodBounds found = likelihood(assessment, id);
        assertThat(found.exact()).as(id).isTrue();
        Likelihood bounds = found.likelihood().orElseThrow();
        assertThat(bounds.low()).as(id).isCloseTo(low, within(ROUNDING));
        assertThat(bounds.high()).as(id).isCloseTo(high, within(ROUNDING));
    }

    /** De Raedt et al. 2007: roads that may be there, of which two ways share one. */
    @Test
    void ways_that_share_a_road_do_not_count_it_twice() {
        Assessment assessment = assess(
                "reach",
                "questions:\n"
                        + yesNo("road-ab", 0.8, "relation: AAA road BBB")
                        + yesNo("road-bc", 0.6, "relation: BBB road CCC")
                        + yesNo("road-bd", 0.5, "relation: BBB road DDD")
                        + yesNo("road-dc", 0.7, "relation: DDD road CCC"));
        // A reaches C by B, and from there straight or by D: 0.8 * (1 - (1 - 0.6) * (1 - 0.5 * 0.7)) = 0.8 * 0.74.
        // Counted as
        // two independent ways it would be 1 - (1 - 0.48) * (1 - 0.28) = 0.6256.
        assertLikely(assessment, "AAA.reaches.CCC", 0.592);
        assertLikely(assessment, "BBB.reaches.CCC", 0.74);
        assertLikely(assessment, "AAA.reaches.DDD", 0.4);
    }

    /** De Raedt et al. 2007, with a way back: a program with a cycle has its least model. */
    @Test
    void ways_round_in_a_circle_add_nothing() {
        Assessment assessment = assess(
                "reach",
                "questions:\n"
                        + yesNo("road-ab", 0.7, "relation: AAA road BBB")
                        + yesNo("road-ba", 0.9, "relation: BBB road AAA")
                        + yesNo("road-bc", 0.4, "relation: BBB road CCC")
                        + yesNo("road-ca", 0.5, "relation: CCC road AAA")
                        + yesNo("road-ac", 0.2, "relation: AAA road CCC"));
        // A to C: straight or by B, 1 - (1 - 0.2) * (1 - 0.7 * 0.4) = 0.424; the ways back to A lead nowhere new.
        assertLikely(assessment, "AAA.reaches.CCC", 0.424);
        // A to A: by B and straight back (0.7 * 0.9), or else by C (road 0.5, and A to C without that). With the road A
        // to B
        // (0.7): back at once 0.9, else 0.1 * 0.5 * (1 - 0.8 * 0.6) = 0.026; without it (0.3): 0.2 * 0.5 = 0.1.
        assertLikely(assessment, "AAA.reaches.AAA", 0.7 * (0.9 + 0.026) + 0.3 * 0.1);
    }

    /** Pearl 1988, ch. 4: each cause fails on its own. */
    @Test
    void causes_that_may_fail_make_a_noisy_or() {
        Assessment assessment = assess("alarm", "facts: [{condition: AAA burgled}, {condition: AAA shaken}]");
        // 1 - (1 - 0.9) * (1 - 0.2)
        assertLikely(assessment, "AAA.alarm", 0.92);
    }

    @Test
    void causes_of_which_it_is_open_whether_they_are_there_weigh_as_much_as_they_are_likely() {
        Assessment assessment = assess(
                "alarm",
                "questions:\n" + yesNo("burglary", 0.1, "condition: AAA burgled")
                        + yesNo("earthquake", 0.2, "condition: AAA shaken"));
        // 1 - (1 - 0.1 * 0.9) * (1 - 0.2 * 0.2) = 1 - 0.91 * 0.96
        assertLikely(assessment, "AAA.alarm", 0.1264);
    }

    /** Pearl 1988, ch. 2, as in Fierens et al. 2015: what was observed makes its causes likelier, and one explains the other away. */
    @Test
    void evidence_makes_its_causes_likelier_and_one_cause_explains_the_other_away() {
        Assessment assessment = assess(
                "heard",
                "questions:\n" + yesNo("burglary", 0.1, "condition: AAA burgled")
                        + yesNo("earthquake", 0.2, "condition: AAA shaken"));
        // P(burglary | alarm) = 0.1 / (1 - 0.9 * 0.8) = 0.1 / 0.28
        assertLikely(assessment, "AAA.warned", 0.1 / 0.28);
        // Given an earthquake the alarm says nothing more about a burglary: 0.1. Without one it must have been a
        // burglary.
        assertLikely(assessment.given("earthquake", "yes"), "AAA.warned", 0.1);
        assertLikely(assessment.given("earthquake", "no"), "AAA.warned", 1);
    }

    /** The same by intervals: least at the corner where a burglary is rarest and an earthquake most frequent, and the other way round. */
    @Test
    void evidence_counts_at_the_corners_of_intervals() {
        Assessment assessment = assess("heard", """
                questions:
                  burglary:
                    answers:
                      yes: {likelihood: [0.1, 0.3], facts: [{condition: AAA burgled}]}
                      no:
                  earthquake:
                    answers:
                      yes: {likelihood: [0.2, 0.5], facts: [{condition: AAA shaken}]}
                      no:
                """);
        // b / (b + (1 - b) * e): 0.1 / (0.1 + 0.9 * 0.5) = 0.1 / 0.55, and 0.3 / (0.3 + 0.7 * 0.2) = 0.3 / 0.44.
        assertBetween(assessment, "AAA.warned", 0.1 / 0.55, 0.3 / 0.44);
    }

    @Test
    void where_nothing_may_have_rung_the_alarm_nothing_can_be_said() {
        Assessment assessment = assess("heard", """
                questions:
                  burglary: {answers: {yes: {facts: [{condition: AAA burgled}]}, no: }}
                  earthquake: {answers: {yes: {likelihood: 0, facts: [{condition: AAA shaken}]}, no: }}
                """);
        assertThat(likelihood(assessment, "AAA.warned").likelihood()).isEmpty();
        assertThat(likelihood(assessment, "AAA.warned").note()).contains("none of the possible scenarios");
    }

    /** Ruling out an answer of which nobody said how likely it is says nothing of what does not depend on it. */
    @Test
    void an_answer_without_likelihood_that_is_ruled_out_takes_no_likelihood_away() {
        String urn = """
                facts: [{condition: AAA exposed}]
                questions:
                  ball:
                    answers:
                      red: {facts: [{condition: AAA drawn-red}]}
                      green: {facts: [{condition: AAA drawn-green}]}
                      blue: {facts: [{condition: AAA drawn-blue}]}
                """;
        String burglary = yesNo("burglary", 0.1, "condition: AAA burgled");
        assertLikely(assess("urn, not-green, alarm", urn + burglary), "AAA.alarm", 0.1 * 0.9);
        assertThat(likelihood(assess("urn, not-green", urn), "AAA.warned")).isEqualTo(LikelihoodBounds.UNKNOWN);
    }

    /** An annotated disjunction (Fierens et al. 2015): one of three colours is drawn, and the three exclude each other. */
    @Test
    void answers_to_one_question_exclude_each_other() {
        String urn = """
                facts: [{condition: AAA exposed}]
                questions:
                  ball:
                    answers:
                      red: {likelihood: 0.3, facts: [{condition: AAA drawn-red}]}
                      green: {likelihood: 0.5, facts: [{condition: AAA drawn-green}]}
                      blue: {likelihood: 0.2, facts: [{condition: AAA drawn-blue}]}
                """;
        // 0.3 + 0.2; two independent chances would make 1 - 0.7 * 0.8 = 0.44.
        assertLikely(assess("urn", urn), "AAA.won", 0.5);
        assertLikely(assess("urn", urn), "AAA.lost", 0.5);
        // Known not to be green, red has 0.3 of the 0.5 that are left, and either wins.
        assertLikely(assess("urn, not-green", urn), "AAA.warned", 0.6);
        assertLikely(assess("urn, not-green", urn), "AAA.won", 1);
    }

    @Test
    void a_colour_is_as_likely_as_the_others_leave_it() {
        String urn = """
                facts: [{condition: AAA exposed}]
                questions:
                  ball:
                    answers:
                      red: {likelihood: [0.1, 0.3], facts: [{condition: AAA drawn-red}]}
                      green: {likelihood: unlikely, facts: [{condition: AAA drawn-green}]}
                      blue: {facts: [{condition: AAA drawn-blue}]}
                """;
        // All but green, which has 0.20 to 0.45.
        assertBetween(assess("urn", urn), "AAA.won", 0.55, 0.8);
        assertBetween(assess("urn", urn).given("ball", "green"), "AAA.won", 0, 0);
    }

    /** Sato 1995: a switch belongs to a clause and what it concludes. */
    @Test
    void two_rules_have_two_switches_and_two_matches_of_one_rule_have_one() {
        String two = "facts: [{condition: BBB ill}, {relation: BBB knows AAA}, {condition: AAA at-risk}]";
        // 1 - (1 - 0.6) * (1 - 0.3)
        assertLikely(assess("infection", two), "AAA.infected", 0.72);
        String twice =
                "facts: [{condition: BBB ill}, {condition: CCC ill}, {relation: BBB knows AAA}, {relation: CCC knows AAA}]";
        assertLikely(assess("infection", twice), "AAA.infected", 0.6);
    }

    @Test
    void both_sides_of_an_or_hang_on_one_switch() {
        assertLikely(assess("either", "facts: [{condition: AAA at-risk}, {condition: AAA ill}]"), "AAA.infected", 0.6);
        // 0.6 * (1 - 0.5 * 0.5)
        assertLikely(
                assess(
                        "either",
                        "questions:\n" + yesNo("weak", 0.5, "condition: AAA at-risk")
                                + yesNo("sick", 0.5, "condition: AAA ill")),
                "AAA.infected",
                0.45);
    }

    /** Each actor's conclusion has a switch of its own: that both are infected has 0.6 * 0.6. */
    @Test
    void conclusions_about_two_actors_hang_on_two_switches() {
        Assessment assessment = assess(
                "reach, infection, smokers",
                "facts: [{condition: AAA exposed}, {condition: BBB exposed}, {relation: BBB knows AAA}]");
        // A is stressed (0.3), or B is (0.3) and influences A (0.2): 1 - 0.7 * (1 - 0.06). With one switch for both:
        // 0.3.
        assertLikely(assessment, "AAA.smokes", 0.342);
        assertLikely(assessment, "BBB.smokes", 0.3);
    }

    /** Fierens et al. 2015: friends who influence each other, in a circle. */
    @Test
    void friends_who_influence_each_other_do_not_make_each_other_smoke_out_of_nothing() {
        Assessment assessment = assess("smokers", """
                facts:
                  - condition: AAA exposed
                  - condition: BBB exposed
                  - relation: AAA knows BBB
                  - relation: BBB knows AAA
                  - relation: AAA knows CCC
                """);
        // Stress 0.3 each, influence 0.2: 0.3 + 0.7 * 0.3 * 0.2 for A and for B; C smokes by A: 0.342 * 0.2.
        assertLikely(assessment, "AAA.smokes", 0.342);
        assertLikely(assessment, "BBB.smokes", 0.342);
        assertLikely(assessment, "CCC.smokes", 0.0684);
    }

    /** Pearl 1988, with numbers in use since: rain wets the grass, so may a sprinkler, which seldom runs in the rain. */
    @Test
    void rain_and_a_sprinkler_wet_the_grass() {
        Assessment assessment = assess(
                "grass",
                "facts: [{condition: AAA exposed}]\nquestions:\n" + yesNo("rain", 0.2, "condition: AAA rained-on"));
        // 0.2 * 0.01 + 0.8 * 0.4
        assertLikely(assessment, "AAA.sprinkled", 0.322);
        // 0.2 + 0.8 * 0.4
        assertLikely(assessment, "AAA.wet", 0.52);
    }

    /** The same with evidence, the numbers being those with which it is usually told. */
    @Test
    void wet_grass_makes_rain_likelier() {
        Assessment assessment = assess(
                "grass-seen",
                "questions:\n" + yesNo("rain", 0.2, "condition: AAA rained-on")
                        + yesNo("sprinkler-if-dry", 0.4, "condition: AAA watered-if-dry")
                        + yesNo("sprinkler-in-rain", 0.01, "condition: AAA watered-in-rain")
                        + yesNo("rain-wets", 0.8, "condition: AAA soaked-by-rain")
                        + yesNo("sprinkler-wets", 0.9, "condition: AAA soaked-by-water")
                        + yesNo("both-wet", 0.99, "condition: AAA soaked-by-both"));
        // With rain 0.2 * (0.99 * 0.8 + 0.01 * 0.99) = 0.16038, without 0.8 * 0.4 * 0.9 = 0.288: 0.3577 in all that is
        // written of it.
        assertLikely(assessment, "AAA.warned", 0.16038 / 0.44838);
    }

    @Test
    void the_most_probable_scenario_with_an_alarm_is_an_earthquake() {
        Assessment assessment = assess(
                "heard",
                "questions:\n" + yesNo("burglary", 0.1, "condition: AAA burgled")
                        + yesNo("earthquake", 0.2, "condition: AAA shaken"));
        Inference alarm = assessment.find("AAA.alarm").orElseThrow();
        // 0.9 * 0.2 against 0.1 * 0.8 and 0.1 * 0.2.
        assertThat(assessment.mostProbable(alarm)).hasValueSatisfying(found -> {
            assertThat(found.scenario()).isEqualTo(Map.of("burglary", "no", "earthquake", "yes"));
            assertThat(found.guaranteed()).isCloseTo(0.18, within(ROUNDING));
        });
    }

    /** With thirteen digits, of which twelve are kept: the lower and the upper bound are sums of their own and rounded apart. */
    @Test
    void a_probability_of_many_digits_is_one_number() {
        for (int i = 0; i < 40; i++) {
            double first = (123457 + 20002 * i) / 1e6;
            double second = (7654325 - 100010 * i) / 1e7;
            Assessment assessment = assess(
                    "reach",
                    "questions:\n" + yesNo("road-ab", first, "relation: AAA road BBB")
                            + yesNo("road-bc", second, "relation: BBB road CCC"));
            assertLikely(assessment, "AAA.reaches.CCC", first * second);
        }
    }

    @Test
    void thirds_written_with_some_digits_make_a_whole() {
        for (String third : List.of("0.333333333", "0.3333333334")) {
            String urn = """
                    questions:
                      ball:
                        answers:
                          red: {likelihood: %1$s, facts: [{condition: AAA drawn-red}]}
                          green: {likelihood: %1$s, facts: [{condition: AAA drawn-green}]}
                          blue: {likelihood: %1$s, facts: [{condition: AAA drawn-blue}]}
                      other-ball:
                        answers:
                          red: {likelihood: %1$s, facts: []}
                          green: {likelihood: %1$s, facts: [{condition: BBB shaken}]}
                          blue: {likelihood: %1$s, facts: []}
                    """.formatted(third);
            assertLikely(assess("urn", urn), "AAA.won", 2.0 / 3);
            // Red if not both are green: (1 / 3) / (1 - 1 / 9).
            assertLikely(assess("urn, not-both", urn), "AAA.warned", 0.375);
        }
    }

    @Test
    void a_certain_answer_that_the_rules_rule_out_leaves_nothing_to_say() {
        for (String red : List.of("{likelihood: 0, ", "{")) {
            String urn = """
                    facts: [{condition: AAA exposed}]
                    questions:
                      ball:
                        answers:
                          red: %sfacts: [{condition: AAA drawn-red}]}
                          green: {likelihood: 1, facts: [{condition: AAA drawn-green}]}
                      other-ball:
                        answers:
                          red: {likelihood: 0.5, facts: [{condition: BBB drawn-red}]}
                          blue: {facts: []}
                    """.formatted(red);
            LikelihoodBounds found = likelihood(assess("urn, not-green", urn), "BBB.won");
            assertThat(found.likelihood()).as(red).isEqualTo(Optional.empty());
            assertThat(found.note()).as(red).isNotEmpty();
        }
    }
}
