package org.demarche.compile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import lombok.With;
import org.demarche.cache.Cache;
import org.demarche.cache.SourceFile;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Source;
import org.demarche.cases.Vocabulary;
import org.demarche.kept.ReadRules;
import org.demarche.model.Kinds;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleWords;
import org.demarche.source.FileNames;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.kie.api.KieBase;

/** Checked rules as Drools runs them, with their vocabulary and sources. Immutable; one serves many threads. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class Rulebase {

    /** The files that rules were read from, and where what is made of them may be kept. */
    private record Origin(List<SourceFile> files, Cache cache) {}

    /** Stands in no id. */
    private static final String VARIANT = "~";

    /** What is told of rule files whose declarations nobody knows. */
    private static final Set<String> UNREAD = Set.of("drl-syntax", "unreadable-file");

    /** By id, and variants by their key. */
    private final Map<String, RuleCard> cards;

    private final Kinds kinds;
    private final Vocabulary vocabulary;
    private final Map<String, Source> sources;
    private final List<PossibleRule> possibleRules;
    /** Built when rules are to fire, which they need not where it is known what they fire. */
    private final Once<KieBase> kieBase;

    private final List<Problem> warnings;

    /** Where the rules come from and what is made of them may be kept; empty where it is not. */
    @With(AccessLevel.PRIVATE)
    private final Optional<Origin> origin;

    @With(AccessLevel.PRIVATE)
    private final Set<String> active;

    // What every case asks again.
    private final Once<Map<String, RuleCard>> activeCards = new Once<>(this::activeOnes);
    private final Once<Set<String>> groups = new Once<>(this::groupsOfActive);
    private final Once<List<NamedIn>> names = new Once<>(this::namesInActive);

    /**
     * The rules in files and folders, with the {@code vocabulary.yaml} and {@code sources.yaml} beside or above them.
     *
     * @throws LoadException with everything that is wrong with any of the files
     */
    public static Rulebase load(List<Path> paths) {
        return load(paths, RuleSafety.AS_WRITTEN);
    }

    /**
     * As {@link #load(List, RuleSafety, Classpath)} without classes.
     *
     * @throws LoadException with everything that is wrong with any of the files
     */
    public static Rulebase load(List<Path> paths, RuleSafety safety) {
        return load(paths, safety, Classpath.NONE);
    }

    /**
     * As {@link #load(List)}, but only what is safe enough. Of rule files both take only declarative ones; decision tables are refused
     * where rules come from elsewhere.
     *
     * @param classpath of classes whose facts the rules match and conclude; not used where rules come from elsewhere
     * @throws LoadException with everything that is wrong with any of the files, before anything is compiled
     */
    public static Rulebase load(List<Path> paths, RuleSafety safety, Classpath classpath) {
        Problems problems = new Problems();
        boolean elsewhere = safety == RuleSafety.DECLARATIVE_ONLY;
        problems.addAll(elsewhere ? List.of() : classpath.problems());
        Vocabulary vocabulary = vocabulary(paths, problems);
        RuleSources sources = RuleSources.read(paths, problems);
        // Against a broken vocabulary every term would be unknown: say what broke it, and no more about terms.
        boolean termsKnown = !problems.hasErrors();
        List<Path> files = RuleFiles.find(paths, problems);
        if (elsewhere) {
            // Not even read: reading a spreadsheet is work of others, which takes as long as its author likes.
            files.stream()
                    .filter(FileNames::isTable)
                    .map(DecisionTables::refused)
                    .forEach(problems::add);
            files = files.stream().filter(file -> !FileNames.isTable(file)).toList();
        }
        RuleCards reader =
                new RuleCards(vocabulary, sources, termsKnown, elsewhere ? Classpath.NONE : classpath, problems);
        Map<String, RuleCard> cards = reader.read(files);
        if (problems.hasErrors()) {
            CellPlaces cells = new CellPlaces();
            throw new LoadException(problems.list().stream().map(cells::of).toList());
        }
        List<PossibleRule> possible = PossibilityForm.of(cards);
        return new Rulebase(
                cards,
                reader.kinds(),
                vocabulary,
                sources.byId(),
                possible,
                new Once<>(() -> PossibilityModel.of(possible)),
                problems.list(),
                Optional.empty(),
                Set.copyOf(cards.keySet()));
    }

    /**
     * As {@link #load(List, RuleSafety, Classpath)}; what has been read of the same files before is not read again.
     *
     * @throws LoadException with everything that is wrong with any of the files
     */
    public static Rulebase load(List<Path> paths, RuleSafety safety, Classpath classpath, Cache cache) {
        Optional<List<SourceFile>> files = keepable(paths, safety, classpath, cache);
        Optional<Rulebase> kept = files.flatMap(all -> kept(all, cache));
        if (kept.isPresent()) {
            return kept.get();
        }
        Rulebase loaded = load(paths, safety, classpath);
        // Files that were written meanwhile may have been read as they were before or after.
        boolean same = files.equals(keepable(paths, safety, classpath, cache));
        if (same && loaded.isPlain(paths)) {
            files.ifPresent(all -> loaded.read().keep(cache, all));
            return loaded.withOrigin(files.map(all -> new Origin(all, cache)));
        }
        return loaded;
    }

    /**
     * Rules that were read before from the same files: they can be reasoned with, and declare no kinds of their own.
     *
     * @return empty when they have to be read
     */
    public static Optional<Rulebase> kept(List<Path> paths, RuleSafety safety, Classpath classpath, Cache cache) {
        return keepable(paths, safety, classpath, cache).flatMap(all -> kept(all, cache));
    }

    /** Classes can change without a trace in the files, so what is read with them is not kept. */
    private static Optional<List<SourceFile>> keepable(
            List<Path> paths, RuleSafety safety, Classpath classpath, Cache cache) {
        return !cache.isOn() || !classpath.isEmpty() ? Optional.empty() : RuleInputs.of(paths, safety);
    }

    /** Whether nothing has to be known of the rules that is not kept. */
    private boolean isPlain(List<Path> paths) {
        return kinds.declared().isEmpty() && OperationalRules.signs(paths).isEmpty();
    }

    private static Optional<Rulebase> kept(List<SourceFile> files, Cache cache) {
        return ReadRules.find(cache, files).map(read -> of(read, new Origin(files, cache)));
    }

    private static Rulebase of(ReadRules read, Origin origin) {
        Map<String, RuleCard> cards = new TreeMap<>();
        read.cards().forEach(card -> cards.put(card.id(), card));
        Map<String, Source> sources = new LinkedHashMap<>();
        read.sources().forEach(source -> sources.put(source.id(), source));
        List<PossibleRule> possible = PossibilityForm.of(cards);
        return new Rulebase(
                Collections.unmodifiableMap(cards),
                Kinds.OURS,
                Vocabulary.of(read.terms()),
                Collections.unmodifiableMap(sources),
                possible,
                new Once<>(() -> PossibilityModel.of(possible)),
                read.warnings(),
                Optional.of(origin),
                Set.copyOf(cards.keySet()));
    }

    private ReadRules read() {
        return new ReadRules(
                List.copyOf(cards.values()), List.copyOf(vocabulary.terms()), List.copyOf(sources.values()), warnings);
    }

    /** The vocabulary that goes with rules in these files and folders; empty without one. Problems are added. */
    public static Vocabulary vocabulary(List<Path> paths, Problems problems) {
        List<Path> files = RuleFiles.beside(paths, "vocabulary.yaml");
        if (files.size() > 1) {
            // One word would have two meanings, and which of them counts would depend on the order of the paths.
            problems.add(Problem.error(
                            "two-vocabularies",
                            SourceLocation.of(files.get(1).toString().replace('\\', '/')),
                            "These rules have two vocabularies; the other is "
                                    + files.get(0).toString().replace('\\', '/') + ".")
                    .withHint("Rules that are used together share one."));
        }
        try {
            return files.isEmpty() ? Vocabulary.EMPTY : Vocabulary.read(files.get(0));
        } catch (LoadException broken) {
            problems.addAll(broken.problems());
            return Vocabulary.EMPTY;
        }
    }

    /**
     * The vocabulary that goes with rules in these files and folders, whatever is wrong with the rules themselves. Empty when there
     * is none or it is broken: by such a one every word would be unknown, and what is wrong with it is told when rules are loaded.
     */
    public static Optional<Vocabulary> usableVocabulary(List<Path> paths) {
        Problems broken = new Problems();
        List<Path> there = paths.stream().filter(Files::exists).toList();
        return Optional.of(vocabulary(there, broken))
                .filter(words -> !broken.hasErrors() && !words.terms().isEmpty());
    }

    /**
     * The sources that go with rules in these files and folders, by id.
     *
     * @throws LoadException with all that is wrong with them
     */
    public static Map<String, Source> sources(List<Path> paths) {
        Problems problems = new Problems();
        RuleSources sources = RuleSources.read(paths, problems);
        problems.throwIfErrors();
        return sources.byId();
    }

    /**
     * The kinds of facts that cases may state which go with rules in these files and folders, whatever else is wrong with the rules.
     */
    public static Kinds kinds(List<Path> paths) {
        return kinds(paths, Classpath.NONE);
    }

    /**
     * As {@link #kinds(List, Classpath)}, for rules that may have been refused: where a file of them cannot be read, there may be
     * others.
     *
     * @param problems why they were refused; none when they were not
     */
    public static Kinds kinds(List<Path> paths, Classpath classpath, Problems problems) {
        Kinds kinds = kinds(paths, classpath);
        return problems.list().stream().anyMatch(each -> UNREAD.contains(each.check()))
                ? kinds.andPerhapsOthers()
                : kinds;
    }

    /**
     * As {@link #kinds(List)}.
     *
     * @param classpath of classes whose facts the rules match and conclude
     */
    public static Kinds kinds(List<Path> paths, Classpath classpath) {
        Problems unheard = new Problems();
        // Decision tables are never reasoned with, and where they come from elsewhere they are not to be read.
        List<SourceText> texts = RuleFiles.find(paths, unheard).stream()
                .filter(path -> !FileNames.isTable(path))
                .flatMap(path -> DrlFile.text(path, unheard).stream())
                .toList();
        if (classpath.isEmpty() && texts.stream().noneMatch(source -> OperationalSigns.possible(source.text()))) {
            return Kinds.OURS;
        }
        return DeclaredTypes.of(
                        texts.stream()
                                .flatMap(source -> DrlFile.parse(source, "", unheard).stream())
                                .toList(),
                        classpath)
                .kinds();
    }

    /** The active rules by id, sorted. */
    public Map<String, RuleCard> cards() {
        return activeCards.get();
    }

    private Map<String, RuleCard> activeOnes() {
        return Collections.unmodifiableMap(active.stream()
                .map(key -> Objects.requireNonNull(cards.get(key)))
                .collect(Collectors.toMap(RuleCard::id, card -> card, (a, b) -> a, TreeMap::new)));
    }

    /** The folders that the active rules stand in, sorted. */
    public Set<String> groups() {
        return groups.get();
    }

    private Set<String> groupsOfActive() {
        return Collections.unmodifiableSet(cards().values().stream()
                .map(RuleCard::group)
                .collect(Collectors.<String, TreeSet<String>>toCollection(TreeSet::new)));
    }

    /** The words that the active rules say in place of an actor or a question, with their rules, in the order of these. */
    public List<NamedIn> names() {
        return names.get();
    }

    private List<NamedIn> namesInActive() {
        return cards().values().stream()
                .flatMap(card -> RuleWords.names(card).stream().map(name -> new NamedIn(card, name)))
                .toList();
    }

    /** A word that a rule says in place of an actor or a question. */
    public record NamedIn(RuleCard rule, RuleWords.Name name) {}

    /** The folders that a case asks for and that are not here, as errors. */
    public List<Problem> missing(CaseFile caseFile) {
        Set<String> groups = groups();
        return caseFile.askedRules().stream()
                .filter(asked -> !groups.contains(asked.folder()))
                .map(asked -> asked.missing(groups))
                .toList();
    }

    /** Only the rules in these folders. */
    public Rulebase in(Collection<String> groups) {
        return keeping(card -> groups.contains(card.group()));
    }

    /** Without some rules; everything else is as it was. */
    public Rulebase without(Collection<String> rules) {
        return keeping(card -> !rules.contains(card.id()));
    }

    /** What is doubtful in the files, though they can be used; sorted by place. */
    public List<Problem> warnings() {
        return warnings;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The kinds of facts that the rules know. */
    public Kinds kinds() {
        return kinds;
    }

    /** The sources of rules by id. */
    public Map<String, Source> sources() {
        return sources;
    }

    /** The monotone rules that fire, active or not; a rule's number is its position. */
    public List<PossibleRule> possibleRules() {
        return possibleRules;
    }

    /** Whether the rule's firings count, as it stands in its file or in a variant. */
    public boolean isActive(String rule) {
        return active.contains(rule) || active.stream().anyMatch(key -> key.startsWith(rule + VARIANT));
    }

    /** Whether some rule, or some variant of one, accumulates. */
    public boolean accumulates() {
        return possibleRules.stream().anyMatch(rule -> rule.purpose() instanceof PossibleRule.Ask);
    }

    /** Whether firings of a possible rule count. */
    public boolean counts(PossibleRule rule) {
        return active.contains(rule.card());
    }

    /**
     * These rules together with variants of some of them, none of which is active.
     *
     * @param variants by number
     */
    public Rulebase with(Map<Integer, RuleCard> variants) {
        Map<String, RuleCard> all = new TreeMap<>(cards);
        variants.forEach((number, card) -> all.put(key(card.id(), number), card));
        List<PossibleRule> possible = PossibilityForm.of(all);
        return new Rulebase(
                all,
                kinds,
                vocabulary,
                sources,
                possible,
                new Once<>(() -> PossibilityModel.of(possible)),
                warnings,
                Optional.empty(),
                active);
    }

    /**
     * With a variant in the place of its rule.
     *
     * @throws IllegalArgumentException when there is none of this number
     */
    public Rulebase with(String rule, int variant) {
        if (!cards.containsKey(key(rule, variant))) {
            throw new IllegalArgumentException("no such variant: " + key(rule, variant));
        }
        Set<String> chosen = new HashSet<>(active);
        if (chosen.remove(rule)) {
            chosen.add(key(rule, variant));
        }
        return withActive(Set.copyOf(chosen));
    }

    /** All of it active at once, every variant beside its rule. */
    public Rulebase everything() {
        Set<String> chosen = new HashSet<>(active);
        cards.forEach((key, card) -> {
            if (active.contains(card.id())) {
                chosen.add(key);
            }
        });
        return withActive(Set.copyOf(chosen));
    }

    private static String key(String rule, int variant) {
        return rule + VARIANT + variant;
    }

    /** The possibility form as Drools runs it. Sessions of it must have the global {@link #listenerGlobal()}. */
    public KieBase kieBase() {
        return kieBase.get();
    }

    /** The name of the global that takes a {@link FiringListener}. */
    public static String listenerGlobal() {
        return PossibilityModel.LISTENER;
    }

    /** The files that the rules were read from, then the active rules; empty where what is made of them is not kept. */
    public Optional<List<SourceFile>> identity() {
        return origin.map(from -> {
            List<SourceFile> all = new ArrayList<>(from.files());
            all.add(SourceFile.of("active", String.join("\n", new TreeSet<>(active))));
            return List.copyOf(all);
        });
    }

    /** Where what is made of the rules is kept. */
    public Cache cache() {
        return origin.map(Origin::cache).orElse(Cache.NONE);
    }

    private Rulebase keeping(Predicate<RuleCard> wanted) {
        Set<String> kept = new HashSet<>();
        active.stream()
                .filter(key -> wanted.test(Objects.requireNonNull(cards.get(key))))
                .forEach(kept::add);
        return withActive(Set.copyOf(kept));
    }
}
