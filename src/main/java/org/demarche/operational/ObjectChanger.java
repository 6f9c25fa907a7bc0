package org.demarche.operational;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.demarche.source.Suggestion;
import org.demarche.yaml.YamlEntry;
import org.demarche.yaml.YamlMapping;

/** Gives an object that is there other values. */
final class ObjectChanger {

    private ObjectChanger() {}

    /** @throws WrongValueException when it has no such field or does not take the value */
    static void change(Object object, YamlMapping values, ObjectMaker maker) {
        for (YamlEntry entry : values.entries()) {
            String name = entry.key().value();
            Optional<Field> field = Properties.fields(object.getClass()).stream()
                    .filter(each -> each.getName().equals(name))
                    .findFirst();
            if (field.isEmpty()) {
                throw ScalarMaker.wrong(
                        entry.key(),
                        Articles.capitalA(object.getClass()) + " has no `" + name + "`.",
                        Suggestion.hint(
                                name,
                                Properties.fields(object.getClass()).stream()
                                        .map(Field::getName)
                                        .toList()));
            }
            Object value = maker.make(
                    entry.value(), field.get().getGenericType(), "`" + name + "` of " + Articles.a(object.getClass()));
            set(object, entry, field.get(), value);
        }
    }

    private static void set(
            Object object, YamlEntry entry, Field field, @org.jspecify.annotations.Nullable Object value) {
        String setter = "set" + Character.toUpperCase(field.getName().charAt(0))
                + field.getName().substring(1);
        Optional<Method> method = Arrays.stream(object.getClass().getMethods())
                .filter(each -> each.getName().equals(setter) && each.getParameterCount() == 1)
                .findFirst();
        try {
            if (method.isPresent()) {
                method.get().invoke(object, value);
            } else {
                field.setAccessible(true);
                field.set(object, value);
            }
        } catch (ReflectiveOperationException | RuntimeException closed) {
            throw ScalarMaker.wrong(
                    entry.key(),
                    "`" + field.getName() + "` of " + Articles.a(object.getClass()) + " cannot be changed.",
                    "Delete the fact and insert another.");
        }
    }
}
