package org.demarche.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.demarche.Reasoner;
import org.demarche.authoring.NewFile;
import org.demarche.authoring.RuleSkeleton;
import org.demarche.authoring.RuleSkeleton.Term;
import org.demarche.authoring.Starter;
import org.demarche.authoring.schema.SchemaKind;
import org.demarche.cases.Vocabulary;
import org.demarche.compile.Rulebase;
import org.demarche.model.FactType;
import org.demarche.report.Reports;
import org.demarche.rules.RuleCard;
import org.demarche.source.FileNames;
import org.demarche.source.Problems;
import org.demarche.source.Suggestion;
import org.jspecify.annotations.Nullable;

/** The first version of a rule. */
final class NewRuleCommand extends ReportCommand {

    private Path path = Path.of("");
    private String id = "";
    private List<String> when = List.of();
    private @Nullable String then;

    @Override
    void usage(Usage usage) {
        usage.examples(
                "  demarche new rule rules/my-rules my-first-rule",
                "  demarche new rule rules/maritime/maritime.drl convoy-turned-back --when intention=isolate --then move=quarantine");
        usage.description(
                "Writes a rule that compiles, with terms of the vocabulary: into a file of its own in a folder, or at the "
                        + "end of a file. Where there is no vocabulary a first one is written, with a file of sources.");
        usage.path(
                "PATH",
                "A folder of rules, `rules/my-rules`, or a rule file that the rule is added to.",
                given -> path = given);
        usage.text("ID", "The rule's id, `my-first-rule`.", given -> id = given);
        usage.texts(
                "--when KIND=TERM",
                ",",
                "What the rule asks for, `intention=isolate`. May be given several times.",
                given -> when = given);
        usage.text("--then KIND=TERM", "What it concludes, `move=quarantine`.", given -> then = given);
    }

    @Override
    Outcome outcome(Terminal terminal) {
        NewFiles.id(id, "a rule");
        boolean added = FileNames.isRuleFile(path);
        Path file = added ? path : path.resolve(id + ".drl");
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        String group = folder.toAbsolutePath().normalize().getFileName().toString();
        if (!added) {
            NewFiles.id(group, "a folder of rules");
            refuseExisting(file);
        }
        NewFiles files = new NewFiles();
        Vocabulary words = vocabulary(folder);
        Map<String, RuleCard> others = rules(folder);
        if (others.containsKey(id)) {
            throw RefusedException.usage(
                    "There is a rule `" + id + "` already, at " + others.get(id).at() + ".",
                    "Give this one another id.");
        }
        Optional<String> source = ownJudgement(folder);
        if (words.terms().isEmpty()) {
            words = starter(folder, files);
            source = Optional.of(Starter.OWN_JUDGEMENT);
        }
        RuleSkeleton rule = new RuleSkeleton(id, source, conditions(words), conclusion(words, others.values()));
        files.add(new NewFile(file, text(file, rule, group)));
        files.write();
        return new Outcome(Reports.written(files.paths(), next(folder)), ExitCode.DONE, advice(group));
    }

    private static String advice(String group) {
        return "A case that names its rules uses these when `" + group + "` is among them: `rules: [" + group + "]`.";
    }

    private static void refuseExisting(Path file) {
        if (Files.exists(file)) {
            throw RefusedException.usage(
                    "`" + NewFiles.shown(file) + "` is there already, and nothing is written over.",
                    "Give the rule another id, or the file's name to add the rule to it.");
        }
    }

    private static String text(Path file, RuleSkeleton rule, String group) {
        if (!Files.exists(file)) {
            return rule.file(group);
        }
        try {
            return Files.readString(file).stripTrailing() + "\n\n" + rule.text();
        } catch (IOException unreadable) {
            throw RefusedException.usage("The file `" + NewFiles.shown(file) + "` cannot be read.");
        }
    }

