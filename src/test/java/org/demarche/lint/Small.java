package org.demarche.lint;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demarche.Written;
import org.demarche.check.Checks;

/** A few rules and at most one case of the strait, written down with just the words that they use. */
final class Small {

    private static final String WORDS = """
            aim isolate "isolate {target} from its trade"
            aim keep-open "keep the sea lanes[ of {target}] open"
            means naval-interdiction "stop shipping[ bound for {target}]"
            means air-patrol "watch the sea[ around {target}]"
            wants understanding "an understanding with {about}"
            avoids open-war "open war[ with {about}]"
            relation ally-of "is an ally of {other}"
            state ready "is ready[ for {about}]"
            state weak "is weak"
            action quarantine "stop and inspect ships[ bound for {target}]"
            action blockade "close the ports[ of {target}]"
            action escort "escort the convoys[ of {target}]"
            finding convoys-escorted "has its convoys escorted[ by {about}]"
            finding resolved "is resolved[ against {about}]"
            finding reluctant "is reluctant[ against {about}]"
            """;

    private static final Map<String, String> EXCLUDES =
            Map.of("blockade", "quarantine", "resolved", "reluctant", "weak", "ready");

    private static final String HEADER = """
            rules: [maritime]
            source: strait-yearbook
            sources: {strait-yearbook: {title: Yearbook of the Strait}}
            actors: {VAR: {name: Varna, kind: state}, KES: {name: Kestrel, kind: state}, HAL: {name: Halcyon, kind: state}}
            """;

    private static final String SOURCES = """
            schelling-1966: {title: Arms and Influence}
            orchard-2018: {title: An assessment}
            """;

    private Small() {}

    static Checks checked(Path folder, String rules, String facts) {
        write(folder, rules, facts, vocabulary(rules + facts));
        return Checks.run(List.of(folder), List.of());
    }

    static void write(Path folder, String rules, String facts, String vocabulary) {
        Written.write(folder.resolve("rules/vocabulary.yaml"), vocabulary);
        Written.write(folder.resolve("rules/sources.yaml"), SOURCES);
        Written.write(
                folder.resolve("rules/maritime/maritime.drl"),
                "package rules.maritime\nimport org.demarche.model.*\n" + rules);
        if (!facts.isBlank()) {
            write(folder, "strait", facts);
        }
    }

    static void write(Path folder, String name, String facts) {
        Written.write(folder.resolve("facts/" + name + "/case.yaml"), "case: " + name + "\n" + HEADER + facts);
    }

    /** Those of the words that rules and facts use, and not only their sentences. */
    static String vocabulary(String written) {
        String text = written.replaceAll("(?m)^\\s*(@|rule|//).*$", "");
        Map<String, List<String[]>> byField = WORDS.lines()
                .map(line -> line.split(" ", 3))
                .filter(word -> uses(text, word[1]))
                .collect(Collectors.groupingBy(word -> word[0], LinkedHashMap::new, Collectors.toList()));
        return byField.entrySet().stream()
                .map(field -> field.getKey() + ":\n"
                        + field.getValue().stream()
                                .map(word -> "  " + word[1] + ": {text: " + word[2] + excludes(text, word[1]) + "}\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    private static String excludes(String text, String word) {
        String other = EXCLUDES.getOrDefault(word, "");
        return !other.isEmpty() && uses(text, other) ? ", excludes: [" + other + "]" : "";
    }

    private static boolean uses(String text, String word) {
        return Arrays.asList(Pattern.compile("[^a-z-]").split(text)).contains(word);
    }
}
