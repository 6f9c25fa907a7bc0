package org.demarche.compile;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.model.FactType.Field;
import org.demarche.model.FactType.Form;
import org.demarche.model.FactType.RefusedValuesException;
import org.jspecify.annotations.Nullable;

/**
 * The values of facts are those that an object of their class tells which was made of them: a class may put its values into a form, or
 * refuse them.
 */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class ObjectForm implements Form {

    private static final Map<Class<?>, Function<String, Object>> OTHERS = Map.ofEntries(
            Map.entry(String.class, word -> word),
            Map.entry(boolean.class, Boolean::valueOf),
            Map.entry(Boolean.class, Boolean::valueOf),
            Map.entry(LocalDate.class, LocalDate::parse));

    private final Constructor<?> constructor;
    private final List<Field> fields;

    /** What tells the value of each field. */
    private final List<Method> readers;

    private final Set<String> computed;

    /** How many values the constructors take. */
    private final Set<Integer> taken;

    /** What has been made so far. */
    private final Map<Object, List<String>> byObject = new ConcurrentHashMap<>();

    private final Map<List<String>, Object> byValues = new ConcurrentHashMap<>();

    @Override
    public List<String> made(List<String> values) {
        Object[] arguments = new Object[values.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = value(fields.get(i), constructor.getParameterTypes()[i], values.get(i));
        }
        Object object = object(arguments);
        List<String> told = told(object);
        Object again = object(arguments);
        if (!object.equals(again) || !told.equals(told(again))) {
            throw new RefusedValuesException(
                    "Two " + name() + " made of the same values are not the same, so its facts are no values.");
        }
        checkSameness(object, told);
        return told;
    }

    private List<String> told(Object object) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            told.add(told(fields.get(i), readers.get(i), object));
        }
        return told;
    }

    /** What {@code equals} compares cannot be seen with certainty in its code; among the facts that there are it can. */
    private void checkSameness(Object object, List<String> told) {
        List<String> equal = byObject.putIfAbsent(object, told);
        Object same = byValues.putIfAbsent(told, object);
        if (equal != null && !equal.equals(told)) {
            throw new RefusedValuesException("For the class " + name() + " this is the same as one with the values "
                    + String.join(", ", equal) + ", so its facts are no values.");
        }
        if (same != null && !same.equals(object)) {
            throw new RefusedValuesException("For the class " + name()
                    + " this is not the same as another that tells the same values, so its facts are no values.");
        }
    }

    @Override
    public boolean computes(String name) {
        return computed.contains(name);
    }

    @Override
    public boolean isMadeOf(int values) {
        return taken.contains(values);
    }

    private Object value(Field field, Class<?> type, String word) {
        try {
            return type.isEnum()
                    ? constant(type, word)
                    : Objects.requireNonNull(JavaNumbers.READERS.getOrDefault(type, OTHERS.get(type)))
                            .apply(word);
        } catch (RuntimeException none) {
            boolean whole = word.matches("[+-]?\\d+");
            throw new RefusedValuesException("The `" + field.name() + "` of " + name() + " cannot be `" + word + "`"
                    + (whole ? ", which is too large for it." : "."));
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object constant(Class<?> type, String word) {
        return Enum.valueOf((Class) type, word);
    }

    private Object object(Object[] arguments) {
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException refused) {
            throw new RefusedValuesException("There is no " + name() + " of these values" + why(refused.getCause()));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError broken) {
            throw new RefusedValuesException("No " + name() + " can be made" + why(broken));
        }
    }

    private String told(Field field, Method reader, Object object) {
        Object value;
        try {
            reader.setAccessible(true);
            value = reader.invoke(object);
        } catch (InvocationTargetException refused) {
            throw new RefusedValuesException(
                    name() + " does not tell its `" + field.name() + "`" + why(refused.getCause()));
        } catch (ReflectiveOperationException | RuntimeException broken) {
            throw new RefusedValuesException(name() + " does not tell its `" + field.name() + "`" + why(broken));
        }
        return word(value)
                .flatMap(field::word)
                .filter(word -> !word.isEmpty())
                .orElseThrow(() -> new RefusedValuesException("The `" + field.name() + "` of " + name()
                        + (value == null || value.equals("")
                                ? " would be absent, and no fact is without one of its values."
                                : " would be `" + value + "`, which no value here can be.")));
    }

    private static Optional<String> word(@Nullable Object value) {
        if (value instanceof Number number) {
            String written = number.toString();
            return written.matches("[+-]?[\\d.]+(?:[eE][+-]?\\d{1,3})?")
                    ? Optional.of(new BigDecimal(written).toPlainString())
                    : Optional.empty();
        }
        return Optional.ofNullable(value).map(each -> each instanceof Enum<?> one ? one.name() : each.toString());
    }

    private static String why(@Nullable Throwable thrown) {
        String why = thrown == null ? null : thrown.getMessage();
        return why == null || why.isBlank()
                ? "."
                : ": " + why.strip() + (why.strip().endsWith(".") ? "" : ".");
    }

    private String name() {
        return "`" + constructor.getDeclaringClass().getSimpleName() + "`";
    }
}
