package org.demarche.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.model.FactType;
import org.demarche.source.Problem;
import org.demarche.source.Suggestion;

/**
 * Finds the rules of a file that are not {@code rule … when … then … end}. The parser notices a word that is missing only where it
 * cannot go on, and then takes what follows for something else.
 */
final class Outline {

    /** The words that make a rule, and any other word that has a line to itself. */
    private static final Pattern WORD = Pattern.compile(
            "(?m)^[ \\t]*(?:package|import)\\b[^\\n]*|^[ \\t]*(?:declare|query)\\b|(?<![\\w.$@-])(?:rule|when|then|end)(?![\\w.-])|^[ \\t]*([A-Za-z]+)[ \\t]*:?[ \\t]*\\r?$"
                    + "|^[ \\t]*([A-Za-z]+)(?=[ \\t]+$|[ \\t]+[\"'])|(?<![\\w.])(not|exists|forall)(?=\\s+then\\b)");

    private static final Pattern NAME =
            Pattern.compile("\\G\\s*(?:\"((?:[^\"\\\\\\n]|\\\\.)*)\"|'([^'\\n]*)'|([\\w-]+))");

    private static final Pattern FACT = Pattern.compile("\\b[A-Z]\\w*\\s*\\(");
    private static final Pattern CONCLUSION = Pattern.compile("\\binsert\\w*\\s*\\(");

    private static final String END_MISSING = "Is `end` missing before it?";

    private static final Set<String> WORDS = Set.of("rule", "when", "then", "end");

    private enum Part {
        OUTSIDE,
        HEAD,
        CONDITIONS,
        CONSEQUENCE,
        /** A type or a query, which ends as a rule does. */
        DEFINITION
    }

    /** Words for which people take others. */
    private static final Map<String, String> OTHERS =
            Map.of("if", "when", "where", "when", "finish", "end", "do", "then");

    /** @param rule in which it stands, and where that begins */
    record Flaw(String rule, int ruleAt, Problem problem) {}

    private final SourceText source;
    private final String code;
    private final List<Flaw> found = new ArrayList<>();
    private final Set<Integer> told = new HashSet<>();
    private Part part = Part.OUTSIDE;
    private String rule = "";
    private int ruleAt;
    private int partAt;

    private Outline(SourceText source) {
        this.source = source;
        this.code = source.code();
    }

    /** Of each rule the first, in the order of the text. */
    static List<Flaw> flaws(SourceText source) {
        Outline outline = new Outline(source);
        Matcher word = WORD.matcher(outline.code);
        while (word.find()) {
            outline.read(word);
        }
        if (outline.part != Part.OUTSIDE) {
            boolean defined = outline.part == Part.DEFINITION;
            outline.add(
                    outline.ruleAt,
                    defined
                            ? "This `" + outline.rule + "` never ends."
                            : "Rule `" + outline.rule + "` begins here and never ends.",
                    defined || outline.part == Part.CONSEQUENCE
                            ? "Is `end` missing?"
                            : "A rule is `rule … when … then … end`.");
        }
        return List.copyOf(outline.found);
    }

    private void read(Matcher found) {
        String word = found.group().strip().replace(":", "").strip();
        int at = found.end() - found.group().stripLeading().length();
        if (word.startsWith("package") || word.startsWith("import")) {
            return;
        }
        if (word.equals("declare") || word.equals("query")) {
            define(word, at);
            return;
        }
        if (found.group(3) != null) {
            add(
                    at,
                    "Nothing follows `" + word + "` in rule `" + rule + "`.",
                    "It stands before what it speaks of: `" + word + " Judgement( … )`.");
            return;
        }
        if ((found.group(1) != null || found.group(2) != null) && !WORDS.contains(word)) {
            misspelt(word, at);
            return;
        }
        switch (word) {
            case "rule" -> rule(at);
            case "when" -> when(at);
            case "then" -> then(at);
            default -> end(at);
        }
    }

    /** A word on its own that is nearly the next one that a rule needs. */
    private void misspelt(String word, int at) {
        String small = word.toLowerCase(Locale.ROOT);
        Set<String> next = switch (part) {
            case OUTSIDE -> Set.of("rule");
            case HEAD -> Set.of("when");
            case CONDITIONS -> Set.of("then");
            case CONSEQUENCE, DEFINITION -> Set.of("end");
        };
        String meant = OTHERS.getOrDefault(small, Suggestion.nearest(word, next).orElse(""));
        if (!next.contains(meant)) {
            return;
        }
        String where = part == Part.OUTSIDE ? "" : " in rule `" + rule + "`";
        add(at, "`" + word + "` is no word of the language" + where + ".", "Maybe `" + meant + "`?");
        enter(meant, at);
    }

