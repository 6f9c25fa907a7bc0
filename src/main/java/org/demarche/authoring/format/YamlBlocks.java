package org.demarche.authoring.format;

import java.util.ArrayDeque;
import java.util.Deque;
import org.snakeyaml.engine.v2.tokens.Token;

/** The lists and mappings that are open at a place: at which column each stood, and at which it is to stand. */
final class YamlBlocks {

    static final int INDENT = 2;

    /**
     * @param column where its keys or dashes stood
     * @param target where they are to stand
     * @param sequence whether it is a list
     * @param announced whether the scanner tells its beginning and end; not of a list at the column of its key
     */
    private record Block(int column, int target, boolean sequence, boolean announced) {}

    private final Deque<Block> open = new ArrayDeque<>();

    /** The column at which a line is to begin that began with this piece. */
    int target(int column) {
        return open.isEmpty()
                ? 0
                : column == open.element().column() ? open.element().target() : inside();
    }

    /** The column for what belongs to the innermost block and begins a line. */
    int inside() {
        return open.isEmpty() ? 0 : open.element().target() + INDENT;
    }

    /** By how much the innermost block moves to the right. */
    int shift() {
        return open.isEmpty() ? 0 : open.element().target() - open.element().column();
    }

    /** Where a block that stood at a column is to stand; the column itself when there is none. */
    int mapped(int column) {
        return open.stream()
                .filter(block -> block.column() == column)
                .mapToInt(Block::target)
                .findFirst()
                .orElse(column);
    }

    /** Takes note of the beginning or end of a block, or of a list that begins at the column of its key. */
    void see(YamlPiece piece) {
        if (piece.is(Token.ID.BlockMappingStart) || piece.is(Token.ID.BlockSequenceStart)) {
            open.push(new Block(
                    piece.column(), open.isEmpty() ? 0 : inside(), piece.is(Token.ID.BlockSequenceStart), true));
        } else if (piece.is(Token.ID.BlockEnd)) {
            closeUnannounced();
            open.pop();
        } else if (piece.is(Token.ID.BlockEntry) && !open.element().sequence()) {
            open.push(new Block(piece.column(), inside(), true, false));
        } else if (piece.is(Token.ID.Key)) {
            closeUnannounced();
        }
    }

    private void closeUnannounced() {
        while (!open.isEmpty() && !open.element().announced()) {
            open.pop();
        }
    }
}
