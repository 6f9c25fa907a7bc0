package org.demarche.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Statement;
import org.demarche.cases.Vocabulary;
import org.demarche.explain.Explanation.Detail;
import org.demarche.explain.Explanation.Held;
import org.demarche.explain.Matching.Match;
import org.demarche.explain.Obstacles.Attempt;
import org.demarche.explain.Obstacles.Kind;
import org.demarche.explain.Obstacles.Met;
import org.demarche.explain.Obstacles.Near;
import org.demarche.explain.Obstacles.Step;
import org.demarche.explain.Obstacles.Unmet;
import org.demarche.explain.Search.Fate;
import org.demarche.explain.Search.Tried;
import org.demarche.explain.Search.Way;
import org.demarche.inference.Inference;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.rules.Branch;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.rules.RuleWords;
import org.demarche.worlds.ConditionList;
import org.demarche.worlds.Label;
import org.demarche.worlds.Worlds;

/** Finds what keeps something from being inferred: how far each rule gets that could conclude it, and what stops it. */
public final class WhyNot {

    /** How many rules are gone into for a condition that is not met. */
    private static final int FEW = 3;

    private static final int NEAR = 3;
    private static final int ALTERNATIVES = 12;

    private final Worlds worlds;
    private final Map<String, RuleCard> cards;
    private final CaseFile caseFile;
    private final Vocabulary vocabulary;
    private final Sentences sentences;
    private final Known known;
    private final Why why;
    private final Set<String> told = new HashSet<>();

    /** Single facts each of which would be enough for something that has been looked at. */
    private final Map<Fact, Integer> enough = new LinkedHashMap<>();

    /** Something that rules may conclude, as far as its values are known. */
    record Wanted(FactType type, Map<String, String> values) {
        Wanted {
            values = Map.copyOf(values);
        }

        static Wanted of(Fact fact) {
            Map<String, String> values = new HashMap<>();
            fact.type().fieldNames().forEach(field -> values.put(field, fact.value(field)));
            return new Wanted(fact.type(), values);
        }

        String key() {
            Map<String, String> given = new TreeMap<>(values);
            given.values().removeIf(String::isEmpty);
            return type + given.toString();
        }

        /** The fact, where all its values are known that it needs. */
        Optional<Fact> fact() {
            List<String> fields = type.fieldNames();
            int needed = fields.size() - type.optionalValues();
            return fields.subList(0, needed).stream()
                            .allMatch(field -> !values.getOrDefault(field, "").isEmpty())
                    ? Optional.of(type.create(fields.stream()
                            .map(field -> values.getOrDefault(field, ""))
                            .toList()))
                    : Optional.empty();
        }
    }

    /** @param worlds labels of everything together */
    WhyNot(Worlds worlds, Map<String, RuleCard> cards, CaseFile caseFile, Vocabulary vocabulary) {
        this.worlds = worlds;
        this.cards = cards;
        this.caseFile = caseFile;
        this.vocabulary = vocabulary;
        this.sentences = new Sentences(caseFile, vocabulary);
        this.known = new Known(worlds);
        this.why = new Why(worlds, cards, caseFile, sentences, Detail.SHORT);
    }

    /**
     * What keeps a fact from being inferred, in the possible scenarios in which it is not.
     *
     * @param inference what is known of it, if anything
     * @param worlds labels of everything together
     */
    public static Obstacles explain(
            Fact fact,
            Optional<Inference> inference,
            Worlds worlds,
            Map<String, RuleCard> cards,
            CaseFile caseFile,
            Vocabulary vocabulary) {
        WhyNot whyNot = new WhyNot(worlds, cards, caseFile, vocabulary);
        Label here = whyNot.notHolding(fact);
        return new Obstacles(
                fact,
                whyNot.sentences.sentence(fact),
                inference,
                here.count(),
                here.isEmpty() ? List.of() : worlds.conditions(here).listed(),
                here.isEmpty() ? List.of() : whyNot.attempts(Wanted.of(fact), here));
    }

