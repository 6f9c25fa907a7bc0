package org.demarche.oracle;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.cases.CaseFile;

/** The cases that Demarche comes with. */
final class Shipped {

    private static final List<String> NAMES = List.of("kestrel-strait", "kim-beijing-2018", "taiwan-strait-1958");

    private Shipped() {}

    static Map<String, Assessment> assessments() {
        Reasoner reasoner = Reasoner.load(Path.of("rules"));
        Map<String, Assessment> assessments = new LinkedHashMap<>();
        for (String name : NAMES) {
            CaseFile caseFile =
                    CaseFile.read(Path.of("facts", name), reasoner.rulebase().vocabulary());
            assessments.put(name, reasoner.assess(caseFile));
        }
        return assessments;
    }
}
