package org.demarche.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.cases.Question;
import org.demarche.cases.Statement;
import org.demarche.inference.Choice;
import org.demarche.inference.Inference;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;

/** What may stand where in a line of a session. */
record Completions(Session session) {

    /** What the last of the words may be; the first is a command. */
    List<String> of(List<String> words) {
        List<String> rest = words.subList(1, words.size());
        return switch (words.get(0)) {
            case "assert" -> fact(rest);
            case "withdraw" -> stated();
            case "answer" -> answers();
            case "unanswer" ->
                session.supposed().answers().stream().map(Choice::question).toList();
            case "whatif" -> rest.size() == 1 ? List.of("assert", "withdraw", "answer", "unanswer", "as-of") : of(rest);
            case "why", "whynot", "scenarios" -> inferred();
            default -> List.of();
        };
    }

    private List<String> inferred() {
        return session.assessment().inferences().stream().map(Inference::id).toList();
    }

    private List<String> stated() {
        return session.assessment().caseFile().statements().stream()
                .map(statement -> statement.fact().id())
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> answers() {
        List<String> answers = new ArrayList<>();
        for (Question question : session.assessment().caseFile().questionsAt()) {
            question.answerIds().forEach(answer -> answers.add(question.id() + "=" + answer));
        }
        return answers;
    }

    /** The kind of a fact, then what its fields take. */
    private List<String> fact(List<String> words) {
        if (words.size() == 1) {
            return kinds().map(type -> type.key() + ":").toList();
        }
        Optional<FactType> type =
                session.assessment().rulebase().kinds().keyed(words.get(0).replace(":", ""));
        int field = words.size() - 2;
        return type.filter(FactType::stated)
                .filter(each -> field < each.fields().size())
                .map(each -> values(each, each.fields().get(field)))
                .orElse(List.of());
    }

    private List<String> values(FactType type, FactType.Field field) {
        Assessment now = session.assessment();
        if (type.isDeclared()) {
            return known(type, field);
        }
        if (field.type() == FieldType.TERM) {
            return List.copyOf(now.rulebase().vocabulary().ids(field.name()));
        }
        List<String> parties = new ArrayList<>(now.caseFile().actors().keySet());
        if (field.type() != FieldType.ACTOR) {
            parties.addAll(now.rulebase().vocabulary().ids("topic"));
        }
        return parties;
    }

    /** What a field of a declared type can be, or is in some fact already. */
    private List<String> known(FactType type, FactType.Field field) {
        if (field.type() == FieldType.CHOICE) {
            return field.choices();
        }
        if (field.type() == FieldType.TRUTH) {
            return List.of("true", "false");
        }
        Assessment now = session.assessment();
        return Stream.concat(
                        now.caseFile().statements().stream().map(Statement::fact),
                        now.inferences().stream().map(Inference::fact))
                .filter(fact -> fact.type().equals(type))
                .map(fact -> fact.value(field.name()))
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<FactType> kinds() {
        return session.assessment().rulebase().kinds().all().stream().filter(FactType::stated);
    }
}
