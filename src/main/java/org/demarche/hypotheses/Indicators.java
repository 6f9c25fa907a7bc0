package org.demarche.hypotheses;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.cases.Question;
import org.demarche.cases.Statement;
import org.demarche.explain.matching.Sought;
import org.demarche.explain.whynot.Obstacles;
import org.demarche.explain.whynot.Obstacles.Attempt;
import org.demarche.explain.whynot.Obstacles.Kind;
import org.demarche.explain.whynot.Obstacles.Unmet;
import org.demarche.explain.whynot.WhyNot;
import org.demarche.explain.wording.Sentences;
import org.demarche.inference.Inference;
import org.demarche.model.Event;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.model.Indication;
import org.demarche.model.Move;
import org.demarche.model.Settled;

/**
 * A watch list: for each answer to a question what could be observed that would move it, and what of it has been seen. Indicators as in
 * the Tradecraft Primer of the US Government (2009).
 *
 * @param answers in their order
 */
public record Indicators(String question, List<Watched> answers) {

    private static final Set<FactType> BACKGROUND = Set.of(FactType.HYPOTHESIS, FactType.SOURCE, FactType.RELATION);

    public Indicators {
        answers = List.copyOf(answers);
    }

    /**
     * What to watch for one answer.
     *
     * @param possible whether some possible scenario has the answer
     * @param foreseen moves that follow under it more than under the others, those that tell most first
     * @param seen evidence that bears on it already
     * @param unseen what rules would take to bear on it
     */
    public record Watched(
            String answer,
            String says,
            boolean possible,
            List<Foreseen> foreseen,
            List<Seen> seen,
            List<Unseen> unseen) {
        public Watched {
            foreseen = List.copyOf(foreseen);
            seen = List.copyOf(seen);
            unseen = List.copyOf(unseen);
        }
    }

    /**
     * A move that is more to be expected under an answer than under the others.
     *
     * @param under the share of the scenarios with the answer in which it is inferred, 0 to 1
     * @param otherwise the same with the other answers, that of which it is largest
     * @param happened what the case states of it
     */
    public record Foreseen(Move move, String sentence, double under, double otherwise, Optional<Event> happened) {}

    /** Evidence that bears on the answer, by its row in the {@link Matrix}. */
    public record Seen(String row, String sentence, Rating rating, List<String> facts) {}

    /** How something would bear on an answer. */
    public enum Bearing {
        SETTLES,
        SPEAKS_FOR,
        SPEAKS_AGAINST
    }

    /**
     * What rules would take to bear on the answer.
     *
     * @param sentence what is missing for that
     * @param rule the rule that asks for it
     * @param open whether it is so in some scenarios: it has been thought of, or reported, and is not settled
     */
    public record Unseen(Bearing bearing, String sentence, String rule, String title, boolean open) {}

    /**
     * The watch list for a question.
     *
     * @param question the id of a question that the case asks on its day
     */
    public static Indicators of(Assessment assessment, String question) {
        Question asked = assessment.caseFile().question(question).orElseThrow();
        Matrix matrix = Hypotheses.of(assessment, List.of(question));
        Sentences sentences =
                new Sentences(assessment.caseFile(), assessment.rulebase().vocabulary());
        List<Watched> answers = new ArrayList<>();
        for (int i = 0; i < asked.answers().size(); i++) {
            String answer = asked.answers().get(i).id();
            answers.add(new Watched(
                    answer,
                    sentences.answer(question, answer),
                    matrix.columns().get(i).possible(),
                    foreseen(assessment, asked, answer, sentences, foreseenBy(matrix, i)),
                    seen(matrix, i),
                    unseen(assessment, question, answer)));
        }
        return new Indicators(question, answers);
    }

    private static List<Foreseen> foreseen(
            Assessment assessment, Question question, String answer, Sentences sentences, Set<String> events) {
        return assessment.moves().stream()
                .flatMap(move -> foreseen(assessment, question, answer, move, sentences, events).stream())
                .sorted(Comparator.comparing((Foreseen each) -> each.otherwise() - each.under())
                        .thenComparing(each -> each.move().id()))
                .toList();
    }

