package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What `test` says of a small case whose expectations are changed, in all its forms. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TestCommandTest {

    private static final String MEANS = "Capability( actor == $actor, means == \"naval-interdiction\" )";

    @TempDir
    Path folder;

    private Path facts = Path.of("");
    private Path expected = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        facts = folder.resolve("facts/kestrel-strait");
        expected = facts.resolve("kestrel-strait.expect.yaml");
        for (String file : List.of(
                "rules/vocabulary.yaml",
                "rules/sources.yaml",
                "rules/maritime/maritime.drl",
                "facts/kestrel-strait/case.yaml")) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.copy(Path.of(file), folder.resolve(file));
        }
    }

    private Ran test(String options) {
        return Ran.command("test " + facts + " " + options);
    }

    private void expect(String... lines) throws IOException {
        Files.writeString(expected, String.join("\n", lines) + "\n");
    }

    @Test
    void a_change_that_nobody_notices_is_told_with_an_expectation_that_would_notice_it() throws IOException {
        expect("- {expect: VAR.quarantine.KES}", "- {expect: KES.convoys-escorted.HAL}");
        Ran ran = test("--mutants --format json");
        assertThat(ran.exit()).isEqualTo(4);
        JsonNode mutants = JsonMapper.builder().build().readTree(ran.out()).get("mutants");
        int before = mutants.get("survived").asInt();
        assertThat(before).isPositive();
        List<String> missing = IntStream.range(0, mutants.get("changes").size())
                .mapToObj(i -> mutants.get("changes").get(i))
                .filter(each -> each.get("fate").asString().equals("survived"))
                .map(each -> each.get("missing").get("yaml").asString())
                .distinct()
                .toList();
        Files.writeString(expected, Files.readString(expected) + String.join("\n", missing) + "\n");
        Ran again = test("--mutants");
        assertThat(again.out()).doesNotContain("not noticed");
        assertThat(again.exit()).isZero();
    }

    @Test
    void changes_are_not_tried_while_expectations_are_unmet_and_that_is_told() throws IOException {
        expect("- {expect: VAR.quarantine.KES, status: robust}");
        Ran ran = test("--mutants");
        assertThat(ran.exit()).isEqualTo(4);
        assertThat(ran.out()).endsWith("Changes of rules are tried once all expectations are met.\n");
    }

    @Test
    void a_reason_will_do_instead_and_is_told_when_it_is_needless() throws IOException {
        expect(
                "- {expect: VAR.quarantine.KES, status: contingent, scenarios: 1}",
                "- {expect: KES.convoys-escorted.HAL, status: contingent, scenarios: 1, without: quarantine-before-blockade}",
                "- {expect-not: VAR.quarantine.KES, given: {ally-escorts: yes}}",
                "- accept: quarantine-before-blockade",
                "  mutant: drop-condition",
                "  of: '" + MEANS + "'",
                "  because: every navy can",
                "- {accept: escort-covers-convoys, mutant: drop-rule, because: no matter}",
                "- {accept: escort-covers-convoy, mutant: drop-rule, because: misspelt}");
        Ran ran = test("--mutants -v");
        assertThat(ran.exit()).isEqualTo(4);
        assertThat(ran.out())
                .contains("A reason is given why nothing notices a change of `escort-covers-convoys`")
                .contains("Maybe `escort-covers-convoys`?")
                .doesNotContain("of `quarantine-before-blockade`, but");
    }

    @Test
    void too_little_coverage_ends_with_4_and_says_what_was_not_seen() throws IOException {
        expect("- {expect: VAR.quarantine.KES}");
        assertThat(test("--min-rule-coverage 100").exit()).isZero();
        Ran ran = test("--min-condition-coverage 95");
        assertThat(ran.exit()).isEqualTo(4);
        assertThat(ran.out())
                .contains("less than the 95% wanted")
                .contains("never decisive: Capability( actor == $actor");
        assertThat(test("--min-condition-coverage 101").exit()).isEqualTo(2);
        expect(
                "- {expect: VAR.quarantine.KES}",
                "- {expect-not: VAR.quarantine.KES, drop: [VAR.naval-interdiction.KES]}");
        assertThat(test("--coverage").out()).doesNotContain("Capability(");
    }

    @Test
    void what_is_dropped_must_be_stated_and_what_is_added_must_be_understood() throws IOException {
        expect(
                "- {expect-not: VAR.quarantine.KES, drop: [VAR.naval-interdition.KES]}",
                "- {expect: KES.convoys-escorted.HAL, status: robust, add: [\"event: HAL escrt KES\"]}");
        Ran ran = test("");
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .contains("Maybe `VAR.naval-interdiction.KES`?")
                .contains("escrt")
                .contains("Maybe `escort`?");
        expect("- {expect: KES.convoys-escorted.HAL, status: robust, add: [\"event: HAL escort KES\"]}");
        assertThat(test("").exit()).isZero();
    }

    @Test
    void junit_xml_has_files_lines_and_failures() throws Exception {
        expect(
                "- {expect: VAR.quarantine.KES, status: robust}",
                "- {expect-not: \"VAR.quarantine.KES\", given: {ally-escorts: yes}}");
        Ran ran = test("--coverage --format junit");
        assertThat(ran.exit()).isEqualTo(4);
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(ran.out().getBytes(StandardCharsets.UTF_8)));
        Element root = document.getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("testsuites");
        assertThat(root.getAttribute("tests")).isEqualTo("4");
        assertThat(root.getAttribute("failures")).isEqualTo("1");
        Element first = (Element) document.getElementsByTagName("testcase").item(0);
        assertThat(first.getAttribute("file")).endsWith("kestrel-strait.expect.yaml");
        assertThat(first.getAttribute("line")).isEqualTo("1");
        assertThat(((Element) document.getElementsByTagName("failure").item(0)).getAttribute("message"))
                .startsWith("It is contingent");
        assertThat(Ran.command("run " + facts + " --format junit").exit()).isEqualTo(2);
    }

    @Test
    void tap_has_a_plan_and_a_reason_for_each_failure() throws IOException {
        expect("- {expect: VAR.quarantine.KES, status: robust}", "- {expect: KES.convoys-escorted.HAL}");
        assertThat(test("--format tap").out().lines())
                .startsWith("TAP version 14", "1..2", "not ok 1 - VAR.quarantine.KES is robust", "  ---")
                .contains("  ...", "ok 2 - KES.convoys-escorted.HAL holds in some scenario");
    }

    @Test
    void expectations_of_what_has_none_are_written_and_nothing_is_overwritten() throws IOException {
        expect("- {expect: VAR.quarantine.KES}");
        Ran ran = test("--update");
        assertThat(ran.out())
                .contains(
                        "- {expect: KES.convoys-escorted.HAL, status: contingent, scenarios: 1, by: escort-covers-convoys}")
                .doesNotContain("VAR.quarantine.KES");
        String before = Files.readString(expected);
        Ran refused = test("--update -o " + expected);
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(Files.readString(expected)).isEqualTo(before);
        Path other = facts.resolve("more.expect.yaml");
        assertThat(test("--update -o " + other).exit()).isZero();
        assertThat(test("").out()).isEqualTo("2 expectations met\n");
    }
}
