package org.demarche.oracle;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.Assessment;
import org.demarche.cases.Answer;
import org.demarche.cases.Question;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;

/**
 * Many cases with their rules as one program for clingo, which chooses a case and an answer to each of its questions: every stable
 * model belongs to one scenario of one case.
 */
final class AspProgram {

    private static final String CHOICES = """
            true.
            1 { chosen(C) : offers(C,_,_) } 1.
            1 { answer(Q,A) : offers(C,Q,A) } 1 :- chosen(C), offers(C,Q,_).
            #show chosen/1.
            #show answer/2.
            """;

    private final StringBuilder text = new StringBuilder(CHOICES);
    private final Set<String> names = new HashSet<>();

    private AspProgram() {}

    static String of(Map<String, Assessment> cases) {
        AspProgram program = new AspProgram();
        Map<String, RuleCard> cards = new LinkedHashMap<>();
        cases.forEach((name, assessment) -> {
            program.add(name, assessment);
            cards.putAll(assessment.rulebase().cards());
        });
        program.addNames(cards.values());
        Arrays.stream(FactType.values()).filter(FactType::concluded).forEach(program::show);
        return program.text + AspRules.of(cards.values());
    }

    /** The atoms by which a scenario of a case is known. */
    static Set<String> key(String name, Map<String, String> scenario) {
        Set<String> key = new HashSet<>(Set.of(chosen(name)));
        scenario.forEach((question, answer) -> key.add(answer(question, answer)));
        return key;
    }

    static String atom(Fact fact) {
        return AspRules.atom(
                fact.type(), fact.values().stream().map(AspRules::quoted).toList());
    }

    private static String chosen(String name) {
        return "chosen(" + AspRules.quoted(name) + ")";
    }

    private static String answer(String question, String answer) {
        return "answer(" + AspRules.quoted(question) + "," + AspRules.quoted(answer) + ")";
    }

    private void add(String name, Assessment assessment) {
        Scenarios scenarios = new Scenarios(assessment.caseFile());
        scenarios.outright().forEach(fact -> state(fact, chosen(name)));
        assessment
                .rulebase()
                .cards()
                .keySet()
                .forEach(rule ->
                        text.append("use(" + AspRules.quoted(rule) + ") :- ").append(chosen(name) + ".\n"));
        for (Question question : assessment.caseFile().questionsAt()) {
            for (Answer answer : question.answers()) {
                text.append(answer(question.id(), answer.id())
                                .replace("answer(", "offers(" + AspRules.quoted(name) + ","))
                        .append(".\n");
                scenarios
                        .facts(answer)
                        .forEach(fact -> state(fact, chosen(name) + ", " + answer(question.id(), answer.id())));
            }
        }
    }

    private void state(Fact fact, String where) {
        text.append(atom(fact)).append(" :- ").append(where).append(".\n");
        names.addAll(fact.values());
    }

    private void addNames(Collection<RuleCard> cards) {
        for (RuleCard card : cards) {
            for (Operand argument : card.conclusion().arguments()) {
                if (argument instanceof Operand.Text value) {
                    names.add(value.value());
                }
            }
        }
        List<String> sorted = names.stream().sorted().toList();
        sorted.forEach(name -> text.append("named(" + AspRules.quoted(name) + ").\n"));
    }

    private void show(FactType type) {
        text.append("#show " + type.key() + "/" + type.fields().size() + ".\n");
    }
}
