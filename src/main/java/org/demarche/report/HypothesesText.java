package org.demarche.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demarche.Assessment;
import org.demarche.cases.Question;
import org.demarche.hypotheses.Matrix;
import org.demarche.hypotheses.Matrix.Cell;
import org.demarche.hypotheses.Matrix.Collect;
import org.demarche.hypotheses.Matrix.Column;
import org.demarche.hypotheses.Matrix.Counting;
import org.demarche.hypotheses.Matrix.Dependence;
import org.demarche.hypotheses.Matrix.Kind;
import org.demarche.hypotheses.Matrix.Row;

/** Sets answers against evidence. */
final class HypothesesText {

    private static final int CELL = 6;
    private static final int LEAST_SENTENCE = 30;
    private static final int FEW = 3;

    private final Optional<Assessment> assessment;
    private final Optional<Words> words;
    private final Paper paper;

    private HypothesesText(Optional<Assessment> assessment, Page page) {
        this.assessment = assessment;
        this.words = assessment.map(Words::new);
        this.paper = new Paper(page);
    }

    /** @param assessment empty where the matrices were filled in by hand */
    static String text(Optional<Assessment> assessment, List<Matrix> matrices, Page page) {
        return new HypothesesText(assessment, page).set(matrices);
    }

    private String set(List<Matrix> matrices) {
        words.ifPresent(these -> new Heading(assessment.orElseThrow(), these, paper).set());
        if (matrices.isEmpty()) {
            paper.blank()
                    .paragraph(
                            0,
                            "Nothing bears on an answer: no rule concludes an Indication for a question of"
                                    + " this day, and what has happened tells its answers no more apart.");
        }
        matrices.forEach(this::set);
        return paper.print();
    }

    private void set(Matrix matrix) {
        if (assessment.isPresent()) {
            paper.blank();
        }
        if (matrix.questions().isEmpty()) {
            paper.heading("Hypotheses against evidence");
        }
        matrix.questions().forEach(id -> paper.heading(ask(id)));
        hypotheses(matrix);
        rows(matrix);
        if (!matrix.rows().isEmpty()) {
            new RankingText(words, paper).set(matrix);
        }
        collect(matrix);
        dependences(matrix);
    }

    private String ask(String id) {
        String ask = assessment
                .flatMap(each -> each.caseFile().question(id))
                .map(Question::ask)
                .orElse("");
        return ask.isEmpty() ? id : ask + " " + Ink.QUIET.on("[" + id + "]");
    }

    private void hypotheses(Matrix matrix) {
        int names = Paper.widest(matrix.columns().stream().map(Column::id).toList());
        for (int i = 0; i < matrix.columns().size(); i++) {
            Column column = matrix.columns().get(i);
            String says = column.says().equals(column.id()) ? "" : column.says();
            String settled = column.possible() ? "" : " " + Ink.QUIET.on("(ruled out)");
            paper.item(2, Paper.pad((i + 1) + "  " + column.id(), names + 3), names + 3, says + settled);
        }
    }

    private void rows(Matrix matrix) {
        if (matrix.rows().isEmpty()) {
            paper.blank().paragraph(0, "Nothing bears on them.");
            return;
        }
        int label = Paper.widest(shown(matrix).stream().map(Row::id).toList()) + 2;
        int room = Math.max(1, (paper.page().width() - label - LEAST_SENTENCE) / CELL);
        for (int from = 0; from < matrix.columns().size(); from += room) {
            int to = Math.min(matrix.columns().size(), from + room);
            rows(matrix, label, from, to);
        }
        paper.blank().paragraph(2, Ink.QUIET.on(RatingMarks.legend(shown(matrix))));
        left(matrix);
    }

    /** Without what tells nothing new: what was to be expected anyway, and more than a few copies of one thing. */
    private List<Row> shown(Matrix matrix) {
        if (paper.page().verbose()) {
            return matrix.rows();
        }
        Map<String, Integer> copies = new HashMap<>();
        return matrix.rows().stream()
                .filter(row -> !row.isForeseenAnyway())
                .filter(row -> row.repeats().isEmpty() || copies.merge(row.repeats(), 1, Integer::sum) <= FEW)
                .toList();
    }

    private void rows(Matrix matrix, int label, int from, int to) {
        int sentence = paper.page().width() - label - (to - from) * CELL;
        String numbers = IntStream.range(from, to)
                .mapToObj(each -> cell(Integer.toString(each + 1)))
                .collect(Collectors.joining());
        Optional<String> before = Optional.empty();
        for (Row row : shown(matrix)) {
            Optional<String> group = Optional.of(group(row));
            if (!group.equals(before)) {
                paper.blank();
                heading(group.orElse(""), label + sentence, numbers);
            }
            before = group;
            row(row, label, sentence, from, to);
        }
    }

