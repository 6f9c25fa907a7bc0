package org.demarche.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.model.FactType;
import org.demarche.rules.Conclusion;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Makes the rule cards of one parsed file. */
final class RuleReader {

    /** Attributes that change nothing of what holds. */
    private static final Set<String> HARMLESS = Set.of("salience");

    private final DrlFile file;
    private final DeclaredTypes types;
    private final SourceText source;
    private final Problems problems;

    RuleReader(DrlFile file, DeclaredTypes types, Problems problems) {
        this.file = file;
        this.types = types;
        this.source = file.source();
        this.problems = problems;
    }

    List<RuleCard> readAll() {
        new AllowedFile(file, types, problems).check();
        List<RuleCard> cards = new ArrayList<>();
        for (RuleDescr rule : file.tree().getRules()) {
            if (rule instanceof QueryDescr) {
                continue;
            }
            read(rule, rule.getStartCharacter()).ifPresent(cards::add);
        }
        if (cards.isEmpty() && file.tree().getRules().isEmpty()) {
            problems.add(Problem.warning("no-rules", SourceLocation.of(source.file()), "The file has no rules in it."));
        }
        return cards;
    }

    private Optional<RuleCard> read(RuleDescr rule, int start) {
        refuseAttributes(rule, start);
        int conditionsAt = Math.max(start, rule.getLhs().getStartCharacter());
        Metadata metadata = new Metadata(source, rule, start, conditionsAt, problems);
        ConditionReader reader = new ConditionReader(source, types.kinds(), problems);
        List<RuleCondition> conditions = reader.readAll(rule.getLhs());
        Optional<Conclusion> conclusion =
                conclusion(rule, Math.max(conditionsAt, rule.getLhs().getEndCharacter() + 1));
        String title = metadata.text("title");
        RuleCard card = RuleCard.builder()
                .id(rule.getName())
                .title(title.isEmpty() ? rule.getName() : title)
                .says(metadata.text("says"))
                .why(commentBefore(source.at(start).line()))
                .citations(metadata.citations())
                .unless(metadata.unless())
                .likelihood(metadata.likelihood())
                .suppressed(metadata.suppressed())
                .group(file.group())
                .conditions(conditions)
                .conclusion(conclusion.orElse(nothing()))
                .at(source.at(start))
                .build();
        check(card, metadata, reader.allRead());
        return conclusion.map(read -> card);
    }

    /** Stands for a conclusion that cannot be read, so that the conditions can be checked all the same. */
    private Conclusion nothing() {
        return new Conclusion(
                FactType.JUDGEMENT,
                List.of(new Operand.Text(""), new Operand.Text(""), new Operand.Text("")),
                SourceLocation.of(source.file()));
    }

    private void check(RuleCard card, Metadata metadata, boolean allRead) {
        Optional<Problem> dash = dash(card);
        if (dash.isPresent()) {
            problems.add(dash.get());
            return;
        }
        Problems found = new Problems();
        new RuleChecks(source, card, metadata, types.kinds(), found).check();
        // What a condition that cannot be read would have bound is not unbound.
        found.list().stream()
                .filter(each -> allRead || !each.check().startsWith("unbound"))
                .filter(each -> each.at().line() > 0)
                .forEach(problems::add);
        new Allowed(source, card, problems).check();
    }

    /** With a dash in its name, a variable is read as a subtraction. */
    private Optional<Problem> dash(RuleCard card) {
        int start = source.offset(card.at());
        Matcher end = Pattern.compile("\\bend\\b").matcher(source.code());
        int to = end.find(start) ? end.start() : source.text().length();
        Matcher name =
                Pattern.compile("\\$\\w+(?:-\\w+)+").matcher(source.code()).region(start, to);
        return name.find()
                ? Optional.of(source.error(
                        "variable-name",
                        source.at(name.start()),
                        "The name of a variable has no `-`.",
                        "Write `" + name.group().replace("-", "_") + "`, here and wherever it is used."))
                : Optional.empty();
    }

    private Optional<Conclusion> conclusion(RuleDescr rule, int from) {
        String consequence =
                rule.getConsequence() == null ? "" : rule.getConsequence().toString();
        Matcher then = Pattern.compile("\\bthen\\b").matcher(source.code());
        int start = then.find(from) ? then.end() : from;
        int written = consequence.isBlank() ? start : source.text().indexOf(consequence.strip(), start);
        return new ConclusionReader(source, rule.getName(), written < 0 ? start : written, types.kinds(), problems)
                .read(consequence.strip());
    }

    /** The comment that ends on the line before the rule, without its comment signs. */
    private String commentBefore(int ruleLine) {
        List<String> lines = new ArrayList<>();
        for (int line = ruleLine - 1; line > 0; line--) {
            String text = source.line(line).strip();
            if (!text.startsWith("//")) {
                break;
            }
            lines.add(text.substring(2).strip());
        }
        Collections.reverse(lines);
        return String.join(" ", lines);
    }

    private void refuseAttributes(RuleDescr rule, int start) {
        if (rule.getParentName() != null && !rule.getParentName().isEmpty()) {
            refuse("not-declarative", source.at(start), rule, "extends another rule, which is not supported");
        }
        warnOfSalience(rule, start);
        for (String attribute : rule.getAttributes().keySet()) {
            boolean ofAll = file.tree().getAttribute(attribute) != null;
            if (!HARMLESS.contains(attribute) && !ofAll) {
                refuse(
                        "operational-rule",
                        source.at(start),
                        rule,
                        "has `" + attribute + "`, which makes the answer depend on when rules fire: leave it out");
            }
        }
    }

    private void warnOfSalience(RuleDescr rule, int start) {
        if (rule.getAttributes().containsKey("salience")) {
            SourceLocation at = source.at(start);
            String salience = rule.getSalience();
            if (!salience.matches("[+-]?\\d{1,9}")) {
                refuse(
                        "not-declarative",
                        source.findCode("salience", at),
                        rule,
                        "has a `salience` that is no number, and no answer depends on it anyway: leave it out");
                return;
            }
            problems.add(Problem.warning(
                            "salience-ignored",
                            at,
                            "Rule `" + rule.getName()
                                    + "` has `salience`, which is ignored: no answer depends on the order in"
                                    + " which rules fire.")
                    .withLine(source.line(at.line()))
                    .withHint("Leave it out."));
        }
    }

    private void refuse(String check, SourceLocation at, RuleDescr rule, String message) {
        problems.add(source.error(check, at, "Rule `" + rule.getName() + "` " + message + "."));
    }
}
