package org.demarche.cache;

import java.util.List;
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
final class RuleWriter extends Writer {

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

    void files(List<SourceFile> files) {
        all(files, file -> {
            text(file.name());
            bytes(file.content());
        });
    }

    void rules(ReadRules rules) {
        all(rules.cards(), this::card);
        all(rules.terms(), this::term);
        all(rules.sources(), this::source);
        all(rules.warnings(), this::problem);
    }

    private void card(RuleCard card) {
        text(card.id());
        text(card.title());
        text(card.says());
        text(card.why());
        all(card.citations(), this::citation);
        all(card.unless(), this::text);
        maybe(card.likelihood(), this::likelihood);
        all(card.suppressed(), this::suppression);
        text(card.group());
        all(card.conditions(), this::condition);
        conclusion(card.conclusion());
        at(card.at());
    }

    private void citation(Citation citation) {
        text(citation.source());
        text(citation.locator());
    }

    private void likelihood(Likelihood likelihood) {
        decimal(likelihood.low());
        decimal(likelihood.high());
    }

    private void suppression(Suppression suppression) {
        text(suppression.check());
        text(suppression.reason());
        at(suppression.at());
    }

    private void conclusion(Conclusion conclusion) {
        type(conclusion.type());
        all(conclusion.arguments(), this::operand);
        at(conclusion.at());
    }

    private void type(FactType type) {
        text(type.typeName());
    }

    private void condition(RuleCondition condition) {
        if (condition instanceof Pattern pattern) {
            number(PATTERN);
            text(pattern.type());
            maybe(pattern.kind(), this::type);
            text(pattern.label());
            all(pattern.constraints(), this::constraint);
        } else if (condition instanceof RuleCondition.Not not) {
            number(NOT);
            condition(not.inner());
        } else if (condition instanceof RuleCondition.Exists exists) {
            number(EXISTS);
            condition(exists.inner());
        } else if (condition instanceof RuleCondition.And and) {
            number(AND);
            all(and.conditions(), this::condition);
        } else if (condition instanceof RuleCondition.Or or) {
            number(OR);
            all(or.conditions(), this::condition);
        } else {
            Accumulate accumulate = (Accumulate) condition;
            number(ACCUMULATE);
            condition(accumulate.source());
            all(accumulate.results(), this::result);
            all(accumulate.tests(), this::test);
        }
        at(condition.at());
    }

    private void result(Result result) {
        text(result.variable());
        number(result.function().ordinal());
        text(result.argument());
        at(result.at());
        at(result.argumentAt());
    }

    private void test(Test test) {
        operand(test.left());
        text(test.operator());
        operand(test.right());
        at(test.at());
        at(test.rightAt());
    }

    private void constraint(Constraint constraint) {
        text(constraint.text());
        all(constraint.bindings(), this::binding);
        all(constraint.comparisons(), this::comparison);
        truth(constraint.plain());
        expression(constraint.expression());
        at(constraint.at());
    }

    private void binding(Binding binding) {
        text(binding.variable());
        text(binding.field());
        at(binding.at());
    }

    private void comparison(Comparison comparison) {
        text(comparison.field());
        text(comparison.operator());
        operand(comparison.operand());
        at(comparison.at());
        at(comparison.operandAt());
    }

    private void expression(Expression expression) {
        if (expression instanceof Expression.Compare compare) {
            number(COMPARE);
            comparison(compare.comparison());
        } else if (expression instanceof Expression.All all) {
            number(ALL);
            all(all.parts(), this::expression);
        } else if (expression instanceof Expression.Any any) {
            number(ANY);
            all(any.parts(), this::expression);
        } else if (expression instanceof Expression.Opposite opposite) {
            number(OPPOSITE);
            expression(opposite.of());
        } else {
            number(UNREAD);
            text(((Expression.Unread) expression).text());
        }
    }

    private void operand(Operand operand) {
        if (operand instanceof Operand.Text text) {
            number(TEXT);
            text(text.value());
        } else if (operand instanceof Operand.Variable variable) {
            number(VARIABLE);
            text(variable.name());
        } else if (operand instanceof Operand.Number number) {
            number(NUMBER);
            text(number.value().toString());
        } else if (operand instanceof Operand.Size size) {
            number(SIZE);
            text(size.variable());
        } else {
            number(OTHER);
            text(((Operand.Other) operand).written());
        }
    }

    private void at(SourceLocation at) {
        text(at.file());
        number(at.line());
        number(at.column());
    }

    private void term(Term term) {
        text(term.field());
        text(term.id());
        text(term.text());
        text(term.past());
        text(term.plural());
        text(term.plover());
        text(term.cameo());
        all(term.excludes(), this::text);
        text(term.note());
        at(term.at());
    }

    private void source(Source source) {
        text(source.id());
        text(source.title());
        text(source.author());
        text(source.publisher());
        text(source.date());
        text(source.kind());
        text(source.url());
        text(source.note());
    }

    private void problem(Problem problem) {
        number(problem.severity().ordinal());
        text(problem.check());
        at(problem.at());
        text(problem.message());
        text(problem.line());
        text(problem.hint());
    }
}
