package org.demarche;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.cases.CaseFile;

/** Rules and cases that a test writes down, in real files. */
public final class Written {

    /** Terms enough for most tests. */
    public static final String VOCABULARY = """
            aim: {gain: "gain {target}", keep: "keep {target}"}
            means: {reach: "reach {target}"}
            relation: {near: "is near {other}", ally-of: "is an ally of {other}"}
            state: {ready: "is ready", weak: "is weak[ before {about}]", firm: "is firm", bold: "is bold"}
            action: {strike: {text: "strike[ {target}]", past: "struck[ {target}]"}, wait: "wait[ for {target}]"}
            finding: {a: "is a", b: "is b", c: "is c", d: "is d", e: "is e[ to {about}]"}
            because: {clash: "two things clash"}
            """;

    private Written() {}

    /** The rules loaded from one file with these rules behind the usual header. */
    public static Reasoner rules(Path folder, String rules) {
        return Reasoner.load(rulesFolder(folder, rules));
    }

    public static Path rulesFolder(Path folder, String rules) {
        Path group = folder.resolve("rules").resolve("test");
        write(folder.resolve("rules/vocabulary.yaml"), VOCABULARY);
        write(folder.resolve("rules/sources.yaml"), "test-source: {title: A source}\n");
        write(group.resolve("test.drl"), "package rules.test\nimport org.demarche.model.*\n" + rules);
        return group;
    }

    /** A case with three actors and these lines besides. */
    public static CaseFile caseFile(Path folder, String yaml) {
        return wholeCase(folder, """
                actors: {AAA: {name: Aland, kind: state}, BBB: {name: Bland, kind: state}, CCC: {name: Cland, kind: state}}
                """ + yaml);
    }

    /** A case with these lines behind its name and its source. */
    public static CaseFile wholeCase(Path folder, String yaml) {
        Path file = folder.resolve("facts/test-case/case.yaml");
        write(file, """
                case: test-case
                source: test-source
                sources: {test-source: {title: A source}}
                """ + yaml);
        return CaseFile.read(file.getParent());
    }

    /** A rule from its conditions and its conclusion. */
    public static String rule(String id, String conditions, String conclusion) {
        return "rule \"" + id + "\" @source(\"test-source\") @says(\"" + id + " says so\")\nwhen\n" + conditions
                + "\nthen\n    insertLogical( new " + conclusion + " );\nend\n";
    }

    /** One line for each inference, to compare whole assessments. */
    public static String text(Assessment assessment) {
        return Stream.concat(
                        Stream.of(assessment.scenarios() + " scenarios, " + assessment.paradoxical() + " paradoxical"),
                        assessment.inferences().stream()
                                .map(each -> each.id() + " " + each.status().word() + " " + each.scenarios() + " "
                                        + each.conditions() + " " + each.tendencies() + " " + each.likelihood() + " "
                                        + each.rules() + " " + each.pivots()))
                .collect(Collectors.joining("\n"));
    }

    public static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
