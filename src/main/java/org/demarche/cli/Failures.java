package org.demarche.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.inference.LimitReachedException;
import org.demarche.report.Page;
import org.demarche.report.Report;
import org.demarche.report.Reports;
import org.demarche.source.LoadException;
import org.demarche.source.Suggestion;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells why a command gave no result, and what the process ends with. */
final class Failures {

    private final Terminal terminal;
    private final List<String> args;

    Failures(Terminal terminal, List<String> args) {
        this.terminal = terminal;
        this.args = args;
    }

    /** Why there is no result, and what that ends with. */
    record Failure(ExitCode code, Report report) {

        private static Failure of(ExitCode code, List<String> sentences) {
            return new Failure(
                    code,
                    Reports.error(
                            code.number(),
                            sentences.stream().filter(each -> !each.isEmpty()).toList()));
        }
    }

    int report(Throwable failure) {
        return tell(failure(failure));
    }

    Failure failure(Throwable failure) {
        if (failure instanceof LoadException broken) {
            return new Failure(ExitCode.NOT_LOADED, Reports.problems(broken.problems()));
        }
        if (failure instanceof RefusedException refused) {
            return Failure.of(refused.code(), refused.sentences());
        }
        if (failure instanceof LimitReachedException stopped) {
            return Failure.of(ExitCode.LIMIT, List.of(message(stopped)));
        }
        return ourFault(failure);
    }

    /** The words on the command line do not fit together. */
    int misused(ParameterException exception) {
        String help = "See `" + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help`.";
        return tell(Failure.of(
                ExitCode.USAGE,
                Stream.concat(sentences(exception), Stream.of(help)).toList()));
    }

    private Stream<String> sentences(ParameterException exception) {
        if (exception instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), exception.getCommandLine());
        }
        if (exception instanceof MissingParameterException missing) {
            String labels =
                    missing.getMissing().stream().map(ArgSpec::paramLabel).collect(Collectors.joining(", "));
            return Stream.of("This is missing: " + labels + ".");
        }
        if (exception.getArgSpec() != null && exception.getCause() instanceof TypeConversionException wrong) {
            return Stream.of(typed(exception) + " cannot be used: " + message(wrong) + ".");
        }
        String message = message(exception).replace('\'', '`');
        return Stream.of(message.endsWith(".") ? message : message + ".");
    }

    /** By the name by which it was given, where it has several. */
    private String typed(ParameterException exception) {
        ArgSpec of = exception.getArgSpec();
        return of instanceof OptionSpec option
                ? "The value of `"
                        + Stream.of(option.names())
                                .filter(name ->
                                        args.stream().anyMatch(arg -> arg.equals(name) || arg.startsWith(name + "=")))
                                .findFirst()
                                .orElse(option.longestName())
                        + "`"
                : "The value of " + of.paramLabel();
    }

    private static Stream<String> unmatched(String word, CommandLine command) {
        boolean option = word.startsWith("-");
        List<String> known = option
                ? command.getCommandSpec().options().stream()
                        .flatMap(each -> Stream.of(each.names()))
                        .toList()
                : List.copyOf(command.getSubcommands().keySet());
        String what = option ? "option" : known.isEmpty() ? "use here for" : "command";
        return Stream.of("There is no " + what + " `" + word + "`.", Suggestion.hint(word, known));
    }

    private Failure ourFault(Throwable failure) {
        String what = failure instanceof OutOfMemoryError || failure instanceof StackOverflowError
                ? "The memory is used up. More of it: DEMARCHE_JAVA_OPTS=-Xmx4g."
                : "Something went wrong inside Demarche; your files are not to blame.";
        if (verbose()) {
            failure.printStackTrace(terminal.err());
        }
        return Failure.of(ExitCode.OUR_FAULT, List.of(what, verbose() ? "" : "With `-v` it shows where."));
    }

    private int tell(Failure failure) {
        say(failure.report()::text);
        // Of what was asked for as JSON there is one document, also when it is about a failure.
        if (json()) {
            terminal.out().print(failure.report().json());
            terminal.out().flush();
        }
        return failure.code().number();
    }

    /** On the error stream. */
    void say(Function<Page, String> why) {
        Page page = terminal.errPage(!args.contains("--no-color"), verbose());
        terminal.err().print(why.apply(page));
        terminal.err().flush();
    }

    /** Read from the words themselves, since they may not have been understood. */
    private boolean json() {
        int format = args.indexOf("--format");
        return args.contains("--format=json")
                || format >= 0
                        && format + 1 < args.size()
                        && args.get(format + 1).equals("json");
    }

    private boolean verbose() {
        return args.contains("-v") || args.contains("--verbose");
    }

    private static String message(Throwable failure) {
        return Optional.ofNullable(failure.getMessage()).orElse("");
    }
}
