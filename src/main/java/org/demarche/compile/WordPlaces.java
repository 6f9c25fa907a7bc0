package org.demarche.compile;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.source.SourceLocation;
import org.drools.drl.ast.descr.RuleDescr;
import org.kie.internal.builder.KnowledgeBuilderError;

/** Where the word stands that is meant, when it is only known in which line its rule or its statement begins. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class WordPlaces {

    private final List<DrlFile> files;

    /** The file that an error is about; the first when it does not say. */
    SourceText source(KnowledgeBuilderError error) {
        return Optional.ofNullable(error.getResource())
                .flatMap(resource -> files.stream()
                        .map(DrlFile::source)
                        .filter(source -> source.file().equals(resource.getSourcePath()))
                        .findFirst())
                .orElse(files.get(0).source());
    }

    /** The first place of a word from a line on, within the rule that stands there; else where the line begins. */
    SourceLocation of(String word, SourceText source, int line) {
        int from = source.offset(new SourceLocation(source.file(), Math.max(1, line), 1));
        int to = end(source, line);
        Pattern whole = Pattern.compile("(?<![\\w$.-])" + Pattern.quote(word) + "(?![\\w$-])");
        return word.isEmpty()
                ? begin(source, line)
                : first(whole, source.code(), source, from, to)
                        .or(() -> first(whole, source.code(), source, start(source, line), to))
                        // In a text, or as part of a longer word.
                        .or(() -> first(whole, source.text(), source, from, to))
                        .or(() -> first(Pattern.compile(Pattern.quote(word)), source.text(), source, from, to))
                        .orElseGet(() -> begin(source, line));
    }

    private static Optional<SourceLocation> first(Pattern word, String text, SourceText source, int from, int to) {
        Matcher found = word.matcher(text).region(from, Math.max(from, to)).useTransparentBounds(true);
        return found.find() ? Optional.of(source.at(found.start())) : Optional.empty();
    }

    private static SourceLocation begin(SourceText source, int line) {
        String text = source.line(line);
        int blank = text.length() - text.stripLeading().length();
        return new SourceLocation(source.file(), Math.max(line, 0), text.isBlank() ? 0 : blank + 1);
    }

    /** Whether the rule of a line binds a variable, {@code $g : Golfer( )}. */
    boolean bound(SourceText source, int line, String variable) {
        int from = start(source, line);
        return Pattern.compile(Pattern.quote(variable) + "\\s*:(?!=)")
                .matcher(source.text().substring(from, Math.max(from, end(source, line))))
                .find();
    }

    /** The name of the rule that the rule of a line extends. */
    String extended(SourceText source, int line) {
        return rule(source, line)
                .map(rule -> String.valueOf(rule.getParentName()))
                .orElse("");
    }

    private Optional<RuleDescr> rule(SourceText source, int line) {
        int from = source.offset(new SourceLocation(source.file(), Math.max(1, line), 1));
        return files.stream()
                .filter(file -> line > 0 && file.source().equals(source))
                .flatMap(file -> file.tree().getRules().stream())
                .filter(rule ->
                        rule.getStartCharacter() <= from + source.line(line).length() && from < rule.getEndCharacter())
                .findFirst();
    }

    private int start(SourceText source, int line) {
        return rule(source, line)
                .map(RuleDescr::getStartCharacter)
                .orElseGet(() -> source.offset(new SourceLocation(source.file(), Math.max(1, line), 1)));
    }

    private int end(SourceText source, int line) {
        return rule(source, line)
                .map(RuleDescr::getEndCharacter)
                .orElse(source.text().length());
    }
}
