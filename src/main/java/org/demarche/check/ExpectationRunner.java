package org.demarche.check;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.cases.CaseFile;
import org.demarche.compile.Rulebase;
import org.demarche.inference.LimitReachedException;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.demarche.source.Problems;

/**
 * Checks expectations of a case. The case is assessed once for each day and each set of rules left out, whatever the number of
 * expectations, and never more than needed.
 */
public final class ExpectationRunner {

    private final Rulebase rules;
    private final CaseFile caseFile;
    private final Set<String> leftOut;
    private final Function<Circumstances, Assessment> assess;
    private final Map<Circumstances, Assessment> assessments = new ConcurrentHashMap<>();

    private ExpectationRunner(
            Rulebase rules, CaseFile caseFile, Collection<String> leftOut, Function<Circumstances, Assessment> assess) {
        this.rules = rules;
        this.caseFile = caseFile;
        this.leftOut = Collections.unmodifiableSet(new TreeSet<>(leftOut));
        this.assess = assess;
    }

    /** Checks expectations of this case by the rules that it uses. */
    public static ExpectationRunner of(Reasoner reasoner, CaseFile caseFile) {
        return of(
                reasoner.rulebase(),
                caseFile,
                looked -> reasoner.without(looked.without().toArray(String[]::new))
                        .assess(looked.caseOf(caseFile)));
    }

    /**
     * Checks expectations of this case by assessments that are made elsewhere.
     *
     * @param rules all rules
     */
    public static ExpectationRunner of(Rulebase rules, CaseFile caseFile, Function<Circumstances, Assessment> assess) {
        return new ExpectationRunner(rules, caseFile, Set.of(), assess);
    }

    /** The same with some rules left out, to see which expectations notice. */
    public ExpectationRunner without(String... rules) {
        Set<String> all = new TreeSet<>(leftOut);
        all.addAll(Arrays.asList(rules));
        return new ExpectationRunner(this.rules, caseFile, all, assess);
    }

    /**
     * What the expectations name and neither case, vocabulary nor rules know, as errors, and expectations that cannot fail, as
     * warnings; sorted by place.
     */
    public List<Problem> check(Collection<Expectation> expectations) {
        List<Problem> missing = rules.missing(caseFile);
        // Without the rules that the case asks for, whatever is expected would be unknown.
        return missing.isEmpty() ? new ExpectationCheck(caseFile, rules).check(expectations) : missing;
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
    public ExpectationResult result(Expectation expectation) {
        Assessment assessment = assessment(expectation);
        return new ExpectationResult(
                expectation, ExpectationName.of(expectation, caseFile), Shortfall.of(expectation, assessment, rules));
    }

    /** Whether an assessment of its circumstances meets an expectation. */
    public static boolean met(Expectation expectation, Assessment assessment) {
        return Shortfall.none(expectation, assessment);
    }

    /** What an expectation looks at, before its answers are given. */
    public Assessment assessment(Expectation expectation) {
        return assessments.computeIfAbsent(Circumstances.of(expectation).without(leftOut), assess);
    }
}
