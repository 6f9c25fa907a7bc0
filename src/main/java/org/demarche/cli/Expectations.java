package org.demarche.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.Reasoner;
import org.demarche.cases.CaseFile;
import org.demarche.check.Acceptance;
import org.demarche.check.CaseFolders;
import org.demarche.check.Expectation;
import org.demarche.check.ExpectationFile;
import org.demarche.check.ExpectationResult;
import org.demarche.check.ExpectationRunner;
import org.demarche.check.PlainCase;
import org.demarche.check.Skeletons;
import org.demarche.coverage.CoverageCount;
import org.demarche.mutants.MutantResult;
import org.demarche.mutants.MutantTest;
import org.demarche.mutants.StaleReasons;
import org.demarche.mutants.Subject;
import org.demarche.report.TestRun;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.yaml.YamlReader;

/** Finds expectations and checks them. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class Expectations {

    private final RuleOptions options;
    private final Terminal terminal;

    /** Told what is being done. */
    private final Consumer<String> progress;

    /** A file of expectations with its case, to be checked by these rules. */
    private record Loaded(ExpectationFile file, CaseFile caseFile, Reasoner reasoner, ExpectationRunner runner) {}

    /**
     * Checks all expectations in these files and folders by these rules.
     *
     * @throws LoadException with what is wrong with any of the files, be they rules, cases or expectations
     */
    TestRun run(Collection<Path> paths, List<Path> rules, TestOptions asked) {
        TestRun.Minimum minimum = asked.minimum();
        Problems problems = new Problems();
        List<ExpectationResult> results = new ArrayList<>();
        List<Path> sessions = options.declarativeOnly ? List.of() : SessionTests.folders(paths, options.classes());
        SessionTests tests = new SessionTests(options.classes(), problems, progress);
        sessions.forEach(folder -> results.addAll(tests.run(folder)));
        if (!sessions.isEmpty() && ExpectationFile.find(paths, new Problems()).isEmpty()) {
            problems.throwIfErrors();
            return new TestRun(results, Optional.empty(), minimum, Optional.empty(), false, List.of());
        }
        List<Loaded> all = load(paths, rules, problems);
        for (Loaded each : all) {
            progress.accept("testing " + each.caseFile().id());
            LoadedCase.attempt(() -> each.runner().run(each.file().expectations()), problems)
                    .ifPresent(results::addAll);
        }
        problems.throwIfErrors();
        boolean met = results.stream().allMatch(ExpectationResult::met);
        TestRun run =
                new TestRun(results, Optional.empty(), minimum, Optional.empty(), asked.mutants && !met, List.of());
        if (asked.countsCoverage()) {
            run = covered(run, all);
        }
        return asked.mutants && met ? mutated(run, all) : run;
    }

    private List<Loaded> load(Collection<Path> paths, List<Path> rules, Problems problems) {
        RuleBases bases = new RuleBases(options, terminal, rules, problems);
        List<ExpectationFile> files = ExpectationFile.find(paths, problems);
        List<Loaded> all = new ArrayList<>();
        for (ExpectationFile file : files) {
            List<Problem> missing = bases.missing(file.caseFolder());
            problems.addAll(missing);
            if (!missing.isEmpty()) {
                continue;
            }
            Optional<Problem> plain = bases.plain(file.caseFolder());
            if (plain.isPresent()) {
                problems.add(Problem.error(
                                "operational-rule",
                                SourceLocation.of(YamlReader.name(file.file())),
                                PlainCase.unchecked(plain.get()))
                        .withHint(PlainCase.HINT));
                continue;
            }
            RuleBases.Base base = bases.of(file.caseFolder());
            Optional<CaseFile> caseFile = LoadedCase.read(file.caseFolder(), base.vocabulary(), base.kinds(), problems);
            if (base.reasoner().isPresent() && caseFile.isPresent()) {
                Reasoner reasoner = base.reasoner().get();
                all.add(new Loaded(file, caseFile.get(), reasoner, ExpectationRunner.of(reasoner, caseFile.get())));
            }
        }
        if (files.isEmpty()) {
            bases.common();
        }
        return all;
    }

    private TestRun covered(TestRun run, List<Loaded> all) {
        CoverageCount count = new CoverageCount();
        for (Loaded each : all) {
            progress.accept(
                    "counting what the expectations of " + each.caseFile().id() + " see");
            count.add(each.runner(), each.file().expectations());
        }
        return new TestRun(
                run.results(),
                Optional.of(count.coverage()),
                run.minimum(),
                run.mutants(),
                run.waits(),
                run.problems());
    }

    private TestRun mutated(TestRun run, List<Loaded> all) {
        Map<Reasoner, Map<String, Subject>> subjects = new LinkedHashMap<>();
        for (Loaded each : all) {
            Subject subject =
                    new Subject(each.caseFile(), each.file().file(), each.file().expectations());
            subjects.computeIfAbsent(each.reasoner(), any -> new TreeMap<>())
                    .merge(each.file().caseFolder().toString(), subject, Subject::with);
        }
        List<Acceptance> reasons =
                all.stream().flatMap(each -> each.file().acceptances().stream()).toList();
        List<MutantResult> results = new ArrayList<>();
        subjects.forEach((reasoner, of) ->
                results.addAll(MutantTest.run(reasoner, List.copyOf(of.values()), reasons, progress)));
        return new TestRun(
                run.results(),
                run.coverage(),
                run.minimum(),
                Optional.of(results),
                false,
                StaleReasons.among(reasons, results));
    }

    /** What the cases in these files and folders come out as and no expectation is about. */
    List<Skeletons> missing(Collection<Path> paths, List<Path> rules) {
        Problems problems = new Problems();
        RuleBases bases = new RuleBases(options, terminal, rules, problems);
        List<ExpectationFile> files = ExpectationFile.find(paths, problems);
        List<Skeletons> skeletons = new ArrayList<>();
        for (Path folder : CaseFolders.under(paths, problems)) {
            List<Expectation> written = files.stream()
                    .filter(file -> file.caseFolder().equals(folder))
                    .flatMap(file -> file.expectations().stream())
                    .toList();
            RuleBases.Base base = bases.of(folder);
            Optional<CaseFile> caseFile = LoadedCase.read(folder, base.vocabulary(), base.kinds(), problems);
            if (base.reasoner().isPresent() && caseFile.isPresent()) {
                progress.accept("assessing " + caseFile.get().id());
                LoadedCase.attempt(() -> base.reasoner().get().assess(caseFile.get()), problems)
                        .ifPresent(assessment -> skeletons.add(Skeletons.of(assessment, folder, written)));
            }
        }
        problems.throwIfErrors();
        return skeletons;
    }

    /**
     * The expectations about a case.
     *
     * @throws LoadException with what is wrong with any of the files
     */
    static List<Expectation> about(CaseFile caseFile, Collection<Path> paths) {
        Problems problems = new Problems();
        List<Expectation> expectations = ExpectationFile.find(paths, problems).stream()
                .filter(file -> file.caseFolder().toAbsolutePath().normalize().endsWith(caseFile.id()))
                .flatMap(file -> file.expectations().stream())
                .toList();
        problems.throwIfErrors();
        return expectations;
    }
}
