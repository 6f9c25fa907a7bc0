package org.demarche.mutants;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.check.Expectation;
import org.demarche.check.ExpectationRunner;
import org.demarche.inference.Choice;
import org.demarche.inference.Inference;
import org.demarche.inference.Inference.RuleShare;
import org.demarche.inference.Status;
import org.demarche.model.Move;
import org.demarche.rules.Conclusion;

/** Finds an expectation that one assessment meets and another does not. */
final class Difference {

    private final Assessment before;
    private final Assessment after;
    private final Optional<LocalDate> day;
    private final String rule;

    /** @param rule the id of the rule in which they differ */
    Difference(Assessment before, Assessment after, Optional<LocalDate> day, String rule) {
        this.before = before;
        this.after = after;
        this.day = day;
        this.rule = rule;
    }

    /** The expectation, and what it is about before and after in a few words. */
    record Found(Expectation expectation, String before, String after) {}

    /** The plainest one about what lies nearest to the rule; empty when none tells them apart. */
    Optional<Found> expectation() {
        List<String> differing = differing();
        return Stream.<Function<String, Stream<Expectation>>>of(this::whole, this::inSome, this::by)
                .flatMap(form -> differing.stream().flatMap(form))
                .filter(this::tells)
                .findFirst()
                .map(each -> new Found(each, words(before, each), words(after, each)));
    }

    private boolean tells(Expectation expectation) {
        return ExpectationRunner.met(expectation, before) && !ExpectationRunner.met(expectation, after);
    }

    /** What is inferred otherwise: what the rule itself concludes first, then moves, then the rest. */
    private List<String> differing() {
        TreeSet<String> ids = new TreeSet<>();
        Stream.of(before, after)
                .flatMap(each -> each.inferences().stream())
                .map(Inference::id)
                .forEach(ids::add);
        return ids.stream()
                .filter(id -> !trait(before, id).equals(trait(after, id)))
                .sorted(Comparator.comparing((String id) -> !concludedByTheRule(id))
                        .thenComparing(id -> !isMove(id))
                        .thenComparing(id -> id))
                .toList();
    }

    private static List<Object> trait(Assessment assessment, String id) {
        return assessment
                .find(id)
                .filter(each -> each.status() != Status.EXCLUDED)
                .map(each -> List.<Object>of(
                        each.status(), each.scenarios(), each.undecided(), each.conditions(), each.rules()))
                .orElse(List.of());
    }

    private boolean concludedByTheRule(String id) {
        Optional<Conclusion> conclusion =
                Optional.ofNullable(before.rulebase().cards().get(rule)).map(card -> card.conclusion());
        return Stream.of(before, after)
                .flatMap(each -> each.find(id).stream())
                .anyMatch(each -> each.rules().stream().map(RuleShare::rule).anyMatch(rule::equals)
                        || conclusion
                                .filter(of -> of.type() == each.fact().type()
                                        && each.rules().isEmpty())
                                .isPresent());
    }

    private boolean isMove(String id) {
        return Stream.of(before, after)
                .flatMap(each -> each.find(id).stream())
                .anyMatch(each -> each.fact() instanceof Move);
    }

    /** Of all scenarios. */
    private Stream<Expectation> whole(String id) {
        return Stream.of(holds(before, id) ? status(id, before, Map.of()) : not(id, Map.of()));
    }

    /** Of the scenarios with some answers: those in which it holds only before, or only after. */
    private Stream<Expectation> inSome(String id) {
        return Stream.of(before, after)
                .flatMap(each -> each.find(id).stream())
                .flatMap(each -> each.conditions().stream())
                .filter(given -> !given.isEmpty())
                .flatMap(given -> {
                    Assessment there = given(before, given);
                    return there.scenarios().signum() == 0
                            ? Stream.empty()
                            : Stream.of(holds(there, id) ? status(id, there, given) : not(id, given));
                });
    }

    /** Of the rules that conclude it: what one of them concludes where it does. */
    private Stream<Expectation> by(String id) {
        List<Map<String, String>> givens = new ArrayList<>(List.of(Map.of()));
        before.find(id).ifPresent(each -> givens.addAll(each.conditions()));
        after.find(id).ifPresent(each -> givens.addAll(each.conditions()));
        return givens.stream()
                .distinct()
                .flatMap(given -> given(before, given).find(id).stream()
                        .flatMap(each -> each.rules().stream())
                        .map(share ->
                                plain(id, given).by(Optional.of(share.rule())).build()));
    }

    private static boolean holds(Assessment assessment, String id) {
        return assessment
                .find(id)
                .filter(each -> each.status() != Status.EXCLUDED)
                .isPresent();
    }

    private Expectation status(String id, Assessment there, Map<String, String> given) {
        Inference inference = there.find(id).orElseThrow();
        boolean counted = inference.status() == Status.CONTINGENT
                && inference.scenarios().compareTo(BigInteger.valueOf(Integer.MAX_VALUE)) < 0;
        return plain(id, given)
                .status(Optional.of(inference.status()))
                .scenarios(counted ? Optional.of(inference.scenarios().intValue()) : Optional.empty())
                .build();
    }

    private Expectation not(String id, Map<String, String> given) {
        return plain(id, given).expected(false).build();
    }

    private Expectation.ExpectationBuilder plain(String id, Map<String, String> given) {
        return Expectation.of(id).given(new LinkedHashMap<>(given)).asOf(day);
    }

    private static Assessment given(Assessment assessment, Map<String, String> answers) {
        List<Choice> choices = answers.entrySet().stream()
                .map(each -> new Choice(each.getKey(), each.getValue()))
                .toList();
        return choices.isEmpty() ? assessment : assessment.given(choices);
    }

    private static String words(Assessment assessment, Expectation expectation) {
        Assessment there = given(assessment, expectation.given());
        Optional<Inference> found = there.find(expectation.id());
        if (found.isEmpty()) {
            return "not concluded";
        }
        String by = expectation.by().isEmpty()
                ? ""
                : ", by "
                        + String.join(
                                " and ",
                                found.get().rules().stream()
                                        .map(RuleShare::rule)
                                        .toList());
        return found.get().status().word() + ", in " + found.get().scenarios() + " of " + there.scenarios()
                + (there.scenarios().equals(BigInteger.ONE) ? " scenario" : " scenarios") + by;
    }
}
