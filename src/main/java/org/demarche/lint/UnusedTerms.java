package org.demarche.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleWords;
import org.demarche.source.Problem;

/** Terms of the vocabulary that no rule and no case uses. */
final class UnusedTerms implements Lint {

    @Override
    public List<Problem> find(Examined examined) {
        Set<String> spoken = new HashSet<>();
        examined.cases().stream().flatMap(Examined::facts).forEach(fact -> spoken.addAll(fact.values()));
        examined.cases().stream()
                .flatMap(each -> each.caseFile().questions().stream())
                .flatMap(question -> question.answers().stream())
                .flatMap(answer -> answer.means().stream())
                .forEach(fact -> spoken.addAll(fact.values()));
        examined.rules().forEach(card -> addTexts(card, spoken));
        return examined.vocabulary().terms().stream()
                .filter(term -> !spoken.contains(term.id()))
                .map(term -> Check.UNUSED_TERM
                        .at(term.at(), "No rule and no case uses the term `" + term.id() + "`.")
                        .withHint("Leave it out, or keep it for what comes."))
                .toList();
    }

    /** Every text in a rule, in whatever field: a term may be spoken of too. */
    private static void addTexts(RuleCard card, Set<String> texts) {
        RuleWords.patterns(card.conditions()).stream()
                .flatMap(pattern -> pattern.constraints().stream())
                .flatMap(constraint -> constraint.comparisons().stream())
                .forEach(each -> add(each.operand(), texts));
        RuleWords.accumulates(card.conditions())
                .map(Accumulate::tests)
                .flatMap(List::stream)
                .forEach(each -> add(each.right(), texts));
        card.conclusion().arguments().forEach(each -> add(each, texts));
    }

    private static void add(Operand operand, Set<String> texts) {
        if (operand instanceof Operand.Text text) {
            texts.add(text.value());
        }
    }
}
