package org.demarche.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.ParserError;

/** Turns what the DRL parser says of a broken file into sentences an analyst can act on. */
final class SyntaxErrors {

    private static final Pattern MISMATCH = Pattern.compile("(?:mismatched input|no viable alternative at input) '(.*?)'", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("in rule \"(.*?)\"", Pattern.DOTALL);
    private static final Set<String> TOP_LEVEL = Set.of("package", "import", "rule", "query", "declare", "function", "global");
    private static final Set<String> KEYWORDS =
            Set.of("rule", "when", "then", "end", "not", "exists", "forall", "or", "and", "package", "import", "salience");

    private final SourceText source;

    SyntaxErrors(SourceText source) {
        this.source = source;
    }

    /** One problem for each place; what only follows from the first error of a rule is left out. */
    List<Problem> translate(List<DroolsError> errors) {
        List<Problem> problems = new ArrayList<>();
        Set<String> rulesTold = new HashSet<>();
        for (DroolsError error : errors) {
            Matcher rule = RULE.matcher(error.getMessage());
            String inRule = rule.find() ? rule.group(1) : "";
            if (rulesTold.add(inRule)) {
                problems.add(translate(error, inRule));
            }
        }
        return problems;
    }

    private Problem translate(DroolsError error, String rule) {
        int[] lines = error.getLines();
        int line = lines.length > 0 ? Math.max(lines[0], 0) : 0;
        int column = error instanceof ParserError parser ? parser.getCol() + 1 : 0;
        SourceLocation at = new SourceLocation(source.file(), line, line == 0 ? 0 : column);
        Matcher mismatch = MISMATCH.matcher(error.getMessage());
        String found = mismatch.find() ? mismatch.group(1) : "";
        return source.error("drl-syntax", at, sentence(found, rule, at), hint(found, at));
    }

    private String sentence(String found, String rule, SourceLocation at) {
        if (rule.contains("\n") || unterminated(at)) {
            return "A text in double quotes is not closed on its line.";
        }
        String where = rule.isEmpty() ? "The file" : "Rule `" + rule + "`";
        if (found.isEmpty() || found.equals("<eof>")) {
            return where + " ends too early: something that was opened is not closed, or `end` is missing.";
        }
        if (at.column() <= 1 + indent(at) && rule.isEmpty() && !TOP_LEVEL.contains(found)) {
            return "`" + found + "` cannot stand here: a rule file consists of `package`, `import` and `rule … when … then … end`.";
        }
        return where + " cannot be read from `" + found + "` on.";
    }

    private String hint(String found, SourceLocation at) {
        if (found.equals("=")) {
            return "`=` compares nothing: use `==`.";
        }
        if (found.equals("then")) {
            return "Is a `)` missing before it?";
        }
        if (found.equals("when") && source.line(at.line()).strip().startsWith("rule")) {
            return "A rule needs a name in quotes before `when`.";
        }
        return wordBefore(at)
                .flatMap(word -> KEYWORDS.contains(word) ? Optional.empty() : Suggestion.nearest(word, KEYWORDS))
                .or(() -> KEYWORDS.contains(found) ? Optional.empty() : Suggestion.nearest(found, KEYWORDS))
                .map(near -> "Maybe `" + near + "`?")
                .orElse("");
    }

    /** The word that stands before the place, on its line or, where it stands first, on the line before. */
    private Optional<String> wordBefore(SourceLocation at) {
        String line = source.line(at.line());
        String before = line.substring(0, Math.min(Math.max(at.column() - 1, 0), line.length())).strip();
        if (before.isEmpty()) {
            before = source.line(at.line() - 1).strip();
        }
        Matcher last = Pattern.compile("([A-Za-z]+)$").matcher(before);
        return last.find() ? Optional.of(last.group(1)) : Optional.empty();
    }

    private boolean unterminated(SourceLocation at) {
        return source.line(at.line()).replace("\\\"", "").chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private int indent(SourceLocation at) {
        String line = source.line(at.line());
        return line.length() - line.stripLeading().length();
    }
}
