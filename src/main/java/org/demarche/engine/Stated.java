package org.demarche.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.cases.Actor;
import org.demarche.cases.Answer;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Statement;
import org.demarche.inference.Choice;
import org.demarche.inference.Node;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.model.Hypothesis;
import org.demarche.model.Report;
import org.demarche.model.Source;

/** What a case puts into the run besides its plain statements. */
final class Stated {

    private Stated() {}

    /** Any fixed order will do; this one does not depend on the order of the case's files. */
    static Set<Fact> inOrder(Set<Fact> facts) {
        List<Keyed> keyed = new ArrayList<>(facts.size());
        facts.forEach(fact -> keyed.add(new Keyed(new Node.Known(fact).key(), fact)));
        Collections.sort(keyed);
        Set<Fact> sorted = new LinkedHashSet<>();
        keyed.forEach(each -> sorted.add(each.fact()));
        return sorted;
    }

    private record Keyed(String key, Fact fact) implements Comparable<Keyed> {
        @Override
        public int compareTo(Keyed other) {
            return key.compareTo(other.key);
        }
    }

    /** What the answer states or would amount to, as far as it has a subject and a term. */
    static List<Fact> meantBy(CaseFile caseFile, Answer answer) {
        List<Fact> meant = new ArrayList<>(
                caseFile.statementsAt(answer).stream().map(Statement::fact).toList());
        meant.addAll(answer.means());
        return meant.stream().filter(fact -> hasTerm(fact.type())).toList();
    }

    /** One for each thing that an answer would amount to; one that names nothing where that is nothing in particular. */
    static List<Hypothesis> hypotheses(Choice choice, List<Fact> meant) {
        return meant.isEmpty()
                ? List.of(new Hypothesis(choice.question(), choice.answer(), "", "", "", ""))
                : meant.stream().map(fact -> hypothesis(choice, fact)).toList();
    }

    private static Hypothesis hypothesis(Choice choice, Fact meant) {
        List<String> values = meant.values();
        return new Hypothesis(
                choice.question(), choice.answer(), meant.type().key(), values.get(0), values.get(1), values.get(2));
    }

    /** What is known of where a report comes from: of the source in which it stands, and of who says it in the first place. */
    static List<Fact> sources(CaseFile caseFile, Report report) {
        List<Fact> known = new ArrayList<>();
        Stream.of(report.source(), report.origin()).forEach(id -> {
            Actor actor = caseFile.actors().get(id);
            org.demarche.cases.Source source = caseFile.sources().get(id);
            if (actor != null) {
                known.add(new Source(id, actor.kind(), actor.country(), actor.owner()));
            } else if (source != null) {
                known.add(new Source(id, source.kind(), source.country(), source.owner()));
            }
        });
        return known;
    }

    private static boolean hasTerm(FactType type) {
        return type.fields().size() >= 3 && type.fields().get(1).type() == FieldType.TERM;
    }
}
