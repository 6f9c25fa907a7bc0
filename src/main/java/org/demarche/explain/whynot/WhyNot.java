package org.demarche.explain.whynot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Vocabulary;
import org.demarche.explain.matching.Approaches;
import org.demarche.explain.matching.Approaches.Approach;
import org.demarche.explain.matching.Approaches.Reach;
import org.demarche.explain.matching.Counting;
import org.demarche.explain.matching.FieldValues;
import org.demarche.explain.matching.Known;
import org.demarche.explain.matching.Matching;
import org.demarche.explain.matching.Matching.Match;
import org.demarche.explain.matching.Scope;
import org.demarche.explain.matching.Search;
import org.demarche.explain.matching.Search.Fate;
import org.demarche.explain.matching.Search.Tried;
import org.demarche.explain.matching.Search.Way;
import org.demarche.explain.matching.Wanted;
import org.demarche.explain.why.Explanation.Detail;
import org.demarche.explain.why.Explanation.Held;
import org.demarche.explain.why.Why;
import org.demarche.explain.whynot.Obstacles.Alternative;
import org.demarche.explain.whynot.Obstacles.Attempt;
import org.demarche.explain.whynot.Obstacles.Kind;
import org.demarche.explain.whynot.Obstacles.Met;
import org.demarche.explain.whynot.Obstacles.Open;
import org.demarche.explain.whynot.Obstacles.Step;
import org.demarche.explain.whynot.Obstacles.Unmet;
import org.demarche.explain.wording.AccumulateWords;
import org.demarche.explain.wording.Bindings;
import org.demarche.explain.wording.ConditionWords;
import org.demarche.explain.wording.Sentences;
import org.demarche.inference.Inference;
import org.demarche.inference.Value;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.rules.Branch;
import org.demarche.rules.Expression;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.worlds.Label;
import org.demarche.worlds.Worlds;
import org.jspecify.annotations.Nullable;

/** Finds what keeps something from being inferred: how far each rule gets that could conclude it, and what stops it. */
public final class WhyNot {

    /** How many rules are gone into for a condition that is not met. */
    private static final int FEW = 3;

    /** How many facts that would do are named, where some of their values may be anything. */
    private static final int GUESSES = 200;

    /** Into how many conditions that are not met is gone before what lies deeper is only counted. */
    private static final int INTO = 24;

    /** So deep is gone in any case, unless something else is asked for. */
    private static final int SHALLOW = 2;

    /** The most rules deep it goes: nobody reads what lies deeper. */
    public static final int DEEPEST = 100;

    /** Into how many is gone to look for single statements. */
    private static final int SOUGHT = 600;

    /** How many of what rules conclude are looked for one by one. */
    private static final int FEW_GUESSES = 12;

    /** Into how many parts of the scenarios each rule is gone into. */
    private static final int REGIONS = 3;

    /** Of a condition that stands inside another one. */
    private static final int NO_BRANCH = -1;

    private static final String CONTRADICTION = "the rules contradict themselves about it";

    private static final int ALTERNATIVES = 12;

    /** How many of them are gone into, of what is asked for. */
    private static final int EXPANDED = 3;

    private final Worlds worlds;
    private final Sentences sentences;
    private final Known known;
    private final Approaches approaches;
    private final Surroundings surroundings;
    private final Why why;
    private final FieldValues tried;

    /** What holds when no answer is given; null until somebody asks. */
    private @Nullable Known free;

    /** What has been gone into, with what was said of it. */
    private final Set<String> told = new HashSet<>();

    /** Single facts each of which would be enough for something that has been looked at. */
    private final Set<Fact> enough = new LinkedHashSet<>();

    /** Of which kinds there may be more of them. */
    private final Map<FactType, Untried> untried = new TreeMap<>();

    /** Whether only single statements are looked for that would be enough, and nothing is told. */
    private final boolean seeking;

    /** What is the only thing in the way of something that has been looked at. */
    private final Set<Fact> inTheWay = new LinkedHashSet<>();

    /** How many rules for conditions of rules deep is gone, and how deep it is now. */
    private final int depth;

    private int level;

    /** Into how many conditions is gone at most, and into how many has been gone. */
    private final int most;

    private int into;

    /** Whether there is more that lies deeper. */
    private boolean more;

