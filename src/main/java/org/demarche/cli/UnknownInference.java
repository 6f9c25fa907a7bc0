package org.demarche.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.Assessment;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.cases.Statement;
import org.demarche.check.ConcludingRules;
import org.demarche.inference.Inference;
import org.demarche.source.Suggestion;

/** Says what could have been meant by an id that no rule concludes. */
final class UnknownInference {

    private static final int MOST = 3;

    private UnknownInference() {}

    static RefusedException of(String id, Path facts, Assessment assessment) {
        Optional<Statement> stated = stated(id, assessment.caseFile());
        if (stated.isPresent()) {
            return RefusedException.usage("`" + id + "` is not inferred: the case itself states it, at "
                    + stated.get().at() + ".");
        }
        List<String> could = ConcludingRules.of(id, assessment);
        if (!could.isEmpty()) {
            return RefusedException.usage(
                    "`" + id + "` is concluded in no scenario.",
                    "The conditions of `" + String.join("`, `", could)
                            + "`, which could conclude it, are never all met: is a fact missing, or not yet known on that day?");
        }
        List<String> near = near(id, assessment);
        String maybe = near.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "));
        return RefusedException.usage(
                "No rule concludes `" + id + "` in any scenario.",
                near.isEmpty() ? "" : "Maybe " + maybe + "?",
                "All ids: demarche run " + facts + " --all");
    }

    private static Optional<Statement> stated(String id, CaseFile file) {
        List<Statement> statements = new ArrayList<>(file.statementsAt());
        for (Question question : file.questionsAt()) {
            question.answers().forEach(answer -> statements.addAll(file.statementsAt(answer)));
        }
        return statements.stream().filter(each -> each.fact().id().equals(id)).findFirst();
    }

    /** The nearest first. */
    private static List<String> near(String id, Assessment assessment) {
        List<String> known = new ArrayList<>(
                assessment.inferences().stream().map(Inference::id).toList());
        List<String> near = new ArrayList<>();
        Optional<String> next = Suggestion.nearest(id, known);
        while (next.isPresent() && near.size() < MOST) {
            near.add(next.get());
            known.remove(next.get());
            next = Suggestion.nearest(id, known);
        }
        return near;
    }
}
