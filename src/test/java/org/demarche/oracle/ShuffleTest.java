package org.demarche.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.demarche.Reasoner;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rules in another order and under other names, facts and questions in another order: no scenario differs. The names matter to
 * the order, because rules are compiled in the order of their ids. Each order is one compile of the rules of all programs.
 *
 * @see Sizes how to try more
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShuffleTest {

    private static final int PROGRAMS = Math.max(100, Sizes.PROGRAMS / 4);
    private static final int IN_A_FILE = 4;

    @TempDir
    Path folder;

    private final Dice dice = new Dice(Sizes.SEED + 1);

    @Test
    void no_scenario_differs_in_another_order(TestReporter reporter) {
        RuleFolders folders = folders();
        List<String> names = List.copyOf(folders.rules().keySet());
        List<Program> programs = IntStream.range(0, PROGRAMS)
                .mapToObj(i -> new Program("program-" + i, RandomCase.of(dice.some(2, names), dice), folders))
                .toList();
        List<Map<String, Set<Map<String, String>>>> before = labels(programs, folders, "0");
        for (int order = 1; order <= Sizes.SHUFFLES; order++) {
            RuleFolders shuffled = folders.shuffled(dice);
            List<Program> again =
                    programs.stream().map(each -> each.shuffled(shuffled, dice)).toList();
            compare(programs, before, again, labels(again, shuffled, "" + order));
        }
        reporter.publishEntry(
                "compared",
                PROGRAMS + " programs in " + Sizes.SHUFFLES + " other orders, "
                        + before.stream().mapToInt(Map::size).sum() + " labels each time");
    }

    private RuleFolders folders() {
        FirstOrderRules maker = new FirstOrderRules(dice);
        RuleFolders folders = RuleFolders.empty();
        for (int number = 0; number < Sizes.RULES / 10; number++) {
            List<RandomRule> rules = new ArrayList<>();
            for (int i = 0; i < IN_A_FILE; i++) {
                rules.add(maker.rule("rule-" + number + "-" + i));
            }
            folders.add("folder-" + number, rules);
        }
        return folders;
    }

    private List<Map<String, Set<Map<String, String>>>> labels(
            List<Program> programs, RuleFolders folders, String order) {
        Path root = folder.resolve(order);
        Reasoner reasoner = folders.load(root);
        return programs.stream()
                .map(each -> Engine.labels(each.assess(reasoner, root)))
                .toList();
    }

    private static void compare(
            List<Program> programs,
            List<Map<String, Set<Map<String, String>>>> before,
            List<Program> again,
            List<Map<String, Set<Map<String, String>>>> after) {
        for (int i = 0; i < programs.size(); i++) {
            int number = i;
            assertThat(after.get(i))
                    .as(() -> programs.get(number) + "\nand in another order " + again.get(number))
                    .isEqualTo(before.get(i));
        }
    }
}