    private static Optional<Foreseen> foreseen(
            Assessment assessment,
            Question question,
            String answer,
            Inference move,
            Sentences sentences,
            Set<String> events) {
        Optional<Double> under = assessment.share(move, question.id(), answer);
        double otherwise = question.answerIds().stream()
                .filter(other -> !other.equals(answer))
                .flatMap(other -> assessment.share(move, question.id(), other).stream())
                .mapToDouble(share -> share)
                .max()
                .orElse(1);
        return under.filter(share -> share > otherwise)
                .map(share -> new Foreseen(
                        (Move) move.fact(),
                        sentences.sentence(move.fact()),
                        share,
                        otherwise,
                        happened(assessment, (Move) move.fact(), events)));
    }

    /** The ids of the events that rules foresee under an answer: what came before its reasons is not among them. */
    private static Set<String> foreseenBy(Matrix matrix, int column) {
        return matrix.rows().stream()
                .filter(row -> row.kind() == Matrix.Kind.PREDICTION
                        && row.cells().get(column).rating() == Rating.C)
                .flatMap(row -> row.facts().stream())
                .collect(Collectors.toSet());
    }

    private static Optional<Event> happened(Assessment assessment, Move move, Set<String> events) {
        return assessment.observed().stream()
                .map(Statement::fact)
                .filter(Event.class::isInstance)
                .map(Event.class::cast)
                .filter(event -> event.made(move) && events.contains(event.id()))
                .findFirst();
    }

    private static List<Seen> seen(Matrix matrix, int column) {
        return matrix.rows().stream()
                .filter(row -> row.counts() && row.supposed().isEmpty())
                .filter(row -> row.diagnosticity() > 0
                        && row.cells().get(column).rating().value() != 0)
                .map(row -> new Seen(
                        row.id(), row.sentence(), row.cells().get(column).rating(), row.facts()))
                .toList();
    }

    private static List<Unseen> unseen(Assessment assessment, String question, String answer) {
        Map<Fact, Bearing> wanted = new LinkedHashMap<>();
        wanted.put(new Settled(question, answer), Bearing.SETTLES);
        Stream.of(Rating.CC, Rating.C)
                .forEach(rating -> wanted.put(new Indication(question, answer, rating.name()), Bearing.SPEAKS_FOR));
        Stream.of(Rating.I, Rating.II)
                .forEach(rating -> wanted.put(new Indication(question, answer, rating.name()), Bearing.SPEAKS_AGAINST));
        List<Unseen> unseen = new ArrayList<>();
        wanted.forEach((fact, bearing) -> {
            Obstacles obstacles = whyNot(assessment, fact);
            obstacles.attempts().stream()
                    .filter(Indicators::isAbout)
                    .forEach(attempt -> missing(attempt, bearing, unseen));
        });
        return unseen.stream().distinct().toList();
    }

    /** What is stated of later days is no hint: whoever watches does not know it. */
    private static Obstacles whyNot(Assessment assessment, Fact fact) {
        return WhyNot.explain(
                fact,
                assessment.find(fact.id()),
                assessment.worlds().together(),
                assessment.rulebase().cards(),
                assessment.caseFile().onItsDay(),
                assessment.rulebase().vocabulary(),
                OptionalInt.empty());
    }

    /**
     * Whether what a rule lacks can be watched for: what it asks of questions, and of who stands how to whom, nobody can go and see, and
     * that somebody says something about an answer needs no rule.
     */
    private static boolean isAbout(Attempt attempt) {
        List<Sought> sought = attempt.missing().stream()
                .flatMap(unmet -> unmet.sought().stream())
                .toList();
        boolean anyReportWill = sought.stream()
                .anyMatch(
                        each -> each.type() == FactType.REPORT && !each.values().containsKey("origin"));
        return !anyReportWill && sought.stream().map(Sought::type).noneMatch(BACKGROUND::contains);
    }

    /** The conditions of a rule that nobody states; where rules could conclude them, what these lack. */
    private static void missing(Attempt attempt, Bearing bearing, List<Unseen> unseen) {
        for (Unmet unmet : attempt.missing()) {
            if (unmet.kind() == Kind.MISSING || unmet.kind() == Kind.ELSEWHERE) {
                boolean open = unmet.kind() == Kind.ELSEWHERE;
                unseen.add(new Unseen(bearing, unmet.sentence(), attempt.rule(), attempt.title(), open));
            } else if (unmet.kind() == Kind.NOT_CONCLUDED) {
                unmet.attempts().stream().filter(Indicators::isAbout).forEach(inner -> missing(inner, bearing, unseen));
            }
        }
    }
}
