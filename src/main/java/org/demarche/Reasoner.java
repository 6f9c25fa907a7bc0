package org.demarche;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.cases.CaseFile;
import org.demarche.compile.Rulebase;
import org.demarche.engine.PossibilityRun;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.LimitReachedException;
import org.demarche.inference.Limits;
import org.demarche.rules.RuleCard;
import org.demarche.source.LoadException;
import org.demarche.worlds.EnumeratingEvaluator;
import org.demarche.worlds.ScenarioSpace;
import org.demarche.worlds.Worlds;

/** Loaded rules, ready to assess cases. Immutable; one serves many threads. */
public final class Reasoner {

    private final Rulebase rulebase;

    private Reasoner(Rulebase rulebase) {
        this.rulebase = rulebase;
    }

    /**
     * The rules in files and folders, with the vocabulary and the sources beside or above them.
     *
     * @throws LoadException with everything that is wrong with them, by file, line and column
     */
    public static Reasoner load(Path... paths) {
        return load(Arrays.asList(paths));
    }

    /** As {@link #load(Path...)}. */
    public static Reasoner load(Collection<Path> paths) {
        return new Reasoner(Rulebase.load(List.copyOf(paths)));
    }

    /**
     * The rules in a folder of resources on the class path.
     *
     * @throws LoadException when there is no such folder, or with everything that is wrong with its files
     */
    public static Reasoner fromClasspath(String folder) {
        return Resources.withFolder(folder, Reasoner::load);
    }

    /** The rules, vocabulary and sources. */
    public Rulebase rulebase() {
        return rulebase;
    }

    /** The same without some rules, to see what rests on them. Rules that are not there are ignored. */
    public Reasoner without(String... rules) {
        return new Reasoner(rulebase.without(List.of(rules)));
    }

    /** As {@link #assess(CaseFile, Limits)} with {@link Limits#DEFAULT}. */
    public Assessment assess(CaseFile caseFile) {
        return assess(caseFile, Limits.DEFAULT);
    }

    /**
     * What the rules conclude from a case.
     *
     * @throws LoadException when the case uses terms, actors or rules that are not there
     * @throws LimitReachedException when a limit is reached
     */
    public Assessment assess(CaseFile caseFile, Limits limits) {
        Rulebase used = caseFile.rules().isEmpty() ? rulebase : rulebase.in(caseFile.rules());
        Meeting.check(caseFile, rulebase, used);
        DerivationGraph graph = PossibilityRun.run(used, caseFile, limits);
        Set<String> tendencies = used.cards().values().stream()
                .filter(RuleCard::tendency)
                .map(RuleCard::id)
                .collect(Collectors.toSet());
        Meeting.checkStrict(graph, used, tendencies);
        Worlds worlds = Worlds.of(
                graph, ScenarioSpace.of(caseFile.questionsAt()), tendencies, new EnumeratingEvaluator(), limits);
        return new Assessment(caseFile, used, worlds);
    }
}
