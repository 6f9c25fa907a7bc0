package org.demarche.operational;

/** Words with their article. */
final class Articles {

    private Articles() {}

    /** {@code a Golfer}, {@code an Alarm}. */
    static String a(Class<?> type) {
        String name = Kinds.name(type);
        return ("AEIOaeio".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }

    /** The same at the beginning of a sentence. */
    static String capitalA(Class<?> type) {
        String words = a(type);
        return "A" + words.substring(1);
    }
}
