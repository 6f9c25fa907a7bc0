package org.demarche.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.source.CommentsAndTexts;
import org.demarche.source.Problem;

/**
 * Finds the round brackets in rules that do not go in pairs. The parser notices them only where it cannot go on, and that is most
 * often some lines further down.
 */
final class Brackets {

    /** Comments, texts in quotes, words and what is between them. */
    private static final Pattern TOKEN = Pattern.compile(CommentsAndTexts.LINE_COMMENT + "|" + CommentsAndTexts.COMMENT
            + "|" + CommentsAndTexts.TEXT + "|@?[\\w$.]+|[();]");

    private static final int DEEPEST = 20;
    private static final Pattern NESTING = Pattern.compile("(?m)^\\s*(?:rule|end)\\b|[(){}\\[\\]]");

    private static final String FACT = "[A-Z]\\w*";

    /** What, like a fact, cannot begin inside the brackets of a fact. */
    private static final Set<String> AROUND_FACTS = Set.of("accumulate", "not", "exists", "forall");

    /**
     * A bracket without its partner.
     *
     * @param rule the rule it stands in
     */
    record Unpaired(String rule, Problem problem) {}

    private enum Part {
        OUTSIDE,
        HEAD,
        CONDITIONS,
        CONSEQUENCE
    }

    /** @param word what stands before it, {@code ""} where that is no word */
    private record Open(String word, int offset) {
        boolean fact() {
            return word.matches(FACT);
        }
    }

    private final SourceText source;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Unpaired> found = new ArrayList<>();
    private Part part = Part.OUTSIDE;
    private String rule = "";
    private String before = "";

    private Brackets(SourceText source) {
        this.source = source;
    }

    /** Those of all rules, in the order of the text. */
    static List<Unpaired> unpaired(SourceText source) {
        Brackets reader = new Brackets(source);
        Matcher token = TOKEN.matcher(source.text());
        while (token.find()) {
            if (!token.group().startsWith("//") && !token.group().startsWith("/*")) {
                reader.read(token.group(), token.start());
                reader.before = token.group();
            }
        }
        return List.copyOf(reader.found);
    }

    /** Where brackets are nested deeper than anybody reads; the parsers call themselves for each, and take ever longer. */
    static Optional<Problem> tooDeep(SourceText source) {
        int depth = 0;
        Matcher bracket = NESTING.matcher(source.code());
        while (bracket.find()) {
            String sign = bracket.group();
            // What is not closed in one rule does not make the next one deep.
            depth = sign.length() > 1 ? 0 : Math.max(0, depth + ("([{".contains(sign) ? 1 : -1));
            if (depth > DEEPEST) {
                return Optional.of(source.error(
                        "too-deep",
                        source.at(bracket.start()),
                        "Brackets are nested more than " + DEEPEST + " deep here, or many are not closed."));
            }
        }
        return Optional.empty();
    }

    private void read(String token, int offset) {
        if (before.equals("rule") && part == Part.HEAD && !token.equals("when")) {
            rule = token.replaceAll("^[\"']|[\"']$", "");
            return;
        }
        switch (token) {
            case "rule" -> begin(Part.HEAD, token, offset);
            case "when" -> begin(Part.CONDITIONS, token, offset);
            case "then" -> begin(Part.CONSEQUENCE, token, offset);
            case "end" -> begin(Part.OUTSIDE, token, offset);
            case ";" -> semicolon(offset);
            case "(" -> open(offset);
            case ")" -> close(offset);
            default -> endHere(part == Part.HEAD && token.startsWith("@"), token, offset);
        }
    }

    /** No bracket reaches from one part of a rule into the next. */
    private void begin(Part next, String token, int offset) {
        endHere(true, token, offset);
        open.clear();
        part = next;
    }

    private void endHere(boolean all, String token, int offset) {
        if (all && !open.isEmpty()) {
            tellOpen(token, offset);
            open.clear();
        }
    }

    private void semicolon(int offset) {
        endHere(part == Part.CONSEQUENCE, ";", offset);
        // In an accumulate it comes behind what is matched, and so behind the brackets of its facts.
        if (!open.isEmpty()
                && open.peek().fact()
                && open.stream().anyMatch(each -> each.word().equals("accumulate"))) {
            tellOpen(";", offset);
            open.pop();
        }
    }

    private void open(int offset) {
        String word = before.matches("@?[\\w$.]+") ? before : "";
        boolean outer = word.matches(FACT) || AROUND_FACTS.contains(word);
        if (part == Part.CONDITIONS && outer && open.stream().anyMatch(Open::fact)) {
            tellOpen(word, offset);
            // The fact that it stands in is over too: what is told of one slip is enough.
            boolean over = false;
            while (!over) {
                over = open.pop().fact();
            }
        }
        open.push(new Open(word, offset));
    }

    private void close(int offset) {
        if (part != Part.OUTSIDE && open.isEmpty()) {
            add(source.error(
                    "drl-syntax",
                    source.at(offset),
                    "This bracket in rule `" + rule + "` closes nothing.",
                    "Is a `(` missing before it, or is it one too many?"));
        }
        open.poll();
    }

    /** The innermost bracket should have been closed before this. */
    private void tellOpen(String token, int offset) {
        Open unclosed = open.element();
        String bracket = unclosed.word().isEmpty() ? "A bracket" : "The bracket behind `" + unclosed.word() + "`";
        add(source.error(
                "drl-syntax",
                source.at(unclosed.offset()),
                bracket + " in rule `" + rule + "` is not closed.",
                "A `)` is missing before `" + token + "` in line "
                        + source.at(offset).line() + "."));
    }

    private void add(Problem problem) {
        if (part != Part.OUTSIDE) {
            found.add(new Unpaired(rule, problem));
        }
    }
}
