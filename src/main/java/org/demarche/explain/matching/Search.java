package org.demarche.explain.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.explain.matching.Matching.Match;
import org.demarche.rules.Branch;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.rules.RuleWords;
import org.demarche.worlds.Label;

/**
 * The ways to meet one branch of a rule that leave fewest conditions unmet: by iterative deepening over how many those are. Patterns
 * come first, in their order, and then what can only be told when the variables have their values.
 */
public final class Search {

    /** How many facts are tried for one rule before what has been found must do. */
    private static final int WORK = 40_000;

    /** How many ways are kept. */
    private static final int MOST = 24;

    private final Matching matching;
    private final Known known;
    private final List<RuleCondition> conditions;
    private final Predicate<Scope> fits;

    /** The variables that the patterns of the branch give values. */
    private final Set<String> bound;

    /** Those of them that stand for what no fact is without. */
    private final Set<String> needed;

    private final List<Integer> order = new ArrayList<>();
    private final Map<String, Way> ways = new LinkedHashMap<>();
    private int most = MOST;
    private int work;
    private int budget;

    /** Whether ways that lack nothing are of no interest. */
    private boolean lacking;

    /** How a condition fares. */
    public enum Fate {
        MET,
        /** It is met, but not where the conditions before it are. */
        ELSEWHERE,
        /** It speaks of something that is missing: nobody can tell yet. */
        OPEN,
        UNMET;

        /** Whether something is lacking by it. */
        public boolean lacking() {
            return this == ELSEWHERE || this == UNMET;
        }
    }

    /**
     * What became of a condition.
     *
     * @param matches the facts it was met by, and where; for one that is negated and not met, what is in its way
     */
    public record Tried(RuleCondition condition, Fate fate, List<Match> matches) {}

    /**
     * A way.
     *
     * @param scope what the variables stand for in the end
     * @param where the scenarios in which all that is met is met together
     * @param covers the same, also with other facts as long as no more is lacking
     * @param anywhere the scenarios in which all is met together that is met somewhere
     */
    public record Way(List<Tried> tried, Scope scope, Label where, Label covers, Label anywhere, int unmet) {

        /** The same, of a rule that lacks so much besides. */
        public Way besides(int more) {
            return new Way(tried, scope, where, covers, anywhere, unmet + more);
        }

        /** Whether conditions that are met elsewhere are met together nowhere. */
        public boolean apart() {
            return anywhere.isEmpty() && tried.stream().anyMatch(each -> each.fate() == Fate.ELSEWHERE);
        }
    }

