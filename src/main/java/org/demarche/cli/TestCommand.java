package org.demarche.cli;

import java.nio.file.Path;
import java.util.List;
import org.demarche.check.ExpectationResult;
import org.demarche.report.Reports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Whether what is expected comes out. */
@Command(
        name = "test",
        header = {"  demarche test", "  demarche test facts/kestrel-strait -v"},
        description =
                "Checks the expectations in `*.expect.yaml` files. Shows those that are not met, what came instead "
                        + "and why; with -v all of them.")
final class TestCommand extends ReportCommand {

    @Mixin
    Paths paths = new Paths();

    @Mixin
    RuleOptions rules = new RuleOptions();

    @Override
    Outcome outcome(Terminal terminal) {
        List<Path> looked = paths.orAll(terminal);
        List<ExpectationResult> results =
                Expectations.run(looked, rules.roots(looked.get(0), terminal), rules.safety());
        return Outcome.of(Reports.test(results), results.stream().allMatch(ExpectationResult::met));
    }

    @Override
    String doing() {
        return "testing";
    }
}
