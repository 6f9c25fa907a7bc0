package org.demarche.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.Corners;
import org.demarche.cases.Answer;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.model.Fact;
import org.demarche.model.Likelihood;
import org.demarche.rules.RuleCard;

/**
 * How likely facts are, by evaluating every scenario under every setting of the switches of tendencies: rules are written out, and
 * what a tendency that is off would conclude is struck out.
 */
final class Chances {

    private static final int WHOLE = 100;

    /** A tendency may fail for each of its conclusions on its own. */
    record Switch(String rule, Fact conclusion) {}

    /** The ground rules that could matter in a scenario, each tendency's conclusions apart. */
    private record Written(List<GroundRule> strict, Map<Switch, List<GroundRule>> tending, Set<Fact> stated) {

        Truths without(Set<Switch> off) {
            List<GroundRule> rules = new ArrayList<>(strict);
            tending.forEach((each, its) -> rules.addAll(off.contains(each) ? List.of() : its));
            return AlternatingFixpoint.of(rules, stated);
        }

        Written in(Set<Fact> scenario) {
            Set<Atom> couldHold = scenario.stream().map(Atom.Holds::new).collect(Collectors.toSet());
            List<GroundRule> all = new ArrayList<>(strict);
            tending.values().forEach(all::addAll);
            boolean moved = true;
            while (moved) {
                moved = false;
                for (GroundRule rule : all) {
                    moved |= couldHold.containsAll(rule.present()) && couldHold.add(rule.head());
                }
            }
            Map<Switch, List<GroundRule>> here = new LinkedHashMap<>();
            tending.forEach((each, its) -> {
                List<GroundRule> left = among(its, couldHold);
                if (!left.isEmpty()) {
                    here.put(each, left);
                }
            });
            return new Written(among(strict, couldHold), here, scenario);
        }

        private static List<GroundRule> among(List<GroundRule> rules, Set<Atom> couldHold) {
            return rules.stream()
                    .filter(rule -> couldHold.containsAll(rule.present()))
                    .toList();
        }
    }

    /** What the likelihood of a fact has to be: no bounds where nothing is known, or nothing can be said. */
    record Expected(boolean nothingPossible, Optional<double[]> bounds) {}

    private final List<Question> questions;
    private final List<Map<String, String>> scenarios;
    private final List<Switch> switches;
    private final Map<Switch, Likelihood> howLikely;

    /** By scenario, by setting. */
    private final List<List<Truths>> truths;

    private final Set<Map<String, String>> possible;
    private final Corners corners;

    private Chances(
            List<Question> questions,
            List<Map<String, String>> scenarios,
            Map<Switch, Likelihood> howLikely,
            List<List<Truths>> truths,
            Set<Map<String, String>> possible) {
        this.questions = questions;
        this.scenarios = scenarios;
        this.switches = List.copyOf(howLikely.keySet());
        this.howLikely = howLikely;
        this.truths = truths;
        this.possible = possible;
        this.corners = allCorners();
    }

    /** Empty when it takes more evaluations than these. */
    static Optional<Chances> of(CaseFile caseFile, Collection<RuleCard> cards, int most) {
        Scenarios space = new Scenarios(caseFile);
        List<Map<String, String>> scenarios = space.all();
        Written everywhere = written(
                cards,
                scenarios.stream().flatMap(each -> space.facts(each).stream()).collect(Collectors.toSet()));
        List<Written> written = new ArrayList<>();
        Map<Switch, Likelihood> howLikely = new LinkedHashMap<>();
        Map<String, Likelihood> tendencies = cards.stream()
                .filter(card -> card.likelihood().isPresent())
                .collect(
                        Collectors.toMap(RuleCard::id, card -> card.likelihood().orElseThrow()));
        double work = 0;
        for (Map<String, String> scenario : scenarios) {
            Written here = everywhere.in(space.facts(scenario));
            here.tending().keySet().forEach(each -> howLikely.put(each, tendencies.get(each.rule())));
            work += Math.pow(2, here.tending().size());
            written.add(here);
        }
        if (work > most || scenarios.size() * Math.pow(2, howLikely.size()) > 4.0 * most) {
            return Optional.empty();
        }
        List<List<Truths>> truths = written.stream()
                .map(each -> evaluated(each, List.copyOf(howLikely.keySet())))
                .toList();
        Set<Map<String, String>> possible = new LinkedHashSet<>();
        for (int i = 0; i < truths.size(); i++) {
            Map<String, String> scenario = scenarios.get(i);
            if (truths.get(i).get(0).definite().stream().noneMatch(fact -> Oracle.rulesOut(fact, scenario))) {
                possible.add(scenario);
            }
        }
        return Optional.of(new Chances(caseFile.questionsAt(), scenarios, howLikely, truths, possible));
    }

