package org.demarche.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.demarche.Assessment;
import org.demarche.report.Report;
import org.demarche.report.Reports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "why")
final class WhyCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable Demarche demarche;

    @Mixin
    CaseOptions options = new CaseOptions();

    @Parameters(index = "1", paramLabel = "ID")
    String id = "";

    @Option(names = "-v")
    boolean verbose;

    @Override
    public Integer call() {
        Terminal terminal = Objects.requireNonNull(demarche).terminal();
        Assessment assessment = Cases.assess(options);
        Report report = Reports.why(assessment, assessment.find(id).orElseThrow());
        terminal.out().print(report.text(terminal.outPage(true, verbose)));
        terminal.out().flush();
        return 0;
    }
}
