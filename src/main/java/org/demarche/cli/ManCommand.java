package org.demarche.cli;

import java.util.List;
import java.util.Objects;
import org.demarche.report.Reports;
import org.demarche.source.Suggestion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Manual pages. */
@Command(
        name = "man",
        header = {"  demarche man | man -l -", "  demarche man new case > demarche-new-case.1"},
        description = "Prints the manual page of Demarche, or of one of its commands, for `man`.")
final class ManCommand extends ReportCommand {

    @Parameters(
            arity = "0..*",
            paramLabel = "COMMAND",
            description = "A command, `why` or `new case`; else all of Demarche.")
    List<String> words = List.of();

    @Override
    Outcome outcome(Terminal terminal) {
        CommandLine line = Objects.requireNonNull(spec).root().commandLine();
        for (String word : words) {
            CommandLine inner = line.getSubcommands().get(word);
            if (inner == null) {
                throw RefusedException.usage(
                        "There is no command `" + String.join(" ", words) + "`.",
                        Suggestion.hint(word, line.getSubcommands().keySet()));
            }
            line = inner;
        }
        return new Outcome(Reports.text(new ManPage(line.getCommandSpec()).text()), ExitCode.DONE, "");
    }

    @Override
    String doing() {
        return "writing the page";
    }
}
