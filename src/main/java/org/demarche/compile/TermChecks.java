package org.demarche.compile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.cases.Term;
import org.demarche.cases.Vocabulary;
import org.demarche.model.FactType;
import org.demarche.model.FactType.Field;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.And;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Or;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.rules.RuleWords;
import org.demarche.source.Citation;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;

/** Checks the words of a rule against the vocabulary and the sources of rules. */
final class TermChecks {

    private static final Set<String> RATINGS = Set.of("CC", "C", "I", "II");

    private final SourceText source;
    private final Vocabulary vocabulary;
    private final RuleSources sources;
    private final Problems problems;

    TermChecks(SourceText source, Vocabulary vocabulary, RuleSources sources, Problems problems) {
        this.source = source;
        this.vocabulary = vocabulary;
        this.sources = sources;
        this.problems = problems;
    }

    void check(RuleCard card) {
        card.conditions().forEach(this::check);
        FactType type = card.conclusion().type();
        for (int i = 0; i < type.fields().size(); i++) {
            if (card.conclusion().arguments().get(i) instanceof Operand.Text text) {
                check(type.fields().get(i), text.value(), card.conclusion().at());
            }
        }
        for (Citation citation : card.citations()) {
            checkSource(card, citation);
        }
    }

    private void check(RuleCondition condition) {
        if (condition instanceof Not not) {
            check(not.inner());
        } else if (condition instanceof Exists exists) {
            check(exists.inner());
        } else if (condition instanceof And and) {
            and.conditions().forEach(this::check);
        } else if (condition instanceof Or or) {
            or.conditions().forEach(this::check);
        } else if (condition instanceof Accumulate accumulate) {
            check(accumulate.source());
            RuleWords.tested(accumulate).forEach(each -> check(each.field(), each.word(), each.at()));
        } else if (condition instanceof Pattern pattern) {
            pattern.kind().ifPresent(type -> check(pattern, type));
        }
    }

    private void check(Pattern pattern, FactType type) {
        pattern.constraints().stream()
                .flatMap(constraint -> constraint.comparisons().stream())
                .filter(comparison -> comparison.operator().equals("==")
                        || comparison.operator().equals("!="))
                .forEach(comparison -> {
                    if (comparison.operand() instanceof Operand.Text text) {
                        type.field(comparison.field())
                                .ifPresent(field -> check(field, text.value(), comparison.operandAt()));
                    }
                });
    }

    private void check(Field field, String word, SourceLocation at) {
        switch (field.type()) {
            case TERM -> checkTerm(field.name(), word, at);
            case ANY_TERM -> {
                if (!word.isEmpty() && vocabulary.term(word).isEmpty()) {
                    checkTerm("", word, at);
                }
            }
            case RATING -> checkOneOf("unknown-rating", field.name(), word, RATINGS, at);
            case KIND -> checkOneOf("unknown-kind", field.name(), word, kinds(), at);
            default -> {
                // Actors, questions and sources are the case's: they are checked when rules and case meet.
            }
        }
    }

    private static Set<String> kinds() {
        return Set.copyOf(Arrays.stream(FactType.values()).map(FactType::key).toList());
    }

    private void checkOneOf(String check, String field, String word, Set<String> known, SourceLocation at) {
        if (!known.contains(word)) {
            String all = String.join(", ", known.stream().sorted().toList());
            problems.add(source.error(
                    check,
                    at,
                    "`" + word + "` is no " + field + "; there are " + all + ".",
                    Suggestion.hint(word, known)));
        }
    }

    private void checkTerm(String field, String word, SourceLocation at) {
        if (vocabulary.term(field, word).isPresent()) {
            return;
        }
        Optional<Term> elsewhere = vocabulary.term(word);
        if (elsewhere.isPresent()) {
            problems.add(source.error(
                    "wrong-field",
                    at,
                    "`" + word + "` is a term under `" + elsewhere.get().field() + "` and cannot stand in `" + field
                            + "`.",
                    Suggestion.hint(word, vocabulary.ids(field))));
            return;
        }
        List<String> known = field.isEmpty()
                ? vocabulary.terms().stream().map(Term::id).toList()
                : List.copyOf(vocabulary.ids(field));
        String where = field.isEmpty() ? "the vocabulary" : "the vocabulary under `" + field + "`";
        problems.add(source.error(
                "unknown-term",
                at,
                "`" + word + "` is not in " + where + ": add it to `vocabulary.yaml`, or use a term that is.",
                Suggestion.hint(word, known)));
    }

    private void checkSource(RuleCard card, Citation citation) {
        if (!sources.byId().containsKey(citation.source())) {
            String written = citation.source().isEmpty() ? citation.locator() : citation.source();
            problems.add(source.error(
                    "unknown-source",
                    source.find(written, card.at()),
                    "Rule `" + card.id() + "` cites `" + written + "`" + sources.lack(),
                    Suggestion.hint(written.split("\\s")[0], sources.byId().keySet())));
        }
    }
}
