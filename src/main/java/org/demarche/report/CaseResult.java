package org.demarche.report;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What came out of one of several cases.
 *
 * @param facts where the case was read from, as it was named
 * @param exit what a command about this case alone would end with
 * @param written its report, in the form of the whole: there may be more cases than assessments fit into memory; {@code ""} where there is none
 * @param failure why there is none
 */
public record CaseResult(Path facts, int exit, String written, Optional<Report> failure) {

    public static CaseResult of(Path facts, int exit, String written) {
        return new CaseResult(facts, exit, written, Optional.empty());
    }

    public static CaseResult failed(Path facts, int exit, Report failure) {
        return new CaseResult(facts, exit, "", Optional.of(failure));
    }
}
