package org.demarche.check;

import java.nio.file.Path;
import java.util.List;
import org.demarche.Reasoner;
import org.demarche.cases.CaseFile;
import org.demarche.rules.RuleCard;
import org.demarche.source.Problems;

/** The rules and cases under {@code src/test/resources/check}, loaded once. */
final class CheckFixture {

    static final Path FOLDER = Path.of("src/test/resources/check");
    static final Path RULES = FOLDER.resolve("rules");
    static final Path FACTS = FOLDER.resolve("facts");
    static final Reasoner REASONER = Reasoner.load(RULES);

    private CheckFixture() {}

    static CaseFile caseFile(String id) {
        return CaseFile.read(FACTS.resolve(id), REASONER.rulebase().vocabulary());
    }

    static List<RuleCard> rules(CaseFile caseFile) {
        return List.copyOf(REASONER.rulebase().in(caseFile.rules()).cards().values());
    }

    static List<Expectation> expectations(String file) {
        Problems problems = new Problems();
        List<Expectation> expectations = ExpectationReader.read(FOLDER.resolve(file), problems);
        problems.throwIfErrors();
        return expectations;
    }
}
