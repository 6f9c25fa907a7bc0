package org.demarche.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.cases.Answer;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.cases.Statement;
import org.demarche.model.Fact;
import org.demarche.model.FieldType;
import org.demarche.model.Hypothesis;
import org.demarche.model.Report;
import org.demarche.model.Source;

/** The scenarios of a case, and the facts that it states in each of them. */
record Scenarios(CaseFile caseFile) {

    /** One answer to every question, in every combination. */
    List<Map<String, String>> all() {
        List<Map<String, String>> all = List.of(Map.of());
        for (Question question : caseFile.questionsAt()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> scenario : all) {
                for (String answer : question.answerIds()) {
                    Map<String, String> next = new LinkedHashMap<>(scenario);
                    next.put(question.id(), answer);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }

    Set<Fact> facts(Map<String, String> scenario) {
        Set<Fact> facts = outright();
        caseFile.questionsAt()
                .forEach(question -> facts.addAll(
                        facts(question.answer(scenario.get(question.id())).orElseThrow())));
        return facts;
    }

    /** What is stated in every scenario, with the hypotheses that the answers are about. */
    Set<Fact> outright() {
        Set<Fact> facts = new HashSet<>(facts(caseFile.statementsAt()));
        Set<Fact> reports = Set.copyOf(facts);
        reports.forEach(each -> {
            if (each instanceof Report report) {
                source(report.source()).ifPresent(facts::add);
                source(report.origin()).ifPresent(facts::add);
            }
        });
        for (Question question : caseFile.questionsAt()) {
            for (Answer answer : question.answers()) {
                List<Fact> meant = Stream.concat(facts(answer).stream(), answer.means().stream())
                        .filter(each -> each.type().fields().get(1).type() == FieldType.TERM)
                        .toList();
                meant.forEach(each -> facts.add(hypothesis(question, answer, each)));
                if (meant.isEmpty()) {
                    facts.add(new Hypothesis(question.id(), answer.id(), "", "", "", ""));
                }
            }
        }
        return facts;
    }

    /** What the case says of somebody from whom reports come. */
    private Optional<Fact> source(String id) {
        return Optional.ofNullable(caseFile.actors().get(id))
                .map(actor -> (Fact) new Source(id, actor.kind(), actor.country(), actor.owner()))
                .or(() -> Optional.ofNullable(caseFile.sources().get(id))
                        .map(source -> new Source(id, source.kind(), source.country(), source.owner())));
    }

    private static Hypothesis hypothesis(Question question, Answer answer, Fact meant) {
        List<String> values = meant.values();
        return new Hypothesis(
                question.id(), answer.id(), meant.type().key(), values.get(0), values.get(1), values.get(2));
    }

    List<Fact> facts(Answer answer) {
        return facts(caseFile.statementsAt(answer));
    }

    private static List<Fact> facts(Collection<Statement> statements) {
        return statements.stream().map(Statement::fact).toList();
    }
}
