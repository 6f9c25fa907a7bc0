package org.demarche.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.compile.PossibleRule.Conclude;
import org.demarche.model.FactType;
import org.demarche.model.Thing;
import org.demarche.rules.Conclusion;
import org.demarche.rules.Operand;
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
        String conditions = IntStream.range(0, rule.steps().size())
                .mapToObj(i -> "    " + write(rule.steps(), i) + "\n")
                .collect(Collectors.joining());
        return "rule \"r" + rule.number() + "\"\nwhen\n" + conditions + "then\n    " + consequence(rule) + "\nend\n";
    }

    private static String write(List<Step> steps, int position) {
        String label = label(steps.get(position), position) + " : ";
        if (steps.get(position) instanceof Step.Result result) {
            return label + Outcome.class.getName() + "( " + tests(result.accumulate(), steps) + " )";
        }
        Pattern pattern = ((Step.Match) steps.get(position)).pattern();
        FactType type = pattern.kind().orElseThrow();
        String tests = new TestDrl(type, labelled(steps.subList(0, position))).write(pattern.constraints());
        return label
                + (type.isDeclared()
                        ? Thing.class.getName() + "( " + ofKind(type) + (tests.isEmpty() ? "" : ", ") + tests + " )"
                        : type.typeName() + "( " + tests + " )");
    }

    private static String ofKind(FactType type) {
        return "kind == " + TestDrl.quoted(type.typeName());
    }

    /** The kinds of the facts that have a variable of their own, by it. */
    private static Map<String, FactType> labelled(List<Step> steps) {
        Map<String, FactType> labelled = new HashMap<>();
        for (Step step : steps) {
            if (step instanceof Step.Match match && !match.pattern().label().isEmpty()) {
                labelled.put(match.pattern().label(), match.pattern().kind().orElseThrow());
            }
        }
        return labelled;
    }

    /** An outcome of this accumulate, for exactly what was matched before it; its results can be used behind it. */
    private static String tests(LocalAccumulate accumulate, List<Step> steps) {
        int given = accumulate.given();
        List<String> tests = new ArrayList<>(List.of("site == " + accumulate.site()));
        if (given > 0) {
            tests.add("last == " + label(steps.get(given - 1), given - 1));
            tests.add("follows( " + labels(steps.subList(0, given)).collect(Collectors.joining(", ")) + " )");
        }
        for (int i = 0; i < accumulate.kept().size(); i++) {
            tests.add(TestDrl.variable(accumulate.kept().get(i)) + " : text( " + i + " )");
        }
        return String.join(", ", tests);
    }

    private static Stream<String> labels(List<Step> steps) {
        return IntStream.range(0, steps.size()).mapToObj(i -> label(steps.get(i), i));
    }

    private static String label(Step step, int position) {
        return step instanceof Step.Match match && !match.pattern().label().isEmpty()
                ? match.pattern().label()
                : "$fact" + position + "_";
    }

    private static String consequence(PossibleRule rule) {
        String matched = labels(rule.steps()).map(label -> ", " + label).collect(Collectors.joining());
        return rule.purpose() instanceof Conclude conclude
                ? LISTENER + ".concluded( " + rule.number() + ", " + write(conclude.conclusion()) + matched + " );"
                : LISTENER + ".recorded( " + rule.number() + matched + " );";
    }

    private static String write(Conclusion conclusion) {
        return List.class.getName() + ".of( "
                + conclusion.arguments().stream().map(PossibilityDrl::write).collect(Collectors.joining(", ")) + " )";
    }

    private static String write(Operand operand) {
        if (operand instanceof Operand.Text text) {
            return TestDrl.quoted(text.value());
        }
        if (operand instanceof Operand.Variable variable) {
            return TestDrl.variable(variable.name());
        }
        throw new IllegalStateException("Not a value that may be concluded.");
    }
}
