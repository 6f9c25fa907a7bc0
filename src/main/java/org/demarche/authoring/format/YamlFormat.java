package org.demarche.authoring.format;

import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.tokens.Token;

/** Puts a YAML file into form: indentation, spaces between the parts of a line, empty lines. Words and comments stay as they are. */
final class YamlFormat {

    /** What we do not refuse everywhere, and would have to know more about. */
    private static final Set<Token.ID> STRANGE =
            Set.of(Token.ID.Directive, Token.ID.Tag, Token.ID.Anchor, Token.ID.Alias, Token.ID.DocumentEnd);

    private final int[] source;
    private final List<YamlPiece> pieces;
    private final YamlBlocks blocks = new YamlBlocks();
    private final StringBuilder out = new StringBuilder();
    private int end;
    private int flow;
    private Token.ID before = Token.ID.StreamStart;

    /** The column at which the line of the piece before began, as it was and as it is. */
    private int lineColumn;

    private int lineTarget;

    private YamlFormat(String text) {
        this.source = text.codePoints().toArray();
        this.pieces = YamlPiece.all(text);
    }

    /** A text that can be read, in form. */
    static String format(String text) {
        String unix = text.replace("\r\n", "\n");
        YamlFormat format = new YamlFormat(unix);
        return format.pieces.stream().anyMatch(piece -> STRANGE.contains(piece.id())) ? unix : format.run();
    }

    private String run() {
        for (YamlPiece piece : pieces) {
            // Inside of braces keys begin no block; a key in a line of its own ends a list at its own column.
            if (flow == 0) {
                blocks.see(piece);
            }
            if (piece.written()) {
                gap(piece);
                write(piece);
                end = piece.to();
                before = piece.id();
                flow += piece.opensFlow() ? 1 : piece.closesFlow() ? -1 : 0;
            }
        }
        rest();
        return out.toString().stripTrailing() + "\n";
    }

    /** What stands between two pieces: spaces, line ends and comments. */
    private void gap(YamlPiece piece) {
        String gap = slice(end, piece.from());
        boolean afterBlock = end > 0 && source[end - 1] == '\n';
        if (gap.indexOf('\n') < 0 && !afterBlock && end > 0) {
            out.append(gap.indexOf('#') >= 0 ? gap : spaces(piece, gap));
            return;
        }
        int target = column(piece);
        comments(gap, afterBlock, piece.column(), target);
        lineColumn = piece.column();
        lineTarget = target;
        out.append(" ".repeat(target));
    }

    private int column(YamlPiece piece) {
        if (flow == 0) {
            return blocks.target(piece.column());
        }
        // A bracket that closes stands under its beginning, but for the outermost, which YAML wants further in.
        int depth = piece.closesFlow() && flow > 1 ? flow - 1 : flow;
        return blocks.inside() + YamlBlocks.INDENT * (depth - 1);
    }

    /** The lines of a gap: the rest of the line that ends, comments and empty lines, of which one remains of many. */
    private void comments(String gap, boolean afterBlock, int nextColumn, int nextTarget) {
        String[] lines = gap.split("\n", -1);
        boolean started = out.length() > 0;
        int first = 0;
        if (started && !afterBlock) {
            out.append(lines[0].stripTrailing()).append('\n');
            first = 1;
        }
        boolean empty = false;
        for (int i = first; i < lines.length - 1; i++) {
            String line = lines[i].strip();
            if (line.isEmpty()) {
                empty = true;
                continue;
            }
            separate(empty);
            empty = false;
            out.append(" ".repeat(commentColumn(lines[i], nextColumn, nextTarget)))
                    .append(line)
                    .append('\n');
        }
        separate(empty);
    }

    private void separate(boolean empty) {
        if (empty && out.length() > 0) {
            out.append('\n');
        }
    }

    /** A comment moves with what it stands level with. */
    private int commentColumn(String line, int nextColumn, int nextTarget) {
        int column = line.length() - line.stripLeading().length();
        if (column == nextColumn) {
            return nextTarget;
        }
        return column == lineColumn ? lineTarget : blocks.mapped(column);
    }

    private String spaces(YamlPiece piece, String gap) {
        boolean nothing = before == Token.ID.Value && !piece.is(Token.ID.Scalar) && !piece.opensFlow();
        if (nothing) {
            return gap;
        }
        if (piece.is(Token.ID.Value) || piece.is(Token.ID.FlowEntry) || piece.closesFlow()) {
            return "";
        }
        return switch (before) {
            case FlowMappingStart, FlowSequenceStart -> "";
            case FlowEntry, BlockEntry, Value -> " ";
            default -> gap;
        };
    }

    private void write(YamlPiece piece) {
        String text = slice(piece.from(), piece.to());
        if (text.indexOf('\n') < 0) {
            out.append(text);
        } else if (piece.block()) {
            out.append(shifted(text, blocks.shift()));
        } else {
            // A text in several lines is joined by spaces when it is read, however far its lines are indented.
            int indent = flow == 0 ? blocks.inside() : blocks.inside() + YamlBlocks.INDENT * (flow - 1);
            out.append(text.replaceAll("(?<!\\\\)[ \\t]+(?=\\n)", "")
                    .replaceAll("\\n[ \\t]*(?=[^ \\t\\n])", "\n" + " ".repeat(indent)));
        }
    }

    /** All lines but the first moved to the right or left, by as much as the block they belong to. */
    private static String shifted(String text, int by) {
        if (by == 0) {
            return text;
        }
        return by > 0
                ? text.replaceAll("\\n(?=[^\\n])", "\n" + " ".repeat(by))
                : text.replaceAll("\\n {" + -by + "}", "\n");
    }

    /** What stands behind the last piece. */
    private void rest() {
        String gap = slice(end, source.length);
        boolean afterBlock = end > 0 && source[end - 1] == '\n';
        comments(gap + "\n", afterBlock, 0, 0);
    }

    private String slice(int from, int to) {
        return from >= to ? "" : new String(source, from, to - from);
    }
}
