package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.demarche.cases.CaseFile;
import org.demarche.inference.LimitReachedException;
import org.demarche.inference.Limits;
import org.demarche.model.Condition;
import org.demarche.source.LoadException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process that works on many cases, or with many sets of rules. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ManyCasesTest {

    private static final long MOST_GROWTH = 8L << 20;

    @TempDir
    Path folder;

    private static CaseFile about(String actor) {
        return CaseFile.builder("about-" + actor.toLowerCase(Locale.ROOT))
                .fact(new Condition(actor, "ready", ""))
                .build();
    }

    private Reasoner ready(String finding) {
        Path rules = Written.rulesFolder(
                folder,
                Written.rule(
                        "ready",
                        "Condition( $a : subject, state == \"ready\" )",
                        "Judgement( $a, \"" + finding + "\" )"));
        return Reasoner.load(rules);
    }

    @Test
    void each_result_stands_where_its_case_does() {
        List<CaseFile> cases = new ArrayList<>();
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            cases.add(about("" + letter + letter + letter));
        }
        Reasoner reasoner = ready("a");
        assertThat(reasoner.assessAll(cases, Written::text))
                .isEqualTo(
                        cases.stream().map(reasoner::assess).map(Written::text).toList());
    }

    @Test
    void what_is_wrong_with_the_first_case_that_cannot_be_assessed_is_told() {
        CaseFile wrong =
                CaseFile.builder("wrong").fact(new Condition("AAA", "redy", "")).build();
        assertThatThrownBy(() -> ready("a").assessAll(List.of(about("AAA"), wrong, about("BBB")), Written::text))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("redy");
        Limits none = Limits.DEFAULT.toBuilder().facts(0).build();
        assertThatThrownBy(() -> ready("a").assessAll(List.of(about("AAA"), wrong), none, Written::text))
                .isInstanceOf(LimitReachedException.class);
    }

    /** Nothing of rules that are no longer used stays: no classes are made of them, and no library remembers them. */
    @Test
    void a_thousand_sets_of_rules_leave_nothing_behind() {
        load(200);
        long memory = used();
        long classes = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
        load(1_000);
        assertThat(ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount() - classes)
                .isLessThan(100);
        assertThat(used() - memory).isLessThan(MOST_GROWTH);
    }

    private void load(int times) {
        CaseFile ready = about("AAA");
        for (int i = 0; i < times; i++) {
            String finding = i % 2 == 0 ? "a" : "b";
            Path rules = Written.rulesFolder(
                    folder.resolve("set"),
                    Written.rule(
                            "ready-" + i,
                            "Condition( $a : subject, state == \"ready\" )",
                            "Judgement( $a, \"" + finding + "\" )"));
            assertThat(Reasoner.load(rules).assess(ready).find("AAA." + finding))
                    .isPresent();
        }
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
