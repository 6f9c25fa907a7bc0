package org.demarche.worlds;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.demarche.cases.Answer;
import org.demarche.cases.Question;
import org.demarche.diagrams.ProbabilityBounds.Bracket;
import org.demarche.diagrams.Simplex;
import org.demarche.inference.Choice;
import org.demarche.inference.LikelihoodBounds;
import org.demarche.model.Likelihood;

/**
 * The lower and upper probability that a node holds, given that the scenario is possible: the distribution semantics (Sato, "A
 * statistical learning method for logic programs with distribution semantics", ICLP 1995) with intervals for the choices.
 * Questions are independent of each other and switches of everything; a question without likelihoods may have any distribution.
 * From the least probability that it holds definitely to the greatest that it holds or is undefined.
 */
final class LikelihoodReckoner {

    /** How many nodes may be visited for one bound before a bracket must do. */
    private static final long WORK = 4_000_000;

    private static final double TINY = 1e-12;
    private static final int DIGITS = 12;
    private static final Likelihood OPEN = new Likelihood(0, 1);

    private static final String NOTHING = "no scenario is possible";

    private static final String MAYBE_NOTHING =
            "the likelihoods of the answers allow that none of the possible scenarios comes true";

    private static final String NOT_SURE =
            "it took too much work to make sure that one of the possible scenarios has to come true";

    private final Map<String, Simplex> known = new HashMap<>();

    /** Of every extent: there may be as many switches in one as nodes that are asked about. */
    private final Map<Extent, Chances> chances = new ConcurrentHashMap<>();

    /**
     * What is the same for all nodes of an extent.
     *
     * @param possible the least probability that the scenario is a possible one
     * @param known what has been worked out: most nodes hold where another does
     */
    private record Chances(Simplex[] simplexes, Bracket possible, Map<Range, LikelihoodBounds> known) {}

    /** Where a node holds, and where it holds or is undefined. */
    private record Range(Label holds, Label mayHold) {}

    LikelihoodReckoner(Collection<Question> questions) {
        for (Question question : questions) {
            if (question.answers().stream()
                    .anyMatch(answer -> answer.likelihood().isPresent())) {
                known.put(question.id(), simplex(question.answers()));
            }
        }
    }

    /** Sums may miss 1 by a rounding, three thirds written with nine digits do: then all bounds give way alike. */
    private static Simplex simplex(List<Answer> answers) {
        double lows =
                answers.stream().mapToDouble(answer -> likelihood(answer).low()).sum();
        double highs = answers.stream()
                .mapToDouble(answer -> likelihood(answer).high())
                .sum();
        return new Simplex(
                answers.stream()
                        .mapToDouble(answer -> likelihood(answer).low() / Math.max(1, lows))
                        .toArray(),
                answers.stream()
                        .mapToDouble(answer -> likelihood(answer).high() / Math.min(1, highs))
                        .toArray());
    }

    private static Likelihood likelihood(Answer answer) {
        return answer.likelihood().orElse(OPEN);
    }

    /** The likelihoods that a question's answers have; empty when nothing is known of them. */
    Optional<Simplex> distribution(String question) {
        return Optional.ofNullable(known.get(question));
    }

    /**
     * How likely a node is.
     *
     * @param switches those that are questions of the extent
     */
    LikelihoodBounds of(Extent extent, int node, Switches switches) {
        Label possible = extent.possible();
        Label holds = extent.holds(node);
        Label mayHold = extent.mayHold(node);
        if (possible.isEmpty()) {
            return LikelihoodBounds.none(NOTHING);
        }
        if (holds.equals(possible)) {
            return bounds(1, 1, true);
        }
        if (mayHold.isEmpty()) {
            return bounds(0, 0, true);
        }
        Chances of = chances.computeIfAbsent(extent, any -> chances(extent, switches));
        return of.known().computeIfAbsent(new Range(holds, mayHold), any -> of(extent, holds, mayHold, of));
    }

