package org.demarche.explain.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.demarche.explain.matching.Search.Fate;
import org.demarche.explain.matching.Search.Tried;
import org.demarche.explain.matching.Search.Way;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.rules.Branch;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.worlds.Label;

/**
 * How near rules come to what they do not conclude. How far something is away is how many answers and statements it lacks: those that
 * the nearest rule for a condition lacks count for the condition.
 */
public final class Approaches {

    /** How much farther away is what no rule concludes, or only by way of itself. */
    private static final int FAR = 1_000;

    /** How many facts are tried for all rules together before what lies behind conditions no longer counts for how far they are. */
    private static final int WORK = 200_000;

    private final Known known;
    private final List<RuleCard> cards;
    private int work;
    private final Map<Key, List<Approach>> found = new HashMap<>();
    private final BiPredicate<Pattern, Scope> expected;
    private final Map<Term, List<RuleCard>> byTerm = new HashMap<>();
    private final Map<Key, Integer> distances = new HashMap<>();

    private record Term(FactType type, Operand word) {}

    /** What is looked for, in which scenarios, and in how many parts of them. */
    private record Key(String wanted, Label here, int regions) {}

    /** A way to meet a rule, and the branch it is of. */
    public record Reach(int branch, Way way) {}

    /**
     * A rule with its nearest ways in some of the scenarios that are looked at.
     *
     * @param covers the scenarios in which the first of the ways gets as far as it does
     * @param left those of the scenarios that are looked at of which nothing is told
     * @param distance how many answers and statements are lacking
     */
    public record Approach(
            RuleCard card, List<Reach> ways, boolean exhaustive, Label covers, Label left, int distance) {

        Way first() {
            return ways.get(0).way();
        }
    }

    /** @param expected whether something is said of another day that would do for a condition that is not met */
    public Approaches(Known known, Collection<RuleCard> cards, BiPredicate<Pattern, Scope> expected) {
        this.expected = expected;
        this.known = known;
        this.cards = cards.stream().sorted(Comparator.comparing(RuleCard::id)).toList();
    }

    /** Whether all that bears on how far something is was gone into. */
    public boolean exhaustive() {
        return work <= WORK;
    }

    /** Whether some rule could conclude it, judged by its conclusion alone. */
    public boolean concludable(Wanted wanted) {
        return ofTheSameTerm(wanted).stream()
                .anyMatch(card -> wanted.concludedBy(card).isPresent());
    }

    /** The rules among which all are that could conclude it, by id: most rules conclude one term. */
    private List<RuleCard> ofTheSameTerm(Wanted wanted) {
        Optional<FactType.Field> term = wanted.type().fields().stream()
                .filter(field ->
                        field.type() == FieldType.TERM && wanted.values().containsKey(field.name()))
                .findFirst();
        if (term.isEmpty()) {
            return cards;
        }
        int field = wanted.type().indexOf(term.get().name());
        Operand word = new Operand.Text(wanted.values().getOrDefault(term.get().name(), ""));
        return byTerm.computeIfAbsent(
                new Term(wanted.type(), word),
                any -> cards.stream()
                        .filter(card -> card.conclusion().type().equals(wanted.type()))
                        .filter(card -> {
                            Operand concluded = card.conclusion().arguments().get(field);
                            return !(concluded instanceof Operand.Text) || concluded.equals(word);
                        })
                        .toList());
    }

    /**
     * The rules that could conclude it, the nearest first.
     *
     * @param regions into how many parts of the scenarios each rule is gone into
     */
    public List<Approach> to(Wanted wanted, Label here, int regions) {
        Key key = new Key(wanted.key(), here, regions);
        List<Approach> before = found.get(key);
        if (before == null) {
            before = sorted(wanted, here, regions);
            found.put(key, before);
        }
        return before;
    }