    /** The rules that are being gone into. */
    private final Deque<String> open = new ArrayDeque<>();

    /** Whether a rule that could conclude what it needs itself was not gone into again. */
    private boolean circular;

    /** @param worlds labels of everything together */
    WhyNot(Worlds worlds, Map<String, RuleCard> cards, CaseFile caseFile, Vocabulary vocabulary) {
        this(worlds, cards, caseFile, vocabulary, false);
    }

    private WhyNot(
            Worlds worlds, Map<String, RuleCard> cards, CaseFile caseFile, Vocabulary vocabulary, boolean seeking) {
        this.seeking = seeking;
        this.depth = DEEPEST;
        this.most = SOUGHT;
        this.worlds = worlds;
        this.sentences = new Sentences(caseFile, vocabulary);
        this.known = new Known(worlds);
        this.tried = new FieldValues(
                known,
                cards.values(),
                caseFile.actors().keySet().stream().sorted().toList(),
                vocabulary::ids);
        this.surroundings = new Surroundings(worlds, cards, caseFile, vocabulary, sentences, known);
        this.approaches = new Approaches(known, cards.values(), surroundings::comesLater);
        this.why = new Why(worlds, cards, caseFile, sentences, Detail.SHORT);
    }

    /** The same, from the beginning, so deep. */
    private WhyNot(WhyNot same, int depth) {
        this.seeking = same.seeking;
        this.depth = depth;
        this.most = Integer.MAX_VALUE;
        this.worlds = same.worlds;
        this.sentences = same.sentences;
        this.known = same.known;
        this.tried = same.tried;
        this.surroundings = same.surroundings;
        this.approaches = same.approaches;
        this.why = same.why.afresh();
    }

    /** Looks for what would be {@link #enough} and what is {@link #inTheWay}, and goes further for it than what is told. */
    public static WhyNot seeking(Worlds worlds, Map<String, RuleCard> cards, CaseFile caseFile, Vocabulary vocabulary) {
        return new WhyNot(worlds, cards, caseFile, vocabulary, true);
    }

    /**
     * What keeps a fact from being inferred, in the possible scenarios in which it is not.
     *
     * @param inference what is known of it, if anything
     * @param worlds labels of everything together
     * @param depth how many rules deep it is gone into, at most 100; empty for as deep as that can be read
     */
    public static Obstacles explain(
            Fact fact,
            Optional<Inference> inference,
            Worlds worlds,
            Map<String, RuleCard> cards,
            CaseFile caseFile,
            Vocabulary vocabulary,
            OptionalInt depth) {
        WhyNot whyNot = new WhyNot(worlds, cards, caseFile, vocabulary);
        Label here = whyNot.notHolding(fact);
        return new Obstacles(
                fact,
                whyNot.sentences.sentence(fact),
                inference,
                here.count(),
                here.isEmpty() ? List.of() : worlds.conditions(here).listed(),
                here.isEmpty() ? List.of() : whyNot.attempts(fact, here, depth));
    }

    /** So deep as is asked for, or as deep as that can be read. */
    private List<Attempt> attempts(Fact fact, Label here, OptionalInt asked) {
        if (asked.isPresent()) {
            return new WhyNot(this, Math.min(asked.getAsInt(), DEEPEST)).attempts(Wanted.of(fact), here);
        }
        WhyNot deep = new WhyNot(this, SHALLOW);
        List<Attempt> attempts = deep.attempts(Wanted.of(fact), here);
        while (deep.more && deep.depth < DEEPEST) {
            deep = new WhyNot(this, deep.depth + 1);
            List<Attempt> deeper = deep.attempts(Wanted.of(fact), here);
            if (deep.into > INTO) {
                break;
            }
            attempts = deeper;
        }
        return attempts;
    }

    /** Where a fact does not hold, among the possible scenarios; where that is undecided it does not hold either. */
    public Label notHolding(Fact fact) {
        Optional<Integer> node = worlds.graph().find(fact);
        return node.map(each -> worlds.possible().minus(worlds.label(each))).orElseGet(worlds::possible);
    }

