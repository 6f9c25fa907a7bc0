package org.demarche.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.demarche.Reasoner;
import org.demarche.cases.CaseFile;
import org.demarche.cases.CaseText;
import org.demarche.cases.Vocabulary;
import org.demarche.compile.Rulebase;
import org.demarche.model.Kinds;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.demarche.source.Problems;

/**
 * A case with the rules it asks for.
 *
 * @param rules where these were read from
 */
record LoadedCase(CaseFile caseFile, Reasoner reasoner, List<Path> rules) {

    /**
     * Reads both, so that what is wrong with either is told together.
     *
     * @throws LoadException with all of it
     */
    static LoadedCase load(Path facts, RuleOptions options, Terminal terminal) {
        MissingCase.check(facts, terminal);
        options.forget();
        return load(terminal.text(facts), facts, options, terminal);
    }

    /**
     * As {@link #load(Path, RuleOptions, Terminal)}, of a case whose files have been read already.
     *
     * @param facts where they were read from
     */
    static LoadedCase load(CaseText text, Path facts, RuleOptions options, Terminal terminal) {
        List<Path> roots = options.roots(facts, terminal);
        List<Path> rules = RuleOptions.narrowed(roots, text.rules());
        if (!options.declarativeOnly) {
            refuseOperational(options.signs(rules, terminal));
        }
        Problems problems = new Problems();
        Optional<Reasoner> reasoner = attempt(() -> options.load(rules, terminal), problems);
        Optional<Rulebase> loaded = reasoner.map(Reasoner::rulebase);
        Kinds kinds = loaded.map(Rulebase::kinds).orElseGet(() -> Rulebase.kinds(rules, options.classes(), problems));
        Optional<Vocabulary> vocabulary = loaded.isPresent()
                ? loaded.map(Rulebase::vocabulary)
                        .filter(words -> !words.terms().isEmpty())
                : Rulebase.usableVocabulary(rules);
        Problems ofCase = new Problems();
        Optional<CaseFile> caseFile = attempt(() -> CaseFile.read(text, vocabulary, kinds), ofCase);
        // Where rules are refused, of which kinds facts may be is not known.
        boolean refused = options.declarativeOnly && reasoner.isEmpty();
        ofCase.list().stream()
                .filter(each -> !(refused && each.check().equals("unknown-kind")))
                .forEach(problems::add);
        problems.throwIfErrors();
        return new LoadedCase(caseFile.orElseThrow(), reasoner.orElseThrow(), rules);
    }

    /** Of rules that do more than conclude nothing can be asked but what they come to. */
    private static void refuseOperational(List<Problem> signs) {
        if (!signs.isEmpty()) {
            List<String> sentences = new ArrayList<>();
            sentences.add(
                    "These rules do more than conclude, so there are no scenarios and no reasons to tell of: `demarche run`"
                            + " runs them as plain Drools does.");
            signs.stream().limit(3).forEach(each -> sentences.add("At " + each.at() + " " + each.message() + "."));
            if (signs.size() > 3) {
                sentences.add(
                        signs.size() == 4
                                ? "There is one more such place."
                                : "There are " + (signs.size() - 3) + " more such places.");
            }
            throw new RefusedException(ExitCode.NOT_LOADED, sentences);
        }
    }

    /** A case, its words checked as far as the vocabulary can be used; empty with the problems when something is wrong with it. */
    static Optional<CaseFile> read(Path facts, Optional<Vocabulary> vocabulary, Kinds kinds, Problems problems) {
        return attempt(() -> CaseFile.read(facts, vocabulary, kinds), problems);
    }

    /** What loads; empty with the problems when it does not. */
    static <T> Optional<T> attempt(Supplier<T> load, Problems problems) {
        try {
            return Optional.of(load.get());
        } catch (LoadException broken) {
            problems.addAll(broken.problems());
            return Optional.empty();
        }
    }
}