    /** How likely some possible scenarios are together. */
    LikelihoodBounds of(Extent extent, Label label) {
        if (extent.possible().isEmpty()) {
            return LikelihoodBounds.none(NOTHING);
        }
        if (label.equals(extent.possible()) || label.isEmpty()) {
            return label.isEmpty() ? bounds(0, 0, true) : bounds(1, 1, true);
        }
        Chances of = chances.computeIfAbsent(extent, any -> chances(extent, Switches.none()));
        return of.known().computeIfAbsent(new Range(label, label), any -> of(extent, label, label, of));
    }

    private Chances chances(Extent extent, Switches switches) {
        DiagramFrame frame = (DiagramFrame) extent.labels().frame();
        Simplex[] simplexes = simplexes(extent, switches);
        return new Chances(
                simplexes,
                frame.leastProbability(extent.possible(), frame.all(), simplexes, WORK),
                new ConcurrentHashMap<>());
    }

    private LikelihoodBounds of(Extent extent, Label holds, Label mayHold, Chances chances) {
        DiagramFrame frame = (DiagramFrame) extent.labels().frame();
        Label possible = extent.possible();
        if (chances.possible().low() <= TINY) {
            if (known.isEmpty()) {
                // Where no question has likelihoods nobody misses any.
                return LikelihoodBounds.UNKNOWN;
            }
            return LikelihoodBounds.none(chances.possible().high() <= TINY ? MAYBE_NOTHING : NOT_SURE);
        }
        Simplex[] simplexes = chances.simplexes();
        Bracket least = frame.leastProbability(holds, possible, simplexes, WORK);
        Bracket rest = frame.leastProbability(possible.minus(mayHold), possible, simplexes, WORK);
        return bounds(least.low(), 1 - rest.low(), least.exact() && rest.exact());
    }

    /** A question that rules or answers have settled is certain: that it was is known, however likely it had been. */
    private Simplex[] simplexes(Extent extent, Switches switches) {
        ScenarioSpace space = extent.space();
        Simplex[] simplexes = new Simplex[space.questions().size()];
        for (int i = 0; i < simplexes.length; i++) {
            String question = space.questions().get(i);
            List<String> answers = space.answers(question);
            List<String> left = answers.stream()
                    .filter(answer -> extent.possible()
                                    .count(new Choice(question, answer))
                                    .signum()
                            > 0)
                    .toList();
            Likelihood on = switches.likelihoods().get(question);
            Simplex free = on == null
                    ? known.getOrDefault(question, anyOf(answers, left))
                    : new Simplex(new double[] {on.low(), 1 - on.high()}, new double[] {on.high(), 1 - on.low()});
            simplexes[i] = left.size() == 1 && free.most(answers.indexOf(left.get(0))) > TINY
                    ? Simplex.certain(answers.size(), answers.indexOf(left.get(0)))
                    : free;
        }
        return simplexes;
    }

    /**
     * Any distribution over the answers that are left, which is what any over all of them comes to once the others are ruled out, but
     * for those that allow nothing else.
     */
    private static Simplex anyOf(List<String> answers, List<String> left) {
        return left.isEmpty()
                ? Simplex.any(answers.size())
                : new Simplex(
                        new double[answers.size()],
                        answers.stream()
                                .mapToDouble(answer -> left.contains(answer) ? 1 : 0)
                                .toArray());
    }

    private static LikelihoodBounds bounds(double low, double high, boolean exact) {
        // Two sums that come to the same probability may be rounded to either side of it.
        Likelihood likelihood = new Likelihood(rounded(low), Math.max(rounded(low), rounded(high)));
        boolean open = likelihood.low() <= 0 && likelihood.high() >= 1;
        return open ? LikelihoodBounds.UNKNOWN : new LikelihoodBounds(Optional.of(likelihood), exact, "");
    }

    /** Twelve digits, so that a sum of tenths is printed as one. */
    private static double rounded(double probability) {
        if (probability <= 0 || probability >= 1) {
            return probability <= 0 ? 0 : 1;
        }
        return BigDecimal.valueOf(probability)
                .setScale(DIGITS, RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}