    /** Where a fact does not hold, among the possible scenarios; where that is undecided it does not hold either. */
    Label notHolding(Fact fact) {
        Optional<Integer> node = worlds.graph().find(fact);
        return node.map(each -> worlds.possible().minus(worlds.label(each))).orElseGet(worlds::possible);
    }

    /** The rules that could conclude it, the nearest first. */
    List<Attempt> attempts(Wanted wanted, Label here) {
        told.add(wanted.key());
        List<Candidate> candidates = new ArrayList<>();
        for (RuleCard card : cards.values()) {
            unified(card, wanted).flatMap(scope -> nearest(card, scope, here)).ifPresent(candidates::add);
        }
        candidates.sort(Comparator.comparing(
                        (Candidate each) -> each.ways().get(0).way().unmet())
                .thenComparing(each -> each.card().id()));
        return candidates.stream().map(this::attempt).toList();
    }

    /** Whether some rule could conclude it, judged by its conclusion alone. */
    private boolean concludable(Wanted wanted) {
        return cards.values().stream().anyMatch(card -> unified(card, wanted).isPresent());
    }

    /** What the variables of a rule must stand for to conclude something; empty when it cannot. */
    static Optional<Scope> unified(RuleCard card, Wanted wanted) {
        if (card.conclusion().type() != wanted.type()) {
            return Optional.empty();
        }
        Scope scope = Scope.EMPTY;
        List<Operand> arguments = card.conclusion().arguments();
        for (int i = 0; i < arguments.size(); i++) {
            String value = wanted.values().get(wanted.type().fieldNames().get(i));
            if (value == null) {
                continue;
            }
            if (arguments.get(i) instanceof Operand.Text text && !text.value().equals(value)) {
                return Optional.empty();
            }
            if (arguments.get(i) instanceof Operand.Variable variable) {
                if (value.isEmpty() && neverAbsent(variable.name(), card)) {
                    return Optional.empty();
                }
                Optional<String> before = scope.value(variable.name());
                if (before.isPresent() && !before.get().equals(value)) {
                    return Optional.empty();
                }
                scope = scope.with(variable.name(), value);
            }
        }
        return Optional.of(scope);
    }

    /** Whether a variable stands for a value that no fact is without. */
    private static boolean neverAbsent(String variable, RuleCard card) {
        return RuleWords.patterns(card.conditions()).stream()
                .anyMatch(pattern -> pattern.bindings().stream()
                        .filter(binding -> binding.variable().equals(variable))
                        .anyMatch(binding -> FactType.named(pattern.type())
                                .filter(type -> type.indexOf(binding.field())
                                        < type.fields().size() - type.optionalValues())
                                .isPresent()));
    }

    /** A way to meet a rule, and the branch it is of. */
    private record Reach(int branch, Way way) {}

    /** A rule with its nearest ways through all its branches. */
    private record Candidate(RuleCard card, List<Reach> ways, boolean exhaustive) {}

    private Optional<Candidate> nearest(RuleCard card, Scope scope, Label here) {
        List<Reach> ways = new ArrayList<>();
        boolean exhaustive = true;
        List<Branch> branches = card.branches();
        for (int i = 0; i < branches.size(); i++) {
            int branch = i;
            Search search = new Search(known, branches.get(i));
            search.nearest(withoutResults(scope, branches.get(i)), here)
                    .forEach(way -> ways.add(new Reach(branch, way)));
            exhaustive &= search.exhaustive();
        }
        // Of equally near ways, those that no rule can complete come last.
        ways.sort(Comparator.comparing((Reach each) -> each.way().unmet()).thenComparing(each -> hopeless(each.way())));
        return ways.isEmpty() ? Optional.empty() : Optional.of(new Candidate(card, ways, exhaustive));
    }

    /** Whether it lacks something that no rule concludes and no case may state. */
    private boolean hopeless(Way way) {
        return way.tried().stream()
                .filter(tried -> tried.fate() == Fate.UNMET && tried.condition() instanceof Pattern)
                .map(tried -> (Pattern) tried.condition())
                .anyMatch(pattern -> FactType.named(pattern.type())
                        .filter(FactType::concluded)
                        .filter(type ->
                                !concludable(new Wanted(type, way.scope().asked(pattern))))
                        .isPresent());
    }

