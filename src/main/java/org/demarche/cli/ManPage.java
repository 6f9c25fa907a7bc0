package org.demarche.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page of a command, in the macros of man(7). */
final class ManPage {

    private final CommandSpec command;
    private final StringBuilder page = new StringBuilder();

    ManPage(CommandSpec command) {
        this.command = command;
    }

    String text() {
        String name = command.qualifiedName("-");
        line(".TH " + quoted(name.toUpperCase(Locale.ROOT)) + " 1 \"\" \"" + version() + "\" \"Demarche\"");
        section("NAME");
        line(escaped(name) + " \\- " + escaped(firstSentence(command)));
        section("SYNOPSIS");
        line(escaped(new Help(command, Help.defaultColorScheme(Ansi.OFF))
                .abbreviatedSynopsis()
                .strip()));
        section("DESCRIPTION");
        paragraphs(Stream.of(command.usageMessage().description()));
        section("EXAMPLES");
        line(".nf");
        Stream.of(command.usageMessage().header()).forEach(example -> line(escaped(example.replace("%n", ""))));
        line(".fi");
        arguments();
        commands();
        section("EXIT STATUS");
        line(
                "0 when done, 1 when Demarche failed, 2 for wrong usage, 3 when files do not load, 4 when there are findings, 5 when stopped at a limit.");
        related();
        return page.toString();
    }

    private void arguments() {
        if (!command.positionalParameters().isEmpty()) {
            section("ARGUMENTS");
            command.positionalParameters().forEach(each -> item(each.paramLabel(), each));
        }
        section("OPTIONS");
        command.options().forEach(each -> item(names(each), each));
    }

    private void commands() {
        if (command.subcommands().isEmpty()) {
            return;
        }
        section("COMMANDS");
        command.subcommands().forEach((name, each) -> {
            line(".TP");
            line("\\fB" + escaped(name) + "\\fR");
            line(escaped(firstSentence(each.getCommandSpec())));
        });
    }

    /** The pages of the commands inside, or that of the command outside. */
    private void related() {
        String others = command.parent() == null
                ? command.subcommands().keySet().stream()
                        .map(name -> "\\fB" + escaped("demarche-" + name) + "\\fR(1)")
                        .collect(Collectors.joining(", "))
                : "\\fB" + escaped(command.parent().qualifiedName("-")) + "\\fR(1)";
        section("SEE ALSO");
        line(others);
    }

    private void item(String term, ArgSpec argument) {
        line(".TP");
        line("\\fB" + escaped(term) + "\\fR");
        paragraphs(Stream.of(argument.description()));
    }

    private static String names(OptionSpec option) {
        String names = String.join(", ", option.names());
        return option.typeInfo().isBoolean() ? names : names + " " + option.paramLabel();
    }

    private void section(String title) {
        line(".SH " + quoted(title));
    }

    private void paragraphs(Stream<String> texts) {
        texts.map(text -> text.replace("%n", " ").strip())
                .filter(text -> !text.isEmpty())
                .forEach(text -> line(escaped(text)));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private static String firstSentence(CommandSpec spec) {
        return Stream.of(spec.usageMessage().description())
                .findFirst()
                .orElse("")
                .replace("%n", "")
                .replaceFirst("(?s)(?<=\\.)\\s.*", "");
    }

    private static String version() {
        return Demarche.version();
    }

    private static String quoted(String text) {
        return '"' + escaped(text) + '"';
    }

    /** So that nothing in the text is taken for an instruction, and hyphens can be copied. */
    private static String escaped(String text) {
        String plain = text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("`", "\\(ga")
                .replace("\"", "\\(dq")
                .replace("~", "\\(ti")
                .replace("…", "\\&...");
        return plain.startsWith(".") ? "\\&" + plain : plain;
    }
}
