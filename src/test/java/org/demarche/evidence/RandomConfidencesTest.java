package org.demarche.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.Written;
import org.demarche.cases.CaseFile;
import org.demarche.inference.Inference;
import org.demarche.model.Confidence;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The confidence in what random rules conclude from random graded statements, against {@link GradedProgram a second evaluation}. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RandomConfidencesTest {

    private static final int PROGRAMS = 200;

    @TempDir
    Path folder;

    @Test
    void confidence_equals_that_of_an_independent_evaluation_over_all_scenarios() {
        List<GradedProgram> programs = new ArrayList<>();
        Random random = new Random(20180328);
        while (programs.size() < PROGRAMS) {
            GradedProgram program = new GradedProgram("p" + programs.size(), random);
            if (!program.possible().isEmpty()) {
                programs.add(program);
            }
        }
        Reasoner reasoner = load(programs);
        TreeMap<String, Integer> seen = new TreeMap<>();
        for (int i = 0; i < PROGRAMS; i++) {
            GradedProgram program = programs.get(i);
            Assessment assessment = reasoner.assess(caseFile(i, program));
            assertThat(assessment.scenarios())
                    .as(program.drl())
                    .isEqualTo(program.possible().size());
            for (String actor : GradedProgram.ACTORS) {
                for (String finding : GradedProgram.FINDINGS) {
                    String id = actor + "." + finding;
                    String expected = program.confidence(id);
                    String confidence = assessment
                            .find(id)
                            .flatMap(Inference::confidence)
                            .map(Confidence::word)
                            .orElse("");
                    assertThat(confidence)
                            .as("%s in%n%s%nby%n%s", id, program.caseText(), program.drl())
                            .isEqualTo(expected);
                    seen.merge(expected, 1, Integer::sum);
                }
            }
        }
        assertThat(seen).containsOnlyKeys("", "low", "moderate", "high");
        assertThat(seen.values()).allMatch(many -> many > 30);
    }

    /** Each program in a folder of its own, so that all are compiled at once. */
    private Reasoner load(List<GradedProgram> programs) {
        Path rules = folder.resolve("rules");
        Written.write(rules.resolve("vocabulary.yaml"), Written.VOCABULARY);
        Written.write(rules.resolve("sources.yaml"), "test-source: {title: A source}\n");
        for (int i = 0; i < programs.size(); i++) {
            Written.write(rules.resolve("p" + i + "/rules.drl"), programs.get(i).drl());
        }
        return Reasoner.load(rules);
    }

    private CaseFile caseFile(int number, GradedProgram program) {
        Path file = folder.resolve("case-" + number + "/case.yaml");
        Written.write(file, """
                case: case-%d
                source: plain-source
                sources:
                  plain-source: {title: A source}
                  one-wire: {title: One}
                  two-wire: {title: Two, owner: CCC}
                  three-wire: {title: Three, owner: CCC}
                """.formatted(number) + program.caseText());
        return CaseFile.read(file.getParent());
    }
}
