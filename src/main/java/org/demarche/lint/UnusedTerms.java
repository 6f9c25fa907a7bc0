package org.demarche.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.model.Hypothesis;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.rules.RuleWords;
import org.demarche.source.Problem;

/** Terms of the vocabulary that nobody uses, and terms that rules ask for and that nothing ever says. */
final class UnusedTerms implements Lint {

    /** A term in a field. */
    private record Word(String field, String term) {}

    @Override
    public List<Problem> find(Examined examined) {
        if (examined.cases().isEmpty()) {
            return List.of();
        }
        Set<Word> said = new HashSet<>();
        examined.stated().forEach(fact -> said.addAll(words(fact)));
        examined.rules().forEach(card -> said.addAll(concluded(card)));
        Set<String> spoken = new HashSet<>();
        examined.stated().forEach(fact -> spoken.addAll(fact.values()));
        examined.rules().forEach(card -> spoken.addAll(texts(card)));
        Stream<Problem> unused = examined.vocabulary().terms().stream()
                .filter(term -> !spoken.contains(term.id()))
                .map(term -> Problem.note(
                                "unused-term", term.at(), "No rule and no case uses the term `" + term.id() + "`.")
                        .withHint("Leave it out, or keep it for what comes."));
        Stream<Problem> never = examined.used().values().stream()
                .flatMap(card -> RuleWords.patterns(card.conditions()).stream()
                        .flatMap(pattern -> compared(pattern))
                        .filter(each -> !said.contains(word(each)))
                        .map(each -> Problem.warning(
                                        "never-matched-term",
                                        each.operandAt(),
                                        "Rule `" + card.id() + "` asks for `"
                                                + word(each).term() + "` under `" + each.field()
                                                + "`, which no case states and no rule concludes.")
                                .withHint("State it in a case, or conclude it in a rule.")));
        return Stream.concat(unused, never).toList();
    }

    private static Set<Word> words(Fact fact) {
        Set<Word> words = new HashSet<>();
        for (FactType.Field field : fact.type().fields()) {
            if (field.type() == FieldType.TERM) {
                words.add(new Word(field.name(), fact.value(field.name())));
            }
        }
        if (fact instanceof Hypothesis hypothesis) {
            FactType.keyed(hypothesis.kind())
                    .ifPresent(type -> words.add(new Word(type.fieldNames().get(1), hypothesis.term())));
        }
        return words;
    }

    private static Set<Word> concluded(RuleCard card) {
        Set<Word> words = new HashSet<>();
        List<FactType.Field> fields = card.conclusion().type().fields();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).type() == FieldType.TERM
                    && card.conclusion().arguments().get(i) instanceof Operand.Text text) {
                words.add(new Word(fields.get(i).name(), text.value()));
            }
        }
        return words;
    }

    /** Every text in a rule, in whatever field: a term may be spoken of too. */
    private static Set<String> texts(RuleCard card) {
        Set<String> texts = new HashSet<>();
        RuleWords.patterns(card.conditions()).stream()
                .flatMap(pattern -> pattern.constraints().stream())
                .flatMap(constraint -> constraint.comparisons().stream())
                .forEach(each -> add(each.operand(), texts));
        card.conclusion().arguments().forEach(each -> add(each, texts));
        return texts;
    }

    private static void add(Operand operand, Set<String> texts) {
        if (operand instanceof Operand.Text text) {
            texts.add(text.value());
        }
    }

    /** The comparisons of a term with a text. */
    private static Stream<Comparison> compared(Pattern pattern) {
        return FactType.named(pattern.type()).stream()
                .flatMap(type -> pattern.constraints().stream()
                        .map(Constraint::comparisons)
                        .flatMap(List::stream)
                        .filter(each -> each.operator().equals("==") && each.operand() instanceof Operand.Text)
                        .filter(each -> type.field(each.field())
                                .filter(field -> field.type() == FieldType.TERM)
                                .isPresent()));
    }

    private static Word word(Comparison comparison) {
        return new Word(comparison.field(), ((Operand.Text) comparison.operand()).value());
    }
}
