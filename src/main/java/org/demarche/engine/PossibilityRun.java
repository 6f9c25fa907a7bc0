package org.demarche.engine;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
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
        run(rulebase, caseFile, graph, limits, watch, firings -> firings);
        return graph.build();
    }

    /** @param heard what hears of the firings in place of those who take them down */
    static void run(
            Rulebase rulebase,
            CaseFile caseFile,
            DerivationGraph.Builder graph,
            Limits limits,
            Watch watch,
            UnaryOperator<FiringListener> heard) {
        Set<Fact> outright = outright(caseFile, graph);
        KieSession session = rulebase.kieBase().newKieSession();
        try {
            Firings firings = new Firings(rulebase, graph, session::insert, outright, limits, watch);
            session.setGlobal(Rulebase.listenerGlobal(), heard.apply(firings));
            facts(caseFile, outright, graph).forEach(firings::insert);
            do {
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
        Set<Fact> facts = new TreeSet<>(Stated.ORDER);
        facts.addAll(outright);
        facts.addAll(answered(caseFile, graph));
        return facts;
    }

    /** What holds in every scenario. */
    static Set<Fact> outright(CaseFile caseFile, DerivationGraph.Builder graph) {
        Set<Fact> outright = new HashSet<>();
        caseFile.statementsAt().forEach(statement -> outright.add(statement.fact()));
        for (Question question : caseFile.questionsAt()) {
            for (Answer answer : question.answers()) {
                Choice choice = new Choice(question.id(), answer.id());
                Stated.meantBy(caseFile, answer).forEach(meant -> outright.add(Stated.hypothesis(choice, meant)));
            }
        }
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
