package org.demarche.report;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.cases.Question;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.jspecify.annotations.Nullable;

/** Lists scenarios one by one, as many as are wanted. */
final class ScenarioList {

    private static final int INDENT = 2;

    private final Assessment assessment;
    private final Optional<Inference> inference;
    private final BigInteger matching;
    private final List<Map<String, String>> listed;

    /** The moves that make one scenario differ from another, and can be told for each. */
    private final List<Inference> moves;

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
        this.moves = assessment.moves().stream()
                .filter(each ->
                        each.status() == Status.CONTINGENT && each.scenarios().signum() > 0)
                .filter(each -> each.otherConditions().signum() == 0)
                .filter(each -> inference.map(of -> !of.equals(each)).orElse(true))
                .toList();
    }

    /** Where all minimal conditions are known, it holds where one of them is met. */
    private static boolean holds(Inference move, Map<String, String> scenario) {
        return move.conditions().stream()
                .anyMatch(condition -> scenario.entrySet().containsAll(condition.entrySet()));
    }

    private BigInteger unlisted() {
        return matching.subtract(BigInteger.valueOf(listed.size()));
    }

    String text(Page page) {
        Words words = new Words(assessment);
        Paper paper = new Paper(page);
        new Heading(assessment, words, paper).set();
        inference.ifPresent(each -> words.standing(each)
                .after(words.sentence(each.fact()) + " " + Ink.QUIET.on("(" + each.id() + ")") + ": ")
                .set(paper, 0));
        Map<String, String> answered = assessment.answered();
        List<Question> open = assessment.questions().stream()
                .filter(question -> !answered.containsKey(question.id()))
                .toList();
        answered.forEach((question, answer) -> paper.paragraph(0, "Everywhere " + everywhere(words, question, answer)));
        legend(words, paper);
        paper.blank();
        if (open.isEmpty()) {
            paper.paragraph(0, "No question is open: this is the only scenario.");
        } else {
            table(paper, open);
        }
        if (unlisted().signum() > 0) {
            boolean estimated = inference.map(each -> !each.method().exact()).orElse(!assessment.exact());
            paper.blank()
                    .paragraph(
                            0, "and " + (estimated ? "about " : "") + Words.number(unlisted()) + " others (--limit)");
        }
        return paper.print();
    }

    /** In words, and how `--answer` writes it. */
    private static String everywhere(Words words, String question, String answer) {
        String plain = question + Paper.TOGETHER + "=" + Paper.TOGETHER + answer;
        String said = words.answer(question, answer);
        return said.equals(question + " = " + answer) ? plain : said + " " + Ink.QUIET.on("(" + plain + ")");
    }

    /** The moves by number. What follows everywhere, or cannot be told for each scenario, is only counted. */
    private void legend(Words words, Paper paper) {
        if (!moves.isEmpty()) {
            paper.blank().paragraph(0, "Moves that follow in some scenarios and not in others");
        }
        int width = Integer.toString(moves.size()).length();
        for (int i = 0; i < moves.size(); i++) {
            String number = Integer.toString(i + 1);
            LikelihoodLine tendency = words.tendency(moves.get(i));
            tendency.after(words.sentence(moves.get(i).fact()) + " "
                            + Ink.QUIET.on("(" + moves.get(i).id() + ")")
                            + (tendency.isEmpty() ? "" : ", "))
                    .item(paper, INDENT, " ".repeat(width - number.length()) + number, width);
        }
        count(each -> each.status() == Status.ROBUST)
                .ifPresent(many -> paper.paragraph(0, "In every scenario: " + many + ", which `run` lists"));
        count(each -> each.otherConditions().signum() != 0)
                .ifPresent(many -> paper.paragraph(
                        0, "Left out: " + many + " with more conditions than can be looked through for each scenario"));
    }

    /** {@code 6 moves}, {@code 6 more moves} beside those that have a number; empty for none. */
    private Optional<String> count(Predicate<Inference> which) {
        int count = (int) others().filter(which).count();
        return count == 0 ? Optional.empty() : Optional.of(Words.count(count, moves.isEmpty() ? "move" : "more move"));
    }

    /** All moves but the one that was asked for. */
    private Stream<Inference> others() {
        return assessment.moves().stream()
                .filter(each -> inference.map(of -> !of.equals(each)).orElse(true));
    }

    /** A column for each open question and one for the moves, where they fit beside each other; else a paragraph for each scenario. */
    private void table(Paper paper, List<Question> open) {
        List<List<String>> rows = new ArrayList<>();
        List<String> heads = new ArrayList<>(open.stream().map(Question::id).toList());
        heads.add(moves.isEmpty() ? "" : "moves");
        rows.add(heads);
        listed.forEach(scenario -> {
            List<String> row = new ArrayList<>(open.stream()
                    .map(question -> scenario.getOrDefault(question.id(), ""))
                    .toList());
            row.add(numbers(scenario));
            rows.add(row);
        });
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < heads.size(); column++) {
            int at = column;
            widths.add(Paper.widest(rows.stream().map(row -> row.get(at)).toList()));
        }
        int width = widths.stream().mapToInt(each -> each + 2).sum() - 2;
        for (int row = 0; row < rows.size(); row++) {
            if (width > paper.page().width()) {
                paragraph(paper, open, rows, row);
            } else {
                StringBuilder line = new StringBuilder();
                for (int column = 0; column < heads.size(); column++) {
                    line.append(Paper.pad(rows.get(row).get(column), widths.get(column) + 2));
                }
                String set = line.toString().stripTrailing();
                paper.line(row == 0 ? Ink.QUIET.on(set) : set);
            }
        }
    }

    /** The moves that are made in a scenario: {@code 1, 3}; {@code –} for none of those that are numbered. */
    private String numbers(Map<String, String> scenario) {
        String numbers = IntStream.range(0, moves.size())
                .filter(i -> holds(moves.get(i), scenario))
                .mapToObj(i -> Integer.toString(i + 1))
                .collect(Collectors.joining(", "));
        return numbers.isEmpty() && !moves.isEmpty() ? "–" : numbers;
    }

    private void paragraph(Paper paper, List<Question> open, List<List<String>> rows, int row) {
        if (row > 0) {
            List<String> answers = new ArrayList<>();
            for (int column = 0; column < open.size(); column++) {
                answers.add(open.get(column).id() + Paper.TOGETHER + "=" + Paper.TOGETHER
                        + rows.get(row).get(column));
            }
            String made = moves.isEmpty() ? "" : "; moves: " + rows.get(row).get(open.size());
            paper.paragraph("- ", "  ", String.join(", ", answers) + made);
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
        document.put("moves", listed.stream().map(this::moves).toList());
        List<String> untold = assessment.moves().stream()
                .filter(each -> each.otherConditions().signum() != 0)
                .map(Inference::id)
                .toList();
        if (!untold.isEmpty()) {
            document.put("movesLeftOut", untold);
        }
        return document;
    }

    /** All that are made in a scenario, as far as that can be told. */
    private List<String> moves(Map<String, String> scenario) {
        return assessment.moves().stream()
                .filter(each -> each.otherConditions().signum() == 0 && holds(each, scenario))
                .map(Inference::id)
                .toList();
    }
}
