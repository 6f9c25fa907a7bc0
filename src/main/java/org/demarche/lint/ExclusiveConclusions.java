package org.demarche.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.Assessment;
import org.demarche.inference.Inference;
import org.demarche.inference.Method;
import org.demarche.inference.Status;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.rules.RuleCard;
import org.demarche.source.Problem;
import org.demarche.source.Severity;

/** Inferences that the vocabulary excludes with each other and that hold in one scenario; told at a rule that concludes one of them. */
final class ExclusiveConclusions implements Lint {

    private record Pair(String caseId, String one, String other) {}

    private record About(FactType type, List<String> others) {}

    @Override
    public List<Problem> find(Examined examined) {
        Opposites opposites = new Opposites(examined.vocabulary());
        Set<Pair> told = new HashSet<>();
        List<Problem> problems = new ArrayList<>();
        for (Assessment assessment : examined.cases()) {
            for (List<Inference> alike : alike(assessment)) {
                for (int i = 0; i < alike.size(); i++) {
                    for (int j = i + 1; j < alike.size(); j++) {
                        Inference one = alike.get(i);
                        Inference other = alike.get(j);
                        Pair pair = new Pair(assessment.caseFile().id(), one.id(), other.id());
                        if (opposites.exclude(
                                        one.fact().type(),
                                        one.fact().values(),
                                        other.fact().values())
                                && !told.contains(pair)) {
                            Optional<Problem> problem = problem(assessment, one, other);
                            problem.ifPresent(each -> told.add(pair));
                            problem.ifPresent(problems::add);
                        }
                    }
                }
            }
        }
        return problems;
    }

    /** The inferences that hold somewhere and differ at most in their term. */
    private static List<List<Inference>> alike(Assessment assessment) {
        Map<About, List<Inference>> alike = new LinkedHashMap<>();
        for (Inference each : assessment.inferences()) {
            Opposites.field(each.fact().type())
                    .filter(field -> field.type() == FieldType.TERM && each.status() != Status.EXCLUDED)
                    .map(field -> new About(
                            each.fact().type(),
                            Opposites.without(
                                    each.fact().type().indexOf(field.name()),
                                    each.fact().values())))
                    .ifPresent(about -> alike.computeIfAbsent(about, any -> new ArrayList<>())
                            .add(each));
        }
        return List.copyOf(alike.values());
    }

    private static Optional<Problem> problem(Assessment assessment, Inference one, Inference other) {
        if (one.status() != Status.ROBUST
                && other.status() != Status.ROBUST
                && (one.method() != Method.DIAGRAMS || other.method() != Method.DIAGRAMS)) {
            return Optional.of(at(
                            assessment,
                            one,
                            other,
                            "It is not known whether they meet in a scenario of "
                                    + assessment.caseFile().id() + ", which is too large for it.")
                    .withSeverity(Severity.NOTE));
        }
        String where = one.status() == Status.ROBUST || other.status() == Status.ROBUST
                ? (one.status() == Status.ROBUST ? other : one).scenarios().toString()
                : assessment.label(one).and(assessment.label(other)).count().toString();
        String scenarios = assessment.scenarios().toString();
        String which = where.equals(scenarios) ? "every scenario" : where + " of " + scenarios + " scenarios";
        return where.equals("0")
                ? Optional.empty()
                : Optional.of(at(
                        assessment,
                        one,
                        other,
                        "Both are inferred in " + which + " of "
                                + assessment.caseFile().id() + "."));
    }

    private static Problem at(Assessment assessment, Inference one, Inference other, String where) {
        RuleCard rule = first(one, assessment);
        RuleCard against = first(other, assessment);
        return Check.EXCLUSIVE_CONCLUSIONS
                .at(
                        rule.at(),
                        "Rules `" + rule.id() + "` and `" + against.id() + "` conclude what excludes each other, `"
                                + one.id() + "` and `" + other.id() + "`. " + where)
                .withHint("Write down what decides between them, or do not say in the vocabulary that one excludes"
                        + " the other.");
    }

    /** The first of the rules that conclude it. */
    private static RuleCard first(Inference inference, Assessment assessment) {
        return Optional.ofNullable(assessment
                        .rulebase()
                        .cards()
                        .get(inference.rules().get(0).rule()))
                .orElseThrow();
    }
}
