package org.demarche.compile;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.model.Kinds;
import org.demarche.source.Problem;
import org.demarche.source.Problems;

/**
 * The kinds of facts that rule files declare, or import from a classpath. They can be reasoned with when their fields are single values and all rules of all files
 * only match and conclude; else there are none, and the files are run as plain Drools runs them.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class DeclaredTypes {

    /** None. */
    static final DeclaredTypes NONE =
            new DeclaredTypes(Kinds.OURS, Set.of(), Set.of(), List.of(), List.of(), List.of());

    /** What tells that a rule is no mistake but does more than we reason with. */
    private static final Set<String> MORE = Set.of(
            "not-declarative",
            "operational-rule",
            "expression",
            "not-allowed",
            "no-conclusion",
            "two-conclusions",
            "unification",
            "unknown-import",
            "variable-name");

    private final Kinds kinds;
    private final Set<String> imports;

    /** The names of all of them, fit or not. */
    private final Set<String> names;

    /** Why types are none that we reason with. */
    private final List<Problem> ofTypes;

    /** What stands beside them that no declarative file has. */
    private final List<Problem> beside;

    /** Why rules are none that we reason with; not looked for where something else is in the way. */
    private final List<Problem> ofRules;

    /** Those of files that are used together. */
    static DeclaredTypes of(Collection<DrlFile> files, Classpath classpath) {
        TypeReader reading = new TypeReader(files);
        files.forEach(reading::addEnums);
        files.forEach(reading::addTypes);
        files.forEach(file -> reading.addClasses(file, classpath));
        List<Problem> ofTypes = List.copyOf(reading.against());
        DeclaredTypes types = new DeclaredTypes(
                Kinds.with(reading.types()), reading.imports(), reading.names(), ofTypes, List.of(), List.of());
        if (types.names.isEmpty() && files.stream().noneMatch(DeclaredTypes::declares)) {
            return NONE;
        }
        List<Problem> beside = files.stream()
                .flatMap(file -> OperationalSigns.in(file, types).stream())
                .toList();
        List<Problem> ofRules = ofTypes.isEmpty() && beside.isEmpty()
                ? files.stream().flatMap(file -> more(file, types).stream()).toList()
                : List.of();
        return new DeclaredTypes(types.kinds, types.imports, types.names, ofTypes, beside, ofRules);
    }

    /** Whether a file declares anything. */
    static boolean declares(DrlFile file) {
        return !file.tree().getTypeDeclarations().isEmpty()
                || !file.tree().getEnumDeclarations().isEmpty();
    }

    /** Where the rules of a file do more than match and conclude. */
    private static List<Problem> more(DrlFile file, DeclaredTypes types) {
        Problems found = new Problems();
        new RuleReader(file, types, found).readAll();
        return found.list().stream().filter(each -> MORE.contains(each.check())).toList();
    }

    /** Whether a declarative file may not have them. */
    boolean areRefused() {
        return !(ofTypes.isEmpty() && beside.isEmpty());
    }

    /** Why types in a file are none that we reason with. */
    List<Problem> unfit(String file) {
        return ofTypes.stream().filter(each -> each.at().file().equals(file)).toList();
    }

    /** Whether nothing about the types themselves is in the way. */
    boolean areFitThemselves() {
        return ofTypes.isEmpty();
    }

    /** All kinds there are, also where the files cannot be reasoned with. */
    Kinds kinds() {
        return kinds;
    }

    /** Whether something may be imported besides our own kinds. */
    boolean mayImport(String target) {
        return imports.contains(target);
    }

    /** Whether there is a type of this name, fit or not. */
    boolean has(String name) {
        return names.contains(name);
    }

    /** Why the files are operational that have these types: each with its place; none when they can be reasoned with. */
    List<Problem> signs() {
        return Stream.of(beside, ofTypes, ofRules)
                .flatMap(List::stream)
                .map(DeclaredTypes::clause)
                .toList();
    }

    /** What follows on "because". */
    private static Problem clause(Problem problem) {
        String message = problem.message().replaceFirst("\\.$", "");
        return Problem.warning(
                        "operational-rule",
                        problem.at(),
                        message.startsWith("Rule ") ? "the r" + message.substring(1) : message)
                .withLine(problem.line());
    }
}
