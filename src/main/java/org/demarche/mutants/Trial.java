package org.demarche.mutants;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.Timeline;
import org.demarche.Variants;
import org.demarche.check.Circumstances;
import org.demarche.check.Expectation;
import org.demarche.check.ExpectationRunner;
import org.demarche.compile.Rulebase;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.Limits;
import org.demarche.model.Fact;
import org.demarche.source.LoadException;

/** Tries mutants on one case. Safe for many threads. */
final class Trial {

    private final Subject subject;
    private final Variants variants;
    private final Limits limits;
    private final Map<Circumstances, List<Expectation>> expectations;
    private final Map<Circumstances, Variants.Fired> fired = new ConcurrentHashMap<>();
    private final Map<Circumstances, Assessment> unchanged = new ConcurrentHashMap<>();

    Trial(Subject subject, Variants variants, Limits limits) {
        this.subject = subject;
        this.variants = variants;
        this.limits = limits;
        this.expectations = grouped(subject.expectations());
    }

    /** Those of the case's own day and all rules come first: most changes are noticed there. */
    private static Map<Circumstances, List<Expectation>> grouped(Collection<Expectation> expectations) {
        Map<Circumstances, List<Expectation>> grouped = new TreeMap<>(Comparator.comparing(
                        (Circumstances looked) -> looked.without().size())
                .thenComparing(looked -> looked.asOf().map(LocalDate::toString).orElse(""))
                .thenComparing(looked -> looked.without().toString())
                .thenComparing(looked -> looked.drop() + " " + looked.add()));
        expectations.forEach(each -> grouped.computeIfAbsent(Circumstances.of(each), any -> new ArrayList<>())
                .add(each));
        return grouped;
    }

    Subject subject() {
        return subject;
    }

    /** Whether the case uses the rule at all. */
    boolean uses(Mutant mutant) {
        return variants.rulebase().in(groups()).isActive(mutant.rule());
    }

    private Collection<String> groups() {
        List<String> asked = subject.caseFile().rules();
        return asked.isEmpty() ? variants.rulebase().groups() : asked;
    }

    /** The first expectation that a mutant does not meet. */
    Optional<Expectation> unmet(Mutant mutant) {
        for (Circumstances looked : mostLikelyFirst(mutant)) {
            Optional<Assessment> changed = changed(looked, mutant);
            Optional<Expectation> unmet = changed.flatMap(assessment -> expected(looked).stream()
                    .filter(expectation -> !ExpectationRunner.met(expectation, assessment))
                    .findFirst());
            if (unmet.isPresent()) {
                return unmet;
            }
        }
        return Optional.empty();
    }

    private List<Expectation> expected(Circumstances looked) {
        return expectations.getOrDefault(looked, List.of());
    }

    /** Where something is expected that the changed rule concludes, and then all others. */
    private List<Circumstances> mostLikelyFirst(Mutant mutant) {
        DerivationGraph graph =
                unchanged(Circumstances.on(Optional.empty())).worlds().graph();
        Set<String> concluded = graph.derivations().stream()
                .filter(each -> each.rule().equals(mutant.rule()))
                .flatMap(each -> graph.fact(each.head()).stream())
                .map(Fact::id)
                .collect(Collectors.toSet());
        return expectations.keySet().stream()
                .sorted(Comparator.comparing(
                        looked -> expected(looked).stream().noneMatch(each -> concluded.contains(each.id()))))
                .toList();
    }

    /** An expectation that would notice a mutant, on the first day on which there is one. */
    Optional<Missing> missing(Mutant mutant) {
        return days().flatMap(day -> missing(mutant, day).stream()).findFirst();
    }

    private Optional<Missing> missing(Mutant mutant, Optional<LocalDate> day) {
        Circumstances looked = Circumstances.on(day);
        try {
            return changed(looked, mutant)
                    .flatMap(changed -> new Difference(unchanged(looked), changed, day, mutant.rule()).expectation())
                    .map(found -> new Missing(subject.file(), found.expectation(), found.before(), found.after()));
        } catch (LoadException notAssessed) {
            // On a day on which nobody looks; whoever did would be told.
            return Optional.empty();
        }
    }

    /** The days on which something could be expected: the case's own, those of expectations, and all others. */
    private Stream<Optional<LocalDate>> days() {
        Stream<Optional<LocalDate>> expected =
                expectations.keySet().stream().map(Circumstances::asOf).distinct();
        Stream<Optional<LocalDate>> others =
                Timeline.days(subject.caseFile()).stream().map(Optional::of);
        return Stream.of(Stream.of(Optional.<LocalDate>empty()), expected, others)
                .flatMap(each -> each)
                .distinct();
    }

    /** What a mutant concludes; empty when everything that fires is as before. */
    private Optional<Assessment> changed(Circumstances looked, Mutant mutant) {
        if (looked.without().contains(mutant.rule())) {
            return Optional.empty();
        }
        return fired(looked).assess(chosen(mutant).without(looked.without()), unchanged(looked));
    }

    private Rulebase chosen(Mutant mutant) {
        return mutant.card().isEmpty()
                ? variants.rulebase().without(List.of(mutant.rule()))
                : variants.rulebase().with(mutant.rule(), mutant.number());
    }

    private Assessment unchanged(Circumstances looked) {
        return unchanged.computeIfAbsent(
                looked, any -> fired(looked).assess(variants.rulebase().without(looked.without())));
    }

    private Variants.Fired fired(Circumstances looked) {
        if (looked.add().isEmpty() && !looked.drop().isEmpty()) {
            return fired(Circumstances.on(looked.asOf())).on(looked.caseOf(subject.caseFile()));
        }
        return fired.computeIfAbsent(
                looked.withAllRules(), all -> variants.fire(all.caseOf(subject.caseFile()), limits, doing -> {}));
    }
}
