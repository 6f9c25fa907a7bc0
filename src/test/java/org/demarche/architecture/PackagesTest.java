package org.demarche.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The way data flows, from text to answers: each package may use those it is said to use here, and no others. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PackagesTest {

    private static final String BASE = "org.demarche";

    /** The facade, the package all others are in. */
    private static final String FACADE = "";

    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("source", List.of()),
            Map.entry("cache", List.of()),
            Map.entry("yaml", List.of("cache", "source")),
            Map.entry("model", List.of("source")),
            Map.entry("cases", List.of("cache", "model", "source", "yaml")),
            Map.entry("events", List.of("cases", "model", "source", "yaml")),
            Map.entry("rules", List.of("model", "source")),
            Map.entry("kept", List.of("cache", "rules", "cases", "model", "source")),
            Map.entry("compile", List.of("kept", "cache", "rules", "cases", "model", "source")),
            Map.entry("inference", List.of("rules", "model", "source")),
            Map.entry("engine", List.of("cache", "compile", "rules", "cases", "inference", "model", "source")),
            Map.entry("operational", List.of("compile", "cases", "inference", "model", "source", "yaml")),
            Map.entry("diagrams", List.of()),
            Map.entry("worlds", List.of("diagrams", "inference", "rules", "cases", "model")),
            Map.entry("evidence", List.of("worlds", "inference", "cases", "model", "source")),
            Map.entry("explain", List.of()),
            Map.entry("explain.matching", List.of("worlds", "inference", "rules", "model")),
            Map.entry("explain.wording", List.of("explain.matching", "inference", "rules", "cases", "model")),
            Map.entry(
                    "explain.why",
                    List.of(
                            "explain.wording",
                            "explain.matching",
                            "worlds",
                            "inference",
                            "rules",
                            "cases",
                            "model",
                            "source")),
            Map.entry(
                    "explain.whynot",
                    List.of(
                            "explain.why",
                            "explain.wording",
                            "explain.matching",
                            "worlds",
                            "inference",
                            "rules",
                            "cases",
                            "model",
                            "source")),
            Map.entry(
                    "explain.changes",
                    List.of(
                            "explain.whynot",
                            "explain.why",
                            "explain.wording",
                            "explain.matching",
                            "worlds",
                            "inference",
                            "rules",
                            "cases",
                            "model",
                            "source")),
            Map.entry(
                    "explain.causes",
                    List.of(
                            "explain.why",
                            "explain.wording",
                            "explain.matching",
                            "worlds",
                            "inference",
                            "rules",
                            "cases",
                            "model",
                            "source")),
            Map.entry(
                    FACADE,
                    List.of(
                            "cache",
                            "source",
                            "model",
                            "cases",
                            "rules",
                            "compile",
                            "inference",
                            "engine",
                            "worlds",
                            "evidence",
                            "explain")),
            Map.entry(
                    "hypotheses",
                    List.of(
                            FACADE,
                            "explain",
                            "evidence",
                            "compile",
                            "worlds",
                            "inference",
                            "rules",
                            "cases",
                            "model",
                            "source")),
            Map.entry(
                    "lint",
                    List.of(FACADE, "source", "model", "cases", "rules", "compile", "inference", "worlds", "explain")),
            Map.entry(
                    "check",
                    List.of(
                            FACADE,
                            "lint",
                            "operational",
                            "source",
                            "yaml",
                            "model",
                            "cases",
                            "rules",
                            "compile",
                            "inference",
                            "worlds",
                            "explain")),
            Map.entry(
                    "authoring",
                    List.of(FACADE, "explain", "compile", "cases", "rules", "inference", "model", "source")),
            Map.entry("authoring.format", List.of("compile", "source", "yaml")),
            Map.entry(
                    "authoring.schema",
                    List.of("operational", "check", "compile", "events", "cases", "inference", "model", "yaml")),
            Map.entry(
                    "coverage",
                    List.of(FACADE, "check", "source", "rules", "compile", "inference", "worlds", "explain")),
            Map.entry(
                    "mutants",
                    List.of(FACADE, "check", "source", "model", "cases", "rules", "compile", "inference", "worlds")),
            Map.entry(
                    "report",
                    List.of(
                            FACADE,
                            "cache",
                            "operational",
                            "authoring.format",
                            "events",
                            "evidence",
                            "hypotheses",
                            "coverage",
                            "mutants",
                            "check",
                            "lint",
                            "source",
                            "model",
                            "cases",
                            "rules",
                            "compile",
                            "inference",
                            "worlds",
                            "explain")),
            Map.entry("cli.repl", List.of()),
            Map.entry(
                    "cli",
                    List.of(
                            FACADE,
                            "cache",
                            "cli.repl",
                            "authoring",
                            "events",
                            "hypotheses",
                            "coverage",
                            "mutants",
                            "report",
                            "check",
                            "operational",
                            "lint",
                            "source",
                            "yaml",
                            "model",
                            "cases",
                            "rules",
                            "compile",
                            "inference",
                            "worlds",
                            "explain")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    @Test
    void packages_use_only_what_lies_below_them() {
        assertThat(packages()).isSubsetOf(MAY_USE.keySet());
        for (String name : packages()) {
            String[] others = packages().stream()
                    .filter(other -> !other.equals(name) && !mayUse(name, other))
                    .map(PackagesTest::qualified)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(qualified(name))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(CLASSES);
        }
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching(BASE + ".explain.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void only_those_who_run_it_know_drools() {
        noClasses()
                .that()
                .resideOutsideOfPackages(qualified("compile"), qualified("engine"), qualified("operational"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.kie..", "org.drools..")
                .check(CLASSES);
    }

    @Test
    void few_classes_know_what_lies_behind_the_kie_api() {
        Set<String> known = CLASSES.stream()
                .filter(each ->
                        each.getDirectDependenciesFromSelf().stream().anyMatch(use -> internal(use.getTargetClass())))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(known)
                .containsExactlyInAnyOrder(
                        "AllowedFile",
                        "CellPlaces",
                        "ConditionReader",
                        "ConstraintReader",
                        "Parts",
                        "DecisionTables",
                        "DeclaredTypes",
                        "DrlFile",
                        "FiringWatch",
                        "IndexKey",
                        "KnownNames",
                        "Listener",
                        "Metadata",
                        "OfRule",
                        "OperationalRules",
                        "OperationalSigns",
                        "Place",
                        "PossibilityModel",
                        "RuleReader",
                        "SessionChecks",
                        "SessionCompiler",
                        "SessionFacts",
                        "SessionMessages",
                        "StepConstraint",
                        "StepTests",
                        "SyntaxErrors",
                        "TypeReader",
                        "WordPlaces");
    }

    @Test
    void every_package_says_that_nothing_in_it_is_null() {
        for (String name : packages()) {
            classes()
                    .that()
                    .resideInAPackage(qualified(name))
                    .and()
                    .haveSimpleName("package-info")
                    .should()
                    .beAnnotatedWith(org.jspecify.annotations.NullMarked.class)
                    .check(CLASSES);
            assertThat(CLASSES.contain(qualified(name) + ".package-info"))
                    .as(qualified(name))
                    .isTrue();
        }
    }

    @Test
    void nobody_prints_but_the_command_line() {
        noClasses()
                .that()
                .resideOutsideOfPackage(qualified("cli"))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void reports_word_likelihood_and_confidence_only_in_lines_that_keep_them_apart() {
        assertThat(reportsThatCall("Likelihood", Set.of("phrase", "words", "phrases")))
                .isSubsetOf("LikelihoodLine", "Json", "RunJson")
                .contains("LikelihoodLine");
        assertThat(reportsThatCall("Confidence", Set.of("name", "toString", "word")))
                .isSubsetOf("ConfidenceLine", "Json", "RunJson")
                .contains("ConfidenceLine");
    }

    private static Set<String> reportsThatCall(String type, Set<String> methods) {
        return CLASSES.stream()
                .filter(each -> each.getPackageName().equals(qualified("report")))
                .filter(each -> each.getAccessesFromSelf().stream()
                        .anyMatch(
                                access -> access.getTargetOwner().getFullName().equals(qualified("model") + "." + type)
                                        && methods.contains(access.getTarget().getName())))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
    }

    /** Whoever may use a package may use those inside it, unless it is inside itself. */
    private static boolean mayUse(String name, String other) {
        List<String> used = MAY_USE.getOrDefault(name, List.of());
        return used.contains(other) || used.contains(other.split("\\.")[0]);
    }

    private static boolean internal(JavaClass used) {
        return used.getPackageName().startsWith("org.drools")
                || used.getPackageName().startsWith("org.kie.internal");
    }

    private static Set<String> packages() {
        return CLASSES.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.equals(BASE) ? FACADE : name.substring(BASE.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String qualified(String name) {
        return name.isEmpty() ? BASE : BASE + "." + name;
    }
}
