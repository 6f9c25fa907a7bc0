package org.demarche.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.coverage.ConditionCoverage;
import org.demarche.coverage.Coverage;
import org.demarche.coverage.RuleCoverage;
import org.jspecify.annotations.Nullable;

/** Which rules and conditions expectations have seen at work: those of which least was seen first. */
final class CoverageReport {

    private static final int COUNT = 9;

    private CoverageReport() {}

    static void text(Coverage coverage, TestRun.Minimum minimum, Paper paper) {
        paper.blank().heading("Coverage");
        paper.item(
                2,
                "rules",
                10,
                coverage.concluded() + " of " + coverage.rules().size() + " concluded something"
                        + percent(coverage.rulePercent(), minimum.rules(), minimum.rulesMet(coverage)));
        paper.item(
                2,
                "conditions",
                10,
                coverage.covered() + " of " + coverage.conditions() + " were met and decisive"
                        + percent(coverage.conditionPercent(), minimum.conditions(), minimum.conditionsMet(coverage)));
        List<RuleCoverage> shown = coverage.rules().stream()
                .filter(rule -> paper.page().verbose() || !complete(rule))
                .toList();
        if (!shown.isEmpty()) {
            paper.blank();
            shown.forEach(rule -> rule(rule, paper));
        }
    }

    private static boolean complete(RuleCoverage rule) {
        return rule.concluded() && rule.covered() == rule.conditions().size();
    }

    private static String percent(double percent, double minimum, boolean met) {
        String reached = " (" + number(percent) + "%)";
        return minimum == 0
                ? reached
                : reached
                        + (met
                                ? Ink.GOOD.on(", " + number(minimum) + "% wanted")
                                : Ink.BAD.on(", less than the " + number(minimum) + "% wanted"));
    }

    /** Rounded down, so that nothing is called 100 that is not. */
    static String number(double percent) {
        double tenths = Math.floor(percent * 10) / 10;
        return tenths == Math.rint(tenths) ? String.valueOf((long) tenths) : Numbers.fixed(tenths, 1);
    }

    private static void rule(RuleCoverage rule, Paper paper) {
        String count = rule.covered() + " of " + rule.conditions().size();
        paper.item(
                2,
                count,
                COUNT,
                Ink.STRONG.on(rule.rule()) + (rule.concluded() ? "" : Ink.BAD.on(", which concluded nothing")));
        rule.conditions().stream().filter(each -> !each.covered()).forEach(each -> {
            paper.paragraph(COUNT + 4, (each.met() ? "never decisive: " : "never met: ") + each.text());
            paper.paragraph(COUNT + 4, Ink.QUIET.on(each.at().toString()));
        });
    }

    static Map<String, @Nullable Object> json(Coverage coverage, TestRun.Minimum minimum) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("rules", coverage.rules().size());
        written.put("concluded", coverage.concluded());
        written.put("rulePercent", coverage.rulePercent());
        written.put("minRulePercent", minimum.rules());
        written.put("conditions", coverage.conditions());
        written.put("covered", coverage.covered());
        written.put("conditionPercent", coverage.conditionPercent());
        written.put("minConditionPercent", minimum.conditions());
        written.put(
                "byRule", coverage.rules().stream().map(CoverageReport::json).toList());
        return written;
    }

    private static Map<String, @Nullable Object> json(RuleCoverage rule) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("id", rule.rule());
        written.put("concluded", rule.concluded());
        Json.putPlace(written, rule.at());
        written.put(
                "conditions",
                rule.conditions().stream().map(CoverageReport::json).toList());
        return written;
    }

    private static Map<String, @Nullable Object> json(ConditionCoverage condition) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("text", condition.text());
        written.put("met", condition.met());
        written.put("decisive", condition.decisive());
        Json.putPlace(written, condition.at());
        return written;
    }
}