    /** @param fits whether what the variables stand for does for what is wanted */
    public Search(Known known, Branch branch, Predicate<Scope> fits) {
        this.known = known;
        this.fits = fits;
        this.matching = new Matching(known);
        this.conditions = branch.conditions();
        this.bound = branch.patterns().stream()
                .flatMap(pattern -> pattern.bindings().stream())
                .map(RuleCondition.Binding::variable)
                .collect(Collectors.toSet());
        this.needed = branch.patterns().stream()
                .flatMap(pattern -> pattern.kind().stream()
                        .flatMap(type -> pattern.bindings().stream()
                                .filter(binding -> type.indexOf(binding.field())
                                        < type.fields().size() - type.optionalValues())))
                .map(RuleCondition.Binding::variable)
                .collect(Collectors.toSet());
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i) instanceof Pattern) {
                order.add(i);
            }
        }
        for (int i = 0; i < conditions.size(); i++) {
            if (!(conditions.get(i) instanceof Pattern)) {
                order.add(i);
            }
        }
    }

    /** The nearest ways, those first that leave the later conditions unmet. */
    public List<Way> nearest(Scope scope, Label here) {
        return nearest(scope, here, 0);
    }

    /** The nearest ways of those that lack something: what may be met many times could be met once more by them. */
    public List<Way> lacking(Scope scope, Label here) {
        lacking = true;
        return nearest(scope, here, 1);
    }

    private List<Way> nearest(Scope scope, Label here, int least) {
        Way start = new Way(List.of(), scope, here, here, known.possible(), 0);
        for (budget = least; budget <= conditions.size() && ways.isEmpty() && work <= WORK; budget++) {
            step(0, start);
        }
        if (ways.isEmpty()) {
            // There is too much to try: the first way that comes, rather than none.
            budget = conditions.size();
            most = 1;
            step(0, start);
        }
        List<Way> sorted = new ArrayList<>(ways.values());
        sorted.sort(Comparator.comparing(Way::apart)
                .thenComparing(Comparator.comparing(this::firstUnmet).reversed()));
        return sorted;
    }

    /** How many facts were tried. */
    int work() {
        return work;
    }

    /** Whether everything was tried. */
    boolean exhaustive() {
        return work <= WORK && ways.size() < most;
    }

    private int firstUnmet(Way way) {
        for (int i = 0; i < way.tried().size(); i++) {
            if (way.tried().get(i).fate().lacking()) {
                return i;
            }
        }
        return way.tried().size();
    }

    private void step(int position, Way way) {
        if (ways.size() >= most || ++work > WORK && most > 1) {
            return;
        }
        if (position == order.size()) {
            if (fits.test(way.scope()) && (!lacking || way.unmet() > 0)) {
                keep(way);
            }
            return;
        }
        RuleCondition condition = conditions.get(order.get(position));
        if (condition instanceof Pattern pattern) {
            pattern(position, pattern, way);
        } else if (condition instanceof Not not) {
            not(position, not, way);
        } else if (condition instanceof Exists exists) {
            exists(position, exists, way);
        } else {
            accumulate(position, (Accumulate) condition, way);
        }
    }

    private void pattern(int position, Pattern pattern, Way way) {
        boolean told = false;
        for (Known.Item item : known.candidates(pattern, way.scope())) {
            work++;
            Optional<Scope> scope = way.scope().match(pattern, item.fact());
            // What is undefined elsewhere is just not there here.
            boolean never =
                    item.holds().isEmpty() && item.mayHold().and(way.where()).isEmpty();
            if (scope.isPresent() && !never) {
                told |= scope.get().values().equals(way.scope().values());
                Match match = new Match(scope.get(), List.of(item.fact()), item.holds(), item.mayHold());
                go(position, way, scope.get(), item.holds(), List.of(match));
            }
        }
        // What a fact tells without any new value is not missing.
        if (!told) {
            unmet(position, way, Fate.UNMET, List.of());
        }
    }

    private void exists(int position, Exists exists, Way way) {
        List<Match> matches = matching.of(exists.inner(), way.scope());
        Label holds = matches.stream().map(Match::holds).reduce(known.nowhere(), Label::or);
        Set<String> unknown = unknown(exists.inner(), way.scope());
        if (matches.isEmpty()) {
            unmet(position, way, Fate.UNMET, List.of());
        } else if (!unknown.isEmpty()) {
            // What is missing has to speak of the same.
            matches.stream()
                    .filter(match -> named(match.scope(), unknown))
                    .forEach(match ->
                            go(position, way, way.scope().with(match.scope(), unknown), match.holds(), List.of(match)));
        } else {
            go(position, way, way.scope(), holds, matches);
        }
    }

    private void not(int position, Not not, Way way) {
        if (!unknown(not.inner(), way.scope()).isEmpty()) {
            // Nobody can tell before it is known of whom it speaks: some will do.
            step(position + 1, with(way, position, Fate.OPEN, List.of(), way.scope(), way.where(), way.anywhere(), 0));
            return;
        }
        List<Match> matches = matching.of(not.inner(), way.scope());
        Label blocked = matches.stream().map(Match::mayHold).reduce(known.nowhere(), Label::or);
        Label left = way.where().minus(blocked);
        Label anywhere = way.anywhere().minus(blocked);
        if (!left.isEmpty()) {
            step(position + 1, with(way, position, Fate.MET, List.of(), way.scope(), left, anywhere, 0));
        } else if (way.unmet() < budget) {
            List<Match> here = matches.stream()
                    .filter(match -> !match.mayHold().and(way.where()).isEmpty())
                    .toList();
            step(position + 1, with(way, position, Fate.UNMET, here, way.scope(), way.where(), anywhere, 1));
        }
    }

    /** The variables to which a condition before it would have had to give values. */
    private Set<String> unknown(RuleCondition inner, Scope scope) {
        return RuleWords.patterns(List.of(inner)).stream()
                .flatMap(pattern -> pattern.constraints().stream())
                .flatMap(constraint -> constraint.comparisons().stream())
                .map(RuleCondition.Comparison::operand)
                .filter(Operand.Variable.class::isInstance)
                .map(operand -> ((Operand.Variable) operand).name())
                .filter(variable ->
                        bound.contains(variable) && scope.value(variable).isEmpty())
                .collect(Collectors.toSet());
    }

    private void accumulate(int position, Accumulate accumulate, Way way) {
        Set<String> unknown = unknown(accumulate.source(), way.scope());
        List<Match> matches = scopes(accumulate, way.scope(), unknown)
                .flatMap(scope -> matching.of(accumulate, scope).stream())
                .filter(match -> !match.holds().and(way.where()).isEmpty())
                .toList();
        if (matches.isEmpty() && !unknown.isEmpty()) {
            step(position + 1, with(way, position, Fate.OPEN, List.of(), way.scope(), way.where(), way.anywhere(), 0));
        } else if (matches.isEmpty()) {
            unmet(position, way, Fate.UNMET, List.of());
        }
        for (Match match : matches) {
            go(position, way, match.scope(), match.holds(), List.of(match));
        }
    }

    /** Whether variables have values that what is missing can have: most fields are never absent. */
    private boolean named(Scope scope, Set<String> variables) {
        return variables.stream()
                .filter(needed::contains)
                .noneMatch(variable ->
                        scope.value(variable).filter(String::isEmpty).isPresent());
    }

    /** What something that is missing may be, by what there is to accumulate of it. */
    private Stream<Scope> scopes(Accumulate accumulate, Scope scope, Set<String> unknown) {
        return unknown.isEmpty()
                ? Stream.of(scope)
                : matching.of(accumulate.source(), scope).stream()
                        .filter(match -> named(match.scope(), unknown))
                        .map(match -> scope.with(match.scope(), unknown))
                        .distinct();
    }

    private void go(int position, Way way, Scope scope, Label holds, List<Match> matches) {
        Label together = way.where().and(holds);
        Label anywhere = way.anywhere().and(holds);
        if (!together.isEmpty()) {
            step(position + 1, with(way, position, Fate.MET, matches, scope, together, anywhere, 0));
        } else if (way.unmet() < budget) {
            step(position + 1, with(way, position, Fate.ELSEWHERE, matches, scope, way.where(), anywhere, 1));
        }
    }

    private void unmet(int position, Way way, Fate fate, List<Match> matches) {
        if (way.unmet() < budget) {
            step(position + 1, with(way, position, fate, matches, way.scope(), way.where(), way.anywhere(), 1));
        }
    }

    private Way with(
            Way way, int position, Fate fate, List<Match> matches, Scope scope, Label where, Label anywhere, int more) {
        List<Tried> tried = new ArrayList<>(way.tried());
        tried.add(new Tried(conditions.get(order.get(position)), fate, matches));
        return new Way(tried, scope, where, where, anywhere, way.unmet() + more);
    }

    /** Ways that lack the same are one. */
    private void keep(Way way) {
        StringBuilder lacking = new StringBuilder();
        for (int i = 0; i < way.tried().size(); i++) {
            Tried tried = way.tried().get(i);
            if (tried.fate().lacking()) {
                lacking.append(order.get(i)).append(tried.fate());
                lacking.append(
                        tried.condition() instanceof Pattern pattern
                                ? new TreeMap<>(way.scope().asked(pattern))
                                : "");
                tried.matches().forEach(match -> lacking.append(match.facts()));
            }
        }
        ways.merge(
                lacking.toString(),
                inOrder(way),
                (one, other) -> new Way(
                        one.tried(),
                        one.scope(),
                        one.where(),
                        one.covers().or(other.where()),
                        one.anywhere().or(other.anywhere()),
                        one.unmet()));
    }

    /** With the conditions in the order of the rule. */
    private Way inOrder(Way way) {
        List<Tried> tried = new ArrayList<>(way.tried());
        List<Integer> positions = new ArrayList<>(order);
        tried.sort(Comparator.comparing(each -> positions.get(way.tried().indexOf(each))));
        return new Way(tried, way.scope(), way.where(), way.covers(), way.anywhere(), way.unmet());
    }
}
