package org.demarche.compile;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.model.FactType;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.Severity;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** What a file of declarative rules may have outside of its rules: a package, the import of the kinds of facts, and no more. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class AllowedFile {

    private static final String MODEL = FactType.class.getPackageName();

    private final DrlFile file;
    private final DeclaredTypes types;
    private final Problems problems;

    void check() {
        PackageDescr tree = file.tree();
        tree.getImports().stream().filter(each -> !allowed(each)).forEach(this::refuseImport);
        refuse(tree.getFunctionImports(), "import", "imports of functions");
        refuse(tree.getAccumulateImports(), "import\\s+accumulate", "functions of its own for `accumulate`");
        refuse(tree.getFunctions(), "function", "functions");
        refuse(tree.getGlobals(), "global", "globals");
        List<Problem> unfit = types.unfit(file.source().file());
        unfit.forEach(each -> problems.add(each.withSeverity(Severity.ERROR)
                .withHint("Rules over such a type can only be run as plain Drools runs them.")));
        if (types.areRefused() && types.areFitThemselves()) {
            refuse(tree.getTypeDeclarations(), "declare", "declared types");
            refuse(tree.getEnumDeclarations(), "declare", "declared types");
        }
        refuse(tree.getEntryPointDeclarations(), "declare", "entry points");
        refuse(tree.getWindowDeclarations(), "declare", "windows of time");
        tree.getAttributes()
                .forEach(each -> refuse(List.of(each), each.getName(), "`" + each.getName() + "` for all its rules"));
        refuse(tree.getUnit() == null ? List.of() : List.of(tree.getUnit()), "unit", "a `unit`");
        refuse(queries(tree), "query", "queries");
        tree.getRules().forEach(this::checkConsequences);
    }

    private boolean allowed(ImportDescr wanted) {
        String target = wanted.getTarget();
        return target.equals(MODEL + ".*")
                || types.mayImport(target)
                || Arrays.stream(FactType.values()).anyMatch(type -> target.equals(MODEL + "." + type.typeName()));
    }

    private void refuseImport(ImportDescr wanted) {
        String target = wanted.getTarget();
        problems.add(file.source()
                .error(
                        "unknown-import",
                        place(wanted, "import\\s+" + Pattern.quote(target)),
                        "`" + target + "` cannot be imported: rules know the kinds of facts and nothing else.",
                        Suggestion.nearest(target, List.of(MODEL + ".*")).isPresent()
                                ? "Maybe `" + MODEL + ".*`?"
                                : "Leave it out."));
    }

    private static List<RuleDescr> queries(PackageDescr tree) {
        return tree.getRules().stream().filter(QueryDescr.class::isInstance).toList();
    }

    private void checkConsequences(RuleDescr rule) {
        rule.getNamedConsequences()
                .keySet()
                .forEach(name -> problems.add(file.source()
                        .error(
                                "not-declarative",
                                place(rule, "then\\s*\\[\\s*" + Pattern.quote(name)),
                                "Rule `" + rule.getName() + "` has a second conclusion, `then[" + name + "]`.",
                                "Make a rule of each.")));
    }

    private void refuse(Collection<? extends BaseDescr> present, String word, String what) {
        present.stream().limit(1).forEach(first -> problems.add(problem(first, word, what)));
    }

    private Problem problem(BaseDescr first, String word, String what) {
        return file.source()
                .error(
                        "not-declarative",
                        place(first, "\\b" + word + "\\b"),
                        "A rule file may not have " + what + ": rules only match facts and conclude.");
    }

    /** Where the word stands with which something begins; the parser does not know the place of everything, or only that behind it. */
    private SourceLocation place(BaseDescr tree, String word) {
        SourceText source = file.source();
        int near = tree.getLine() > 0 ? Math.max(0, tree.getStartCharacter()) : 0;
        Matcher found = Pattern.compile(word).matcher(source.code());
        int before = -1;
        int behind = -1;
        while (behind < 0 && found.find()) {
            before = found.start() <= near ? found.start() : before;
            behind = found.start() > near ? found.start() : behind;
        }
        boolean inside = tree instanceof RuleDescr && !(tree instanceof QueryDescr);
        int at = before < 0 || inside ? behind : before;
        return at < 0 ? new SourceLocation(source.file(), 1, 1) : source.at(at);
    }
}
