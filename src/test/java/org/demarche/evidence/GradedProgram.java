package org.demarche.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.demarche.Written;

/**
 * A random case with graded statements and random rules, as text, and the confidence in each conclusion as the definition has it: one
 * scenario and one level at a time, by sweeping until nothing moves. It knows neither Drools nor the graph nor labels.
 */
final class GradedProgram {

    /** From the best on. */
    static final List<String> LEVELS = List.of("high", "moderate", "low");

    static final List<String> ACTORS = List.of("AAA", "BBB");
    static final List<String> FINDINGS = List.of("a", "b", "c", "d");
    private static final List<String> STATES = List.of("ready", "weak", "firm", "bold");
    private static final List<String> SOURCES = List.of("one-wire", "two-wire", "three-wire");

    /** To whom the sources belong: the last two are one voice. */
    private static final Map<String, String> VOICES = Map.of("one-wire", "one", "two-wire", "CCC", "three-wire", "CCC");

    private static final Map<String, List<String>> QUESTIONS =
            new TreeMap<>(Map.of("first", List.of("yes", "no"), "second", List.of("one", "two", "three")));

    private record Said(String source, int reliability, int credibility, boolean assumed) {}

    /** A count is met where so many of the subjects have the finding. */
    private record Count(String finding, int least) {}

    private record Rule(String head, Set<String> present, Set<String> absent, List<Count> counts) {}

    private final Random random;
    private final String id;
    private final Map<String, List<Said>> stated = new TreeMap<>();
    private final Map<String, Map<String, Set<String>>> answers = new TreeMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Map<String, String>> scenarios = new ArrayList<>(List.of(Map.of()));
    private final Map<Map<String, String>, Set<String>> models = new LinkedHashMap<>();
    private final Map<String, String> left = new HashMap<>();

    GradedProgram(String id, Random random) {
        this.id = id;
        this.random = random;
        ACTORS.forEach(actor -> STATES.forEach(state -> {
            for (int more = random.nextInt(4) - 1; more > 0; more--) {
                stated.computeIfAbsent(condition(actor, state), any -> new ArrayList<>())
                        .add(new Said(any(SOURCES), random.nextInt(6), random.nextInt(6), random.nextInt(5) == 0));
            }
        }));
        QUESTIONS.forEach((question, ids) -> {
            Map<String, Set<String>> all = new LinkedHashMap<>();
            ids.forEach(answer -> all.put(answer, conditions(random.nextInt(3))));
            answers.put(question, all);
        });
        int most = 5 + random.nextInt(5);
        for (int i = 0; i < most; i++) {
            rules.add(rule());
        }
        QUESTIONS.forEach((question, ids) -> {
            List<Map<String, String>> before = List.copyOf(scenarios);
            scenarios.clear();
            before.forEach(some -> ids.forEach(answer -> scenarios.add(with(some, question, answer))));
        });
        scenarios.forEach(scenario -> models.put(scenario, model(scenario)));
        QUESTIONS.keySet().forEach(question -> {
            Set<String> possible =
                    possible().stream().map(scenario -> scenario.get(question)).collect(Collectors.toSet());
            if (possible.size() == 1) {
                left.put(question, possible.iterator().next());
            }
        });
    }

    /** Negation and counts only of what comes before the head, so that there is one model. */
    private Rule rule() {
        int kind = random.nextInt(10);
        int index = kind < 7 ? random.nextInt(FINDINGS.size()) : FINDINGS.size();
        String head = kind < 7
                ? judgement(any(ACTORS), FINDINGS.get(index))
                : kind == 7 ? "first is yes" : kind == 8 ? "second is " + any(List.of("one", "two")) : "impossible";
        Set<String> present = conditions(1 + random.nextInt(2));
        Set<String> absent = new TreeSet<>();
        List<Count> counts = new ArrayList<>();
        if (random.nextBoolean()) {
            present.add(judgement(any(ACTORS), FINDINGS.get(random.nextInt(Math.min(index + 1, FINDINGS.size())))));
        }
        if (random.nextInt(3) == 0) {
            absent.add(
                    index == 0 || random.nextBoolean()
                            ? condition(any(ACTORS), any(STATES))
                            : judgement(any(ACTORS), FINDINGS.get(random.nextInt(index))));
        }
        if (index > 0 && random.nextInt(4) == 0) {
            counts.add(new Count(FINDINGS.get(random.nextInt(index)), 1 + random.nextInt(2)));
        }
        absent.removeAll(present);
        return new Rule(head, present, absent, counts);
    }

    private Set<String> conditions(int many) {
        Set<String> some = new TreeSet<>();
        for (int i = 0; i < many; i++) {
            some.add(condition(any(ACTORS), any(STATES)));
        }
        return some;
    }

