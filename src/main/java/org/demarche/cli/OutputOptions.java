package org.demarche.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.demarche.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command has: how and where to the result is written. */
final class OutputOptions {

    /** The forms of a result, as they are written on the command line. */
    enum Format {
        text,
        json,
        sarif,
        github,
        junit,
        tap
    }

    /** The forms that every result has. */
    static final class Usual extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Usual() {
            super(List.of(Format.text.name(), Format.json.name()));
        }
    }

    @Option(
            names = "--format",
            paramLabel = "text|json",
            converter = Converters.Form.class,
            completionCandidates = Usual.class,
            description = "The form of the result; text unless said otherwise.")
    Format format = Format.text;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Writes the result to a file.")
    @Nullable
    Path file;

    @Option(
            names = "--no-color",
            description = "No colours; they are also left out when the result is piped, and with NO_COLOR.")
    boolean noColor;

    @Option(
            names = {"-q", "--quiet"},
            description = "Nothing but the result: no progress, no advice.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Everything in full; where Demarche itself fails, the place.")
    boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    boolean help;

    @Option(names = "--version", versionHelp = true, description = "Shows the version.")
    boolean version;

    /** A result in the form that is asked for. */
    String form(Report report, Terminal terminal) {
        if (format == Format.json) {
            return report.json();
        }
        if (format != Format.text) {
            return report.in(format.name())
                    .orElseThrow(() -> RefusedException.usage(
                            "This has no form `" + format.name() + "`: there are `text` and `json`."));
        }
        return report.text(file == null ? terminal.outPage(!noColor, verbose) : Terminal.filePage(verbose));
    }

    void write(String result, Terminal terminal) {
        if (file != null) {
            write(result, file);
            return;
        }
        terminal.out().print(result);
        terminal.out().flush();
    }

    /** A line for the person in front of a terminal, and for nobody else. */
    void advise(String advice, Terminal terminal) {
        if (!quiet && format == Format.text && file == null && terminal.isInteractive()) {
            terminal.err().println(advice);
            terminal.err().flush();
        }
    }

    private static void write(String result, Path to) {
        try {
            Files.writeString(to, result);
        } catch (IOException unwritable) {
            throw RefusedException.usage("The file `" + to + "` cannot be written.");
        }
    }
}
