package org.demarche.compile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** A rule file and the tree that Drools' own parser makes of it. */
record DrlFile(SourceText source, String group, PackageDescr tree) {

    private static final long LARGEST = 1 << 20;

    /** The parsed file; empty when it cannot be parsed, which is then among the problems. */
    static Optional<DrlFile> read(Path path, Problems problems) {
        String name = path.toString().replace('\\', '/');
        return text(path, name, problems).flatMap(text -> parse(new SourceText(name, text), group(path), problems));
    }

    static Optional<DrlFile> parse(SourceText source, String group, Problems problems) {
        Optional<Problem> deep = Brackets.tooDeep(source);
        if (deep.isPresent()) {
            problems.add(deep.get());
            return Optional.empty();
        }
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr tree = null;
        try {
            tree = parser.parse(false, source.text());
        } catch (DroolsParserException | RuntimeException | StackOverflowError broken) {
            // The parser's own accidents are syntax errors to the reader; without a place there is only the file.
            problems.add(Problem.error(
                    "drl-syntax", SourceLocation.of(source.file()), "The file cannot be read as Drools rules."));
        }
        if (parser.hasErrors()) {
            problems.addAll(new SyntaxErrors(source).translate(parser.getErrors()));
        }
        if (tree == null || parser.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new DrlFile(source, group, tree));
    }

    private static Optional<String> text(Path path, String name, Problems problems) {
        try {
            if (Files.size(path) > LARGEST) {
                problems.add(Problem.error(
                        "file-size",
                        SourceLocation.of(name),
                        "The file is larger than 1 MiB, which no rule file should be."));
                return Optional.empty();
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
            String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
            OptionalInt sign = IntStream.range(0, bare.length())
                    .filter(i -> unprintable(bare.charAt(i)))
                    .findFirst();
            if (sign.isEmpty()) {
                return Optional.of(bare);
            }
            if (bare.indexOf('\0') < 0) {
                problems.add(Problem.error(
                        "control-character",
                        new SourceText(name, bare).at(sign.getAsInt()),
                        String.format(
                                "A sign stands here that is not printed (U+%04X) and could change how the text looks: leave it out.",
                                (int) bare.charAt(sign.getAsInt()))));
                return Optional.empty();
            }
        } catch (CharacterCodingException binary) {
            // Told below.
        } catch (IOException unreadable) {
            problems.add(Problem.error("unreadable-file", SourceLocation.of(name), "The file cannot be read."));
            return Optional.empty();
        }
        problems.add(Problem.error(
                "not-text",
                SourceLocation.of(name),
                "The file is not a text in UTF-8: save it as plain text in the encoding UTF-8."));
        return Optional.empty();
    }

    private static boolean unprintable(int letter) {
        boolean turning = letter >= 0x202A && letter <= 0x202E || letter >= 0x2066 && letter <= 0x2069;
        return turning
                || Character.isISOControl(letter)
                        && letter != '\n' && letter != '\r' && letter != '\t' && letter != '\f';
    }

    private static String group(Path path) {
        Path parent = path.toAbsolutePath().normalize().getParent();
        return parent == null || parent.getFileName() == null
                ? ""
                : parent.getFileName().toString();
    }
}