    private static Map<String, String> with(Map<String, String> scenario, String question, String answer) {
        Map<String, String> more = new TreeMap<>(scenario);
        more.put(question, answer);
        return more;
    }

    // The model of a scenario

    private Set<String> model(Map<String, String> scenario) {
        Set<String> holds = new HashSet<>(stated.keySet());
        scenario.forEach(
                (question, answer) -> holds.addAll(answers.get(question).get(answer)));
        // Stratum by stratum: what is negated or counted is known before.
        for (int index = 0; index <= FINDINGS.size(); index++) {
            boolean moved = true;
            while (moved) {
                moved = false;
                for (Rule rule : rules) {
                    if (stratum(rule.head()) == index && fires(rule, holds)) {
                        moved |= holds.add(rule.head());
                    }
                }
            }
        }
        return holds;
    }

    private static int stratum(String atom) {
        int finding = FINDINGS.indexOf(atom.substring(atom.lastIndexOf('.') + 1));
        return finding < 0 ? FINDINGS.size() : finding;
    }

    private static boolean fires(Rule rule, Set<String> holds) {
        return holds.containsAll(rule.present())
                && rule.absent().stream().noneMatch(holds::contains)
                && rule.counts().stream()
                        .allMatch(count -> elements(count, holds).size() >= count.least());
    }

    private static List<String> elements(Count count, Set<String> holds) {
        return ACTORS.stream()
                .map(actor -> judgement(actor, count.finding()))
                .filter(holds::contains)
                .toList();
    }

    /** The scenarios that nothing excludes. */
    List<Map<String, String>> possible() {
        return scenarios.stream()
                .filter(scenario -> !excluded(scenario, models.get(scenario)))
                .toList();
    }

    private static boolean excluded(Map<String, String> scenario, Set<String> holds) {
        return holds.contains("impossible")
                || scenario.entrySet().stream()
                        .anyMatch(each -> holds.stream()
                                .anyMatch(atom -> atom.startsWith(each.getKey() + " is ")
                                        && !atom.equals(each.getKey() + " is " + each.getValue())));
    }

    // Confidence

    /** {@code high}, {@code moderate}, {@code low} or nothing. */
    String confidence(String atom) {
        List<Map<String, String>> where = possible().stream()
                .filter(scenario -> models.get(scenario).contains(atom))
                .toList();
        if (where.isEmpty()
                || stated.values().stream().allMatch(all -> all.stream().allMatch(said -> strength(said) == 0))) {
            return "";
        }
        for (int level = 0; level < LEVELS.size(); level++) {
            Map<Map<String, String>, Set<String>> good = good(level);
            if (where.stream().allMatch(scenario -> good.get(scenario).contains(atom))) {
                return LEVELS.get(level);
            }
        }
        return "";
    }

    private final Map<Integer, Map<Map<String, String>, Set<String>>> known = new HashMap<>();

    /** What holds in each scenario by premises of a level: the least that is closed under the rules, in all scenarios together. */
    private Map<Map<String, String>, Set<String>> good(int level) {
        return known.computeIfAbsent(level, any -> {
            Map<Map<String, String>, Set<String>> good = new LinkedHashMap<>();
            scenarios.forEach(scenario -> good.put(scenario, new HashSet<>()));
            boolean moved = true;
            while (moved) {
                moved = false;
                for (Map<String, String> scenario : scenarios) {
                    moved |= good.get(scenario).addAll(next(scenario, level, good));
                }
            }
            return good;
        });
    }

    private Set<String> next(Map<String, String> scenario, int level, Map<Map<String, String>, Set<String>> good) {
        Set<String> next = new HashSet<>();
        stated.forEach((atom, said) -> {
            if (weighed(said) <= level) {
                next.add(atom);
            }
        });
        scenario.forEach((question, answer) -> {
            if (!answer.equals(left.get(question)) || othersExcluded(scenario, question, good)) {
                next.addAll(answers.get(question).get(answer));
            }
        });
        Set<String> model = models.get(scenario);
        for (Rule rule : rules) {
            boolean capped = !rule.absent().isEmpty() || !rule.counts().isEmpty();
            if (fires(rule, model)
                    && !(capped && level == 0)
                    && good.get(scenario).containsAll(rule.present())
                    && rule.counts().stream()
                            .allMatch(count -> good.get(scenario).containsAll(elements(count, model)))) {
                next.add(rule.head());
            }
        }
        return next;
    }

    private static boolean othersExcluded(
            Map<String, String> scenario, String question, Map<Map<String, String>, Set<String>> good) {
        return QUESTIONS.get(question).stream()
                .filter(other -> !other.equals(scenario.get(question)))
                .map(other -> with(scenario, question, other))
                .allMatch(other -> excluded(other, good.get(other)));
    }

