package org.demarche.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.Written;
import org.demarche.inference.Inference;
import org.demarche.lint.Lints;
import org.demarche.rules.RuleCard;
import org.demarche.source.Problem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * A rule that is said to add nothing is taken away, and nothing changes, in cases that dice made.
 *
 * @see Sizes how to try more
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RedundancyTest {

    private static final int BASES = Sizes.RULES / 6;
    private static final int CASES = 8;
    private static final Pattern ID = Pattern.compile("`([^`]+)`");

    /** A rule in parts of text. */
    private record Rule(String id, List<String> parts, String conclusion, String likelihood) {

        String drl() {
            String rule = Written.rule(id, "    " + String.join("\n    ", parts), conclusion);
            return likelihood.isEmpty()
                    ? rule
                    : rule.replace(" @source", " @likelihood(\"" + likelihood + "\") @source");
        }

        Rule changed(String suffix, Function<String, String> change) {
            return new Rule(id + suffix, parts.stream().map(change).toList(), change.apply(conclusion), likelihood);
        }

        Rule likely(String suffix, String howLikely) {
            return new Rule(id + suffix, parts, conclusion, howLikely);
        }
    }

    /** What other rules need of each other, from what a case can state. */
    private static final List<Rule> HELPERS = Stream.of(Kind.JUDGEMENT, Kind.MOVE)
            .flatMap(kind -> kind.terms.stream()
                    .map(term -> new Rule(
                            "helper-" + term,
                            List.of("Relation( $x : actor, relation == \"near\", other == \"AAA\" )"),
                            kind.type + "( $x, \"" + term + "\", \"\" )",
                            "")))
            .toList();

    /** That a rule adds nothing to another. */
    private record Claim(String check, String redundant, String other) {}

    private Path folder = Path.of("");

    private final Dice dice = new Dice(Sizes.SEED);
    private final List<Rule> rules = new ArrayList<>();
    private Reasoner reasoner;
    private Set<Claim> claims = Set.of();

    @BeforeAll
    void compile(@TempDir Path root) {
        folder = root;
        FirstOrderRules maker = new FirstOrderRules(dice);
        IntStream.range(0, BASES).forEach(i -> add(maker.rule("base-" + i)));
        rules.addAll(HELPERS);
        rules.forEach(rule -> Written.write(
                folder.resolve("rules/" + rule.id() + "/rule.drl"),
                "package rules.random\nimport org.demarche.model.*\n" + rule.drl()));
        Written.write(folder.resolve("rules/vocabulary.yaml"), Written.VOCABULARY);
        Written.write(folder.resolve("rules/sources.yaml"), "test-source: {title: A source}\n");
        reasoner = Reasoner.load(folder.resolve("rules"));
        claims = Lints.find(reasoner.rulebase(), List.of(), true, List.of()).problems().stream()
                .filter(each ->
                        each.check().equals("duplicate-rule") || each.check().equals("subsumed-rule"))
                .map(RedundancyTest::claim)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Claim claim(Problem problem) {
        List<String> ids = ID.matcher(problem.message())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        return new Claim(problem.check(), ids.get(0), ids.get(1));
    }

    /** A rule, and others that say the same or less, or more, in other words. */
    private void add(RandomRule made) {
        Rule rule = new Rule(made.id(), made.parts().stream().map(Part::drl).toList(), made.conclusion(), "");
        rules.add(rule);
        rules.add(rule.changed("-renamed", text -> text.replaceAll("\\$(\\w)", "\\$x$1")));
        List<String> more = new ArrayList<>(rule.parts());
        more.add(new FirstOrderRules(dice).rule("any").parts().get(0).drl().replace("$", "$more"));
        rules.add(new Rule(rule.id() + "-more", more, rule.conclusion(), ""));
        if (rule.parts().get(0).contains("$s : ")) {
            rules.add(rule.changed("-one", RedundancyTest::ofOneActor));
        }
        if (rule.parts().stream().anyMatch(part -> part.startsWith("exists("))) {
            rules.add(rule.changed(
                    "-joined", part -> part.startsWith("exists(") ? part.substring("exists".length()) : part));
        }
        if (rule.parts().stream().anyMatch(part -> part.contains(" or ") && part.startsWith("("))) {
            rules.add(rule.changed(
                    "-either",
                    part -> part.startsWith("(") && part.contains(" or ") ? part.replaceAll(" or .*", " )") : part));
        }
        if (dice.oneIn(3)) {
            rules.add(rule.likely("-likely", "likely"));
            rules.add(rule.likely("-unlikely", "unlikely"));
        }
    }

    /** Where a rule asks for anybody it asks for one actor. */
    private static String ofOneActor(String text) {
        return text.replaceAll("\\$s : (\\w+)", "$1 == \"AAA\"").replaceAll("\\$s\\b", "\"AAA\"");
    }

    @Test
    void what_is_said_in_other_words_or_with_more_conditions_is_found() {
        Set<String> found = claims.stream()
                .flatMap(each -> List.of(each.redundant(), each.other()).stream())
                .collect(Collectors.toSet());
        for (String suffix : List.of("-renamed", "-more", "-one", "-joined", "-either")) {
            assertThat(rules.stream().map(Rule::id).filter(id -> id.endsWith(suffix)))
                    .as(suffix)
                    .isNotEmpty()
                    .isSubsetOf(found);
        }
    }

    @Test
    void a_tendency_makes_no_strict_rule_and_no_other_tendency_superfluous() {
        Map<String, RuleCard> cards = reasoner.rulebase().cards();
        assertThat(claims)
                .filteredOn(each -> each.check().equals("subsumed-rule"))
                .allMatch(each -> !cards.get(each.other()).tendency());
        assertThat(claims)
                .filteredOn(each -> each.check().equals("duplicate-rule"))
                .allMatch(each -> cards.get(each.other()).tendency()
                        == cards.get(each.redundant()).tendency());
    }

    @Test
    void taking_away_what_adds_nothing_changes_nothing(TestReporter reporter) {
        int tried = 0;
        for (Claim claim : claims) {
            boolean tendencies = reasoner.rulebase().cards().get(claim.other()).tendency();
            boolean concluded = false;
            for (int i = 0; i < CASES; i++) {
                RandomCase facts = facts(claim);
                List<String> with = new ArrayList<>(facts.rules());
                with.add(claim.redundant());
                Assessment before = assessed(facts.withRules(with));
                if (concludes(claim.redundant(), before)) {
                    concluded = true;
                    assertThat(told(assessed(facts), tendencies))
                            .as(() -> claim + " of seed " + Sizes.SEED + "\n" + drl(with) + facts.yaml())
                            .isEqualTo(told(before, tendencies));
                }
            }
            tried += concluded ? 1 : 0;
        }
        reporter.publishEntry("tried", tried + " of " + claims.size() + " claims");
        assertThat(claims).hasSizeGreaterThan(BASES);
        assertThat(tried).as("rules that concluded something").isGreaterThan(claims.size() / 2);
    }

    /** Many facts, so that much is concluded, and few rules, so that little is concluded twice. */
    private RandomCase facts(Claim claim) {
        List<String> ids = new ArrayList<>(dice.some(
                3,
                HELPERS.stream()
                        .map(Rule::id)
                        .filter(id -> !id.equals(claim.redundant()) && !id.equals(claim.other()))
                        .toList()));
        ids.add(claim.other());
        RandomCase facts = RandomCase.of(ids, dice);
        Set<String> more = new LinkedHashSet<>(facts.facts());
        for (int i = dice.below(4); i >= 0; i--) {
            more.addAll(RandomCase.of(ids, dice).facts());
        }
        return new RandomCase(ids, List.copyOf(more), facts.questions(), Map.of());
    }

    private static boolean concludes(String rule, Assessment assessment) {
        return assessment.inferences().stream()
                .flatMap(each -> each.rules().stream())
                .anyMatch(each -> each.rule().equals(rule));
    }

    private Assessment assessed(RandomCase facts) {
        return reasoner.assess(facts.read(folder.resolve("case")));
    }

    /** Everything about every inference but which rules conclude it; of tendencies not how likely, since two make it likelier. */
    private static Map<String, String> told(Assessment assessment, boolean tendencies) {
        Map<String, String> told = new TreeMap<>();
        told.put("", assessment.scenarios() + " " + assessment.paradoxical());
        for (Inference each : assessment.inferences()) {
            told.put(
                    each.id(),
                    each.status() + " " + each.scenarios() + " " + each.undecided() + " " + each.conditions() + " "
                            + each.pivots()
                            + (tendencies ? "" : " " + each.tendencies() + " " + each.likelihood()));
        }
        return told;
    }

    private String drl(List<String> ids) {
        return rules.stream()
                .filter(rule -> ids.contains(rule.id()))
                .map(Rule::drl)
                .collect(Collectors.joining());
    }
}
