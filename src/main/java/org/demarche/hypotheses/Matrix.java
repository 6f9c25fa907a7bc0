package org.demarche.hypotheses;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.With;
import org.demarche.explain.why.Explanation.Reason;
import org.demarche.inference.Choice;
import org.demarche.inference.LikelihoodBounds;
import org.demarche.model.Confidence;
import org.demarche.source.Citation;

/**
 * Hypotheses against evidence, with what it comes to.
 *
 * @param questions the questions whose answers are the hypotheses; none where it was filled in by hand
 * @param columns the hypotheses, in their order
 * @param rows the items of evidence: the most diagnostic first, then those that tell nothing apart and those that do not count; as they
 *     stand where they were filled in by hand
 * @param standings what speaks against each hypothesis, the least first
 * @param collect the other open questions whose answers would shift most, the most first
 * @param dependences evidence that is not independent of other evidence
 */
@With
public record Matrix(
        List<String> questions,
        List<Column> columns,
        List<Row> rows,
        List<Standing> standings,
        List<Collect> collect,
        List<Dependence> dependences) {

    public Matrix {
        questions = List.copyOf(questions);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        standings = List.copyOf(standings);
        collect = List.copyOf(collect);
        dependences = List.copyOf(dependences);
    }

    /** The row with this id, if there is one. */
    public Optional<Row> row(String id) {
        return rows.stream().filter(row -> row.id().equalsIgnoreCase(id)).findFirst();
    }

    /**
     * A hypothesis: an answer, or answers to several questions together.
     *
     * @param id {@code scale-down}, {@code scale-down near}; the heading where it was filled in by hand
     * @param says the answers as clauses
     * @param possible whether some possible scenario has these answers
     * @param likelihood how likely the answers are, by the labels
     */
    public record Column(String id, List<Choice> answers, String says, boolean possible, LikelihoodBounds likelihood) {
        public Column {
            answers = List.copyOf(answers);
        }
    }

    /** Where a row comes from. */
    public enum Kind {
        /** Rules take it to bear on an answer. */
        INDICATION,
        /** Something happened that rules lead one to expect under an answer, or under it least of all. */
        PREDICTION,
        /** Somebody has filled it in. */
        FILLED
    }

    /** Whether a row counts. */
    public enum Counting {
        COUNTED,
        /** It holds only where some answer to its own question is given already. */
        PRESUPPOSES,
        /** It repeats another row: what comes from one origin counts once. */
        REPEATS
    }

    /**
     * An item of evidence.
     *
     * @param id {@code E1}
     * @param facts the ids of the facts it consists of
     * @param cells one for each column
     * @param supposed the open questions under an answer to which it would be there at all; it is then no evidence yet
     * @param confidence how good the evidence is; empty where nobody has judged it, or it is only supposed
     * @param repeats the row whose origin it shares, where it does not count because of that; else {@code ""}
     * @param diagnosticity how far it tells the hypotheses apart: the largest minus the smallest value of its ratings, 0 to 4, each value
     *     times the share of the scenarios in which it counts
     * @param citations who states it
     */
    @With
    public record Row(
            String id,
            String sentence,
            Kind kind,
            List<String> facts,
            List<String> supposed,
            List<Cell> cells,
            Optional<Confidence> confidence,
            Weight credibility,
            Weight relevance,
            Counting counting,
            String repeats,
            double diagnosticity,
            List<Citation> citations) {
        public Row {
            facts = List.copyOf(facts);
            supposed = List.copyOf(supposed);
            cells = List.copyOf(cells);
            citations = List.copyOf(citations);
        }

        /** Whether it is something that happened and was to be expected in the same way under every hypothesis. */
        public boolean isForeseenAnyway() {
            return kind == Kind.PREDICTION && diagnosticity == 0;
        }

        public boolean counts() {
            return counting == Counting.COUNTED;
        }
    }

    /**
     * How a row stands to a hypothesis.
     *
     * @param share in how much of the scenarios it counts, 0 to 1
     * @param against how much speaks against the hypothesis, on average over the scenarios
     * @param conditions the minimal sets of answers to other questions under which it counts; one empty set when it always does
     * @param mixed whether rules also rate it otherwise; the rating is then the least consistent one
     * @param presupposes whether it also holds where it cannot count, because it presupposes an answer to its own question
     * @param reasons the rules by which it stands so
     */
    public record Cell(
            Rating rating,
            double share,
            double against,
            List<Map<String, String>> conditions,
            boolean mixed,
            boolean presupposes,
            List<Reason> reasons) {
        public Cell {
            conditions = List.copyOf(conditions);
            reasons = List.copyOf(reasons);
        }

        /** Whether it counts in all scenarios. */
        public boolean certain() {
            return share >= 1;
        }
    }

    /**
     * What speaks against a hypothesis. Every inconsistency counts 1, and 2 when it is very inconsistent; what is consistent counts
     * nothing, since a wrong hypothesis can have much that is consistent with it.
     *
     * @param column its number, from 0
     * @param rank by inconsistency, from 1; equal ones have the same rank
     * @param least what counts in all scenarios
     * @param inconsistency each inconsistency times the share of the scenarios in which it counts
     * @param most what counts in some scenario
     * @param weighted the same times credibility and relevance, by the weights of PARC's program; from 0 down
     * @param weightedRank by that, from 1
     */
    public record Standing(
            int column, int rank, double least, double inconsistency, double most, double weighted, int weightedRank) {}

    /**
     * An open question that is not among the hypotheses.
     *
     * @param shift by how much the inconsistency of a hypothesis differs at most between its answers
     * @param leads which hypotheses have the least inconsistency with each answer, by answer, in its order
     */
    public record Collect(String question, double shift, Map<String, List<String>> leads) {}

    /**
     * Rows that are not independent of each other.
     *
     * @param rows their ids
     * @param origins the origins on which all of them stand alone; empty where it is a premise that they share
     * @param premises the sentences of the facts on which all of them stand
     */
    public record Dependence(List<String> rows, Set<String> origins, List<String> premises) {

        /** The same of only some rows. */
        public Dependence among(List<String> some) {
            return new Dependence(rows.stream().filter(some::contains).toList(), origins, premises);
        }
    }
}
