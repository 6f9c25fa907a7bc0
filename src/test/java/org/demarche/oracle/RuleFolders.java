package org.demarche.oracle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demarche.Reasoner;
import org.demarche.Written;

/** Rules by folder, to be compiled at once. A program is the rules of some of the folders: so one compile serves them all. */
record RuleFolders(Map<String, List<RandomRule>> rules) {

    /** Where rewritten rules may keep what they conclude for themselves: {@code seen-} and the rule's id. */
    static final String SEEN = "seen-";

    static RuleFolders empty() {
        return new RuleFolders(new LinkedHashMap<>());
    }

    void add(String folder, List<RandomRule> inside) {
        rules.put(folder, inside);
    }

    Reasoner load(Path root) {
        Written.write(root.resolve("rules/vocabulary.yaml"), vocabulary());
        Written.write(root.resolve("rules/sources.yaml"), "test-source: {title: A source}\n");
        rules.forEach((folder, inside) -> Written.write(
                root.resolve("rules/" + folder + "/" + folder + ".drl"),
                "package rules.random\nimport org.demarche.model.*\n" + drl(inside)));
        return Reasoner.load(root.resolve("rules"));
    }

    /** The rules of each file in another order, and all under names that sort in another order. */
    RuleFolders shuffled(Dice dice) {
        List<Integer> numbers = new ArrayList<>(dice.shuffled(IntStream.range(
                        0, (int) rules.values().stream().flatMap(List::stream).count())
                .boxed()
                .toList()));
        RuleFolders shuffled = empty();
        rules.forEach((folder, inside) -> shuffled.add(
                folder,
                dice.shuffled(inside).stream()
                        .map(rule -> rule.named("shuffled-" + numbers.remove(0)))
                        .toList()));
        return shuffled;
    }

    /** The rules of some folders, as they are in their files. */
    String drl(Collection<String> folders) {
        return folders.stream().map(folder -> drl(rules.get(folder))).collect(Collectors.joining());
    }

    private static String drl(List<RandomRule> rules) {
        return rules.stream().map(RandomRule::drl).collect(Collectors.joining());
    }

    private String vocabulary() {
        String seen = rules.values().stream()
                .flatMap(List::stream)
                .map(rule -> ", " + SEEN + rule.id() + ": \"was seen\"")
                .collect(Collectors.joining());
        return Written.VOCABULARY.replaceFirst("(finding: \\{.*)}\\n", "$1" + seen + "}\n");
    }
}
