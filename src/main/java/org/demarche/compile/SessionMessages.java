package org.demarche.compile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.compile.OperationalRules.RulePlace;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;
import org.drools.compiler.compiler.DescrBuildError;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.jci.CompilationProblem;

/** Tells what the classic compiler of Drools says as people would say it, at the word that is meant. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class SessionMessages {

    private static final Pattern TYPE = Pattern.compile("Unable to resolve ObjectType '([^']+)'");
    private static final Pattern FIELD =
            Pattern.compile("unable to resolve method using strict-mode: ([\\w.$]+)\\.(\\w+)\\(");
    private static final Pattern DECLARED =
            Pattern.compile("Cannot resolve type '([^' ]+)'? for field (\\w+) in declared type (\\S+)");
    private static final Pattern CLASS = Pattern.compile("Unable to find class '([^']+)'");
    private static final Pattern IMPORT = Pattern.compile("Unable to find (?:class )?'?import '?([\\w.]+)");
    private static final Pattern METHOD = Pattern.compile("The method (\\w+)\\(.*\\) is undefined for the type (\\S+)");
    private static final Pattern MISSING = Pattern.compile("Syntax error, insert \"(.+?)\" to complete");
    private static final Pattern VARIABLE = Pattern.compile("(\\S+) cannot be resolved( to a variable)?");
    private static final Pattern NO_TYPE = Pattern.compile("(\\S+) cannot be resolved to a type");
    private static final Pattern EXPRESSION = Pattern.compile("Unable to Analyse Expression ([^\n]+?):?\n");
    private static final Pattern UNBOUND =
            Pattern.compile("unable to resolve method using strict-mode: \\S*?\\.(\\$\\w+)\\(");
    private static final Pattern EXPRESSION_WORD =
            Pattern.compile("unable to resolve(?: token|:)? ?(?:variable )?:? ?(\\S+)");
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate (?:rule name|variable name '(\\w+)')");

    /** What only follows from another problem. */
    private static final Pattern NOISE = Pattern.compile("Unable to process type |Error importing : |"
            + "The import \\S+ cannot be resolved|Rule Compilation error Only a type can be imported");

    private final List<DrlFile> files;
    private final Problems problems;

    /** Drools gave up with an accident of its own. */
    void failed(Throwable broken) {
        String file = files.size() == 1 ? files.get(0).source().file() : "";
        problems.add(Problem.error(
                        "rule-compile",
                        SourceLocation.of(
                                file.isEmpty() && !files.isEmpty()
                                        ? files.get(0).source().file()
                                        : file),
                        "Drools cannot compile these rules, and does not say where it failed.")
                .withHint("Leave out rules until the rest compiles, to find the one that it trips over."));
    }

    void translate(Iterable<KnowledgeBuilderError> errors) {
        Set<String> unknownTypes = new LinkedHashSet<>();
        List<KnowledgeBuilderError> all = new ArrayList<>();
        errors.forEach(all::add);
        for (KnowledgeBuilderError error : all) {
            Matcher declared = DECLARED.matcher(text(error));
            if (declared.find()) {
                unknownTypes.add(declared.group(3));
            }
        }
        Problems found = new Problems();
        for (KnowledgeBuilderError error : all) {
            if (error instanceof DescrBuildError built && built.getObject() instanceof CompilationProblem[] java) {
                java(error, built, java, unknownTypes).forEach(found::add);
                continue;
            }
            for (String sentence : text(error).split("\n(?=\\S)|(?<=\\.)\n")) {
                translate(source(error), line(error), sentence.strip(), text(error), unknownTypes)
                        .ifPresent(found::add);
                if (EXPRESSION.matcher(text(error)).find()) {
                    break;
                }
            }
        }
        if (!found.hasErrors()) {
            all.stream().limit(1).forEach(error -> found.add(other(source(error), line(error), text(error))));
        }
        problems.addAll(found.list());
    }

    /** What the compiler of Java says of a consequence, each thing at its line. */
    private List<Problem> java(
            KnowledgeBuilderError error, DescrBuildError built, CompilationProblem[] said, Set<String> unknownTypes) {
        SourceText source = source(error);
        Optional<RulePlace> rule = Optional.of(built.getDescr())
                .filter(RuleDescr.class::isInstance)
                .map(each -> OperationalRules.place(source, (RuleDescr) each));
        List<Problem> problems = new ArrayList<>();
        for (CompilationProblem each : said) {
            int line = rule.map(place -> place.lineOf(each.getStartLine())).orElse(line(error));
            translate(source, line, each.getMessage().strip(), each.getMessage(), unknownTypes)
                    .ifPresent(problems::add);
        }
        return problems;
    }

    private Optional<Problem> translate(
            SourceText source, int line, String sentence, String whole, Set<String> unknownTypes) {
        String said = sentence.replaceFirst("^Rule Compilation error ", "");
        if (said.isEmpty() || NOISE.matcher(sentence).find()) {
            return Optional.empty();
        }
        Matcher found = TYPE.matcher(said);
        if (found.find()) {
            return unknownTypes.contains(found.group(1))
                    ? Optional.empty()
                    : Optional.of(unknownType(source, line, found.group(1)));
        }
        found = DECLARED.matcher(said);
        if (found.find()) {
            return Optional.of(at(
                    source,
                    line,
                    found.group(1),
                    "unknown-type",
                    "There is no type `" + found.group(1) + "`, which `" + found.group(2) + "` of `" + found.group(3)
                            + "` is said to be.",
                    Suggestion.hint(found.group(1), List.of("String", "int", "long", "double", "boolean"))));
        }
        found = FIELD.matcher(whole);
        if (EXPRESSION.matcher(whole).find() && found.find()) {
            return Optional.of(unknownField(source, line, found.group(1), found.group(2)));
        }
        found = CLASS.matcher(said);
        if (found.find()) {
            return Optional.of(at(
                    source,
                    line,
                    found.group(1),
                    "unknown-type",
                    "There is no type `" + found.group(1) + "`.",
                    "Import it, or name its jar with `--classpath`."));
        }
        found = IMPORT.matcher(said);
        if (found.find()) {
            return Optional.of(at(
                    source,
                    line,
                    found.group(1),
                    "unknown-type",
                    "There is no type `" + found.group(1) + "` to import.",
                    "Is its jar named with `--classpath`?"));
        }
        found = METHOD.matcher(said);
        if (found.find()) {
            if (found.group(2).startsWith("Rule_")) {
                return function(source, line, found.group(1));
            }
            return Optional.of(at(
                    source,
                    line,
                    found.group(1),
                    "unknown-method",
                    "A `" + found.group(2) + "` has no `" + found.group(1) + "(…)` that could be called so.",
                    near(found.group(1), found.group(2))));
        }
        found = MISSING.matcher(said);
        if (found.find()) {
            return Optional.of(at(source, line, "", "drl-syntax", "A `" + found.group(1) + "` is missing here.", ""));
        }
        found = NO_TYPE.matcher(said);
        if (found.find()) {
            return Optional.of(unknownType(source, line, found.group(1)));
        }
        found = VARIABLE.matcher(said);
        if (found.find() && bound(source, line, found.group(1))) {
            // Its pattern is what is wrong, and that is told.
            return Optional.empty();
        }
        if (found.reset().find()) {
            return Optional.of(
                    at(
                            source,
                            line,
                            found.group(1),
                            "unknown-variable",
                            "Nothing is called `" + found.group(1) + "` here.",
                            "A variable is bound in a pattern, as in `$g : Golfer( )`; a global is declared before the rules."));
        }
        found = EXPRESSION.matcher(whole);
        if (found.find()) {
            Matcher unbound = UNBOUND.matcher(whole);
            Matcher word = EXPRESSION_WORD.matcher(whole);
            String meant = unbound.find() ? unbound.group(1) : word.find() ? word.group(1) : "";
            return Optional.of(at(
                    source,
                    line,
                    found.group(1).strip(),
                    "bad-expression",
                    "`" + found.group(1).strip() + "` makes no sense to Drools"
                            + (meant.isEmpty() ? "." : ": it does not know `" + meant + "`."),
                    ""));
        }
        found = DUPLICATE.matcher(said);
        if (found.find()) {
            return Optional.of(at(source, line, "", "duplicate-id", "This name is given twice.", ""));
        }
        return Optional.of(other(source, line, said));
    }

    private Problem other(SourceText source, int line, String said) {
        String plain = said.replaceAll("\\[Error: |\\[Near[^\\]]*\\]|\\[Line:[^\\]]*\\]|\\s*\\^\\s*|\\]", " ")
                .replaceAll("\\b(?:[a-z]\\w*\\.)+([A-Z]\\w*)", "$1")
                .replaceAll("\\s+", " ")
                .strip();
        return at(
                source,
                line,
                "",
                "rule-compile",
                "This does not compile: " + plain + (plain.endsWith(".") ? "" : "."),
                "");
    }

    /** Where the function is there, something is wrong with it, and that is told. */
    private Optional<Problem> function(SourceText source, int line, String name) {
        boolean there = files.stream()
                .flatMap(file -> file.tree().getFunctions().stream())
                .anyMatch(each -> each.getName().equals(name));
        return there
                ? Optional.empty()
                : Optional.of(at(
                        source,
                        line,
                        name,
                        "unknown-method",
                        "There is no function `" + name + "` that could be called so.",
                        ""));
    }

    private Problem unknownType(SourceText source, int line, String type) {
        return at(
                source,
                line,
                type,
                "unknown-type",
                "There is no type `" + type + "`.",
                Suggestion.nearest(type, types())
                        .map(near -> "Maybe `" + near + "`?")
                        .orElse("Declare it, import it, or name its jar with `--classpath`."));
    }

    private Problem unknownField(SourceText source, int line, String type, String field) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        return at(
                source,
                line,
                field,
                "unknown-field",
                "A `" + simple + "` has no `" + field + "`.",
                near(field, simple));
    }

    private String near(String field, String type) {
        List<String> fields = declared().getOrDefault(type, List.of());
        String bare = field.replaceFirst("^(?:get|set|is)(?=[A-Z])", "");
        String hint =
                Suggestion.hint(bare.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + bare.substring(1), fields);
        return fields.isEmpty() || !hint.isEmpty()
                ? hint
                : "It has " + fields.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", ")) + ".";
    }

    /** The types that the files declare, with their fields. */
    private Map<String, List<String>> declared() {
        Map<String, List<String>> declared = new TreeMap<>();
        for (DrlFile file : files) {
            file.tree()
                    .getTypeDeclarations()
                    .forEach(type -> declared.put(
                            type.getTypeName(),
                            type.getFields().values().stream()
                                    .map(TypeFieldDescr::getFieldName)
                                    .toList()));
        }
        return declared;
    }

    private List<String> types() {
        List<String> types = new ArrayList<>(declared().keySet());
        files.forEach(file -> file.tree()
                .getImports()
                .forEach(each ->
                        types.add(each.getTarget().substring(each.getTarget().lastIndexOf('.') + 1))));
        return types.stream()
                .filter(type -> !type.equals("*"))
                .distinct()
                .sorted()
                .toList();
    }

    /** A problem at the first place of a word from a line on, within the rule that stands there. */
    private Problem at(SourceText source, int line, String word, String check, String message, String hint) {
        SourceLocation begin = new SourceLocation(source.file(), Math.max(line, 0), 0);
        SourceLocation place = begin;
        if (!word.isEmpty()) {
            Matcher found = Pattern.compile("(?<![\\w$.])" + Pattern.quote(word) + "(?![\\w$])")
                    .matcher(source.text());
            int from = offset(source, Math.max(1, line));
            if (found.find(from) && found.start() < end(source, line)) {
                place = source.at(found.start());
            } else {
                int plain = source.text().indexOf(word, from);
                place = plain >= 0 && plain < end(source, line) ? source.at(plain) : begin;
            }
        }
        return Problem.error(check, place, message)
                .withLine(source.line(place.line()))
                .withHint(hint);
    }

    private static int offset(SourceText source, int line) {
        int start = 0;
        for (int each = 1; each < line; each++) {
            start = source.text().indexOf('\n', start) + 1;
        }
        return start;
    }

    /** Where the rule of a line ends; the end of the text when it stands in none. */
    private int end(SourceText source, int line) {
        if (line < 1) {
            return source.text().length();
        }
        int from = offset(source, line);
        return files.stream()
                .filter(file -> file.source().equals(source))
                .flatMap(file -> file.tree().getRules().stream())
                .filter(rule ->
                        rule.getStartCharacter() <= from + source.line(line).length() && from < rule.getEndCharacter())
                .map(RuleDescr::getEndCharacter)
                .findFirst()
                .orElse(source.text().length());
    }

    /** Whether the rule of a line binds a variable, {@code $g : Golfer( )}. */
    private boolean bound(SourceText source, int line, String variable) {
        int from = offset(source, Math.max(1, line));
        int begin = files.stream()
                .filter(file -> file.source().equals(source))
                .flatMap(file -> file.tree().getRules().stream())
                .filter(rule -> rule.getStartCharacter() <= from && from < rule.getEndCharacter())
                .map(RuleDescr::getStartCharacter)
                .findFirst()
                .orElse(from);
        return Pattern.compile(Pattern.quote(variable) + "\\s*:(?!=)")
                .matcher(source.text().substring(begin, Math.max(begin, end(source, line))))
                .find();
    }

    private SourceText source(KnowledgeBuilderError error) {
        return Optional.ofNullable(error.getResource())
                .flatMap(resource -> files.stream()
                        .map(DrlFile::source)
                        .filter(source -> source.file().equals(resource.getSourcePath()))
                        .findFirst())
                .orElse(files.get(0).source());
    }

    private static int line(KnowledgeBuilderError error) {
        int[] lines = error.getLines();
        return lines == null || lines.length == 0 ? 0 : lines[0];
    }

    private static String text(KnowledgeBuilderError error) {
        return String.valueOf(error.getMessage()).strip();
    }
}
