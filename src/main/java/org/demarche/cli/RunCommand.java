package org.demarche.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.demarche.report.Report;
import org.demarche.report.Reports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "run")
final class RunCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable Demarche demarche;

    @Mixin
    CaseOptions options = new CaseOptions();

    @Option(names = "--all")
    boolean all;

    @Option(names = "--format")
    String format = "text";

    @Option(names = "-v")
    boolean verbose;

    @Override
    public Integer call() {
        Terminal terminal = Objects.requireNonNull(demarche).terminal();
        Report report = Reports.run(Cases.assess(options), all);
        terminal.out().print(format.equals("json") ? report.json() : report.text(terminal.outPage(true, verbose)));
        terminal.out().flush();
        return 0;
    }
}
