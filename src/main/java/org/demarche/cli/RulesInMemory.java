package org.demarche.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.demarche.Reasoner;
import org.demarche.compile.Classpath;
import org.demarche.compile.RuleSafety;
import org.jspecify.annotations.Nullable;

/** The rules loaded last, for as long as their files say the same: loading takes longest by far. */
final class RulesInMemory {

    private final RuleSafety safety;
    private final Classpath classpath;
    private Map<Path, String> texts = Map.of();
    private List<Path> paths = List.of();
    private @Nullable Reasoner last;

    RulesInMemory(RuleSafety safety, Classpath classpath) {
        this.safety = safety;
        this.classpath = classpath;
    }

    synchronized Reasoner load(List<Path> rules) {
        Map<Path, String> now = Snapshot.of(rules).texts();
        Reasoner known = last;
        if (known == null || !paths.equals(rules) || !texts.equals(now)) {
            // Forgotten first: rules that do not load are not to be answered for by those before them.
            last = null;
            known = Reasoner.load(rules, safety, classpath);
            texts = now;
            paths = List.copyOf(rules);
            last = known;
        }
        return known;
    }
}
