package org.demarche.authoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.demarche.cases.Vocabulary;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;

/**
 * Facts that meet a rule, made up from the rule itself: its variables become actors, its words stay.
 *
 * @param actors names by ids: `weaker-side` is called "the weaker side"
 */
record RoleFacts(RuleCard rule, Map<String, String> actors, List<Fact> facts, Fact conclusion) {

    /** What cannot be made up so simply. */
    private static final class UnfitException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Puts them together condition by condition. */
    private static final class Maker {

        private final Vocabulary vocabulary;
        private final Map<String, String> values = new LinkedHashMap<>();
        private final Map<String, String> actors = new LinkedHashMap<>();
        private final List<Fact> facts = new ArrayList<>();

        Maker(Vocabulary vocabulary) {
            this.vocabulary = vocabulary;
        }

        void meet(RuleCondition condition) {
            if (condition instanceof RuleCondition.Pattern pattern) {
                facts.add(fact(pattern));
            } else if (!(condition instanceof RuleCondition.Not)) {
                throw new UnfitException();
            }
        }

        private Fact fact(RuleCondition.Pattern pattern) {
            FactType type = pattern.kind().filter(FactType::stated).orElseThrow(UnfitException::new);
            return type.possible(type.fields().stream()
                            .map(field -> value(pattern, type, field))
                            .toList())
                    .orElseThrow(UnfitException::new);
        }

        private String value(RuleCondition.Pattern pattern, FactType type, FactType.Field field) {
            Optional<String> variable = pattern.bindings().stream()
                    .filter(binding -> binding.field().equals(field.name()))
                    .map(RuleCondition.Binding::variable)
                    .findFirst();
            String value = compared(pattern, field)
                    .or(() -> variable.map(name -> values.getOrDefault(name, kebab(name))))
                    .orElseGet(() -> unasked(type, field));
            variable.ifPresent(name -> values.put(name, value));
            declare(field, value);
            return value;
        }

        /** What the pattern asks of a field; only plain tests for equality can be met by hand. */
        private Optional<String> compared(RuleCondition.Pattern pattern, FactType.Field field) {
            Optional<String> found = Optional.empty();
            for (RuleCondition.Constraint constraint : pattern.constraints()) {
                for (RuleCondition.Comparison comparison : constraint.comparisons()) {
                    if (!constraint.plain() || !comparison.operator().equals("==")) {
                        throw new UnfitException();
                    }
                    if (comparison.field().equals(field.name())) {
                        found = Optional.of(operand(comparison.operand()));
                    }
                }
            }
            return found;
        }

        String operand(Operand operand) {
            if (operand instanceof Operand.Text text) {
                return text.value();
            }
            if (operand instanceof Operand.Variable variable && values.containsKey(variable.name())) {
                return values.getOrDefault(variable.name(), "");
            }
            throw new UnfitException();
        }

        /** A field that the rule does not ask about. */
        private String unasked(FactType type, FactType.Field field) {
            boolean absent = type.indexOf(field.name()) >= type.fields().size() - type.optionalValues();
            if (absent) {
                return "";
            }
            if (field.type() == FieldType.TERM) {
                return vocabulary.ids(field.name()).stream().findFirst().orElseThrow(UnfitException::new);
            }
            return "somebody";
        }

        private void declare(FactType.Field field, String value) {
            boolean party = field.type() == FieldType.ACTOR
                    || field.type() == FieldType.PARTY
                    || field.type() == FieldType.SUBJECT;
            if (party && !value.isEmpty() && vocabulary.term(value).isEmpty()) {
                actors.putIfAbsent(value, value.equals("somebody") ? value : "the " + value.replace('-', ' '));
            }
        }

        private static String kebab(String variable) {
            return variable.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        }
    }

    /** Empty when the rule needs more than facts that are simply stated. */
    static Optional<RoleFacts> of(RuleCard card, Vocabulary vocabulary) {
        Maker maker = new Maker(vocabulary);
        try {
            card.conditions().forEach(maker::meet);
            Fact conclusion = card.conclusion()
                    .type()
                    .possible(card.conclusion().arguments().stream()
                            .map(maker::operand)
                            .toList())
                    .orElseThrow(UnfitException::new);
            return maker.facts.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RoleFacts(
                            card, maker.actors, maker.facts.stream().distinct().toList(), conclusion));
        } catch (UnfitException unfit) {
            return Optional.empty();
        }
    }
}
