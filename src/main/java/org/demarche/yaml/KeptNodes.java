package org.demarche.yaml;

import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.demarche.cache.Cache;
import org.demarche.cache.Reader;
import org.demarche.cache.SourceFile;
import org.demarche.cache.Writer;
import org.demarche.source.SourceLocation;

/** The nodes of a text that was read before without any problem, by the text alone: files of the same text share them. */
@RequiredArgsConstructor
final class KeptNodes {

    private static final int SCALAR = 0;
    private static final int SEQUENCE = 1;

    private final Cache cache;
    private final YamlText text;

    Optional<YamlNode> find(String content) {
        return cache.find(from(content), this::node);
    }

    void keep(String content, YamlNode root) {
        cache.keep(from(content), out -> write(root, out));
    }

    private static List<SourceFile> from(String content) {
        return List.of(SourceFile.of("yaml", content));
    }

    private void write(YamlNode node, Writer out) {
        if (node instanceof YamlScalar scalar) {
            out.number(SCALAR);
            scalar(scalar, out);
        } else if (node instanceof YamlSequence sequence) {
            out.number(SEQUENCE);
            at(sequence.at(), out);
            out.all(sequence.items(), item -> write(item, out));
        } else {
            YamlMapping mapping = (YamlMapping) node;
            out.number(SEQUENCE + 1);
            at(mapping.at(), out);
            out.all(mapping.entries(), entry -> {
                scalar(entry.key(), out);
                write(entry.value(), out);
            });
        }
    }

    private static void scalar(YamlScalar scalar, Writer out) {
        out.text(scalar.value());
        out.truth(scalar.plain());
        out.number(scalar.from());
        out.number(scalar.to());
    }

    private static void at(SourceLocation at, Writer out) {
        out.number(at.line());
        out.number(at.column());
    }

    private YamlNode node(Reader in) {
        return switch (in.number()) {
            case SCALAR -> scalar(in);
            case SEQUENCE -> {
                SourceLocation at = at(in);
                yield new YamlSequence(in.all(() -> node(in)), at, text);
            }
            default -> {
                SourceLocation at = at(in);
                yield new YamlMapping(in.all(() -> new YamlEntry(scalar(in), node(in))), at, text);
            }
        };
    }

    private YamlScalar scalar(Reader in) {
        return new YamlScalar(in.text(), in.truth(), in.number(), in.number(), text);
    }

    private SourceLocation at(Reader in) {
        return new SourceLocation(text.file(), in.number(), in.number());
    }
}
