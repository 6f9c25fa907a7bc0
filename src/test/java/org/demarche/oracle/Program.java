package org.demarche.oracle;

import java.nio.file.Path;
import java.util.Map;
import org.demarche.Assessment;
import org.demarche.Reasoner;

/** A case with the folders of rules that it asks for. */
record Program(String name, RandomCase facts, RuleFolders folders) {

    Assessment assess(Reasoner reasoner, Path folder) {
        return reasoner.assess(facts.read(folder.resolve(name)));
    }

    /** All it takes to see again what went wrong. */
    String in(Map<String, String> scenario) {
        return "scenario " + scenario + " of program " + this;
    }

    @Override
    public String toString() {
        return name + " of seed " + Sizes.SEED + "\n" + folders.drl(facts.rules()) + facts.yaml();
    }
}
