package org.demarche.operational;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.demarche.source.Problem;
import org.demarche.source.Suggestion;
import org.demarche.yaml.YamlEntry;
import org.demarche.yaml.YamlMapping;
import org.demarche.yaml.YamlNode;
import org.demarche.yaml.YamlScalar;
import org.demarche.yaml.YamlSequence;
import org.jspecify.annotations.Nullable;

/**
 * Makes objects of any class from what is written: records and classes with constructors, beans with setters and without, collections,
 * maps, arrays, and references {@code $id} to facts that were made before.
 */
final class ObjectMaker {

    private final Map<String, Object> named;

    /** What is wrong with facts that could not be made, by id. */
    private final Map<String, Problem> failed;

    /**
     * @param named the facts that others may refer to, by id
     * @param failed what is wrong with those that could not be made
     */
    ObjectMaker(Map<String, Object> named, Map<String, Problem> failed) {
        this.named = named;
        this.failed = failed;
    }

    /**
     * The object.
     *
     * @param what what it is to be, for messages
     * @return null where nothing is written
     * @throws WrongValueException when it cannot be made
     */
    @Nullable
    Object make(YamlNode written, Type type, String what) {
        Class<?> raw = raw(type);
        boolean refers = written instanceof YamlScalar text
                && text.plain()
                && text.value().startsWith("$");
        if (!refers && !Makeable.is(raw)) {
            throw new WrongValueException(written.error(
                            "wrong-value", what + " is " + Articles.a(raw) + ", and of that a case can say nothing.")
                    .withHint(
                            "Of Java's own types a case makes texts, numbers, dates and collections, and no others."));
        }
        if (written instanceof YamlScalar scalar) {
            Optional<Object> referred = referred(scalar, raw, what);
            return referred.isPresent() ? referred.get() : ScalarMaker.make(scalar, raw, what);
        }
        if (written instanceof YamlSequence sequence) {
            return sequence(sequence, type, raw, what);
        }
        return mapping((YamlMapping) written, type, raw, what);
    }

    private Optional<Object> referred(YamlScalar scalar, Class<?> type, String what) {
        if (!scalar.plain() || !scalar.value().startsWith("$") || type == String.class) {
            return Optional.empty();
        }
        String id = scalar.value().substring(1);
        Object found = named.get(id);
        if (failed.containsKey(id)) {
            // That one thing is wrong is told once, however often the fact is referred to.
            throw new WrongValueException(java.util.Objects.requireNonNull(failed.get(id)));
        }
        if (found == null) {
            throw ScalarMaker.wrong(
                    scalar, "No fact before this one has the id `" + id + "`.", Suggestion.hint(id, named.keySet()));
        }
        if (!type.isInstance(found)) {
            throw ScalarMaker.wrong(
                    scalar,
                    what + " is " + Articles.a(type) + ", and `" + id + "` is " + Articles.a(found.getClass()) + ".",
                    "");
        }
        return Optional.of(found);
    }

    private Object sequence(YamlSequence written, Type type, Class<?> raw, String what) {
        if (raw.isArray()) {
            Type each =
                    type instanceof GenericArrayType array ? array.getGenericComponentType() : raw.getComponentType();
            Object array =
                    Array.newInstance(raw.getComponentType(), written.items().size());
            for (int i = 0; i < written.items().size(); i++) {
                Array.set(array, i, make(written.items().get(i), each, "An item of " + what));
            }
            return array;
        }
        if (raw.isAssignableFrom(ArrayList.class) || Collection.class.isAssignableFrom(raw)) {
            Collection<@Nullable Object> made = collection(written, raw, what);
            written.items().forEach(item -> made.add(make(item, argument(type, 0), "An item of " + what)));
            return made;
        }
        return positional(written, raw, what);
    }

    @SuppressWarnings("unchecked")
    private static Collection<@Nullable Object> collection(YamlNode written, Class<?> raw, String what) {
        if (raw.isAssignableFrom(ArrayList.class)) {
            return new ArrayList<>();
        }
        if (SortedSet.class.isAssignableFrom(raw) && raw.isAssignableFrom(TreeSet.class)) {
            return new TreeSet<>();
        }
        if (raw.isAssignableFrom(LinkedHashSet.class) || raw == Set.class) {
            return new LinkedHashSet<>();
        }
        return (Collection<@Nullable Object>) empty(written, raw, what);
    }

    /** The values in the order of the fields. */
    private Object positional(YamlSequence written, Class<?> raw, String what) {
        checkParts(written, raw, what, "a list");
        List<Slot> slots = slots(raw);
        List<YamlNode> items = written.items();
        if (items.size() > slots.size()) {
            throw new WrongValueException(items.get(slots.size())
                    .error(
                            "wrong-value",
                            Articles.capitalA(raw) + " has " + slots.size() + " values, and this is one more.")
                    .withHint(slots.isEmpty() ? "" : "They are " + listed(slots) + "."));
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            values.put(
                    slots.get(i).name(),
                    make(items.get(i), slots.get(i).type(), slots.get(i).of(raw)));
        }
        return build(written, raw, slots, values, what);
    }

