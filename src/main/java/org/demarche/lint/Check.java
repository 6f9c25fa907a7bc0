package org.demarche.lint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.demarche.source.Problem;
import org.demarche.source.Severity;
import org.demarche.source.SourceLocation;

/** What is looked for in rules and cases that can be used but may not say what was meant; each has a page under {@code docs/checks}. */
public enum Check {
    DEAD_RULE("dead-rule", Severity.WARNING, Needs.CASES),
    NEVER_MATCHED_TERM("never-matched-term", Severity.WARNING, Needs.CASES),
    EXCLUSIVE_CONCLUSIONS("exclusive-conclusions", Severity.WARNING, Needs.CASES),
    DUPLICATE_RULE("duplicate-rule", Severity.WARNING, Needs.RULES),
    SUBSUMED_RULE("subsumed-rule", Severity.WARNING, Needs.RULES),
    OPPOSITE_CONCLUSIONS("opposite-conclusions", Severity.WARNING, Needs.RULES),
    SELF_DEFEATING_RULE("self-defeating-rule", Severity.WARNING, Needs.RULES),
    LOOP_THROUGH_NEGATION("loop-through-negation", Severity.WARNING, Needs.RULES),
    UNUSED_VARIABLE("unused-variable", Severity.WARNING, Needs.RULES),
    MISSING_TITLE("missing-title", Severity.NOTE, Needs.RULES),
    MISSING_SAYS("missing-says", Severity.WARNING, Needs.RULES),
    MISSING_SOURCE("missing-source", Severity.WARNING, Needs.RULES),
    LIKELIHOOD_WITHOUT_SOURCE("likelihood-without-source", Severity.WARNING, Needs.RULES),
    SALIENCE_IGNORED("salience-ignored", Severity.WARNING, Needs.RULES),
    UNREAD_FACT("unread-fact", Severity.NOTE, Needs.NO_RULE),
    IDLE_QUESTION("idle-question", Severity.NOTE, Needs.NO_RULE),
    UNUSED_TERM("unused-term", Severity.NOTE, Needs.NO_RULE),
    UNKNOWN_CHECK("unknown-check", Severity.ERROR, Needs.NO_RULE),
    SUPPRESSION_WITHOUT_REASON("suppression-without-reason", Severity.WARNING, Needs.NO_RULE),
    NEEDLESS_SUPPRESSION("needless-suppression", Severity.NOTE, Needs.NO_RULE);

    private enum Needs {
        /** Found in a rule by looking at rules only. */
        RULES,
        /** Found in a rule by looking at every case. */
        CASES,
        /** Not found in a rule, or nothing that a rule may suppress. */
        NO_RULE
    }

    private final String id;
    private final Severity severity;
    private final Needs needs;

    Check(String id, Severity severity, Needs needs) {
        this.id = id;
        this.severity = severity;
        this.needs = needs;
    }

    /** The stable kebab-case id. */
    public String id() {
        return id;
    }

    public Severity severity() {
        return severity;
    }

    /** The check with this id; empty for ids of problems that keep files from loading. */
    public static Optional<Check> named(String id) {
        return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
    }

    /** The ids that a rule may suppress, sorted. */
    static List<String> suppressible() {
        return Arrays.stream(values())
                .filter(each -> each.needs != Needs.NO_RULE)
                .map(Check::id)
                .sorted()
                .toList();
    }

    boolean needsCases() {
        return needs == Needs.CASES;
    }

    Problem at(SourceLocation place, String message) {
        return new Problem(severity, id, place, message, "", "");
    }
}
