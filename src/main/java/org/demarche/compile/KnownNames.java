package org.demarche.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.source.Suggestion;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;

/** What rule files declare and import, by name: what somebody may have meant. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class KnownNames {

    private static final List<String> ACTIONS =
            List.of("insert", "insertLogical", "update", "modify", "delete", "retract");

    private final List<DrlFile> files;

    /** The types that the files declare and import, without their packages. */
    List<String> types() {
        Stream<String> imported = trees().flatMap(tree -> tree.getImports().stream())
                .map(each -> each.getTarget().substring(each.getTarget().lastIndexOf('.') + 1));
        return Stream.concat(declared().keySet().stream(), imported)
                .filter(type -> !type.equals("*"))
                .distinct()
                .sorted()
                .toList();
    }

    /** The types that the files declare, with their fields; an enumeration has none. */
    Map<String, List<String>> declared() {
        Map<String, List<String>> declared = new TreeMap<>();
        trees().forEach(tree -> {
            tree.getEnumDeclarations().forEach(each -> declared.put(each.getTypeName(), List.of()));
            tree.getTypeDeclarations()
                    .forEach(type -> declared.put(
                            type.getTypeName(),
                            type.getFields().values().stream()
                                    .map(TypeFieldDescr::getFieldName)
                                    .toList()));
        });
        return declared;
    }

    List<String> functions() {
        return trees().flatMap(tree -> tree.getFunctions().stream())
                .map(each -> each.getName())
                .toList();
    }

    List<String> importedFunctions() {
        return trees().flatMap(tree -> tree.getFunctionImports().stream())
                .map(each -> each.getTarget())
                .toList();
    }

    List<String> rules() {
        return trees().flatMap(tree -> tree.getRules().stream())
                .filter(rule -> !(rule instanceof QueryDescr))
                .map(RuleDescr::getName)
                .toList();
    }

    List<String> queries() {
        return trees().flatMap(tree -> tree.getRules().stream())
                .filter(QueryDescr.class::isInstance)
                .map(RuleDescr::getName)
                .toList();
    }

    /** What may have been meant by a function that is not there. */
    String nearFunction(String name) {
        return Suggestion.hint(
                name, Stream.concat(functions().stream(), ACTIONS.stream()).toList());
    }

    /** What may have been meant by a field or a method that a type has not. */
    String nearField(String field, String type) {
        List<String> fields = declared().getOrDefault(type, List.of());
        String bare = field.replaceFirst("^(?:get|set|is)(?=[A-Z])", "");
        String hint = Suggestion.hint(bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1), fields);
        return fields.isEmpty() || !hint.isEmpty() ? hint : "It has " + listed(fields) + ".";
    }

    /** How an instance of a declared type is made; {@code ""} of another type. */
    String making(String type) {
        List<String> fields = new ArrayList<>(declared().getOrDefault(type, List.of()));
        return fields.isEmpty()
                ? ""
                : "It is made of nothing, or of all its fields in their order: " + listed(fields) + ".";
    }

    private static String listed(List<String> names) {
        return names.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "));
    }

    private Stream<PackageDescr> trees() {
        return files.stream().map(DrlFile::tree);
    }
}
