package org.demarche.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command without a command. */
@Command(
        name = "demarche",
        headerHeading = "Example:%n",
        header = "  demarche run facts/kestrel-strait%n",
        description = {
            "%nFacts about what actors want go in; the moves they will make come out, each with its reasons, for every "
                    + "scenario at once."
        },
        synopsisHeading = "Usage: ",
        commandListHeading = "%nCommands:%n",
        footer = {
            "%nEvery command has its own `--help`.",
            "%nEnds with 0 when done, 1 when Demarche failed, 2 for wrong usage, 3 when files do not load, 4 when there "
                    + "are findings, 5 when stopped at a limit.%n"
        },
        optionListHeading = "%nOptions:%n",
        versionProvider = Demarche.Version.class)
final class Demarche implements Callable<Integer> {

    /** The commands, in the order in which help tells of them. */
    static final List<String> COMMANDS = List.of(
            "run",
            "why",
            "whynot",
            "whatif",
            "diff",
            "scenarios",
            "assumptions",
            "timeline",
            "check",
            "test",
            "trace",
            "new",
            "schema",
            "fmt",
            "repl",
            "cache",
            "completion",
            "man");

    private final Terminal terminal;

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    boolean help;

    @Option(names = "--version", versionHelp = true, description = "Shows the version.")
    boolean version;

    private final Failures failures;

    Demarche(Terminal terminal, Failures failures) {
        this.terminal = terminal;
        this.failures = failures;
    }

    /** A command by its name. Each is made by itself: describing all of them takes longer than most take to answer. */
    static Object command(String name) {
        return switch (name) {
            case "run" -> new RunCommand();
            case "why" -> new WhyCommand();
            case "whynot" -> new WhyNotCommand();
            case "whatif" -> new WhatIfCommand();
            case "diff" -> new DiffCommand();
            case "scenarios" -> new ScenariosCommand();
            case "assumptions" -> new AssumptionsCommand();
            case "timeline" -> new TimelineCommand();
            case "check" -> new CheckCommand();
            case "test" -> new TestCommand();
            case "trace" -> new TraceCommand();
            case "new" -> new NewCommand();
            case "schema" -> new SchemaCommand();
            case "fmt" -> new FmtCommand();
            case "repl" -> new ReplCommand();
            case "cache" -> new CacheCommand();
            case "completion" -> new CompletionCommand();
            case "man" -> new ManCommand();
            default -> throw new IllegalArgumentException(name);
        };
    }

    Failures failures() {
        return failures;
    }

    Terminal terminal() {
        return terminal;
    }

    /** No command was given: the help says which there are. */
    @Override
    public Integer call() {
        Optional.ofNullable(spec).map(CommandSpec::commandLine).ifPresent(line -> line.usage(line.getErr()));
        return ExitCode.USAGE.number();
    }

    /** Read from the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Demarche.class.getPackage().getImplementationVersion();
            return new String[] {"demarche " + (version == null ? "(not packaged)" : version)};
        }
    }
}
