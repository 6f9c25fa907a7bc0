package org.demarche.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.demarche.authoring.TextWriter;
import org.demarche.authoring.format.FormatFiles;
import org.demarche.authoring.format.Formatted;
import org.demarche.authoring.format.Formatter;
import org.demarche.authoring.format.MeaningLostException;
import org.demarche.report.Reports;
import org.demarche.source.Problems;

/** One form for all files. */
final class FmtCommand extends ReportCommand {

    /** Standard input, as a path. */
    private static final Path INPUT = Path.of("-");

    private static final Pattern RULES = Pattern.compile("(?m)^\\s*(package|import|rule)\\s");

    private List<Path> paths = List.of();
    private boolean check;
    private boolean stdout;

    @Override
    void usage(Usage usage) {
        usage.examples(
                "  demarche fmt", "  demarche fmt facts/kestrel-strait --check -v", "  demarche fmt - < draft.drl");
        usage.description(
                "Puts rule files and YAML files into one form: indentation, spaces, empty lines. Comments and order "
                        + "stay, and a file is written only when it says the same as before.");
        usage.paths(
                "PATH",
                "",
                "Files or folders; `-` reads a text from standard input and prints it in form. Without any, all of "
                        + "`rules` and `facts`.",
                given -> paths = given);
        usage.flag(
                "--check",
                "Writes nothing; lists the files that are not in form and ends with 4 if there are any. With -v "
                        + "what would change.",
                on -> check = on);
        usage.flag("--stdout", "Writes nothing; prints the one file that is given in form.", on -> stdout = on);
    }

    @Override
    Outcome outcome(Terminal terminal) {
        if (paths.contains(INPUT)) {
            return input(terminal);
        }
        Problems problems = new Problems();
        Paths looked = new Paths();
        looked.paths = paths;
        List<Path> files = FormatFiles.under(looked.local(terminal), problems);
        if (stdout) {
            return single(files, problems);
        }
        List<Formatted> formatted = new ArrayList<>();
        for (Path file : files) {
            formatted(file, problems).ifPresent(formatted::add);
        }
        problems.throwIfErrors();
        List<Formatted> changed = formatted.stream().filter(Formatted::changed).toList();
        if (!check) {
            changed.forEach(FmtCommand::write);
        }
        return new Outcome(
                Reports.formatted(formatted, check),
                check && !changed.isEmpty() ? ExitCode.FINDINGS : ExitCode.DONE,
                "");
    }

    private Outcome single(List<Path> files, Problems problems) {
        if (files.size() != 1) {
            throw RefusedException.usage("`--stdout` prints one file, and " + files.size() + " are given.");
        }
        Optional<Formatted> formatted = formatted(files.get(0), problems);
        problems.throwIfErrors();
        return new Outcome(Reports.text(formatted.orElseThrow().after()), ExitCode.DONE, "");
    }

    private Outcome input(Terminal terminal) {
        if (paths.size() > 1) {
            throw RefusedException.usage("`-` stands for a text from standard input and is given alone.");
        }
        Problems problems = new Problems();
        String text = read(terminal);
        Optional<String> form =
                guarded(() -> Formatter.text("-", text, RULES.matcher(text).find(), problems));
        problems.throwIfErrors();
        String after = form.orElseThrow();
        return new Outcome(Reports.text(after), check && !after.equals(text) ? ExitCode.FINDINGS : ExitCode.DONE, "");
    }

    private static String read(Terminal terminal) {
        try {
            return new String(terminal.in().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw RefusedException.usage("Standard input cannot be read.");
        }
    }

    private static Optional<Formatted> formatted(Path file, Problems problems) {
        return guarded(() -> Formatter.file(file, problems));
    }

    private static <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (MeaningLostException fault) {
            throw new RefusedException(
                    ExitCode.OUR_FAULT,
                    List.of(
                            "`" + fault.file()
                                    + "` would not say the same in form, and so it is left as it is; nothing was "
                                    + "written.",
                            "That is a fault of Demarche and not of the file; please report it."));
        }
    }

    private static void write(Formatted formatted) {
        try {
            TextWriter.write(formatted.file(), formatted.after());
        } catch (IOException unwritable) {
            throw RefusedException.usage("The file `" + formatted.file() + "` cannot be written.");
        }
    }

    @Override
    String doing() {
        return "putting files into form";
    }
}
