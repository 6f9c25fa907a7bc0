package org.demarche.check;

import java.util.List;
import org.demarche.source.SourceLocation;

/**
 * Whether an expectation was met.
 *
 * @param name the expectation as a short sentence, without full stop: {@code VAR.quarantine.KES is robust given that
 *     Halcyon escorts nobody (ally-escorts = no)}
 * @param failures what came instead and why, as sentences that follow on the name; empty when it was met
 */
public record ExpectationResult(Expectation expectation, String name, List<String> failures) {

    public ExpectationResult {
        failures = List.copyOf(failures);
    }

    /** Whether it was met. */
    public boolean met() {
        return failures.isEmpty();
    }

    /** Where the expectation stands. */
    public SourceLocation at() {
        return expectation.at();
    }

    /** As it is shown in a line: place, name, and what came instead. */
    @Override
    public String toString() {
        return at() + ": " + name + (met() ? "" : ": not met. " + String.join(" ", failures));
    }
}
