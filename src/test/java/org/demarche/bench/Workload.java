package org.demarche.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demarche.Written;
import org.demarche.cases.CaseFile;
import org.demarche.model.Condition;
import org.demarche.model.Fact;

/**
 * A case and its rules, made by chance: questions of some answers, and rules in three layers, each concluding a finding of its layer
 * from what the layer below found of one or two actors nearby, and one in four unless something else was found there. Acyclic, so that
 * a plain Drools session is right about it too.
 *
 * @param reach how far away, in questions, a rule looks; as many as there are questions for everywhere
 */
record Workload(int questions, int answers, int rules, int reach, List<Rule> all) {

    static final List<String> FINDINGS = List.of("a", "b", "c");
    static final List<String> STATES = List.of("ready", "weak", "firm", "bold");
    private static final int UNLESS = 4;

    /** What a rule looks at: an actor, and the number of its state or of its finding's layer. */
    record Seen(int actor, int what) {}

    record Rule(int layer, int actor, List<Seen> present, List<Seen> absent) {}

    static Workload of(int questions, int answers, int rules, int reach, long seed) {
        Random random = new Random(seed);
        List<Rule> all = new ArrayList<>();
        for (int number = 0; number < rules; number++) {
            int layer = number % FINDINGS.size();
            int actor = random.nextInt(questions);
            List<Integer> near = near(actor, questions, reach, random);
            List<Seen> seen = near.stream()
                    .map(each -> new Seen(each, layer == 0 ? random.nextInt(Math.max(1, answers - 1)) : layer - 1))
                    .toList();
            int present = 1 + random.nextInt(2);
            boolean unless = random.nextInt(UNLESS) == 0;
            all.add(new Rule(
                    layer, actor, seen.subList(0, present), unless ? seen.subList(present, present + 1) : List.of()));
        }
        return new Workload(questions, answers, rules, reach, List.copyOf(all));
    }

    private static List<Integer> near(int actor, int questions, int reach, Random random) {
        Set<Integer> near = new LinkedHashSet<>();
        while (near.size() < 3) {
            near.add(Math.floorMod(actor - reach + random.nextInt(2 * reach + 1), questions));
        }
        List<Integer> shuffled = new ArrayList<>(near);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    String drl() {
        return IntStream.range(0, all.size()).mapToObj(i -> drl(i, all.get(i))).collect(Collectors.joining("\n"));
    }

    private static String drl(int number, Rule rule) {
        StringBuilder conditions = new StringBuilder();
        rule.present()
                .forEach(each ->
                        conditions.append("    ").append(test(rule, each)).append('\n'));
        rule.absent()
                .forEach(each ->
                        conditions.append("    not ").append(test(rule, each)).append('\n'));
        return Written.rule(
                "r-" + number,
                conditions.toString(),
                "Judgement( \"" + name(rule.actor()) + "\", \"" + FINDINGS.get(rule.layer()) + "\" )");
    }

    private static String test(Rule rule, Seen seen) {
        return rule.layer() == 0
                ? "Condition( subject == \"" + name(seen.actor()) + "\", state == \"" + STATES.get(seen.what()) + "\" )"
                : "Judgement( subject == \"" + name(seen.actor()) + "\", finding == \"" + FINDINGS.get(seen.what())
                        + "\" )";
    }

    /** The last answer of each question states nothing. */
    String yaml() {
        StringBuilder yaml = new StringBuilder("rules: [test]\nquestions:\n");
        for (int question = 0; question < questions; question++) {
            yaml.append("  %s:\n    ask: \"How is it?\"\n    answers:\n".formatted(question(question)));
            for (int answer = 0; answer < answers; answer++) {
                String facts = answer == answers - 1
                        ? ""
                        : "{likelihood: [0.2, 0.4], facts: [{condition: " + name(question) + " " + STATES.get(answer)
                                + "}]}";
                yaml.append("      a%d: %s\n".formatted(answer, facts));
            }
        }
        yaml.append("actors:\n");
        IntStream.range(0, questions)
                .forEach(i -> yaml.append("  ").append(name(i)).append(": {name: Someone}\n"));
        return yaml.toString();
    }

    CaseFile caseFile(Path folder) {
        return Written.wholeCase(folder, yaml());
    }

    /** Written as a person would write it for clingo: propositional, one choice for each question. */
    String asp() {
        StringBuilder asp = new StringBuilder();
        for (int question = 0; question < questions; question++) {
            int asked = question;
            asp.append(IntStream.range(0, answers)
                            .mapToObj(answer -> "q" + asked + "_" + answer)
                            .collect(Collectors.joining("; ", "1 { ", " } 1.")))
                    .append('\n');
        }
        Set<String> found = new LinkedHashSet<>();
        for (Rule rule : all) {
            List<String> body = new ArrayList<>();
            rule.present().forEach(each -> body.add(atom(rule, each)));
            rule.absent().forEach(each -> body.add("not " + atom(rule, each)));
            found.add(head(rule));
            asp.append(head(rule))
                    .append(" :- ")
                    .append(String.join(", ", body))
                    .append(".\n");
        }
        found.forEach(atom -> asp.append("#show ").append(atom).append("/0.\n"));
        return asp.toString();
    }

    private static String head(Rule rule) {
        return FINDINGS.get(rule.layer()) + rule.actor();
    }

    private static String atom(Rule rule, Seen seen) {
        return rule.layer() == 0 ? "q" + seen.actor() + "_" + seen.what() : FINDINGS.get(seen.what()) + seen.actor();
    }

    /** How clingo calls a judgement. */
    static String atom(String id) {
        String[] words = id.split("\\.");
        return words[1] + Integer.parseInt(words[0].substring(2));
    }

    /** The facts of a scenario, by the position of each question's answer. */
    List<Fact> facts(int... scenario) {
        List<Fact> facts = new ArrayList<>();
        for (int question = 0; question < questions; question++) {
            if (scenario[question] < answers - 1) {
                facts.add(fact(question, scenario[question]));
            }
        }
        return facts;
    }

    /** What an answer states; not the last one, which states nothing. */
    Fact fact(int question, int answer) {
        return new Condition(name(question), STATES.get(answer), "");
    }

    /** The questions' answers by their ids. */
    Map<String, String> named(int... scenario) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int question = 0; question < questions; question++) {
            named.put(question(question), "a" + scenario[question]);
        }
        return named;
    }

    private static String question(int number) {
        return "q-%03d".formatted(number);
    }

    static String name(int actor) {
        return "p-%03d".formatted(actor);
    }
}
