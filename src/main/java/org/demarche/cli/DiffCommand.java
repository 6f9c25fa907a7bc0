package org.demarche.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.demarche.Assessment;
import org.demarche.cases.CaseFile;
import org.demarche.report.Compared;
import org.demarche.report.Reports;
import org.demarche.source.Problems;
import org.jspecify.annotations.Nullable;

/** How two assessments differ, and on what. */
final class DiffCommand extends ReportCommand {

    private Path facts = Path.of("");
    private @Nullable Path other;
    private final CaseOptions options = new CaseOptions();
    private final OtherOptions others = new OtherOptions();

    @Override
    void usage(Usage usage) {
        usage.examples(
                "  demarche diff facts/kim-beijing-2018 --as-of 2018-03-25 --other-as-of 2018-03-28",
                "  demarche diff facts/kestrel-strait --other-rules my-rules",
                "  demarche diff facts/kim-beijing-2018 facts/taiwan-strait-1958");
        usage.description(
                "Shows what the second assessment has gained, lost or changed against the first, and for each change the "
                        + "first thing on which they differ: a statement, a rule, an answer, a likelihood. The two may be of "
                        + "different cases, days, rules and answers. Ends with 0 when both were assessed, whether they differ "
                        + "or not.");
        usage.path("FACTS", "The first case: its folder or its file.", given -> facts = given);
        usage.path("[OTHER]", "The second case; without it, the first one again.", given -> other = given);
        options.describe(usage);
        others.describe(usage);
    }

    @Override
    Outcome outcome(Terminal terminal) {
        Path second = other == null ? facts : other;
        if (others.sameAs(options) && same(facts, second)) {
            throw RefusedException.usage(
                    "The two assessments do not differ in anything.",
                    "Say what the second has otherwise: another case, or `--other-as-of DATE`, `--other-rules DIR` or"
                            + " `--other-answer Q=A`.");
        }
        Problems problems = new Problems();
        Optional<LoadedCase> before =
                LoadedCase.attempt(() -> LoadedCase.load(facts, options.rules, terminal), problems);
        progress.accept("reading " + second);
        Optional<LoadedCase> after =
                LoadedCase.attempt(() -> LoadedCase.load(second, others.rules(options), terminal), problems);
        problems.throwIfErrors();
        return new Outcome(
                Reports.diff(first(before.orElseThrow()), second(after.orElseThrow(), second)), ExitCode.DONE, "");
    }

    private Compared first(LoadedCase loaded) {
        progress.accept(doing());
        return compared(
                loaded,
                () -> options.assess(loaded, Optional.ofNullable(options.asOf), options.answers, progress),
                "first");
    }

    private Compared second(LoadedCase loaded, Path second) {
        progress.accept("assessing " + second);
        Optional<LocalDate> day = others.day(options);
        CaseFile file = day.map(loaded.caseFile()::asOf).orElse(loaded.caseFile());
        return compared(loaded, () -> options.assess(loaded, day, others.answers(options, file), progress), "second");
    }

    private static Compared compared(LoadedCase loaded, Supplier<Assessment> assess, String which) {
        try {
            return new Compared(
                    assess.get(),
                    loaded.rules().stream()
                            .map(each -> each.toString().replace('\\', '/'))
                            .toList());
        } catch (RefusedException refused) {
            List<String> sentences = new ArrayList<>(refused.sentences());
            sentences.add(0, "Of the two assessments the " + which + " has no result.");
            throw new RefusedException(refused.code(), sentences);
        }
    }

    private static boolean same(Path one, Path two) {
        try {
            return Files.isSameFile(one, two);
        } catch (IOException missing) {
            // What is not there is told when it is read.
            return one.equals(two);
        }
    }

    @Override
    Optional<Duration> time() {
        return options.time();
    }

    @Override
    String doing() {
        return "assessing " + facts;
    }
}