    /** What an accumulate comes to is not known before it is worked out. */
    private static Scope withoutResults(Scope scope, Branch branch) {
        Set<String> results = branch.conditions().stream()
                .filter(Accumulate.class::isInstance)
                .flatMap(each -> ((Accumulate) each).results().stream())
                .map(RuleCondition.Result::variable)
                .collect(Collectors.toSet());
        Map<String, String> values = new HashMap<>(scope.values());
        values.keySet().removeAll(results);
        return new Scope(values, scope.labelled(), scope.results());
    }

    private Attempt attempt(Candidate candidate) {
        RuleCard card = candidate.card();
        Reach reach = candidate.ways().get(0);
        Way way = reach.way();
        List<Step> steps = new ArrayList<>();
        for (Tried tried : way.tried()) {
            steps.add(step(card, reach, tried, true));
        }
        List<List<Unmet>> alternatives = new ArrayList<>();
        candidate.ways().stream()
                .skip(1)
                .limit(ALTERNATIVES)
                .forEach(other -> alternatives.add(other.way().tried().stream()
                        .filter(tried -> tried.fate() != Fate.MET)
                        .map(tried -> (Unmet) step(card, other, tried, false))
                        .toList()));
        Set<String> said = new HashSet<>();
        said.add(sentences(steps.stream()
                .filter(Unmet.class::isInstance)
                .map(Unmet.class::cast)
                .toList()));
        alternatives.removeIf(each -> !said.add(sentences(each)));
        return new Attempt(
                card.id(),
                card.title(),
                card.citations(),
                card.at(),
                way.unmet(),
                steps,
                alternatives,
                candidate.exhaustive() && candidate.ways().size() <= ALTERNATIVES + 1);
    }

    private static String sentences(List<Unmet> unmet) {
        return unmet.stream().map(Unmet::sentence).collect(Collectors.joining("; "));
    }

    private Step step(RuleCard card, Reach reach, Tried tried, boolean inFull) {
        Way way = reach.way();
        if (tried.fate() == Fate.MET) {
            return met(card, reach, tried);
        }
        RuleCondition condition = tried.condition();
        if (condition instanceof Not) {
            return blocked(card, reach, tried, inFull);
        }
        if (condition instanceof Accumulate accumulate) {
            return otherwise(accumulate, way, tried);
        }
        if (tried.fate() == Fate.ELSEWHERE) {
            return elsewhere(way, tried);
        }
        RuleCondition inner = condition instanceof Exists exists ? exists.inner() : condition;
        return inner instanceof Pattern pattern
                ? missing(pattern, way, inFull)
                : unmet(clause(condition, way), Kind.MISSING, Optional.empty(), List.of(), List.of());
    }

    private Met met(RuleCard card, Reach reach, Tried tried) {
        Way way = reach.way();
        ConditionWords words = new ConditionWords(sentences, new Bindings(way.scope()));
        if (tried.condition() instanceof Not not) {
            return new Met(words.absence(card, reach.branch(), not.inner()), List.of());
        }
        if (tried.condition() instanceof Accumulate accumulate) {
            return new Met(
                    new AccumulateWords(sentences, new Bindings(way.scope())).sentence(accumulate) + ": "
                            + elements(accumulate, way),
                    List.of());
        }
        List<Held> facts = tried.matches().stream()
                .filter(match -> !match.holds().and(way.where()).isEmpty())
                .findFirst()
                .map(match -> match.facts().stream()
                        .map(fact -> why.held(fact, way.where(), false))
                        .toList())
                .orElse(List.of());
        String sentence = facts.isEmpty()
                ? clause(tried.condition(), way)
                : facts.stream().map(Held::sentence).collect(Collectors.joining("; "));
        return new Met(sentence, facts);
    }

