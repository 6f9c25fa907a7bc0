package org.demarche.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.demarche.lint.Covering.Prepared;
import org.demarche.rules.RuleCard;
import org.demarche.source.Problem;

/** Rules of which one says no more than another, or the opposite. */
final class Redundancy implements Lint {

    private static final BiPredicate<List<String>, List<String>> THE_SAME = List::equals;

    @Override
    public List<Problem> find(Examined examined) {
        List<Prepared> rules = examined.rules().stream().map(Prepared::of).toList();
        Opposites opposites = new Opposites(examined.vocabulary());
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            for (int j = i + 1; j < rules.size(); j++) {
                of(rules.get(i), rules.get(j), opposites).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static Optional<Problem> of(Prepared one, Prepared other, Opposites opposites) {
        if (one.card().conclusion().type() != other.card().conclusion().type()) {
            return Optional.empty();
        }
        boolean covers = Covering.covers(one, other, THE_SAME);
        boolean covered = Covering.covers(other, one, THE_SAME);
        if (covers && covered && one.card().tendency() == other.card().tendency()) {
            return Optional.of(duplicate(one.card(), other.card()));
        }
        // A tendency may fail: whatever else concludes the same adds to it.
        if (covers && !one.card().tendency()) {
            return Optional.of(subsumed(one.card(), other.card()));
        }
        if (covered && !other.card().tendency()) {
            return Optional.of(subsumed(other.card(), one.card()));
        }
        BiPredicate<List<String>, List<String>> opposed =
                (ours, theirs) -> opposites.exclude(one.card().conclusion().type(), ours, theirs);
        return Covering.covers(one, other, opposed) && Covering.covers(other, one, opposed)
                ? Optional.of(opposite(one.card(), other.card()))
                : Optional.empty();
    }

    private static Problem duplicate(RuleCard one, RuleCard other) {
        boolean tendency = other.tendency();
        return Check.DUPLICATE_RULE
                .at(
                        other.at(),
                        "Rule `" + other.id() + "` asks for the same as `" + one.id() + "` and concludes the same"
                                + (tendency ? ", and as tendencies they add up to more than either says." : "."))
                .withHint(
                        tendency
                                ? "Keep one of them, or say in their conditions in which they differ."
                                : "Keep one of them, with the sources of both.");
    }

    private static Problem subsumed(RuleCard general, RuleCard special) {
        return Check.SUBSUMED_RULE
                .at(
                        special.at(),
                        "Rule `" + special.id() + "` adds nothing: wherever it concludes something, `" + general.id()
                                + "` does too" + (special.tendency() ? ", and not only most times." : "."))
                .withHint("Leave one of them out, or write down in which they differ.");
    }

    private static Problem opposite(RuleCard one, RuleCard other) {
        return Check.OPPOSITE_CONCLUSIONS
                .at(
                        other.at(),
                        "Rules `" + one.id() + "` and `" + other.id()
                                + "` ask for the same, and what they conclude excludes each other.")
                .withHint("Write down the condition on which they differ.");
    }
}