    private static Written written(Collection<RuleCard> cards, Set<Fact> stated) {
        Set<Fact> couldHold = new HashSet<>(stated);
        Grounder.ground(cards, stated).forEach(rule -> {
            if (rule.head() instanceof Atom.Holds holds) {
                couldHold.add(holds.fact());
            }
        });
        List<GroundRule> strict = new ArrayList<>();
        Map<Switch, List<GroundRule>> tending = new LinkedHashMap<>();
        for (RuleCard card : cards) {
            for (GroundRule rule : Grounder.ground(List.of(card), couldHold)) {
                if (card.tendency() && rule.head() instanceof Atom.Holds holds) {
                    tending.computeIfAbsent(new Switch(card.id(), holds.fact()), any -> new ArrayList<>())
                            .add(rule);
                } else {
                    strict.add(rule);
                }
            }
        }
        return new Written(strict, tending, stated);
    }

    private static List<Truths> evaluated(Written written, List<Switch> switches) {
        Map<Set<Switch>, Truths> known = new HashMap<>();
        return IntStream.range(0, 1 << switches.size())
                .mapToObj(setting -> known.computeIfAbsent(
                        IntStream.range(0, switches.size())
                                .filter(i -> (setting >> (switches.size() - 1 - i) & 1) == 1)
                                .mapToObj(switches::get)
                                .filter(written.tending()::containsKey)
                                .collect(Collectors.toSet()),
                        written::without))
                .toList();
    }

