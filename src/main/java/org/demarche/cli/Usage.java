package org.demarche.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * How a command is written, and what help tells of it. Told to picocli word by word: what picocli finds out by itself, from annotations and
 * by reflection, takes it longer than many commands take to answer.
 *
 * <p>An option is given as help shows it, with all its names: {@code -o --output FILE}. What has no name stands by its place, {@code FACTS},
 * and may be left out when it is in brackets, {@code [OTHER]}.
 */
final class Usage {

    private final CommandSpec command;

    /** Told of each argument. */
    private final Consumer<ArgSpec> place;

    /** The members of each by its heading; empty once help has them. */
    private final Map<String, List<ArgSpec>> groups = new LinkedHashMap<>();

    private int parameters;

    private Usage(CommandSpec command, Consumer<ArgSpec> place) {
        this.command = command;
        this.place = place;
    }

    /** A command as it describes itself, ready to read words. */
    static CommandLine line(String name, Command command) {
        IFactory lists = new Lists();
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command, lists)
                .interpolateVariables(false)
                .name(name);
        Usage usage = new Usage(spec, spec::add);
        spec.usageMessage()
                .headerHeading("Example:%n")
                .synopsisHeading("%nUsage: ")
                .descriptionHeading("%n")
                .parameterListHeading("%n")
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n")
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .helpFactory(usage::help);
        command.describe(usage);
        CommandLine line = new CommandLine(spec, lists);
        command.on(line);
        return line;
    }

    /** What could be typed, line by line. */
    void examples(String... lines) {
        command.usageMessage().header(lines);
    }

    void description(String... paragraphs) {
        command.usageMessage().description(paragraphs);
    }

    /** What help ends with. */
    void footer(String... paragraphs) {
        command.usageMessage().footer(paragraphs);
    }

    /** A command inside this one. */
    void command(String name, Command inner) {
        command.addSubcommand(name, line(name, inner));
        // Where there are commands there are few options, and help names them.
        command.usageMessage().abbreviateSynopsis(false);
        command.usageMessage().sectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandList());
    }

    void help() {
        Argument<Boolean> help = new Argument<>("-h --help", "Shows this.", asked -> {});
        place.accept(help.of(boolean.class).option().usageHelp(true).build());
    }

    void version() {
        command.versionProvider(() -> new String[] {Demarche.version()});
        Argument<Boolean> version = new Argument<>("--version", "Shows the version.", asked -> {});
        place.accept(version.of(boolean.class).option().versionHelp(true).build());
    }

    void flag(String written, String description, Consumer<Boolean> to) {
        add(new Argument<>(written, description, to).of(boolean.class));
    }

    void text(String written, String description, Consumer<String> to) {
        add(new Argument<>(written, description, to).of(String.class));
    }

    /** @param separator what may stand between two, besides giving the option again; {@code ""} for nothing */
    void texts(String written, String separator, String description, Consumer<List<String>> to) {
        add(new Argument<>(written, description, to).of(String.class).several(separator));
    }

    void path(String written, String description, Consumer<Path> to) {
        add(new Argument<>(written, description, to).of(Path.class).by(new Converters.File()));
    }

    /** @param separator as of {@link #texts} */
    void paths(String written, String separator, String description, Consumer<List<Path>> to) {
        add(new Argument<>(written, description, to)
                .of(Path.class)
                .by(new Converters.File())
                .several(separator));
    }

    /** One at least. */
    void pathOrMore(String written, String description, Consumer<List<Path>> to) {
        add(new Argument<>(written, description, to)
                .of(Path.class)
                .by(new Converters.File())
                .several("")
                .atLeastOne());
    }

    <T> void value(String written, ITypeConverter<T> converter, String description, Consumer<T> to) {
        add(new Argument<>(written, description, to).by(converter));
    }

    /** @param separator as of {@link #texts} */
    <T> void values(
            String written, String separator, ITypeConverter<T> converter, String description, Consumer<List<T>> to) {
        add(new Argument<>(written, description, to).by(converter).several(separator));
    }

    /** @param words those that a shell can complete it to */
    <T> void choice(
            String written, List<String> words, ITypeConverter<T> converter, String description, Consumer<T> to) {
        add(new Argument<>(written, description, to).by(converter).outOf(words));
    }

    /** @param words those that a shell can complete it to */
    void choice(String written, List<String> words, String description, Consumer<String> to) {
        add(new Argument<>(written, description, to).of(String.class).outOf(words));
    }

    /** Takes an option back, to describe it anew. */
    void without(String name) {
        command.remove(command.findOption(name));
    }

    /** Options that help shows under a heading of their own. To be read they are like any other: picocli is slow with groups. */
    void group(String heading, Consumer<Usage> members) {
        List<ArgSpec> all = new ArrayList<>();
        members.accept(new Usage(command, argument -> {
            place.accept(argument);
            all.add(argument);
        }));
        groups.put(heading, all);
    }

    private Help help(CommandSpec spec, ColorScheme colours) {
        groups.forEach((heading, members) -> {
            members.forEach(spec::remove);
            ArgGroupSpec.Builder group = ArgGroupSpec.builder().exclusive(false).heading(heading);
            members.forEach(group::addArg);
            spec.addArgGroup(group.build());
        });
        groups.clear();
        return new Help(spec, colours);
    }

    private void add(Argument<?> argument) {
        place.accept(argument.isOption() ? argument.option().build() : argument.parameter(parameters++));
    }

    /** Makes the lists that several values are put into, for picocli, which would look for a constructor. */
    private static final class Lists implements IFactory {
        @Override
        public <K> K create(Class<K> kind) {
            return kind.cast(new ArrayList<>());
        }
    }
}
