package org.demarche.mutants;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.demarche.check.Acceptance;
import org.demarche.mutants.MutantResult.Fate;
import org.demarche.source.Problem;
import org.demarche.source.Suggestion;

/** Reasons given for changes of rules that need none. */
public final class StaleReasons {

    private StaleReasons() {}

    /** What is wrong with them, sorted by place. */
    public static List<Problem> among(Collection<Acceptance> acceptances, Collection<MutantResult> results) {
        return acceptances.stream()
                .flatMap(each -> problem(each, results).stream())
                .sorted()
                .toList();
    }

    private static Optional<Problem> problem(Acceptance acceptance, Collection<MutantResult> results) {
        List<MutantResult> fitting = results.stream()
                .filter(each -> acceptance.fits(
                        each.mutant().rule(),
                        each.mutant().operator().word(),
                        each.mutant().text(),
                        each.mutant().into()))
                .toList();
        if (fitting.isEmpty()) {
            return Optional.of(Problem.error(
                            "unknown-change",
                            acceptance.at(),
                            "There is no change `" + acceptance.mutant() + "` of the rule `" + acceptance.rule() + "`"
                                    + (acceptance.of().isEmpty() ? "" : ", of `" + acceptance.of() + "`")
                                    + ", for which a reason would be needed.")
                    .withHint(hint(acceptance, results)));
        }
        return fitting.stream().allMatch(each -> each.fate() == Fate.KILLED)
                ? Optional.of(Problem.error(
                                "needless-reason",
                                acceptance.at(),
                                "A reason is given why nothing notices a change of `" + acceptance.rule()
                                        + "`, but an expectation does: "
                                        + fitting.get(0).noticed() + ".")
                        .withHint("Remove the reason."))
                : Optional.empty();
    }

    /** The rule, the kind of change, or what is changed may be misspelt. */
    private static String hint(Acceptance acceptance, Collection<MutantResult> results) {
        List<Mutant> mutants = results.stream().map(MutantResult::mutant).toList();
        List<Mutant> ofRule = mutants.stream()
                .filter(each -> each.rule().equals(acceptance.rule()))
                .toList();
        if (ofRule.isEmpty()) {
            return Suggestion.hint(
                    acceptance.rule(),
                    mutants.stream().map(Mutant::rule).distinct().toList());
        }
        List<Mutant> ofKind = ofRule.stream()
                .filter(each -> each.operator().word().equals(acceptance.mutant()))
                .toList();
        return ofKind.isEmpty()
                ? Suggestion.hint(
                        acceptance.mutant(),
                        ofRule.stream()
                                .map(each -> each.operator().word())
                                .distinct()
                                .toList())
                : Suggestion.hint(
                        acceptance.of(),
                        ofKind.stream().map(Mutant::text).distinct().toList());
    }
}