    private List<Approach> sorted(Wanted wanted, Label here, int regions) {
        List<List<Approach>> approaches = new ArrayList<>();
        for (RuleCard card : ofTheSameTerm(wanted)) {
            wanted.concludedBy(card)
                    .map(scope -> regions(card, wanted, scope, here, regions))
                    .filter(each -> !each.isEmpty())
                    .ifPresent(approaches::add);
        }
        approaches.sort(
                Comparator.comparing((List<Approach> each) -> each.get(0).distance())
                        .thenComparing(each -> each.get(0).first().unmet())
                        .thenComparing(each -> closed(each.get(0).first()))
                        .thenComparing(each -> each.get(0).card().id()));
        return approaches.stream().flatMap(List::stream).toList();
    }

    /** How many conditions are not met that no answer meets. */
    private static long closed(Way way) {
        return way.tried().stream().filter(tried -> tried.fate() == Fate.UNMET).count();
    }

    private List<Approach> regions(RuleCard card, Wanted wanted, Scope scope, Label here, int most) {
        List<Approach> regions = new ArrayList<>();
        Label left = here;
        while (!left.isEmpty() && regions.size() < most) {
            Optional<Approach> nearest = nearest(card, wanted, scope, left);
            if (nearest.isEmpty()) {
                break;
            }
            regions.add(nearest.get());
            left = nearest.get().left();
        }
        return regions;
    }

    private Optional<Approach> nearest(RuleCard card, Wanted wanted, Scope scope, Label here) {
        List<Reach> ways = new ArrayList<>();
        boolean exhaustive = true;
        List<Branch> branches = card.branches();
        for (int i = 0; i < branches.size(); i++) {
            int branch = i;
            Search search = new Search(known, branches.get(i), values -> wanted.fits(card, values));
            search.nearest(withoutResults(scope, branches.get(i)), here)
                    .forEach(way -> ways.add(new Reach(branch, way)));
            exhaustive &= search.exhaustive();
            work += search.work();
        }
        if (ways.isEmpty()) {
            return Optional.empty();
        }
        // By identity: ways are large.
        Map<Reach, Integer> distances = new IdentityHashMap<>();
        ways.forEach(reach -> distances.put(reach, distance(reach.way())));
        ways.sort(Comparator.comparing((Reach reach) -> distances.getOrDefault(reach, FAR))
                .thenComparing(reach -> reach.way().unmet())
                .thenComparing(reach -> !expected(reach.way()))
                .thenComparing(reach -> closed(reach.way()))
                .thenComparing(reach -> reach.way().covers().count(), Comparator.reverseOrder()));
        Label covers = ways.get(0).way().covers();
        return Optional.of(new Approach(
                card,
                ways,
                exhaustive && exhaustive(),
                covers,
                here.minus(covers),
                distances.getOrDefault(ways.get(0), FAR)));
    }

    /** Whether all that is lacking is said of another day. */
    private boolean expected(Way way) {
        return way.tried().stream()
                .filter(tried -> tried.fate() == Fate.UNMET)
                .allMatch(tried -> tried.condition() instanceof Pattern pattern && expected.test(pattern, way.scope()));
    }

    private int distance(Way way) {
        int distance = way.apart() ? 1 : 0;
        for (Tried tried : way.tried()) {
            if (tried.fate() == Fate.ELSEWHERE) {
                distance++;
            } else if (tried.fate() == Fate.UNMET) {
                distance += tried.condition() instanceof Pattern pattern ? distance(pattern, way) : 1;
            }
        }
        return Math.min(distance, FAR);
    }

    private int distance(Pattern pattern, Way way) {
        boolean onlyConcluded = pattern.kind()
                .filter(type -> type.concluded() && !type.stated())
                .isPresent();
        return onlyConcluded ? distance(Wanted.of(pattern, way.scope()), way.where()) : 1;
    }

    private int distance(Wanted wanted, Label here) {
        Key key = new Key(wanted.key(), here, 1);
        Integer before = distances.get(key);
        if (before != null) {
            return before;
        }
        if (!exhaustive()) {
            return 1;
        }
        // What needs itself gets nowhere by that.
        distances.put(key, FAR);
        int nearest =
                to(wanted, here, 1).stream().mapToInt(Approach::distance).min().orElse(FAR);
        distances.put(key, Math.max(1, nearest));
        return Math.max(1, nearest);
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
}
