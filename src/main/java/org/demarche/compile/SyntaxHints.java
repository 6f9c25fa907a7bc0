package org.demarche.compile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.model.FactType;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;

/** What to do where the parser could not go on: what people most often mean by what stands there. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class SyntaxHints {

    private static final String COMMAS = "Within the brackets of a fact, tests are separated by commas.";
    private static final String CONDITION =
            "A condition is the kind of a fact with its tests in brackets, as in `Intention( $actor : actor )`.";
    private static final String LIST = "Write a list in round brackets: `aim in ( \"isolate\", \"weaken\" )`.";
    private static final Pattern PART = Pattern.compile("(?<![\\w.$@-])(rule|when|then|end)(?![\\w.-])");
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "\\b(?:salience|no-loop|enabled|dialect|lock-on-active|auto-focus|duration|timer)\\b|-group\\b");
    private static final Pattern NAMED = Pattern.compile(
            "\\b(salience|no-loop|enabled|dialect|lock-on-active|auto-focus|duration|timer|[a-z]+-group|date-effective|date-expires|calendars)\\s+$");
    private static final String TIME = "Time is written as `10s`, `5m`, `2h` or `1d`.";
    private static final Set<String> OPERATORS = Set.of(
            "matches",
            "contains",
            "memberOf",
            "soundslike",
            "after",
            "before",
            "coincides",
            "during",
            "finishes",
            "includes",
            "meets",
            "overlaps",
            "starts");
    private static final Pattern LAST = Pattern.compile("(\\w+|\\S)\\s*$");
    /** One that goes to the end of the text without `;` and without `end`. */
    private static final Pattern ENUMERATION = Pattern.compile("\\bdeclare\\s+enum\\s+\\w+(?:(?!\\bend\\b)[^;])*$");

    private static final Set<String> METADATA = Set.of("title", "says", "source", "unless", "likelihood");

    private final SourceText source;

    /** {@code ""} when nothing is known. */
    String at(String found, SourceLocation at) {
        String code = source.code();
        String before = code.substring(0, Math.min(source.offset(at), code.length()));
        Matcher word = LAST.matcher(before.length() > 200 ? before.substring(before.length() - 200) : before);
        String last = word.find() ? word.group(1) : "";
        return switch (part(before)) {
            case "rule" -> head(found, last, before);
            case "when" -> condition(found, last, before);
            default -> outside(found, before);
        };
    }

    private static String part(String before) {
        Matcher word = PART.matcher(before);
        String part = "";
        while (word.find()) {
            part = word.group();
        }
        return part;
    }

    private static String outside(String found, String before) {
        String line = before.substring(before.lastIndexOf('\n') + 1);
        if (ENUMERATION.matcher(before).find()) {
            return "Behind the last value of an enumeration stands a `;`, as in `READY, LATE;`.";
        }
        if (!found.matches("\\w+") && line.strip().startsWith("package")
                || line.strip().startsWith("import")) {
            return "A name here has letters, digits and `_`, separated by dots: `rules.maritime`.";
        }
        return switch (found) {
            case "#", "--", "%", "//" -> "A comment begins with `//`.";
            case "insertLogical" -> "Is `then` missing before it, or `end` after the rule before?";
            default -> "";
        };
    }

    private static String head(String found, String last, String before) {
        if (found.equals(":")) {
            String metadata = before.replaceAll("(?s).*@\\s*", "").strip();
            return METADATA.contains(metadata) ? "Write `@" + metadata + "( \"…\" )`." : "Leave it out.";
        }
        if (found.equals("@")
                && ATTRIBUTE
                        .matcher(before.substring(before.lastIndexOf("rule")))
                        .find()) {
            return "Leave out what stands before it: nothing depends on when rules fire.";
        }
        if (METADATA.contains(found)) {
            return "Write `@" + found + "( \"…\" )`.";
        }
        if (FactType.named(found).isPresent()) {
            return "Is `when` missing before it?";
        }
        return last.equals("(") || last.equals(",") ? "Put the text of metadata in quotes." : attribute(before);
    }

    /** What the attribute that stands before is set to. */
    private static String attribute(String before) {
        Matcher name = NAMED.matcher(before);
        return switch (name.find() ? name.group(1) : "") {
            case "" -> "";
            case "no-loop", "lock-on-active", "auto-focus" -> "`" + name.group(1) + "` is `true` or `false`.";
            case "salience" -> "`salience` is a number.";
            case "duration", "timer" -> TIME;
            default -> "Put what stands behind `" + name.group(1) + "` in double quotes.";
        };
    }

    private static String condition(String found, String last, String before) {
        boolean inFact = depth(before) > 0;
        String small = found.toLowerCase(Locale.ROOT);
        if (Set.of("=", "==").contains(found)) {
            return last.equals("=") ? "To compare, write `==`." : "`=` compares nothing: use `==`.";
        }
        if (Set.of(">", ">=", "<", "<=").contains(found)
                && !last.equals("<")
                && (!inFact || within(before, "accumulate"))) {
            return AccumulateReader.FORM;
        }
        return switch (small) {
            case ">" -> last.equals("<") ? "For \"not the same\" write `!=`." : "";
            case "is", "equals", "eq", "like" -> inFact ? "To compare, write `==`." : CONDITION;
            case "and", "&&", "&" -> COMMAS;
            case "or", "||", "|" -> "For one or the other write `||`, or a list: `aim in ( \"isolate\", \"weaken\" )`.";
            case "in" -> LIST;
            case "notin" -> "Write `not in`.";
            case "@" -> "Metadata stands before `when`.";
            case "{", "[" ->
                FactType.named(last).isPresent()
                        ? "The tests of a fact stand in round brackets: `" + last + "( … )`."
                        : "";
            case "!" -> "Write `not`.";
            case "?" -> Set.of("(", ",").contains(last) ? "A variable begins with `$`." : "";
            case "," -> last.equals(",") ? "One comma is enough." : inFact ? "" : "Between conditions stands no comma.";
            case ")" -> last.equals(",") ? "Leave out the comma before it." : "";
            case "insertlogical" -> "Is `then` missing before it?";
            case ";" ->
                last.equals("(")
                        ? "Before the `;` stands what a query is asked with, as in `?isIn( $thing, $place; )`; with nothing, write `?isIn( )`."
                        : "";
            default -> ofFacts(found, last, inFact);
        };
    }

    private static String ofFacts(String found, String last, boolean inFact) {
        if (FactType.named(last).isPresent()) {
            return "The tests of a fact stand in round brackets: `" + last + "( … )`.";
        }
        if (FactType.named(found).isPresent()) {
            return inFact ? "Join conditions in brackets with `and`: `not( Intention( … ) and Capability( … ) )`." : "";
        }
        boolean field = Arrays.stream(FactType.values())
                .anyMatch(type -> type.field(found).isPresent());
        if (inFact && (found.startsWith("$") || field)) {
            return "Is a comma missing before it?";
        }
        if (last.matches("\\d+")) {
            return TIME;
        }
        return inFact && last.matches("\\w+") ? Suggestion.hint(found, OPERATORS) : "";
    }

    private static boolean within(String before, String word) {
        return before.substring(before.lastIndexOf("when")).contains(word);
    }

    private static int depth(String before) {
        Matcher part = PART.matcher(before);
        int from = 0;
        while (part.find()) {
            from = part.end();
        }
        String rest = before.substring(from);
        return (int) (rest.chars().filter(sign -> sign == '(').count()
                - rest.chars().filter(sign -> sign == ')').count());
    }
}
