package org.demarche.cli;

import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.IHelpSectionRenderer;

/** The commands with the first sentence of what each does; picocli would show their examples. */
final class CommandList implements IHelpSectionRenderer {

    private static final int NAMES = 10;

    @Override
    public String render(Help help) {
        TextTable table = TextTable.forColumns(
                help.colorScheme(),
                new Column(NAMES, 2, Overflow.SPAN),
                new Column(help.commandSpec().usageMessage().width() - NAMES, 2, Overflow.WRAP));
        table.setAdjustLineBreaksForWideCJKCharacters(true);
        help.subcommands().forEach((name, each) -> {
            String what = each.commandSpec().usageMessage().description()[0];
            table.addRowValues(name, what.replaceFirst("(?s)(?<=\\.)\\s.*", ""));
        });
        return table.toString();
    }
}
