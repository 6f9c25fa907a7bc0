package org.demarche.engine;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.cases.Answer;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.cases.Statement;
import org.demarche.compile.Rulebase;
import org.demarche.inference.Choice;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.LimitReachedException;
import org.demarche.inference.Limits;
import org.demarche.inference.Watch;
import org.demarche.model.Fact;
import org.demarche.model.Hypothesis;
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
        Set<Fact> facts = new TreeSet<>(Stated.ORDER);
        state(caseFile, graph, facts);
        KieSession session = rulebase.kieBase().newKieSession();
        try {
            Firings firings = new Firings(rulebase, graph, session, limits, watch);
            session.setGlobal(Rulebase.listenerGlobal(), firings);
            facts.forEach(firings::insert);
            session.fireAllRules();
        } catch (RuntimeException stopped) {
            throw reason(stopped).orElseThrow(() -> stopped);
        } finally {
            session.dispose();
        }
        return graph.build();
    }

    private static void state(CaseFile caseFile, DerivationGraph.Builder graph, Set<Fact> facts) {
        for (Statement statement : caseFile.statementsAt()) {
            graph.state(statement.fact());
            facts.add(statement.fact());
        }
        for (Question question : caseFile.questionsAt()) {
            for (Answer answer : question.answers()) {
                Choice choice = new Choice(question.id(), answer.id());
                for (Statement statement : caseFile.statementsAt(answer)) {
                    graph.state(statement.fact(), choice);
                    facts.add(statement.fact());
                }
                for (Fact meant : Stated.meantBy(caseFile, answer)) {
                    Hypothesis hypothesis = Stated.hypothesis(choice, meant);
                    graph.state(hypothesis);
                    facts.add(hypothesis);
                }
            }
        }
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