    private static Vocabulary vocabulary(Path folder) {
        Problems problems = new Problems();
        Vocabulary words = Rulebase.vocabulary(List.of(folder), problems);
        problems.throwIfErrors();
        return words;
    }

    /** The rules that stand in the folder and beside it: ids must differ from theirs. */
    private static Map<String, RuleCard> rules(Path folder) {
        Path above = Optional.ofNullable(folder.getParent())
                .filter(parent -> Files.isRegularFile(parent.resolve("vocabulary.yaml")))
                .orElse(folder);
        return hasRules(above) ? Reasoner.load(above).rulebase().cards() : Map.of();
    }

    private static boolean hasRules(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(FileNames::isRuleFile);
        } catch (IOException none) {
            return false;
        }
    }

    /** That source, if it is declared; whose judgement a rule is, nobody but its author can say. */
    private static Optional<String> ownJudgement(Path folder) {
        return Rulebase.sources(List.of(folder)).keySet().stream()
                .filter(Starter.OWN_JUDGEMENT::equals)
                .findFirst();
    }

    /** First words and sources, beside the folder. */
    private static Vocabulary starter(Path folder, NewFiles files) {
        Path rules = Optional.ofNullable(folder.getParent()).orElse(folder);
        Path root =
                rules.endsWith("rules") ? Optional.ofNullable(rules.getParent()).orElse(Path.of("")) : rules;
        String schemas = files.schemas(rules, root, SchemaKind.CASE, SchemaKind.VOCABULARY, SchemaKind.SOURCES);
        List<NewFile> first = Starter.words(rules, schemas);
        files.addAll(first);
        return Vocabulary.read(first.get(0).path(), first.get(0).text());
    }

    private List<Term> conditions(Vocabulary words) {
        List<Term> conditions = new ArrayList<>();
        when.forEach(written -> conditions.add(term("--when", written, words, FactType::stated)));
        if (conditions.isEmpty()) {
            conditions.addAll(RuleSkeleton.asked(words));
        }
        if (conditions.isEmpty()) {
            throw noTerms("a fact");
        }
        return conditions;
    }

    private Term conclusion(Vocabulary words, Collection<RuleCard> others) {
        if (then != null) {
            return term("--then", then, words, type -> type == FactType.MOVE || type == FactType.JUDGEMENT);
        }
        return RuleSkeleton.concluded(words, others).stream()
                .findFirst()
                .orElseThrow(() -> noTerms("a move (`action`) or a judgement (`finding`)"));
    }

    private static RefusedException noTerms(String what) {
        return RefusedException.usage(
                "The vocabulary has no term for " + what + ".", "Add one to `vocabulary.yaml` first.");
    }

    private static Term term(String option, String written, Vocabulary words, Predicate<FactType> allowed) {
        List<String> kinds = Arrays.stream(FactType.values())
                .filter(allowed)
                .map(FactType::key)
                .toList();
        String[] parts = written.split("=", 2);
        if (parts.length < 2 || !kinds.contains(parts[0])) {
            throw RefusedException.usage(
                    "The value of `" + option + "` is a kind and a term, `" + kinds.get(0) + "=…`, and not `" + written
                            + "`.",
                    Suggestion.hint(parts[0], kinds),
                    "The kinds here are `" + String.join("`, `", kinds) + "`.");
        }
        FactType type = FactType.keyed(parts[0]).orElseThrow();
        String field = RuleSkeleton.termField(type);
        if (words.term(field, parts[1]).isEmpty()) {
            throw RefusedException.usage(
                    "The vocabulary has no `" + parts[1] + "` under `" + field + "`.",
                    Suggestion.hint(parts[1], words.ids(field)),
                    "A new term is added to `vocabulary.yaml` first.");
        }
        return new Term(type, parts[1]);
    }

    private static List<String> next(Path folder) {
        return List.of("demarche check " + NewFiles.shown(folder), "demarche fmt " + NewFiles.shown(folder));
    }

    @Override
    String doing() {
        return "writing a rule";
    }
}
