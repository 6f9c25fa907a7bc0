package org.demarche.cli;

import java.util.List;

/** The command without a command. */
final class Demarche extends Command {

    /** The commands, in the order in which help tells of them. */
    static final List<String> COMMANDS = List.of(
            "run",
            "why",
            "whynot",
            "whatif",
            "diff",
            "scenarios",
            "reports",
            "hypotheses",
            "indicators",
            "assumptions",
            "timeline",
            "check",
            "test",
            "trace",
            "new",
            "import",
            "schema",
            "fmt",
            "repl",
            "cache",
            "completion",
            "man");

    private final Terminal terminal;
    private final Failures failures;
    private final List<String> commands;

    /** @param commands those that can be given: all, or the one that is */
    Demarche(Terminal terminal, Failures failures, List<String> commands) {
        this.terminal = terminal;
        this.failures = failures;
        this.commands = commands;
    }

    @Override
    void describe(Usage usage) {
        usage.examples("  demarche run facts/kestrel-strait");
        usage.description(
                "Facts about what actors want go in; the moves they will make come out, each with its reasons, for every "
                        + "scenario at once.");
        usage.footer(
                "%nEvery command has its own `--help`.",
                "%nEnds with 0 when done, 1 when Demarche failed, 2 for wrong usage, 3 when files do not load, 4 when there "
                        + "are findings, 5 when stopped at a limit.%n");
        commands.forEach(name -> usage.command(name, (Command) command(name)));
        usage.flag(StartupProfile.OPTION, "Before a command: says on standard error what its start took.", on -> {});
        usage.help();
        usage.version();
    }

    /**
     * A command by its name. Each is made by itself: describing all of them takes longer than most take to answer. An object and not a
     * {@link Command}, since Java would load the classes of all of them here to see that they are commands.
     */
    private static Object command(String name) {
        return switch (name) {
            case "run" -> new RunCommand();
            case "why" -> new WhyCommand();
            case "whynot" -> new WhyNotCommand();
            case "whatif" -> new WhatIfCommand();
            case "diff" -> new DiffCommand();
            case "scenarios" -> new ScenariosCommand();
            case "reports" -> new ReportsCommand();
            case "hypotheses" -> new HypothesesCommand();
            case "indicators" -> new IndicatorsCommand();
            case "assumptions" -> new AssumptionsCommand();
            case "timeline" -> new TimelineCommand();
            case "check" -> new CheckCommand();
            case "test" -> new TestCommand();
            case "trace" -> new TraceCommand();
            case "new" -> new NewCommand();
            case "import" -> new ImportCommand();
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
        return refused();
    }

    /** Read from the jar. */
    static String version() {
        String version = Demarche.class.getPackage().getImplementationVersion();
        return "demarche " + (version == null ? "(not packaged)" : version);
    }
}
