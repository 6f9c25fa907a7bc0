package org.demarche.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.demarche.Assessment;
import org.demarche.model.Fact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * The engine against clingo, which enumerates stable models. Where nothing is undefined there is exactly one, the same. Where
 * something is, whatever holds definitely is in every stable model and whatever is false in none (Van Gelder, Ross and Schlipf
 * 1991); there may be none at all, and then there is nothing to compare.
 *
 * @see Sizes how to try more
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClingoTest {

    @TempDir
    Path folder;

    private int total;
    private int partial;
    private int without;
    private int facts;

    @BeforeEach
    void needs_clingo() {
        Clingo.require();
    }

    @Test
    void random_programs_have_the_stable_models_that_clingo_finds(TestReporter reporter) throws Exception {
        Map<String, Assessment> cases = new LinkedHashMap<>();
        Map<String, Program> byName = new LinkedHashMap<>();
        for (Assessed each : Programs.SHARED.all()) {
            cases.put(each.program().name(), each.assessment());
            byName.put(each.program().name(), each.program());
        }
        int consistent = compare(cases, byName);
        report(reporter, cases.size() + " programs, " + consistent + " without contradiction");
        assertThat(cases).hasSizeGreaterThanOrEqualTo(300);
        assertThat(consistent).as("programs with nothing undefined").isGreaterThanOrEqualTo(200);
        assertThat(partial).as("scenarios with something undefined").isPositive();
    }

    @Test
    void shipped_cases_have_the_stable_models_that_clingo_finds(TestReporter reporter) throws Exception {
        Map<String, Assessment> cases = Shipped.assessments();
        assertThat(compare(cases, cases)).isEqualTo(cases.size());
        report(reporter, "the shipped cases");
    }

    private void report(TestReporter reporter, String what) {
        reporter.publishEntry(
                "compared",
                what + "; " + total + " scenarios equal, " + partial + " with something undefined (" + without
                        + " without stable model), " + facts + " facts true or undefined");
    }

    /** Returns how many cases have nothing undefined in any scenario. */
    private int compare(Map<String, Assessment> cases, Map<String, ?> described)
            throws IOException, InterruptedException {
        Map<Set<String>, List<Set<String>>> models = Clingo.models(AspProgram.of(cases), folder);
        int consistent = 0;
        for (Map.Entry<String, Assessment> each : cases.entrySet()) {
            int before = partial;
            Engine.truths(each.getValue()).forEach((scenario, truths) -> {
                Supplier<String> what = () -> "scenario " + scenario + " of " + described.get(each.getKey());
                compare(truths, models.getOrDefault(AspProgram.key(each.getKey(), scenario), List.of()), what);
            });
            consistent += partial == before ? 1 : 0;
        }
        return consistent;
    }

    private void compare(Truths truths, List<Set<String>> models, Supplier<String> what) {
        Set<String> definite = atoms(truths.definite());
        Set<String> possible = new HashSet<>(atoms(truths.undefined()));
        facts += definite.size() + possible.size();
        possible.addAll(definite);
        if (truths.undefined().isEmpty()) {
            total++;
            assertThat(models).as(what).containsExactly(definite);
            return;
        }
        partial++;
        without += models.isEmpty() ? 1 : 0;
        for (Set<String> model : models) {
            assertThat(model).as(() -> "true in " + what.get()).containsAll(definite);
            assertThat(possible).as(() -> "not false in " + what.get()).containsAll(model);
        }
    }

    private static Set<String> atoms(Collection<Fact> facts) {
        return facts.stream()
                .filter(fact -> fact.type().concluded())
                .map(AspProgram::atom)
                .collect(Collectors.toSet());
    }
}
