package org.demarche.explain.why;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.demarche.cases.Answer;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.cases.Statement;
import org.demarche.explain.why.Explanation.Answered;
import org.demarche.explain.why.Explanation.Asked;
import org.demarche.explain.why.Explanation.Origin;
import org.demarche.explain.why.Explanation.Stated;
import org.demarche.inference.Choice;
import org.demarche.model.Fact;
import org.demarche.model.Hypothesis;
import org.demarche.worlds.Worlds;

/** Who states a fact: statements of the case, answers, or the engine on behalf of a question. */
public final class Origins {

    /** By what they say of themselves: the order of files and lines says nothing. */
    public static final Comparator<Statement> ORDER = Comparator.comparing(Statement::basis)
            .thenComparing(statement -> statement.citations().toString())
            .thenComparing(Statement::note);

    private final Worlds worlds;
    private final CaseFile caseFile;

    Origins(Worlds worlds, CaseFile caseFile) {
        this.worlds = worlds;
        this.caseFile = caseFile;
    }

    /** Who states a fact in every scenario. */
    List<Origin> outright(Fact fact) {
        List<Origin> origins = new ArrayList<>();
        caseFile.statementsAt().stream()
                .filter(statement -> statement.fact().equals(fact))
                .sorted(ORDER)
                .map(statement ->
                        new Stated(statement.citations(), statement.basis(), statement.note(), statement.at()))
                .forEach(origins::add);
        if (fact instanceof Hypothesis hypothesis) {
            caseFile.question(hypothesis.question())
                    .ifPresent(question -> origins.add(new Asked(question.id(), question.ask())));
        }
        return origins;
    }

    Origin answered(Choice choice) {
        Question question = caseFile.question(choice.question()).orElseThrow();
        String says = question.answer(choice.answer()).map(Answer::says).orElse("");
        boolean open = worlds.possibleAnswers(question.id()).size() > 1;
        return new Answered(question.id(), question.ask(), choice.answer(), says, open);
    }
}
