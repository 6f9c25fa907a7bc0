package org.demarche.authoring.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.tokens.ScalarToken;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * A part of a YAML text: something that is written, or the beginning or end of a block, which is not.
 *
 * @param from the index of its first character, and {@code to} that after its last; the same for what is not written
 * @param column the column it begins in, from 0
 * @param block whether it is a text after {@code |} or {@code >}, which goes by its own lines
 */
record YamlPiece(Token.ID id, int from, int to, int column, boolean block) {

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setUseMarks(true).setParseComments(false).build();

    private static final Set<Token.ID> UNWRITTEN = Set.of(
            Token.ID.BlockMappingStart,
            Token.ID.BlockSequenceStart,
            Token.ID.BlockEnd,
            Token.ID.StreamStart,
            Token.ID.StreamEnd);

    /** All pieces of a text that can be read. */
    static List<YamlPiece> all(String text) {
        ScannerImpl scanner = new ScannerImpl(SETTINGS, new StreamReader(SETTINGS, text));
        List<YamlPiece> pieces = new ArrayList<>();
        while (scanner.hasNext()) {
            Token token = scanner.next();
            Mark start = token.getStartMark().orElseThrow();
            int to = token.getEndMark().map(Mark::getIndex).orElse(start.getIndex());
            pieces.add(new YamlPiece(
                    token.getTokenId(),
                    start.getIndex(),
                    UNWRITTEN.contains(token.getTokenId()) ? start.getIndex() : to,
                    start.getColumn(),
                    token instanceof ScalarToken scalar && isBlock(scalar.getStyle())));
        }
        return pieces;
    }

    boolean is(Token.ID other) {
        return id == other;
    }

    boolean written() {
        return to > from;
    }

    boolean opensFlow() {
        return id == Token.ID.FlowMappingStart || id == Token.ID.FlowSequenceStart;
    }

    boolean closesFlow() {
        return id == Token.ID.FlowMappingEnd || id == Token.ID.FlowSequenceEnd;
    }

    private static boolean isBlock(ScalarStyle style) {
        return style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
    }
}
