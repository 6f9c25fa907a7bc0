package org.demarche.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.Variants;
import org.demarche.Written;
import org.demarche.cases.CaseFile;
import org.demarche.compile.Rulebase;
import org.demarche.inference.Limits;
import org.demarche.mutants.Mutant;
import org.demarche.mutants.MutantTest;
import org.demarche.mutants.Operator;
import org.demarche.rules.ConditionText;
import org.demarche.rules.RuleCard;
import org.demarche.source.LoadException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is read of a mutant from the recording of all mutants together is what comes out when the changed rules are written to files,
 * compiled and run by themselves.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MutantsOracleTest {

    private static final int PROGRAMS = Integer.getInteger("oracles.mutants", 3);
    private static final int COMPILED = Integer.getInteger("oracles.mutants.compiled", 1);
    private static final int CASES = 4;

    private static final String COUNTING = Written.rule("counts", """
                        Relation( $s : actor, relation == "near" )
                        accumulate( Condition( $x : subject, state == "ready" ) and not Judgement( subject == $x, finding == "b" );
                            $n : count(1), $set : collectSet($x); $n >= 2, $set.size < 4 )
                    """, "Judgement( $s, \"a\", \"\" )")
            + Written.rule("first", """
                        accumulate( Condition( $x : subject, state == "weak" ); $who : min($x), $n : count(1); $n > 1 )
                        exists ( Relation( actor == $who, relation == "near" ) or Relation( actor == $who, relation == "ally-of" ) )
                    """, "Judgement( $who, \"b\", \"\" )")
            + Written.rule(
                    "more",
                    """
                        accumulate( Condition( state == "ready" ); $for : count(1) )
                        accumulate( Judgement( finding == "b" ); $against : count(1); $against < $for )
                        not accumulate( Judgement( $y : subject, finding == "a" ); $m : count(1); $m > 1 )
                    """.replace("not accumulate", "not ( accumulate").replace("$m > 1 )", "$m > 1 ) )"),
                    "Move( \"AAA\", \"strike\", \"BBB\" )")
            + Written.rule("all", """
                        Condition( $s : subject, state == "weak" )
                        forall( Relation( $o : actor, relation == "near", other == $s ) Condition( subject == $o, state == "ready" ) )
                    """, "Judgement( $s, \"c\", \"\" )");

    @TempDir
    Path folder;

    private final Dice dice = new Dice(Sizes.SEED);
    private final Map<Operator, Integer> compared = new TreeMap<>();
    private int different;

    @Test
    void in_random_programs(TestReporter reporter) {
        for (int program = 0; program < PROGRAMS; program++) {
            Path root = folder.resolve("program-" + program);
            FirstOrderRules maker = new FirstOrderRules(dice);
            RuleFolders folders = RuleFolders.empty();
            folders.add(
                    "test",
                    IntStream.range(0, 6)
                            .mapToObj(i -> i == 0 ? maker.settling("settling") : maker.rule("rule-" + i))
                            .toList());
            compare(folders.load(root), root, COMPILED);
        }
        reporter.publishEntry("compared", compared + ", of which changed " + different);
        assertThat(compared).containsKeys(Operator.DROP_RULE, Operator.DROP_CONDITION, Operator.SWAP_TERM);
        assertThat(different).isPositive();
    }

    @Test
    void with_accumulates_of_every_kind(TestReporter reporter) {
        compare(Written.rules(folder, COUNTING), folder, COMPILED * 3);
        reporter.publishEntry("compared", compared + ", of which changed " + different);
        assertThat(compared).containsKeys(Operator.MOVE_BOUND, Operator.NEGATE_CONDITION);
        assertThat(different).isPositive();
    }

    /** @param most so many of each kind are compiled by themselves, which takes longest */
    private void compare(Reasoner reasoner, Path root, int most) {
        List<CaseFile> cases = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            cases.add(RandomCase.of(List.of("test"), dice).read(root.resolve("case-" + i)));
        }
        List<Mutant> mutants = MutantTest.mutants(reasoner.rulebase(), cases);
        Map<Integer, RuleCard> cards = new TreeMap<>();
        mutants.forEach(mutant -> mutant.card().ifPresent(card -> cards.put(mutant.number(), card)));
        Variants variants = Variants.of(reasoner, cards);
        List<Variants.Fired> fired = cases.stream()
                .map(each -> variants.fire(each, Limits.DEFAULT, doing -> {}))
                .toList();
        for (Mutant mutant : some(most, mutants)) {
            Reasoner alone = alone(mutant, reasoner, root);
            Rulebase chosen = mutant.card().isEmpty()
                    ? variants.rulebase().without(Set.of(mutant.rule()))
                    : variants.rulebase().with(mutant.rule(), mutant.number());
            for (int i = 0; i < cases.size(); i++) {
                String as = mutant.rule() + " " + mutant.what() + " on\n" + cases.get(i);
                int number = i;
                String expected = text(() -> alone.assess(cases.get(number)));
                assertThat(text(() -> fired.get(number).assess(chosen))).as(as).isEqualTo(expected);
                different += expected.equals(text(() -> reasoner.assess(cases.get(number)))) ? 0 : 1;
                compared.merge(mutant.operator(), 1, Integer::sum);
            }
        }
    }

    private List<Mutant> some(int most, List<Mutant> mutants) {
        return Arrays.stream(Operator.values())
                .map(operator -> mutants.stream()
                        .filter(mutant -> mutant.operator() == operator)
                        .toList())
                .flatMap(of -> dice.some(Math.min(most, of.size()), of).stream())
                .toList();
    }

    private static String text(Supplier<Assessment> assessed) {
        try {
            return Written.text(assessed.get());
        } catch (LoadException refused) {
            return refused.problems().stream()
                    .map(problem -> problem.check())
                    .toList()
                    .toString();
        }
    }

    /** The changed rules, written to files and compiled by themselves. */
    private static Reasoner alone(Mutant mutant, Reasoner reasoner, Path root) {
        Path rules = root.resolve("alone-" + mutant.number() + "/rules");
        List<RuleCard> cards = new ArrayList<>(reasoner.rulebase().cards().values());
        cards.removeIf(card -> card.id().equals(mutant.rule()));
        mutant.card().ifPresent(cards::add);
        for (String name : new TreeSet<>(Set.of("vocabulary.yaml", "sources.yaml"))) {
            Written.write(rules.resolve(name), read(root.resolve("rules").resolve(name)));
        }
        Written.write(
                rules.resolve("test/test.drl"),
                "package rules.test\nimport org.demarche.model.*\n"
                        + cards.stream().map(MutantsOracleTest::drl).collect(Collectors.joining()));
        return Reasoner.load(rules);
    }

    private static String drl(RuleCard card) {
        return Written.rule(
                card.id(),
                card.conditions().stream().map(ConditionText::of).collect(Collectors.joining("\n")),
                card.conclusion().type().typeName() + "( "
                        + card.conclusion().arguments().stream()
                                .map(ConditionText::of)
                                .collect(Collectors.joining(", "))
                        + " )");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
