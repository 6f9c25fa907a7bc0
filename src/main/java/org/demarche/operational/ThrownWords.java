package org.demarche.operational;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What happened, of something that rules or what they call have thrown: a sentence that begins in small letters. */
final class ThrownWords {

    private static final Pattern MISSING = Pattern.compile("because (?:the return value of )?\"(.+?)\" is null$");
    private static final Pattern CAST =
            Pattern.compile("class (?:[\\w$]+\\.)*([\\w$]+) cannot be cast to class (?:[\\w$]+\\.)*([\\w$]+)");
    private static final Pattern NUMBER = Pattern.compile("For input string: \"(.*?)\"", Pattern.DOTALL);
    private static final Pattern NOT_SEEN = Pattern.compile("tried to access .*field (?:[\\w$]+\\.)*(\\w+)");
    private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");

    private ThrownWords() {}

    /** Of the first cause, with a full stop. */
    static String of(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = Optional.ofNullable(cause.getMessage()).orElse("").strip();
        String said = sentence(cause, message);
        return said + (said.matches("(?s).*[.!?]") ? "" : ".");
    }

    private static String sentence(Throwable cause, String message) {
        if (cause instanceof NullPointerException) {
            return missing(message);
        }
        if (cause instanceof ClassCastException) {
            Matcher cast = CAST.matcher(message);
            return cast.find()
                    ? "it takes `" + cast.group(1) + "` for `" + cast.group(2) + "`"
                    : "it takes something for what it is not";
        }
        if (cause instanceof NumberFormatException) {
            Matcher number = NUMBER.matcher(message);
            return number.find() ? "`" + number.group(1) + "` is no number" : "a text is no number";
        }
        if (cause instanceof IllegalAccessError) {
            Matcher field = NOT_SEEN.matcher(message);
            return (field.find() ? "`" + field.group(1) + "`" : "something in it")
                    + " cannot be reached from a consequence; use what begins with `get` or `set`";
        }
        if (cause instanceof ArithmeticException && message.equals("/ by zero")) {
            return "it divides by 0";
        }
        return message.isEmpty() ? nameless(cause) : PACKAGE.matcher(message).replaceAll("");
    }

    private static String missing(String message) {
        Matcher named = MISSING.matcher(message);
        String name = named.find() ? named.group(1) : "";
        // The names of what Java generates, and of what Drools is made of, say nothing to anybody.
        return name.isEmpty() || name.contains("<local") || name.matches(".*\\borg\\..*")
                ? "something in it is missing (null)"
                : "`" + PACKAGE.matcher(name).replaceAll("") + "` is missing (null)";
    }

    /** Thrown without a word: what it is called is all that is known. */
    private static String nameless(Throwable cause) {
        String kind = cause.getClass()
                .getSimpleName()
                .replaceFirst("(Exception|Error)$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT)
                .strip();
        return kind.isEmpty() || kind.equals("runtime")
                ? "an error was thrown that says nothing of its reason"
                : "an error was thrown that says no more than its name, \"" + kind + "\"";
    }
}
