package org.demarche.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.Written;
import org.demarche.bench.measure.Answers;
import org.demarche.bench.measure.Spread;
import org.demarche.bench.measure.Table;
import org.demarche.bench.measure.Target;
import org.demarche.bench.measure.Units;
import org.demarche.bench.peers.Peer;
import org.demarche.bench.peers.PlainDrools;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Statement;
import org.demarche.inference.Choice;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.demarche.model.Fact;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** What if: one answer, or one fact, is another; until the status of every inference is known again. */
final class WhatIfTimes implements Job {

    private static final List<String> SHIPPED = List.of("kim-beijing-2018", "taiwan-strait-1958");
    private static final Pattern SECONDS = Pattern.compile("seconds=([\\d.e-]+)");
    private static final int QUESTIONS = 20;
    private static final int RULES = 100;

    private final Table table = new Table("what if", "contender", "scenarios>", "time>", "to Demarche>", "target");

    @Override
    public String name() {
        return "what-if";
    }

    @Override
    public String what() {
        return "one answer or one fact is another";
    }

    @Override
    public Outcome run(Setting setting) throws Exception {
        for (String each : SHIPPED) {
            setting.say("facts/" + each);
            shipped(setting, each);
        }
        setting.say(QUESTIONS + " questions, " + RULES + " rules, against live sessions");
        sideBySide(setting);
        return new Outcome(table.markdown());
    }

    private void shipped(Setting setting, String name) {
        Reasoner reasoner = Reasoner.load(Path.of("rules"));
        CaseFile file = CaseFile.read(
                Path.of("facts").resolve(name), reasoner.rulebase().vocabulary());
        Assessment assessment = reasoner.assess(file);
        List<Choice> choices = assessment.questions().stream()
                .flatMap(question -> question.answers().stream().map(each -> new Choice(question.id(), each.id())))
                .filter(each -> assessment.possible(each.question(), each.answer()))
                .toList();
        List<Fact> facts = file.statementsAt().stream()
                .map(Statement::fact)
                .filter(each -> each.type().stated())
                .toList();
        int times = setting.times(400, 20);
        Spread answers = Spread.of(times(times, i -> statuses(given(assessment, choices.get(i % choices.size())))));
        row("facts/" + name + ": an open question is answered", "Demarche", assessment, answers, "1");
        Spread changed =
                Spread.of(times(times / 2, i -> statuses(assessment.with(file.without(facts.get(i % facts.size()))))));
        row("facts/" + name + ": a fact is withdrawn", "Demarche", assessment, changed, "");
    }

    private static Assessment given(Assessment assessment, Choice choice) {
        return assessment.given(choice.question(), choice.answer());
    }

    private void row(String what, String contender, Assessment assessment, Spread spread, String most) {
        table.row(
                what,
                contender,
                assessment.scenarios().toString(),
                spread.text(Units::ms),
                "1.00",
                most.isEmpty() ? "" : Target.atMost(Double.parseDouble(most), spread.median(), Units::ms));
    }

    private static int statuses(Assessment assessment) {
        return assessment.inferences().stream()
                .mapToInt(each -> each.status().ordinal() + 1)
                .sum();
    }

    /** What is done is done as often before anything counts. */
    private static double[] times(int times, java.util.function.IntUnaryOperator work) {
        double[] all = new double[times];
        for (int i = -times; i < times; i++) {
            long start = System.nanoTime();
            int done = work.applyAsInt(i + times);
            if (i >= 0) {
                all[i] = (System.nanoTime() - start) / 1e6;
            }
            if (done < 0) {
                throw new IllegalStateException("nothing was done");
            }
        }
        return all;
    }

