package org.demarche.authoring.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.demarche.compile.RuleMeaning;
import org.demarche.source.FileNames;
import org.demarche.source.Problems;
import org.demarche.yaml.TextFile;
import org.demarche.yaml.YamlNode;
import org.demarche.yaml.YamlReader;

/** Puts texts into form, and looks whether they still say the same. */
public final class Formatter {

    private Formatter() {}

    /**
     * A file in form.
     *
     * @return empty when it cannot be read; the problems then say why
     * @throws MeaningLostException when Demarche itself would spoil it
     */
    public static Optional<Formatted> file(Path file, Problems problems) {
        String name = YamlReader.name(file);
        return TextFile.read(file, problems)
                .flatMap(text -> text(name, text, FileNames.isRuleFile(file), problems)
                        .map(after -> new Formatted(file, text, after)));
    }

    /**
     * A text in form.
     *
     * @param rules whether it is rules and not YAML
     * @return empty when it cannot be parsed; the problems then say why
     * @throws MeaningLostException when Demarche itself would spoil it
     */
    public static Optional<String> text(String name, String text, boolean rules, Problems problems) {
        return rules ? rules(name, text, problems) : yaml(name, text, problems);
    }

    private static Optional<String> rules(String name, String text, Problems problems) {
        Optional<List<String>> meaning = RuleMeaning.of(name, text, problems);
        if (meaning.isEmpty()) {
            return Optional.empty();
        }
        String form = DrlFormat.format(text);
        boolean same = meaning.equals(RuleMeaning.of(name, form, new Problems()))
                && words(text).equals(words(form));
        return same(name, form, same && form.equals(DrlFormat.format(form)));
    }

    private static List<String> words(String rules) {
        return DrlToken.all(rules.replace("\r\n", "\n")).stream()
                .map(DrlToken::text)
                .toList();
    }

    private static Optional<String> yaml(String name, String text, Problems problems) {
        Optional<YamlNode> root = YamlReader.read(name, text, problems);
        if (root.isEmpty() || problems.hasErrors()) {
            return Optional.empty();
        }
        String form = YamlFormat.format(text);
        return same(name, form, YamlMeaning.same(text, form) && form.equals(YamlFormat.format(form)));
    }

    private static Optional<String> same(String name, String form, boolean same) {
        if (!same) {
            throw new MeaningLostException(name);
        }
        return Optional.of(form);
    }
}
