package org.demarche.compile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.cases.CaseKeys;
import org.demarche.model.FactType;
import org.demarche.model.FactType.Field;
import org.demarche.model.FieldType;
import org.demarche.model.Kinds;
import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;
import org.drools.drl.ast.descr.AbstractClassTypeDeclarationDescr;
import org.drools.drl.ast.descr.EnumDeclarationDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;

/** Reads the types and enumerations that rule files declare, and classes that they use, as far as their fields are single values. */
final class TypeReader {

    /** The types of Java whose values are single. */
    private static final Map<String, FieldType> VALUES = new TreeMap<>();

    /** What may be written at a type or a field; of the rest most would change what is the same, or when a fact goes. */
    private static final Set<String> HARMLESS = Set.of("propertyReactive", "classReactive", "key");

    static {
        put(FieldType.TEXT, "java.lang.", "String");
        put(FieldType.WHOLE, "java.lang.", "Integer", "Long", "Short", "Byte");
        put(FieldType.WHOLE, "", "int", "long", "short", "byte");
        put(FieldType.WHOLE, "java.math.", "BigInteger");
        put(FieldType.NUMBER, "java.lang.", "Double", "Float");
        put(FieldType.NUMBER, "", "double", "float");
        put(FieldType.NUMBER, "java.math.", "BigDecimal");
        put(FieldType.TRUTH, "java.lang.", "Boolean");
        put(FieldType.TRUTH, "", "boolean");
        put(FieldType.DAY, "java.time.", "LocalDate");
    }

    private final Map<String, FactType> types = new TreeMap<>();
    private final Map<String, List<String>> enums = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> imports = new HashSet<>();

    /** Those of the classpath that are used, fit or not. */
    private final Map<String, Class<?>> classes = new HashMap<>();

    private final List<Problem> against = new ArrayList<>();
    private final Collection<DrlFile> files;

    private static void put(FieldType type, String folder, String... names) {
        for (String name : names) {
            VALUES.put(name, type);
            VALUES.put(folder + name, type);
        }
    }

    TypeReader(Collection<DrlFile> files) {
        this.files = files;
        VALUES.keySet().stream()
                .filter(name -> name.startsWith("java.math.") || name.startsWith("java.time."))
                .forEach(imports::add);
    }

    void addEnums(DrlFile file) {
        for (EnumDeclarationDescr each : file.tree().getEnumDeclarations()) {
            boolean plain = each.getFields().isEmpty()
                    && each.getLiterals().stream()
                            .allMatch(literal ->
                                    literal.getConstructorArgs().isEmpty() && Allowed.name(literal.getName()));
            if (named(each, file) && (plain || refuse(each, file, "has values that are made of others"))) {
                enums.put(
                        each.getTypeName(),
                        each.getLiterals().stream()
                                .map(literal -> literal.getName())
                                .toList());
            }
        }
    }

    void addTypes(DrlFile file) {
        for (TypeDeclarationDescr each : file.tree().getTypeDeclarations()) {
            if (!named(each, file) || !plain(each, file)) {
                continue;
            }
            List<Field> fields = each.getFields().values().stream()
                    .flatMap(field -> field(field, each, file).stream())
                    .toList();
            types.put(
                    each.getTypeName(),
                    FactType.declared(each.getTypeName(), fields, isMade(each.getTypeName()), FactType.Form.PLAIN));
        }
    }

    /** The classes that a file uses, if they are on the classpath. */
    void addClasses(DrlFile file, Classpath classpath) {
        ClassTypes found = new ClassTypes(file, classpath);
        Set<Class<?>> used = found.used(declared());
        imports.addAll(found.imports(used));
        for (Class<?> each : used) {
            if (classes.put(each.getSimpleName(), each) != each) {
                add(each, file);
            }
        }
    }

    private void add(Class<?> type, DrlFile file) {
        String name = type.getSimpleName();
        if (!isFree(name)) {
            refuse(name, file, "has a name that something else has");
            return;
        }
        try {
            types.put(name, ClassDescription.kind(type, isMade(name)));
        } catch (ClassDescription.UnfitException unfit) {
            refuse(name, file, unfit.why());
        }
    }

    private Set<String> declared() {
        return files.stream()
                .flatMap(file -> file.tree().getTypeDeclarations().stream())
                .map(TypeDeclarationDescr::getTypeName)
                .collect(Collectors.toSet());
    }

    /** What the values of a type of Java are; empty when they are not single. */
    static Optional<FieldType> value(String type) {
        return Optional.ofNullable(VALUES.get(type));
    }

