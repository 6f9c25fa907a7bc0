package org.demarche.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.demarche.report.Report;
import org.jspecify.annotations.Nullable;

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

    Format format = Format.text;

    @Nullable
    Path file;

    boolean noColor;
    boolean quiet;
    boolean verbose;

    /** Adds these to what a command can be given. */
    void describe(Usage usage) {
        forms(usage, List.of(Format.text, Format.json), "");
        usage.path("-o --output FILE", "Writes the result to a file.", given -> file = given);
        usage.flag(
                "--no-color",
                "No colours; they are also left out when the result is piped, and with NO_COLOR.",
                on -> noColor = on);
        usage.flag("-q --quiet", "Nothing but the result: no progress, no advice.", on -> quiet = on);
        usage.flag(
                "-v --verbose",
                "Everything in full: lists to their end, and all that is known of what stands in one line else; where "
                        + "Demarche itself fails, the place.",
                on -> verbose = on);
        usage.help();
        usage.version();
    }

    /**
     * For a command whose result has more forms than others have.
     *
     * @param what what those are for
     */
    void moreForms(Usage usage, String what, Format... known) {
        usage.without("--format");
        forms(usage, List.of(known), " " + what);
    }

    private void forms(Usage usage, List<Format> known, String what) {
        List<String> words = known.stream().map(Format::name).toList();
        usage.choice(
                "--format " + String.join("|", words),
                words,
                new Converters.Form(known),
                "The form of the result; text unless said otherwise." + what,
                form -> format = form);
    }

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

    /** Where text can be shown before there is a result; empty where a result is one file or one document. */
    Optional<PrintStream> live(Terminal terminal) {
        return format == Format.text && file == null ? Optional.of(terminal.out()) : Optional.empty();
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
