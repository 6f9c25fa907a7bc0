package org.demarche.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.rules.RuleWords;
import org.demarche.source.Problem;

/**
 * Terms that rules ask for and that no case states and no rule concludes. Of a rule that therefore concludes nothing, that is told
 * already.
 */
final class NeverMatchedTerms implements Lint {

    /** A term of a kind of fact; any term where a rule concludes what it finds elsewhere. */
    private record Word(FactType type, String term) {}

    private static final String ANY = "";

    @Override
    public List<Problem> find(Examined examined) {
        Set<Word> said = new HashSet<>();
        examined.cases().stream()
                .flatMap(Examined::facts)
                .flatMap(NeverMatchedTerms::words)
                .forEach(said::add);
        examined.rules().stream().flatMap(NeverMatchedTerms::concluded).forEach(said::add);
        return examined.used().values().stream()
                .filter(card -> examined.living().contains(card.id()))
                .flatMap(card -> of(card, said))
                .toList();
    }

    private static Stream<Problem> of(RuleCard card, Set<Word> said) {
        return RuleWords.patterns(card.conditions()).stream()
                .flatMap(pattern -> pattern.kind().stream()
                        .flatMap(type -> compared(pattern, type)
                                .filter(each -> !said.contains(new Word(type, ANY))
                                        && !said.contains(new Word(type, text(each))))
                                .map(each -> problem(card, each))));
    }

    private static Problem problem(RuleCard card, Comparison comparison) {
        return Check.NEVER_MATCHED_TERM
                .at(
                        comparison.operandAt(),
                        "Rule `" + card.id() + "` asks for the " + comparison.field() + " `" + text(comparison)
                                + "`, which no case states and no rule concludes.")
                .withHint("State it in a case, conclude it in a rule, or ask for another one.");
    }

    private static Stream<Word> words(Fact fact) {
        return term(fact.type()).map(field -> new Word(fact.type(), fact.value(field.name())));
    }

    private static Stream<Word> concluded(RuleCard card) {
        FactType type = card.conclusion().type();
        return term(type).map(field -> {
            Operand operand = card.conclusion().arguments().get(type.indexOf(field.name()));
            return new Word(type, operand instanceof Operand.Text text ? text.value() : ANY);
        });
    }

    private static Stream<FactType.Field> term(FactType type) {
        return type.fields().stream().filter(field -> field.type() == FieldType.TERM);
    }

    /** The comparisons of its term with a text, also one of several. */
    private static Stream<Comparison> compared(Pattern pattern, FactType type) {
        return pattern.constraints().stream()
                .flatMap(each -> each.comparisons().stream())
                .filter(each -> each.operator().equals("==") && each.operand() instanceof Operand.Text)
                .filter(each -> term(type).anyMatch(field -> field.name().equals(each.field())));
    }

    private static String text(Comparison comparison) {
        return ((Operand.Text) comparison.operand()).value();
    }
}
