package org.demarche.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.Written;
import org.demarche.cache.Cache;
import org.demarche.cache.CacheFolder;
import org.demarche.cases.CaseFile;
import org.demarche.compile.Classpath;
import org.demarche.compile.RuleSafety;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that were read in an earlier run, and what they fired then, give what reading and firing gives. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptTest {

    private static final int PROGRAMS = Math.max(60, Sizes.PROGRAMS / 6);
    private static final int FOLDERS = 12;
    private static final int IN_A_FOLDER = 4;

    @TempDir
    Path folder;

    private final Dice dice = new Dice(Sizes.SEED + 7);

    @Test
    void programs_made_by_chance() {
        FirstOrderRules maker = new FirstOrderRules(dice);
        RuleFolders folders = RuleFolders.empty();
        for (int number = 0; number < FOLDERS; number++) {
            List<RandomRule> rules = new ArrayList<>();
            for (int i = 0; i < IN_A_FOLDER; i++) {
                rules.add(maker.rule("rule-" + number + "-" + i));
            }
            folders.add("folder-" + number, rules);
        }
        Reasoner plain = folders.load(folder);
        List<String> names = List.copyOf(folders.rules().keySet());
        List<CaseFile> cases = IntStream.range(0, PROGRAMS)
                .mapToObj(i -> RandomCase.of(dice.some(2, names), dice).read(folder.resolve("case-" + i)))
                .toList();
        compare(plain, List.of(folder.resolve("rules")), cases);
    }

    @Test
    void cases_that_come_with_the_program() {
        Path rules = Path.of("rules");
        compare(
                Reasoner.load(rules),
                List.of(rules),
                Shipped.assessments().values().stream()
                        .map(Assessment::caseFile)
                        .toList());
    }

    @Test
    void rules_that_accumulate() {
        Path rules = Written.rulesFolder(
                folder,
                Written.rule(
                                "ready",
                                "accumulate( Condition( $o : subject, state == \"ready\" ); $n : count(1); $n >= 2 )"
                                        + " Relation( $a : actor, relation == \"near\" )",
                                "Judgement( $a, \"a\" )")
                        + Written.rule(
                                "then",
                                "Judgement( $a : subject, finding == \"a\" )"
                                        + " accumulate( Judgement( $b : subject, finding == \"a\" ); $l : collectList($b); $l.size >= 1 )",
                                "Judgement( $a, \"b\" )"));
        CaseFile ready = Written.caseFile(folder, """
                facts: [{condition: AAA ready}, {relation: AAA near BBB}, {relation: BBB near CCC}]
                questions:
                  bbb: {ask: "Is Bland ready?", answers: {yes: {facts: [{condition: BBB ready}]}, no: }}
                  ccc: {ask: "Is Cland ready?", answers: {yes: {facts: [{condition: CCC ready}]}, no: }}
                """);
        compare(Reasoner.load(rules), List.of(rules), List.of(ready));
    }

    private void compare(Reasoner plain, List<Path> rules, List<CaseFile> cases) {
        Cache cache = Cache.in(new CacheFolder(folder.resolve("cache"), 1_000, 1L << 30), "this build");
        assertThat(Reasoner.kept(rules, RuleSafety.AS_WRITTEN, Classpath.NONE, cache))
                .isEmpty();
        Reasoner first = Reasoner.load(rules, RuleSafety.AS_WRITTEN, Classpath.NONE, cache);
        List<Assessment> fired = cases.stream().map(first::assess).toList();
        Reasoner kept = Reasoner.kept(rules, RuleSafety.AS_WRITTEN, Classpath.NONE, cache)
                .orElseThrow();
        assertThat(kept.rulebase().cards()).isEqualTo(plain.rulebase().cards());
        assertThat(kept.rulebase().possibleRules()).isEqualTo(plain.rulebase().possibleRules());
        assertThat(kept.rulebase().sources()).isEqualTo(plain.rulebase().sources());
        assertThat(kept.rulebase().warnings()).isEqualTo(plain.rulebase().warnings());
        assertThat(kept.rulebase().vocabulary().terms())
                .containsExactlyElementsOf(plain.rulebase().vocabulary().terms());
        for (int i = 0; i < cases.size(); i++) {
            Assessment wanted = plain.assess(cases.get(i));
            assertThat(fired.get(i).worlds().graph().sameAs(wanted.worlds().graph()))
                    .isTrue();
            Assessment played = kept.assess(cases.get(i));
            assertThat(played.worlds().graph().sameAs(wanted.worlds().graph())).isTrue();
            assertThat(Written.text(played)).isEqualTo(Written.text(wanted));
        }
    }
}
