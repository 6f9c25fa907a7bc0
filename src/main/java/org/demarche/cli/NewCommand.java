package org.demarche.cli;

/** First versions of files. */
final class NewCommand extends Command {

    @Override
    void describe(Usage usage) {
        usage.examples("  demarche new case facts/my-case", "  demarche new rule rules/my-rules my-first-rule");
        usage.description(
                "Writes the first version of a case or of a rule: it loads, runs and says in comments what to write "
                        + "where. Nothing is ever written over.");
        usage.command("case", new NewCaseCommand());
        usage.command("rule", new NewRuleCommand());
        usage.help();
    }

    /** Neither was said: the help says what there is. */
    @Override
    public Integer call() {
        return refused();
    }
}
