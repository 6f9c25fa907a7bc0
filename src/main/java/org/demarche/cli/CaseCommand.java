package org.demarche.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.demarche.Assessment;
import org.demarche.report.Report;

/** A command that reports on one case, assessed as its options say. */
abstract class CaseCommand extends ReportCommand {

    private Path facts = Path.of("");
    private final CaseOptions options = new CaseOptions();

    @Override
    final void usage(Usage usage) {
        about(usage);
        usage.path("FACTS", "A case: its folder or its file.", given -> facts = given);
        options.describe(usage);
    }

    /** Says what help tells of it, and what it can be given besides a case and how that is assessed. */
    abstract void about(Usage usage);

    abstract Report report(Assessment assessment);

    /** Whether there is nothing to report where no scenario is possible on the day of the case. */
    boolean needsScenario() {
        return true;
    }

    @Override
    final Outcome outcome(Terminal terminal) {
        Assessment assessment = needsScenario()
                ? options.assess(facts, terminal, progress)
                : options.assessAnyway(facts, terminal, progress);
        return new Outcome(report(assessment), ExitCode.DONE, "");
    }

    @Override
    final Optional<Duration> time() {
        return options.time();
    }

    @Override
    String doing() {
        return "assessing " + facts;
    }
}
