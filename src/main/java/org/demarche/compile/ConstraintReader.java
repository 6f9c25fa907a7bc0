package org.demarche.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.rules.Expression;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCondition.Binding;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;
import org.demarche.source.SourceLocation;
import org.drools.drl.ast.descr.AtomicExprDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.BindingDescr;
import org.drools.drl.ast.descr.ConnectiveType;
import org.drools.drl.ast.descr.ConstraintConnectiveDescr;
import org.drools.drl.ast.descr.RelationalExprDescr;
import org.drools.drl.parser.DrlExprParser;
import org.drools.drl.parser.DrlExprParserFactory;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Reads one test inside a pattern, {@code $a : actor != "PRK"}, with Drools' own expression parser. */
final class ConstraintReader {

    /** One text and no more: `"a" + b + "c"` begins and ends with a quote too. */
    private static final Pattern QUOTED =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+'", Pattern.DOTALL);

    private static final String END = "endOfTheTest";

    /** Most tests are so simple that nothing can be left over. */
    private static final Pattern SIMPLE =
            Pattern.compile("\\s*(?:\\$\\w+\\s*:\\s*\\w+|\\w+\\s*[=!]=\\s*(?:\"[^\"\\\\]*\"|\\$\\w+))\\s*");

    private static final Map<String, String> OPPOSITES =
            Map.of("not ==", "!=", "not !=", "==", "not <", ">=", "not <=", ">", "not >", "<=", "not >=", "<");

    private final SourceText source;

    ConstraintReader(SourceText source) {
        this.source = source;
    }

    /**
     * The test.
     *
     * @param text the test as written
     * @param start where its text begins in the file, counted from 0
     * @return empty when it cannot be parsed
     */
    Optional<Constraint> read(String text, SourceLocation at, int start) {
        return read(text, at, start, Optional.empty(), false);
    }

    /**
     * The test of a pattern.
     *
     * @param kind the kind of its facts
     * @param positional whether the text was made of a value without a field, so that all of it stands in one place
     */
    Optional<Constraint> read(String text, SourceLocation at, int start, Optional<FactType> kind, boolean positional) {
        DrlExprParser parser = DrlExprParserFactory.getDrlExprParser(LanguageLevelOption.DRL6);
        ConstraintConnectiveDescr tree = parser.parse(text);
        if (tree == null || parser.hasErrors() || !whole(text)) {
            return Optional.empty();
        }
        Parts parts = new Parts(text, start, kind, positional);
        Expression expression = parts.read(tree);
        return Optional.of(new Constraint(text, parts.bindings, parts.comparisons, parts.plain, expression, at));
    }

    /** Drools' parser is silent on what it leaves unread behind a test, `a == "x" and b == "y"`: it must get to something behind it. */
    private static boolean whole(String text) {
        if (SIMPLE.matcher(text).matches()) {
            return true;
        }
        DrlExprParser parser = DrlExprParserFactory.getDrlExprParser(LanguageLevelOption.DRL6);
        return reaches(parser.parse(text + "\n&& " + END + " == 0"));
    }

    private static boolean reaches(@Nullable BaseDescr tree) {
        if (tree instanceof ConstraintConnectiveDescr connective) {
            return connective.getDescrs().stream().anyMatch(ConstraintReader::reaches);
        }
        return tree instanceof RelationalExprDescr relation
                && relation.getLeft().toString().contains(END);
    }

    /** A text in quotes without them; empty for anything else. */
    static Optional<String> unquoted(String written) {
        return QUOTED.matcher(written).matches()
                ? Optional.of(written.substring(1, written.length() - 1))
                : Optional.empty();
    }

    private final class Parts {
        private final List<Binding> bindings = new ArrayList<>();
        private final List<Comparison> comparisons = new ArrayList<>();
        private final String text;
        private final int start;

        /** Only of a declared kind. */
        private final Optional<FactType> kind;

        private final boolean positional;
        private boolean plain = true;

        Parts(String text, int start, Optional<FactType> kind, boolean positional) {
            this.text = text;
            this.start = start;
            this.kind = kind.filter(FactType::isDeclared);
            this.positional = positional;
        }

