package org.demarche.compile;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demarche.model.FactType;
import org.demarche.rules.Conclusion;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCondition.Constraint;
import org.demarche.rules.RuleCondition.Pattern;

/** Writes the possibility form as DRL. Each rule tells the listener of its firings instead of inserting anything. */
final class PossibilityDrl {

    static final String PACKAGE = "demarche.possible";
    static final String LISTENER = "demarcheListener";

    private PossibilityDrl() {}

    static String write(List<PossibleRule> rules) {
        return "package " + PACKAGE + "\n"
                + "import " + FactType.class.getPackageName() + ".*\n"
                + "global " + FiringListener.class.getName() + " " + LISTENER + "\n"
                + rules.stream().map(PossibilityDrl::write).collect(Collectors.joining());
    }

    private static String write(PossibleRule rule) {
        String conditions = IntStream.range(0, rule.patterns().size())
                .mapToObj(i -> "    " + write(rule.patterns().get(i), i) + "\n")
                .collect(Collectors.joining());
        return "rule \"r" + rule.number() + "\"\nwhen\n" + conditions + "then\n    " + consequence(rule) + "\nend\n";
    }

    private static String write(Pattern pattern, int position) {
        String tests = pattern.constraints().stream().map(Constraint::text).collect(Collectors.joining(", "));
        return label(pattern, position) + " : " + pattern.type() + "( " + tests + " )";
    }

    private static String label(Pattern pattern, int position) {
        return pattern.label().isEmpty() ? "$fact" + position + "_" : pattern.label();
    }

    private static String consequence(PossibleRule rule) {
        String matched = IntStream.range(0, rule.patterns().size())
                .mapToObj(i -> ", " + label(rule.patterns().get(i), i))
                .collect(Collectors.joining());
        return rule.conclusion()
                .map(conclusion ->
                        LISTENER + ".concluded( " + rule.number() + ", " + write(conclusion) + matched + " );")
                .orElse(LISTENER + ".recorded( " + rule.number() + matched + " );");
    }

    private static String write(Conclusion conclusion) {
        return "new " + conclusion.type().typeName() + "( "
                + conclusion.arguments().stream().map(PossibilityDrl::write).collect(Collectors.joining(", ")) + " )";
    }

    private static String write(Operand operand) {
        if (operand instanceof Operand.Text text) {
            return "\"" + text.value().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
        return operand instanceof Operand.Variable variable
                ? "$" + variable.name()
                : ((Operand.Other) operand).written();
    }
}
