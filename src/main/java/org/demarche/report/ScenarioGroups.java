package org.demarche.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.Assessment;
import org.demarche.inference.Choice;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.jspecify.annotations.Nullable;

/** What holds under each answer to a question, or under each combination of answers to several. */
public final class ScenarioGroups {

    private final Assessment assessment;
    private final List<Group> groups;

    /** The scenarios with some answers, and the assessment of these alone. */
    private record Group(List<Choice> answers, Assessment assessment) {}

    private ScenarioGroups(Assessment assessment, List<Group> groups) {
        this.assessment = assessment;
        this.groups = groups;
    }

    /** By the answers to these questions; combinations that no possible scenario has are left out. */
    public static ScenarioGroups of(Assessment assessment, List<String> questions) {
        List<List<Choice>> combinations = List.of(List.of());
        for (String question : questions) {
            List<List<Choice>> longer = new ArrayList<>();
            for (List<Choice> combination : combinations) {
                for (String answer :
                        assessment.caseFile().question(question).orElseThrow().answerIds()) {
                    List<Choice> more = new ArrayList<>(combination);
                    more.add(new Choice(question, answer));
                    longer.add(more);
                }
            }
            combinations = longer;
        }
        return new ScenarioGroups(
                assessment,
                combinations.stream()
                        .map(answers -> new Group(answers, assessment.given(answers)))
                        .filter(group -> group.assessment().scenarios().signum() > 0)
                        .toList());
    }

    /** The report of some inferences. */
    public Report report(List<Inference> inferences) {
        return new Report(page -> text(inferences, page), () -> json(inferences));
    }

    private String text(List<Inference> inferences, Page page) {
        Words words = new Words(assessment);
        Paper paper = new Paper(page);
        new Heading(assessment, words, paper).set();
        List<Inference> turning = inferences.stream()
                .filter(this::turns)
                .sorted(ScenariosText.movesFirst())
                .toList();
        // With one group there is nothing to compare, and what holds in it is all there is to show.
        boolean alone = groups.size() == 1;
        List<Inference> shown =
                alone ? inferences.stream().sorted(ScenariosText.movesFirst()).toList() : turning;
        for (Group group : groups) {
            paper.blank()
                    .heading("Where " + words.condition(answers(group)) + ": "
                            + Words.scenarios(group.assessment().scenarios()));
            for (Status status : Status.values()) {
                list(group, status, shown, paper);
            }
        }
        String closing = alone ? nothingToCompare() : closing(turning.size(), inferences.size());
        if (!closing.isEmpty()) {
            paper.blank().paragraph(0, closing);
        }
        return paper.print();
    }

    private String nothingToCompare() {
        List<String> asked =
                groups.get(0).answers().stream().map(Choice::question).toList();
        return "There is nothing to compare: in every scenario that is left "
                + (asked.size() == 1 ? "the answer to " : "the answers to ") + Words.and(asked)
                + (asked.size() == 1 ? " is" : " are") + " the same.";
    }

    private static String closing(int turning, int all) {
        if (turning == 0) {
            return "Every inference holds as often with each of these answers.";
        }
        return turning == all
                ? ""
                : "Not shown: " + Words.count(all - turning, "inference")
                        + (all - turning == 1 ? ", which holds" : ", which hold")
                        + " as often with each of these answers.";
    }

    /** Whether the inference holds in different shares of the groups. */
    private boolean turns(Inference inference) {
        return groups.stream().map(group -> share(group, inference)).distinct().count() > 1;
    }

    private static double share(Group group, Inference inference) {
        return group.assessment()
                .find(inference.id())
                .map(each -> new BigDecimal(each.scenarios())
                        .divide(new BigDecimal(group.assessment().scenarios()), MathContext.DECIMAL64)
                        .doubleValue())
                .orElse(0.0);
    }

    private static void list(Group group, Status status, List<Inference> turning, Paper paper) {
        List<Inference> some = turning.stream()
                .flatMap(each -> group.assessment().find(each.id()).stream())
                .filter(each -> each.status() == status)
                .toList();
        if (!some.isEmpty()) {
            paper.paragraph(
                    1,
                    switch (status) {
                        case ROBUST -> "In all of them:";
                        case CONTINGENT -> "In some of them:";
                        case EXCLUDED -> "In none of them:";
                    });
            new Brief(new Words(group.assessment()), paper).list(some);
        }
    }

    private static Map<String, String> answers(Group group) {
        Map<String, String> answers = new LinkedHashMap<>();
        group.answers().forEach(choice -> answers.put(choice.question(), choice.answer()));
        return answers;
    }

    private Map<String, @Nullable Object> json(List<Inference> inferences) {
        Map<String, @Nullable Object> document = RunJson.header(assessment);
        List<String> ids = inferences.stream().map(Inference::id).toList();
        document.put("groups", groups.stream().map(group -> json(group, ids)).toList());
        return document;
    }

    private static Map<String, @Nullable Object> json(Group group, List<String> ids) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("answers", answers(group));
        written.put("scenarios", Json.count(group.assessment().scenarios()));
        RunJson json = new RunJson(group.assessment());
        written.put(
                "inferences",
                group.assessment().inferences().stream()
                        .filter(each -> ids.contains(each.id()))
                        .map(json::inference)
                        .toList());
        return written;
    }
}
