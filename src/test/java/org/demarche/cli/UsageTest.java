package org.demarche.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** How commands tell picocli what they are. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UsageTest {

    /** Every command, those inside `new` too, by the name by which it is found. */
    static Stream<Map.Entry<String, CommandLine>> commands() {
        Terminal terminal = new Terminal(System.out, System.err, Map.of(), new Properties());
        CommandLine root =
                Usage.line("demarche", new Demarche(terminal, new Failures(terminal, List.of()), Demarche.COMMANDS));
        return Stream.concat(
                root.getSubcommands().entrySet().stream(),
                root.getSubcommands().get("new").getSubcommands().entrySet().stream());
    }

    @Test
    void all_commands_are_there_in_their_order() {
        assertThat(commands().map(Map.Entry::getKey))
                .containsExactlyElementsOf(Stream.concat(Demarche.COMMANDS.stream(), Stream.of("case", "rule"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_is_called_by_the_name_by_which_it_is_found(Map.Entry<String, CommandLine> command) {
        assertThat(command.getValue().getCommandName()).isEqualTo(command.getKey());
        assertThat(command.getValue().getCommandSpec().qualifiedName()).endsWith(command.getKey());
    }

    @Test
    void no_annotation_tells_picocli_anything() {
        noClasses()
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("picocli..")
                        .and(JavaClass.Predicates.assignableTo(Annotation.class)))
                .check(new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("org.demarche.cli"));
    }

    /** A way of picocli to a value is its own, and one of its own converters may be found by reflection. */
    @ParameterizedTest
    @MethodSource("commands")
    void every_value_has_a_way_of_ours_to_its_command_and_a_reader(Map.Entry<String, CommandLine> command) {
        CommandSpec spec = command.getValue().getCommandSpec();
        List<ArgSpec> arguments = new ArrayList<>(spec.args());
        assertThat(arguments).isNotEmpty().allMatch(each -> each.setter() instanceof Argument<?>);
        assertThat(arguments)
                .filteredOn(each -> !List.of(boolean.class, String.class).contains(each.auxiliaryTypes()[0]))
                .allMatch(each -> each.converters().length == 1);
    }

    @Test
    void what_is_not_given_stays_as_it_was_and_what_is_given_several_times_adds_up() {
        List<Object> given = new ArrayList<>();
        CommandLine line = Usage.line("x", new Command() {
            @Override
            void describe(Usage usage) {
                usage.path("FIRST", "", given::add);
                usage.path("[SECOND]", "", given::add);
                usage.text("--none TEXT", "", given::add);
                usage.texts("-w --word WORD", ",", "", words -> given.add(List.copyOf(words)));
            }

            @Override
            public Integer call() {
                return 0;
            }
        });
        assertThat(line.execute("a", "-w", "b,c", "--word=d")).isZero();
        assertThat(given)
                .startsWith(Path.of("a"))
                .endsWith(List.of("b", "c", "d"))
                .doesNotContain("");
        given.clear();
        assertThat(line.execute("a", "b")).isZero();
        assertThat(given).containsExactly(Path.of("a"), Path.of("b"));
    }

    @Test
    void options_under_a_heading_of_their_own_are_read_like_others() {
        assertThat(Ran.command("run --help").out().lines())
                .containsSubsequence(
                        "      --watch              Does it again whenever a file of rules, cases or",
                        "For rules that do more than conclude, which are run as plain Drools runs them:",
                        "      --steps=FILE         Does what a list of steps says: insert, update, delete,");
        assertThat(Ran.command("run facts/kestrel-strait --belief jtms --belief simple")
                        .err())
                .startsWith("demarche: option `--belief` (simple|jtms|defeasible) should be specified only once.");
    }
}
