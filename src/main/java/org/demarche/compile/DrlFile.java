package org.demarche.compile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
        return text(path, problems).flatMap(source -> parse(source, group(path), problems));
    }

    /** The text of a file, of a decision table that of the rules it stands for; empty when it cannot be read. */
    static Optional<SourceText> text(Path path, Problems problems) {
        String name = path.toString().replace('\\', '/');
        Optional<String> read =
                DecisionTables.isOne(path) ? DecisionTables.rules(path, problems) : text(path, name, problems);
        return read.map(text -> new SourceText(name, text));
    }

    static Optional<DrlFile> parse(SourceText source, String group, Problems problems) {
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
            if (text.chars().noneMatch(DrlFile::unprintable)) {
                return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
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
                "The file is not a text in UTF-8, or has control characters in it: save it as plain UTF-8 text."));
        return Optional.empty();
    }

    private static boolean unprintable(int letter) {
        return Character.isISOControl(letter) && letter != '\n' && letter != '\r' && letter != '\t' && letter != '\f';
    }

    private static String group(Path path) {
        Path parent = path.toAbsolutePath().normalize().getParent();
        return parent == null || parent.getFileName() == null
                ? ""
                : parent.getFileName().toString();
    }
}
