package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.demarche.cases.CaseFile;
import org.demarche.hypotheses.Hypotheses;
import org.demarche.hypotheses.Matrix;
import org.demarche.inference.AssessmentDiff;
import org.demarche.inference.Inference;
import org.demarche.inference.LikelihoodBounds;
import org.demarche.model.Confidence;
import org.demarche.worlds.ConditionList;
import org.junit.jupiter.api.Test;

/** The Java of the README, as it stands there. */
class ReadmeExampleTest {

    @Test
    void runs() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

        Reasoner reasoner = Reasoner.load(Path.of("rules"));
        CaseFile visit = CaseFile.read(Path.of("facts/kim-beijing-2018"));
        Assessment assessment = reasoner.assess(visit);
        for (Inference move : assessment.moves()) {
            out.println(move + " " + move.status().word());
        }
        Assessment relief = assessment.given("prk-aim", "sanctions-relief"); // nothing is run again
        AssessmentDiff diff = assessment.diff(relief);
        Inference replaced = assessment.find("CHN.replace-ruler.PRK").orElseThrow();
        BigInteger holds = assessment.label(replaced).count(); // 36 of 96 scenarios
        double influence = assessment.influence(replaced, "estrangement");
        ConditionList conditions = assessment.conditions(replaced);
        LikelihoodBounds likelihood = assessment.likelihood(replaced);
        Optional<Confidence> confidence = replaced.confidence(); // moderate: how good the evidence is
        Matrix matrix = Hypotheses.of(assessment, List.of("estrangement")); // answers against evidence

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("PRK.end-estrangement.CHN robust");
        assertThat(diff.lost()).extracting(Inference::id).contains("PRK.lean-on.CHN");
        assertThat(diff.changed()).extracting(change -> change.after().id()).contains("PRK.weaken-enforcement.CHN");
        assertThat(holds).isEqualTo(36);
        assertThat(influence).isEqualTo(0.75);
        assertThat(conditions.listed()).hasSize(2);
        assertThat(likelihood.likelihood()).isEmpty();
        assertThat(confidence).contains(Confidence.MODERATE);
        assertThat(matrix.standings().get(0).rank()).isEqualTo(1);
    }
}
