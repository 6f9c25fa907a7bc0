package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases that ask for folders of shared rules, and what every command says of the rules that they get. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RulesOfCasesTest {

    private static final String CONCLUDES = """
            package sea

            declare Ship
                name : String
                guns : int
            end

            declare Danger
                ship : String
            end

            rule "strong-ships-are-a-danger"
            when
                Ship( $ship : name, guns > 10 )
            then
                insertLogical( new Danger( $ship ) );
            end
            """;

    private static final String CASE = """
            case: sea
            title: The sea
            rules: [naval]
            facts:
              - Ship: [frigate, 20]
            """;

    @TempDir
    Path home;

    @BeforeEach
    void project() throws IOException {
        write("rules/naval/naval.drl", CONCLUDES);
        write("facts/sea/case.yaml", CASE);
        write("facts/sea/sea.expect.yaml", "- {expect: Danger.frigate, by: strong-ships-are-a-danger}\n");
    }

    @Test
    void where_one_rule_does_more_every_command_says_that_and_nothing_else() throws IOException {
        write("rules/naval/naval.drl", CONCLUDES.replace("insertLogical", "insert"));
        String sign = "at " + home.resolve("rules/naval/naval.drl").toString().replace('\\', '/')
                + ":16:5 the rule `strong-ships-are-a-danger` does more than conclude: `insert`";

        Ran run = Ran.command("run " + home.resolve("facts/sea"));
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("does more than conclude: `insert`");

        Ran check = Ran.command("check " + home.resolve("rules") + " " + home.resolve("facts") + " -v");
        assertThat(check.exit()).as(check.out() + check.err()).isZero();
        assertThat(oneLine(check.out() + check.err()))
                .contains("cannot be checked: " + sign)
                .doesNotContain("unknown-rule", "cannot-fail", "no such folder", "error");

        Ran test = Ran.command("test " + home.resolve("facts"));
        assertThat(test.exit()).isEqualTo(3);
        assertThat(oneLine(test.err()))
                .contains("sea.expect.yaml: error: What is expected here cannot be checked: " + sign)
                .contains("1 error in 1 file");
    }

    @Test
    void a_folder_of_rules_that_is_not_there_is_told_where_the_case_asks_for_it_and_nothing_follows()
            throws IOException {
        write("facts/sea/case.yaml", CASE.replace("[naval]", "[navel]"));
        String place = home.resolve("facts/sea/case.yaml") + ":3:9: error: The case asks for the rules in `navel`";
        for (String command : List.of("run " + home.resolve("facts/sea"), "test " + home.resolve("facts"))) {
            Ran ran = Ran.command(command);
            assertThat(ran.exit()).as(command).isEqualTo(3);
            assertThat(ran.err())
                    .as(command)
                    .startsWith(place)
                    .contains("Maybe `naval`?", "    rules: [navel]", "1 error in 1 file");
        }
    }

    @Test
    void it_is_told_also_where_other_rules_do_more_than_conclude() throws IOException {
        write("facts/sea/case.yaml", CASE.replace("[naval]", "[navel]"));
        write("rules/naval/naval.drl", CONCLUDES.replace("insertLogical", "insert"));
        for (String command : List.of("run " + home.resolve("facts/sea"), "test " + home.resolve("facts"))) {
            Ran ran = Ran.command(command);
            assertThat(ran.exit()).as(command).isEqualTo(3);
            assertThat(ran.err()).as(command).contains("`navel`", "Maybe `naval`?", "1 error in 1 file");
        }
    }

    @Test
    void a_case_called_otherwise_than_its_folder_is_told_at_its_name() throws IOException {
        write("facts/sea/case.yaml", CASE.replace("case: sea", "case: see"));
        Ran check = Ran.command("check " + home.resolve("rules") + " " + home.resolve("facts/sea/case.yaml"));
        assertThat(check.out() + check.err())
                .contains(home.resolve("facts/sea/case.yaml") + ":1:7: warning: The case is called `see`");
    }

    @Test
    void a_folder_that_may_not_be_read_is_told_and_the_rest_is_checked() throws IOException {
        Path closed = Files.createDirectories(home.resolve("facts/closed"));
        Files.setPosixFilePermissions(closed, Set.of());
        assumeThat(Files.isReadable(closed)).isFalse();
        Ran check = Ran.command("check " + home.resolve("rules") + " " + home.resolve("facts"));
        assertThat(check.exit()).isEqualTo(3);
        assertThat(check.out() + check.err()).contains(closed + ": error: This cannot be read");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
