package org.demarche.oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The stable models of a program that chooses nothing by the names of scenarios. */
public final class StableModels {

    private StableModels() {}

    /** Skips a test where clingo is missing, but fails it where it is required. */
    public static void require() {
        Clingo.require();
    }

    /** The shown atoms of every stable model. */
    public static List<Set<String>> shown(String program, Path folder) throws IOException, InterruptedException {
        List<Set<String>> shown = new ArrayList<>();
        Clingo.models(program, folder).values().forEach(shown::addAll);
        return shown;
    }
}
