package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.demarche.Written;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckCliTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String DOUBTFUL = Written.rule(
                    "one", "    Intention( $a : actor, aim == \"gain\", $t : target )", "Move( $a, \"wait\", \"\" )")
            + Written.rule(
                            "two",
                            "    Intention( $a : actor, aim == \"gain\" )\n    Capability( actor == $a )",
                            "Move( $a, \"wait\", \"\" )")
                    .replace("@source", "@suppress( \"subsumed-rule: kept, for 100% of its source\" ) @source");

    @TempDir
    Path folder;

    @Test
    void warnings_come_before_notes_and_notes_are_only_where_something_stands() {
        doubtful();
        Ran ran = Ran.command("check " + folder);
        assertThat(ran.exit()).isZero();
        assertThat(shown(ran)).isEqualTo("""
                rules/test/test.drl:5:48: warning: Rule `one` binds `$t` and never uses it. Leave it out, or write the test or the sentence that it was meant for. [unused-variable]
                        Intention( $a : actor, aim == "gain", $t : target )
                                                                   ^
                note: a rule without `@title` [missing-title]
                  rules/test/test.drl:3, 9
                1 warning and 2 notes in 1 file; 1 suppressed
                """);
    }

    @Test
    void verbose_shows_every_note_in_full_and_what_is_suppressed_with_its_reason() {
        doubtful();
        assertThat(shown(Ran.command("check -v " + folder)))
                .contains(
                        "rules/test/test.drl:3:1: note: Rule `one` has no `@title`. Add a few words that can head it in"
                                + " explanations: `@title( \"…\" )`. [missing-title]\n    rule \"one\"",
                        "rules/test/test.drl:9:1: suppressed: Rule `two` adds nothing: wherever it concludes something,"
                                + " `one` does too. [subsumed-rule]\n    because kept, for 100% of its source\n")
                .endsWith("1 warning and 2 notes in 1 file; 1 suppressed\n");
    }

    @Test
    void quiet_leaves_notes_out_but_counts_them() {
        doubtful();
        assertThat(Ran.command("check -q " + folder).out())
                .doesNotContain("note:")
                .endsWith("1 warning and 2 notes in 1 file; 1 suppressed\n");
    }

    @Test
    void it_fails_from_the_level_on_that_is_asked_for() {
        doubtful();
        assertThat(Ran.command("check " + folder).exit()).isZero();
        assertThat(Ran.command("check --fail-level error " + folder).exit()).isZero();
        assertThat(Ran.command("check --fail-level warning " + folder).exit()).isEqualTo(4);
        assertThat(Ran.command("check --fail-level note " + folder).exit()).isEqualTo(4);
        Ran wrong = Ran.command("check --fail-level warn " + folder);
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(unwrapped(wrong)).contains("`warn` is no level: there are `error`, `warning` and `note`");
    }

    @Test
    void notes_alone_are_no_problem_unless_asked_for() {
        Written.rulesFolder(folder, Written.rule("one", "    Intention( $a : actor )", "Move( $a, \"wait\", \"\" )"));
        assertThat(shown(Ran.command("check " + folder))).isEqualTo("""
                note: a rule without `@title` [missing-title]
                  rules/test/test.drl:3
                no problems in 1 rule and 0 cases; 1 note
                """);
        assertThat(Ran.command("check --fail-level warning " + folder).exit()).isZero();
        assertThat(Ran.command("check --fail-level note " + folder).exit()).isEqualTo(4);
    }

    @Test
    void errors_end_with_3_at_every_level_and_in_every_form() {
        Written.rulesFolder(folder, "rule \"broken\" when Intention( $a : actor then end\n");
        for (String level : List.of("error", "warning", "note")) {
            assertThat(Ran.command("check --fail-level " + level + " " + folder).exit())
                    .isEqualTo(3);
        }
        for (String form : List.of("text", "json", "sarif", "github")) {
            Ran ran = Ran.command("check --format " + form + " " + folder);
            assertThat(ran.exit()).isEqualTo(3);
            assertThat(ran.out()).contains("drl-syntax");
        }
        validate(Ran.command("check --format sarif " + folder).out());
    }

    @Test
    void a_misspelt_suppression_is_an_error_with_a_suggestion() {
        Written.rulesFolder(folder, DOUBTFUL.replace("subsumed-rule", "subsumed-rules"));
        Ran ran = Ran.command("check " + folder);
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out())
                .contains(
                        "error: Rule `two` suppresses `subsumed-rules`, and no check is called so. Maybe `subsumed-rule`?");
    }

    @Test
    void json_has_the_check_its_page_the_place_and_what_is_suppressed() {
        doubtful();
        JsonNode document =
                JSON.readTree(Ran.command("check --format json " + folder).out());
        assertThat(document.propertyNames())
                .containsExactly(
                        "schema",
                        "rules",
                        "cases",
                        "expectations",
                        "errors",
                        "warnings",
                        "notes",
                        "problems",
                        "suppressed");
        JsonNode problem = document.get("problems").get(1);
        assertThat(problem.propertyNames())
                .containsExactly("severity", "check", "file", "line", "column", "message", "hint", "page");
        assertThat(problem.get("check").asString()).isEqualTo("unused-variable");
        assertThat(problem.get("page").asString()).isEqualTo("docs/checks/unused-variable.md");
        assertThat(document.get("suppressed").get(0).get("reason").asString())
                .isEqualTo("kept, for 100% of its source");
    }

    @Test
    void sarif_is_one_document_by_the_official_schema() {
        doubtful();
        Ran ran = Ran.command("check --format sarif " + folder);
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
        validate(ran.out());
        JsonNode run = JSON.readTree(ran.out()).get("runs").get(0);
        JsonNode rules = run.get("tool").get("driver").get("rules");
        List<JsonNode> results =
                StreamSupport.stream(run.get("results").spliterator(), false).toList();
        assertThat(results)
                .hasSize(4)
                .allSatisfy(result -> assertThat(
                                rules.get(result.get("ruleIndex").asInt()).get("id"))
                        .isEqualTo(result.get("ruleId")));
        JsonNode variable = results.get(1);
        assertThat(variable.get("level").asString()).isEqualTo("warning");
        JsonNode place = variable.get("locations").get(0).get("physicalLocation");
        assertThat(place.get("artifactLocation").get("uri").asString())
                .isEqualTo(folder.resolve("rules/test/test.drl").toUri().toString());
        assertThat(place.get("region").get("startLine").asInt()).isEqualTo(5);
        assertThat(place.get("region").get("snippet").get("text").asString()).contains("$t : target");
        JsonNode suppressed = results.get(3).get("suppressions").get(0);
        assertThat(suppressed.get("kind").asString()).isEqualTo("inSource");
        assertThat(suppressed.get("justification").asString()).isEqualTo("kept, for 100% of its source");
        assertThat(rules.get(0).get("help").get("markdown").asString()).contains("## Avoid");
    }

    @Test
    void sarif_names_files_from_where_the_user_stands() {
        JsonNode run = JSON.readTree(
                        Ran.command("check --format sarif rules facts").out())
                .get("runs")
                .get(0);
        validate(Ran.command("check --format sarif src/test/resources/bad-cases/bad-ids")
                .out());
        assertThat(run.get("results"))
                .allSatisfy(each -> assertThat(each.get("locations")
                                .get(0)
                                .get("physicalLocation")
                                .get("artifactLocation")
                                .get("uri")
                                .asString())
                        .matches("(rules|facts)/.*"));
    }

    @Test
    void github_gets_commands_with_what_it_would_misread_escaped() {
        doubtful();
        Path strange = folder.resolve("a,b%/rules/test");
        Written.write(strange.resolve("x.drl"), "package rules.test\nimport org.demarche.model.*\n" + DOUBTFUL);
        Written.write(folder.resolve("a,b%/rules/vocabulary.yaml"), Written.VOCABULARY);
        Written.write(folder.resolve("a,b%/rules/sources.yaml"), "test-source: {title: A source}\n");
        assertThat(shown(Ran.command("check --format github " + folder.resolve("a,b%/rules"))))
                .isEqualTo("""
                ::notice file=a%2Cb%25/rules/test/x.drl,line=3,col=1,title=missing-title::Rule `one` has no `@title`. Add a few words that can head it in explanations: `@title( "…" )`.
                ::warning file=a%2Cb%25/rules/test/x.drl,line=5,col=48,title=unused-variable::Rule `one` binds `$t` and never uses it. Leave it out, or write the test or the sentence that it was meant for.
                ::notice file=a%2Cb%25/rules/test/x.drl,line=9,col=1,title=missing-title::Rule `two` has no `@title`. Add a few words that can head it in explanations: `@title( "…" )`.
                1 warning and 2 notes in 1 file; 1 suppressed
                """);
    }

    @Test
    void a_check_is_explained_by_its_page() {
        assertThat(Ran.command("check --explain dead-rule").out())
                .startsWith("# dead-rule: ")
                .contains("## Avoid", "## Prefer", "## Why");
        assertThat(Ran.command("check --explain unknown-term").out())
                .isEqualTo("# unknown-term: a word that the vocabulary does not have\n");
        Ran wrong = Ran.command("check --explain dead-rules");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("There is no check `dead-rules`.", "Maybe `dead-rule`?");
        assertThat(Ran.command("check --explain dead-rule --format sarif").exit())
                .isEqualTo(2);
        assertThat(JSON.readTree(Ran.command("check --explain dead-rule --format json")
                                .out())
                        .get("page")
                        .asString())
                .isEqualTo("docs/checks/dead-rule.md");
    }

    @Test
    void other_commands_have_no_such_forms() {
        Ran ran = Ran.command("run facts/kestrel-strait --format sarif");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(unwrapped(ran)).contains("`sarif` is no format: there are `text` and `json`");
        assertThat(unwrapped(Ran.command("check --format xml")))
                .contains("`xml` is no format: there are `text`, `json`, `sarif` and `github`");
    }

    @Test
    void what_is_shipped_gives_no_cause_for_a_warning() {
        Ran ran = Ran.command("check rules facts --fail-level warning");
        assertThat(ran.exit()).as(ran.out()).isZero();
    }

    private void doubtful() {
        Written.rulesFolder(folder, DOUBTFUL);
    }

    private static String unwrapped(Ran ran) {
        return ran.err().replaceAll("\\s+", " ");
    }

    private String shown(Ran ran) {
        return ran.out().replace(folder + "/", "");
    }

    private static void validate(String sarif) {
        assertThat(errors(sarif)).isEmpty();
        assertThat(errors(sarif.replace("\"level\": \"warning\"", "\"level\": \"grave\"")))
                .isNotEmpty();
    }

    private static List<?> errors(String sarif) {
        try (InputStream official = CheckCliTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(official.readAllBytes(), StandardCharsets.UTF_8))
                    .validate(sarif, InputFormat.JSON);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