    /** What there is of an accumulate where the rest is met. */
    private String elements(Accumulate accumulate, Way way) {
        List<String> there = new Matching(known)
                .of(accumulate.source(), way.scope()).stream()
                        .filter(match -> !match.holds().and(way.where()).isEmpty())
                        .map(match ->
                                match.facts().stream().map(sentences::clause).collect(Collectors.joining(" and ")))
                        .distinct()
                        .toList();
        return there.isEmpty() ? "nothing is there" : String.join("; ", there);
    }

    private String clause(RuleCondition condition, Way way) {
        return Sentences.capital(new ConditionWords(sentences, new Bindings(way.scope())).clause(condition));
    }

    private static Unmet unmet(String sentence, Kind kind, Optional<Fact> fact, List<Near> near, List<String> remarks) {
        return new Unmet(sentence, kind, fact, List.of(), near, remarks, List.of(), List.of(), 0, false);
    }

    private Unmet blocked(RuleCard card, Reach reach, Tried tried, boolean inFull) {
        Way way = reach.way();
        Not not = (Not) tried.condition();
        String sentence =
                new ConditionWords(sentences, new Bindings(way.scope())).absence(card, reach.branch(), not.inner());
        List<Held> blockers = tried.matches().stream()
                .flatMap(match -> match.facts().stream())
                .distinct()
                .map(fact -> why.held(fact, way.where(), inFull))
                .toList();
        return new Unmet(
                sentence,
                Kind.BLOCKED,
                Optional.empty(),
                complement(tried.matches()),
                List.of(),
                List.of(),
                blockers,
                inFull ? lacking(not.inner(), tried.matches(), way) : List.of(),
                0,
                false);
    }

    /**
     * What would get a blocker out of the way, where the condition has a {@code not} inside it: "whatever it could do would defeat its
     * ends" is blocked by what does not, and why that does not is what matters.
     */
    private List<Attempt> lacking(RuleCondition inner, List<Match> matches, Way way) {
        List<Attempt> lacking = new ArrayList<>();
        if (inner instanceof RuleCondition.And and) {
            for (RuleCondition part : and.conditions()) {
                if (part instanceof Not not && not.inner() instanceof Pattern pattern) {
                    FactType type = FactType.named(pattern.type()).orElseThrow();
                    for (Match match : matches) {
                        Wanted wanted = new Wanted(type, match.scope().asked(pattern));
                        if (type.concluded() && !told.contains(wanted.key())) {
                            lacking.addAll(attempts(wanted, way.where()));
                        } else if (type.stated()) {
                            wanted.fact().ifPresent(fact -> enough.merge(fact, 1, Integer::sum));
                        }
                    }
                }
            }
        }
        return lacking;
    }

    /** Where nothing is in the way. */
    private List<Map<String, String>> complement(List<Match> matches) {
        Label blocked = matches.stream().map(Match::mayHold).reduce(known.nowhere(), Label::or);
        Label free = worlds.possible().minus(blocked);
        return free.isEmpty() ? List.of() : worlds.conditions(free).listed();
    }

    private Unmet otherwise(Accumulate accumulate, Way way, Tried tried) {
        AccumulateWords words = new AccumulateWords(sentences, new Bindings(way.scope()));
        List<String> remarks = new ArrayList<>();
        List<String> results = new Matching(known)
                .comes(accumulate, way.scope()).stream()
                        .filter(comes -> !comes.label().and(way.where()).isEmpty())
                        .map(comes -> words.results(accumulate, comes.named()))
                        .distinct()
                        .sorted()
                        .toList();
        remarks.add(results.isEmpty() ? "there is nothing to make it of" : String.join(", or ", results));
        remarks.add(elements(accumulate, way));
        List<Map<String, String>> under = tried.matches().isEmpty() ? met(accumulate, way) : holds(tried.matches());
        return new Unmet(
                words.sentence(accumulate),
                tried.fate() == Fate.ELSEWHERE || !under.isEmpty() ? Kind.ELSEWHERE : Kind.OTHERWISE,
                Optional.empty(),
                under,
                List.of(),
                remarks,
                List.of(),
                List.of(),
                0,
                false);
    }

