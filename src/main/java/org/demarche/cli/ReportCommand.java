package org.demarche.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.demarche.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command whose result is a report. */
@Command(
        headerHeading = "Example:%n",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        abbreviateSynopsis = true,
        sortOptions = false,
        versionProvider = Demarche.Version.class)
abstract class ReportCommand implements Callable<Integer> {

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    OutputOptions output = new OutputOptions();

    /** Told what is being done. */
    Consumer<String> progress = doing -> {};

    /**
     * What came out.
     *
     * @param advice what to do next, for a person; {@code ""} when there is nothing to say
     */
    record Outcome(Report report, ExitCode code, String advice) {

        /** Findings, or none. */
        static Outcome of(Report report, boolean clean) {
            return new Outcome(report, clean ? ExitCode.DONE : ExitCode.FINDINGS, "");
        }
    }

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
        Terminal terminal = root().terminal();
        List<Path> watched = watched(terminal);
        if (watched.isEmpty()) {
            return once(terminal);
        }
        new WatchLoop(watched, terminal, output.quiet).run(() -> attempt(terminal));
        return ExitCode.DONE.number();
    }

    private Demarche root() {
        return (Demarche) Objects.requireNonNull(spec).root().userObject();
    }

    /** What is broken now may be mended by the next save. */
    private void attempt(Terminal terminal) {
        try {
            once(terminal);
        } catch (RuntimeException failure) {
            root().failures().report(failure);
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
        if (!outcome.advice().isEmpty()) {
            output.advise(outcome.advice(), terminal);
        }
        return outcome.code().number();
    }
}