    private void define(String word, int at) {
        if (part == Part.DEFINITION) {
            add(at, "A `" + word + "` begins before the `" + rule + "` above it has ended.", END_MISSING);
        } else if (part == Part.CONSEQUENCE && word.equals("declare")) {
            add(at, "A `declare` begins before rule `" + rule + "` has ended.", END_MISSING);
        } else if (part != Part.OUTSIDE) {
            return;
        }
        begin(at);
        rule = word;
        part = Part.DEFINITION;
    }

    private void enter(String word, int at) {
        switch (word) {
            case "rule" -> begin(at);
            case "when" -> part = Part.CONDITIONS;
            case "then" -> part = Part.CONSEQUENCE;
            default -> part = Part.OUTSIDE;
        }
        partAt = at;
    }

    private void rule(int at) {
        if (part == Part.DEFINITION) {
            add(at, "A rule begins before the `" + rule + "` above it has ended.", END_MISSING);
        } else if (part == Part.CONSEQUENCE) {
            add(at, "A new rule begins before rule `" + rule + "` has ended.", END_MISSING);
        } else if (part != Part.OUTSIDE) {
            add(
                    at,
                    "A new rule begins within rule `" + rule + "`, and that has no conclusion yet.",
                    "A rule is `rule … when … then … end`, one behind the other.");
        }
        boolean nested = part == Part.HEAD || part == Part.CONDITIONS;
        begin(at);
        if (nested) {
            // What is left of the outer rule behind the inner one is told of already.
            told.add(at);
        }
        if (rule.isEmpty()) {
            add(at, "A rule needs a name in quotes before `when`.", "Write `rule \"call-on-first\"`.");
        } else if (rule.contains("-") && "\"'".indexOf(source.text().charAt(nameAt(at))) < 0) {
            add(nameAt(at), "The name of a rule stands in quotes.", "Write `rule \"" + rule + "\"`.");
        }
    }

    private int nameAt(int at) {
        int start = at + "rule".length();
        while (start < code.length() - 1 && Character.isWhitespace(source.text().charAt(start))) {
            start++;
        }
        return start;
    }

    private void begin(int at) {
        Matcher name = NAME.matcher(source.text());
        int behind = at;
        while (behind < code.length() && Character.isLetter(code.charAt(behind))) {
            behind++;
        }
        rule = "";
        if (name.find(behind)) {
            String read = name.group(1) != null ? name.group(1) : name.group(2) != null ? name.group(2) : name.group(3);
            rule = read.equals("when") ? "" : read;
        }
        ruleAt = at;
        partAt = at;
        part = Part.HEAD;
    }

    private void when(int at) {
        if (part == Part.CONDITIONS) {
            add(at, "`when` stands twice in rule `" + rule + "`.", "Leave one out.");
        } else if (part != Part.HEAD) {
            add(at, "`when` stands outside of a rule.", "Is `rule \"…\"` missing before it?");
        }
        enter("when", at);
    }

    private void then(int at) {
        if (part == Part.CONSEQUENCE) {
            add(at, "`then` stands twice in rule `" + rule + "`.", "Leave one out.");
        } else if (part == Part.OUTSIDE) {
            add(at, "`then` stands outside of a rule.", "Is `rule \"…\"` missing before it?");
        } else if (part == Part.HEAD) {
            int fact = first(FACT, partAt, at);
            if (fact >= 0) {
                add(
                        fact,
                        "Rule `" + rule + "` has no `when` before its first condition.",
                        "Write `when` on a line before it.");
            }
        }
        enter("then", at);
    }

    private void end(int at) {
        if (part == Part.OUTSIDE) {
            add(
                    at,
                    "`end` stands outside of a rule.",
                    rule.isEmpty() ? "" : "Rule `" + rule + "` has ended already: leave it out.");
        } else if (part != Part.CONSEQUENCE && part != Part.DEFINITION) {
            int conclusion = first(CONCLUSION, partAt, at);
            add(
                    conclusion >= 0 ? conclusion : at,
                    "Rule `" + rule + "` has no `then` before its conclusion.",
                    "Write `then` on a line before it.");
        }
        part = Part.OUTSIDE;
    }

    private int first(Pattern pattern, int from, int to) {
        Matcher matcher = pattern.matcher(code).region(from, to);
        while (matcher.find()) {
            boolean fact = pattern != FACT
                    || FactType.named(matcher.group().replace("(", "").strip()).isPresent();
            if (fact) {
                return matcher.start();
            }
        }
        return -1;
    }

    private void add(int at, String message, String hint) {
        if (told.add(ruleAt)) {
            found.add(new Flaw(rule, ruleAt, source.error("drl-syntax", source.at(at), message, hint)));
        }
    }
}
