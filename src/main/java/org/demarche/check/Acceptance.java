package org.demarche.check;

import org.demarche.source.SourceLocation;

/**
 * Why no expectation has to notice a change of a rule.
 *
 * @param rule the id of the rule
 * @param mutant the word for what is changed: {@code drop-condition}
 * @param of the condition or test that is changed, as it stands in the rule; {@code ""} for the whole rule
 * @param into what stands there instead; {@code ""} for whatever does
 * @param because the reason, a sentence
 */
public record Acceptance(String rule, String mutant, String of, String into, String because, SourceLocation at) {

    /** Whether it is about this change; white space does not matter. */
    public boolean fits(String changed, String operator, String text, String instead) {
        return rule.equals(changed)
                && mutant.equals(operator)
                && same(of, text)
                && (into.isEmpty() || same(into, instead));
    }

    private static boolean same(String one, String other) {
        return one.replaceAll("\\s+", "").equals(other.replaceAll("\\s+", ""));
    }
}
