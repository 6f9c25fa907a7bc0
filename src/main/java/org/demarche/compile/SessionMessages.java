package org.demarche.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.compile.OperationalRules.RulePlace;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.drools.compiler.compiler.DescrBuildError;
import org.drools.compiler.compiler.FunctionError;
import org.drools.drl.ast.descr.RuleDescr;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.jci.CompilationProblem;

/** Takes apart what the classic compiler of Drools says, and has each sentence told as people would say it, at the word that is meant. */
final class SessionMessages {

    /** How each thing that is wrong with a function begins. */
    private static final Pattern IN_FUNCTION = Pattern.compile("^(?:\\[ function )?\\w+ \\(line:(\\d+)\\): ");

    /** Said of an attribute as well, after what is wrong in it. */
    private static final String ATTRIBUTE = "Unable to build expression for ";

    private final List<DrlFile> files;
    private final Problems problems;
    private final WordPlaces places;
    private final SessionPhrases phrases;

    SessionMessages(List<DrlFile> files, Problems problems) {
        this.files = files;
        this.problems = problems;
        this.places = new WordPlaces(files);
        this.phrases = new SessionPhrases(files);
    }

    /** Drools gave up with an accident of its own; most often over what has been found before. */
    void failed() {
        if (!problems.hasErrors()) {
            problems.add(Problem.error(
                            "rule-compile",
                            SourceLocation.of(
                                    files.isEmpty() ? "" : files.get(0).source().file()),
                            "Drools cannot compile these rules, and does not say where it failed.")
                    .withHint("Leave out rules until the rest compiles, to find the one that it trips over."));
        }
    }

    void translate(Iterable<KnowledgeBuilderError> errors) {
        List<Said> all = new ArrayList<>();
        errors.forEach(error -> sentences(error).forEach(all::add));
        Problems found = new Problems();
        Set<Integer> lines = new HashSet<>();
        for (Said said : all) {
            if (said.sentence().startsWith(ATTRIBUTE) && lines.contains(said.line())) {
                continue;
            }
            phrases.tell(said).ifPresent(problem -> {
                found.add(problem);
                lines.add(said.line());
            });
        }
        if (!found.hasErrors() && !problems.hasErrors()) {
            all.stream().limit(1).map(phrases::other).forEach(found::add);
        }
        problems.addAll(found.list());
    }

    private Stream<Said> sentences(KnowledgeBuilderError error) {
        SourceText source = places.source(error);
        int line = line(error);
        if (error instanceof DescrBuildError built && built.getObject() instanceof CompilationProblem[] java) {
            return java(source, line, built, java);
        }
        String text = String.valueOf(error.getMessage()).strip();
        if (text.contains("[Error: ")) {
            return Stream.of(new Said(source, line, text));
        }
        return Stream.of(text.split("\n(?=\\S)|(?<=\\.)\n|(?<=\\w)\n"))
                .map(String::strip)
                .map(each -> error instanceof FunctionError
                        ? inFunction(source, line, each)
                        : new Said(source, line, plain(each)))
                .filter(said -> !said.sentence().isEmpty() && !said.sentence().equals("]"));
    }

    /** What the compiler of Java says of a consequence, each thing at its line. */
    private static Stream<Said> java(
            SourceText source, int line, DescrBuildError built, CompilationProblem[] problems) {
        Optional<RulePlace> rule = Optional.of(built.getDescr())
                .filter(RuleDescr.class::isInstance)
                .map(each -> OperationalRules.place(source, (RuleDescr) each));
        return Stream.of(problems)
                .map(each -> new Said(
                        source,
                        rule.map(place -> place.lineOf(each.getStartLine())).orElse(line),
                        plain(each.getMessage().strip())));
    }

    /** The lines it names are counted from 0. */
    private static Said inFunction(SourceText source, int line, String sentence) {
        Matcher begin = IN_FUNCTION.matcher(sentence);
        return begin.find()
                ? new Said(source, Integer.parseInt(begin.group(1)) + 1, sentence.substring(begin.end()))
                : new Said(source, line, sentence);
    }

    private static String plain(String sentence) {
        return sentence.replaceFirst("^Rule Compilation error ", "");
    }

    private static int line(KnowledgeBuilderError error) {
        int[] lines = error.getLines();
        return lines == null || lines.length == 0 ? 0 : lines[0];
    }
}
