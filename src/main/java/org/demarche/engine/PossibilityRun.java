package org.demarche.engine;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.demarche.cases.Answer;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.cases.Statement;
import org.demarche.compile.FiringListener;
import org.demarche.compile.Rulebase;
import org.demarche.inference.Choice;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.LimitReachedException;
import org.demarche.inference.Limits;
import org.demarche.inference.Watch;
import org.demarche.model.Fact;
import org.demarche.model.Report;
import org.demarche.source.LoadException;
import org.kie.api.runtime.KieSession;

/** Fires the possibility form of a rule base once over everything a case states under any answer. */
public final class PossibilityRun {

    private PossibilityRun() {}

    /**
     * Everything that could follow in any scenario.
     *
     * @throws LimitReachedException when there are more firings or facts than the limits allow
     */
    public static DerivationGraph run(Rulebase rulebase, CaseFile caseFile, Limits limits, Watch watch) {
        DerivationGraph.Builder graph = DerivationGraph.builder();
        Set<Fact> outright = outright(caseFile, graph);
        Set<Fact> facts = facts(caseFile, outright, graph);
        Optional<KeptFirings> kept = KeptFirings.of(rulebase, facts, outright);
        Firings firings = new Firings(rulebase, graph, outright, limits, watch);
        Optional<Tape> before = kept.flatMap(KeptFirings::find);
        if (before.isPresent()) {
            play(before.get(), facts, firings);
        } else if (kept.isPresent()) {
            Tape tape = new Tape();
            fire(rulebase, facts, firings, tape.inFrontOf(firings), tape::nextRound);
            kept.get().keep(tape);
        } else {
            fire(rulebase, facts, firings, firings, () -> {});
        }
        return graph.build();
    }

    /** What has fired before, without Drools. */
    private static void play(Tape tape, Set<Fact> facts, Firings firings) {
        facts.forEach(firings::insert);
        tape.play(firings, firings::insertOutcomes);
        firings.addAccumulations();
    }

    /**
     * Fires the rules.
     *
     * @param heard is told of all that fires, and tells it to the firings
     * @param round done before rules fire, and before they fire again for what accumulates have come to
     */
    static void fire(Rulebase rulebase, Set<Fact> facts, Firings firings, FiringListener heard, Runnable round) {
        KieSession session = rulebase.kieBase().newKieSession();
        firings.goOnIn(session::insert);
        try {
            session.setGlobal(Rulebase.listenerGlobal(), heard);
            facts.forEach(firings::insert);
            do {
                round.run();
                session.fireAllRules();
            } while (firings.insertOutcomes());
            firings.addAccumulations();
        } catch (RuntimeException stopped) {
            throw reason(stopped).orElseThrow(() -> stopped);
        } finally {
            session.dispose();
        }
    }

    /** Everything that a case states under any answer. */
    static Set<Fact> facts(CaseFile caseFile, Set<Fact> outright, DerivationGraph.Builder graph) {
        Set<Fact> facts = new LinkedHashSet<>(outright);
        facts.addAll(answered(caseFile, graph));
        return Stated.inOrder(facts);
    }

    /** What holds in every scenario. */
    static Set<Fact> outright(CaseFile caseFile, DerivationGraph.Builder graph) {
        Set<Fact> stated = new HashSet<>();
        for (Statement statement : caseFile.statementsAt()) {
            stated.add(statement.fact());
            if (statement.fact() instanceof Report report) {
                stated.addAll(Stated.sources(caseFile, report));
            }
        }
        for (Question question : caseFile.questionsAt()) {
            for (Answer answer : question.answers()) {
                Choice choice = new Choice(question.id(), answer.id());
                stated.addAll(Stated.hypotheses(choice, Stated.meantBy(caseFile, answer)));
            }
        }
        // Whatever is sorted after this, nodes too, is nearly sorted already.
        Set<Fact> outright = Stated.inOrder(stated);
        outright.forEach(graph::state);
        return outright;
    }

    /** What answers state in their scenarios. */
    private static Set<Fact> answered(CaseFile caseFile, DerivationGraph.Builder graph) {
        Set<Fact> answered = new HashSet<>();
        for (Question question : caseFile.questionsAt()) {
            for (Answer answer : question.answers()) {
                for (Statement statement : caseFile.statementsAt(answer)) {
                    graph.state(statement.fact(), new Choice(question.id(), answer.id()));
                    answered.add(statement.fact());
                }
            }
        }
        return answered;
    }

    /** Drools wraps what a consequence throws. */
    private static Optional<RuntimeException> reason(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof LimitReachedException || each instanceof LoadException) {
                return Optional.of((RuntimeException) each);
            }
        }
        return Optional.empty();
    }
}
