package org.demarche.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** First versions of files. */
@Command(
        name = "new",
        headerHeading = "Example:%n",
        header = {"  demarche new case facts/my-case", "  demarche new rule rules/my-rules my-first-rule"},
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        description =
                "Writes the first version of a case or of a rule: it loads, runs and says in comments what to write "
                        + "where. Nothing is ever written over.",
        subcommands = {NewCaseCommand.class, NewRuleCommand.class})
final class NewCommand implements Callable<Integer> {

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    boolean help;

    /** Neither was said: the help says what there is. */
    @Override
    public Integer call() {
        CommandSpec known = Objects.requireNonNull(spec);
        known.commandLine().usage(known.commandLine().getErr());
        return ExitCode.USAGE.number();
    }
}