    private boolean isMade(String name) {
        Pattern made = Pattern.compile("\\bnew\\s+" + Pattern.quote(name) + "\\b");
        return files.stream()
                .anyMatch(file -> made.matcher(file.source().code()).find());
    }

    /** A name that no other kind has, and that cannot be taken for a key beside a fact. */
    private boolean named(AbstractClassTypeDeclarationDescr type, DrlFile file) {
        String name = type.getTypeName();
        String folder = file.tree().getName();
        imports.add(folder + "." + name);
        imports.add(folder + ".*");
        if (!Allowed.name(name)) {
            return refuse(type, file, "has a name with other letters than a to z");
        }
        return isFree(name) || refuse(type, file, "has a name that something else has");
    }

    private boolean isFree(String name) {
        return Allowed.name(name)
                && Kinds.OURS.named(name).isEmpty()
                && Kinds.OURS.keyed(name).isEmpty()
                && !CaseKeys.standsBesideFacts(name)
                && names.add(name);
    }

    private boolean plain(TypeDeclarationDescr type, DrlFile file) {
        if (type.isTrait() || !type.getSuperTypes().isEmpty()) {
            return refuse(type, file, "extends another");
        }
        Optional<String> annotation = Stream.concat(
                        type.getAnnotationNames().stream(),
                        type.getFields().values().stream().flatMap(field -> field.getAnnotationNames().stream()))
                .filter(each -> !HARMLESS.contains(each))
                .sorted()
                .findFirst();
        if (annotation.isPresent()) {
            return refuse(
                    type,
                    file,
                    "has `@" + annotation.get() + "`, which may change when its facts are the same, or how long they"
                            + " are there");
        }
        List<String> notKeys = type.getFields().values().stream()
                .filter(field -> !field.getAnnotationNames().contains("key"))
                .map(TypeFieldDescr::getFieldName)
                .toList();
        return notKeys.isEmpty()
                || notKeys.size() == type.getFields().size()
                || refuse(
                        type, file, "counts two facts as the same although their `" + notKeys.get(0) + "` may differ");
    }

    private Optional<Field> field(TypeFieldDescr field, TypeDeclarationDescr type, DrlFile file) {
        String written = String.valueOf(field.getPattern().getObjectType());
        List<String> choices = enums.getOrDefault(written, List.of());
        FieldType kind = choices.isEmpty() ? VALUES.get(written) : FieldType.CHOICE;
        if (kind == null || !Allowed.name(field.getFieldName())) {
            refuse(type, file, "has a `" + field.getFieldName() + "` that is no single value");
            // What else is wrong can be told all the same.
            return Optional.of(new Field(field.getFieldName(), FieldType.TEXT, written, List.of(), Optional.empty()));
        }
        Field plain = new Field(field.getFieldName(), kind, written, choices, Optional.empty());
        if (field.getInitExpr() == null) {
            return Optional.of(plain);
        }
        Optional<String> otherwise = Literals.word(field.getInitExpr().strip(), plain);
        if (otherwise.isEmpty()) {
            refuse(type, file, "computes what `" + field.getFieldName() + "` is when nobody says so");
        }
        return Optional.of(new Field(field.getFieldName(), kind, written, choices, otherwise));
    }

    private boolean refuse(AbstractClassTypeDeclarationDescr type, DrlFile file, String why) {
        return refuse(type.getTypeName(), "declare\\s+(?:enum\\s+|trait\\s+)?", file, why);
    }

    private boolean refuse(String name, DrlFile file, String why) {
        return refuse(name, "", file, why);
    }

    private boolean refuse(String name, String before, DrlFile file, String why) {
        SourceText source = file.source();
        Matcher found =
                Pattern.compile("\\b" + before + Pattern.quote(name) + "\\b").matcher(source.code());
        SourceLocation at = found.find() ? source.at(found.start()) : SourceLocation.of(source.file());
        against.add(Problem.warning("operational-rule", at, "`" + name + "` " + why + ".")
                .withLine(source.line(at.line())));
        return false;
    }

    /** The types that are fit. */
    Collection<FactType> types() {
        return types.values();
    }

    /** What files may import because it is declared. */
    Set<String> imports() {
        return Set.copyOf(imports);
    }

    /** The names of all types, fit or not. */
    Set<String> names() {
        Set<String> all = new HashSet<>(declared());
        all.addAll(classes.keySet());
        return Set.copyOf(all);
    }

    /** What is in the way of the others. */
    List<Problem> against() {
        return against;
    }
}
