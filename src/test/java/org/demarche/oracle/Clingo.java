package org.demarche.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.demarche.Written;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The answer set solver of Potassco, as a program on the PATH: Gebser et al., "Multi-shot ASP solving with clingo", TPLP 2019. */
final class Clingo {

    private static final String MISSING =
            "There is no clingo on the PATH to compare with: Debian has it in the package gringo (apt-get install gringo).";

    /** What clingo says when it has found all stable models, or that there are none. */
    private static final List<Integer> DONE = List.of(30, 20);

    private Clingo() {}

    /** Skips a test where clingo is missing, but fails it where DEMARCHE_CLINGO says that it is required. */
    static void require() {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, "clingo").canExecute());
        if ("required".equals(System.getenv("DEMARCHE_CLINGO"))) {
            assertThat(there).as(MISSING).isTrue();
        }
        assumeTrue(there, MISSING);
    }

    /** The stable models of a program by the choices made in them; both as the atoms that are shown. */
    static Map<Set<String>, List<Set<String>>> models(String program, Path folder)
            throws IOException, InterruptedException {
        Path file = folder.resolve("program.lp");
        Written.write(file, program);
        Process process = new ProcessBuilder(
                        "clingo", "0", "--outf=2", "--warn=none", "--time-limit=600", file.toString())
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        JsonNode output = JsonMapper.shared().readTree(process.getInputStream());
        assertThat(process.waitFor()).as("clingo " + file).isIn(DONE);
        Map<Set<String>, List<Set<String>>> models = new HashMap<>();
        for (JsonNode witness : output.path("Call").path(0).path("Witnesses")) {
            Map<Boolean, Set<String>> atoms = witness.path("Value")
                    .valueStream()
                    .map(JsonNode::asString)
                    .collect(Collectors.partitioningBy(Clingo::isChoice, Collectors.toCollection(TreeSet::new)));
            models.merge(atoms.get(true), List.of(atoms.get(false)), Clingo::both);
        }
        return models;
    }

    private static boolean isChoice(String atom) {
        return atom.startsWith("chosen(") || atom.startsWith("answer(");
    }

    private static List<Set<String>> both(List<Set<String>> some, List<Set<String>> others) {
        return others.stream().reduce(some, GroundRule::plus, (one, other) -> other);
    }
}
