package org.demarche.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.cases.CaseFile;
import org.demarche.cases.SessionCase;
import org.demarche.cases.Vocabulary;
import org.demarche.compile.Classpath;
import org.demarche.compile.OperationalRules;
import org.demarche.compile.RuleSafety;
import org.demarche.compile.Rulebase;
import org.demarche.compile.SessionSettings;
import org.demarche.inference.LimitReachedException;
import org.demarche.lint.Findings;
import org.demarche.lint.Lints;
import org.demarche.lint.Suppressed;
import org.demarche.model.Kinds;
import org.demarche.operational.SessionRun;
import org.demarche.source.FileNames;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.Severity;
import org.demarche.source.SourceLocation;
import org.demarche.yaml.YamlReader;

/** Loads rules, cases and expectations and collects what is wrong with them. */
final class CheckRun {

    private final Collection<Path> paths;

    /** The folders that rule files stand in: the vocabulary is looked for beside and above them. */
    private final List<Path> rulePaths;

    /** Those of them whose rules are run in plain sessions. */
    private final Set<Path> plain;

    /** Those that stand beside a case, compiled. */
    private final Map<Path, OperationalRules> ofSessions = new HashMap<>();

    private final RuleSafety safety;
    private final Classpath classes;
    private final Problems problems = new Problems();
    private final Map<Path, CaseFile> read = new HashMap<>();

    /** Where rules are looked for that do not stand beside their case. */
    private final Collection<Path> roots;

    /** Those of {@link #plain} that do not compile. */
    private final Set<Path> refused = new HashSet<>();

