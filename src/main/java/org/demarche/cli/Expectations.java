package org.demarche.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.demarche.Reasoner;
import org.demarche.cases.CaseFile;
import org.demarche.check.Expectation;
import org.demarche.check.ExpectationFile;
import org.demarche.check.ExpectationResult;
import org.demarche.check.ExpectationRunner;
import org.demarche.source.LoadException;
import org.demarche.source.Problems;

/** Finds expectations and checks them. */
final class Expectations {

    private Expectations() {}

    /** @throws LoadException with what is wrong with any of the files */
    static List<ExpectationResult> run(Collection<Path> paths, Reasoner reasoner) {
        Problems problems = new Problems();
        List<ExpectationResult> results = new ArrayList<>();
        for (ExpectationFile file : ExpectationFile.find(paths, problems)) {
            try {
                CaseFile caseFile =
                        CaseFile.read(file.caseFolder(), reasoner.rulebase().vocabulary());
                results.addAll(ExpectationRunner.of(reasoner, caseFile).run(file.expectations()));
            } catch (LoadException broken) {
                problems.addAll(broken.problems());
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
