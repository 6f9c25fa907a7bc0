package org.demarche.authoring.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.source.Problems;
import org.demarche.yaml.YamlMapping;
import org.demarche.yaml.YamlNode;
import org.demarche.yaml.YamlReader;
import org.demarche.yaml.YamlScalar;
import org.demarche.yaml.YamlSequence;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.tokens.CommentToken;
import org.snakeyaml.engine.v2.tokens.Token;

/** Whether two YAML texts say the same, to programs and in their comments to people. */
final class YamlMeaning {

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setUseMarks(true).setParseComments(true).build();

    private YamlMeaning() {}

    static boolean same(String one, String other) {
        return nodes(one).equals(nodes(other)) && comments(one).equals(comments(other));
    }

    private static Optional<Object> nodes(String text) {
        return YamlReader.read("text", text, new Problems()).map(YamlMeaning::value);
    }

    /** What a node says without its place: also whether a value stands in quotes, since that may matter. */
    private static Object value(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return List.of("value", scalar.value(), scalar.plain());
        }
        if (node instanceof YamlSequence sequence) {
            return List.of(
                    "list", sequence.items().stream().map(YamlMeaning::value).toList());
        }
        return List.of(
                "mapping",
                ((YamlMapping) node)
                        .entries().stream()
                                .map(entry -> List.of(value(entry.key()), value(entry.value())))
                                .toList());
    }

    private static List<String> comments(String text) {
        ScannerImpl scanner = new ScannerImpl(SETTINGS, new StreamReader(SETTINGS, text));
        List<String> comments = new ArrayList<>();
        while (scanner.hasNext()) {
            Token token = scanner.next();
            if (token instanceof CommentToken comment && !comment.getValue().isBlank()) {
                comments.add(comment.getValue().strip());
            }
        }
        return comments;
    }
}
