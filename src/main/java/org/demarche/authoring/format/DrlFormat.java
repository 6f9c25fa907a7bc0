package org.demarche.authoring.format;

import java.util.List;
import java.util.Set;
import org.demarche.authoring.format.DrlToken.Kind;

/**
 * Puts a rule file into form by its tokens. Rules, imports and comments are put into form; whatever else stands between them
 * (functions, queries, declared types), and a consequence that does more than conclude, is left as it is.
 */
final class DrlFormat {

    private static final Set<String> HEADER = Set.of("package", "import", "unit", "dialect");

    private final String source;
    private final List<DrlToken> tokens;
    private final DrlLines out = new DrlLines();
    private int next;

    /** Whether what was written last wants an empty line behind it. */
    private boolean apart;

    /** Whether what was written last is a {@code package} or an {@code import}. */
    private boolean behindHeader;

    private DrlFormat(String source) {
        this.source = source;
        this.tokens = DrlToken.all(source);
    }

    static String format(String text) {
        return new DrlFormat(text.replace("\r\n", "\n")).run();
    }

    private String run() {
        while (next < tokens.size()) {
            DrlToken token = tokens.get(next);
            if (token.comment()) {
                begin(token, token.lines() > 1);
                out.write(token);
                next++;
            } else if (token.is("rule")) {
                begin(token, token.lines() > 1);
                rule();
            } else if (HEADER.contains(token.text())) {
                begin(token, token.lines() > 1);
                statement();
            } else {
                asItIs(token);
            }
        }
        return out.toString().stripTrailing() + "\n";
    }

    /** A comment may stand behind something in its line; all else begins one. */
    private void begin(DrlToken token, boolean emptyBefore) {
        if (token.comment() && token.lines() == 0 && next > 0) {
            out.raw(" ");
            return;
        }
        out.line(emptyBefore || apart || behindHeader && ofRule(), 0);
        apart = false;
        behindHeader = HEADER.contains(token.text());
    }

    /** Whether what comes next is a rule or the comments before one. */
    private boolean ofRule() {
        int ahead = next;
        while (ahead < tokens.size() && tokens.get(ahead).comment()) {
            ahead++;
        }
        return ahead < tokens.size() && tokens.get(ahead).is("rule");
    }

    /** {@code package} and {@code import}: to the end of the line. */
    private void statement() {
        out.write(tokens.get(next++));
        while (next < tokens.size()
                && tokens.get(next).lines() == 0
                && !tokens.get(next).comment()) {
            out.token(tokens.get(next), tokens.get(next - 1), 0);
            next++;
        }
    }

    private void rule() {
        out.write(tokens.get(next++));
        head();
        if (at("when")) {
            keyword();
            conditions();
        }
        if (at("then")) {
            consequence();
        }
        if (at("end")) {
            keyword();
        }
        out.closeAll();
        apart = true;
    }

    private boolean at(String word) {
        return next < tokens.size()
                && tokens.get(next).kind() == Kind.WORD
                && tokens.get(next).is(word);
    }

    private boolean atPart() {
        return next >= tokens.size() || at("when") || at("then") || at("end");
    }

    private void keyword() {
        out.closeAll();
        out.line(false, 0);
        out.write(tokens.get(next++));
    }

    /** The name, then attributes and annotations, each in a line of its own. */
    private void head() {
        boolean named = false;
        while (!atPart()) {
            DrlToken token = tokens.get(next);
            if (token.annotation()) {
                out.line(token.lines() > 1, DrlLines.INDENT);
                annotation();
                named = true;
            } else {
                boolean attribute = named && token.kind() == Kind.WORD && !token.is("extends") && beginsAttribute();
                if (token.lines() > 0 || attribute) {
                    out.line(token.lines() > 1, DrlLines.INDENT);
                    out.write(token);
                } else {
                    out.token(token, tokens.get(next - 1), DrlLines.INDENT);
                }
                named = true;
                next++;
            }
        }
    }

    /** Behind the closed bracket of an annotation no attribute goes on. */
    private boolean beginsAttribute() {
        return tokens.get(next - 1).is(")");
    }

    /** What is in the brackets of an annotation is left as it is, but for the spaces at its ends. */
    private void annotation() {
        DrlToken name = tokens.get(next++);
        out.write(name);
        if (next >= tokens.size() || !tokens.get(next).is("(")) {
            return;
        }
        int from = tokens.get(next).to();
        int depth = 0;
        do {
            depth += at(tokens.get(next), "(") ? 1 : at(tokens.get(next), ")") ? -1 : 0;
            next++;
        } while (depth > 0 && next < tokens.size());
        String inside = source.substring(from, tokens.get(next - 1).from()).strip();
        out.raw(inside.isEmpty() ? "()" : "( " + inside + " )");
    }

    private static boolean at(DrlToken token, String sign) {
        return token.kind() == Kind.SIGN && token.is(sign);
    }

    private void conditions() {
        boolean first = true;
        while (!atPart()) {
            DrlToken token = tokens.get(next);
            if (first && !(token.comment() && token.lines() == 0)) {
                out.line(false, DrlLines.INDENT);
                out.write(token);
            } else {
                out.token(token, tokens.get(next - 1), DrlLines.INDENT);
            }
            first = false;
            next++;
        }
    }

    /** What concludes is written in one way; any other consequence is Java, and is left as it is. */
    private void consequence() {
        keyword();
        int from = tokens.get(next - 1).to();
        int start = next;
        while (next < tokens.size() && !at("end")) {
            next++;
        }
        List<DrlToken> inside = tokens.subList(start, next);
        if (concludes(inside)) {
            out.line(false, DrlLines.INDENT);
            out.write(inside.get(0));
            for (int i = 1; i < inside.size(); i++) {
                DrlToken token = inside.get(i);
                if (DrlSpacing.between(inside.get(i - 1), token)) {
                    out.raw(" ");
                }
                out.write(token);
            }
            return;
        }
        int to = next < tokens.size() ? tokens.get(next).from() : source.length();
        out.raw(source.substring(from, to).stripTrailing());
    }

    private static boolean concludes(List<DrlToken> inside) {
        StringBuilder shape = new StringBuilder();
        inside.forEach(token -> shape.append(
                token.comment()
                        ? "#"
                        : token.kind() == Kind.TEXT || token.text().startsWith("$") ? "v" : token.text() + " "));
        return shape.toString().matches("insertLogical \\( new \\w+ \\( (v(, v)*)?\\) \\) (; )?");
    }

    /** To where a line begins with a rule, a comment or something else of ours. */
    private void asItIs(DrlToken first) {
        int from = next == 0 ? 0 : tokens.get(next - 1).to();
        String before = source.substring(from, first.from());
        next++;
        while (next < tokens.size() && !(tokens.get(next).is("rule") && beginsLine(tokens.get(next)))) {
            next++;
        }
        // The comments right before a rule are the rule's.
        while (next < tokens.size() && tokens.get(next - 1).comment() && beginsLine(tokens.get(next - 1))) {
            next--;
        }
        int to = next < tokens.size() ? tokens.get(next).from() : source.length();
        String kept = source.substring(first.from(), to).stripTrailing();
        out.raw((next == 0 ? "" : before) + kept);
        apart = true;
    }

    private boolean beginsLine(DrlToken token) {
        return token.from() == 0 || source.charAt(token.from() - 1) == '\n';
    }
}
