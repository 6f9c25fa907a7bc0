package org.demarche.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.Binding;
import org.demarche.rules.RuleWords;
import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;

/** Variables that are bound and never used: mostly a test that was forgotten. */
final class UnusedVariables implements Lint {

    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    @Override
    public List<Problem> find(Examined examined) {
        return examined.rules().stream().flatMap(UnusedVariables::of).toList();
    }

    private static Stream<Problem> of(RuleCard card) {
        Map<String, Integer> mentions = mentions(card);
        return bound(card).entrySet().stream()
                .filter(each -> mentions.getOrDefault(each.getKey(), 0) < 2)
                .map(each -> Problem.warning(
                                "unused-variable",
                                each.getValue(),
                                "Rule `" + card.id() + "` binds `$" + each.getKey() + "` and never uses it.")
                        .withHint("Leave it out, or use it."));
    }

    private static Map<String, SourceLocation> bound(RuleCard card) {
        Map<String, SourceLocation> bound = new HashMap<>();
        for (RuleCondition.Pattern pattern : RuleWords.patterns(card.conditions())) {
            for (Binding binding : pattern.bindings()) {
                bound.putIfAbsent(binding.variable(), binding.at());
            }
            if (!pattern.label().isEmpty()) {
                bound.putIfAbsent(pattern.label().replace("$", ""), pattern.at());
            }
        }
        return bound;
    }

    /** How often each variable is spoken of, its binding included. */
    private static Map<String, Integer> mentions(RuleCard card) {
        List<String> texts = new ArrayList<>();
        for (RuleCondition.Pattern pattern : RuleWords.patterns(card.conditions())) {
            texts.add(pattern.label());
            pattern.constraints().forEach(each -> texts.add(each.text()));
        }
        RuleWords.accumulates(card.conditions()).forEach(each -> texts.addAll(of(each)));
        card.conclusion().arguments().forEach(each -> texts.add(said(each)));
        Map<String, Integer> mentions = new HashMap<>();
        texts.forEach(text -> count(VARIABLE.matcher(text), mentions));
        count(PLACEHOLDER.matcher(card.says()), mentions);
        card.unless().forEach(each -> count(PLACEHOLDER.matcher(each), mentions));
        return mentions;
    }

    private static List<String> of(Accumulate accumulate) {
        List<String> texts = new ArrayList<>();
        accumulate.results().forEach(each -> texts.add("$" + each.argument()));
        accumulate.tests().forEach(each -> texts.addAll(List.of(said(each.left()), said(each.right()))));
        return texts;
    }

    private static String said(Operand operand) {
        if (operand instanceof Operand.Variable variable) {
            return "$" + variable.name();
        }
        return operand instanceof Operand.Other other ? other.written() : "";
    }

    private static void count(Matcher found, Map<String, Integer> mentions) {
        while (found.find()) {
            mentions.merge(found.group(1), 1, Integer::sum);
        }
    }
}
