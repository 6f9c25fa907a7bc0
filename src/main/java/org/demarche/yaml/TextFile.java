package org.demarche.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;

/** The text of a file that people can have written. */
public final class TextFile {

    private static final int LARGEST = 1 << 20;

    private TextFile() {}

    /** The text without a byte order mark; empty, after adding a problem, when it is none. */
    public static Optional<String> read(Path file, Problems problems) {
        try (InputStream in = Files.newInputStream(file)) {
            return decode(file, in.readNBytes(LARGEST + 1), problems);
        } catch (IOException unreadable) {
            boolean there = Files.exists(file);
            return refuse(
                    file,
                    problems,
                    there ? "unreadable" : "missing-path",
                    there ? "The file cannot be read." : "There is no such file.");
        }
    }

    private static Optional<String> decode(Path file, byte[] bytes, Problems problems) {
        if (bytes.length > LARGEST) {
            return refuse(file, problems, "too-large", "The file is larger than 1 MiB; split it into several.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.chars().anyMatch(TextFile::isControl)) {
                return refuse(file, problems, "not-text", "The file has control characters in it, so it is no text.");
            }
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException noText) {
            return refuse(
                    file, problems, "not-text", "The file is not text in UTF-8; save it as UTF-8 if it is a text.");
        }
    }

    private static boolean isControl(int c) {
        return (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
    }

    private static Optional<String> refuse(Path file, Problems problems, String check, String message) {
        problems.add(Problem.error(check, SourceLocation.of(YamlReader.name(file)), message));
        return Optional.empty();
    }
}
