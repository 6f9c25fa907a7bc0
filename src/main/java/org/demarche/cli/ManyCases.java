package org.demarche.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.cli.Failures.Failure;
import org.demarche.cli.ReportCommand.Outcome;
import org.demarche.report.CaseResult;
import org.demarche.report.Reports;

/**
 * Several cases by one command: each for itself, as if it were the only one, and as many at once as there are processors. One that fails is
 * told of, and the others go on.
 */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class ManyCases {

    private final List<Path> cases;
    private final OutputOptions output;
    private final Terminal terminal;
    private final Failures failures;

    /** What is done with a case. Called from many threads. */
    interface One {
        /** @param progress told what is being done */
        Outcome of(Path facts, Consumer<String> progress);
    }

    private record Ended(ExitCode code, CaseResult result) {}

    /**
     * All of them, in the order in which they are named.
     *
     * @param time how long each may take
     * @param progress told how many are done
     */
    Outcome outcome(One one, Optional<Duration> time, Consumer<String> progress) {
        AtomicInteger done = new AtomicInteger();
        List<Ended> all = cases.parallelStream()
                .map(facts -> {
                    Ended ended = ended(facts, one, time);
                    progress.accept(done.incrementAndGet() + " of " + cases.size() + " cases assessed");
                    return ended;
                })
                .toList();
        List<CaseResult> results = all.stream().map(Ended::result).toList();
        ExitCode first = all.stream()
                .map(Ended::code)
                .filter(code -> code != ExitCode.DONE)
                .findFirst()
                .orElse(ExitCode.DONE);
        return new Outcome(Reports.cases(results), first, "", page -> Reports.withoutResult(results, page));
    }

    private Ended ended(Path facts, One one, Optional<Duration> time) {
        try {
            return new Deadline(time, doing -> {}).within(progress -> {
                Outcome outcome = one.of(facts, progress);
                ExitCode code = outcome.code();
                return new Ended(code, CaseResult.of(facts, code.number(), output.form(outcome.report(), terminal)));
            });
        } catch (RuntimeException | Error failed) {
            Failure failure = failures.failure(failed);
            return new Ended(
                    failure.code(), CaseResult.failed(facts, failure.code().number(), failure.report()));
        }
    }
}
