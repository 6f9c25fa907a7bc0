package org.demarche.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.Assessment;
import org.demarche.cases.Vocabulary;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;
import org.demarche.worlds.Label;

/** Inferences that the vocabulary excludes with each other and that hold in one scenario. */
final class ExclusiveConclusions implements Lint {

    @Override
    public List<Problem> find(Examined examined) {
        return examined.cases().stream()
                .flatMap(each -> of(each, examined.vocabulary()).stream())
                .toList();
    }

    private static List<Problem> of(Assessment assessment, Vocabulary vocabulary) {
        List<Problem> problems = new ArrayList<>();
        List<Inference> standing = assessment.inferences().stream()
                .filter(each ->
                        each.status() != Status.EXCLUDED && each.method().exact())
                .toList();
        for (int i = 0; i < standing.size(); i++) {
            for (int j = i + 1; j < standing.size(); j++) {
                Inference one = standing.get(i);
                Inference other = standing.get(j);
                if (excluding(one.fact(), other.fact(), vocabulary)) {
                    Label both = assessment.label(one).and(assessment.label(other));
                    if (!both.isEmpty()) {
                        problems.add(problem(assessment, one, other, both));
                    }
                }
            }
        }
        return problems;
    }

    private static Problem problem(Assessment assessment, Inference one, Inference other, Label both) {
        return Problem.warning(
                        "exclusive-conclusions",
                        place(assessment),
                        "`" + one.id() + "` and `" + other.id() + "` are both inferred in " + both.count() + " of "
                                + assessment.scenarios()
                                + " scenarios, though the vocabulary excludes one with the other.")
                .withHint("Why each of them: `why`.");
    }

    /** The case's own file. */
    private static SourceLocation place(Assessment assessment) {
        return Examined.statements(assessment.caseFile())
                .findFirst()
                .map(each -> SourceLocation.of(each.at().file()))
                .orElseGet(() -> SourceLocation.of(assessment.caseFile().id()));
    }

    /** The same of the same, but for terms of which one excludes the other. */
    static boolean excluding(Fact one, Fact other, Vocabulary vocabulary) {
        if (one.type() != other.type()) {
            return false;
        }
        Optional<FactType.Field> term = one.type().fields().stream()
                .filter(field -> field.type() == FieldType.TERM)
                .findFirst();
        return term.isPresent()
                && one.type().fieldNames().stream()
                        .filter(field -> !field.equals(term.get().name()))
                        .allMatch(field -> one.value(field).equals(other.value(field)))
                && excludes(
                        term.get().name(),
                        one.value(term.get().name()),
                        other.value(term.get().name()),
                        vocabulary);
    }

    static boolean excludes(String field, String one, String other, Vocabulary vocabulary) {
        return vocabulary
                        .term(field, one)
                        .filter(term -> term.excludes().contains(other))
                        .isPresent()
                || vocabulary
                        .term(field, other)
                        .filter(term -> term.excludes().contains(one))
                        .isPresent();
    }
}
