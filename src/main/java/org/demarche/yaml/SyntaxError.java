package org.demarche.yaml;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** What the parser stumbled over, said so that somebody who does not know YAML by heart can mend it. */
final class SyntaxError {

    private static final String COLON_EXPECTED = "could not find expected ':'";

    private final String problem;
    private final String context;
    private final int index;
    private static final Pattern TAG = Pattern.compile("[:,\\[]\\s*(!\\S+)\\s*$");

    private static final int TAG_LOOKED = 200;

    private final int begun;
    private final YamlText text;
    private final Optional<YamlScalar> last;
    private final Optional<Integer> bracket;

    SyntaxError(MarkedYamlEngineException e, YamlText text, List<Event> before) {
        this.problem = Optional.ofNullable(e.getProblem()).orElse("");
        this.context = Optional.ofNullable(e.getContext()).orElse("");
        this.index = e.getProblemMark().map(Mark::getIndex).orElse(0);
        this.begun = e.getContextMark().map(Mark::getIndex).orElse(index);
        this.text = text;
        this.last = lastScalar(before, text);
        this.bracket = openBracket(before);
    }

    /** The place to point at. */
    int index() {
        if (problem.contains("end of stream") || problem.contains(COLON_EXPECTED)) {
            return begun;
        }
        return neverClosed() ? bracket.orElse(index) : index;
    }

    String message() {
        return told().message();
    }

    String hint() {
        return told().hint();
    }

    private record Told(String message, String hint) {}

    private Told told() {
        if (text.slice(index, index + 1).equals(":")) {
            return keyIsMissing() || last.isEmpty()
                    ? new Told("A key is missing before the `:`.", "Put quotes around a text that begins with `:`.")
                    : colon(last.get());
        }
        if (problem.contains("TAB")) {
            return new Told("A tab stands where the line is indented.", "Indent with spaces.");
        }
        if (text.slice(0, text.length()).matches("(?s)(?:\\s|//[^\\n]*\\n)*(?:package|import|rule)\\s.*")) {
            return new Told(
                    "This is a file of rules, and here one of facts is needed.",
                    "Rules stand in files `*.drl` under `rules`.");
        }
        if (text.restOfLine(index).startsWith("\u2013")
                || text.restOfLine(index).startsWith("\u2014")) {
            return new Told("This dash is not a plain one, as word processors put it in.", "Write `-`.");
        }
        if (text.restOfLine(index()).matches("[\\w-]+:\u00a0.*")) {
            return new Told("The space behind `:` is not a plain one, as word processors put it in.", "Write it anew.");
        }
        if (bracket.isEmpty() && text.slice(index, index + 1).matches("[\\]}]")) {
            return new Told("A bracket is closed here that was never opened.", "Leave it out.");
        }
        if (problem.contains("cannot start any token")) {
            String sign = text.slice(index, index + 1);
            return new Told("A value cannot begin with `" + sign + "`.", "Put quotes around the value.");
        }
        if (problem.contains("end of stream") && context.contains("quoted")) {
            return new Told("A quote is opened here and never closed.", "Close it where the text ends.");
        }
        if (problem.contains("escape character")) {
            return new Told(
                    "A backslash means something else between double quotes.", "Write `\\\\`, or use single quotes.");
        }
        return bracket.isPresent() ? brackets() : block();
    }

    private boolean keyIsMissing() {
        String before = text.slice(index - text.at(index).column() + 1, index).stripTrailing();
        return before.isEmpty() || "{[,".indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    private Told colon(YamlScalar value) {
        int firstLine = value.at().line();
        if (firstLine == text.at(index).line()) {
            String whole = value.value() + rest();
            return new Told(
                    "A value cannot have `: ` in it unless it stands in quotes.",
                    "Put quotes around `" + whole + "`"
                            + (bracket.isPresent() ? ", or a comma before a new key." : "."));
        }
        if (bracket.isPresent()) {
            return notClosed();
        }
        return new Told(
                "This line continues the text of line " + firstLine + ", so no `:` can stand in it.",
                "Indent it like the key it belongs beside; after a key's `:` comes a space.");
    }

    /** What follows up to where the value would probably end. */
    private String rest() {
        String line = text.restOfLine(index);
        return (bracket.isPresent() ? line.split("[,}\\]]", 2)[0] : line.split(" #", 2)[0]).stripTrailing();
    }

    private boolean neverClosed() {
        return bracket.isPresent() && text.slice(index, text.length()).isBlank();
    }

    private Told notClosed() {
        return new Told(
                "The bracket opened in line " + text.at(bracket.orElse(index)).line()
                        + " is not closed before this, or a comma is missing.",
                "Close `{` with `}` and `[` with `]`.");
    }

    private Told brackets() {
        if (neverClosed()) {
            return new Told("A bracket is opened here and never closed.", "Close `{` with `}` and `[` with `]`.");
        }
        if (text.at(bracket.orElse(index)).line() < text.at(index).line()) {
            return notClosed();
        }
        Matcher tag = TAG.matcher(text.slice(Math.max(0, index - TAG_LOOKED), index));
        if (tag.find()) {
            return new Told(
                    "A value that begins with `!` is a tag of YAML and no text.",
                    "Put quotes around it: `\"" + tag.group(1) + "\"`.");
        }
        return new Told(
                "Here a comma or the closing bracket is missing, or there is one too many.",
                "Put quotes around a text that has `,`, `[`, `]`, `{` or `}` in it.");
    }

    private Told block() {
        if (problem.contains("sequence entries") || problem.contains("block sequence start")) {
            return new Told(
                    "A list item `-` does not fit in here.", "Begin it on its own line, indented like its neighbours.");
        }
        Optional<YamlScalar> quoted = last.filter(value -> !value.plain())
                .filter(value -> value.at().line() < text.at(value.to()).line());
        if (quoted.isPresent()) {
            return new Told(
                    "The quote opened in line " + quoted.get().at().line() + " is closed only before this.",
                    "Close it where the text ends.");
        }
        if (problem.contains("'<scalar>'") || problem.contains("<document start>")) {
            return new Told(
                    "Text follows after the value has ended.",
                    "Put quotes around the whole value; inside single quotes write `''` for an apostrophe.");
        }
        if (problem.contains(COLON_EXPECTED)) {
            return new Told("A key needs a colon and a space after it.", "");
        }
        if (text.restOfLine(index).matches("-\\S.*")) {
            return new Told("After the `-` of a list item comes a space.", "");
        }
        if (problem.contains("expected <block end>")) {
            return new Told(
                    "This line does not fit the lines before it.",
                    "Indent it exactly like the line it belongs beside.");
        }
        if (context.contains("block scalar")) {
            return new Told("After `|` or `>` the text begins on the next line.", "Or put quotes around the value.");
        }
        return new Told("This is not written as YAML asks for.", "Put quotes around the value.");
    }

    private static Optional<YamlScalar> lastScalar(List<Event> events, YamlText text) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i) instanceof ScalarEvent scalar) {
                return Optional.of(new YamlScalar(
                        scalar.getValue(), scalar.isPlain(), NodeBuilder.from(scalar), NodeBuilder.to(scalar), text));
            }
        }
        return Optional.empty();
    }

    /** Where the innermost bracket that is still open stands. */
    private static Optional<Integer> openBracket(List<Event> events) {
        int closed = 0;
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i) instanceof CollectionEndEvent) {
                closed++;
            } else if (events.get(i) instanceof CollectionStartEvent start && closed-- == 0) {
                return start.isFlow() ? Optional.of(NodeBuilder.from(start)) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
