package org.demarche.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.demarche.check.Checks;
import org.demarche.cli.OutputOptions.Format;
import org.demarche.lint.CheckPage;
import org.demarche.report.Reports;
import org.demarche.source.Severity;
import org.demarche.source.Suggestion;
import org.jspecify.annotations.Nullable;

/** What is wrong with rules and cases. */
final class CheckCommand extends ReportCommand {

    private final Paths paths = new Paths();
    private final RuleOptions rules = new RuleOptions();
    private Severity failLevel = Severity.ERROR;
    private @Nullable String explained;
    private final WatchOption watch = new WatchOption();

    @Override
    void usage(Usage usage) {
        usage.examples(
                "  demarche check",
                "  demarche check facts/kestrel-strait",
                "  demarche check rules facts --fail-level warning",
                "  demarche check --explain dead-rule");
        usage.description(
                "Finds everything that keeps rules, cases and expectations from being used, and what is doubtful in them though "
                        + "they can be used, all at once, with file and line.",
                "",
                "An error keeps files from being used. A warning says that something probably does not do what was meant: a rule "
                        + "that never concludes anything, or nothing that another does not. A note is for somebody to know; -q "
                        + "leaves notes out, -v shows each in full. A rule has warnings suppressed by "
                        + "`@suppress( \"check: why it is right here\" )`.");
        paths.describe(usage);
        rules.describe(usage);
        usage.choice(
                "--fail-level error|warning|note",
                List.of("error", "warning", "note"),
                new Converters.Level(),
                "From which severity on it ends with 4; error unless said otherwise. Errors end with 3 in any case.",
                given -> failLevel = given);
        usage.text(
                "--explain CHECK",
                "Shows what a check finds, why that matters and what to do, and checks nothing.",
                given -> explained = given);
        watch.describe(usage);
        output.moreForms(
                usage,
                "`sarif` is read by code scanners, `github` shows problems beside the lines of a change.",
                Format.text,
                Format.json,
                Format.sarif,
                Format.github);
    }

    @Override
    List<Path> watched(Terminal terminal) {
        return watch.on ? rules.watched(paths.local(terminal), terminal) : List.of();
    }

    @Override
    Outcome outcome(Terminal terminal) {
        if (explained != null) {
            return new Outcome(Reports.page(page(explained)), ExitCode.DONE, "");
        }
        List<Path> looked = paths.local(terminal);
        Checks checks = Checks.run(looked, rules.roots(looked.get(0), terminal), rules.safety(), rules.classes());
        return new Outcome(Reports.check(checks, !output.quiet), code(checks), "");
    }

    private ExitCode code(Checks checks) {
        if (!checks.clean()) {
            return ExitCode.NOT_LOADED;
        }
        return checks.reach(failLevel) ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private static CheckPage page(String id) {
        return CheckPage.of(id)
                .orElseThrow(() -> RefusedException.usage(
                        "There is no check `" + id + "`.",
                        Optional.of(Suggestion.hint(id, CheckPage.ids()))
                                .filter(hint -> !hint.isEmpty())
                                .orElse("What is found ends with the check's id in brackets.")));
    }

    @Override
    String doing() {
        return "checking";
    }
}