    private Object mapping(YamlMapping written, Type type, Class<?> raw, String what) {
        if (raw == Object.class || Map.class.isAssignableFrom(raw)) {
            Map<Object, @Nullable Object> map =
                    SortedMap.class.isAssignableFrom(raw) ? new TreeMap<>() : new LinkedHashMap<>();
            for (YamlEntry entry : written.entries()) {
                Object key = make(entry.key(), argument(type, 0), "A key of " + what);
                map.put(key == null ? entry.key().value() : key, make(entry.value(), argument(type, 1), what));
            }
            return map;
        }
        checkParts(written, raw, what, "a mapping");
        List<Slot> slots = slots(raw);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (YamlEntry entry : written.entries()) {
            Slot slot = slots.stream()
                    .filter(each -> each.name().equals(entry.key().value()))
                    .findFirst()
                    .orElseThrow(() -> unknown(entry, raw, slots));
            values.put(slot.name(), make(entry.value(), slot.type(), slot.of(raw)));
        }
        return build(written, raw, slots, values, what);
    }

    /** A number, a text or a date has no parts that could be written one by one. */
    private static void checkParts(YamlNode written, Class<?> type, String what, String form) {
        if (type.isPrimitive() || type.getName().startsWith("java.") || type.isEnum()) {
            throw new WrongValueException(
                    written.error("wrong-value", what + " is a single value, and not " + form + "."));
        }
    }

    private static WrongValueException unknown(YamlEntry entry, Class<?> type, List<Slot> slots) {
        String key = entry.key().value();
        String near = Suggestion.hint(key, slots.stream().map(Slot::name).toList());
        return ScalarMaker.wrong(
                entry.key(),
                Articles.capitalA(type) + " has no `" + key + "`.",
                !near.isEmpty() || slots.isEmpty() ? near : "It has " + listed(slots) + ".");
    }

    /** A part of an object that can be given. */
    private record Slot(String name, Type type, Optional<Method> setter, Optional<Field> field) {
        String of(Class<?> owner) {
            return "`" + name + "` of " + Articles.a(owner);
        }
    }

    private static String listed(List<Slot> slots) {
        return String.join(
                ", ", slots.stream().map(slot -> "`" + slot.name() + "`").toList());
    }

    /** What an object of a class is made of, in its order. */
    private static List<Slot> slots(Class<?> type) {
        if (type.isRecord()) {
            return Arrays.stream(type.getRecordComponents())
                    .map(each -> new Slot(each.getName(), each.getGenericType(), Optional.empty(), Optional.empty()))
                    .toList();
        }
        Map<String, Slot> slots = new LinkedHashMap<>();
        for (Field field : Properties.fields(type)) {
            slots.put(
                    field.getName(),
                    new Slot(
                            field.getName(),
                            field.getGenericType(),
                            setter(type, field.getName()),
                            Optional.of(field)));
        }
        Arrays.stream(type.getMethods())
                .filter(each -> each.getName().matches("set[A-Z].*") && each.getParameterCount() == 1)
                .sorted(java.util.Comparator.comparing(Method::getName))
                .forEach(each -> slots.putIfAbsent(
                        Properties.decapitalised(each.getName().substring(3)),
                        new Slot(
                                Properties.decapitalised(each.getName().substring(3)),
                                each.getGenericParameterTypes()[0],
                                Optional.of(each),
                                Optional.empty())));
        return List.copyOf(slots.values());
    }

    private static Optional<Method> setter(Class<?> type, String name) {
        String wanted = "set" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return Arrays.stream(type.getMethods())
                .filter(each -> each.getName().equals(wanted) && each.getParameterCount() == 1)
                .findFirst();
    }