    private void heading(String group, int before, String numbers) {
        boolean beside = group.length() <= before;
        if (!beside) {
            paper.heading(group);
        }
        paper.line(Paper.pad(beside ? Ink.STRONG.on(group) : "", before) + numbers);
    }

    private static String group(Row row) {
        if (row.kind() == Kind.FILLED) {
            return "Evidence";
        }
        return switch (row.counting()) {
            case COUNTED ->
                row.diagnosticity() > 0
                        ? "Evidence, the most telling first"
                        : "The same for every answer: tells nothing apart";
            case PRESUPPOSES -> "Presupposes its answer: not counted";
            case REPEATS -> "Of one origin with what is above: not counted again";
        };
    }

    private void row(Row row, int label, int sentence, int from, int to) {
        List<String> lines = Paper.wrap(row.sentence(), sentence - 1, sentence - 1);
        String cells = row.cells().subList(from, to).stream()
                .map(cell -> cell(RatingMarks.of(cell)))
                .collect(Collectors.joining());
        for (int i = 0; i < lines.size(); i++) {
            String first = i == 0 ? Paper.pad(row.id(), label) : " ".repeat(label);
            paper.line(first + (i == 0 ? Paper.pad(lines.get(i), sentence) + cells : lines.get(i)));
        }
        if (from == 0) {
            beside(row, label);
        }
    }

    /** What else is known of a row: its facts, how good it is, and what it repeats. */
    private void beside(Row row, int indent) {
        String plain = String.join(" · ", parts(row));
        Line line = row.confidence()
                .map(level -> (Line)
                        (plain.isEmpty()
                                ? new ConfidenceLine(level)
                                : new ConfidenceLine(level).after(Ink.QUIET.on(plain) + " · ")))
                .orElseGet(() -> new PlainLine(Ink.QUIET.on(plain)));
        line.set(paper, " ".repeat(indent), " ".repeat(indent));
    }

    private static List<String> parts(Row row) {
        List<String> parts = new ArrayList<>(row.facts());
        if (row.kind() == Kind.FILLED) {
            parts.add("credibility " + row.credibility().word() + ", relevance "
                    + row.relevance().word());
            if (row.cells().stream().map(Cell::rating).distinct().count() == 1) {
                parts.add("tells nothing apart");
            }
        } else if (!row.supposed().isEmpty()) {
            parts.add("only if so: " + String.join(", ", row.supposed()));
        } else if (row.confidence().isEmpty()) {
            parts.add("not judged");
        }
        if (!row.repeats().isEmpty()) {
            parts.add("of one origin with " + row.repeats());
        }
        return parts;
    }

    private static String cell(String text) {
        return " ".repeat(Math.max(1, CELL - text.length())) + text;
    }

    /** What is not shown. */
    private void left(Matrix matrix) {
        List<Row> left = new ArrayList<>(matrix.rows());
        left.removeAll(shown(matrix));
        Map<String, Long> copies = left.stream()
                .filter(row -> !row.repeats().isEmpty())
                .collect(Collectors.groupingBy(Row::repeats, LinkedHashMap::new, Collectors.counting()));
        copies.forEach((repeated, count) -> paper.paragraph(
                2,
                "And " + count + " more of one origin with " + repeated + ", " + (count == 1 ? "which is" : "which are")
                        + " not counted again either (-v)."));
        int anyway = (int) left.stream().filter(Row::isForeseenAnyway).count();
        if (anyway > 0) {
            paper.paragraph(
                    2,
                    Words.count(anyway, "event") + " that rules foresee under every answer "
                            + (anyway == 1 ? "tells" : "tell") + " nothing apart (-v).");
        }
    }

    private void collect(Matrix matrix) {
        if (matrix.collect().isEmpty()) {
            return;
        }
        paper.blank().heading("What to find out next");
        int most = paper.page().verbose() ? Integer.MAX_VALUE : FEW;
        matrix.collect().stream().limit(most).forEach(collect -> {
            paper.paragraph("  ", "    ", ask(collect.question()));
            paper.paragraph("    ", "    ", shift(collect));
            if (collect.leads().values().stream().distinct().count() > 1) {
                collect.leads()
                        .forEach((answer, least) -> paper.paragraph(
                                "    ",
                                "      ",
                                "where "
                                        + words.map(these -> these.answer(collect.question(), answer))
                                                .orElse(answer) + ", least speaks against "
                                        + Words.and(least)));
            }
        });
        if (matrix.collect().size() > most) {
            paper.paragraph(2, "and " + (matrix.collect().size() - most) + " more that would shift less (-v)");
        }
    }

    private static String shift(Collect collect) {
        List<String> always = collect.leads().values().iterator().next();
        boolean same = collect.leads().values().stream().distinct().count() == 1;
        return "shifts what speaks against an answer by up to " + RankingText.number(collect.shift())
                + (same ? "; whatever it is, least speaks against " + Words.and(always) : ":");
    }

