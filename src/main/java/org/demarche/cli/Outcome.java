package org.demarche.cli;

import java.util.List;
import org.demarche.report.Report;

/**
 * What a command came to.
 *
 * @param remarks sentences for people, beside the result
 */
record Outcome(Report report, ExitCode exit, List<String> remarks) {

    static Outcome done(Report report) {
        return new Outcome(report, ExitCode.DONE, List.of());
    }
}
