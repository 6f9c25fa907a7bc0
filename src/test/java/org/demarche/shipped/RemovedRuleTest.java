package org.demarche.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.Reasoner;
import org.demarche.cases.CaseFile;
import org.demarche.check.Expectation;
import org.demarche.check.ExpectationResult;
import org.demarche.check.ExpectationRunner;
import org.demarche.rules.RuleCard;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that nobody would miss is a rule that nobody has tested. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RemovedRuleTest {

    private static final List<Subject> SUBJECTS =
            Shipped.folders().stream().map(Subject::of).toList();

    @Test
    void every_rule_is_missed_by_some_expectation() {
        List<String> unmissed = Shipped.REASONER.rulebase().cards().values().stream()
                .filter(card -> SUBJECTS.stream().noneMatch(subject -> subject.misses(card)))
                .map(card -> card.id() + " (" + card.at() + ")")
                .toList();
        assertThat(unmissed)
                .as("rules that can be removed and no expectation fails")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("someRules")
    void leaving_a_rule_out_is_the_same_as_deleting_it(String rule, @TempDir Path copy) {
        RuleTexts texts = RuleTexts.read(Shipped.RULES);
        texts.without(rule).write(copy);
        Reasoner deleted = Reasoner.load(copy);
        assertThat(deleted.rulebase().cards()).doesNotContainKey(rule);
        for (Subject subject : SUBJECTS) {
            assertThat(Shipped.json(deleted.assess(subject.caseFile())))
                    .as(subject.caseFile().id())
                    .isEqualTo(Shipped.json(Shipped.REASONER.without(rule).assess(subject.caseFile())));
        }
    }

    /** The first, one in the middle and the last, of all that stand on something absent. */
    static Stream<String> someRules() {
        List<String> rules = Shipped.REASONER.rulebase().cards().values().stream()
                .filter(card -> !card.negations().isEmpty())
                .map(RuleCard::id)
                .toList();
        return Stream.of(0, rules.size() / 2, rules.size() - 1).distinct().map(rules::get);
    }

    private record Subject(CaseFile caseFile, List<Expectation> expectations, ExpectationRunner runner) {

        static Subject of(Path folder) {
            CaseFile caseFile = Shipped.read(folder);
            return new Subject(
                    caseFile, Shipped.expectations(folder), ExpectationRunner.of(Shipped.REASONER, caseFile));
        }

        boolean misses(RuleCard card) {
            boolean used = caseFile.rules().isEmpty() || caseFile.rules().contains(card.group());
            return used && firstUnmet(card.id()).isPresent();
        }

        /** Those that name the rule come first, then those that need no assessment of their own: most rules are missed soon. */
        private Optional<ExpectationResult> firstUnmet(String rule) {
            ExpectationRunner without = runner.without(rule);
            return expectations.stream()
                    .sorted(Comparator.comparing(
                                    (Expectation each) -> !each.by().equals(Optional.of(rule)))
                            .thenComparing(each -> each.asOf().isPresent())
                            .thenComparing(each -> each.without().size()))
                    .map(each -> without.run(List.of(each)).get(0))
                    .filter(result -> !result.met())
                    .findFirst();
        }
    }
}
