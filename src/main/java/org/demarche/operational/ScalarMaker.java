package org.demarche.operational;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.demarche.compile.JavaNumbers;
import org.demarche.source.Suggestion;
import org.demarche.yaml.YamlScalar;
import org.jspecify.annotations.Nullable;

/** Makes a single value as it is written into a value of a type. */
final class ScalarMaker {

    private static final List<Class<?>> FRACTIONS =
            List.of(double.class, Double.class, float.class, Float.class, BigDecimal.class);

    private ScalarMaker() {}

    /**
     * The value.
     *
     * @param what what it is to be, for messages: {@code `position` of a Golfer}
     * @throws WrongValueException when it cannot be one of the type
     */
    static @Nullable Object make(YamlScalar written, Class<?> type, String what) {
        String value = written.value();
        if (written.isEmpty()) {
            if (type.isPrimitive()) {
                throw wrong(written, what + " cannot be left empty.", "Give it a value, or leave the key out.");
            }
            return null;
        }
        if (type == String.class || type == CharSequence.class) {
            return value;
        }
        if (type == Object.class || type == Comparable.class || type == java.io.Serializable.class) {
            return natural(written);
        }
        if (type == Number.class && natural(written) instanceof Number number) {
            return number;
        }
        if (JavaNumbers.READERS.containsKey(type)) {
            return number(written, type, what);
        }
        if (type == boolean.class || type == Boolean.class) {
            return truth(written, what);
        }
        if (type == char.class || type == Character.class) {
            if (value.length() == 1) {
                return value.charAt(0);
            }
            throw wrong(written, what + " is a single letter, not `" + value + "`.", "");
        }
        if (type.isEnum()) {
            return constant(written, type, what);
        }
        return type == Date.class ? date(written, what) : parsed(written, type, what);
    }

    /** What it is by itself: a number, true or false, or else a text. */
    static @Nullable Object natural(YamlScalar written) {
        String value = written.value();
        if (!written.plain()) {
            return value;
        }
        if (written.isEmpty()) {
            return null;
        }
        if (value.matches("[-+]?\\d{1,9}")) {
            return Integer.valueOf(value);
        }
        if (value.matches("[-+]?\\d{1,18}")) {
            return Long.valueOf(value);
        }
        if (value.matches("[-+]?\\d+\\.\\d+([eE][-+]?\\d+)?")) {
            return number(written, Double.class, "This");
        }
        return value.equals("true") || value.equals("false") ? (Object) Boolean.valueOf(value) : value;
    }

    private static Object number(YamlScalar written, Class<?> type, String what) {
        try {
            Object made = Objects.requireNonNull(JavaNumbers.READERS.get(type)).apply(written.value());
            if (made instanceof Number number
                    && !Double.isFinite(number.doubleValue())
                    && !(made instanceof BigDecimal)
                    && !(made instanceof BigInteger)) {
                throw wrong(
                        written,
                        what + " is a number, "
                                + (written.value().matches(".*\\d.*")
                                        ? "and `" + written.value() + "` is too large for it."
                                        : "not `" + written.value() + "`."),
                        "");
            }
            return made;
        } catch (NumberFormatException none) {
            boolean fraction = FRACTIONS.contains(type);
            boolean tooLarge = !fraction && written.value().matches("[-+]?\\d+");
            throw wrong(
                    written,
                    what + " is a " + (fraction ? "number" : "whole number") + ", "
                            + (tooLarge
                                    ? "and `" + written.value() + "` is too large for it."
                                    : "not `" + written.value() + "`."),
                    "");
        }
    }

    private static Object truth(YamlScalar written, String what) {
        if (written.value().equals("true") || written.value().equals("false")) {
            return Boolean.valueOf(written.value());
        }
        throw wrong(written, what + " is `true` or `false`, not `" + written.value() + "`.", "");
    }

    private static Object constant(YamlScalar written, Class<?> type, String what) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(each -> ((Enum<?>) each).name())
                .toList();
        String wanted = written.value().replace('-', '_');
        List<Object> all = List.of(type.getEnumConstants());
        return all.stream()
                .filter(each -> ((Enum<?>) each).name().equals(written.value()))
                .findFirst()
                .or(() -> all.stream()
                        .filter(each -> ((Enum<?>) each).name().equalsIgnoreCase(wanted))
                        .findFirst())
                .orElseThrow(() -> wrong(
                        written,
                        what + " cannot be `" + written.value() + "`.",
                        Suggestion.nearest(written.value().toUpperCase(Locale.ROOT), names)
                                .map(near -> "Maybe `" + near + "`?")
                                .orElse("It is one of `" + String.join("`, `", names) + "`.")));
    }

    private static Object date(YamlScalar written, String what) {
        try {
            LocalDateTime time = written.value().contains("T")
                    ? LocalDateTime.parse(written.value().replaceFirst("Z$", ""))
                    : LocalDate.parse(written.value()).atStartOfDay();
            return Date.from(time.toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException none) {
            throw wrong(
                    written,
                    what + " is a day or a time, not `" + written.value() + "`.",
                    "Write `2018-03-26`, or `2018-03-26T14:30:00` for a time (UTC).");
        }
    }

    /** Many a type reads itself from a text: {@code parse}, {@code valueOf}, or a constructor. */
    private static Object parsed(YamlScalar written, Class<?> type, String what) {
        for (String name : List.of("parse", "valueOf", "fromString", "of")) {
            Optional<Method> method = Arrays.stream(type.getMethods())
                    .filter(each -> each.getName().equals(name)
                            && Modifier.isStatic(each.getModifiers())
                            && type.isAssignableFrom(each.getReturnType())
                            && each.getParameterCount() == 1
                            && each.getParameterTypes()[0].isAssignableFrom(String.class))
                    .findFirst();
            if (method.isPresent()) {
                return called(written, what, () -> method.get().invoke(null, written.value()));
            }
        }
        try {
            var constructor = type.getConstructor(String.class);
            return called(written, what, () -> constructor.newInstance(written.value()));
        } catch (NoSuchMethodException none) {
            throw wrong(
                    written,
                    what + " is " + Articles.a(type) + ", which a single value cannot say.",
                    "Write its fields as `{name: value}`, or `$id` for a fact that has the `id`.");
        }
    }

    private interface Call {
        @Nullable
        Object make() throws ReflectiveOperationException;
    }

    private static Object called(YamlScalar written, String what, Call call) {
        try {
            Object made = call.make();
            if (made != null) {
                return made;
            }
        } catch (InvocationTargetException | IllegalAccessException | InstantiationException refused) {
            // Told below, in words.
        } catch (ReflectiveOperationException refused) {
            throw new IllegalStateException(refused);
        }
        throw wrong(written, what + " cannot be `" + written.value() + "`.", "");
    }

    static WrongValueException wrong(YamlScalar written, String message, String hint) {
        return new WrongValueException(written.error("wrong-value", message).withHint(hint));
    }
}