        Expression read(BaseDescr tree) {
            if (tree instanceof ConstraintConnectiveDescr connective) {
                return connective(connective);
            }
            if (tree instanceof BindingDescr binding && !binding.isUnification()) {
                String variable = binding.getVariable();
                bindings.add(new Binding(
                        variable.startsWith("$") ? variable.substring(1) : variable,
                        fieldOf(binding.getExpression()),
                        at(binding.getExpression())));
                return Expression.NOTHING;
            }
            if (tree instanceof RelationalExprDescr relation) {
                return comparison(relation);
            }
            if (tree instanceof AtomicExprDescr atom) {
                boolean wanted = true;
                String field = atom.getExpression().strip();
                while (field.startsWith("!") || field.startsWith("(") && field.endsWith(")")) {
                    wanted ^= field.startsWith("!");
                    field = field.substring(1, field.length() - (field.startsWith("!") ? 0 : 1))
                            .strip();
                }
                if (isTruth(field)) {
                    String value = String.valueOf(wanted);
                    Comparison comparison = new Comparison(field, "==", new Operand.Text(value), at(field), at(field));
                    comparisons.add(comparison);
                    return new Expression.Compare(comparison);
                }
            }
            plain = false;
            return new Expression.Unread(text);
        }

        private boolean isTruth(String field) {
            return kind.flatMap(type -> type.field(field))
                    .filter(each -> each.type() == FieldType.TRUTH)
                    .isPresent();
        }

        private Expression connective(ConstraintConnectiveDescr connective) {
            plain &= connective.getConnective() == ConnectiveType.AND && !connective.isNegated();
            List<Expression> read =
                    connective.getDescrs().stream().map(this::read).toList();
            Expression whole = connective.getConnective() == ConnectiveType.AND
                    ? new Expression.All(read)
                    : connective.getConnective() == ConnectiveType.OR
                            ? new Expression.Any(read)
                            : new Expression.Unread(text);
            return connective.isNegated() ? new Expression.Opposite(whole) : whole;
        }

        private Expression comparison(RelationalExprDescr relation) {
            BaseDescr left = relation.getLeft();
            Expression before = Expression.NOTHING;
            if (left instanceof BindingDescr binding) {
                read(binding);
            } else if (!(left instanceof AtomicExprDescr)) {
                before = new Expression.Unread(text);
                read(left);
            }
            String field = left instanceof BindingDescr binding
                    ? binding.getExpression()
                    : left instanceof AtomicExprDescr atom ? atom.getExpression() : left.toString();
            String operand = relation.getRight() instanceof AtomicExprDescr right
                    ? right.getExpression()
                    : relation.getRight().toString();
            String said = relation.getOperatorDescr() == null
                    ? relation.getOperator()
                    : relation.getOperatorDescr().toString().trim();
            // `!( a == b )` is read as `a not == b`.
            String operator = OPPOSITES.getOrDefault(said, said);
            Operand right = operand(operand);
            Comparison comparison = new Comparison(
                    fieldOf(field),
                    operator,
                    kind.flatMap(type -> type.field(fieldOf(field)))
                            .filter(each -> !operator.endsWith("matches"))
                            .map(each -> Operands.of(each, right))
                            .orElse(right),
                    at(field),
                    at(field, operand));
            comparisons.add(comparison);
            return before.equals(Expression.NOTHING) ? new Expression.Compare(comparison) : before;
        }

        private Operand operand(String written) {
            Optional<String> quoted = unquoted(written);
            if (quoted.isPresent()) {
                return new Operand.Text(quoted.get());
            }
            return written.matches("\\$[\\p{L}\\p{N}_]+")
                    ? new Operand.Variable(written.substring(1))
                    : new Operand.Other(written);
        }

        private SourceLocation at(String part) {
            return source.at(positional ? start : start + Math.max(0, text.indexOf(part)));
        }

        private SourceLocation at(String field, String operand) {
            int left = Math.max(0, text.indexOf(field));
            int right = text.indexOf(operand, left + field.length());
            return source.at(positional ? start : start + (right < 0 ? left : right));
        }

        /** {@code actor()} is the field {@code actor}. */
        private String fieldOf(String expression) {
            return expression.endsWith("()") ? expression.substring(0, expression.length() - 2) : expression;
        }
    }
}