    CheckRun(Collection<Path> paths, Collection<Path> rules, RuleSafety safety, Classpath classpath) {
        this.safety = safety;
        this.classes = safety == RuleSafety.DECLARATIVE_ONLY ? Classpath.NONE : classpath;
        this.paths = paths;
        this.roots = rules;
        List<Path> all = Stream.concat(paths.stream(), rules.stream())
                .flatMap(path -> CaseFolders.files(List.of(path), FileNames::hasRules, new Problems()).stream())
                .map(CaseFolders::parent)
                .distinct()
                .toList();
        this.plain = safety == RuleSafety.DECLARATIVE_ONLY
                ? Set.of()
                : all.stream()
                        .filter(path ->
                                !OperationalRules.signs(List.of(path), classes).isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new));
        this.rulePaths = all.stream().filter(path -> !plain.contains(path)).toList();
    }

    Checks run() {
        Set<Path> folders = new TreeSet<>(CaseFolders.under(paths, problems));
        List<ExpectationFile> files = new ExpectationFiles(paths, problems).find();
        files.forEach(file -> folders.add(file.caseFolder()));
        Unlooked.tell(paths, folders, problems);
        int rules = plain.stream().mapToInt(this::compile).sum();
        int cases = folders.size();
        for (Path folder : List.copyOf(folders)) {
            List<Path> used = plainOf(folder);
            if (!used.isEmpty()) {
                folders.remove(folder);
                readForSession(folder, used, files);
            }
        }
        List<Suppressed> suppressed = new ArrayList<>();
        for (Base base : bases(folders)) {
            rules += check(base, files, suppressed);
        }
        SourceLines lines = new SourceLines();
        return new Checks(
                rules,
                cases,
                files.stream().mapToInt(file -> file.expectations().size()).sum(),
                problems.list().stream().map(lines::shown).toList(),
                suppressed.stream()
                        .map(each -> new Suppressed(lines.shown(each.problem()), each.reason()))
                        .toList());
    }

    /** The rules of a case that are run in plain sessions, and with them all its rules: as `run` finds them. */
    private List<Path> plainOf(Path folder) {
        if (OperationalRules.stand(folder)) {
            return plain.stream().filter(folder::equals).toList();
        }
        List<String> asked = CaseFile.rulesOf(folder);
        return plain.stream()
                .filter(path -> asked.isEmpty()
                        ? roots.stream().anyMatch(root -> absolute(path).startsWith(absolute(root)))
                        : asked.stream().anyMatch(name -> isIn(path, name)))
                .toList();
    }

    /** Whether it is a folder of this name, or in one. */
    private static boolean isIn(Path path, String name) {
        return Stream.iterate(path, Objects::nonNull, Path::getParent).anyMatch(each -> each.endsWith(name));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** Reads a case that is run in a plain session, of which no expectations can be checked that speak of scenarios. */
    private void readForSession(Path folder, List<Path> used, List<ExpectationFile> files) {
        Problems ofCase = new Problems();
        List<Problem> signs = OperationalRules.signs(used, classes);
        Optional<SessionCase> read = SessionCase.read(folder, signs, ofCase);
        if (!ofCase.hasErrors()) {
            Optional.ofNullable(ofSessions.get(folder))
                    .ifPresent(rules ->
                            read.map(given -> SessionRun.rehearse(rules, given)).ifPresent(ofCase::addAll));
        }
        problems.addAll(SessionCase.problems(ofCase, used.stream().noneMatch(refused::contains)));
        signs.stream()
                .findFirst()
                .ifPresent(sign -> files.stream()
                        .filter(file -> file.caseFolder().equals(folder))
                        .map(file -> Problem.note(
                                        "operational-rule",
                                        SourceLocation.of(YamlReader.name(file.file())),
                                        PlainCase.unchecked(sign))
                                .withHint(PlainCase.HINT))
                        .forEach(problems::add));
    }

    /** Rules that are used together, and the cases that they are used on. */
    private record Base(List<Path> rules, Set<Path> folders) {}

    /**
     * Rules beside a case are its own; all others are used together, on all other cases. Only where their types would clash is each
     * folder by itself, with the cases that ask for it.
     */
    private List<Base> bases(Set<Path> folders) {
        List<Base> bases = new ArrayList<>();
        Set<Path> cases = new TreeSet<>(folders);
        List<Path> shared = new ArrayList<>();
        for (Path path : rulePaths) {
            if (folders.contains(path)) {
                bases.add(new Base(List.of(path), Set.of(path)));
                cases.remove(path);
            } else {
                shared.add(path);
            }
        }
        if (clash(shared)) {
            for (Path path : shared) {
                Set<Path> asking = cases.stream()
                        .filter(folder -> CaseFile.rulesOf(folder).stream().anyMatch(path::endsWith))
                        .collect(Collectors.toCollection(TreeSet::new));
                bases.add(new Base(List.of(path), asking));
                cases.removeAll(asking);
            }
            shared.clear();
        }
        bases.add(new Base(List.copyOf(shared), cases));
        return bases;
    }

    /** Each folder by itself can be reasoned with. */
    private boolean clash(List<Path> shared) {
        return safety != RuleSafety.DECLARATIVE_ONLY
                && shared.size() > 1
                && !OperationalRules.signs(shared, classes).isEmpty();
    }

    /** How many rules there are. */
    private int check(Base base, List<ExpectationFile> all, List<Suppressed> suppressed) {
        List<ExpectationFile> files = all.stream()
                .filter(file -> base.folders().contains(file.caseFolder()))
                .toList();
        Problems ofRules = new Problems();
        Optional<Reasoner> reasoner = base.rules().isEmpty() ? Optional.empty() : loadRules(base.rules(), ofRules);
        problems.addAll(ofRules.list());
        Optional<Vocabulary> vocabulary = Rulebase.usableVocabulary(base.rules());
        Kinds kinds = Rulebase.kinds(base.rules(), classes, ofRules);
        base.folders().forEach(folder -> read(folder, vocabulary, kinds));
        reasoner.ifPresent(each -> {
            files.forEach(file -> checkNames(each, file));
            Findings findings = lint(each, base.folders(), files);
            findings.problems().stream().filter(this::looked).forEach(problems::add);
            findings.suppressed().stream()
                    .filter(found -> looked(found.problem()))
                    .forEach(suppressed::add);
        });
        return reasoner.map(each -> each.rulebase().cards().size()).orElse(0);
    }

    private Findings lint(Reasoner reasoner, Set<Path> folders, List<ExpectationFile> files) {
        List<Assessment> assessed = new ArrayList<>();
        boolean complete = true;
        for (Path folder : folders) {
            Optional<Assessment> assessment =
                    Optional.ofNullable(read.get(folder)).flatMap(caseFile -> assess(reasoner, folder, caseFile));
            complete &= assessment.isPresent();
            assessment.ifPresent(assessed::add);
            assessment.stream().flatMap(each -> otherDays(each, folder, files)).forEach(assessed::add);
        }
        return Lints.find(
                reasoner.rulebase(), assessed, complete, reasoner.rulebase().warnings());
    }

    /** What is doubtful in files that nobody asked about is not told: a case is checked with all rules, but not all rules with it. */
    private boolean looked(Problem problem) {
        Path file = Path.of(problem.at().file()).toAbsolutePath().normalize();
        return paths.stream().map(path -> path.toAbsolutePath().normalize()).anyMatch(file::startsWith);
    }

    private Optional<Reasoner> loadRules(List<Path> rules, Problems problems) {
        try {
            return Optional.of(Reasoner.load(rules, safety, classes));
        } catch (LoadException broken) {
            problems.addAll(broken.problems());
            return Optional.empty();
        }
    }

    /** Compiles rules that are run in plain sessions, and says why they are. */
    private int compile(Path folder) {
        List<Problem> signs = OperationalRules.signs(List.of(folder), classes);
        signs.stream()
                .findFirst()
                .ifPresent(sign -> problems.add(Problem.note(
                                "operational-rule",
                                sign.at(),
                                "These rules are run as plain Drools runs them, without scenarios and reasons: "
                                        + sign.message()
                                        + (signs.size() == 1 ? "." : ", and " + (signs.size() - 1) + " more."))
                        .withLine(sign.line())));
        if (OperationalRules.overOurs(List.of(folder))) {
            problems.addAll(slips(folder));
        }
        try {
            OperationalRules compiled = OperationalRules.load(List.of(folder), classes, SessionSettings.DEFAULT);
            ofSessions.put(folder, compiled);
            return compiled.rules().size();
        } catch (LoadException broken) {
            problems.addAll(broken.problems());
            refused.add(folder);
            return 0;
        }
    }

    /** What keeps rules over our kinds from being reasoned with: nothing that stops them, but hardly ever meant. */
    private List<Problem> slips(Path folder) {
        try {
            Rulebase.load(List.of(folder), safety);
            return List.of();
        } catch (LoadException broken) {
            return broken.problems().stream()
                    .map(each -> each.severity() == Severity.ERROR ? each.withSeverity(Severity.WARNING) : each)
                    .toList();
        }
    }

    /** With a vocabulary its words are checked too, also where rules do not load: all that is wrong is told at once. */
    private void read(Path folder, Optional<Vocabulary> vocabulary, Kinds kinds) {
        try {
            CaseFile caseFile = CaseFile.read(folder, vocabulary, kinds);
            checkName(folder, caseFile);
            problems.addAll(caseFile.warnings());
            read.put(folder, caseFile);
        } catch (LoadException broken) {
            problems.addAll(broken.problems());
        }
    }

    /** Most often a case that was copied and not renamed. */
    private void checkName(Path folder, CaseFile caseFile) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        if (name != null && !name.toString().equals(caseFile.id())) {
            problems.add(Problem.warning(
                            "case-name",
                            caseFile.idAt(),
                            "The case is called `" + caseFile.id() + "` and stands in the folder `" + name + "`.")
                    .withHint("Give both the same name."));
        }
    }

    /** The case on the days of which something is expected. */
    private static Stream<Assessment> otherDays(Assessment assessment, Path folder, List<ExpectationFile> files) {
        return files.stream()
                .filter(file -> file.caseFolder().equals(folder))
                .flatMap(file -> file.expectations().stream())
                .flatMap(expectation -> expectation.asOf().stream())
                .distinct()
                .sorted()
                .map(assessment::asOf);
    }

    private Optional<Assessment> assess(Reasoner reasoner, Path folder, CaseFile caseFile) {
        try {
            return Optional.of(reasoner.assess(caseFile));
        } catch (LoadException broken) {
            problems.addAll(broken.problems());
        } catch (LimitReachedException stopped) {
            problems.add(Problem.error("limit", SourceLocation.of(YamlReader.name(folder)), sentence(stopped)));
        }
        return Optional.empty();
    }

    private void checkNames(Reasoner reasoner, ExpectationFile file) {
        Optional.ofNullable(read.get(file.caseFolder()))
                .ifPresent(caseFile ->
                        problems.addAll(ExpectationRunner.of(reasoner, caseFile).check(file.expectations())));
    }

    private static String sentence(LimitReachedException stopped) {
        return Optional.ofNullable(stopped.getMessage()).orElse("Reasoning stopped at a limit.");
    }
}
