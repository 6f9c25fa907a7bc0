package org.demarche.authoring.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Vocabulary;
import org.demarche.check.ExpectationReader;
import org.demarche.compile.Rulebase;
import org.demarche.events.EventMapping;
import org.demarche.report.Reports;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas agree with the readers. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SchemasTest {

    private static final Path COMMITTED = Path.of("docs/schema");
    private static final Path BAD_CASES = Path.of("src/test/resources/bad-cases");
    private static final Map<SchemaKind, EditorView> EDITORS = new EnumMap<>(SchemaKind.class);

    /** What only somebody who knows all files, or the calendar, can see. */
    private static final List<String> NOT_STRUCTURAL = List.of(
            "unknown-actor",
            "unknown-source",
            "unknown-term",
            "unknown-question",
            "unknown-answer",
            "wrong-field",
            "not-an-actor",
            "duplicate-id",
            "duplicate-statement",
            "duplicate-key",
            "likelihood-sum",
            "other-scale",
            "no-case",
            "two-cases",
            "ambiguous-id",
            "bad-phrase",
            "missing-path",
            "empty-folder",
            "not-yaml",
            "not-text",
            "cut-off",
            "yaml-syntax",
            "yaml-alias",
            "yaml-anchor",
            "yaml-tag",
            "control-character",
            "unclear");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void the_committed_schemas_are_what_the_program_prints(SchemaKind kind) throws IOException {
        Path file = COMMITTED.resolve(kind.fileName());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, text(kind, Vocabulary.EMPTY));
        }
        assertThat(Files.readString(file)).isEqualTo(text(kind, Vocabulary.EMPTY));
    }

    static List<Path> shipped() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String root : List.of("facts", "rules", "docs/events")) {
            try (Stream<Path> found = Files.walk(Path.of(root))) {
                found.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(files::add);
            }
        }
        return files;
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shipped_files_are_valid(Path file) throws IOException {
        assertThat(editor(kind(file)).problems(Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shipped_files_are_valid_with_the_terms_of_the_vocabulary(Path file) throws IOException {
        Vocabulary words = Vocabulary.read(Path.of("rules/vocabulary.yaml"));
        EditorView editor = new EditorView(text(kind(file), words));
        assertThat(editor.problems(Files.readString(file))).isEmpty();
    }

    static List<Path> examples() throws IOException {
        try (Stream<Path> found = Files.walk(Path.of("docs/examples"))) {
            return found.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> kind(file) == SchemaKind.CASE)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void facts_of_declared_types_are_valid_wherever_facts_are() throws IOException {
        Path locations = Path.of("docs/examples/locations");
        EditorView editor = editor(SchemaKind.CASE);
        assertThat(editor.problems(Files.readString(locations.resolve("case.yaml"))))
                .isEmpty();
        assertThat(editor(SchemaKind.EXPECTATIONS)
                        .problems(Files.readString(locations.resolve("locations.expect.yaml"))))
                .isEmpty();
        for (String fact : List.of("{Alarm: }", "{Age: 5}", "{Person: {name: Ann, age: 5, guest: true}, note: x}")) {
            assertThat(editor.problems("facts:\n  - " + fact + "\n")).as(fact).isEmpty();
        }
        for (String fact : List.of(
                "{Person: {name: {first: Ann}}}",
                "{Person: [[Ann]]}",
                "{person: Ann}",
                "{Intention: VAR isolate KES}",
                "{Person: Ann, intention: VAR isolate KES}")) {
            assertThat(editor.problems("facts:\n  - " + fact + "\n")).as(fact).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void cases_for_plain_sessions_are_valid_by_their_own_schema(Path file) throws IOException {
        assertThat(editor(SchemaKind.SESSION).problems(Files.readString(file))).isEmpty();
        assertThat(editor(SchemaKind.SESSION).problems("case: x\nsteps: [insrt: {A: {}}]\n"))
                .isNotEmpty();
    }

    @Test
    void with_the_terms_of_the_vocabulary_a_misspelt_term_is_marked_in_each_notation() {
        EditorView editor = new EditorView(text(SchemaKind.CASE, Vocabulary.read(Path.of("rules/vocabulary.yaml"))));
        for (String fact : List.of("VAR isolat KES", "[VAR, isolat, KES]", "{actor: VAR, aim: isolat, target: KES}")) {
            String yaml = "facts:\n  - intention: " + fact + "\n";
            assertThat(editor.problems(yaml)).as(yaml).isNotEmpty();
            assertThat(editor.problems(yaml.replace("isolat", "isolate")))
                    .as(yaml)
                    .isEmpty();
        }
    }

    static List<Path> badCases() throws IOException {
        try (Stream<Path> entries = Files.list(BAD_CASES)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("badCases")
    void a_file_whose_fault_is_in_its_structure_is_marked(Path bad) throws IOException {
        for (Problem problem : problems(bad, BAD_CASES.resolve("vocabulary.yaml"))) {
            Path file = Path.of(problem.at().file());
            if (NOT_STRUCTURAL.contains(problem.check()) || !Files.isRegularFile(file)) {
                continue;
            }
            String yaml = Files.readString(file);
            if (EditorView.json(yaml).isPresent()) {
                assertThat(editor(kind(file)).problems(yaml))
                        .as(problem.toString())
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void what_a_schema_refuses_the_reader_refuses_too(int seed) throws IOException {
        Random random = new Random(seed);
        int refused = 0;
        for (Path file : shipped()) {
            for (int i = 0; i < 40; i++) {
                String mutated = mutated(Files.readString(file), random);
                if (EditorView.json(mutated).isPresent()
                        && !editor(kind(file)).problems(mutated).isEmpty()) {
                    refused++;
                    assertThat(readersRefuse(file, mutated))
                            .as(file + "\n" + editor(kind(file)).problems(mutated) + "\n" + mutated)
                            .isTrue();
                }
            }
        }
        assertThat(refused).isGreaterThan(20);
    }

    @ParameterizedTest
    @EnumSource
    void every_key_says_what_it_is_for(SchemaKind kind) {
        JsonNode schema = JsonMapper.builder().build().readTree(text(kind, Vocabulary.EMPTY));
        schema.findValues("properties").stream()
                .flatMap(properties -> properties.valueStream())
                .filter(JsonNode::isObject)
                .forEach(property -> assertThat(property.path("description").asString(""))
                        .as(property.toString())
                        .endsWith("."));
    }

    private static String mutated(String text, Random random) {
        String[] pieces = {"1", "x", "note: ", "null", "[a, b]", "{a: b}", "yes", "", "2031-13", "0.5", "a b c d e"};
        List<String> lines = new ArrayList<>(text.lines().toList());
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        int colon = line.lastIndexOf(": ");
        switch (random.nextInt(4)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.set(at, line.replaceFirst("\\w", ""));
            case 2 ->
                lines.set(
                        at,
                        colon < 0
                                ? line
                                : line.substring(0, colon + 2)
                                        + pieces[random.nextInt(pieces.length)]
                                        + (line.endsWith("}") ? "}" : ""));
            default -> lines.set(at, line.replaceFirst("[a-z-]+: ", pieces[random.nextInt(pieces.length)] + ": "));
        }
        return String.join("\n", lines) + "\n";
    }

    private boolean readersRefuse(Path file, String text) throws IOException {
        Path copy = folder.resolve("case");
        Files.createDirectories(copy);
        Path written = copy.resolve(file.getFileName().toString());
        Files.writeString(written, text);
        try {
            return switch (kind(file)) {
                case SESSION -> false;
                case CASE, CLAIMS ->
                    !problems(besides(file, copy), Path.of("rules/vocabulary.yaml"))
                            .isEmpty();
                case EXPECTATIONS -> {
                    Problems problems = new Problems();
                    ExpectationReader.read(written, problems);
                    yield problems.hasErrors();
                }
                case MAPPING -> mappingProblems(written);
                case VOCABULARY, SOURCES -> {
                    Files.writeString(copy.resolve("none.drl"), "package none\n");
                    yield loadProblems(copy);
                }
            };
        } finally {
            try (Stream<Path> files = Files.list(copy)) {
                files.forEach(SchemasTest::delete);
            }
        }
    }

    /** The mutated file among the others of its case. */
    private static Path besides(Path file, Path copy) throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            for (Path other :
                    files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                Path target = copy.resolve(other.getFileName().toString());
                if (!Files.exists(target)) {
                    Files.copy(other, target);
                }
            }
        }
        return copy;
    }

    private static boolean mappingProblems(Path mapping) {
        try {
            EventMapping.read(mapping, Vocabulary.read(Path.of("rules/vocabulary.yaml")));
            return false;
        } catch (LoadException broken) {
            return true;
        }
    }

    private static boolean loadProblems(Path rules) {
        try {
            Rulebase.load(List.of(rules));
            return false;
        } catch (LoadException broken) {
            return true;
        }
    }

    private static List<Problem> problems(Path caseFolder, Path vocabulary) {
        try {
            CaseFile.read(caseFolder, Vocabulary.read(vocabulary));
            return List.of();
        } catch (LoadException broken) {
            return broken.problems();
        }
    }

    private static SchemaKind kind(Path file) {
        String name = file.getFileName().toString();
        if (name.endsWith(".mapping.yaml")) {
            return SchemaKind.MAPPING;
        }
        return name.endsWith(".expect.yaml")
                ? SchemaKind.EXPECTATIONS
                : Arrays.stream(SchemaKind.values())
                        .filter(kind -> name.equals(kind.key() + ".yaml"))
                        .findFirst()
                        .orElse(SchemaKind.CASE);
    }

    private static EditorView editor(SchemaKind kind) {
        return EDITORS.computeIfAbsent(kind, each -> new EditorView(text(each, Vocabulary.EMPTY)));
    }

    private static String text(SchemaKind kind, Vocabulary words) {
        return Reports.document(Schemas.of(kind, words)).json();
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }
}
