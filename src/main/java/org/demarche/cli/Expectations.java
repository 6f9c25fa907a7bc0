package org.demarche.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.demarche.Reasoner;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Vocabulary;
import org.demarche.check.Expectation;
import org.demarche.check.ExpectationFile;
import org.demarche.check.ExpectationResult;
import org.demarche.check.ExpectationRunner;
import org.demarche.compile.RuleSafety;
import org.demarche.compile.Rulebase;
import org.demarche.source.LoadException;
import org.demarche.source.Problems;

/** Finds expectations and checks them. */
final class Expectations {

    private Expectations() {}

    /**
     * Checks all expectations in these files and folders by these rules.
     *
     * @throws LoadException with what is wrong with any of the files, be they rules, cases or expectations
     */
    static List<ExpectationResult> run(Collection<Path> paths, List<Path> rules, RuleSafety safety) {
        Problems problems = new Problems();
        Optional<Reasoner> reasoner = LoadedCase.attempt(() -> Reasoner.load(rules, safety), problems);
        Optional<Vocabulary> vocabulary = Rulebase.usableVocabulary(rules);
        List<ExpectationResult> results = new ArrayList<>();
        for (ExpectationFile file : ExpectationFile.find(paths, problems)) {
            Optional<CaseFile> caseFile = LoadedCase.read(file.caseFolder(), vocabulary, problems);
            if (reasoner.isPresent() && caseFile.isPresent()) {
                ExpectationRunner runner = ExpectationRunner.of(reasoner.get(), caseFile.get());
                LoadedCase.attempt(() -> runner.run(file.expectations()), problems)
                        .ifPresent(results::addAll);
            }
        }
        problems.throwIfErrors();
        return results;
    }

    /**
     * The expectations about a case.
     *
     * @throws LoadException with what is wrong with any of the files
     */
    static List<Expectation> about(CaseFile caseFile, Collection<Path> paths) {
        Problems problems = new Problems();
        List<Expectation> expectations = ExpectationFile.find(paths, problems).stream()
                .filter(file -> file.caseFolder().toAbsolutePath().normalize().endsWith(caseFile.id()))
                .flatMap(file -> file.expectations().stream())
                .toList();
        problems.throwIfErrors();
        return expectations;
    }
}
