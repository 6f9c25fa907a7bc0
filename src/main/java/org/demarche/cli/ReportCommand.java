package org.demarche.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.demarche.report.Page;
import org.demarche.report.Report;

/** A command whose result is a report. */
abstract class ReportCommand extends Command {

    final OutputOptions output = new OutputOptions();

    /** Told what is being done. */
    Consumer<String> progress = doing -> {};

    /**
     * What came out.
     *
     * @param advice what to do next, for a person; {@code ""} when there is nothing to say
     * @param failures what has no result and why, for the error stream; {@code ""} when there is nothing to say
     */
    record Outcome(Report report, ExitCode code, String advice, Function<Page, String> failures) {

        Outcome(Report report, ExitCode code, String advice) {
            this(report, code, advice, page -> "");
        }

        /** Findings, or none. */
        static Outcome of(Report report, boolean clean) {
            return new Outcome(report, clean ? ExitCode.DONE : ExitCode.FINDINGS, "");
        }
    }

    @Override
    final void describe(Usage usage) {
        output.describe(usage);
        usage(usage);
    }

    /** Says how it is written, and what help tells of it, besides what is the same for all of these. */
    abstract void usage(Usage usage);

    /** Does the work. */
    abstract Outcome outcome(Terminal terminal);

    /** What is being done, for when it takes long. */
    abstract String doing();

    /** The files that it looks at, where it does it again when they are saved; empty where it does it once. */
    List<Path> watched(Terminal terminal) {
        return List.of();
    }

    /** How long all of it may take. */
    Optional<Duration> time() {
        return Optional.empty();
    }

    private record Made(Outcome outcome, String result) {}

    private Made made(Consumer<String> said, Terminal terminal) {
        progress = said;
        Outcome outcome = outcome(terminal);
        return new Made(outcome, output.form(outcome.report(), terminal));
    }

    @Override
    public final Integer call() {
        Terminal terminal = demarche().terminal();
        List<Path> watched = watched(terminal);
        if (watched.isEmpty()) {
            return once(terminal);
        }
        new WatchLoop(watched, terminal, output.quiet).run(() -> attempt(terminal));
        return ExitCode.DONE.number();
    }

    /** What is broken now may be mended by the next save. */
    private void attempt(Terminal terminal) {
        try {
            once(terminal);
        } catch (RuntimeException failure) {
            demarche().failures().report(failure);
        }
    }

    private int once(Terminal terminal) {
        Outcome outcome;
        String result;
        try (Progress shown = Progress.of(doing(), output, terminal)) {
            Made made = new Deadline(time(), shown::say).within(said -> made(said, terminal));
            outcome = made.outcome();
            result = made.result();
        }
        output.write(result, terminal);
        demarche().failures().say(outcome.failures());
        if (!outcome.advice().isEmpty()) {
            output.advise(outcome.advice(), terminal);
        }
        return outcome.code().number();
    }
}
