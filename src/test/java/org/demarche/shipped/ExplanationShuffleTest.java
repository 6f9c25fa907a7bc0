package org.demarche.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.demarche.Reasoner;
import org.demarche.bench.Explained;
import org.demarche.bench.Explained.Asked;
import org.demarche.bench.LargeCase;
import org.demarche.cases.CaseFile;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every explanation is the same, byte for byte, in whatever order rules and facts are written down; but for the lines that they stand
 * in. What is asked is asked in one other order.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExplanationShuffleTest {

    private static final int ORDERS = 2;

    /** About so many things are asked of each command. */
    private static final int MOST = 30;

    /** Where rules and statements stand, which only JSON tells: in another order, elsewhere. */
    private static final String PLACE = "\"(file|line|column)\": .*";

    /** Parts of other commands, of which each is asked by itself elsewhere. */
    private static final List<String> PARTS = List.of("why", "changes");

    @ParameterizedTest(name = "order {0}")
    @ValueSource(ints = {0, 1})
    void the_shipped_cases_are_explained_alike_in_any_order(int order, @TempDir Path copy) {
        Reasoner shuffled = shuffled(Shipped.RULES, copy, new Random(order));
        for (Path facts : Shipped.folders()) {
            compare(facts, Shipped.REASONER, shuffled, order, copy);
        }
    }

    @ParameterizedTest(name = "order {0}")
    @ValueSource(ints = {0, 1})
    void a_case_made_by_chance_is_explained_alike_in_any_order(int order, @TempDir Path copy) {
        Path made = copy.resolve("made");
        LargeCase.write(made, LargeCase.SMALL);
        Path rules = made.resolve("rules");
        Reasoner shuffled = shuffled(rules, copy, new Random(order));
        compare(LargeCase.facts(made), Reasoner.load(rules), shuffled, order, copy);
    }

    private static Reasoner shuffled(Path rules, Path copy, Random random) {
        RuleTexts.read(rules).shuffled(random).write(copy.resolve("rules"));
        return Reasoner.load(copy.resolve("rules"));
    }

    private static void compare(Path facts, Reasoner reasoner, Reasoner shuffled, int order, Path copy) {
        Path there = copy.resolve("shuffled").resolve(facts.getFileName());
        ShuffledCase.write(facts, there, new Random(order));
        Map<String, Asked> asWritten = asked(facts, reasoner);
        Map<String, Asked> again = asked(there, shuffled);
        assertThat(again.keySet()).isEqualTo(asWritten.keySet());
        assertThat(asWritten).hasSizeGreaterThan(10);
        List<String> all = List.copyOf(asWritten.keySet());
        List<String> differences = new ArrayList<>();
        for (int i = order; i < all.size(); i += ORDERS) {
            String what = all.get(i);
            difference(said(asWritten, what), said(again, what))
                    .ifPresent(difference -> differences.add(what + difference));
        }
        assertThat(differences).isEmpty();
    }

    /** Answers are long: only the lines around the first difference. */
    private static Optional<String> difference(String answer, String again) {
        List<String> one = answer.lines().toList();
        List<String> other = again.lines().toList();
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            if (i >= one.size() || i >= other.size() || !one.get(i).equals(other.get(i))) {
                return Optional.of("\nfrom line " + i + "\n" + some(one, i) + "\nin another order\n" + some(other, i));
            }
        }
        return Optional.empty();
    }

    private static String some(List<String> lines, int around) {
        return String.join("\n", lines.subList(Math.max(0, around - 3), Math.min(lines.size(), around + 4)));
    }

    private static Map<String, Asked> asked(Path facts, Reasoner reasoner) {
        CaseFile caseFile = CaseFile.read(facts, reasoner.rulebase().vocabulary());
        Map<String, Asked> asked = new LinkedHashMap<>();
        new Explained(facts.toString(), reasoner, caseFile).all().forEach((command, each) -> {
            if (!PARTS.contains(command)) {
                // Some of many, spread over all of them.
                int step = Math.max(1, each.size() / MOST);
                for (int i = 0; i < each.size(); i += step) {
                    asked.put(command + " " + each.get(i).what(), each.get(i));
                }
            }
        });
        return asked;
    }

    private static String said(Map<String, Asked> asked, String what) {
        return asked.get(what).inFull().replaceAll(PLACE, "");
    }
}