    /** As a number into the levels, beyond them where nobody has judged it. */
    private static int weighed(List<Said> all) {
        int level = together(all.stream().filter(said -> !said.assumed()).toList());
        if (level < 2 || all.stream().noneMatch(Said::assumed)) {
            return level;
        }
        return together(all.stream().filter(Said::assumed).toList()) == 2 ? 2 : 1;
    }

    private static int together(List<Said> all) {
        Map<String, Integer> best = new HashMap<>();
        all.forEach(said -> best.merge(VOICES.get(said.source()), strength(said), Math::max));
        boolean confirmed = all.stream().anyMatch(said -> strength(said) == 3 && said.credibility() == 0);
        long strong = best.values().stream().filter(each -> each == 3).count();
        long fair = best.values().stream().filter(each -> each >= 2).count();
        long any = best.values().stream().filter(each -> each >= 1).count();
        return strong > 1 || confirmed ? 0 : strong == 1 || fair > 1 ? 1 : any > 0 ? 2 : 3;
    }

    /** 0 unknown, 1 weak, 2 fair, 3 strong. */
    private static int strength(Said said) {
        if (said.reliability() == 5 || said.credibility() == 5) {
            return 0;
        }
        int worst = Math.max(strength(said.reliability(), 2), strength(said.credibility(), 2));
        return 3 - worst;
    }

    /** How far from the best third: A and B, C, D and E; 1 and 2, 3, 4 and 5. */
    private static int strength(int grade, int middle) {
        return grade < middle ? 0 : grade == middle ? 1 : 2;
    }

    // As text

    String caseText() {
        return "rules: [" + id + "]\n"
                + "actors: {AAA: {name: Aland}, BBB: {name: Bland}, CCC: {name: Cland}}\n"
                + "facts:\n  - {relation: AAA near BBB}\n"
                + stated.entrySet().stream()
                        .flatMap(
                                each -> each.getValue().stream().distinct().map(said -> statement(each.getKey(), said)))
                        .collect(Collectors.joining())
                + "questions:\n"
                + answers.entrySet().stream()
                        .map(each -> "  " + each.getKey() + ": {ask: \"Which?\", answers: {"
                                + each.getValue().entrySet().stream()
                                        .map(answer -> answer.getKey() + ": {says: \"" + answer.getKey()
                                                + "\", facts: ["
                                                + answer.getValue().stream()
                                                        .map(atom -> "{condition: " + atom.replace('.', ' ')
                                                                + ", source: one-wire, reliability: A, credibility: 1}")
                                                        .collect(Collectors.joining(", "))
                                                + "]}")
                                        .collect(Collectors.joining(", "))
                                + "}}\n")
                        .collect(Collectors.joining());
    }

    private static String statement(String atom, Said said) {
        return "  - {condition: " + atom.replace('.', ' ') + ", source: " + said.source() + ", reliability: "
                + "ABCDEF".charAt(said.reliability()) + ", credibility: " + (said.credibility() + 1)
                + (said.assumed() ? ", basis: assumption" : "") + "}\n";
    }

    String drl() {
        StringBuilder all = new StringBuilder("package rules." + id + "\nimport org.demarche.model.*\n");
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            List<String> conditions = new ArrayList<>();
            rule.present().forEach(atom -> conditions.add("    " + pattern(atom)));
            for (int n = 0; n < rule.counts().size(); n++) {
                conditions.add("    accumulate( Judgement( finding == \""
                        + rule.counts().get(n).finding() + "\" ); $n" + n + " : count(1); $n" + n + " >= "
                        + rule.counts().get(n).least() + " )");
            }
            rule.absent().forEach(atom -> conditions.add("    not " + pattern(atom)));
            all.append(Written.rule(id + "-" + i, String.join("\n", conditions), conclusion(rule.head())));
        }
        return all.toString();
    }

    private static String pattern(String atom) {
        String[] words = atom.split("\\.");
        return FINDINGS.contains(words[1])
                ? "Judgement( subject == \"" + words[0] + "\", finding == \"" + words[1] + "\" )"
                : "Condition( subject == \"" + words[0] + "\", state == \"" + words[1] + "\" )";
    }

    private static String conclusion(String head) {
        if (head.equals("impossible")) {
            return "Impossible( \"clash\" )";
        }
        return head.contains(" is ")
                ? "Settled( \"" + head.replace(" is ", "\", \"") + "\" )"
                : "Judgement( \"" + head.replace(".", "\", \"") + "\" )";
    }

    static String judgement(String subject, String finding) {
        return subject + "." + finding;
    }

    private static String condition(String subject, String state) {
        return subject + "." + state;
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
