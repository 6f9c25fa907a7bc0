package org.demarche.cli;

import java.util.List;
import org.demarche.report.Reports;
import org.demarche.source.Suggestion;
import picocli.AutoComplete;

/** What makes a shell complete words of the command line. */
final class CompletionCommand extends ReportCommand {

    private static final List<String> SHELLS = List.of("bash", "zsh");

    private String shell = "";

    @Override
    void usage(Usage usage) {
        usage.examples("  source <(demarche completion bash)", "  demarche completion zsh > ~/.demarche-completion");
        usage.description(
                "Prints a script that makes a shell complete commands, options and files. It is read when the shell "
                        + "starts: put the first line above into ~/.bashrc or ~/.zshrc.");
        usage.choice("SHELL", SHELLS, "bash or zsh.", given -> shell = given);
    }

    @Override
    Outcome outcome(Terminal terminal) {
        if (!SHELLS.contains(shell)) {
            throw RefusedException.usage(
                    "There is no completion for `" + shell + "`.",
                    Suggestion.hint(shell, SHELLS),
                    "There is one for `bash` and for `zsh`.");
        }
        // One script serves both: in zsh it first asks for the functions of bash that it needs.
        String script = AutoComplete.bash("demarche", rootLine());
        return new Outcome(Reports.text(script), ExitCode.DONE, "");
    }

    @Override
    String doing() {
        return "writing the script";
    }
}
