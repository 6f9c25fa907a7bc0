package org.demarche.compile;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.model.FactType;
import org.demarche.model.FactType.Field;
import org.demarche.model.FieldType;
import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Position;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/**
 * A class as a kind of facts: its values in order, each of which it tells, and a constructor that takes all of them. Or why it is none.
 * The class is looked at and not initialised.
 */
final class ClassDescription {

    /** A class is none that facts can be reasoned with. */
    static final class UnfitException extends Exception {
        private static final long serialVersionUID = 1L;

        /** @param why goes on after the name of the class */
        UnfitException(String why) {
            super(why);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    /** A value of the class: what it is called, and what tells it. */
    @RequiredArgsConstructor(access = AccessLevel.PRIVATE)
    private static final class Part {
        private final String name;
        private final Class<?> type;
        private final Method reader;
        private final Optional<Position> position;
    }

    private final Class<?> type;
    private final List<Part> parts = new ArrayList<>();

    private ClassDescription(Class<?> type) {
        this.type = type;
    }

    /**
     * The kind.
     *
     * @param concluded whether rules conclude such facts
     */
    static FactType kind(Class<?> type, boolean concluded) throws UnfitException {
        return new ClassDescription(type).kind(concluded);
    }

    private FactType kind(boolean concluded) throws UnfitException {
        checkForm();
        if (type.isRecord()) {
            for (var each : type.getRecordComponents()) {
                parts.add(part(each.getName(), each.getType(), each.getAccessor(), each.getAnnotation(Position.class)));
            }
        } else {
            for (var each : type.getDeclaredFields()) {
                if (!Modifier.isStatic(each.getModifiers()) && !each.isSynthetic()) {
                    Method reader = reader(each.getName(), each.getType());
                    parts.add(part(each.getName(), each.getType(), reader, each.getAnnotation(Position.class)));
                }
            }
        }
        List<Field> fields = new ArrayList<>();
        for (Part each : parts) {
            fields.add(field(each));
        }
        ClassCode code = ClassCode.of(type).orElseThrow(() -> new UnfitException("cannot be read"));
        Constructor<?> constructor = constructor(code);
        checkEquals(code);
        ObjectForm form = new ObjectForm(
                constructor,
                fields,
                parts.stream().map(part -> part.reader).toList(),
                computed(),
                Arrays.stream(type.getConstructors())
                        .map(Constructor::getParameterCount)
                        .collect(Collectors.toUnmodifiableSet()));
        return FactType.declared(type.getSimpleName(), fields, concluded, form);
    }

    private void checkForm() throws UnfitException {
        if (!Modifier.isPublic(type.getModifiers())) {
            throw new UnfitException("is not public");
        }
        if (type.isInterface() || type.isEnum() || Modifier.isAbstract(type.getModifiers())) {
            throw new UnfitException("is no class that facts can be made of");
        }
        if (!type.isRecord() && type.getSuperclass() != Object.class) {
            throw new UnfitException("extends another class");
        }
        if (Stream.of(Role.class, Expires.class, Timestamp.class).anyMatch(type::isAnnotationPresent)) {
            throw new UnfitException("has annotations that say how long its facts are there");
        }
    }

    private static Part part(
            String name, Class<?> type, Method reader, @org.jspecify.annotations.Nullable Position position) {
        return new Part(name, type, reader, Optional.ofNullable(position));
    }

    private Method reader(String name, Class<?> of) throws UnfitException {
        String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return Stream.of("get" + capital, "is" + capital, name)
                .flatMap(each -> Arrays.stream(type.getMethods())
                        .filter(method -> method.getName().equals(each)
                                && method.getParameterCount() == 0
                                && method.getReturnType() == of
                                && !Modifier.isStatic(method.getModifiers())))
                .findFirst()
                .orElseThrow(() -> new UnfitException("does not tell its `" + name + "`"));
    }

    private Field field(Part part) throws UnfitException {
        if (part.position.filter(at -> at.value() != parts.indexOf(part)).isPresent()) {
            throw new UnfitException("has its values in another order in rules");
        }
        FieldType kind = part.type.isEnum()
                ? FieldType.CHOICE
                : TypeReader.value(part.type.getName())
                        .orElseThrow(() -> new UnfitException("has a `" + part.name + "` that is no single value"));
        if (!Allowed.name(part.name)) {
            throw new UnfitException("has a `" + part.name + "`, which is no name that rules can use");
        }
        return new Field(part.name, kind, part.type.getSimpleName(), choices(part.type), Optional.empty());
    }

    /** The values of an enumeration, without asking it. */
    private static List<String> choices(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(java.lang.reflect.Field::isEnumConstant)
                .map(java.lang.reflect.Field::getName)
                .toList();
    }

    private Constructor<?> constructor(ClassCode code) throws UnfitException {
        Class<?>[] types = parts.stream().map(part -> part.type).toArray(Class<?>[]::new);
        List<String> names = parts.stream().map(part -> part.name).toList();
        return Arrays.stream(type.getConstructors())
                .filter(each -> Arrays.equals(each.getParameterTypes(), types))
                .filter(each -> type.isRecord() || named(each, names) || code.sets(each, names))
                .findFirst()
                .orElseThrow(() -> new UnfitException(
                        names.isEmpty()
                                ? "cannot be made: it has no public constructor"
                                : "cannot be made of its values alone: it has no public constructor that takes `"
                                        + String.join("`, `", names) + "` and sets them in this order"));
    }

    private static boolean named(Constructor<?> constructor, List<String> names) {
        return Arrays.stream(constructor.getParameters())
                        .allMatch(parameter -> parameter.isNamePresent() && names.contains(parameter.getName()))
                && Arrays.stream(constructor.getParameters())
                        .map(java.lang.reflect.Parameter::getName)
                        .toList()
                        .equals(names);
    }

    private void checkEquals(ClassCode code) throws UnfitException {
        if (!code.hasEquals()) {
            throw new UnfitException("can be made from its values, but two of them are never the same");
        }
        List<String> names = parts.stream().map(part -> part.name).toList();
        Optional<Boolean> all = code.compares(names);
        if (all.isEmpty()) {
            throw new UnfitException("has an `equals` of which nobody can tell that it compares its values");
        }
        if (!all.get()) {
            throw new UnfitException("counts two facts as the same although their `"
                    + code.notCompared(names).get(0) + "` may differ");
        }
    }

    /** What facts tell besides their values. */
    private Set<String> computed() {
        Set<String> names = new HashSet<>();
        for (Method each : type.getMethods()) {
            if (each.getParameterCount() == 0
                    && each.getDeclaringClass() != Object.class
                    && !Modifier.isStatic(each.getModifiers())) {
                names.add(each.getName());
                names.add(property(each.getName()));
            }
        }
        parts.forEach(part -> names.remove(part.name));
        return Set.copyOf(names);
    }

    /** What a getter is the getter of. */
    static String property(String getter) {
        String name = getter.replaceFirst("^(get|is)(?=[A-Z])", "");
        return name.equals(getter) ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
