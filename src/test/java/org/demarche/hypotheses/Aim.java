package org.demarche.hypotheses;

import static org.demarche.Written.rule;

import java.nio.file.Path;
import java.util.List;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.Written;
import org.demarche.hypotheses.Matrix.Cell;
import org.demarche.hypotheses.Matrix.Row;

/** A small case: what does Aland want of Bland? Whether Bland is bold is a question of its own. */
final class Aim {

    /** Whoever wants to gain something strikes; whoever wants to keep it waits. */
    static final String MOVES = rule(
                    "gain-strikes",
                    "    Intention( $x : actor, aim == \"gain\", $t : target )",
                    "Move( $x, \"strike\", $t )")
            + rule(
                    "keep-waits",
                    "    Intention( $x : actor, aim == \"keep\", $t : target )",
                    "Move( $x, \"wait\", $t )");

    static final String STRUCK = "event: {actor: AAA, action: strike, target: BBB, date: 2031-03-01}";

    private static final String CASE = """
            actors: {AAA: {name: Aland, kind: state}, BBB: {name: Bland, kind: state}, CCC: {name: Cland, kind: state}}
            questions:
              aim:
                ask: "What does Aland want?"
                answers:
                  gain-it: {says: "Aland wants to gain Bland", facts: [{intention: AAA gain BBB}]}
                  keep-it: {says: "Aland wants to keep Bland", facts: [{intention: AAA keep BBB}]}
                  nothing: {says: "Aland wants nothing"}
              mood:
                ask: "Is Bland bold?"
                answers:
                  bold: {says: "Bland is bold", facts: [{condition: BBB bold}]}
                  calm: {says: "Bland is calm"}
            """;

    private Aim() {}

    /** A rule from a state to a rating. */
    static String indicates(String id, String subject, String state, String answer, String rating) {
        return rule(
                id,
                "    Condition( subject == \"" + subject + "\", state == \"" + state + "\" )",
                "Indication( \"aim\", \"" + answer + "\", \"" + rating + "\" )");
    }

    static Reasoner rules(Path folder, String rules) {
        return rules(folder, rules, "wait: {text: \"wait[ for {target}]\", excludes: [strike]}");
    }

    /** @param wait the entry of the term in the vocabulary */
    static Reasoner rules(Path folder, String rules, String wait) {
        Path group = Written.rulesFolder(folder, rules);
        Written.write(
                folder.resolve("rules/vocabulary.yaml"),
                Written.VOCABULARY.replace("wait: \"wait[ for {target}]\"", wait));
        return Reasoner.load(group);
    }

    static Assessment assess(Path folder, String rules, String yaml) {
        return rules(folder, rules).assess(Written.wholeCase(folder, CASE + yaml));
    }

    static Matrix matrix(Path folder, String rules, String yaml) {
        return Hypotheses.of(assess(folder, rules, yaml), List.of("aim"));
    }

    static List<Rating> ratings(Row row) {
        return row.cells().stream().map(Cell::rating).toList();
    }

    /** The row of a fact. */
    static Row row(Matrix matrix, String fact) {
        return matrix.rows().stream()
                .filter(row -> row.facts().contains(fact))
                .findFirst()
                .orElseThrow();
    }
}
