package org.demarche.mutants;

import java.nio.file.Path;
import org.demarche.check.Expectation;

/**
 * An expectation that would notice a change of a rule, and that nobody has written.
 *
 * @param file where it would stand
 * @param expectation met by the rules as they are, and not by the changed ones
 * @param before what the rules conclude, in a few words: {@code contingent, in 32 of 96 scenarios}
 * @param after what the changed ones conclude
 */
public record Missing(Path file, Expectation expectation, String before, String after) {}
