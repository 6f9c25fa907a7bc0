package org.demarche.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.Written;
import org.demarche.bench.peers.FactLines;
import org.demarche.bench.peers.Peer;
import org.demarche.model.Fact;

/** Rules of a {@link Workload} and one fact about each actor, in every language, as a process finds them when it starts. */
final class ColdRules {

    private static final int ACTORS = 20;
    private static final int STATES = 2;
    private static final int REACH = 2;
    private static final Pattern ID = Pattern.compile("p-\\d+\\.[abc]");

    private final Workload workload;
    private final int[] states;
    private final Path folder;

    private ColdRules(int rules, Path folder) {
        this.workload = Workload.of(ACTORS, STATES + 1, rules, REACH, rules);
        this.states = new Random(rules).ints(ACTORS, 0, STATES).toArray();
        this.folder = folder;
    }

    /** Writes all files. */
    static ColdRules write(int rules, Path folder) {
        ColdRules made = new ColdRules(rules, folder);
        made.writeRules("");
        made.writeCase("x-0");
        FactLines.write(made.lines(), made.facts());
        Written.write(made.plain(), "package bench\nimport org.demarche.model.*\n" + made.workload.drl());
        Written.write(made.of(Peer.CLIPS), clips(made.workload, made.facts()));
        Written.write(made.of(Peer.CLINGO), made.asp());
        Written.write(made.of(Peer.PROLOG), made.prolog());
        return made;
    }

    /** Writes our rules with ids that nobody has seen. */
    void writeRules(String before) {
        Written.rulesFolder(folder, workload.drl().replace("rule \"", "rule \"" + before));
    }

    /** Writes our case with a fact about another actor besides. */
    void writeCase(String bystander) {
        Written.write(
                caseFolder().resolve("case.yaml"),
                "case: test-case\nsource: test-source\nsources: {test-source: {title: A source}}\nrules: [test]\nactors:\n  "
                        + bystander
                        + ": {name: Nobody}\n"
                        + each(facts(), "  %s: {name: Someone}\n")
                        + "facts:\n  - {condition: "
                        + bystander
                        + " weak}\n"
                        + each(facts(), "  - {condition: %s %s}\n"));
    }

    Path caseFolder() {
        return folder.resolve("facts/test-case");
    }

    Path lines() {
        return folder.resolve("facts.txt");
    }

    Path plain() {
        return folder.resolve("plain.drl");
    }

    Path of(Peer peer) {
        return folder.resolve(peer.program() + ".txt");
    }

    /** What was concluded, from what any of them printed: our ids wherever they stand. */
    static Set<String> concluded(String printed) {
        return ID.matcher(printed.replaceAll("judgement\\(\"(p-\\d+)\",([abc])\\)", "$1.$2"))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<Fact> facts() {
        return workload.facts(states);
    }

    private static String each(List<Fact> facts, String line) {
        return facts.stream()
                .map(each -> line.formatted(each.text(0), each.text(1)))
                .collect(Collectors.joining());
    }

    /** For CLIPS; the conditions as premises that conclusions rest on, as {@code insertLogical} has it too. */
    static String clips(Workload workload, List<Fact> facts) {
        return "(deffacts stated\n"
                + each(facts, "  (condition %s %s)\n")
                + ")\n"
                + rules(
                        workload,
                        (number, rule) -> "(defrule r-%d (logical %s) => (assert %s))%n"
                                .formatted(
                                        number,
                                        body(rule, " ", "(condition %s %s)", "(judgement %s %s)", "(not %s)"),
                                        head(rule, "(judgement %s %s)")))
                + "(reset)\n(run)\n(do-for-all-facts ((?each judgement)) TRUE\n"
                + "  (printout t (nth$ 1 ?each:implied) \".\" (nth$ 2 ?each:implied) crlf))\n(exit)\n";
    }

    /** Over actors and terms, as the others. */
    private String asp() {
        return each(facts(), "condition(\"%s\",%s).\n")
                + rules(
                        workload,
                        (number, rule) -> "judgement(%s) :- %s.%n"
                                .formatted(
                                        head(rule, "\"%s\",%s"),
                                        body(rule, ", ", "condition(\"%s\",%s)", "judgement(\"%s\",%s)", "not %s")))
                + "#show judgement/2.\n";
    }

    private String prolog() {
        return ":- discontiguous condition/2, judgement/2.\n"
                + each(facts(), "condition('%s',%s).\n")
                + rules(
                        workload,
                        (number, rule) -> "judgement(%s) :- %s.%n"
                                .formatted(
                                        head(rule, "'%s',%s"),
                                        body(rule, ", ", "condition('%s',%s)", "judgement('%s',%s)", "\\+ %s")))
                + "main :- setof(P-F, judgement(P,F), All), forall(member(P-F, All), format(\"~w.~w~n\", [P, F])).\n";
    }

    private static String rules(Workload workload, BiFunction<Integer, Workload.Rule, String> text) {
        return IntStream.range(0, workload.all().size())
                .mapToObj(i -> text.apply(i, workload.all().get(i)))
                .collect(Collectors.joining());
    }

    private static String head(Workload.Rule rule, String judgement) {
        return judgement.formatted(Workload.name(rule.actor()), Workload.FINDINGS.get(rule.layer()));
    }

    private static String body(Workload.Rule rule, String between, String condition, String judgement, String not) {
        return Stream.concat(
                        rule.present().stream().map(each -> seen(rule, each, condition, judgement)),
                        rule.absent().stream().map(each -> not.formatted(seen(rule, each, condition, judgement))))
                .collect(Collectors.joining(between));
    }

    private static String seen(Workload.Rule rule, Workload.Seen seen, String condition, String judgement) {
        String actor = Workload.name(seen.actor());
        return rule.layer() == 0
                ? condition.formatted(actor, Workload.STATES.get(seen.what()))
                : judgement.formatted(actor, Workload.FINDINGS.get(seen.what()));
    }
}
