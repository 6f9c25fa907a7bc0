package org.demarche.check;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.cases.CaseFile;
import org.demarche.inference.LimitReachedException;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.demarche.source.Problems;

/**
 * Checks expectations of a case. The case is assessed once for each day and each set of rules left out, whatever the number of
 * expectations, and never more than needed.
 */
public final class ExpectationRunner {

    private record Circumstances(Optional<LocalDate> asOf, Set<String> without) {}

    private final Reasoner reasoner;
    private final CaseFile caseFile;
    private final Set<String> leftOut;
    private final Map<Circumstances, Assessment> assessments = new ConcurrentHashMap<>();

    private ExpectationRunner(Reasoner reasoner, CaseFile caseFile, Collection<String> leftOut) {
        this.reasoner = reasoner;
        this.caseFile = caseFile;
        this.leftOut = Collections.unmodifiableSet(new TreeSet<>(leftOut));
    }

    /** Checks expectations of this case by the rules that it uses. */
    public static ExpectationRunner of(Reasoner reasoner, CaseFile caseFile) {
        return new ExpectationRunner(reasoner, caseFile, Set.of());
    }

    /** The same with some rules left out, to see which expectations notice. */
    public ExpectationRunner without(String... rules) {
        Set<String> all = new TreeSet<>(leftOut);
        all.addAll(Arrays.asList(rules));
        return new ExpectationRunner(reasoner, caseFile, all);
    }

    /**
     * What the expectations name and neither case, vocabulary nor rules know, as errors, and expectations that cannot fail, as
     * warnings; sorted by place.
     */
    public List<Problem> check(Collection<Expectation> expectations) {
        return new ExpectationCheck(caseFile, reasoner).check(expectations);
    }

    /**
     * The results in the order of the expectations.
     *
     * @throws LoadException when {@link #check} finds errors, or the case cannot be assessed with the rules
     * @throws LimitReachedException when reasoning stops at a limit
     */
    public List<ExpectationResult> run(Collection<Expectation> expectations) {
        Problems problems = new Problems();
        problems.addAll(check(expectations));
        problems.throwIfErrors();
        return expectations.stream().map(this::result).toList();
    }

    /** The result of an expectation whose names have been checked. */
    ExpectationResult result(Expectation expectation) {
        Assessment assessment = assessment(expectation);
        return new ExpectationResult(
                expectation,
                ExpectationName.of(expectation, caseFile),
                Shortfall.of(expectation, assessment, reasoner.rulebase()));
    }

    private Assessment assessment(Expectation expectation) {
        Set<String> without = new TreeSet<>(leftOut);
        without.addAll(expectation.without());
        return assessments.computeIfAbsent(new Circumstances(expectation.asOf(), without), this::assess);
    }

    private Assessment assess(Circumstances circumstances) {
        CaseFile looked = circumstances.asOf().map(caseFile::asOf).orElse(caseFile);
        return reasoner.without(circumstances.without().toArray(String[]::new)).assess(looked);
    }
}
