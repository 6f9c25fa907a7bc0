package org.demarche.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.Assessment;
import org.demarche.cases.Answer;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.cases.Statement;
import org.demarche.check.ConcludingRules;
import org.demarche.explain.wording.Sentences;
import org.demarche.inference.Inference;
import org.demarche.source.Suggestion;

/** Says what could have been meant by an id that no rule concludes. */
final class UnknownInference {

    private static final int MOST = 3;

    private UnknownInference() {}

    /** @param facts the case and how it is looked at, as they stand on the command line */
    static RefusedException of(String id, String facts, Assessment assessment) {
        Optional<RefusedException> stated = stated(id, assessment.caseFile());
        if (stated.isPresent()) {
            return stated.get();
        }
        if (ConcludingRules.fact(id, assessment).isEmpty()) {
            return none(id, facts, assessment);
        }
        return AskedFact.unknownWords(id, assessment).orElseGet(() -> nowhere(id, facts, assessment));
    }

    /** Rules could conclude it, but do not. */
    static RefusedException nowhere(String id, String facts, Assessment assessment) {
        List<String> longer = longer(id, assessment);
        return RefusedException.usage(
                "`" + id + "` is concluded in no scenario.",
                maybe(longer.subList(0, Math.min(MOST, longer.size()))),
                "What keeps it: demarche whynot " + facts + " " + id);
    }

    /** No rule could conclude it, whatever the facts. */
    static RefusedException none(String id, String facts, Assessment assessment) {
        if (id.contains(" ")) {
            return sentence(id, facts, assessment);
        }
        if (assessment.caseFile().question(id).isPresent()) {
            return RefusedException.usage(
                    "`" + id + "` is a question; an id of something that is inferred begins with an actor.",
                    "Where what holds: demarche scenarios " + facts + " --question " + id);
        }
        Optional<RefusedException> anotherDay = anotherDay(id, assessment.caseFile());
        if (anotherDay.isPresent()) {
            return anotherDay.get();
        }
        List<String> near = near(id, assessment);
        return RefusedException.usage(
                "No rule that the case uses ("
                        + String.join(", ", assessment.rulebase().groups()) + ") concludes `" + id
                        + "`, whatever the facts.",
                maybe(near),
                "What is inferred: demarche run " + facts + " --all");
    }

    /** A sentence stands where an id should. */
    private static RefusedException sentence(String said, String facts, Assessment assessment) {
        Sentences sentences =
                new Sentences(assessment.caseFile(), assessment.rulebase().vocabulary());
        Map<String, String> ids = new LinkedHashMap<>();
        assessment.inferences().forEach(each -> ids.put(sentences.sentence(each.fact()), each.id()));
        return RefusedException.usage(
                "“" + said + "” is a sentence; an id is needed, values with dots between them.",
                Suggestion.nearest(said, ids.keySet())
                        .map(nearest -> "“" + nearest + "” is `" + ids.get(nearest) + "`.")
                        .orElse(""),
                "What is inferred: demarche run " + facts + " --all");
    }

    /** What the case states, also where the id is without its date. */
    private static Optional<RefusedException> stated(String id, CaseFile file) {
        for (Statement statement : file.statementsAt()) {
            if (means(id, statement)) {
                return Optional.of(RefusedException.usage("`" + statement.fact().id()
                        + "` is not inferred: the case itself states it, at " + statement.at() + "."));
            }
        }
        for (Question question : file.questionsAt()) {
            for (Answer answer : question.answers()) {
                for (Statement statement : file.statementsAt(answer)) {
                    if (means(id, statement)) {
                        return Optional.of(
                                RefusedException.usage("`" + statement.fact().id()
                                        + "` is not inferred: the case itself states it under the answer `"
                                        + answer.id() + "` to `" + question.id() + "`, at " + statement.at() + "."));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** What the case states, but not of the day on which it is looked at. */
    private static Optional<RefusedException> anotherDay(String id, CaseFile file) {
        return file.statements().stream()
                .filter(statement -> means(id, statement))
                .filter(statement ->
                        file.asOf().filter(day -> !statement.holdsAt(day)).isPresent())
                .findFirst()
                .map(statement -> RefusedException.usage("`" + statement.fact().id()
                        + "` is not inferred: the case itself states it, at " + statement.at() + ", but "
                        + statement
                                .firstDay()
                                .filter(first ->
                                        file.asOf().filter(first::isAfter).isPresent())
                                .map(first -> "only from " + first + " on")
                                .or(() -> statement.until().map(end -> "only until " + end))
                                .orElse("not on this day")
                        + "."));
    }

    private static boolean means(String id, Statement statement) {
        return statement.fact().id().equals(id) || statement.fact().id().startsWith(id + ".");
    }

    /** The nearest first. */
    private static List<String> near(String id, Assessment assessment) {
        List<String> known = new ArrayList<>(
                assessment.inferences().stream().map(Inference::id).toList());
        List<String> near = longer(id, assessment);
        known.removeAll(near);
        Optional<String> next = Suggestion.nearest(id, known);
        while (next.isPresent() && near.size() < MOST) {
            near.add(next.get());
            known.remove(next.get());
            next = Suggestion.nearest(id, known);
        }
        return near.subList(0, Math.min(MOST, near.size()));
    }

    /** Of what the last values may have been forgotten. */
    private static List<String> longer(String id, Assessment assessment) {
        return assessment.inferences().stream()
                .map(Inference::id)
                .filter(each -> each.startsWith(id + "."))
                .sorted()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String maybe(List<String> ids) {
        String listed = ids.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "));
        return ids.isEmpty() ? "" : "Maybe " + listed + "?";
    }
}