    private static Object build(
            YamlNode written, Class<?> type, List<Slot> slots, Map<String, @Nullable Object> values, String what) {
        if (type.isRecord()) {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            try {
                return create(written, type.getDeclaredConstructor(types), arguments(types, slots, values));
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        Optional<Constructor<?>> bare =
                constructors(type).filter(each -> each.getParameterCount() == 0).findFirst();
        if (bare.isPresent()) {
            Object made = create(written, bare.get(), new Object[0]);
            slots.stream()
                    .filter(slot -> values.containsKey(slot.name()))
                    .forEach(slot -> set(written, made, slot, values.get(slot.name())));
            return made;
        }
        return withAll(written, type, slots, values, what);
    }

    /** A class without setters is made by the constructor that takes its fields in their order, as those do that libraries write. */
    private static Object withAll(
            YamlNode written, Class<?> type, List<Slot> slots, Map<String, @Nullable Object> values, String what) {
        List<Slot> own = slots.stream().filter(slot -> slot.field().isPresent()).toList();
        for (Constructor<?> each : constructors(type).toList()) {
            Optional<List<Slot>> taken = taken(each, own);
            if (taken.isPresent() && names(taken.get()).containsAll(values.keySet())) {
                return create(written, each, arguments(each.getParameterTypes(), taken.get(), values));
            }
        }
        throw new WrongValueException(written.error(
                        "wrong-value",
                        (what.isEmpty() ? "This" : what) + " is " + Articles.a(type)
                                + ", and there is no way to make one from these values.")
                .withHint("It needs a constructor that takes its fields in their order, or one without values."));
    }

    private static List<String> names(List<Slot> slots) {
        return slots.stream().map(Slot::name).toList();
    }

    /** The fields that a constructor takes: by its parameters' names where they are kept, else by their types in order. */
    private static Optional<List<Slot>> taken(Constructor<?> constructor, List<Slot> slots) {
        List<Slot> named = new ArrayList<>();
        Arrays.stream(constructor.getParameters())
                .filter(java.lang.reflect.Parameter::isNamePresent)
                .forEach(parameter -> slots.stream()
                        .filter(slot -> slot.name().equals(parameter.getName()))
                        .forEach(named::add));
        if (named.size() == constructor.getParameterCount()) {
            return Optional.of(named);
        }
        Class<?>[] types = constructor.getParameterTypes();
        if (types.length != slots.size()) {
            return Optional.empty();
        }
        for (int i = 0; i < types.length; i++) {
            if (!types[i].isAssignableFrom(raw(slots.get(i).type()))) {
                return Optional.empty();
            }
        }
        return Optional.of(slots);
    }

    private static Stream<Constructor<?>> constructors(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .filter(each -> !each.isSynthetic())
                .sorted(java.util.Comparator.comparing((Constructor<?> each) -> -each.getParameterCount())
                        .thenComparing(Constructor::toString));
    }

    private static @Nullable Object[] arguments(
            Class<?>[] types, List<Slot> slots, Map<String, @Nullable Object> values) {
        @Nullable Object[] arguments = new @Nullable Object[types.length];
        for (int i = 0; i < types.length; i++) {
            Object value = values.get(slots.get(i).name());
            arguments[i] =
                    value == null && types[i].isPrimitive() ? Array.get(Array.newInstance(types[i], 1), 0) : value;
        }
        return arguments;
    }

    private static void set(YamlNode written, Object made, Slot slot, @Nullable Object value) {
        try {
            if (slot.setter().isPresent()) {
                slot.setter().get().invoke(made, value);
            } else {
                Field field = slot.field().orElseThrow();
                field.setAccessible(true);
                field.set(made, value);
            }
        } catch (InvocationTargetException refused) {
            throw refused(written, made.getClass(), refused);
        } catch (ReflectiveOperationException | RuntimeException closed) {
            throw new WrongValueException(written.error(
                    "wrong-value", slot.of(made.getClass()) + " cannot be given: there is no way to set it."));
        }
    }

    private static Object empty(YamlNode written, Class<?> type, String what) {
        return constructors(type)
                .filter(each -> each.getParameterCount() == 0)
                .findFirst()
                .map(each -> create(written, each, new Object[0]))
                .orElseThrow(() -> new WrongValueException(
                        written.error("wrong-value", what + " is " + Articles.a(type) + ", not a list.")));
    }

    private static Object create(YamlNode written, Constructor<?> constructor, @Nullable Object[] arguments) {
        Class<?> type = constructor.getDeclaringClass();
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException refused) {
            throw refused(written, type, refused);
        } catch (ReflectiveOperationException | RuntimeException closed) {
            throw new WrongValueException(
                    written.error("wrong-value", "There is no way to make " + Articles.a(type) + "."));
        }
    }

    private static WrongValueException refused(YamlNode written, Class<?> type, InvocationTargetException refused) {
        String why = Optional.ofNullable(refused.getCause())
                .map(Throwable::getMessage)
                .orElse("");
        return new WrongValueException(written.error(
                "wrong-value",
                Articles.capitalA(type) + " does not take these values"
                        + (why == null || why.isEmpty() ? "." : ": " + why)));
    }

    private static Type argument(Type type, int index) {
        return type instanceof ParameterizedType generic && generic.getActualTypeArguments().length > index
                ? generic.getActualTypeArguments()[index]
                : Object.class;
    }

    private static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType generic) {
            return raw(generic.getRawType());
        }
        if (type instanceof WildcardType wild) {
            return raw(wild.getUpperBounds()[0]);
        }
        return type instanceof GenericArrayType array
                ? Array.newInstance(raw(array.getGenericComponentType()), 0).getClass()
                : Object.class;
    }
}
