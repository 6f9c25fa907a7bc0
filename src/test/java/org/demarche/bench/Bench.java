package org.demarche.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.Written;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.engine.PossibilityRun;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.Inference;
import org.demarche.inference.Limits;
import org.demarche.inference.Watch;
import org.demarche.worlds.Worlds;

/** A workload, loaded: what is timed of it, step by step. */
final class Bench {

    private final Workload workload;
    private final Reasoner reasoner;
    private final CaseFile caseFile;
    private final DerivationGraph graph;

    Bench(Workload workload, Path folder) {
        this.workload = workload;
        this.reasoner = Written.rules(folder, workload.drl());
        this.caseFile = workload.caseFile(folder);
        this.graph = match();
    }

    Workload workload() {
        return workload;
    }

    /** Drools, once. */
    DerivationGraph match() {
        return PossibilityRun.run(reasoner.rulebase(), caseFile, Limits.DEFAULT, Watch.idle());
    }

    /** The labels of everything, and how many scenarios each has. */
    Worlds labels(Limits limits) {
        List<Question> questions = caseFile.questionsAt();
        return Worlds.of(graph, questions, Map.of(), limits, Watch.idle());
    }

    Worlds labels() {
        return labels(Limits.DEFAULT);
    }

    /** Everything: matching, labels, and all that is said of each inference. */
    Assessment assess(Limits limits) {
        return reasoner.assess(caseFile, limits);
    }

    Assessment assess() {
        return assess(Limits.DEFAULT);
    }

    int node(Inference inference) {
        return graph.find(inference.fact()).orElseThrow();
    }

    DerivationGraph graph() {
        return graph;
    }
}
