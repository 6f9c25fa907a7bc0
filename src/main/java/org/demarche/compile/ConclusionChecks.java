package org.demarche.compile;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;

/** Checks what a rule concludes and says against what its conditions bind. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class ConclusionChecks {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(.*?)}");
    private static final Set<FieldType> PARTIES =
            Set.of(FieldType.ACTOR, FieldType.PARTY, FieldType.SUBJECT, FieldType.QUESTION, FieldType.ORIGIN);

    private final SourceText source;
    private final RuleCard card;
    private final Metadata metadata;
    private final Problems problems;

    /** The variables that every branch binds. */
    private final Set<String> bound;

    /** The field whose value each variable stands for. */
    private final Map<String, FactType.Field> fields;

    /** The results of accumulates that are numbers or lists. */
    private final Map<String, AccumulateChecks.Kind> kinds;

    void check() {
        checkValues();
        checkPlaceholders();
    }

    private void checkValues() {
        FactType type = card.conclusion().type();
        for (int i = 0; i < type.fields().size(); i++) {
            FactType.Field field = type.fields().get(i);
            Operand argument = card.conclusion().arguments().get(i);
            if (type.isDeclared()
                    && argument instanceof Operand.Text text
                    && field.word(text.value()).isEmpty()) {
                error("wrong-literal", card.conclusion().at(), RuleChecks.wrong(text.value(), field), "");
            }
            if (argument instanceof Operand.Variable variable) {
                if (!bound.contains(variable.name())) {
                    problems.add(RuleChecks.unbound(
                            source, variable.name(), card.conclusion().at(), bound));
                }
                checkKind(variable.name(), field);
            } else if (argument instanceof Operand.Other other) {
                error(
                        "expression",
                        source.findWord(other.written(), card.conclusion().at()),
                        "`" + other.written() + "` cannot be the " + field.name() + " of a conclusion.",
                        hint(other.written()));
            } else if (argument instanceof Operand.Text text
                    && text.value().isEmpty()
                    && i < type.fields().size() - type.optionalValues()) {
                error(
                        "absent-value",
                        card.conclusion().at(),
                        "A " + type.typeName() + " cannot be without its " + field.name() + ".",
                        "");
            }
        }
    }

    private String hint(String written) {
        if (bound.contains(written)) {
            return "Maybe `$" + written + "`?";
        }
        if (written.contains("==")) {
            return "The values stand in their order, without the names of the fields.";
        }
        return written.matches("[a-z][\\w -]*")
                ? "If it is a term, write it in quotes: `\"" + written.replace(" ", "") + "\"`."
                : "Write a text in quotes or a variable.";
    }

    /** A state is no finding and a finding no actor, even where both are texts. */
    private void checkKind(String variable, FactType.Field wanted) {
        FactType.Field given = fields.get(variable);
        AccumulateChecks.Kind kind = kinds.get(variable);
        if (AccumulateChecks.Kind.isNumber(kind) && wanted.type() == FieldType.NUMBER) {
            return;
        }
        if (kind != null && !(kind == AccumulateChecks.Kind.NUMBER && wanted.type() == FieldType.WHOLE)) {
            error(
                    "wrong-field",
                    card.conclusion().at(),
                    "`$" + variable + "` is " + kind.words() + " and cannot be the " + wanted.name()
                            + " of a conclusion, which is "
                            + (wanted.type() == FieldType.WHOLE ? "a whole number." : "made of texts."),
                    "");
        } else if (given != null && !fits(given, wanted)) {
            error(
                    "wrong-field",
                    card.conclusion().at(),
                    "`$" + variable + "` stands for a value of `" + given.name() + "` and cannot be the "
                            + wanted.name() + " of a conclusion"
                            + (wanted.type() == FieldType.WHOLE && given.type() == FieldType.NUMBER
                                    ? ", which has no fraction."
                                    : "."),
                    "");
        }
    }

    private static boolean fits(FactType.Field given, FactType.Field wanted) {
        return switch (wanted.type()) {
            case TERM ->
                given.type() == FieldType.ANY_TERM
                        || given.type() == FieldType.TERM && given.name().equals(wanted.name());
            case SUBJECT ->
                PARTIES.contains(given.type()) || given.name().equals("means") || given.type() == FieldType.TEXT;
            case ACTOR, PARTY, QUESTION -> PARTIES.contains(given.type()) || given.type() == FieldType.TEXT;
            case NUMBER -> given.type().isNumber();
            case WHOLE -> given.type() == FieldType.WHOLE || given.type() == FieldType.CREDIBILITY;
            case CHOICE -> given.type() == FieldType.CHOICE && given.written().equals(wanted.written());
            case TEXT -> given.written().isEmpty() ? !given.type().isNumber() : given.type() == FieldType.TEXT;
            default -> given.type() == wanted.type();
        };
    }

    private void checkPlaceholders() {
        checkPlaceholders("says", card.says());
        card.unless().forEach(text -> checkPlaceholders("unless", text));
    }

    private void checkPlaceholders(String annotation, String text) {
        Matcher found = PLACEHOLDER.matcher(text);
        while (found.find()) {
            String name = found.group(1);
            if (name.startsWith("$") && bound.contains(name.substring(1))) {
                error(
                        "unbound-placeholder",
                        metadata.at(annotation),
                        "In `@" + annotation + "` of rule `" + card.id() + "` a variable stands without `$`.",
                        "Write `{" + name.substring(1) + "}`.");
            } else if (!bound.contains(name)) {
                error(
                        "unbound-placeholder",
                        metadata.at(annotation),
                        "`{" + name + "}` in `@" + annotation + "` of rule `" + card.id() + "` stands for `$" + name
                                + "`, which the rule's conditions do not bind.",
                        Suggestion.nearest(name, bound)
                                .map(near -> "Maybe `{" + near + "}`?")
                                .orElse(""));
            }
        }
    }

    private void error(String check, SourceLocation at, String message, String hint) {
        problems.add(source.error(check, at, message, hint));
    }
}
