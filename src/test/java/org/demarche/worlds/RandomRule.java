package org.demarche.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.demarche.Written;
import org.demarche.worlds.GroundProgram.Aggregate;
import org.demarche.worlds.GroundProgram.Element;
import org.demarche.worlds.GroundProgram.Rule;

/** One random rule that accumulates, as text and with every value put for its variables. */
final class RandomRule {

    static final List<String> ACTORS = List.of("AAA", "BBB", "CCC");
    static final List<String> FINDINGS = List.of("a", "b", "c", "d");

    /** The reports of {@link RandomAccumulatesTest}: origin and credibility. */
    static final List<List<String>> REPORTS = List.of(
            List.of("r-1", "AAA", "2"),
            List.of("r-2", "AAA", "3"),
            List.of("r-3", "BBB", "3"),
            List.of("r-4", "CCC", "1"));

    private static final List<String> OPERATORS = List.of("==", "!=", "<", "<=", ">", ">=");

    private final Random random;
    private final String id;
    private final List<String> conditions = new ArrayList<>();
    private final List<Rule> ground = new ArrayList<>();
    private String subject = "$s";

    RandomRule(String id, Random random) {
        this.id = id;
        this.random = random;
        begin();
        int kind = random.nextInt(9);
        if (kind == 0) {
            addExtreme();
        } else if (kind == 1) {
            addComparison();
        } else {
            addTested();
            if (random.nextInt(4) == 0) {
                addTested();
            }
        }
        addAbsence();
        end();
    }

    String drl() {
        return Written.rule(id, String.join("\n", conditions), "Judgement( " + subject + ", \"" + finding + "\" )");
    }

    List<Rule> ground() {
        return ground;
    }

    static String judgement(String subject, String finding) {
        return subject + " is " + finding;
    }

    static String ready(String subject) {
        return subject + " is ready";
    }

    static String near(String actor, String other) {
        return actor + " is near " + other;
    }

    private final List<Open> open = new ArrayList<>();
    private String finding = "a";

    /** A rule whose {@code $s} has a value, and whose conclusion is about it unless it says otherwise. */
    private record Open(String s, String head, Set<String> present, List<Aggregate> aggregates, Set<String> absent) {
        Open with(Aggregate more) {
            List<Aggregate> all = new ArrayList<>(aggregates);
            all.add(more);
            return new Open(s, head, present, all, absent);
        }

        Open about(String subject) {
            return new Open(s, subject, present, aggregates, absent);
        }
    }

    private void begin() {
        String first = any(FINDINGS);
        int kind = random.nextInt(3);
        conditions.add(
                switch (kind) {
                    case 0 -> "    Relation( $s : actor, relation == \"near\" )";
                    case 1 -> "    Condition( $s : subject, state == \"ready\" )";
                    default -> "    Judgement( $s : subject, finding == \"" + first + "\" )";
                });
        for (String s : ACTORS) {
            if (kind == 0) {
                ACTORS.forEach(other -> open.add(new Open(s, s, Set.of(near(s, other)), List.of(), Set.of())));
            } else {
                String atom = kind == 1 ? ready(s) : judgement(s, first);
                open.add(new Open(s, s, Set.of(atom), List.of(), Set.of()));
            }
        }
    }

    private void addAbsence() {
        if (random.nextInt(4) == 0) {
            String absent = any(FINDINGS);
            conditions.add("    not Judgement( subject == $s, finding == \"" + absent + "\" )");
            open.replaceAll(each -> new Open(
                    each.s(), each.head(), each.present(), each.aggregates(), Set.of(judgement(each.s(), absent))));
        }
    }

    private void end() {
        finding = any(FINDINGS);
        open.forEach(each -> ground.add(
                new Rule(judgement(each.head(), finding), each.present(), each.absent(), each.aggregates())));
    }

    /** The last of what is there is what the conclusion is about. */
    private void addExtreme() {
        Source source = source(false);
        boolean last = random.nextBoolean();
        subject = "$m";
        conditions.add("    accumulate( " + source.drl() + "; $m : " + (last ? "max" : "min") + "( $v ) )");
        List<Open> all = new ArrayList<>();
        for (Open each : open) {
            for (String value : ACTORS) {
                Predicate<List<Element>> test = there -> there.stream()
                        .map(Element::value)
                        .reduce((one, other) -> one.compareTo(other) > 0 == last ? one : other)
                        .filter(value::equals)
                        .isPresent();
                all.add(each.about(value).with(new Aggregate(source.elements(each.s()), test, false)));
            }
        }
        open.clear();
        open.addAll(all);
    }

    private void addComparison() {
        Source one = source(false);
        Source other = source(false);
        String operator = any(OPERATORS);
        conditions.add("    accumulate( " + one.drl() + "; $k : count(1) )");
        conditions.add("    accumulate( " + other.drl() + "; $n : count(1); $n " + operator + " $k )");
        List<Open> all = new ArrayList<>();
        for (Open each : open) {
            for (int k = 0; k <= one.elements(each.s()).size(); k++) {
                int count = k;
                all.add(each.with(new Aggregate(one.elements(each.s()), there -> there.size() == count, false))
                        .with(new Aggregate(
                                other.elements(each.s()), there -> holds(there.size(), operator, count), false)));
            }
        }
        open.clear();
        open.addAll(all);
    }