    /** The rules that could conclude it, the nearest first, in all parts of the scenarios. */
    public List<Attempt> attempts(Wanted wanted, Label here) {
        List<Approach> candidates = approaches.to(wanted, here, REGIONS);
        told(wanted, candidates);
        List<Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            boolean last = i + 1 == candidates.size()
                    || !candidates.get(i + 1).card().equals(candidates.get(i).card());
            Label left = candidates.get(i).left();
            attempts.add(attempt(candidates.get(i), here, last ? left : known.nowhere(), EXPANDED));
        }
        return attempts;
    }

    /** Whether it has been told before in the same words; from now on it has. */
    private boolean told(Wanted wanted, List<Approach> candidates) {
        return !told.add(wanted.key()
                + candidates.stream()
                        .limit(FEW)
                        .map(each -> each.card().id()
                                + lacking(each.card(), each.ways().get(0)))
                        .toList());
    }

    /**
     * @param looked the scenarios that are looked at, and {@code left} those of which nothing is told
     * @param expanded how many of the other ways to meet the rule are gone into
     */
    private Attempt attempt(Approach candidate, Label looked, Label left, int expanded) {
        open.push(candidate.card().id());
        Attempt attempt = attemptOf(candidate, looked, left, expanded);
        open.pop();
        return attempt;
    }

    private Attempt attemptOf(Approach candidate, Label looked, Label left, int expanded) {
        RuleCard card = candidate.card();
        Reach reach = candidate.ways().get(0);
        Way way = reach.way();
        List<Step> steps = new ArrayList<>();
        for (Tried tried : way.tried()) {
            steps.add(step(card, reach, tried, true));
        }
        servingAll(way);
        // Where the nearest way is of that kind, all of them are.
        boolean asked = !meant(way, false);
        Set<String> said = new HashSet<>();
        said.add(lacking(card, reach));
        List<Alternative> alternatives = new ArrayList<>();
        for (Reach other : candidate.ways()) {
            // What gets as far in other scenarios only is no alternative in these.
            Label both = candidate.covers().and(other.way().covers());
            if (!both.isEmpty()
                    && meant(other.way(), asked)
                    && !thereAlready(other.way())
                    && alternatives.size() < ALTERNATIVES
                    && said.add(lacking(card, other))) {
                boolean inFull = alternatives.size() < expanded;
                alternatives.add(new Alternative(
                        both.equals(candidate.covers())
                                ? List.of()
                                : worlds.conditions(both).listed(),
                        other.way().tried().stream()
                                .filter(tried -> tried.fate().lacking())
                                .map(tried -> (Unmet) step(card, other, tried, inFull))
                                .toList()));
            }
        }
        return new Attempt(
                card.id(),
                card.title(),
                card.citations(),
                card.at(),
                candidate.covers().count(),
                candidate.covers().equals(looked)
                        ? List.of()
                        : worlds.conditions(candidate.covers()).listed(),
                left.count(),
                way.unmet(),
                steps,
                alternatives,
                candidate.exhaustive() && candidate.ways().size() <= ALTERNATIVES + 1);
    }

    private void seekEach(Wanted wanted, Pattern pattern, Way way) {
        wanted.facts(tried, FEW_GUESSES).stream()
                .filter(each -> way.scope().match(pattern, each).isPresent())
                .forEach(each -> seek(Wanted.of(each), notHolding(each).and(way.where())));
    }

    private void seek(Wanted wanted, Label here) {
        if (!here.isEmpty() && told.add("sought " + wanted.key() + here.count())) {
            attempts(wanted, here);
        }
    }

    /** That somebody stands in a relation to himself is never meant, unless it is asked about. */
    private static boolean meant(Way way, boolean ofItself) {
        return ofItself
                || way.tried().stream()
                        .filter(tried -> tried.fate() == Fate.UNMET && tried.condition() instanceof Pattern)
                        .noneMatch(tried -> Wanted.of((Pattern) tried.condition(), way.scope())
                                .ofItself());
    }

    /** What a way lacks, in words: ways that read the same are one. */
    private String lacking(RuleCard card, Reach reach) {
        return reach.way().tried().stream()
                .filter(tried -> tried.fate().lacking())
                .map(tried -> asked(card, reach, tried))
                .collect(Collectors.joining("; "));
    }

    /** What a condition asks for, as a sentence. */
    private String asked(RuleCard card, Reach reach, Tried tried) {
        if (tried.condition() instanceof Not not) {
            return absence(card, reach, not);
        }
        List<Fact> facts =
                tried.fate() == Fate.ELSEWHERE && !(tried.condition() instanceof Accumulate) ? facts(tried) : List.of();
        return facts.isEmpty()
                ? clause(tried.condition(), reach.way())
                : Sentences.capital(facts.stream().map(sentences::clause).collect(Collectors.joining(" and ")));
    }

    private static List<Fact> facts(Tried tried) {
        return tried.matches().stream()
                .flatMap(match -> match.facts().stream())
                .distinct()
                .toList();
    }

    private Step step(RuleCard card, Reach reach, Tried tried, boolean inFull) {
        Way way = reach.way();
        if (tried.fate() == Fate.MET) {
            return met(card, reach, tried);
        }
        if (tried.fate() == Fate.OPEN) {
            return new Open(
                    tried.condition() instanceof Not not
                            ? ConditionWords.demand(absence(card, reach, not))
                            : clause(tried.condition(), way));
        }
        RuleCondition condition = tried.condition();
        if (condition instanceof Not) {
            return blocked(card, reach, tried, inFull);
        }
        if (condition instanceof Accumulate accumulate) {
            return otherwise(card, accumulate, way, tried, inFull);
        }
        if (tried.fate() == Fate.ELSEWHERE) {
            return elsewhere(card, reach, tried);
        }
        RuleCondition inner = condition instanceof Exists exists ? exists.inner() : condition;
        return inner instanceof Pattern pattern
                ? missing(pattern, way.scope(), way, inFull)
                : unmet(clause(condition, way), Kind.MISSING).withParts(parts(card, inner, way, inFull));
    }

    /** What is not met of conditions inside one that is not met. */
    private List<Unmet> parts(RuleCard card, RuleCondition inner, Way way, boolean inFull) {
        List<Unmet> parts = new ArrayList<>();
        for (Branch branch : Branch.of(List.of(inner))) {
            new Search(known, branch, scope -> true)
                    .nearest(way.scope(), way.where()).stream()
                            .limit(1)
                            .forEach(nearest -> nearest.tried().stream()
                                    .filter(tried -> tried.fate().lacking())
                                    .map(tried -> (Unmet) step(card, new Reach(NO_BRANCH, nearest), tried, inFull))
                                    .forEach(parts::add));
        }
        return parts;
    }

    private Met met(RuleCard card, Reach reach, Tried tried) {
        Way way = reach.way();
        ConditionWords words = new ConditionWords(sentences, new Bindings(way.scope()));
        if (tried.condition() instanceof Not not) {
            return new Met(words.absence(card, reach.branch(), not.inner()), List.of());
        }
        if (tried.condition() instanceof Accumulate accumulate) {
            return new Met(clause(accumulate, way) + ": " + elements(accumulate, way), List.of());
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

    /** What there is of an accumulate where the rest is met; with what is not there in all of these scenarios, where it is. */
    private String elements(Accumulate accumulate, Way way) {
        Set<String> there = new LinkedHashSet<>();
        for (Match match : new Matching(known).of(accumulate.source(), way.scope())) {
            Label holds = match.holds().and(way.where());
            if (!holds.isEmpty()) {
                String taken = new AccumulateWords(sentences, new Bindings(match.scope()))
                        .taken(accumulate, Matching.values(accumulate, match.scope()));
                String clauses = match.facts().stream().map(sentences::clause).collect(Collectors.joining(" and "))
                        + (taken.isEmpty() ? "" : " [" + taken + "]");
                there.add(clauses + (holds.equals(way.where()) ? "" : " (in some of these scenarios)"));
            }
        }
        return there.isEmpty() ? "nothing of the kind is there" : String.join("; ", there);
    }

    private String clause(RuleCondition condition, Way way) {
        return Sentences.capital(new ConditionWords(sentences, new Bindings(way.scope())).clause(condition));
    }

    private static Unmet unmet(String sentence, Kind kind) {
        return new Unmet(
                sentence,
                kind,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                false);
    }

    private Unmet blocked(RuleCard card, Reach reach, Tried tried, boolean inFull) {
        Way way = reach.way();
        Not not = (Not) tried.condition();
        List<Held> blockers = facts(tried).stream()
                .map(fact -> why.held(fact, way.where(), inFull))
                .toList();
        if (way.unmet() == 1) {
            inTheWay.addAll(facts(tried));
        }
        boolean undecided = tried.matches().stream()
                .allMatch(match -> match.holds().and(way.where()).isEmpty());
        List<Map<String, String>> free = complement(tried.matches());
        List<String> remarks = new ArrayList<>();
        if (undecided) {
            remarks.add(CONTRADICTION);
        }
        if (!free.isEmpty() && way.anywhere().isEmpty()) {
            remarks.add("where nothing is in the way, not all the other conditions are met");
        }
        if (inFull) {
            facts(tried).forEach(fact -> {
                long supports = why.supports(fact, way.where());
                if (supports > 1) {
                    remarks.add(
                            "of what supports this, one way of " + supports + " is shown: " + sentences.clause(fact));
                }
            });
        }
        return unmet(ConditionWords.demand(absence(card, reach, not)), undecided ? Kind.UNDECIDED : Kind.BLOCKED)
                .withHoldsUnder(free)
                .withRemarks(remarks)
                .withBlockers(blockers)
                .withParts(unblocking(not.inner(), tried.matches(), way, inFull));
    }

    private String absence(RuleCard card, Reach reach, Not not) {
        ConditionWords words =
                new ConditionWords(sentences, new Bindings(reach.way().scope()));
        return reach.branch() == NO_BRANCH
                ? words.absence(not.inner())
                : words.absence(card, reach.branch(), not.inner());
    }

    /**
     * What would get a blocker out of the way, where the condition has a {@code not} inside it: "whatever it could do would defeat its
     * ends" is blocked by what does not, and why that does not is what matters.
     */
    private List<Unmet> unblocking(RuleCondition inner, List<Match> matches, Way way, boolean inFull) {
        List<Unmet> unblocking = new ArrayList<>();
        if (inner instanceof RuleCondition.And and) {
            for (RuleCondition part : and.conditions()) {
                if (part instanceof Not not && not.inner() instanceof Pattern pattern) {
                    matches.forEach(match -> unblocking.add(missing(pattern, match.scope(), way, inFull)));
                }
            }
        }
        return unblocking;
    }

    /** Where nothing is in the way. */
    private List<Map<String, String>> complement(List<Match> matches) {
        Label blocked = matches.stream().map(Match::mayHold).reduce(known.nowhere(), Label::or);
        Label free = worlds.possible().minus(blocked);
        return free.isEmpty() ? List.of() : worlds.conditions(free).listed();
    }

    private Unmet otherwise(RuleCard card, Accumulate accumulate, Way way, Tried tried, boolean inFull) {
        boolean single = accumulate.source() instanceof Pattern;
        boolean helped = Counting.helpedByMore(accumulate);
        List<Unmet> joined = single ? List.of() : oneMore(card, accumulate.source(), way, inFull);
        if (way.unmet() == 1 && accumulate.source() instanceof Pattern any) {
            Pattern pattern = Counting.valued(accumulate, any);
            Wanted wanted = Wanted.of(pattern, way.scope());
            if (wanted.type().stated()) {
                enough.addAll(stating(wanted, pattern, way.scope()));
            } else if (seeking && wanted.type().concluded()) {
                // One more of them may be enough.
                seekEach(wanted, pattern, way);
            }
        }
        List<String> remarks = new ArrayList<>();
        List<Map<String, Value>> outcomes = new Matching(known)
                .comes(accumulate, way.scope()).stream()
                        .filter(comes -> !comes.label().and(way.where()).isEmpty())
                        .map(Matching.Comes::named)
                        .distinct()
                        .toList();
        if (!outcomes.isEmpty()) {
            remarks.add(new AccumulateWords(sentences, new Bindings(way.scope())).anyOf(accumulate, outcomes));
        }
        remarks.add(elements(accumulate, way));
        if (helped && accumulate.source() instanceof Pattern pattern) {
            remarks.addAll(surroundings.unknownYet(pattern, way.scope()));
        }
        List<Map<String, String>> under = tried.matches().isEmpty() ? met(accumulate, way) : holds(tried.matches());
        return unmet(
                        clause(accumulate, way),
                        tried.fate() == Fate.ELSEWHERE || !under.isEmpty() ? Kind.ELSEWHERE : Kind.OTHERWISE)
                .withSought(
                        accumulate.source() instanceof Pattern pattern
                                ? Optional.of(Wanted.of(pattern, way.scope()).sought())
                                : Optional.empty())
                .withHoldsUnder(under)
                .withNear(
                        accumulate.source() instanceof Pattern pattern
                                ? surroundings.near(pattern, way.scope())
                                : List.of())
                .withRemarks(remarks)
                .withParts(
                        !inFull || !helped
                                ? List.of()
                                : accumulate.source() instanceof Pattern pattern ? more(pattern, way) : joined);
    }

    /** Whether what is lacking came to be there by what was met after it: it is counted already. */
    private boolean thereAlready(Way way) {
        return way.tried().stream()
                .filter(tried -> tried.fate().lacking() && tried.condition() instanceof Pattern)
                .map(tried -> (Pattern) tried.condition())
                .anyMatch(pattern -> !holds(known, pattern, way.scope(), true)
                        .and(way.where())
                        .isEmpty());
    }

    /** What would make conditions that are counted together hold once more, as far as little is lacking. */
    private List<Unmet> oneMore(RuleCard card, RuleCondition source, Way way, boolean inFull) {
        List<Unmet> parts = new ArrayList<>();
        for (Branch branch : Branch.of(List.of(source))) {
            for (Way nearest : new Search(known, branch, scope -> true).lacking(way.scope(), way.where())) {
                if (meant(nearest, false) && !thereAlready(nearest)) {
                    Way inner = nearest.besides(way.unmet() - 1);
                    nearest.tried().stream()
                            .filter(tried -> tried.fate().lacking())
                            .map(tried -> (Unmet)
                                    step(card, new Reach(NO_BRANCH, inner), tried, inFull && parts.size() < FEW))
                            .filter(unmet -> nearest.unmet() == 1)
                            .map(unmet -> unmet.withNear(List.of()))
                            .forEach(parts::add);
                }
            }
        }
        return parts.subList(0, Math.min(FEW, parts.size()));
    }

    /** The nearest of what rules could conclude that would be counted too. */
    private List<Unmet> more(Pattern pattern, Way way) {
        Wanted wanted = Wanted.of(pattern, way.scope());
        if (!wanted.type().concluded()) {
            return List.of();
        }
        Map<Fact, Integer> distances = new LinkedHashMap<>();
        for (Fact fact : wanted.facts(tried, FEW_GUESSES)) {
            Label here = notHolding(fact).and(way.where());
            if (!here.isEmpty() && way.scope().match(pattern, fact).isPresent()) {
                approaches.to(Wanted.of(fact), here, 1).stream()
                        .findFirst()
                        .ifPresent(nearest -> distances.put(fact, nearest.distance()));
            }
        }
        return distances.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(FEW)
                .map(Map.Entry::getKey)
                .map(fact ->
                        missing(exactly(fact, pattern), Scope.EMPTY, way, true).withNear(List.of()))
                .toList();
    }

    /** What asks for nothing but one fact. */
    private static Pattern exactly(Fact fact, Pattern like) {
        List<Constraint> values = fact.type().fieldNames().stream()
                .map(field -> new Comparison(field, "==", new Operand.Text(fact.value(field)), like.at(), like.at()))
                .map(each -> new Constraint(
                        each.field(), List.of(), List.of(each), true, new Expression.Compare(each), like.at()))
                .toList();
        return new Pattern(like.type(), like.kind(), "", values, like.at());
    }

    private List<Map<String, String>> met(Accumulate accumulate, Way way) {
        return holds(new Matching(known).of(accumulate, way.scope()));
    }

    private List<Map<String, String>> holds(List<Match> matches) {
        Label holds = matches.stream().map(Match::holds).reduce(known.nowhere(), Label::or);
        return holds.isEmpty() ? List.of() : worlds.conditions(holds).listed();
    }

    private Unmet elsewhere(RuleCard card, Reach reach, Tried tried) {
        Way way = reach.way();
        List<Fact> facts = facts(tried);
        List<Map<String, String>> under = holds(tried.matches());
        List<String> remarks = new ArrayList<>();
        if (under.isEmpty()) {
            remarks.add(CONTRADICTION);
        } else if (way.apart()) {
            remarks.add("it never holds together with all the other conditions");
        }
        if (way.unmet() == 1 && facts.size() == 1) {
            if (facts.get(0).type().stated()) {
                enough.add(facts.get(0));
            } else if (seeking && facts.get(0).type().concluded()) {
                // It holds elsewhere: something else may make it hold here.
                seek(Wanted.of(facts.get(0)), way.where());
            }
        }
        return unmet(asked(card, reach, tried), under.isEmpty() ? Kind.UNDECIDED : Kind.ELSEWHERE)
                .withSought(
                        facts.size() == 1 ? Optional.of(Wanted.of(facts.get(0)).sought()) : Optional.empty())
                .withHoldsUnder(under)
                .withRemarks(remarks);
    }

    private Unmet missing(Pattern pattern, Scope scope, Way way, boolean inFull) {
        FactType type = pattern.kind().orElseThrow();
        Wanted wanted = Wanted.of(pattern, scope);
        Optional<Fact> fact = wanted.fact();
        List<String> contradicting = surroundings.contradicting(wanted, way.where());
        List<Map<String, String>> under = elsewhere(pattern, scope);
        Kind kind = !under.isEmpty()
                ? Kind.ELSEWHERE
                : !contradicting.isEmpty()
                        ? Kind.CONTRADICTED
                        : type.concluded() && !type.stated() ? Kind.NOT_CONCLUDED : Kind.MISSING;
        List<String> remarks = new ArrayList<>(surroundings.unknownYet(pattern, scope));
        remarks.addAll(contradicting);
        if (under.isEmpty()) {
            remarks.addAll(surroundings.ruledOut(pattern, scope));
        }
        if (fact.isEmpty()
                && wanted.sought().fact().isPresent()
                && suiting(wanted, pattern, scope).isEmpty()) {
            remarks.add("no fact could be that");
        }
        if (type.concluded() && !approaches.concludable(wanted)) {
            remarks.add("no rule concludes that");
        }
        if (way.unmet() == 1 && type.stated()) {
            enough.addAll(stating(wanted, pattern, scope));
        }
        // Where it holds nothing is lacking.
        Label lacking = way.where().minus(holds(known, pattern, scope, true));
        List<Approach> candidates = type.concluded() && inFull && !lacking.isEmpty()
                ? withoutCircles(type, approaches.to(wanted, lacking, 1))
                : List.of();
        boolean deeper = level < depth && into < most;
        more |= !deeper && !candidates.isEmpty();
        boolean above = deeper && !candidates.isEmpty() && told(wanted, candidates);
        List<Attempt> attempts = deeper && !above ? attempts(candidates, lacking) : List.of();
        String sentence = new ConditionWords(sentences, new Bindings(scope)).clause(pattern);
        return unmet(Sentences.capital(sentence), kind)
                .withSought(Optional.of(wanted.sought())
                        .filter(sought -> sought.fact().equals(fact)))
                .withHoldsUnder(under)
                .withNear(under.isEmpty() ? surroundings.near(pattern, scope) : List.of())
                .withRemarks(remarks)
                .withAttempts(attempts)
                .withOthers(above ? 0 : candidates.size() - attempts.size())
                .withShownAbove(above);
    }

    /** A fact that may just as well be stated is not sought in a circle: rules over declared types often need what they conclude. */
    private List<Approach> withoutCircles(FactType type, List<Approach> candidates) {
        if (!type.stated()) {
            return candidates;
        }
        List<Approach> others = candidates.stream()
                .filter(each -> !open.contains(each.card().id()))
                .toList();
        circular |= others.size() < candidates.size();
        return others;
    }

    /** The nearest rules for a condition. */
    private List<Attempt> attempts(List<Approach> candidates, Label here) {
        into += candidates.isEmpty() ? 0 : 1;
        level++;
        List<Attempt> attempts = candidates.stream()
                .limit(FEW)
                .map(each -> attempt(each, here, each.left(), 0))
                .toList();
        level--;
        return attempts;
    }

    /** Facts that would do, some of them where some of their values may be anything. */
    private List<Fact> suiting(Wanted wanted, Pattern pattern, Scope scope) {
        return wanted.facts(tried, GUESSES).stream()
                .filter(each -> scope.match(pattern, each).isPresent())
                .toList();
    }

    /** The same, to be stated: of what else might do, it is remembered that it is not tried. */
    private List<Fact> stating(Wanted wanted, Pattern pattern, Scope scope) {
        List<Fact> suiting = suiting(wanted, pattern, scope);
        Set<String> unknown = wanted.unknown(tried);
        Set<String> open = unknown.isEmpty() ? wanted.open(tried) : unknown;
        if (!open.isEmpty()) {
            untried.merge(wanted.type(), new Untried(wanted.type().typeName(), open, suiting.isEmpty()), Untried::and);
        }
        return suiting;
    }

    /** One fact may be all that several conditions lack. */
    private void servingAll(Way way) {
        List<Pattern> lacking = new ArrayList<>();
        for (Tried tried : way.tried()) {
            if (tried.fate().lacking()) {
                RuleCondition of = tried.condition() instanceof Exists exists
                        ? exists.inner()
                        : tried.condition() instanceof Accumulate accumulate ? accumulate.source() : tried.condition();
                if (!(of instanceof Pattern pattern)) {
                    return;
                }
                lacking.add(pattern);
            }
        }
        Map<String, String> values = new HashMap<>();
        for (Pattern pattern : lacking) {
            Wanted wanted = Wanted.of(pattern, way.scope());
            if (!wanted.type().stated() || !pattern.type().equals(lacking.get(0).type())) {
                return;
            }
            for (Map.Entry<String, String> value : wanted.values().entrySet()) {
                if (!value.getValue().equals(values.getOrDefault(value.getKey(), value.getValue()))) {
                    return;
                }
                values.put(value.getKey(), value.getValue());
            }
        }
        if (lacking.size() > 1) {
            FactType type = lacking.get(0).kind().orElseThrow();
            List<Constraint> tests = lacking.stream()
                    .flatMap(pattern -> Wanted.of(pattern, way.scope()).tests().stream())
                    .toList();
            new Wanted(type, values, type.isDeclared() ? tests : List.of(), way.scope())
                    .facts(tried, GUESSES).stream()
                            .filter(fact -> lacking.stream()
                                    .allMatch(pattern ->
                                            way.scope().match(pattern, fact).isPresent()))
                            .forEach(enough::add);
        }
    }

    /** Where something is met that is met in none of the scenarios that are looked at: under other answers than are given. */
    private List<Map<String, String>> elsewhere(Pattern pattern, Scope scope) {
        Label here = holds(known, pattern, scope, true);
        if (!here.isEmpty() || worlds.given().isEmpty()) {
            return here.isEmpty() || here.equals(worlds.possible())
                    ? List.of()
                    : worlds.conditions(here).listed();
        }
        if (free == null) {
            free = new Known(worlds.free());
        }
        Label holds = holds(free, pattern, scope, false);
        return holds.isEmpty() ? List.of() : worlds.free().conditions(holds).listed();
    }

    /** @param bound whether only with the values that the variables have already: with others, other conditions may not be met */
    private static Label holds(Known known, Pattern pattern, Scope scope, boolean bound) {
        return known.candidates(pattern, scope).stream()
                .filter(item -> scope.match(pattern, item.fact())
                        .filter(matched -> !bound || matched.values().equals(scope.values()))
                        .isPresent())
                .map(Known.Item::holds)
                .reduce(known.nowhere(), Label::or);
    }

    /** Statements any one of which would make a fact that matches a pattern. */
    public List<Fact> completing(Pattern pattern, Scope scope, Label here) {
        Wanted wanted = Wanted.of(pattern, scope);
        if (wanted.type().stated()) {
            return stating(wanted, pattern, scope);
        }
        Set<Fact> before = Set.copyOf(enough);
        attempts(wanted, here);
        return enough.stream().filter(each -> !before.contains(each)).toList();
    }

    /** What is the only thing in the way of something that has been looked at. */
    public List<Fact> inTheWay() {
        return List.copyOf(inTheWay);
    }

    /** Whether everything was looked at that bears on it. */
    public boolean exhaustive() {
        return !more && !circular && approaches.exhaustive();
    }

    /** Of which kinds not all statements were tried that may be enough. */
    public List<Untried> untried() {
        return List.copyOf(untried.values());
    }

    /** Single statements each of which was the only thing missing to something that has been looked at. */
    public List<Fact> enough() {
        return List.copyOf(enough);
    }
}
