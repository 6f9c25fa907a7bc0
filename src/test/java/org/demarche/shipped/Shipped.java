package org.demarche.shipped;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.cases.CaseFile;
import org.demarche.check.CaseFolders;
import org.demarche.check.Expectation;
import org.demarche.check.ExpectationFile;
import org.demarche.report.Reports;
import org.demarche.source.Problems;

/** The rules and cases that Demarche comes with, loaded once. */
final class Shipped {

    static final Path RULES = Path.of("rules");
    static final Path FACTS = Path.of("facts");
    static final Reasoner REASONER = Reasoner.load(RULES);

    private static final List<ExpectationFile> EXPECTATIONS = expectationFiles();

    private Shipped() {}

    /** The folders of all cases, sorted. */
    static List<Path> folders() {
        Problems problems = new Problems();
        List<Path> folders = CaseFolders.under(List.of(FACTS), problems);
        problems.throwIfErrors();
        return folders;
    }

    static CaseFile read(Path folder) {
        return CaseFile.read(folder, REASONER.rulebase().vocabulary());
    }

    /** The expectations of a case, from beside it and from beside rules. */
    static List<Expectation> expectations(Path folder) {
        return EXPECTATIONS.stream()
                .filter(file -> file.caseFolder().equals(folder))
                .map(ExpectationFile::expectations)
                .flatMap(Collection::stream)
                .toList();
    }

    /** All that is inferred, also what is excluded, byte for byte as users get it. */
    static String json(Assessment assessment) {
        return Reports.run(assessment, true).json();
    }

    private static List<ExpectationFile> expectationFiles() {
        Problems problems = new Problems();
        List<ExpectationFile> files = ExpectationFile.find(List.of(FACTS, RULES), problems);
        problems.throwIfErrors();
        return files;
    }
}