    Chances given(String question, String answer) {
        Set<Map<String, String>> left = possible.stream()
                .filter(scenario -> answer.equals(scenario.get(question)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Chances(questions, scenarios, howLikely, truths, left);
    }

    List<Switch> switches() {
        return switches;
    }

    List<Map<String, String>> scenarios() {
        return scenarios;
    }

    Set<Map<String, String>> possible() {
        return possible;
    }

    /** Where a fact holds definitely with all switches on. */
    Set<Map<String, String>> label(Fact fact) {
        return IntStream.range(0, scenarios.size())
                .filter(i -> truths.get(i).get(0).definite().contains(fact))
                .mapToObj(scenarios::get)
                .filter(possible::contains)
                .collect(Collectors.toSet());
    }

    /** Every fact that some scenario and setting gives or leaves undefined. */
    Set<Fact> everything() {
        return truths.stream()
                .flatMap(List::stream)
                .flatMap(each -> Stream.concat(each.definite().stream(), each.undefined().stream()))
                .collect(Collectors.toSet());
    }

    /** Whether something is undefined in some possible scenario. */
    boolean undecided() {
        return IntStream.range(0, scenarios.size())
                .filter(i -> possible.contains(scenarios.get(i)))
                .anyMatch(i -> truths.get(i).stream()
                        .anyMatch(each -> !each.undefined().isEmpty()));
    }

    Corners corners() {
        return corners;
    }

    /**
     * The corners of all distributions, questions first. A question of which only one answer is left is certain, and one of which nothing is
     * known has only answers that are left.
     */
    private Corners allCorners() {
        Stream<List<double[]>> answers = questions.stream().map(this::corners);
        Stream<List<double[]>> settings = howLikely.values().stream().map(each -> {
            int low = low(each);
            int high = high(each);
            return Corners.between(new int[] {low, WHOLE - high}, new int[] {high, WHOLE - low});
        });
        return new Corners(Stream.concat(answers, settings).toList());
    }

    private List<double[]> corners(Question question) {
        List<double[]> all = unsettled(question);
        Set<String> left = left(question);
        if (left.size() == 1) {
            int only = question.answerIds().indexOf(left.iterator().next());
            if (all.stream().anyMatch(corner -> corner[only] > 0)) {
                double[] certain = new double[question.answers().size()];
                certain[only] = 1;
                return List.of(certain);
            }
        }
        return known(question) || left.isEmpty()
                ? all
                : all.stream()
                        .filter(corner -> IntStream.range(0, corner.length)
                                .allMatch(answer -> corner[answer] == 0
                                        || left.contains(question.answerIds().get(answer))))
                        .toList();
    }

    private static List<double[]> unsettled(Question question) {
        Likelihood open = new Likelihood(0, 1);
        return Corners.between(
                question.answers().stream()
                        .mapToInt(answer -> low(answer.likelihood().orElse(open)))
                        .toArray(),
                question.answers().stream()
                        .mapToInt(answer -> high(answer.likelihood().orElse(open)))
                        .toArray());
    }

    private Set<String> left(Question question) {
        return possible.stream()
                .map(scenario -> scenario.getOrDefault(question.id(), ""))
                .collect(Collectors.toSet());
    }

    private static int low(Likelihood likelihood) {
        return (int) Math.round(likelihood.low() * WHOLE);
    }

    private static int high(Likelihood likelihood) {
        return (int) Math.round(likelihood.high() * WHOLE);
    }

    Expected expected(Fact fact) {
        double[] definite = table(each -> each.definite().contains(fact));
        double[] mayHold =
                table(each -> each.definite().contains(fact) || each.undefined().contains(fact));
        double[] given = table(any -> true);
        if (possible.isEmpty()) {
            return new Expected(true, Optional.empty());
        }
        if (Arrays.equals(definite, given)) {
            return new Expected(false, Optional.of(new double[] {1, 1}));
        }
        if (Arrays.stream(mayHold).allMatch(each -> each == 0)) {
            return new Expected(false, Optional.of(new double[] {0, 0}));
        }
        Corners.Found found = corners.bounds(definite, mayHold, given);
        if (found.given() == 0) {
            // Where nobody says of any question how likely its answers are, nothing is missed.
            return new Expected(questions.stream().anyMatch(Chances::known), Optional.empty());
        }
        boolean unknown = found.least() <= 1e-13 && found.greatest() >= 1 - 1e-13;
        return new Expected(
                false, unknown ? Optional.empty() : Optional.of(new double[] {found.least(), found.greatest()}));
    }

    /** In possible scenarios only. */
    private double[] table(Predicate<Truths> holds) {
        int settings = 1 << switches.size();
        double[] table = new double[scenarios.size() * settings];
        for (int i = 0; i < scenarios.size(); i++) {
            boolean here = possible.contains(scenarios.get(i));
            for (int setting = 0; here && setting < settings; setting++) {
                table[i * settings + setting] = holds.test(truths.get(i).get(setting)) ? 1 : 0;
            }
        }
        return table;
    }

    /** The questions of whose answers nothing is known, though more than one is left. */
    List<String> unknown() {
        return questions.stream()
                .filter(question -> !known(question) && left(question).size() > 1)
                .map(Question::id)
                .sorted()
                .toList();
    }

    boolean nothingKnown() {
        return questions.stream()
                .noneMatch(question -> known(question) && left(question).size() > 1);
    }

    private static boolean known(Question question) {
        return question.answers().stream().map(Answer::likelihood).anyMatch(Optional::isPresent);
    }

    /** The least probability that the answers of a scenario have together, as far as something is known of them and they are open. */
    double guaranteed(Map<String, String> scenario) {
        return questions.stream()
                .filter(question -> known(question) && left(question).size() > 1)
                .mapToDouble(question -> {
                    int answer = question.answerIds().indexOf(scenario.get(question.id()));
                    return unsettled(question).stream()
                            .mapToDouble(corner -> corner[answer])
                            .min()
                            .orElseThrow();
                })
                .reduce(1, (one, other) -> one * other);
    }
}