    private void dependences(Matrix matrix) {
        List<String> shown = shown(matrix).stream().map(Row::id).toList();
        List<Dependence> dependences = matrix.dependences().stream()
                .map(each -> each.among(shown))
                .filter(each -> each.rows().size() > 1)
                .toList();
        if (dependences.isEmpty()) {
            return;
        }
        paper.blank().heading("Not independent of each other");
        int most = paper.page().verbose() ? Integer.MAX_VALUE : FEW;
        for (Dependence dependence : dependences) {
            boolean all = dependence.rows().size() == shown.size();
            String rows = all && dependence.rows().size() > 2 ? "All" : Words.and(dependence.rows());
            if (!dependence.origins().isEmpty()) {
                paper.paragraph(
                        "  ",
                        "    ",
                        rows + " stand on "
                                + dependence.origins().stream()
                                        .sorted()
                                        .map(this::origin)
                                        .collect(Collectors.joining(", "))
                                + " alone");
                continue;
            }
            List<String> some = dependence.premises().stream().limit(most).toList();
            int others = dependence.premises().size() - some.size();
            paper.paragraph(
                    "  ",
                    "    ",
                    rows + " share: " + String.join("; ", some) + (others > 0 ? "; and " + others + " more (-v)" : ""));
        }
    }

    /** As {@code reports} names it, and with its id, as questions are. */
    private String origin(String origin) {
        if (origin.equals(org.demarche.model.Report.ANONYMOUS)) {
            return "anonymous sources";
        }
        return words.map(these -> these.name(origin))
                .filter(name -> !name.equals(origin))
                .map(name -> name + " " + Ink.QUIET.on("[" + origin + "]"))
                .orElse(origin);
    }

    /** One row with the rules behind its cells. */
    static String row(Assessment assessment, Matrix matrix, Row row, Page page) {
        HypothesesText report = new HypothesesText(Optional.of(assessment), page);
        return report.explain(matrix, row);
    }

    private String explain(Matrix matrix, Row row) {
        Assessment of = assessment.orElseThrow();
        Bibliography sources = new Bibliography(of);
        WhyText why = new WhyText(of, paper.page(), sources, false);
        String cited = sources.cite(row.citations());
        new Heading(of, words.orElseThrow(), paper).set();
        paper.blank()
                .heading("How " + row.id() + " bears on the answers to "
                        + (matrix.questions().size() == 1 ? "this question" : "these questions"));
        matrix.questions().forEach(id -> paper.paragraph("  ", "    ", ask(id)));
        paper.blank()
                .item(
                        0,
                        row.id(),
                        row.id().length(),
                        Ink.STRONG.on(row.sentence()) + (cited.isEmpty() ? "" : " " + Ink.QUIET.on("(" + cited + ")")));
        beside(row, row.id().length() + 2);
        counted(row, row.id().length() + 2);
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cells().get(i);
            Column column = matrix.columns().get(i);
            paper.blank()
                    .paragraph(
                            0,
                            Ink.STRONG.on(cell.rating() + ", " + cell.rating().words()) + ": " + column.says() + " "
                                    + Ink.QUIET.on("[" + column.id() + "]"));
            where(cell);
            if (cell.reasons().isEmpty()) {
                paper.paragraph(
                        2,
                        row.kind() == Kind.PREDICTION
                                ? "Under it rules lead neither to this nor to what excludes it."
                                : "No rule takes it to bear on this.");
            } else {
                new Tree(List.of(), cell.reasons().stream().map(why::reason).toList()).print(paper);
            }
        }
        sources.print(paper);
        return paper.print();
    }

    private void counted(Row row, int indent) {
        if (row.counting() == Counting.PRESUPPOSES) {
            paper.paragraph(
                    indent, "It is not counted: it holds only where an answer to its own question is presupposed.");
        } else if (row.counting() == Counting.REPEATS) {
            paper.paragraph(
                    indent,
                    "It is not counted again: it has the origin of " + row.repeats() + ", and one origin counts once.");
        } else if (row.kind() == Kind.PREDICTION) {
            paper.paragraph(
                    indent,
                    "It was observed; what follows is what rules lead one to expect when it is withheld from them.");
        }
    }

    private void where(Cell cell) {
        if (cell.share() > 0 && !cell.certain()) {
            List<String> conditions = words.orElseThrow().where(cell.conditions(), FEW);
            paper.paragraph(
                    2,
                    "It counts in " + Words.percent(cell.share()) + " of the scenarios, "
                            + String.join(", ", conditions) + ".");
        }
        if (cell.presupposes()) {
            paper.paragraph(2, "Where it presupposes an answer to its own question it does not count.");
        }
        if (cell.mixed()) {
            paper.paragraph(2, "Rules rate it in more than one way; the least consistent counts.");
        }
    }
}
