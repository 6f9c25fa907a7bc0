package org.demarche.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.demarche.cli.repl.Lines;
import org.demarche.cli.repl.ScriptLines;
import org.demarche.cli.repl.TerminalLines;
import org.demarche.report.Page;
import org.demarche.report.Report;

/** A session with a case. */
final class ReplCommand extends Command {

    private Path facts = Path.of("");
    private boolean echo;
    private boolean noColor;
    private boolean verbose;
    private final CaseOptions options = new CaseOptions();

    @Override
    void describe(Usage usage) {
        usage.examples(
                "  demarche repl facts/kestrel-strait", "  demarche repl facts/kestrel-strait --echo < session.txt");
        usage.description(
                "Supposes things in a case one after the other, and says after each what is gained, lost or changed. "
                        + "`help` in the session lists what can be typed; the files are never changed. From a script it ends with the "
                        + "exit code of the first line that failed.");
        usage.path("FACTS", "A case: its folder or its file.", given -> facts = given);
        usage.flag("--echo", "Prints each line of a script before what it answers.", on -> echo = on);
        usage.flag(
                "--no-color", "No colours; they are also left out in a pipe, and with NO_COLOR.", on -> noColor = on);
        usage.flag("-v --verbose", "Everything in full; where Demarche itself fails, the place.", on -> verbose = on);
        options.describe(usage);
        usage.help();
    }

    @Override
    public Integer call() throws IOException {
        Terminal terminal = demarche().terminal();
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
