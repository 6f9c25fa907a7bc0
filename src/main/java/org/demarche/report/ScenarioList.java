package org.demarche.report;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.Assessment;
import org.demarche.cases.Question;
import org.demarche.inference.Inference;
import org.jspecify.annotations.Nullable;

/** Lists scenarios one by one, as many as are wanted. */
final class ScenarioList {

    private final Assessment assessment;
    private final Optional<Inference> inference;
    private final BigInteger matching;
    private final List<Map<String, String>> listed;

    /** @param inference in whose scenarios; empty for all possible ones */
    ScenarioList(Assessment assessment, Optional<Inference> inference, int most) {
        this.assessment = assessment;
        this.inference = inference;
        this.matching = inference.map(Inference::scenarios).orElseGet(assessment::scenarios);
        this.listed = inference
                .map(assessment::scenarios)
                .orElseGet(() -> assessment.worlds().possibleScenarios())
                .limit(most)
                .toList();
    }

    private BigInteger others() {
        return matching.subtract(BigInteger.valueOf(listed.size()));
    }

    String text(Page page) {
        Words words = new Words(assessment);
        Paper paper = new Paper(page);
        new Heading(assessment, words, paper).set();
        inference.ifPresent(each -> paper.paragraph(
                0,
                words.sentence(each.fact()) + " " + Ink.QUIET.on("(" + each.id() + ")") + ": " + words.standing(each)));
        Map<String, String> answered = assessment.answered();
        List<Question> open = assessment.questions().stream()
                .filter(question -> !answered.containsKey(question.id()))
                .toList();
        answered.forEach((question, answer) -> paper.paragraph(0, "Everywhere " + question + " = " + answer));
        paper.blank();
        table(paper, open);
        if (others().signum() > 0) {
            boolean estimated = inference.map(each -> !each.method().exact()).orElse(!assessment.exact());
            paper.blank()
                    .paragraph(0, "and " + (estimated ? "about " : "") + Words.number(others()) + " others (--limit)");
        }
        return paper.print();
    }

    /** A column for each open question, where they fit beside each other; else a paragraph for each scenario. */
    private void table(Paper paper, List<Question> open) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(open.stream().map(Question::id).toList());
        listed.forEach(scenario -> rows.add(open.stream()
                .map(question -> scenario.getOrDefault(question.id(), ""))
                .toList()));
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < open.size(); column++) {
            int at = column;
            widths.add(Paper.widest(rows.stream().map(row -> row.get(at)).toList()));
        }
        int width = widths.stream().mapToInt(each -> each + 2).sum();
        for (int row = 0; row < rows.size(); row++) {
            if (width > paper.page().width()) {
                paragraph(paper, open, rows, row);
            } else {
                StringBuilder line = new StringBuilder();
                for (int column = 0; column < open.size(); column++) {
                    line.append(Paper.pad(rows.get(row).get(column), widths.get(column) + 2));
                }
                String set = line.toString().stripTrailing();
                paper.line(row == 0 ? Ink.QUIET.on(set) : set);
            }
        }
    }

    private static void paragraph(Paper paper, List<Question> open, List<List<String>> rows, int row) {
        if (row > 0) {
            List<String> answers = new ArrayList<>();
            for (int column = 0; column < open.size(); column++) {
                answers.add(open.get(column).id() + Paper.TOGETHER + "=" + Paper.TOGETHER
                        + rows.get(row).get(column));
            }
            paper.paragraph("- ", "  ", String.join(", ", answers));
        }
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> document = RunJson.header(assessment);
        document.put("inference", inference.map(Inference::id).orElse(null));
        document.put("matching", Json.count(matching));
        document.put(
                "listed",
                listed.stream()
                        .map(each -> (Map<String, String>) new LinkedHashMap<>(each))
                        .toList());
        return document;
    }
}
