package org.demarche.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.Assessment;
import org.demarche.hypotheses.FilledMatrix;
import org.demarche.hypotheses.Hypotheses;
import org.demarche.hypotheses.Matrix;
import org.demarche.hypotheses.Matrix.Row;
import org.demarche.report.Report;
import org.demarche.report.Reports;
import org.jspecify.annotations.Nullable;

/** Answers against evidence. */
final class HypothesesCommand extends ReportCommand {

    private @Nullable Path facts;
    private @Nullable Path matrix;
    private List<String> questions = List.of();
    private @Nullable String row;
    private final CaseOptions options = new CaseOptions();

    @Override
    void usage(Usage usage) {
        usage.examples(
                "  demarche hypotheses facts/kim-beijing-2018",
                "  demarche hypotheses facts/kim-beijing-2018 --question estrangement",
                "  demarche hypotheses facts/kim-beijing-2018 --question estrangement --row E1",
                "  demarche hypotheses --matrix matrix.csv");
        usage.description(
                "Sets the answers to a question against the evidence that rules take to bear on them (analysis of "
                        + "competing hypotheses): what speaks for and against each, what tells them apart, what speaks least "
                        + "against which, and what to find out next.");
        usage.path("[FACTS]", "A case: its folder or its file.", given -> facts = given);
        usage.texts(
                "--question Q",
                ",",
                "Only the answers to this question; where several are named, all combinations of their answers.",
                given -> questions = given);
        usage.text(
                "--row ROW",
                "Explains one row of the matrix, E1: the rules behind each of its cells.",
                given -> row = given);
        usage.path(
                "--matrix FILE",
                "Ranks a matrix that was filled in by hand, a CSV file, in place of a case.",
                given -> matrix = given);
        options.describe(usage);
    }

    @Override
    Outcome outcome(Terminal terminal) {
        check();
        return new Outcome(report(terminal), ExitCode.DONE, "");
    }

    private void check() {
        List<String> wrong = new ArrayList<>();
        if (facts == null && matrix == null) {
            wrong.add("Name a case, its folder or its file, or with `--matrix` a matrix that was filled in by hand.");
        }
        if (facts != null && matrix != null) {
            wrong.add("A matrix comes from a case or from `--matrix`: name one of them.");
        }
        if (matrix != null && (!questions.isEmpty() || row != null)) {
            wrong.add(
                    "`--question` and `--row` ask about a case; a matrix that was filled in by hand has no rules behind it.");
        }
        if (matrix != null && (options.asOf != null || !options.answers.isEmpty())) {
            wrong.add(
                    "`--as-of` and `--answer` ask about a case; a matrix that was filled in by hand has no days and no"
                            + " scenarios.");
        }
        if (!wrong.isEmpty()) {
            throw new RefusedException(ExitCode.USAGE, wrong);
        }
    }

    private Report report(Terminal terminal) {
        if (matrix != null) {
            return Reports.filledMatrix(FilledMatrix.read(matrix));
        }
        Assessment assessment = options.assess(Objects.requireNonNull(facts), terminal, progress);
        List<Matrix> derived = derived(assessment);
        if (row == null || derived.isEmpty()) {
            return Reports.hypotheses(assessment, derived);
        }
        if (derived.size() > 1) {
            throw RefusedException.usage(
                    "`--row` explains a row of one matrix, and the case has " + derived.size() + ".",
                    "Say of which with `--question`: "
                            + derived.stream()
                                    .flatMap(each -> each.questions().stream())
                                    .map(question -> "`" + question + "`")
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        return Reports.hypotheses(assessment, derived.get(0), asked(derived.get(0), row));
    }

    private List<Matrix> derived(Assessment assessment) {
        if (questions.isEmpty()) {
            return Hypotheses.all(assessment, question -> progress.accept(doing() + ", " + question));
        }
        Set<String> asked = new LinkedHashSet<>(questions);
        AnswerCheck.checkAsked(assessment.caseFile(), asked);
        return List.of(Hypotheses.of(assessment, List.copyOf(asked)));
    }

    private static Row asked(Matrix matrix, String id) {
        return matrix.row(id)
                .orElseThrow(() -> RefusedException.usage(
                        "The matrix has no row `" + id + "`.",
                        matrix.rows().isEmpty()
                                ? "It has none at all."
                                : "Its rows are E1 to E" + matrix.rows().size() + "."));
    }

    @Override
    Optional<Duration> time() {
        return options.time();
    }

    @Override
    String doing() {
        return "assessing " + facts;
    }
}
