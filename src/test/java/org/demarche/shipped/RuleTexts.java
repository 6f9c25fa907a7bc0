package org.demarche.shipped;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Written;

/** The texts of rule files, taken apart into rules, to be put together otherwise. */
record RuleTexts(Map<Path, RuleFile> rules, Map<Path, String> others) {

    /** @param rules each with the comment before it, in the order of the file */
    record RuleFile(String header, List<String> rules) {

        /** A rule ends with a line that says {@code end}, and the header with the last import. */
        static RuleFile parse(String text) {
            List<String> lines = text.lines().toList();
            int headerEnds = 1 + lastImport(lines);
            List<String> rules = new ArrayList<>();
            StringBuilder rule = new StringBuilder();
            for (String line : lines.subList(headerEnds, lines.size())) {
                rule.append(line).append('\n');
                if (line.strip().equals("end")) {
                    rules.add(rule.toString());
                    rule.setLength(0);
                }
            }
            return new RuleFile(String.join("\n", lines.subList(0, headerEnds)) + "\n", rules);
        }

        String text() {
            return header + String.join("", rules);
        }

        private static int lastImport(List<String> lines) {
            int last = -1;
            for (int i = 0; i < lines.size(); i++) {
                last = lines.get(i).matches("(package|import)\\s.*") ? i : last;
            }
            return last;
        }
    }

    /** All files under a folder, by their path within it. */
    static RuleTexts read(Path folder) {
        Map<Path, RuleFile> rules = new TreeMap<>();
        Map<Path, String> others = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().endsWith(".drl")) {
                    rules.put(folder.relativize(file), RuleFile.parse(Files.readString(file)));
                } else {
                    others.put(folder.relativize(file), Files.readString(file));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new RuleTexts(rules, others);
    }

    /** With the text of one rule deleted. */
    RuleTexts without(String id) {
        Map<Path, RuleFile> left = new TreeMap<>(rules);
        left.replaceAll((path, file) -> new RuleFile(
                file.header(),
                file.rules().stream()
                        .filter(rule -> !rule.contains("rule \"" + id + "\""))
                        .toList()));
        return new RuleTexts(left, others);
    }

    /** With the rules of each folder in any order, in any of its files. */
    RuleTexts shuffled(Random random) {
        Map<Path, RuleFile> dealt = new TreeMap<>();
        Map<Path, List<Path>> folders = rules.keySet().stream()
                .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.toList()));
        for (List<Path> files : folders.values()) {
            List<String> all = new ArrayList<>();
            files.forEach(file -> all.addAll(rules.get(file).rules()));
            Collections.shuffle(all, random);
            Map<Path, List<String>> hands = new TreeMap<>();
            files.forEach(file -> hands.put(file, new ArrayList<>()));
            all.forEach(
                    rule -> hands.get(files.get(random.nextInt(files.size()))).add(rule));
            hands.forEach(
                    (file, hand) -> dealt.put(file, new RuleFile(rules.get(file).header(), hand)));
        }
        return new RuleTexts(dealt, others);
    }

    void write(Path folder) {
        rules.forEach((path, file) -> Written.write(folder.resolve(path), file.text()));
        others.forEach((path, text) -> Written.write(folder.resolve(path), text));
    }
}
