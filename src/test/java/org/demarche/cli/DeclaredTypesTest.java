package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.cases.CaseFile;
import org.demarche.compile.Rulebase;
import org.demarche.inference.Status;
import org.demarche.model.FactType;
import org.demarche.model.Kinds;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules over types that their files declare are reasoned with, wherever they only match and conclude. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeclaredTypesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path LOCATIONS = Path.of("docs/examples/locations");
    private static final Path FOLDER = Path.of("src/test/resources/declared");

    @ParameterizedTest(name = "{0}")
    @MethodSource("asked")
    void what_is_concluded_has_scenarios_and_reasons(String name, String command) throws IOException {
        Ran ran = Ran.command(command);
        Path golden = FOLDER.resolve("locations").resolve(name + ".txt");
        if (name.equals("run")) {
            golden = LOCATIONS.resolve("expected.txt");
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, ran.out());
        }
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).isEqualTo(Files.readString(golden));
    }

    static List<String[]> asked() {
        return Stream.of(
                        "run",
                        "why Location.key.office",
                        "whynot Location.key.attic",
                        "scenarios",
                        "check",
                        "whatif --add {Location:[attic,office]}",
                        "whatif --answer where-is-the-drawer=attic")
                .map(each -> {
                    String[] words = each.split(" ", 2);
                    String rest = words.length > 1 ? " " + words[1] : "";
                    String name = each.replaceAll("[^A-Za-z]+", "-").replaceAll("-$", "");
                    return new String[] {name, words[0] + " " + LOCATIONS + rest};
                })
                .toList();
    }

    @Test
    void what_is_true_or_not_may_be_asked_in_brackets_too(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("rules.drl"), """
                package truths
                declare A x : String  b : boolean  n : int end
                declare One x : String end
                declare Two x : String end
                declare Three x : String end
                declare Four x : String end
                rule "not" when A( $x : x, !( b ) ) then insertLogical( new One( $x ) ); end
                rule "neither" when A( $x : x, !( b || n == 1 ) ) then insertLogical( new Two( $x ) ); end
                rule "either" when A( $x : x, n == 2 || !( b ) ) then insertLogical( new Three( $x ) ); end
                rule "so" when A( $x : x, ( b ) ) then insertLogical( new Four( $x ) ); end
                """);
        Files.writeString(folder.resolve("case.yaml"), """
                case: truths
                facts:
                  - {A: [t1, true, 1]}
                  - {A: [t2, true, 2]}
                  - {A: [f1, false, 1]}
                  - {A: [f2, false, 2]}
                """);
        Ran ran = Ran.command("run " + folder);
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out().lines().filter(line -> line.startsWith("  ")).map(line -> line.replaceFirst(".* ", "")))
                .containsExactly(
                        "Four.t1", "Four.t2", "One.f1", "One.f2", "Three.f1", "Three.f2", "Three.t2", "Two.f2");
    }

    @Test
    void they_can_be_tested_and_every_change_of_the_rule_is_noticed() {
        assertThat(Ran.command("test " + LOCATIONS + " --mutants").exit()).isZero();
    }

    @Test
    void they_are_accepted_where_only_declarative_rules_are() {
        Ran ran = Ran.command("run " + LOCATIONS + " --declarative-only");
        assertThat(ran.out()).isEqualTo(Ran.command("run " + LOCATIONS).out());
        assertThat(ran.exit()).isZero();
    }

    @Test
    void numbers_stay_numbers_in_json() {
        Path folder = FOLDER.resolve("as-plain-drools/insurance");
        JsonNode document = JSON.readTree(Ran.command("run " + folder + " --rules " + folder + " --format json")
                .out());
        JsonNode first = document.get("inferences").get(0);
        assertThat(first.get("kind").asString()).isEqualTo("Accidents");
        assertThat(first.get("count").isNumber()).isTrue();
        assertThat(first.get("values").get("driver").asString()).isEqualTo("Bob");
    }

    /** Without questions there is one scenario, in which plain Drools must come to the same. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("plain")
    void one_scenario_is_what_plain_drools_comes_to(Path folder) {
        Kinds kinds = Rulebase.kinds(List.of(folder));
        assertThat(kinds.declared()).isNotEmpty();
        CaseFile file = CaseFile.read(folder, Optional.empty(), kinds);
        Assessment assessment = Reasoner.load(folder).assess(file);
        Set<String> ours = new TreeSet<>();
        file.statements().forEach(each -> ours.add(each.fact().id()));
        assessment.inferences().stream()
                .filter(each -> each.status() == Status.ROBUST)
                .forEach(each -> ours.add(each.id()));
        // That every firing is told asks for a plain session.
        Ran ran = Ran.command("run " + folder + " --rules " + folder + " --log --format json");
        assertThat(ours).hasSizeGreaterThan(file.statements().size());
        assertThat(ours).isEqualTo(facts(JSON.readTree(ran.out()).get("facts"), kinds));
    }

    private static Set<String> facts(JsonNode byType, Kinds kinds) {
        Set<String> ids = new TreeSet<>();
        for (FactType type : kinds.declared()) {
            JsonNode facts = byType.path(type.typeName());
            for (JsonNode fact : facts) {
                List<String> words = new ArrayList<>();
                type.fields()
                        .forEach(field -> words.add(
                                field.word(fact.get(field.name()).asString()).orElseThrow()));
                ids.add(type.create(words).id());
            }
        }
        return ids;
    }

    static List<Path> plain() throws IOException {
        return folders("as-plain-drools");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("told")
    void what_is_wrong_or_more_than_concluding_is_told(Path folder) throws IOException {
        Ran ran = Ran.command("run " + folder.resolve("case.yaml") + " --rules " + folder);
        String told = ("exit " + ran.exit() + "\n" + ran.out() + ran.err()).replace(FOLDER + "/told/", "");
        Path golden = folder.resolve("expected.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, told);
        }
        assertThat(told).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void what_could_run_code_is_refused_where_only_declarative_rules_are(Path file) {
        Ran ran = Ran.command("run facts/kestrel-strait --declarative-only --rules " + file);
        assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(3);
        assertThat(ran.err()).startsWith(file + ":").matches("(?s)[^:]+:\\d+:\\d+: error: .*");
        assertThat(System.getProperty("demarche.pwned")).isNull();
    }

    static List<Path> refused() throws IOException {
        return folders("refused");
    }

    static List<Path> told() throws IOException {
        return folders("told");
    }

    @Test
    void folders_of_rules_may_declare_types_of_one_name_as_long_as_no_case_uses_both() {
        Path rules = FOLDER.resolve("one-name/rules");
        Path facts = FOLDER.resolve("one-name/facts");
        Ran check = Ran.command("check " + rules + " " + facts);
        assertThat(check.out()).contains("no problems in 2 rules and 2 cases");
        Ran test = Ran.command("test " + facts);
        assertThat(test.out()).as(test.err()).contains("2 expectations met");
    }

    private static List<Path> folders(String name) throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER.resolve(name))) {
            return folders.sorted().toList();
        }
    }
}
