package org.demarche.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.compile.Brackets.Unpaired;
import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.ParserError;

/** Turns what the DRL parser says of a broken file into sentences an analyst can act on. */
final class SyntaxErrors {

    private static final Pattern MISMATCH =
            Pattern.compile("(?:mismatched input|no viable alternative at input) '(.*?)'", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("in rule \"(.*?)\"", Pattern.DOTALL);
    private static final Pattern HEAD = Pattern.compile("(?m)^[ \\t]*rule\\s+[\"']?([\\w-]*)");
    private static final Pattern LAST_WORD = Pattern.compile("[A-Za-z]+$");
    private static final Set<String> TOP_LEVEL =
            Set.of("package", "import", "rule", "query", "declare", "function", "global");
    private static final Set<String> KEYWORDS = Set.of(
            "rule", "when", "then", "end", "not", "exists", "forall", "or", "and", "package", "import", "salience");

    private final SourceText source;

    SyntaxErrors(SourceText source) {
        this.source = source;
    }

    /** One problem for each rule; what only follows from the first error of a rule is left out. */
    List<Problem> translate(List<DroolsError> errors) {
        Optional<Problem> quote = StraySigns.first(source).or(this::openQuote);
        if (quote.isPresent()) {
            // Behind an open quote everything is read inside out: nothing else that is said would be true.
            return List.of(quote.get());
        }
        List<Outline.Flaw> flaws = Outline.flaws(source);
        // Of a rule without its outline, the parser does not know where it ends, nor where the next one begins.
        int lost = flaws.stream().mapToInt(Outline.Flaw::ruleAt).min().orElse(Integer.MAX_VALUE);
        List<Unpaired> brackets = Brackets.unpaired(source).stream()
                .filter(each -> flaws.stream().noneMatch(flaw -> flaw.rule().equals(each.rule())))
                .toList();
        List<Problem> problems = new ArrayList<>();
        flaws.forEach(each -> problems.add(each.problem()));
        brackets.forEach(each -> problems.add(each.problem()));
        Set<String> rulesTold = new HashSet<>();
        Set<Integer> lines = new HashSet<>();
        for (DroolsError error : errors) {
            Matcher rule = RULE.matcher(error.getMessage());
            String inRule = rule.find() ? rule.group(1) : "";
            boolean told = flaws.stream()
                    .anyMatch(flaw ->
                            flaw.rule().equals(inRule) || flaw.problem().at().line() == line(error));
            if ((source.offset(at(error)) < lost
                            || !told && ruleAround(at(error)).equals(inRule))
                    && brackets.stream().noneMatch(each -> follows(error, inRule, each))
                    // Where one thing is wrong, the parser may lose the rule, and stumble once more on the same line.
                    && !(inRule.isEmpty() && lines.contains(line(error)))
                    && rulesTold.add(inRule)) {
                lines.add(line(error));
                problems.add(translate(error, inRule));
            }
        }
        return problems;
    }

    /** The rule in which a place is; {@code ""} before the first. */
    private String ruleAround(SourceLocation at) {
        Matcher head = HEAD.matcher(source.text()).region(0, source.offset(at));
        String name = "";
        while (head.find()) {
            name = head.group(1);
        }
        return name;
    }

    /** Whether it comes of a bracket: behind one, the parser is lost for the rest of the rule, and may no longer know which rule it is in. */
    private static boolean follows(DroolsError error, String rule, Unpaired bracket) {
        int line = line(error);
        return (rule.isEmpty() || rule.equals(bracket.rule()))
                && (line == 0 || line >= bracket.problem().at().line());
    }

    private static int line(DroolsError error) {
        int[] lines = error.getLines();
        return lines.length > 0 ? Math.max(lines[0], 0) : 0;
    }

    private Optional<Problem> openQuote() {
        // Those of all texts that are closed are blank in the code.
        int open = source.code().indexOf('"');
        return open < 0
                ? Optional.empty()
                : Optional.of(source.error(
                        "drl-syntax", source.at(open), "A text in double quotes is not closed on its line."));
    }

    private SourceLocation at(DroolsError error) {
        int line = line(error);
        int column = error instanceof ParserError parser ? Math.max(0, parser.getCol()) : 0;
        return line == 0
                ? SourceLocation.of(source.file())
                : source.at(source.offset(new SourceLocation(source.file(), line, 1)) + column);
    }

    private Problem translate(DroolsError error, String rule) {
        SourceLocation at = at(error);
        Matcher mismatch = MISMATCH.matcher(error.getMessage());
        String found = mismatch.find() ? mismatch.group(1) : "";
        String hint = found.isEmpty() ? "" : new SyntaxHints(source).at(found, at);
        return hint.isEmpty()
                ? misspelt(at, rule)
                        .orElseGet(() -> source.error("drl-syntax", at, sentence(found, rule, at), near(found)))
                : source.error("drl-syntax", at, sentence(found, rule, at), hint);
    }

    private static String near(String found) {
        if (found.equals(",")) {
            return "Commas stand between the tests of a pattern; inside brackets tests are joined by `&&`.";
        }
        return KEYWORDS.contains(found) ? "" : Suggestion.hint(found, KEYWORDS);
    }

    /** A word just before the place that is nearly a keyword: the parser took it for something else. */
    private Optional<Problem> misspelt(SourceLocation at, String rule) {
        return lastWordBefore(at)
                .filter(word -> !KEYWORDS.contains(word.text()))
                .flatMap(word -> Suggestion.nearest(word.text(), KEYWORDS)
                        .map(near -> source.error(
                                "drl-syntax",
                                word.at(),
                                sentence(word.text(), rule, word.at()),
                                "Maybe `" + near + "`?")));
    }

    private String sentence(String found, String rule, SourceLocation at) {
        String where = rule.isEmpty() ? "The file" : "Rule `" + rule + "`";
        if (found.isEmpty() || found.equals("<eof>")) {
            return where + " ends too early: something that was opened is not closed, or `end` is missing.";
        }
        boolean first = source.line(at.line()).strip().startsWith(found);
        if (first && rule.isEmpty() && !TOP_LEVEL.contains(found)) {
            return "`" + found + "` cannot stand here: a rule file consists of `package`, `import` and"
                    + " `rule … when … then … end`.";
        }
        return where + " cannot be read from `" + found + "` on.";
    }

    private record Word(String text, SourceLocation at) {}

    /** The word that ends just before the place, on its line or, where it stands first, on the line before. */
    private Optional<Word> lastWordBefore(SourceLocation at) {
        String line = source.line(at.line());
        String before = line.substring(0, Math.min(Math.max(at.column() - 1, 0), line.length()))
                .stripTrailing();
        int number = at.line();
        while (before.isBlank() && number > 1) {
            number--;
            before = source.line(number).stripTrailing();
        }
        Matcher last = LAST_WORD.matcher(before);
        return last.find()
                ? Optional.of(new Word(last.group(), new SourceLocation(source.file(), number, last.start() + 1)))
                : Optional.empty();
    }
}
