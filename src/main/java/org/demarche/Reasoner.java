package org.demarche;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;
import org.demarche.cache.Cache;
import org.demarche.cases.CaseFile;
import org.demarche.compile.Classpath;
import org.demarche.compile.RuleSafety;
import org.demarche.compile.Rulebase;
import org.demarche.engine.PossibilityRun;
import org.demarche.explain.wording.Sentences;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.LimitReachedException;
import org.demarche.inference.Limits;
import org.demarche.inference.Watch;
import org.demarche.model.Likelihood;
import org.demarche.source.LoadException;
import org.demarche.worlds.Worlds;

/** Loaded rules, ready to assess cases. Immutable; one serves many threads. */
public final class Reasoner {

    private final Rulebase rulebase;

    /** By the folders that cases ask for. */
    private final Map<Set<String>, Rulebase> used = new ConcurrentHashMap<>();

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
        return load(paths, RuleSafety.AS_WRITTEN);
    }

    /**
     * As {@link #load(Path...)}; with {@link RuleSafety#DECLARATIVE_ONLY}, rule files that somebody else wrote can be loaded and run.
     *
     * @throws LoadException also with what is not safe enough, before anything is compiled
     */
    public static Reasoner load(Collection<Path> paths, RuleSafety safety) {
        return load(paths, safety, Classpath.NONE);
    }

    /**
     * As {@link #load(Path...)}, for rules over classes of your own: records and classes of single values, as
     * {@code Classpath.of(Golfer.class.getClassLoader())} finds them.
     *
     * @param classpath of classes whose facts the rules match and conclude; not used with {@link RuleSafety#DECLARATIVE_ONLY}
     * @throws LoadException with everything that is wrong with the rules
     */
    public static Reasoner load(Collection<Path> paths, RuleSafety safety, Classpath classpath) {
        return new Reasoner(Rulebase.load(List.copyOf(paths), safety, classpath));
    }

    /**
     * As {@link #load(Collection, RuleSafety, Classpath)}; rules that were read before from the same files are not read again.
     *
     * @param cache where what has been read is kept between runs
     * @throws LoadException with everything that is wrong with the rules
     */
    public static Reasoner load(Collection<Path> paths, RuleSafety safety, Classpath classpath, Cache cache) {
        return new Reasoner(Rulebase.load(List.copyOf(paths), safety, classpath, cache));
    }

    /** What {@link #load(Collection, RuleSafety, Classpath, Cache)} gives, if nothing has to be read for it. */
    public static Optional<Reasoner> kept(Collection<Path> paths, RuleSafety safety, Classpath classpath, Cache cache) {
        return Rulebase.kept(List.copyOf(paths), safety, classpath, cache).map(Reasoner::new);
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

    /** As {@link #assess(CaseFile, Limits, Consumer)} without anybody being told. */
    public Assessment assess(CaseFile caseFile, Limits limits) {
        return assess(caseFile, limits, doing -> {});
    }

    /**
     * What the rules conclude from a case.
     *
     * @param progress told what is being done, in words that go on after "while"
     * @throws LoadException when the case uses terms, actors or rules that are not there
     * @throws LimitReachedException when a limit is reached
     */
    public Assessment assess(CaseFile written, Limits limits, Consumer<String> progress) {
        Rulebase used = usedBy(written);
        CaseFile caseFile = written.wording(new Sentences(written, used.vocabulary())::clause);
        Meeting.check(caseFile, rulebase, used);
        Function<CaseFile, Worlds> fire = other -> {
            Meeting.check(other, rulebase, used);
            return worlds(other, used, Watch.start(limits, progress), limits);
        };
        Watch watch = Watch.start(limits, progress);
        Assessment assessment = new Assessment(caseFile, used, worlds(caseFile, used, watch, limits), fire);
        // Within the time that all of it may take.
        assessment.inferences();
        watch.done();
        return assessment;
    }

    /** As {@link #assessAll(Collection, Limits, Function)} with {@link Limits#DEFAULT}. */
    public <T> List<T> assessAll(Collection<CaseFile> cases, Function<Assessment, T> result) {
        return assessAll(cases, Limits.DEFAULT, result);
    }

    /**
     * What the rules conclude from many cases, worked out on all cores at once.
     *
     * @param result what is wanted of each assessment; nothing else of it is kept, so there may be more cases than assessments fit into
     *     memory. Called from many threads
     * @return in the order of the cases
     * @throws RuntimeException what {@link #assess(CaseFile, Limits)} throws for the first of them, in their order, that cannot be assessed
     */
    public <T> List<T> assessAll(Collection<CaseFile> cases, Limits limits, Function<Assessment, T> result) {
        List<FutureTask<T>> tasks = cases.stream()
                .map(each -> new FutureTask<T>(() -> result.apply(assess(each, limits))))
                .toList();
        tasks.parallelStream().forEach(FutureTask::run);
        return tasks.stream().map(Reasoner::result).toList();
    }

    private static <T> T result(FutureTask<T> done) {
        try {
            return done.get();
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) cause;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** As {@link #usedBy(CaseFile, Rulebase)}; cases that ask for the same rules share what is known of these. */
    private Rulebase usedBy(CaseFile caseFile) {
        Set<String> folders = Set.copyOf(caseFile.rules());
        if (folders.isEmpty() || !rulebase.groups().containsAll(folders)) {
            return usedBy(caseFile, rulebase);
        }
        return used.computeIfAbsent(folders, rulebase::in);
    }

    /** The rules that a case asks for. */
    static Rulebase usedBy(CaseFile caseFile, Rulebase rulebase) {
        return caseFile.rules().isEmpty() ? rulebase : rulebase.in(caseFile.rules());
    }

    /** What follows by rules that have fired already. */
    static Assessment assessment(CaseFile caseFile, Rulebase used, DerivationGraph graph, Limits limits) {
        Watch watch = Watch.idle();
        return new Assessment(
                caseFile,
                used,
                worlds(graph, caseFile, used, watch, limits),
                other -> worlds(other, used, Watch.start(limits, doing -> {}), limits));
    }

    private static Worlds worlds(CaseFile caseFile, Rulebase used, Watch watch, Limits limits) {
        watch.doing("firing the rules");
        return worlds(PossibilityRun.run(used, caseFile, limits, watch), caseFile, used, watch, limits);
    }

    private static Worlds worlds(DerivationGraph graph, CaseFile caseFile, Rulebase used, Watch watch, Limits limits) {
        Map<String, Likelihood> tendencies = tendencies(used);
        Meeting.checkStrict(graph, used, tendencies.keySet());
        return Worlds.of(graph, caseFile.questionsAt(), tendencies, limits, watch);
    }

    private static Map<String, Likelihood> tendencies(Rulebase used) {
        Map<String, Likelihood> tendencies = new TreeMap<>();
        used.cards().forEach((id, card) -> card.likelihood().ifPresent(likelihood -> tendencies.put(id, likelihood)));
        return tendencies;
    }
}
