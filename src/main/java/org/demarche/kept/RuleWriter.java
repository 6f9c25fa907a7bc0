package org.demarche.kept;

import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.cache.Writer;
import org.demarche.cases.Source;
import org.demarche.cases.Term;
import org.demarche.model.FactType;
import org.demarche.model.Likelihood;
import org.demarche.rules.Conclusion;
import org.demarche.rules.Expression;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCard.Suppression;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.Binding;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.rules.RuleCondition.Result;
import org.demarche.rules.RuleCondition.Test;
import org.demarche.source.Citation;
import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;

/** Writes rules by hand, value by value: reading them back is then the fastest there is, and the compiler sees what is forgotten. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class RuleWriter {

    static final int PATTERN = 0;
    static final int NOT = 1;
    static final int EXISTS = 2;
    static final int AND = 3;
    static final int OR = 4;
    static final int ACCUMULATE = 5;

    static final int COMPARE = 0;
    static final int ALL = 1;
    static final int ANY = 2;
    static final int OPPOSITE = 3;
    static final int UNREAD = 4;

    static final int TEXT = 0;
    static final int VARIABLE = 1;
    static final int NUMBER = 2;
    static final int SIZE = 3;
    static final int OTHER = 4;

    private final Writer out;

    void rules(ReadRules rules) {
        out.all(rules.cards(), this::card);
        out.all(rules.terms(), this::term);
        out.all(rules.sources(), this::source);
        out.all(rules.warnings(), this::problem);
    }

    private void card(RuleCard card) {
        out.text(card.id());
        out.text(card.title());
        out.text(card.says());
        out.text(card.why());
        out.all(card.citations(), this::citation);
        out.all(card.unless(), out::text);
        out.maybe(card.likelihood(), this::likelihood);
        out.all(card.suppressed(), this::suppression);
        out.text(card.group());
        out.all(card.conditions(), this::condition);
        conclusion(card.conclusion());
        at(card.at());
    }

    private void citation(Citation citation) {
        out.text(citation.source());
        out.text(citation.locator());
    }

    private void likelihood(Likelihood likelihood) {
        out.decimal(likelihood.low());
        out.decimal(likelihood.high());
    }

    private void suppression(Suppression suppression) {
        out.text(suppression.check());
        out.text(suppression.reason());
        at(suppression.at());
    }

    private void conclusion(Conclusion conclusion) {
        type(conclusion.type());
        out.all(conclusion.arguments(), this::operand);
        at(conclusion.at());
    }

    private void type(FactType type) {
        out.text(type.typeName());
    }

    private void condition(RuleCondition condition) {
        if (condition instanceof Pattern pattern) {
            out.number(PATTERN);
            out.text(pattern.type());
            out.maybe(pattern.kind(), this::type);
            out.text(pattern.label());
            out.all(pattern.constraints(), this::constraint);
        } else if (condition instanceof RuleCondition.Not not) {
            out.number(NOT);
            condition(not.inner());
        } else if (condition instanceof RuleCondition.Exists exists) {
            out.number(EXISTS);
            condition(exists.inner());
        } else if (condition instanceof RuleCondition.And and) {
            out.number(AND);
            out.all(and.conditions(), this::condition);
        } else if (condition instanceof RuleCondition.Or or) {
            out.number(OR);
            out.all(or.conditions(), this::condition);
        } else {
            Accumulate accumulate = (Accumulate) condition;
            out.number(ACCUMULATE);
            condition(accumulate.source());
            out.all(accumulate.results(), this::result);
            out.all(accumulate.tests(), this::test);
        }
        at(condition.at());
    }

    private void result(Result result) {
        out.text(result.variable());
        out.number(result.function().ordinal());
        out.text(result.argument());
        at(result.at());
        at(result.argumentAt());
    }

    private void test(Test test) {
        operand(test.left());
        out.text(test.operator());
        operand(test.right());
        at(test.at());
        at(test.rightAt());
    }

    private void constraint(Constraint constraint) {
        out.text(constraint.text());
        out.all(constraint.bindings(), this::binding);
        out.all(constraint.comparisons(), this::comparison);
        out.truth(constraint.plain());
        expression(constraint.expression());
        at(constraint.at());
    }

    private void binding(Binding binding) {
        out.text(binding.variable());
        out.text(binding.field());
        at(binding.at());
    }

    private void comparison(Comparison comparison) {
        out.text(comparison.field());
        out.text(comparison.operator());
        operand(comparison.operand());
        at(comparison.at());
        at(comparison.operandAt());
    }

    private void expression(Expression expression) {
        if (expression instanceof Expression.Compare compare) {
            out.number(COMPARE);
            comparison(compare.comparison());
        } else if (expression instanceof Expression.All all) {
            out.number(ALL);
            out.all(all.parts(), this::expression);
        } else if (expression instanceof Expression.Any any) {
            out.number(ANY);
            out.all(any.parts(), this::expression);
        } else if (expression instanceof Expression.Opposite opposite) {
            out.number(OPPOSITE);
            expression(opposite.of());
        } else {
            out.number(UNREAD);
            out.text(((Expression.Unread) expression).text());
        }
    }

    private void operand(Operand operand) {
        if (operand instanceof Operand.Text text) {
            out.number(TEXT);
            out.text(text.value());
        } else if (operand instanceof Operand.Variable variable) {
            out.number(VARIABLE);
            out.text(variable.name());
        } else if (operand instanceof Operand.Number number) {
            out.number(NUMBER);
            out.text(number.value().toString());
        } else if (operand instanceof Operand.Size size) {
            out.number(SIZE);
            out.text(size.variable());
        } else {
            out.number(OTHER);
            out.text(((Operand.Other) operand).written());
        }
    }

    private void at(SourceLocation at) {
        out.text(at.file());
        out.number(at.line());
        out.number(at.column());
    }

    private void term(Term term) {
        out.text(term.field());
        out.text(term.id());
        out.text(term.text());
        out.text(term.past());
        out.text(term.plural());
        out.text(term.plover());
        out.text(term.cameo());
        out.all(term.excludes(), out::text);
        out.text(term.note());
        at(term.at());
    }

    private void source(Source source) {
        out.text(source.id());
        out.text(source.title());
        out.text(source.author());
        out.text(source.publisher());
        out.text(source.date());
        out.text(source.kind());
        out.text(source.url());
        out.text(source.country());
        out.text(source.owner());
        out.text(source.reliability());
        out.text(source.note());
    }

    private void problem(Problem problem) {
        out.number(problem.severity().ordinal());
        out.text(problem.check());
        at(problem.at());
        out.text(problem.message());
        out.text(problem.line());
        out.text(problem.hint());
    }
}
