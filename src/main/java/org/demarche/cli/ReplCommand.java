package org.demarche.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.demarche.cli.repl.Lines;
import org.demarche.cli.repl.ScriptLines;
import org.demarche.cli.repl.TerminalLines;
import org.demarche.report.Page;
import org.demarche.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A session with a case. */
@Command(
        name = "repl",
        headerHeading = "Example:%n",
        header = {"  demarche repl facts/kestrel-strait", "  demarche repl facts/kestrel-strait --echo < session.txt"},
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        abbreviateSynopsis = true,
        sortOptions = false,
        description =
                "Supposes things in a case one after the other, and says after each what is gained, lost or changed. "
                        + "`help` in the session lists what can be typed; the files are never changed. From a script it ends with the "
                        + "exit code of the first line that failed.")
final class ReplCommand implements Callable<Integer> {

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "FACTS", description = "A case: its folder or its file.")
    Path facts = Path.of("");

    @Option(names = "--echo", description = "Prints each line of a script before what it answers.")
    boolean echo;

    @Option(names = "--no-color", description = "No colours; they are also left out in a pipe, and with NO_COLOR.")
    boolean noColor;

    @Option(
            names = {"-v", "--verbose"},
            description = "Everything in full; where Demarche itself fails, the place.")
    boolean verbose;

    @Mixin
    CaseOptions options = new CaseOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    boolean help;

    @Override
    public Integer call() throws IOException {
        Terminal terminal = ((Demarche) Objects.requireNonNull(spec).root().userObject()).terminal();
        Session session = new Session(() -> LoadedCase.load(facts, options.rules, terminal), options, doing -> {});
        SessionCommands commands = new SessionCommands(session, facts);
        if (terminal.isConversation()) {
            print(commands.run("run"), terminal);
            try (Lines lines = new TerminalLines(commands::completions, terminal.environment())) {
                return read(lines, commands, terminal, false);
            }
        }
        try (Lines lines = new ScriptLines(terminal.in())) {
            return read(lines, commands, terminal, true);
        }
    }

    private int read(Lines lines, SessionCommands commands, Terminal terminal, boolean script) throws IOException {
        Failures failures = new Failures(terminal, verbose ? List.of("-v") : List.of());
        int first = ExitCode.DONE.number();
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            String typed = line.get().strip();
            if (typed.isEmpty() || typed.startsWith("#")) {
                continue;
            }
            if (echo && script) {
                terminal.out().println("> " + typed);
            }
            if (typed.equals("quit") || typed.equals("exit")) {
                break;
            }
            int code = answer(typed, commands, terminal, failures);
            first = script && first == 0 ? code : first;
        }
        return first;
    }

    /** Whatever goes wrong, the session goes on. */
    private int answer(String typed, SessionCommands commands, Terminal terminal, Failures failures) {
        try {
            print(commands.run(typed), terminal);
            return ExitCode.DONE.number();
        } catch (RuntimeException | StackOverflowError failure) {
            return failures.report(failure);
        }
    }

    private void print(Report report, Terminal terminal) {
        Page page = terminal.outPage(!noColor, verbose);
        terminal.out().print(report.text(page) + "\n");
        terminal.out().flush();
    }
}