    private void addTested() {
        boolean numbers = random.nextInt(3) == 0;
        Source source = source(numbers);
        Test test = numbers ? numberTest(any(OPERATORS)) : textTest(any(OPERATORS));
        boolean negated = random.nextInt(5) == 0;
        String accumulate =
                "accumulate( " + source.drl() + "; " + test.drl().replace("#", "" + conditions.size()) + " )";
        conditions.add(negated ? "    not( " + accumulate + " )" : "    " + accumulate);
        open.replaceAll(each -> each.with(new Aggregate(source.elements(each.s()), test.met(), negated)));
    }

    private record Test(String drl, Predicate<List<Element>> met) {}

    private Test textTest(String operator) {
        int number = random.nextInt(4);
        String word = any(ACTORS);
        return switch (random.nextInt(4)) {
            case 0 ->
                new Test(
                        "$n# : count(1); $n# " + operator + " " + number,
                        there -> holds(there.size(), operator, number));
            case 1 ->
                new Test(
                        "$n# : collectSet($v); $n#.size " + operator + " " + number,
                        there -> holds(values(there).distinct().count(), operator, number));
            case 2 ->
                new Test(
                        "$n# : collectList($v); $n# not contains \"" + word + "\"",
                        there -> values(there).noneMatch(word::equals));
            default ->
                new Test(
                        "$n# : min($v); $n# " + operator + " \"" + word + "\"",
                        there -> values(there)
                                .min(String::compareTo)
                                .filter(least -> holds(least.compareTo(word), operator, 0))
                                .isPresent());
        };
    }

    private Test numberTest(String operator) {
        int number = random.nextInt(6);
        return switch (random.nextInt(3)) {
            case 0 ->
                new Test("$n# : sum($c); $n# " + operator + " " + number, there -> holds(sum(there), operator, number));
            case 1 ->
                new Test(
                        "$n# : average($c); $n# " + operator + " 2.5",
                        there -> !there.isEmpty() && holds(2.0 * sum(there), operator, 5.0 * there.size()));
            default ->
                new Test(
                        "$n# : max($c), $l# : collectList($o); $n# >= 3, $l#.size " + operator + " " + number,
                        there -> there.stream().anyMatch(each -> each.number() >= 3)
                                && holds(there.size(), operator, number));
        };
    }

    private static java.util.stream.Stream<String> values(List<Element> there) {
        return there.stream().map(Element::value);
    }

    private static int sum(List<Element> there) {
        return there.stream().mapToInt(Element::number).sum();
    }

    private static boolean holds(double left, String operator, double right) {
        return switch (operator) {
            case "==" -> left == right;
            case "!=" -> left != right;
            case "<" -> left < right;
            case "<=" -> left <= right;
            case ">" -> left > right;
            default -> left >= right;
        };
    }

    /** What is accumulated, with the elements for a value of {@code $s}. */
    private record Source(String drl, java.util.function.Function<String, List<Element>> forSubject) {
        List<Element> elements(String s) {
            return forSubject.apply(s);
        }
    }

    private Source source(boolean numbers) {
        String one = any(FINDINGS);
        String other = any(FINDINGS);
        String found = "Judgement( $v : subject, finding == \"" + one + "\" )";
        if (numbers) {
            return new Source(
                    "Judgement( $o : subject, finding == \"" + one
                            + "\" ) and Report( origin == $o, $c : credibility )",
                    s -> reports(one));
        }
        return switch (random.nextInt(5)) {
            case 0 -> new Source(found, s -> of(v -> element(v + one, Set.of(judgement(v, one)), Set.of(), v)));
            case 1 ->
                new Source(
                        "Relation( actor == $s, $v : other ) and Judgement( subject == $v, finding == \"" + one
                                + "\" )",
                        s -> of(v -> element(v, Set.of(near(s, v), judgement(v, one)), Set.of(), v)));
            case 2 ->
                new Source(
                        "Relation( actor == $s, $v : other ) and not Judgement( subject == $v, finding == \"" + one
                                + "\" )",
                        s -> of(v -> element(v, Set.of(near(s, v)), Set.of(judgement(v, one)), v)));
            case 3 ->
                new Source("( " + found + " or " + found.replace("\"" + one, "\"" + other) + " )", s -> {
                    List<Element> both = of(v -> element(v + one, Set.of(judgement(v, one)), Set.of(), v));
                    both.addAll(of(v -> element(v + other, Set.of(judgement(v, other)), Set.of(), v)));
                    return both.stream().distinct().toList();
                });
            default ->
                new Source(
                        "( " + found + " or " + found.replace(" )", ", subject != \"BBB\" )") + " )",
                        s -> of(v -> element(v + one, Set.of(judgement(v, one)), Set.of(), v)));
        };
    }

    private static Element element(String key, Set<String> present, Set<String> absent, String value) {
        return new Element(key, present, absent, value, 0);
    }

    private static List<Element> of(java.util.function.Function<String, Element> element) {
        return new ArrayList<>(ACTORS.stream().map(element).toList());
    }

    private static List<Element> reports(String finding) {
        return REPORTS.stream()
                .map(each -> new Element(
                        each.get(0),
                        Set.of(judgement(each.get(1), finding)),
                        Set.of(),
                        each.get(1),
                        Integer.parseInt(each.get(2))))
                .toList();
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
