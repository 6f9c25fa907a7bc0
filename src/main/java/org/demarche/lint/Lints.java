package org.demarche.lint;

import java.util.ArrayList;
import java.util.List;
import org.demarche.Assessment;
import org.demarche.compile.Rulebase;
import org.demarche.source.Problem;

/** Looks for everything that is doubtful. */
public final class Lints {

    private static final List<Lint> OF_RULES =
            List.of(new MissingMetadata(), new UnusedVariables(), new Redundancy(), new Loops());

    private static final List<Lint> OF_CASES = List.of(new UnreadFacts(), new ExclusiveConclusions());

    /** What nobody says or uses is only known when everybody was asked. */
    private static final List<Lint> OF_ALL_CASES = List.of(new DeadRules(), new NeverMatchedTerms(), new UnusedTerms());

    private Lints() {}

    /**
     * What is doubtful in rules and cases that can be used.
     *
     * @param cases the cases that could be assessed, each on its own day first
     * @param complete whether these are all that were to be looked at
     * @param warnings what was found when the rules were loaded: rules may suppress some of it too
     */
    public static Findings find(Rulebase rulebase, List<Assessment> cases, boolean complete, List<Problem> warnings) {
        Examined examined = Examined.of(rulebase, cases);
        boolean all = complete && !cases.isEmpty();
        List<Problem> found = new ArrayList<>(warnings);
        OF_RULES.forEach(lint -> found.addAll(lint.find(examined)));
        OF_CASES.forEach(lint -> found.addAll(lint.find(examined)));
        if (all) {
            OF_ALL_CASES.forEach(lint -> found.addAll(lint.find(examined)));
        }
        return new Suppressions(examined.rules()).from(found, all);
    }
}
