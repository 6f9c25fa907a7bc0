package org.demarche.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import lombok.experimental.Accessors;
import org.demarche.model.FactType;
import org.demarche.source.FileNames;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.kie.api.KieBase;

/** Rules of any kind, compiled as plain Drools compiles them. Immutable; one serves many sessions. */
@Getter
@Accessors(fluent = true)
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class OperationalRules {

    private final KieBase kieBase;

    /** Where types are looked for that rules name. */
    private final ClassLoader classes;

    /** Why the rules are operational: each a clause with its place; empty when they could be reasoned with. */
    private final List<Problem> signs;

    /** By {@code package.name}, sorted. */
    private final Map<String, RulePlace> rules;

    /** By name, sorted. */
    private final Map<String, QueryForm> queries;

    /** The packages of the rules, sorted. */
    private final List<String> packages;

    /** What the rules import, as it is written: {@code com.acme.Golfer}, {@code com.acme.*}. */
    private final List<String> imports;

    /** By name, sorted. */
    private final Map<String, GlobalForm> globals;

    /**
     * Where a rule stands.
     *
     * @param name without its package
     * @param then where its consequence begins; the line of the word {@code then}
     * @param text the lines of its file
     */
    public record RulePlace(String name, SourceLocation at, SourceLocation then, List<String> text) {

        private static final int THEN = 8;

        /**
         * The line of a consequence that a line of the class stands for that Drools writes for it: one stands for the line of its
         * {@code then}, the next for the next, and so on. A test holds it.
         */
        public int lineOf(int generated) {
            boolean beside =
                    !line(then.line()).replaceFirst("^.*\\bthen\\b", "").isBlank();
            int line = then.line() + generated - THEN - (beside ? 1 : 0);
            return line >= then.line() && line <= text.size() ? line : then.line();
        }

        /** Of a rule of a decision table, its row, which is all that there is to show of it. */
        private RulePlace in(CellPlaces cells) {
            SourceLocation row = cells.of(at);
            return row.equals(at) ? this : new RulePlace(name, row, row, List.of());
        }

        /** The text of a line, counted from 1; {@code ""} beyond the text. */
        public String line(int number) {
            return number >= 1 && number <= text.size() ? text.get(number - 1) : "";
        }
    }

    /**
     * A global.
     *
     * @param type as it is written, {@code java.util.List<String>}
     */
    public record GlobalForm(String name, String type, SourceLocation at, String line) {}

    /** A query and what it is asked with. */
    public record QueryForm(String name, List<String> parameters, SourceLocation at) {}

    /** As {@link #signs(List, Classpath)} without classes. */
    public static List<Problem> signs(List<Path> paths) {
        return signs(paths, Classpath.NONE);
    }

    /**
     * Why the rules in these files and folders are operational: clauses, each with its place. Files that cannot be parsed tell nothing.
     *
     * @param classpath of the classes that the rules use
     */
    public static List<Problem> signs(List<Path> paths, Classpath classpath) {
        Problems unheard = new Problems();
        List<SourceText> texts = RuleFiles.find(paths, unheard).stream()
                .flatMap(path -> DrlFile.text(path, unheard).stream())
                .toList();
        boolean own = !classpath.isEmpty();
        List<DrlFile> doubtful = texts.stream()
                .filter(source -> own || OperationalSigns.possible(source.text()))
                .flatMap(source -> DrlFile.parse(source, "", unheard).stream())
                .toList();
        return doubtful.stream().anyMatch(DeclaredTypes::declares)
                ? signs(
                        texts.stream()
                                .flatMap(source -> DrlFile.parse(source, "", unheard).stream())
                                .toList(),
                        classpath)
                : signs(doubtful, classpath);
    }

    private static List<Problem> signs(Collection<DrlFile> files, Classpath classpath) {
        DeclaredTypes types = DeclaredTypes.of(files, classpath);
        Stream<Problem> signs = types == DeclaredTypes.NONE
                ? files.stream().flatMap(file -> OperationalSigns.in(file, types).stream())
                : types.signs().stream();
        return inCells(signs.distinct().toList());
    }

    private static List<Problem> inCells(List<Problem> problems) {
        CellPlaces cells = new CellPlaces();
        return problems.stream().map(cells::of).sorted().toList();
    }

    /** Whether rule files stand in a folder itself. */
    public static boolean stand(Path folder) {
        try (Stream<Path> files = Files.list(folder.toString().isEmpty() ? Path.of(".") : folder)) {
            return files.anyMatch(FileNames::hasRules);
        } catch (IOException none) {
            return false;
        }
    }

    /** Whether rules match and conclude only our kinds of facts; then what makes them operational may well be a slip. */
    public static boolean overOurs(List<Path> paths) {
        Problems unheard = new Problems();
        return RuleFiles.find(paths, unheard).stream()
                .flatMap(path -> DrlFile.read(path, unheard).stream())
                .map(DrlFile::tree)
                .allMatch(tree -> !tree.getImports().isEmpty()
                        && tree.getTypeDeclarations().isEmpty()
                        && tree.getEnumDeclarations().isEmpty()
                        && tree.getImports().stream()
                                .allMatch(each -> each.getTarget().startsWith(FactType.class.getPackageName())));
    }

    /** Whether all rules in these files and folders can be parsed. */
    public static boolean readable(List<Path> paths) {
        Problems problems = new Problems();
        RuleFiles.find(paths, problems).forEach(path -> DrlFile.read(path, problems));
        return !problems.hasErrors();
    }

    /**
     * The rules in files and folders.
     *
     * @param classpath of the classes that the rules use
     * @throws LoadException with everything that is wrong with any of the files
     */
    public static OperationalRules load(List<Path> paths, Classpath classpath, SessionSettings settings) {
        Problems problems = new Problems();
        try {
            return load(paths, classpath, settings, problems);
        } catch (LoadException broken) {
            throw new LoadException(inCells(broken.problems()));
        }
    }

    private static OperationalRules load(
            List<Path> paths, Classpath classpath, SessionSettings settings, Problems problems) {
        List<DrlFile> files = RuleFiles.find(paths, problems).stream()
                .flatMap(path -> DrlFile.read(path, problems).stream())
                .toList();
        problems.throwIfErrors();
        problems.addAll(classpath.problems());
        problems.throwIfErrors();
        Optional<KieBase> compiled = new SessionCompiler(classpath.loader(), settings, problems).compile(files);
        problems.throwIfErrors();
        return of(files, classpath, compiled.orElseThrow());
    }

    private static OperationalRules of(List<DrlFile> files, Classpath classpath, KieBase compiled) {
        Map<String, RulePlace> rules = new TreeMap<>();
        Map<String, QueryForm> queries = new TreeMap<>();
        Map<String, GlobalForm> globals = new TreeMap<>();
        List<String> imports = new ArrayList<>();
        CellPlaces cells = new CellPlaces();
        for (DrlFile file : files) {
            PackageDescr tree = file.tree();
            tree.getImports().stream().map(ImportDescr::getTarget).forEach(imports::add);
            tree.getGlobals()
                    .forEach(global -> globals.put(global.getIdentifier(), form(file.source(), global, cells)));
            for (RuleDescr rule : tree.getRules()) {
                RulePlace place = place(file.source(), rule).in(cells);
                if (rule instanceof QueryDescr query) {
                    queries.put(query.getName(), form(query, place.at()));
                }
                rules.put(packageOf(tree) + "." + rule.getName(), place);
            }
        }
        return new OperationalRules(
                compiled,
                classpath.loader(),
                signs(files, classpath),
                Collections.unmodifiableMap(rules),
                Collections.unmodifiableMap(queries),
                files.stream()
                        .map(file -> packageOf(file.tree()))
                        .sorted()
                        .distinct()
                        .toList(),
                imports.stream().sorted().distinct().toList(),
                Collections.unmodifiableMap(globals));
    }

    /** Where a file says none, Drools has a name for it. */
    private static String packageOf(PackageDescr tree) {
        return tree.getName() == null || tree.getName().isEmpty() ? "defaultpkg" : tree.getName();
    }

    private static QueryForm form(QueryDescr query, SourceLocation at) {
        return new QueryForm(
                query.getName(), query.getParameters() == null ? List.of() : List.of(query.getParameters()), at);
    }

    private static GlobalForm form(SourceText source, GlobalDescr global, CellPlaces cells) {
        Matcher found = Pattern.compile("\\bglobal\\b[^;\\n]*\\b" + Pattern.quote(global.getIdentifier()) + "\\b")
                .matcher(source.text());
        SourceLocation at = found.find() ? source.at(found.start()) : SourceLocation.of(source.file());
        SourceLocation place = cells.of(at);
        return new GlobalForm(
                global.getIdentifier(), global.getType(), place, place.equals(at) ? source.line(at.line()) : "");
    }

    static RulePlace place(SourceText source, RuleDescr rule) {
        SourceLocation at = source.at(rule.getStartCharacter());
        int line = Math.max(rule.getConsequenceLine(), at.line());
        return new RulePlace(
                rule.getName(),
                at,
                new SourceLocation(source.file(), line, 0),
                source.text().lines().toList());
    }
}
