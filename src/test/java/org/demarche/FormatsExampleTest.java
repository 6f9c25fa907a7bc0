package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demarche.cases.CaseFile;
import org.demarche.inference.Status;
import org.demarche.model.Likelihood;
import org.demarche.model.LikelihoodScale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/formats.md} says of rules, dates and likelihoods is so. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FormatsExampleTest {

    @TempDir
    Path folder;

    @Test
    void the_signs_are_counted_each_once() throws IOException {
        Matcher example = Pattern.compile("(?ms)^<!-- example: signs -->\\n```drl\\n(.*?)^```$")
                .matcher(formats());
        assertThat(example.find()).isTrue();
        Written.rulesFolder(folder, example.group(1));
        Written.write(folder.resolve("rules/sources.yaml"), "schelling-1966: {title: Arms and Influence}\n");
        Written.write(folder.resolve("rules/vocabulary.yaml"), """
                relation: {adversary-of: "is an adversary of {other}"}
                state: {reserves-called-up: "a[ {about}]", leave-cancelled: "b[ {about}]", airspace-closed: "c[ {about}]",
                  hospitals-cleared: "d[ {about}]", calm: "is calm"}
                finding: {makes-ready: "makes ready"}
                """);
        Reasoner reasoner = Reasoner.load(folder.resolve("rules"));
        assertThat(ready(reasoner, "airspace-closed BBB", "airspace-closed CCC", "calm"))
                .as("one sign, stated twice")
                .isFalse();
        assertThat(ready(reasoner, "airspace-closed BBB", "leave-cancelled")).isTrue();
    }

    private boolean ready(Reasoner reasoner, String... conditions) {
        StringBuilder facts = new StringBuilder("facts:\n  - relation: AAA adversary-of BBB\n");
        for (String condition : conditions) {
            facts.append("  - condition: AAA ").append(condition).append('\n');
        }
        return reasoner.assess(Written.caseFile(folder, facts.toString()))
                .find("AAA.makes-ready")
                .isPresent();
    }

    @Test
    void a_future_event_needs_to_be_known() throws IOException {
        Matcher example = Pattern.compile("(?ms)^```yaml\\n(as-of: 2031-04-02\\nquestions:.*?)^```$")
                .matcher(formats());
        assertThat(example.find()).isTrue();
        assertThat(escorted(example.group(1))).isTrue();
        assertThat(escorted(example.group(1).replace(", known: 2031-03-01", "")))
                .as("without `known`")
                .isFalse();
        assertThat(escorted(example.group(1).replace(" 2031-05-01, known: 2031-03-01", "")))
                .as("without a date")
                .isTrue();
    }

    private boolean escorted(String yaml) {
        Reasoner reasoner = Reasoner.load(Path.of("rules"));
        CaseFile caseFile = Written.wholeCase(folder, """
                actors: {KES: {name: Kestrel}, HAL: {name: Halcyon}}
                facts: [{relation: HAL ally-of KES}]
                rules: [maritime]
                """ + yaml);
        return reasoner.assess(caseFile)
                .find("KES.convoys-escorted.HAL")
                .filter(each -> each.status() == Status.CONTINGENT)
                .isPresent();
    }

    @Test
    void lists_are_tested_by_in_and_not_in() throws IOException {
        assertThat(formats()).contains("`state in ( \"ready\", \"firm\" )`", "`state not in ( \"weak\", $state )`");
        Reasoner reasoner = Written.rules(
                folder,
                Written.rule(
                                "in",
                                "    Condition( $a : subject, state in ( \"ready\", \"firm\" ) )",
                                "Judgement( $a, \"a\" )")
                        + Written.rule(
                                "not-in",
                                "    Condition( subject == \"AAA\", $state : state )\n"
                                        + "    Condition( $b : subject, state not in ( \"weak\", $state ) )",
                                "Judgement( $b, \"b\" )"));
        Assessment assessment = reasoner.assess(Written.caseFile(
                folder, "facts: [{condition: AAA firm}, {condition: BBB weak}, {condition: CCC bold}]"));
        assertThat(assessment.inferences()).extracting(Object::toString).containsExactly("AAA.a", "CCC.b");
    }

    @Test
    void the_tables_have_every_phrase_of_every_scale_with_its_interval() throws IOException {
        List<String> rows = formats()
                .lines()
                .filter(line -> line.matches("\\| `[a-z ]+` \\|.*`\\[[0-9., ]+]` \\|"))
                .collect(Collectors.toCollection(ArrayList::new));
        List<String> phrases =
                rows.stream().flatMap(row -> phrases(row).stream()).toList();
        assertThat(phrases)
                .containsExactlyElementsOf(Arrays.stream(LikelihoodScale.values())
                        .flatMap(scale -> Likelihood.phrases(scale).stream())
                        .toList());
        int at = 0;
        for (LikelihoodScale scale : LikelihoodScale.values()) {
            int last = at + Likelihood.phrases(scale).size();
            while (at < last) {
                String row = rows.remove(0);
                for (String phrase : phrases(row)) {
                    assertThat(Likelihood.ofWords(phrase, scale)).as(row).contains(numbers(row));
                    at++;
                }
                assertThat(row).containsPattern(percent(numbers(row)));
            }
        }
    }

    private static List<String> phrases(String row) {
        return Pattern.compile("`([a-z ]+)`")
                .matcher(row)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Likelihood numbers(String row) {
        String[] numbers = row.replaceAll(".*\\[|].*", "").split(", ");
        return new Likelihood(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
    }

    /** {@code 5 to 20}, {@code 7 ± 5}, {@code up to 5}, {@code from 95}. */
    private static String percent(Likelihood meant) {
        long low = Math.round(100 * meant.low());
        long high = Math.round(100 * meant.high());
        return low == 0
                ? "\\| up to " + high + " \\|"
                : high == 100
                        ? "\\| from " + low + " \\|"
                        : "\\| (" + low + " to (under )?" + high + "|" + (low + high) / 2 + " ± " + (high - low) / 2
                                + ") \\|";
    }

    /** Beside `unlikely` an answer without likelihood has what is left, 55 to 80 percent. */
    @Test
    void an_answer_without_likelihood_takes_what_the_others_leave() {
        Reasoner reasoner =
                Written.rules(folder, Written.rule("r", "    Condition( $a : subject )", "Judgement( $a, \"a\" )"));
        Assessment assessment = reasoner.assess(Written.caseFile(
                folder,
                "questions: {q: {answers: {yes: {likelihood: unlikely}, no: {facts: [{condition: AAA ready}]}}}}"));
        assertThat(assessment.find("AAA.a").orElseThrow().likelihood().likelihood())
                .hasValueSatisfying(likelihood -> {
                    assertThat(likelihood.low()).isEqualTo(0.55, offset(1e-9));
                    assertThat(likelihood.high()).isEqualTo(0.80, offset(1e-9));
                });
    }

    private static String formats() throws IOException {
        return Files.readString(Path.of("docs/formats.md"));
    }
}
