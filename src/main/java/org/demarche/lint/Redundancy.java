package org.demarche.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.cases.Vocabulary;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.rules.RuleCard;
import org.demarche.source.Problem;

/** Rules of which one says no more than another, or the opposite. */
final class Redundancy implements Lint {

    @Override
    public List<Problem> find(Examined examined) {
        List<RuleCard> rules = List.copyOf(examined.rules());
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            for (int j = i + 1; j < rules.size(); j++) {
                of(rules.get(i), rules.get(j), examined.vocabulary()).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static Optional<Problem> of(RuleCard one, RuleCard other, Vocabulary vocabulary) {
        boolean covers = Covering.covers(one, other);
        boolean covered = Covering.covers(other, one);
        if (covers && covered) {
            return Optional.of(Problem.warning(
                            "duplicate-rule",
                            other.at(),
                            "Rules `" + one.id() + "` and `" + other.id() + "` ask for the same and conclude the same.")
                    .withHint("Keep one of them. Two tendencies for one judgement make it likelier than either says."));
        }
        // A tendency that another rule with fewer conditions has too is a reason of its own.
        if (covers && !one.tendency()) {
            return Optional.of(subsumed(one, other));
        }
        if (covered && !other.tendency()) {
            return Optional.of(subsumed(other, one));
        }
        return opposite(one, other, vocabulary)
                ? Optional.of(Problem.warning(
                                "opposite-conclusions",
                                other.at(),
                                "Rules `" + one.id() + "` and `" + other.id()
                                        + "` ask for the same, and what they conclude excludes each other.")
                        .withHint("Add the condition on which they differ."))
                : Optional.empty();
    }

    private static Problem subsumed(RuleCard general, RuleCard special) {
        return Problem.warning(
                        "subsumed-rule",
                        special.at(),
                        "Rule `" + special.id() + "` adds nothing: `" + general.id()
                                + "` concludes the same under fewer conditions.")
                .withHint("Leave one of them out, or say in which they differ.");
    }

    private static boolean opposite(RuleCard one, RuleCard other, Vocabulary vocabulary) {
        Optional<FactType.Field> term = one.conclusion().type().fields().stream()
                .filter(field -> field.type() == FieldType.TERM)
                .findFirst();
        if (term.isEmpty() || one.conclusion().type() != other.conclusion().type()) {
            return false;
        }
        int index = one.conclusion().type().indexOf(term.get().name());
        List<String> theirs = Covering.arguments(other.conclusion());
        List<String> ours = Covering.arguments(one.conclusion());
        return Covering.covers(
                        one,
                        other,
                        concluded ->
                                opposed(concluded, theirs, index, term.get().name(), vocabulary))
                && Covering.covers(
                        other,
                        one,
                        concluded -> opposed(concluded, ours, index, term.get().name(), vocabulary));
    }

    private static boolean opposed(
            List<String> one, List<String> other, int term, String field, Vocabulary vocabulary) {
        List<String> rest = new ArrayList<>(one);
        List<String> otherRest = new ArrayList<>(other);
        String word = rest.remove(term).replace("\"", "");
        String otherWord = otherRest.remove(term).replace("\"", "");
        return rest.equals(otherRest) && ExclusiveConclusions.excludes(field, word, otherWord, vocabulary);
    }
}
