package org.demarche.cache;

import java.math.BigDecimal;
import java.util.List;
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
final class RuleReader extends Reader {

    private static final AccumulateFunction[] FUNCTIONS = AccumulateFunction.values();
    private static final Severity[] SEVERITIES = Severity.values();

    RuleReader(byte[] in, int end) {
        super(in, end);
    }

    List<SourceFile> files() {
        return all(() -> new SourceFile(text(), bytes()));
    }

    ReadRules rules() {
        return new ReadRules(all(this::card), all(this::term), all(this::source), all(this::problem));
    }

    private RuleCard card() {
        return new RuleCard(
                text(),
                text(),
                text(),
                text(),
                all(this::citation),
                all(this::text),
                maybe(this::likelihood),
                all(this::suppression),
                text(),
                all(this::condition),
                conclusion(),
                at());
    }

    private Citation citation() {
        return new Citation(text(), text());
    }

    private Likelihood likelihood() {
        return new Likelihood(decimal(), decimal());
    }

    private Suppression suppression() {
        return new Suppression(text(), text(), at());
    }

    private Conclusion conclusion() {
        return new Conclusion(type(), all(this::operand), at());
    }

    private FactType type() {
        return FactType.named(text()).orElseThrow();
    }

    private RuleCondition condition() {
        int kind = number();
        return switch (kind) {
            case RuleWriter.PATTERN ->
                new RuleCondition.Pattern(text(), maybe(this::type), text(), all(this::constraint), at());
            case RuleWriter.NOT -> new RuleCondition.Not(condition(), at());
            case RuleWriter.EXISTS -> new RuleCondition.Exists(condition(), at());
            case RuleWriter.AND -> new RuleCondition.And(all(this::condition), at());
            case RuleWriter.OR -> new RuleCondition.Or(all(this::condition), at());
            case RuleWriter.ACCUMULATE ->
                new RuleCondition.Accumulate(condition(), all(this::result), all(this::test), at());
            default -> throw unknown(kind);
        };
    }

    private Result result() {
        return new Result(text(), FUNCTIONS[number()], text(), at(), at());
    }

    private Test test() {
        return new Test(operand(), text(), operand(), at(), at());
    }

    private Constraint constraint() {
        return new Constraint(text(), all(this::binding), all(this::comparison), truth(), expression(), at());
    }

    private Binding binding() {
        return new Binding(text(), text(), at());
    }

    private Comparison comparison() {
        return new Comparison(text(), text(), operand(), at(), at());
    }

    private Expression expression() {
        int kind = number();
        return switch (kind) {
            case RuleWriter.COMPARE -> new Expression.Compare(comparison());
            case RuleWriter.ALL -> new Expression.All(all(this::expression));
            case RuleWriter.ANY -> new Expression.Any(all(this::expression));
            case RuleWriter.OPPOSITE -> new Expression.Opposite(expression());
            case RuleWriter.UNREAD -> new Expression.Unread(text());
            default -> throw unknown(kind);
        };
    }

    private Operand operand() {
        int kind = number();
        return switch (kind) {
            case RuleWriter.TEXT -> new Operand.Text(text());
            case RuleWriter.VARIABLE -> new Operand.Variable(text());
            case RuleWriter.NUMBER -> new Operand.Number(new BigDecimal(text()));
            case RuleWriter.SIZE -> new Operand.Size(text());
            case RuleWriter.OTHER -> new Operand.Other(text());
            default -> throw unknown(kind);
        };
    }

    private SourceLocation at() {
        return new SourceLocation(text(), number(), number());
    }

    private Term term() {
        return new Term(text(), text(), text(), text(), text(), text(), text(), all(this::text), text(), at());
    }

    private Source source() {
        return new Source(text(), text(), text(), text(), text(), text(), text(), text());
    }

    private Problem problem() {
        return new Problem(SEVERITIES[number()], text(), at(), text(), text(), text());
    }

    private static IllegalStateException unknown(int kind) {
        return new IllegalStateException("Nothing is written as " + kind + ".");
    }
}
