package org.demarche.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.demarche.cases.Answer;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Statement;
import org.demarche.inference.Choice;
import org.demarche.inference.Node;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.model.Hypothesis;

/** What a case puts into the run besides its plain statements. */
final class Stated {

    /** Any fixed order will do; this one does not depend on the order of the case's files. */
    static final Comparator<Fact> ORDER =
            (one, other) -> new Node.Known(one).key().compareTo(new Node.Known(other).key());

    private Stated() {}

    /** What the answer states or would amount to, as far as it has a subject and a term. */
    static List<Fact> meantBy(CaseFile caseFile, Answer answer) {
        List<Fact> meant = new ArrayList<>(
                caseFile.statementsAt(answer).stream().map(Statement::fact).toList());
        meant.addAll(answer.means());
        return meant.stream().filter(fact -> hasTerm(fact.type())).toList();
    }

    static Hypothesis hypothesis(Choice choice, Fact meant) {
        List<String> values = meant.values();
        return new Hypothesis(
                choice.question(), choice.answer(), meant.type().key(), values.get(0), values.get(1), values.get(2));
    }

    private static boolean hasTerm(FactType type) {
        return type.fields().size() >= 3 && type.fields().get(1).type() == FieldType.TERM;
    }
}
