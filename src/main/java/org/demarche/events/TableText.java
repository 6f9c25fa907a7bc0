package org.demarche.events;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The letters of a table, of which no row may be longer than memory allows for. What is not in the encoding that is expected comes as
 * U+FFFD and is told where it matters: a stray letter in a column that nobody asks for is no harm.
 */
final class TableText extends FilterReader {

    /** A row of more letters is none. */
    static final int LONGEST_ROW = 1 << 20;

    static final char UNREADABLE = '\uFFFD';

    private static final int LOOKED_AT = 1 << 16;

    private long sinceRow;

    private TableText(Reader text) {
        super(text);
    }

    /** A row is longer than rows may be. */
    static final class RowTooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** The file is no text. */
    static final class NoTextException extends IOException {
        private static final long serialVersionUID = 1L;

        NoTextException(String sentence) {
            super(sentence);
        }
    }

    /** Opens a file, and passes over the mark that some programs put before a text. */
    static TableText open(Path file, Charset encoding) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), LOOKED_AT);
        try {
            bytes.mark(LOOKED_AT);
            byte[] first = bytes.readNBytes(LOOKED_AT / 2);
            check(first);
            bytes.reset();
            bytes.skipNBytes(hasMark(first) ? 3 : 0);
            Reader letters = new InputStreamReader(
                    bytes,
                    encoding.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPLACE)
                            .onUnmappableCharacter(CodingErrorAction.REPLACE));
            return new TableText(new BufferedReader(letters, LOOKED_AT));
        } catch (IOException broken) {
            bytes.close();
            throw broken;
        }
    }

    private static boolean hasMark(byte[] first) {
        return first.length >= 3 && first[0] == (byte) 0xEF && first[1] == (byte) 0xBB && first[2] == (byte) 0xBF;
    }

    private static void check(byte[] first) throws NoTextException {
        int mark = first.length < 2 ? 0 : (first[0] & 0xFF) << 8 | first[1] & 0xFF;
        if (mark == 0xFEFF || mark == 0xFFFE) {
            throw new NoTextException("The file is a text in UTF-16. Save it in the encoding UTF-8.");
        }
        if (mark == 0x504B || mark == 0x1F8B) {
            throw new NoTextException("The file is packed. Unpack it first.");
        }
        for (byte each : first) {
            if (each == 0) {
                throw new NoTextException("The file is no text: it has zeros in it.");
            }
        }
    }

    /** The first line, without going on from where it begins. */
    String firstLine() throws IOException {
        in.mark(LOOKED_AT);
        StringBuilder line = new StringBuilder();
        for (int letter = in.read(); letter >= 0 && letter != '\n' && letter != '\r'; letter = in.read()) {
            line.append((char) letter);
            if (line.length() == LOOKED_AT - 1) {
                break;
            }
        }
        in.reset();
        return line.toString();
    }

    /** A row begins. */
    void beginRow() {
        sinceRow = 0;
    }

    @Override
    public int read() throws IOException {
        int letter = super.read();
        count(letter < 0 ? 0 : 1);
        return letter;
    }

    @Override
    public int read(char[] letters, int from, int length) throws IOException {
        int read = super.read(letters, from, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int letters) throws RowTooLongException {
        sinceRow += letters;
        if (sinceRow > LONGEST_ROW) {
            throw new RowTooLongException();
        }
    }
}
