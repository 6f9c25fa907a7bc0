package org.demarche.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.demarche.Assessment;
import org.demarche.hypotheses.Matrix;
import org.demarche.hypotheses.Matrix.Cell;
import org.demarche.hypotheses.Matrix.Collect;
import org.demarche.hypotheses.Matrix.Column;
import org.demarche.hypotheses.Matrix.Counting;
import org.demarche.hypotheses.Matrix.Dependence;
import org.demarche.hypotheses.Matrix.Row;
import org.demarche.hypotheses.Matrix.Standing;
import org.demarche.inference.Choice;
import org.demarche.source.Citation;
import org.jspecify.annotations.Nullable;

/** Answers against evidence, for programs. */
final class HypothesesJson {

    private HypothesesJson() {}

    /** @param assessment empty where the matrices were filled in by hand */
    static Map<String, @Nullable Object> of(Optional<Assessment> assessment, List<Matrix> matrices) {
        Map<String, @Nullable Object> document = assessment.map(RunJson::header).orElseGet(Json::document);
        document.put(
                "matrices",
                matrices.stream().map(each -> json(assessment, each)).toList());
        return document;
    }

    private static Map<String, @Nullable Object> json(Optional<Assessment> assessment, Matrix matrix) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("questions", matrix.questions());
        written.put(
                "hypotheses",
                matrix.columns().stream().map(each -> json(assessment, each)).toList());
        written.put(
                "evidence", matrix.rows().stream().map(row -> json(row, matrix)).toList());
        written.put(
                "ranking",
                matrix.standings().stream().map(each -> json(each, matrix)).toList());
        written.put(
                "collect", matrix.collect().stream().map(HypothesesJson::json).toList());
        written.put(
                "dependences",
                matrix.dependences().stream().map(HypothesesJson::json).toList());
        return written;
    }

    private static Map<String, @Nullable Object> json(Optional<Assessment> assessment, Column column) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        Map<String, String> answers = new LinkedHashMap<>();
        for (Choice choice : column.answers()) {
            answers.put(choice.question(), choice.answer());
        }
        written.put("id", column.id());
        written.put("answers", answers);
        written.put("sentence", column.says());
        written.put("possible", column.possible());
        written.put(
                "likelihood",
                assessment
                        .filter(any -> column.possible())
                        .map(each -> new RunJson(each).likelihood(column.likelihood()))
                        .orElse(null));
        return written;
    }

    private static Map<String, @Nullable Object> json(Row row, Matrix matrix) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("id", row.id());
        written.put("kind", row.kind().name().toLowerCase(Locale.ROOT));
        written.put("sentence", row.sentence());
        written.put("facts", row.facts());
        written.put("supposed", row.supposed());
        written.put("sources", row.citations().stream().map(Citation::toString).toList());
        written.put("confidence", Json.confidence(row.confidence()));
        written.put("credibility", row.credibility().word());
        written.put("relevance", row.relevance().word());
        written.put("counted", row.counts());
        written.put("presupposesItsAnswer", row.counting() == Counting.PRESUPPOSES);
        written.put("repeats", row.repeats().isEmpty() ? null : row.repeats());
        written.put("diagnosticity", Json.rounded(row.diagnosticity()));
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            cells.put(matrix.columns().get(i).id(), json(row.cells().get(i)));
        }
        written.put("cells", cells);
        return written;
    }

    private static Map<String, @Nullable Object> json(Cell cell) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("rating", cell.rating().name());
        written.put("share", Json.rounded(cell.share()));
        written.put("conditions", Json.conditions(cell.conditions()));
        written.put("mixed", cell.mixed());
        written.put("presupposesItsAnswer", cell.presupposes());
        written.put(
                "rules",
                cell.reasons().stream().map(reason -> reason.rule()).distinct().toList());
        written.put(
                "sentences",
                cell.reasons().stream().map(reason -> reason.sentence()).toList());
        return written;
    }

    private static Map<String, @Nullable Object> json(Standing standing, Matrix matrix) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("hypothesis", matrix.columns().get(standing.column()).id());
        written.put("rank", standing.rank());
        written.put("inconsistency", Json.rounded(standing.inconsistency()));
        written.put("inconsistencyLeast", Json.rounded(standing.least()));
        written.put("inconsistencyMost", Json.rounded(standing.most()));
        written.put("weighted", Json.rounded(standing.weighted()));
        written.put("weightedRank", standing.weightedRank());
        return written;
    }

    private static Map<String, @Nullable Object> json(Collect collect) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("question", collect.question());
        written.put("shift", Json.rounded(collect.shift()));
        written.put("leads", collect.leads());
        return written;
    }

    private static Map<String, @Nullable Object> json(Dependence dependence) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("evidence", dependence.rows());
        written.put("origins", dependence.origins().stream().sorted().toList());
        written.put("premises", dependence.premises());
        return written;
    }
}
