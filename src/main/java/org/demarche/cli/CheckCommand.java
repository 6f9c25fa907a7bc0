package org.demarche.cli;

import java.nio.file.Path;
import java.util.List;
import org.demarche.check.Checks;
import org.demarche.report.Reports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What is wrong with rules and cases. */
@Command(
        name = "check",
        header = {"  demarche check", "  demarche check facts/kestrel-strait"},
        description = "Finds everything that keeps rules, cases and expectations from being used, all at once, with "
                + "file and line.")
final class CheckCommand extends ReportCommand {

    @Mixin
    Paths paths = new Paths();

    @Mixin
    RuleOptions rules = new RuleOptions();

    @Override
    Outcome outcome(Terminal terminal) {
        List<Path> looked = paths.orAll(terminal);
        Checks checks = Checks.run(looked, rules.roots(looked.get(0), terminal), rules.safety());
        return new Outcome(Reports.check(checks), checks.clean() ? ExitCode.DONE : ExitCode.NOT_LOADED, "");
    }

    @Override
    String doing() {
        return "checking";
    }
}