    private List<Map<String, String>> met(Accumulate accumulate, Way way) {
        return holds(new Matching(known).of(accumulate, way.scope()));
    }

    private List<Map<String, String>> holds(List<Match> matches) {
        Label holds = matches.stream().map(Match::holds).reduce(known.nowhere(), Label::or);
        return holds.isEmpty() ? List.of() : worlds.conditions(holds).listed();
    }

    private Unmet elsewhere(Way way, Tried tried) {
        List<Fact> facts = tried.matches().stream()
                .flatMap(match -> match.facts().stream())
                .distinct()
                .toList();
        List<Map<String, String>> under = holds(tried.matches());
        String sentence = facts.isEmpty()
                ? clause(tried.condition(), way)
                : Sentences.capital(facts.stream().map(sentences::clause).collect(Collectors.joining(" and ")));
        return new Unmet(
                sentence,
                Kind.ELSEWHERE,
                facts.size() == 1 ? Optional.of(facts.get(0)) : Optional.empty(),
                under,
                List.of(),
                under.isEmpty() ? List.of("the rules contradict themselves about it") : List.of(),
                List.of(),
                List.of(),
                0,
                false);
    }

    private Unmet missing(Pattern pattern, Way way, boolean inFull) {
        FactType type = FactType.named(pattern.type()).orElseThrow();
        Wanted wanted = new Wanted(type, way.scope().asked(pattern));
        List<String> remarks = new ArrayList<>(unknownYet(pattern, way.scope()));
        List<String> contradicting = contradicting(wanted, way.where());
        remarks.addAll(contradicting);
        Optional<Fact> fact =
                wanted.fact().filter(each -> way.scope().match(pattern, each).isPresent());
        List<Map<String, String>> under = fact.map(this::elsewhere).orElse(List.of());
        Kind kind = !under.isEmpty()
                ? Kind.ELSEWHERE
                : !contradicting.isEmpty() ? Kind.CONTRADICTED : type.concluded() ? Kind.NOT_CONCLUDED : Kind.MISSING;
        if (type.concluded() && !concludable(wanted)) {
            remarks.add("no rule concludes that");
        }
        if (way.unmet() == 1 && fact.isPresent() && type.stated()) {
            enough.merge(fact.get(), 1, Integer::sum);
        }
        boolean above = type.concluded() && told.contains(wanted.key());
        List<Attempt> attempts = type.concluded() && inFull && !above ? attempts(wanted, way.where()) : List.of();
        return new Unmet(
                clause(pattern, way),
                kind,
                fact,
                under,
                near(pattern, way.scope()),
                remarks,
                List.of(),
                attempts.subList(0, Math.min(FEW, attempts.size())),
                Math.max(0, attempts.size() - FEW),
                above);
    }

    /** Where a fact holds that holds in none of the scenarios that are looked at. */
    private List<Map<String, String>> elsewhere(Fact fact) {
        Worlds free = worlds.free();
        return free.graph()
                .find(fact)
                .map(free::conditions)
                .map(ConditionList::listed)
                .orElse(List.of());
    }

    /** Statements of the case that would do, on another day. */
    private List<String> unknownYet(Pattern pattern, Scope scope) {
        Stream<Statement> all = Stream.concat(
                caseFile.statements().stream(),
                caseFile.questions().stream()
                        .flatMap(question -> question.answers().stream())
                        .flatMap(answer -> answer.facts().stream()));
        return all.filter(statement -> scope.match(pattern, statement.fact()).isPresent())
                .filter(statement ->
                        caseFile.asOf().map(day -> !statement.holdsAt(day)).orElse(false))
                .map(statement ->
                        "the case states that " + sentences.clause(statement.fact()) + ", but " + notNow(statement))
                .distinct()
                .toList();
    }

    private String notNow(Statement statement) {
        return statement
                .firstDay()
                .filter(first -> caseFile.asOf().filter(first::isAfter).isPresent())
                .map(first -> "only from " + first + " on")
                .orElseGet(() ->
                        "only until " + statement.until().map(Object::toString).orElse("another day"));
    }

