package org.demarche.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.Written;
import org.demarche.cases.CaseFile;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random rules with loops, absences, alternatives and tendencies: what comes out never hangs on the order in the file. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrderTest {

    private static final int PROGRAMS = 12;
    private static final int RULES = 9;
    private static final int ORDERS = 5;
    private static final List<String> FINDINGS = List.of("a", "b", "c", "d");
    private static final String CASE = """
            actors: {AAA: {name: Aland}, BBB: {name: Bland}, CCC: {name: Cland}}
            facts:
              - relation: AAA near BBB
              - relation: BBB near CCC
              - condition: AAA weak
            questions:
              first: {answers: {yes: {facts: [condition: AAA ready]}, no: }}
              second: {answers: {one: {facts: [condition: BBB ready]}, two: {facts: [relation: CCC near AAA]}, three: }}
            """;

    @TempDir
    Path folder;

    private final Random random = new Random(20260402);

    @Test
    void the_same_comes_out_of_random_rules_in_any_order() {
        List<List<String>> programs =
                IntStream.range(0, PROGRAMS).mapToObj(this::program).toList();
        List<String> before = assess(0, programs);
        for (int order = 1; order < ORDERS; order++) {
            assertThat(assess(order, programs.stream().map(this::shuffled).toList()))
                    .as("order " + order)
                    .isEqualTo(before);
        }
        String all = String.join("\n", before);
        assertThat(all).as("what the programs conclude").contains("robust", "contingent", "excluded");
        assertThat(before)
                .as("programs that contradict themselves somewhere")
                .anyMatch(each -> !each.contains(" 0 paradoxical"));
    }

    /** Each program in a folder of its own, so that all are compiled at once. */
    private List<String> assess(int order, List<List<String>> programs) {
        Path root = folder.resolve("order-" + order);
        Written.write(root.resolve("rules/vocabulary.yaml"), Written.VOCABULARY);
        Written.write(root.resolve("rules/sources.yaml"), "test-source: {title: A source}\n");
        for (int program = 0; program < programs.size(); program++) {
            String name = "p" + program;
            String header = "package rules." + name + "\nimport org.demarche.model.*\n";
            Written.write(
                    root.resolve("rules/" + name + "/" + name + ".drl"),
                    header + String.join("", programs.get(program)));
        }
        Reasoner reasoner = Reasoner.load(root.resolve("rules"));
        return IntStream.range(0, programs.size())
                .mapToObj(program -> text(reasoner.assess(caseFile(root, program))))
                .toList();
    }

    private static CaseFile caseFile(Path root, int program) {
        return Written.wholeCase(root.resolve("case-" + program), "rules: [p" + program + "]\n" + CASE);
    }

    private static String text(Assessment assessment) {
        String why = assessment.inferences().stream()
                .map(each -> assessment.why(each).toString().replaceAll("at=[^,\\]]*", ""))
                .collect(Collectors.joining("\n"));
        return Written.text(assessment) + "\n" + why;
    }

    private List<String> program(int program) {
        return IntStream.range(0, RULES)
                .mapToObj(rule -> rule("p" + program + "-" + rule, rule == 0))
                .toList();
    }

    private String rule(String id, boolean tendency) {
        StringBuilder conditions = new StringBuilder("    " + binding() + "\n");
        int more = random.nextInt(3);
        for (int i = 0; i < more; i++) {
            conditions.append("    ").append(condition()).append('\n');
        }
        String subject = random.nextInt(4) == 0 ? "\"BBB\"" : "$s";
        String conclusion = random.nextInt(4) == 0
                ? "Move( " + subject + ", \"strike\", \"\" )"
                : "Judgement( " + subject + ", \"" + finding() + "\", \"\" )";
        String rule = Written.rule(id, conditions.toString().stripTrailing(), conclusion);
        return tendency ? rule.replace("@source", "@likelihood(\"likely\") @source") : rule;
    }

    private String binding() {
        return switch (random.nextInt(4)) {
            case 0 -> "Relation( $s : actor, relation == \"near\" )";
            case 1 -> "Relation( relation == \"near\", $s : other )";
            case 2 -> "Condition( $s : subject, state == \"ready\" )";
            default -> "Judgement( $s : subject, finding == \"" + finding() + "\" )";
        };
    }

    private String condition() {
        return switch (random.nextInt(6)) {
            case 0 -> "not " + onSubject();
            case 2 -> "exists Move( actor != $s, action == \"strike\" )";
            case 3 -> "( " + onSubject() + " or " + onSubject() + " )";
            case 4 ->
                "not( Relation( actor == $s, $o : other ) and Judgement( subject == $o, finding == \"" + finding()
                        + "\" ) )";
            default -> onSubject();
        };
    }

    private String onSubject() {
        return random.nextInt(4) == 0
                ? "Move( actor == $s, action == \"strike\" )"
                : "Judgement( subject == $s, finding == \"" + finding() + "\" )";
    }

    private String finding() {
        return FINDINGS.get(random.nextInt(FINDINGS.size()));
    }

    private List<String> shuffled(List<String> rules) {
        List<String> shuffled = new ArrayList<>(rules);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
