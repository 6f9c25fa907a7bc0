package org.demarche.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.demarche.report.Reports;
import org.demarche.source.Suggestion;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What makes a shell complete words of the command line. */
@Command(
        name = "completion",
        header = {"  source <(demarche completion bash)", "  demarche completion zsh > ~/.demarche-completion"},
        description =
                "Prints a script that makes a shell complete commands, options and files. It is read when the shell "
                        + "starts: put the first line above into ~/.bashrc or ~/.zshrc.")
final class CompletionCommand extends ReportCommand {

    private static final List<String> SHELLS = List.of("bash", "zsh");

    static final class Shells extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Shells() {
            super(SHELLS);
        }
    }

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.", completionCandidates = Shells.class)
    String shell = "";

    @Override
    Outcome outcome(Terminal terminal) {
        if (!SHELLS.contains(shell)) {
            throw RefusedException.usage(
                    "There is no completion for `" + shell + "`.",
                    Suggestion.hint(shell, SHELLS),
                    "There is one for `bash` and for `zsh`.");
        }
        // One script serves both: in zsh it first asks for the functions of bash that it needs.
        String script = AutoComplete.bash(
                "demarche", Objects.requireNonNull(spec).root().commandLine());
        return new Outcome(Reports.text(script), ExitCode.DONE, "");
    }

    @Override
    String doing() {
        return "writing the script";
    }
}
