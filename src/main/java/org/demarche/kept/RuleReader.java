package org.demarche.kept;

import java.math.BigDecimal;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.cache.Reader;
import org.demarche.cases.Source;
import org.demarche.cases.Term;
import org.demarche.model.FactType;
import org.demarche.model.Likelihood;
import org.demarche.rules.AccumulateFunction;
import org.demarche.rules.Conclusion;
import org.demarche.rules.Expression;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCard.Suppression;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Binding;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;
import org.demarche.rules.RuleCondition.Result;
import org.demarche.rules.RuleCondition.Test;
import org.demarche.source.Citation;
import org.demarche.source.Problem;
import org.demarche.source.Severity;
import org.demarche.source.SourceLocation;

/** Reads what a {@link RuleWriter} has written. The arguments of a constructor are read in their order, which Java keeps. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class RuleReader {

    private static final AccumulateFunction[] FUNCTIONS = AccumulateFunction.values();
    private static final Severity[] SEVERITIES = Severity.values();

    private final Reader in;

    ReadRules rules() {
        return new ReadRules(in.all(this::card), in.all(this::term), in.all(this::source), in.all(this::problem));
    }

    private RuleCard card() {
        return new RuleCard(
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.all(this::citation),
                in.all(in::text),
                in.maybe(this::likelihood),
                in.all(this::suppression),
                in.text(),
                in.all(this::condition),
                conclusion(),
                at());
    }

    private Citation citation() {
        return new Citation(in.text(), in.text());
    }

    private Likelihood likelihood() {
        return new Likelihood(in.decimal(), in.decimal());
    }

    private Suppression suppression() {
        return new Suppression(in.text(), in.text(), at());
    }

    private Conclusion conclusion() {
        return new Conclusion(type(), in.all(this::operand), at());
    }

    private FactType type() {
        return FactType.named(in.text()).orElseThrow();
    }

    private RuleCondition condition() {
        int kind = in.number();
        return switch (kind) {
            case RuleWriter.PATTERN ->
                new RuleCondition.Pattern(in.text(), in.maybe(this::type), in.text(), in.all(this::constraint), at());
            case RuleWriter.NOT -> new RuleCondition.Not(condition(), at());
            case RuleWriter.EXISTS -> new RuleCondition.Exists(condition(), at());
            case RuleWriter.AND -> new RuleCondition.And(in.all(this::condition), at());
            case RuleWriter.OR -> new RuleCondition.Or(in.all(this::condition), at());
            case RuleWriter.ACCUMULATE ->
                new RuleCondition.Accumulate(condition(), in.all(this::result), in.all(this::test), at());
            default -> throw unknown(kind);
        };
    }

    private Result result() {
        return new Result(in.text(), FUNCTIONS[in.number()], in.text(), at(), at());
    }

    private Test test() {
        return new Test(operand(), in.text(), operand(), at(), at());
    }

    private Constraint constraint() {
        return new Constraint(
                in.text(), in.all(this::binding), in.all(this::comparison), in.truth(), expression(), at());
    }

    private Binding binding() {
        return new Binding(in.text(), in.text(), at());
    }

    private Comparison comparison() {
        return new Comparison(in.text(), in.text(), operand(), at(), at());
    }

    private Expression expression() {
        int kind = in.number();
        return switch (kind) {
            case RuleWriter.COMPARE -> new Expression.Compare(comparison());
            case RuleWriter.ALL -> new Expression.All(in.all(this::expression));
            case RuleWriter.ANY -> new Expression.Any(in.all(this::expression));
            case RuleWriter.OPPOSITE -> new Expression.Opposite(expression());
            case RuleWriter.UNREAD -> new Expression.Unread(in.text());
            default -> throw unknown(kind);
        };
    }

    private Operand operand() {
        int kind = in.number();
        return switch (kind) {
            case RuleWriter.TEXT -> new Operand.Text(in.text());
            case RuleWriter.VARIABLE -> new Operand.Variable(in.text());
            case RuleWriter.NUMBER -> new Operand.Number(new BigDecimal(in.text()));
            case RuleWriter.SIZE -> new Operand.Size(in.text());
            case RuleWriter.OTHER -> new Operand.Other(in.text());
            default -> throw unknown(kind);
        };
    }

    private SourceLocation at() {
        return new SourceLocation(in.text(), in.number(), in.number());
    }

    private Term term() {
        return new Term(
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.all(in::text),
                in.text(),
                at());
    }

    private Source source() {
        return new Source(
                in.text(), in.text(), in.text(), in.text(), in.text(), in.text(), in.text(), in.text(), in.text(),
                in.text(), in.text());
    }

    private Problem problem() {
        return new Problem(SEVERITIES[in.number()], in.text(), at(), in.text(), in.text(), in.text());
    }

    private static IllegalStateException unknown(int kind) {
        return new IllegalStateException("Nothing is written as " + kind + ".");
    }
}
