package org.demarche.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.model.FactType;
import org.demarche.source.CommentsAndTexts;
import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * What makes rules operational: whatever does more than match facts of ours and conclude. Only what is certainly meant so counts; a
 * misspelt word is no sign, and is told as what it is.
 */
final class OperationalSigns {

    private static final String OURS = FactType.class.getPackageName();

    /** Attributes that say nothing of when a rule fires. */
    private static final Set<String> HARMLESS = Set.of("salience");

    /** What changes when a conclusion of a rule holds. */
    private static final Set<String> DEFEASIBLE = Set.of("Defeasible", "Defeats", "Defeater", "Strict");

    private static final Pattern ACTION = Pattern.compile(
            "\\b(?:(insert|insertAsync|update|modify|delete|retract)\\s*[({]" + "|(drools|kcontext|System)\\s*\\.)");

    private static final Pattern POSSIBLE =
            Pattern.compile("\\b(?:function|global|declare|query|eval|from|over|extends|\\w+-\\w+"
                    + "|duration|timer|calendars|enabled|dialect|insert|insertAsync|update|modify|delete|retract|drools|kcontext|System"
                    + "|String|Integer|Long|Double|Number|Boolean|Object|Comparable)\\b"
                    + "|\\bimport\\s+(?!" + Pattern.quote(OURS) + ")|\\?|\\w\\.\\w+\\s*\\(|;\\s*\\)");

    private final SourceText source;
    private final Set<String> imported = new HashSet<>();
    private final List<Problem> signs = new ArrayList<>();
    private boolean importsAll;

    private final DeclaredTypes declared;

    private OperationalSigns(DrlFile file, DeclaredTypes declared) {
        this.source = file.source();
        this.declared = declared;
    }

    /**
     * Whether a text could have any of the signs: most rules have none of these words, and need not be parsed for it. Patterns of kinds
     * that are not ours need an import, a declaration, or a type of Java's own.
     */
    static boolean possible(String text) {
        return POSSIBLE.matcher(CommentsAndTexts.blanked(text)).find();
    }

    /**
     * The signs in a file, each with its place, whatever types there are.
     *
     * @param declared the types that are no signs themselves
     */
    static List<Problem> in(DrlFile file, DeclaredTypes declared) {
        OperationalSigns signs = new OperationalSigns(file, declared);
        signs.read(file.tree());
        if (declared != DeclaredTypes.NONE) {
            file.tree().getRules().forEach(signs::annotations);
        }
        return signs.signs.stream().distinct().toList();
    }

    private void annotations(RuleDescr rule) {
        rule.getAnnotationNames().stream()
                .filter(DEFEASIBLE::contains)
                .sorted()
                .forEach(each -> add(
                        source.at(rule.getStartCharacter()), "the rule `" + rule.getName() + "` has `@" + each + "`"));
    }

    private void read(PackageDescr tree) {
        tree.getImports().forEach(this::read);
        defines(!tree.getFunctions().isEmpty() || !tree.getFunctionImports().isEmpty(), "function");
        defines(!tree.getGlobals().isEmpty(), "global");
        defines(
                !tree.getEntryPointDeclarations().isEmpty()
                        || !tree.getWindowDeclarations().isEmpty(),
                "declare");
        tree.getRules().forEach(this::read);
    }

    private void read(ImportDescr each) {
        String name = each.getTarget();
        if (!name.startsWith(OURS)) {
            importsAll |= name.endsWith(".*");
            imported.add(name.substring(name.lastIndexOf('.') + 1));
        }
    }

    private void defines(boolean present, String word) {
        if (present) {
            Matcher found = Pattern.compile("\\b" + word + "\\b").matcher(source.text());
            add(found.find() ? source.at(found.start()) : SourceLocation.of(source.file()), "it has `" + word + "`");
        }
    }

    private void read(RuleDescr rule) {
        SourceLocation at = source.at(rule.getStartCharacter());
        if (rule instanceof QueryDescr) {
            add(at, "it has the query `" + rule.getName() + "`");
            return;
        }
        rule.getAttributes().keySet().stream()
                .filter(attribute -> !HARMLESS.contains(attribute))
                .sorted()
                .forEach(attribute -> add(at, "the rule `" + rule.getName() + "` has `" + attribute + "`"));
        if (rule.getParentName() != null && !rule.getParentName().isEmpty()) {
            add(at, "the rule `" + rule.getName() + "` extends another");
        }
        rule.getLhs().getDescrs().forEach(each -> condition(rule, each));
        consequence(rule);
    }

    private void condition(RuleDescr rule, BaseDescr tree) {
        SourceLocation at =
                tree.getLine() > 0 ? source.at(tree.getStartCharacter()) : source.at(rule.getStartCharacter());
        if (tree instanceof EvalDescr) {
            add(at, "the rule `" + rule.getName() + "` has `eval`");
        } else if (tree instanceof PatternDescr pattern) {
            pattern(rule, pattern, at);
        } else if (tree instanceof ConditionalElementDescr element) {
            element.getDescrs().forEach(each -> condition(rule, (BaseDescr) each));
        }
    }

    private void pattern(RuleDescr rule, PatternDescr pattern, SourceLocation at) {
        String type = String.valueOf(pattern.getObjectType());
        if (pattern.getSource() instanceof AccumulateDescr accumulate
                && accumulate.isExternalFunction()
                && pattern.getStartCharacter() == accumulate.getStartCharacter()) {
            condition(rule, accumulate.getInput());
            return;
        }
        if (pattern.getSource() != null) {
            String word = pattern.getSource()
                    .getClass()
                    .getSimpleName()
                    .replace("Descr", "")
                    .toLowerCase(Locale.ROOT);
            add(at, "the rule `" + rule.getName() + "` takes facts from `" + word + "`");
        } else if (!pattern.getBehaviors().isEmpty()) {
            add(at, "the rule `" + rule.getName() + "` looks through a window of time");
        } else if (pattern.isQuery() || type.startsWith("?")) {
            add(at, "the rule `" + rule.getName() + "` asks a query");
        } else if (!declared.has(type) && isForeign(type)) {
            add(at, "the rule `" + rule.getName() + "` matches `" + type + "`");
        }
    }

    private boolean isForeign(String type) {
        return imported.contains(type)
                || FactType.named(type).isEmpty() && (type.contains(".") || importsAll || simpleJava(type));
    }

    private static boolean simpleJava(String type) {
        return Set.of("String", "Integer", "Long", "Double", "Number", "Boolean", "Object", "Comparable")
                .contains(type);
    }

    private void consequence(RuleDescr rule) {
        String text = rule.getConsequence() == null ? "" : rule.getConsequence().toString();
        Matcher action = ACTION.matcher(CommentsAndTexts.blanked(text));
        if (action.find()) {
            String word = action.group(1) == null ? action.group(2) : action.group(1);
            int from = source.text().indexOf(text.strip(), Math.max(0, rule.getStartCharacter()));
            SourceLocation at = source.at(rule.getStartCharacter());
            add(
                    from < 0 ? at : source.find(word, source.at(from)),
                    "the rule `" + rule.getName() + "` does more than conclude: `" + word + "`");
        }
    }

    private void add(SourceLocation at, String because) {
        signs.add(Problem.warning("operational-rule", at, because).withLine(source.line(at.line())));
    }
}
