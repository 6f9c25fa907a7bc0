package org.demarche.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.demarche.cli.OutputOptions.Format;
import org.demarche.report.Reports;
import org.demarche.report.TestRun;

/** Whether what is expected comes out, and whether enough is expected. */
final class TestCommand extends ReportCommand {

    private final Paths paths = new Paths();
    private final RuleOptions rules = new RuleOptions();
    private final TestOptions options = new TestOptions();
    private final WatchOption watch = new WatchOption();

    @Override
    void usage(Usage usage) {
        usage.examples(
                "  demarche test",
                "  demarche test facts/kestrel-strait --coverage --mutants",
                "  demarche test --min-rule-coverage 100 --format junit -o expectations.xml");
        usage.description(
                "Checks the expectations in `*.expect.yaml` files. Shows those that are not met, what came instead and why; "
                        + "with -v all of them.",
                "%nWith `--coverage` and `--mutants` it also shows what they would not notice.");
        paths.describe(usage);
        rules.describe(usage);
        options.describe(usage);
        watch.describe(usage);
        output.moreForms(
                usage,
                "`junit` (XML) and `tap` are read by what runs tests.",
                Format.text,
                Format.json,
                Format.junit,
                Format.tap);
    }

    @Override
    List<Path> watched(Terminal terminal) {
        return watch.on ? rules.watched(paths.local(terminal), terminal) : List.of();
    }

    @Override
    Outcome outcome(Terminal terminal) {
        List<Path> looked = paths.local(terminal);
        List<Path> roots = rules.roots(looked.get(0), terminal);
        if (options.update) {
            return update(looked, roots, terminal);
        }
        TestRun run = new Expectations(rules, terminal, progress).run(looked, roots, options);
        return Outcome.of(Reports.test(run), run.clean());
    }

    private Outcome update(List<Path> looked, List<Path> roots, Terminal terminal) {
        if (output.file != null && Files.exists(output.file)) {
            throw RefusedException.usage(
                    "The file `" + output.file
                            + "` is there already, and what somebody has written is not overwritten.",
                    "Name another file, and take over from it what is right.");
        }
        return new Outcome(
                Reports.skeletons(new Expectations(rules, terminal, progress).missing(looked, roots)),
                ExitCode.DONE,
                "");
    }

    @Override
    String doing() {
        return "testing";
    }
}
