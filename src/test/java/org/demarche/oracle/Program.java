package org.demarche.oracle;

import java.nio.file.Path;
import java.util.List;
import org.demarche.Assessment;
import org.demarche.Reasoner;

/** A case with the folders of rules that it asks for. */
record Program(String name, RandomCase facts, RuleFolders folders) {

    /** What the engine makes of it; the case is written into a folder of its name. */
    Assessment assess(Reasoner reasoner, Path folder) {
        try {
            return reasoner.assess(facts.read(folder.resolve(name)));
        } catch (RuntimeException failed) {
            throw new AssertionError("The engine failed on " + this, failed);
        }
    }

    Program withRules(List<String> others) {
        return new Program(name, facts.withRules(others), folders);
    }

    /** The same with everything in another order, among rules that have been shuffled. */
    Program shuffled(RuleFolders shuffled, Dice dice) {
        return new Program(name, facts.shuffled(dice), shuffled);
    }

    /** All it takes to see again what went wrong. */
    @Override
    public String toString() {
        return name + " of seed " + Sizes.SEED + "\n" + folders.drl(facts.rules()) + facts.yaml();
    }
}
