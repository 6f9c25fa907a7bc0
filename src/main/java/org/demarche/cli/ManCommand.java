package org.demarche.cli;

import java.util.List;
import org.demarche.report.Reports;
import org.demarche.source.Suggestion;
import picocli.CommandLine;

/** Manual pages. */
final class ManCommand extends ReportCommand {

    private List<String> words = List.of();

    @Override
    void usage(Usage usage) {
        usage.examples("  demarche man | man -l -", "  demarche man new case > demarche-new-case.1");
        usage.description("Prints the manual page of Demarche, or of one of its commands, for `man`.");
        usage.texts("COMMAND", "", "A command, `why` or `new case`; else all of Demarche.", given -> words = given);
    }

    @Override
    Outcome outcome(Terminal terminal) {
        CommandLine line = rootLine();
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
