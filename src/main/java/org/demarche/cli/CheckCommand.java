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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is wrong with rules and cases. */
@Command(
        name = "check",
        header = {
            "  demarche check",
            "  demarche check facts/kestrel-strait",
            "  demarche check rules facts --fail-level warning",
            "  demarche check --explain dead-rule"
        },
        description = {
            "Finds everything that keeps rules, cases and expectations from being used, and what is doubtful in them though "
                    + "they can be used, all at once, with file and line.",
            "",
            "An error keeps files from being used. A warning says that something probably does not do what was meant: a rule "
                    + "that never concludes anything, or nothing that another does not. A note is for somebody to know; -q "
                    + "leaves notes out, -v shows each in full. A rule has warnings suppressed by "
                    + "`@suppress( \"check: why it is right here\" )`."
        },
        modelTransformer = CheckCommand.MoreFormats.class)
final class CheckCommand extends ReportCommand {

    @Mixin
    Paths paths = new Paths();

    @Mixin
    RuleOptions rules = new RuleOptions();

    @Option(
            names = "--fail-level",
            paramLabel = "error|warning|note",
            converter = Converters.Level.class,
            description =
                    "From which severity on it ends with 4; error unless said otherwise. Errors end with 3 in any case.")
    Severity failLevel = Severity.ERROR;

    @Option(
            names = "--explain",
            paramLabel = "CHECK",
            description = "Shows what a check finds, why that matters and what to do, and checks nothing.")
    @Nullable
    String explained;

    @Mixin
    WatchOption watch = new WatchOption();

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

    /** Problems have more forms than other results have. */
    static final class MoreFormats extends Formats {

        MoreFormats() {
            super(
                    List.of(Format.text, Format.json, Format.sarif, Format.github),
                    "`sarif` is read by code scanners, `github` shows problems beside the lines of a change.");
        }
    }
}
