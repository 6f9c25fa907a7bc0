package org.demarche.operational;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which classes a case may have objects made of. Rules are code and trusted; a case is data, and names classes and what goes into their
 * constructors. So of Java's own classes only values and collections are made: others open files and connections when they are made.
 */
final class Makeable {

    private static final Set<String> VALUES = Set.of(
            "java.lang.String",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Short",
            "java.lang.Byte",
            "java.lang.Double",
            "java.lang.Float",
            "java.lang.Boolean",
            "java.lang.Character",
            "java.lang.Number",
            "java.lang.Object",
            "java.lang.Comparable",
            "java.lang.CharSequence",
            "java.io.Serializable",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.util.Date",
            "java.util.UUID",
            "java.net.URI");

    private Makeable() {}

    /** Whether objects of a class may be made from what a case says. */
    static boolean is(Class<?> type) {
        if (type.isPrimitive() || type.isEnum() || type.isArray()) {
            return true;
        }
        boolean javas = Optional.ofNullable(type.getClassLoader())
                .map(loader -> loader == ClassLoader.getPlatformClassLoader())
                .orElse(true);
        return !javas
                || VALUES.contains(type.getName())
                || type.getName().startsWith("java.time.")
                || type.getName().startsWith("java.util.")
                        && (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type));
    }
}
