package org.demarche.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.demarche.Reasoner;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Vocabulary;
import org.demarche.compile.Rulebase;
import org.demarche.source.LoadException;
import org.demarche.source.Problems;

/** A case with the rules it asks for. */
record LoadedCase(CaseFile caseFile, Reasoner reasoner) {

    /**
     * Reads both, so that what is wrong with either is told together.
     *
     * @throws LoadException with all of it
     */
    static LoadedCase load(Path facts, RuleOptions options, Terminal terminal) {
        MissingCase.check(facts, terminal);
        List<Path> roots = options.roots(facts, terminal);
        List<Path> rules = RuleOptions.narrowed(roots, CaseFile.rulesOf(facts));
        Problems problems = new Problems();
        Optional<Reasoner> reasoner = attempt(() -> Reasoner.load(rules), problems);
        Optional<CaseFile> caseFile = read(facts, vocabulary(rules), problems);
        problems.throwIfErrors();
        return new LoadedCase(caseFile.orElseThrow(), reasoner.orElseThrow());
    }

    /** Without a vocabulary, or with a broken one, every word would be unknown: say what is wrong with it, and no more. */
    private static Optional<CaseFile> read(Path facts, Optional<Vocabulary> vocabulary, Problems problems) {
        return attempt(
                () -> vocabulary.map(words -> CaseFile.read(facts, words)).orElseGet(() -> CaseFile.read(facts)),
                problems);
    }

    private static Optional<Vocabulary> vocabulary(List<Path> rules) {
        Problems broken = new Problems();
        List<Path> there = rules.stream().filter(Files::exists).toList();
        return Optional.of(Rulebase.vocabulary(there, broken))
                .filter(words -> !broken.hasErrors() && !words.terms().isEmpty());
    }

    private static <T> Optional<T> attempt(Supplier<T> load, Problems problems) {
        try {
            return Optional.of(load.get());
        } catch (LoadException broken) {
            problems.addAll(broken.problems());
            return Optional.empty();
        }
    }
}
