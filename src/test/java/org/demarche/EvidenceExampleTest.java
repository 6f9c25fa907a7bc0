package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.model.Report;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports that {@code docs/evidence.md} shows mean what it says of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EvidenceExampleTest {

    private static final String REPORTED = "hal-escort-kes-2031-04-02";

    @TempDir
    Path folder;

    @Test
    void a_copy_has_the_origin_of_what_it_repeats_and_grades_come_from_sources() throws IOException {
        CaseFile file = strait(LocalDate.of(2031, 4, 3));

        assertThat(file.statementsAt())
                .extracting(statement -> statement.fact())
                .filteredOn(Report.class::isInstance)
                .containsExactlyInAnyOrder(
                        new Report("escorts-coming", "strait-wire-2031", "ally-escorts", "yes", "C", "3", "anonymous"),
                        new Report(
                                "escorts-coming-too",
                                "kestrel-radio-2031",
                                "ally-escorts",
                                "yes",
                                "C",
                                "3",
                                "anonymous"),
                        new Report("two-destroyers", "strait-wire-2031", REPORTED, "yes", "B", "2", "harbour-master"));
    }

    @Test
    void a_reported_fact_is_a_question_until_the_report_is_withdrawn() throws IOException {
        assertThat(strait(LocalDate.of(2031, 4, 1)).questionsAt())
                .extracting(Question::id)
                .doesNotContain(REPORTED);
        assertThat(strait(LocalDate.of(2031, 4, 2)).questionsAt())
                .extracting(Question::id)
                .contains(REPORTED);
        assertThat(strait(LocalDate.of(2031, 4, 5)).questionsAt())
                .extracting(Question::id)
                .doesNotContain(REPORTED);
    }

    private CaseFile strait(LocalDate day) throws IOException {
        Matcher example = Pattern.compile("(?ms)^<!-- example: reports -->\\n```yaml\\n(.*?)^```$")
                .matcher(Files.readString(Path.of("docs/evidence.md")));
        assertThat(example.find()).isTrue();
        String yaml = example.group(1)
                .replace(
                        "actors:\n",
                        "actors:\n  HAL: {name: Halcyon, kind: state}\n  KES: {name: Kestrel, kind: state}\n");
        Path file = folder.resolve("strait/case.yaml");
        Written.write(file, "case: strait\n" + yaml + "questions: {ally-escorts: {answers: [yes, no]}}\n");
        return CaseFile.read(file.getParent()).asOf(day);
    }
}
