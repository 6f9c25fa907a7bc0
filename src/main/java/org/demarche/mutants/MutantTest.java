package org.demarche.mutants;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.demarche.Reasoner;
import org.demarche.Variants;
import org.demarche.cases.CaseFile;
import org.demarche.check.Acceptance;
import org.demarche.check.Expectation;
import org.demarche.compile.Rulebase;
import org.demarche.inference.LimitReachedException;
import org.demarche.inference.Limits;
import org.demarche.mutants.MutantResult.Fate;
import org.demarche.rules.RuleCard;
import org.demarche.source.LoadException;

/** Changes rules one by one and sees whether the expectations of some cases, which are met, notice. */
public final class MutantTest {

    private final List<Mutant> mutants;
    private final List<Trial> trials;
    private final Collection<Acceptance> acceptances;
    private final Consumer<String> progress;
    private final AtomicInteger tried = new AtomicInteger();

    private MutantTest(
            List<Mutant> mutants, List<Trial> trials, Collection<Acceptance> acceptances, Consumer<String> progress) {
        this.mutants = mutants;
        this.trials = trials;
        this.acceptances = acceptances;
        this.progress = progress;
    }

    /**
     * Tries all mutants of all rules that some of the cases use.
     *
     * @param progress told what is being done, in words that go on after "while"
     * @return one result for each mutant, in the order of the rules' ids and of what stands in each
     */
    public static List<MutantResult> run(
            Reasoner reasoner, List<Subject> subjects, Collection<Acceptance> acceptances, Consumer<String> progress) {
        progress.accept("putting together the rules with everything that may be changed in them");
        List<Mutant> all = mutants(
                reasoner.rulebase(), subjects.stream().map(Subject::caseFile).toList());
        Map<Integer, RuleCard> cards = new TreeMap<>();
        all.forEach(mutant -> mutant.card().ifPresent(card -> cards.put(mutant.number(), card)));
        Variants variants = Variants.of(reasoner, cards);
        List<Trial> trials = subjects.stream()
                .map(subject -> new Trial(subject, variants, Limits.DEFAULT))
                .toList();
        return new MutantTest(all, trials, acceptances, progress).run();
    }

    /** All mutants of the rules that some of the cases use; numbered. */
    public static List<Mutant> mutants(Rulebase rules, List<CaseFile> cases) {
        List<Mutant> mutants = new ArrayList<>();
        for (RuleCard card : rules.cards().values()) {
            List<CaseFile> using = cases.stream()
                    .filter(file -> file.rules().isEmpty() || file.rules().contains(card.group()))
                    .toList();
            if (!using.isEmpty()) {
                mutants.addAll(Mutations.of(card, neighbours(rules, using), mutants.size()));
            }
        }
        return mutants;
    }

    private static Neighbours neighbours(Rulebase rules, List<CaseFile> cases) {
        boolean all = cases.stream().anyMatch(file -> file.rules().isEmpty());
        Set<String> groups =
                cases.stream().flatMap(file -> file.rules().stream()).collect(Collectors.toSet());
        return new Neighbours((all ? rules : rules.in(groups)).cards().values(), cases);
    }

    private List<MutantResult> run() {
        return mutants.parallelStream().map(this::result).toList();
    }

    private MutantResult result(Mutant mutant) {
        MutantResult result = noticed(mutant).orElseGet(() -> unnoticed(mutant));
        progress.accept("trying changed rules, " + tried.incrementAndGet() + " of " + mutants.size());
        return result;
    }

    private Optional<MutantResult> noticed(Mutant mutant) {
        for (Trial trial : trials) {
            try {
                Optional<Expectation> unmet = trial.uses(mutant) ? trial.unmet(mutant) : Optional.empty();
                if (unmet.isPresent()) {
                    return Optional.of(new MutantResult(
                            mutant,
                            Fate.KILLED,
                            unmet.get().id(),
                            Optional.of(unmet.get().at()),
                            Optional.empty(),
                            Optional.empty()));
                }
            } catch (LoadException | LimitReachedException stopped) {
                return Optional.of(new MutantResult(
                        mutant,
                        Fate.KILLED,
                        "The case cannot be assessed with it.",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
            }
        }
        return Optional.empty();
    }

    private MutantResult unnoticed(Mutant mutant) {
        Optional<Missing> missing = trials.stream()
                .filter(trial -> trial.uses(mutant))
                .flatMap(trial -> trial.missing(mutant).stream())
                .findFirst();
        Optional<Acceptance> accepted = acceptances.stream()
                .filter(each -> each.fits(mutant.rule(), mutant.operator().word(), mutant.text(), mutant.into()))
                .findFirst();
        Fate fate = missing.isEmpty() ? Fate.EQUIVALENT : accepted.isPresent() ? Fate.ACCEPTED : Fate.SURVIVED;
        return new MutantResult(mutant, fate, "", Optional.empty(), missing, accepted);
    }
}
