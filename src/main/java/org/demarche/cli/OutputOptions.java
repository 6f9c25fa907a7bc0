package org.demarche.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.demarche.report.Page;
import org.demarche.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command has: how and where to the result is written. */
final class OutputOptions {

    /** The forms of a result, as they are written on the command line. */
    enum Format {
        text,
        json
    }

    @Option(
            names = "--format",
            paramLabel = "text|json",
            converter = Converters.Form.class,
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

    void write(Report report, Terminal terminal) {
        if (file != null) {
            write(report, file);
            return;
        }
        Page page = terminal.outPage(!noColor, verbose);
        terminal.out().print(format == Format.json ? report.json() : report.text(page));
        terminal.out().flush();
    }

    /** A line for the person in front of a terminal, and for nobody else. */
    void advise(String advice, Terminal terminal) {
        if (!quiet && format == Format.text && file == null && terminal.isInteractive()) {
            terminal.err().println(advice);
            terminal.err().flush();
        }
    }

    private void write(Report report, Path to) {
        try {
            Files.writeString(to, format == Format.json ? report.json() : report.text(Terminal.filePage(verbose)));
        } catch (IOException unwritable) {
            throw RefusedException.usage("The file `" + to + "` cannot be written.");
        }
    }
}
