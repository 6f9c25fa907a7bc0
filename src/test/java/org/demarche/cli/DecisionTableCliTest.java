package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decision tables: what is wrong with one, or makes it operational, is told by its rows and cells. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DecisionTableCliTest {

    private static final String TABLE = """
            "RuleSet","pricing"
            "Declare","declare Driver age : int end"

            "RuleTable premium"
            "CONDITION","ACTION"
            "$driver : Driver",""
            "age >= $param","modify( $driver ) { setAge( $param ) };"
            "Age","New"
            30,31
            40,forty
            50,fifty
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void a_case() throws IOException {
        Files.writeString(folder.resolve("case.yaml"), "case: drivers\nfacts:\n  - {Driver: {age: 20}}\n");
    }

    @Test
    void what_does_not_compile_is_told_by_its_rows_in_their_order() throws IOException {
        Files.writeString(folder.resolve("p.drl.csv"), TABLE.replace("30,31", "30,thirty"));
        Ran ran = Ran.command("run " + folder);
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err().replace(folder + "/", "").lines().filter(line -> line.contains("error:")))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("p.drl.csv:9: error: In the row of cell A9: Nothing is called `thirty`"),
                        line -> assertThat(line).startsWith("p.drl.csv:10: error: In the row of cell A10:"),
                        line -> assertThat(line).startsWith("p.drl.csv:11: error: In the row of cell A11:"));
    }

    @Test
    void a_sign_names_its_cell_and_a_rule_that_fails_its_row() throws IOException {
        Files.writeString(
                folder.resolve("p.drl.csv"),
                TABLE.replace("30,31", "10,1 / ($driver.getAge() - 20)").replace("40,forty\n50,fifty\n", ""));
        Ran ran = Ran.command("run " + folder);
        assertThat(ran.err()).contains("p.drl.csv:9: error: The rule `premium_9` failed here", "it divides by 0.");
        Ran check = Ran.command("check " + folder + " --format json");
        assertThat(check.out()).contains("p.drl.csv");
    }

    @Test
    void a_spreadsheet_is_read_whatever_the_letters_of_its_name() throws IOException {
        spreadsheet(folder.resolve("P.XLS"), TABLE.replace("40,forty\n50,fifty\n", ""));
        Ran ran = Ran.command("run " + folder);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().replaceAll("\\s+", " "))
                .contains("P.XLS:9 the rule `premium_9` does more than conclude: `modify` (row of cell A9)");
    }

    @Test
    void rule_files_and_cases_are_read_whatever_the_letters_of_their_names() throws IOException {
        Files.move(folder.resolve("case.yaml"), folder.resolve("CASE.YAML"));
        Files.writeString(
                folder.resolve("drivers.DRL"),
                "package d\ndeclare Driver\n    age : int\nend\nrule \"old\"\nwhen\n    $d : Driver( age < 30 )\nthen\n"
                        + "    delete( $d );\nend\n");
        assertThat(Ran.command("run " + folder).out()).contains("Rules fired 1 time");
        assertThat(Ran.command("check " + folder).out()).contains("in 1 rule and 1 case");
    }

    private static void spreadsheet(Path path, String csv) throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(path)) {
            Sheet sheet = book.createSheet();
            String[] lines = csv.split("\n");
            for (int i = 0; i < lines.length; i++) {
                Row row = sheet.createRow(i);
                String[] cells = lines[i].replaceAll("^\"|\"$", "").split("\"?,\"?");
                for (int j = 0; j < cells.length; j++) {
                    row.createCell(j).setCellValue(cells[j]);
                }
            }
            book.write(out);
        }
    }
}