    private void sideBySide(Setting setting) throws Exception {
        Workload workload = Workload.of(QUESTIONS, 2, RULES, 2, 20260401);
        Bench bench = new Bench(workload, setting.folder());
        Assessment open = bench.assess();
        LiveSession live = new LiveSession(new PlainDrools(workload.drl()), workload);
        Random random = new Random(1);
        for (int i = 0; i < setting.times(60, 20); i++) {
            live.flip(random.nextInt(QUESTIONS));
            Answers answers = new Answers("one scenario of " + QUESTIONS + " questions");
            answers.add("plain Drools", live.concluded());
            answers.add("Demarche", holding(open, workload.named(live.scenario())));
            answers.agreed();
        }
        String what = QUESTIONS + " questions, " + RULES + " rules: one answer is another";
        int times = setting.times(2_000, 50);
        Spread ours = Spread.of(times(
                times, i -> statuses(open.given("q-%03d".formatted(i % QUESTIONS), "a" + i / QUESTIONS % 2))));
        row(what, "Demarche", open, ours, "");
        Spread plain = Spread.of(times(times, i -> {
            live.flip(i % QUESTIONS);
            return live.concluded().size();
        }));
        live.end();
        other(what, "plain Drools, a live session", plain.text(Units::ms), plain.median() / ours.median());
        if (Peer.CLIPS.installed()) {
            double clips = clips(setting, workload);
            other(what, "CLIPS, a live session", Units.ms(clips), clips / ours.median());
        } else {
            other(what, "CLIPS", "not installed", Double.NaN);
        }
    }

    private void other(String what, String contender, String time, double ratio) {
        table.row(what, contender, "1", time, Double.isNaN(ratio) ? "" : Units.ratio(ratio), "");
    }

    private static Set<String> holding(Assessment open, java.util.Map<String, String> scenario) {
        List<Choice> choices = new ArrayList<>();
        scenario.forEach((question, answer) -> choices.add(new Choice(question, answer)));
        return open.given(choices).with(Status.ROBUST).stream()
                .map(Inference::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Milliseconds of CLIPS for one change, by its own clock; it ends as it began, and says the same then as Drools. */
    private static double clips(Setting setting, Workload workload) throws Exception {
        int[] scenario = new int[QUESTIONS];
        int rounds = setting.times(2_000, 50);
        String changes = workload.facts(scenario).stream()
                .map(each -> """
                        (do-for-fact ((?each condition)) (eq (nth$ 1 ?each:implied) %1$s) (retract ?each))
                        (run)
                        (assert (condition %1$s %2$s))
                        (run)
                        """.formatted(each.text(0), each.text(1)))
                .collect(Collectors.joining());
        Path file = setting.folder().resolve("what-if.clp");
        Written.write(
                file,
                "(defglobal ?*begun* = 0)\n"
                        + ColdRules.clips(workload, workload.facts(scenario))
                                .replace(
                                        "(run)\n",
                                        "(run)\n(bind ?*begun* (time))\n(loop-for-count " + rounds / QUESTIONS + "\n"
                                                + changes + ")\n(printout t \"seconds=\" (- (time) ?*begun*) crlf)\n"));
        String printed = Peer.CLIPS.running(file).output();
        Answers answers = new Answers("after all changes");
        answers.add("plain Drools", new PlainDrools(workload.drl()).concluded(workload.facts(scenario)));
        answers.add("CLIPS", ColdRules.concluded(printed));
        answers.agreed();
        double seconds = SECONDS.matcher(printed)
                .results()
                .mapToDouble(each -> Double.parseDouble(each.group(1)))
                .findFirst()
                .orElseThrow();
        return 1000 * seconds / (2.0 * (rounds / QUESTIONS) * QUESTIONS);
    }

    /** A session of Drools that stays open while the answers to questions change. */
    private static final class LiveSession {
        private final KieSession session;
        private final Workload workload;
        private final int[] scenario = new int[QUESTIONS];
        private final FactHandle[] handles = new FactHandle[QUESTIONS];

        LiveSession(PlainDrools drools, Workload workload) {
            this.session = drools.rules().newKieSession();
            this.workload = workload;
            List<Fact> facts = workload.facts(scenario);
            IntStream.range(0, QUESTIONS).forEach(i -> handles[i] = session.insert(facts.get(i)));
            session.fireAllRules();
        }

        void flip(int question) {
            scenario[question] = 1 - scenario[question];
            if (scenario[question] == 1) {
                session.delete(handles[question]);
            } else {
                handles[question] = session.insert(workload.fact(question, 0));
            }
            session.fireAllRules();
        }

        Set<String> concluded() {
            return PlainDrools.concluded(session);
        }

        int[] scenario() {
            return scenario.clone();
        }

        void end() {
            session.dispose();
        }
    }
}
