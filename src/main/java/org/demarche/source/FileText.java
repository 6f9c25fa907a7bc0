package org.demarche.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The text of a file that people can have written: in UTF-8, not too large, and without signs that nobody sees. */
public final class FileText {

    /** Bytes of a file that people can have written. */
    public static final int LARGEST = 1 << 20;

    /** Of a text in UTF-16 every other byte is zero, in most languages. */
    private static final int OFTEN = 4;

    private FileText() {}

    /**
     * The text, without the mark that some editors put before it.
     *
     * @param name by which the file is told of
     * @return empty when it is no text, which is then among the problems
     */
    public static Optional<String> read(Path file, String name, Problems problems) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            return bytes.length > LARGEST
                    ? refuse(name, problems, "too-large", "The file is larger than 1 MiB; split it into several.")
                    : decode(bytes, name, problems);
        } catch (IOException unreadable) {
            boolean there = Files.exists(file);
            return refuse(
                    name,
                    problems,
                    there ? "unreadable" : "missing-path",
                    there ? "The file cannot be read." : "There is no such file.");
        }
    }

    private static Optional<String> decode(byte[] bytes, String name, Problems problems) {
        if (isUtf16(bytes)) {
            return refuse(name, problems, "not-text", "The file is a text in UTF-16. Save it in the encoding UTF-8.");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        boolean broken = decoder.decode(in, out, true).isError();
        String read = out.flip().toString();
        String text = read.startsWith("\uFEFF") ? read.substring(1) : read;
        int sign = firstUnseen(text);
        if (sign >= 0 && (broken || text.charAt(sign) < '\t' && text.charAt(sign) != '\b')) {
            return refuse(name, problems, "not-text", "The file is no text, or not one in the encoding UTF-8.");
        }
        if (broken) {
            problems.add(at(
                            text,
                            text.length(),
                            name,
                            "not-text",
                            "Here stands a letter that is not in UTF-8, as in files in Latin-1 or of old Windows programs.")
                    .withHint("Save the file in the encoding UTF-8."));
            return Optional.empty();
        }
        if (sign >= 0) {
            problems.add(at(
                            text,
                            sign,
                            name,
                            "control-character",
                            String.format(
                                    "Here stands a sign that is not printed (U+%04X) and could change how the text looks.",
                                    (int) text.charAt(sign)))
                    .withHint("Leave it out."));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static Problem at(String text, int index, String name, String check, String message) {
        List<String> before = text.substring(0, index).lines().toList();
        boolean fresh = index == 0 || text.charAt(index - 1) == '\n';
        String line = fresh ? "" : before.get(before.size() - 1);
        return Problem.error(
                check,
                new SourceLocation(name, before.size() + (fresh ? 1 : 0), line.codePointCount(0, line.length()) + 1),
                message);
    }

    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int mark = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        int zeros = 0;
        int looked = Math.min(bytes.length, 400);
        for (int i = 1; i < looked; i += 2) {
            zeros += bytes[i] == 0 && bytes[i - 1] >= '\t' ? 1 : 0;
        }
        return mark == 0xFEFF || mark == 0xFFFE || zeros * OFTEN > looked;
    }

    private static int firstUnseen(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (unseen(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Control characters other than line ends and tabs, and those that turn the direction of writing. */
    private static boolean unseen(char letter) {
        return UnseenSigns.turns(letter) || Character.isISOControl(letter) && "\n\r\t\f".indexOf(letter) < 0;
    }

    private static Optional<String> refuse(String name, Problems problems, String check, String message) {
        problems.add(Problem.error(check, SourceLocation.of(name), message));
        return Optional.empty();
    }
}
