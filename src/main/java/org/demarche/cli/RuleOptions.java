package org.demarche.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.demarche.Reasoner;
import org.demarche.cases.AskedRules;
import org.demarche.cases.CaseText;
import org.demarche.check.CaseFolders;
import org.demarche.compile.Classpath;
import org.demarche.compile.OperationalRules;
import org.demarche.compile.RuleSafety;
import org.demarche.source.FileNames;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.jspecify.annotations.Nullable;

/** Where the rules are. */
final class RuleOptions {

    List<Path> rules = List.of();
    boolean declarativeOnly;
    List<Path> classpath = List.of();

    /** Adds these to what a command can be given. */
    void describe(Usage usage) {
        usage.paths(
                "--rules DIR|FILE",
                "",
                "Rules to use instead of those beside the case or in the folder `rules` above it; may be given several times.",
                given -> rules = given);
        usage.flag(
                "--declarative-only",
                "Refuses rule files that do more than match facts and conclude, before anything in them is compiled: for "
                        + "rules from elsewhere.",
                on -> declarativeOnly = on);
        usage.paths(
                "--classpath JAR|DIR",
                ":",
                "Jars and folders of classes whose facts the rules match and conclude.",
                given -> classpath = given);
    }

    private @Nullable RulesInMemory memory;
    private @Nullable Classpath classes;

    /** What one command asks more than once, of many threads; not kept where it works again and again. */
    private final Map<List<Path>, Optional<Reasoner>> kept = new ConcurrentHashMap<>();

    private final Map<List<Path>, Reasoner> loaded = new ConcurrentHashMap<>();
    private final Map<List<Path>, List<Problem>> signs = new ConcurrentHashMap<>();

    RuleSafety safety() {
        return declarativeOnly ? RuleSafety.DECLARATIVE_ONLY : RuleSafety.AS_WRITTEN;
    }

    /**
     * The classes of {@code --classpath}; none of them is used with rules from elsewhere.
     *
     * @throws LoadException with what is not there of it
     */
    synchronized Classpath classes() {
        Classpath known = classes;
        if (known == null) {
            known = declarativeOnly ? Classpath.NONE : Classpath.of(classpath);
            known.check();
            classes = known;
        }
        return known;
    }

    /** From now on keeps rules that have not changed. */
    private void remember() {
        memory = new RulesInMemory(safety(), classes());
    }

    /** What a command looks at that works by these rules, which are kept in memory from now on. */
    List<Path> watched(List<Path> looked, Terminal terminal) {
        remember();
        List<Path> all = new ArrayList<>(looked);
        looked.forEach(each -> all.addAll(roots(each, terminal)));
        return all.stream().distinct().toList();
    }

    /** Loads rules, those of an earlier run where their files are still the same. */
    Reasoner load(List<Path> paths, Terminal terminal) {
        return memory == null
                ? kept(paths, terminal)
                        .orElseGet(() -> loaded.computeIfAbsent(
                                paths, any -> Reasoner.load(paths, safety(), classes(), Caches.of(terminal))))
                : memory.load(paths);
    }

    /** What comes next is asked anew: files may have been written meanwhile. */
    void forget() {
        kept.clear();
        loaded.clear();
        signs.clear();
    }

    /** Rules that were read by an earlier run. They can be reasoned with, and declare no kinds of their own. */
    Optional<Reasoner> kept(List<Path> paths, Terminal terminal) {
        return memory == null
                ? kept.computeIfAbsent(paths, any -> Reasoner.kept(paths, safety(), classes(), Caches.of(terminal)))
                : Optional.empty();
    }

    /** Why rules are operational: clauses, each with its place. */
    List<Problem> signs(List<Path> paths, Terminal terminal) {
        if (memory != null) {
            return OperationalRules.signs(paths, classes());
        }
        return kept(paths, terminal).isPresent()
                ? List.of()
                : signs.computeIfAbsent(paths, any -> OperationalRules.signs(paths, classes()));
    }

    /**
     * The rules for a case: those given, else the rule files beside it, else the folder {@code rules} above it, in the working folder, or where Demarche is
     * installed.
     */
    List<Path> roots(Path beside, Terminal terminal) {
        if (!rules.isEmpty()) {
            return rules;
        }
        Path folder = Files.isDirectory(beside) ? beside : beside.resolveSibling("");
        if (OperationalRules.stand(folder)) {
            return List.of(folder);
        }
        return List.of(near(beside)
                .or(() -> terminal.installed("rules"))
                .orElseThrow(() -> RefusedException.usage(
                        "There is no folder `rules` above `" + beside + "` or here.",
                        "Say where the rules are with `--rules`.")));
    }

    /** The folder {@code rules} above a place, or in the working folder. */
    static Optional<Path> near(Path place) {
        return above(place.toAbsolutePath().normalize())
                .or(() -> Optional.of(Path.of("rules")).filter(Files::isDirectory));
    }

    /** Of these only the folders that a case asks for, if all of them are there. */
    static List<Path> narrowed(List<Path> roots, List<String> folders) {
        List<Path> found = new ArrayList<>();
        for (String folder : folders) {
            List<Path> named = roots.stream()
                    .map(root -> root.endsWith(folder) ? root : root.resolve(folder))
                    .filter(Files::isDirectory)
                    .toList();
            if (named.isEmpty()) {
                return roots;
            }
            found.addAll(named);
        }
        roots.stream().filter(Files::isRegularFile).forEach(found::add);
        return found.isEmpty() ? roots : List.copyOf(found);
    }

    /** What a case asks for that is not among these, as errors. */
    static List<Problem> missing(List<Path> roots, CaseText facts) {
        List<AskedRules> asked = facts.askedRules();
        if (asked.isEmpty()) {
            return List.of();
        }
        Set<String> there = CaseFolders.files(roots, FileNames::hasRules, new Problems()).stream()
                .map(file -> file.toAbsolutePath().normalize().getParent())
                .map(folder -> Objects.toString(folder.getFileName(), ""))
                .collect(Collectors.toCollection(TreeSet::new));
        return asked.stream()
                .filter(each -> !there.contains(each.folder())
                        && roots.stream()
                                .noneMatch(root ->
                                        root.endsWith(each.folder()) || Files.isDirectory(root.resolve(each.folder()))))
                .map(each -> each.missing(there))
                .toList();
    }

    private static Optional<Path> above(Path path) {
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = path; folder != null; folder = folder.getParent()) {
            Path rules = folder.resolve("rules");
            if (Files.isDirectory(rules)) {
                // Messages name files as the user would from here.
                return Optional.of(rules.startsWith(here) ? here.relativize(rules) : rules);
            }
        }
        return Optional.empty();
    }
}
