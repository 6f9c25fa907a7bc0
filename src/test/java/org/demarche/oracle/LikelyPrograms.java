package org.demarche.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random programs whose questions have likelihoods and some of whose rules are tendencies, behind one compiled set of rules. */
final class LikelyPrograms {

    /** How likely something is: single probabilities, or intervals. */
    enum How {
        POINTS,
        INTERVALS
    }

    private static final int STRICT = 18;
    private static final int TENDING = 14;
    private static final int SETTLING = 5;
    private static final int LOOPS = 14;
    private static final List<String> WORDS =
            List.of("unlikely", "roughly even chance", "likely", "very likely", "improbable");

    private final Dice dice = new Dice(Sizes.SEED + 2);
    private final RuleFolders folders = RuleFolders.empty();
    private final List<RandomRule> strict;
    private final List<RandomRule> settling;
    private final Map<How, List<RandomRule>> tending = new LinkedHashMap<>();
    private final List<RandomRule> loops;
    private final Map<How, List<RandomRule>> tendingLoops = new LinkedHashMap<>();

    LikelyPrograms() {
        FirstOrderRules maker = new FirstOrderRules(dice);
        PropositionalRules loopMaker = new PropositionalRules(dice);
        strict = made("strict-", STRICT, maker::rule);
        settling = made("settling-", SETTLING, id -> settling(maker, id));
        loops = made("loop-", LOOPS, id -> loop(loopMaker, id));
        for (How how : How.values()) {
            String prefix = how.name().toLowerCase(Locale.ROOT);
            tending.put(how, made(prefix + "-", TENDING, id -> maker.rule(id).tending(tendency(how))));
            tendingLoops.put(
                    how,
                    made(prefix + "-loop-", LOOPS / 2, id -> loopMaker.rule(id).tending(tendency(how))));
        }
        folders.add("given", PropositionalRules.given());
        rewrite();
    }

    private List<RandomRule> made(String prefix, int count, Function<String, RandomRule> maker) {
        List<RandomRule> made =
                IntStream.range(0, count).mapToObj(i -> maker.apply(prefix + i)).toList();
        made.forEach(rule -> folders.add(rule.id(), List.of(rule)));
        return made;
    }

    /** With an absence in every rule, so that many programs contradict themselves somewhere. */
    private static RandomRule loop(PropositionalRules maker, String id) {
        return Stream.generate(() -> maker.rule(id))
                .filter(rule -> rule.drl().contains("not("))
                .findFirst()
                .orElseThrow();
    }

    /** Only about what is stated: what rules scenarios out must not stand on a tendency. */
    private static RandomRule settling(FirstOrderRules maker, String id) {
        return Stream.generate(() -> maker.settling(id))
                .filter(rule ->
                        !rule.drl().contains("Judgement(") && !rule.drl().contains("Move("))
                .findFirst()
                .orElseThrow();
    }

    /** Other ways to write rules. Two rules instead of an {@code or} are two tendencies instead of one: this is for strict rules. */
    private void rewrite() {
        strict.forEach(rule -> List.of(Rewriting.values()).forEach(rewriting -> rewrite(rule, rewriting)));
        tending.values().stream()
                .flatMap(List::stream)
                .forEach(rule -> List.of(Rewriting.SECOND_WITNESS, Rewriting.JOINED)
                        .forEach(rewriting -> rewrite(rule, rewriting)));
    }

    private void rewrite(RandomRule rule, Rewriting rewriting) {
        rewriting.of(rule).ifPresent(same -> folders.add(rewriting.folder(rule.id()), same));
    }

    RuleFolders folders() {
        return folders;
    }

    /** The same ones whenever they are asked for. */
    List<Program> programs(How how, int count) {
        Dice again = new Dice(Sizes.SEED + 3 + how.ordinal());
        return IntStream.range(0, count)
                .mapToObj(i -> new Program(
                        how.name().toLowerCase(Locale.ROOT) + "-program-" + i, randomCase(how, i, again), folders))
                .toList();
    }

    /** Of six programs two have no variables, two leave fewer scenarios, and one has no tendencies. */
    private RandomCase randomCase(How how, int number, Dice again) {
        int kind = number % 6;
        List<RandomRule> rules = new ArrayList<>();
        if (kind == 0 || kind == 5) {
            rules.addAll(again.some(again.between(8, 12), loops));
            rules.addAll(again.some(again.between(2, 5), tendingLoops.get(how)));
        } else {
            rules.addAll(again.some(again.between(3, 5), strict));
            rules.addAll(again.some(kind == 1 ? 0 : again.between(2, 4), tending.get(how)));
        }
        if (kind == 2 || kind == 3) {
            rules.addAll(again.some(again.between(1, 2), settling));
        }
        List<String> ids = new ArrayList<>(rules.stream().map(RandomRule::id).toList());
        if (kind == 0 || kind == 5) {
            ids.add("given");
        }
        RandomCase without = RandomCase.of(ids, again);
        return without.withLikelihoods(likelihoods(how, without, again));
    }

    /** Most questions have likelihoods, some only for some of their answers. */
    private static Map<String, List<String>> likelihoods(How how, RandomCase of, Dice dice) {
        Map<String, List<String>> likelihoods = new LinkedHashMap<>();
        of.questions().forEach((question, answers) -> {
            if (!dice.oneIn(5)) {
                likelihoods.put(
                        question, dice.oneIn(10) ? settled(answers.size(), dice) : some(how, answers.size(), dice));
            }
        });
        return likelihoods;
    }

    private static List<String> settled(int answers, Dice dice) {
        int certain = dice.below(answers);
        return IntStream.range(0, answers)
                .mapToObj(answer -> answer == certain ? "1" : dice.oneIn(2) ? "0" : "")
                .toList();
    }

    private static List<String> some(How how, int answers, Dice dice) {
        int[] point = new int[answers];
        IntStream.range(0, 100).forEach(any -> point[dice.below(answers)]++);
        if (how == How.POINTS) {
            return Arrays.stream(point).mapToObj(LikelyPrograms::hundredths).toList();
        }
        if (answers == 2 && dice.oneIn(3)) {
            return dice.shuffled(List.of(dice.one(WORDS), ""));
        }
        return Arrays.stream(point)
                .mapToObj(each -> dice.oneIn(5) ? "" : around(each, dice))
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(),
                        each -> each.stream().allMatch(String::isEmpty) ? settled(answers, dice) : each));
    }

    private static String around(int point, Dice dice) {
        int low = Math.max(0, point - dice.below(20));
        int high = Math.min(100, point + dice.below(20));
        return low == high ? hundredths(low) : "[" + hundredths(low) + ", " + hundredths(high) + "]";
    }

    private String tendency(How how) {
        int point = dice.between(1, 99);
        return how == How.POINTS ? hundredths(point) : dice.oneIn(3) ? dice.one(WORDS) : around(point, dice);
    }

    private static String hundredths(int number) {
        return number == 100 ? "1" : "0." + (number < 10 ? "0" : "") + number;
    }
}