    /** What holds that excludes what is wanted, by the vocabulary. */
    private List<String> contradicting(Wanted wanted, Label where) {
        Optional<FactType.Field> term = wanted.type().fields().stream()
                .filter(field -> field.type() == FieldType.TERM)
                .findFirst();
        String word = term.map(field -> wanted.values().getOrDefault(field.name(), ""))
                .orElse("");
        if (word.isEmpty()) {
            return List.of();
        }
        return known.all(wanted.type()).stream()
                .filter(item -> !item.holds().and(where).isEmpty())
                .filter(item -> wanted.type().fieldNames().stream()
                        .filter(field -> !field.equals(term.get().name()))
                        .allMatch(field -> !wanted.values().containsKey(field)
                                || wanted.values().get(field).equals(item.fact().value(field))))
                .filter(item -> excludes(
                        term.get().name(), word, item.fact().value(term.get().name())))
                .map(item -> sentences.clause(item.fact()) + ", which excludes it")
                .distinct()
                .toList();
    }

    private boolean excludes(String field, String one, String other) {
        return vocabulary
                        .term(field, one)
                        .filter(term -> term.excludes().contains(other))
                        .isPresent()
                || vocabulary
                        .term(field, other)
                        .filter(term -> term.excludes().contains(one))
                        .isPresent();
    }

    /** The facts that fail fewest tests, as long as they meet as many. */
    private List<Near> near(Pattern pattern, Scope scope) {
        FactType type = FactType.named(pattern.type()).orElseThrow();
        Map<Known.Item, Integer> failing = new LinkedHashMap<>();
        int asked = (int) pattern.constraints().stream()
                .filter(constraint -> !constraint.comparisons().isEmpty()
                        || constraint.bindings().stream()
                                .anyMatch(binding ->
                                        scope.value(binding.variable()).isPresent()))
                .count();
        for (Known.Item item : known.all(type)) {
            int fails = scope.failing(pattern, item.fact()).size();
            // Something else that is said of the same is not near; the same said of something else is.
            if (fails > 0 && 2 * fails <= asked && !failsTerm(pattern, scope, item.fact())) {
                failing.put(item, fails);
            }
        }
        int fewest = failing.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        return failing.entrySet().stream()
                .filter(each -> each.getValue() == fewest)
                .limit(NEAR)
                .map(each -> near(pattern, scope, each.getKey().fact()))
                .toList();
    }

    private static boolean failsTerm(Pattern pattern, Scope scope, Fact fact) {
        return scope.failing(pattern, fact).stream()
                .flatMap(constraint -> Stream.concat(
                        constraint.comparisons().stream().map(RuleCondition.Comparison::field),
                        constraint.bindings().stream().map(RuleCondition.Binding::field)))
                .anyMatch(tested -> fact.type()
                        .field(tested)
                        .filter(field -> field.type() == FieldType.TERM)
                        .isPresent());
    }

    private Near near(Pattern pattern, Scope scope, Fact fact) {
        Differences differences = new Differences(sentences, scope);
        Set<String> said = new LinkedHashSet<>();
        scope.failing(pattern, fact).forEach(constraint -> said.add(differences.of(constraint, fact)));
        return new Near(fact.id(), sentences.sentence(fact), List.copyOf(said));
    }

    /** Statements any one of which would make a fact that matches a pattern. */
    List<Fact> completing(Pattern pattern, Scope scope, Label here) {
        FactType type = FactType.named(pattern.type()).orElseThrow();
        Wanted wanted = new Wanted(type, scope.asked(pattern));
        if (type.stated()) {
            return wanted.fact().stream().toList();
        }
        Set<Fact> before = Set.copyOf(enough.keySet());
        attempts(wanted, here);
        return enough.keySet().stream().filter(each -> !before.contains(each)).toList();
    }

    /** Single statements each of which was the only thing missing to something that has been looked at. */
    List<Fact> enough() {
        return List.copyOf(enough.keySet());
    }
}
