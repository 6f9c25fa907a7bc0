package org.demarche.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.Assessment;
import org.demarche.cases.Answer;
import org.demarche.explain.changes.Changes;
import org.demarche.explain.changes.Changes.Change;
import org.demarche.explain.why.Explanation.Answered;
import org.demarche.explain.why.Explanation.Held;
import org.demarche.explain.wording.Sentences;
import org.demarche.inference.Estimate;
import org.demarche.inference.Inference;
import org.demarche.inference.LikelihoodBounds;
import org.demarche.inference.Status;
import org.demarche.model.Event;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.model.Likelihood;
import org.demarche.model.LikelihoodScale;
import org.demarche.model.Move;
import org.demarche.rules.RuleCard;
import org.demarche.worlds.ConditionList;

/** Says scenarios, conditions and tendencies in the words of a case. */
final class Words {

    /** From so many scenarios on, a share says more than two counts. */
    private static final BigInteger MANY = BigInteger.valueOf(100_000);

    private static final BigInteger LEGIBLE = BigInteger.TEN.pow(15);

    private static final int MOST_DECIMALS = 4;

    /** What is left of computing with fractions of two is no percent. */
    private static final double ROUNDING = 1e-6;

    private final Assessment assessment;
    private final LikelihoodScale scale;
    private final Sentences sentences;

    /** By actor; looked for when the first is asked for. */
    private final Map<String, List<Event>> events = new HashMap<>();

    Words(Assessment assessment) {
        this(assessment, assessment.caseFile().scale());
    }

    /** @param scale by which likelihoods are worded, whatever that of the case is */
    Words(Assessment assessment, LikelihoodScale scale) {
        this.assessment = assessment;
        this.scale = scale;
        this.sentences =
                new Sentences(assessment.caseFile(), assessment.rulebase().vocabulary());
    }

    /** The id of a rule behind its title; nothing where a name of several words is both. */
    static String beside(String title, String rule) {
        return title.equals(rule) && rule.contains(" ") ? "" : " " + Ink.QUIET.on("[" + rule + "]");
    }

    /** That a move has been made already: what the case states of it. A rule may explain what was as well as what will be. */
    Optional<String> happened(Fact fact) {
        return fact instanceof Move move
                ? eventsOf(move.actor()).stream()
                        .filter(event -> event.made(move))
                        .findFirst()
                        .map(event -> "it has happened: " + sentences.clause(event))
                : Optional.empty();
    }

    /** What the case states that an actor has done, in its order. */
    private List<Event> eventsOf(String actor) {
        if (events.isEmpty()) {
            assessment.observed().forEach(statement -> {
                if (statement.fact() instanceof Event event) {
                    events.computeIfAbsent(event.actor(), any -> new ArrayList<>())
                            .add(event);
                }
            });
        }
        return events.getOrDefault(actor, List.of());
    }

    String sentence(Fact fact) {
        return sentences.sentence(fact);
    }

    /** The same as a clause. */
    String clause(Fact fact) {
        return sentences.clause(fact);
    }

    /** The name people use: an actor's, or the title of a source. */
    String name(String id) {
        return sentences.name(id);
    }

    /** {@code robust: in all 96 scenarios}; of an estimate only what was seen of it, since that proves nothing. */
    String title(Status status, boolean exact) {
        String where = switch (status) {
            case ROBUST -> exact ? share(assessment.scenarios()) : "in all scenarios that were drawn";
            case CONTINGENT -> exact ? "in some scenarios" : "in some scenarios that were drawn";
            case EXCLUDED -> exact ? "in no scenario" : "in no scenario that was drawn";
        };
        String word = exact ? status.word() : "estimated " + status.word();
        return word + ": " + where;
    }

    /** {@code in all 96 scenarios}, {@code in 32 of 96 scenarios}. */
    String share(BigInteger count) {
        BigInteger all = assessment.scenarios();
        if (count.equals(all)) {
            return all.equals(BigInteger.ONE)
                    ? "in the only scenario"
                    : all.equals(BigInteger.TWO) ? "in both scenarios" : "in all " + scenarios(all);
        }
        return count.signum() == 0 ? "in no scenario" : "in " + shortShare(count) + " scenarios";
    }

    /** {@code 32 of 96}; of very many, {@code 37.5% of 1,099,511,627,776}. */
    String shortShare(BigInteger count) {
        BigInteger all = assessment.scenarios();
        return (all.compareTo(MANY) < 0 ? number(count) : percent(count, all)) + " of " + number(all);
    }

    private static String percent(BigInteger count, BigInteger all) {
        double share = new BigDecimal(count)
                .divide(new BigDecimal(all), MathContext.DECIMAL64)
                .doubleValue();
        if (share < 0.0005) {
            return "under 0.1%";
        }
        return share >= 0.9995 ? "over 99.9%" : Numbers.fixed(100 * share, 1) + "%";
    }

    /** Says by which scale likelihoods are worded, where it is not the usual one. */
    void scale(Paper paper) {
        if (scale != LikelihoodScale.ICD_203) {
            paper.paragraph(
                    0,
                    "How likely something is stands in the words of " + scale.title() + " (" + scale.source() + ").");
        }
    }

    /** In how many scenarios an inference holds, and by which tendencies. */
    LikelihoodLine standing(Inference inference) {
        return standing(inference, asTendency(inference));
    }

    /** The same without the rules by which it is a tendency, where many are told of together. */
    LikelihoodLine place(Inference inference) {
        return standing(
                inference,
                asTendency(inference).isEmpty() ? LikelihoodLine.NONE : LikelihoodLine.plain("as a tendency"));
    }

    private LikelihoodLine standing(Inference inference, LikelihoodLine tendency) {
        BigInteger count = inference.scenarios();
        boolean apart =
                inference.estimate().isPresent() || count.signum() == 0 && inference.status() == Status.CONTINGENT;
        if (apart) {
            return LikelihoodLine.plain(exceptional(inference));
        }
        String undecided =
                inference.undecided().signum() > 0 ? ", undecided in " + number(inference.undecided()) + " more" : "";
        LikelihoodLine where = LikelihoodLine.plain(share(count) + undecided);
        return tendency.isEmpty() ? where : where.then(", ").then(tendency);
    }

    /** Where an estimate stands, and what holds in no scenario while all tendencies do. */
    private String exceptional(Inference inference) {
        if (inference.estimate().isPresent()) {
            Estimate estimate = inference.estimate().get();
            return "estimated to hold in " + apart(estimate.low(), estimate.high()) + " of the scenarios, from "
                    + number(BigInteger.valueOf(estimate.drawn())) + " drawn at random";
        }
        return inference.undecided().signum() > 0
                ? "undecided " + share(inference.undecided())
                : "only where " + or(inference.tendencies()) + " does not hold";
    }

    /** {@code robust as a tendency (likely, by the rule …)}; nothing for what no tendency can change. */
    LikelihoodLine tendency(Inference inference) {
        LikelihoodLine tendency = asTendency(inference);
        return inference.status() == Status.ROBUST && !tendency.isEmpty() ? tendency.after("robust ") : tendency;
    }

    private LikelihoodLine asTendency(Inference inference) {
        if (inference.tendencies().isEmpty() || inference.status() == Status.EXCLUDED) {
            return LikelihoodLine.NONE;
        }
        List<LikelihoodLine> rules =
                inference.tendencies().stream().map(this::tendency).toList();
        return LikelihoodLine.joined(rules, "; ").after("as a tendency (").then(")");
    }

    private LikelihoodLine tendency(String rule) {
        return Optional.ofNullable(assessment.rulebase().cards().get(rule))
                .flatMap(RuleCard::likelihood)
                .map(likelihood -> likelihood(likelihood).then(" by " + rule))
                .orElseGet(() -> LikelihoodLine.plain(rule));
    }

    /** {@code likely}; of another interval than that of a phrase, {@code likely to very likely (60% to 90%)}. */
    LikelihoodLine likelihood(Likelihood likelihood) {
        return LikelihoodLine.brief(likelihood, scale, range(likelihood));
    }

    /** {@code at least likely (guaranteed 55%)}. */
    LikelihoodLine guaranteed(double least) {
        return LikelihoodLine.numbered(new Likelihood(least, 1), scale, "guaranteed " + atLeast(least));
    }

    /** {@code likelihood: unlikely (20% to 45%)}; nothing where nothing is known, and no word for what is certain. */
    Optional<LikelihoodLine> odds(LikelihoodBounds bounds) {
        return bareOdds(bounds).map(said -> bounds.note().isEmpty() ? said.after("likelihood: ") : said);
    }

    /** The same for a place where it is clear what is spoken of: {@code unlikely (20% to 45%)}. */
    Optional<LikelihoodLine> bareOdds(LikelihoodBounds bounds) {
        if (!bounds.note().isEmpty()) {
            return Optional.of(LikelihoodLine.plain("no likelihood, because " + bounds.note()));
        }
        return bounds.likelihood()
                .filter(likelihood -> likelihood.low() < 1 && likelihood.high() > 0)
                .map(likelihood -> LikelihoodLine.numbered(
                        likelihood, scale, (bounds.exact() ? "" : "bounds within ") + range(likelihood)));
    }

    /** How likely an inference is; where nothing follows because answers have no likelihood, which questions these are. */
    Optional<LikelihoodLine> odds(Inference inference) {
        Optional<LikelihoodLine> known = odds(inference.likelihood());
        boolean certain = inference.likelihood().likelihood().isPresent();
        if (known.isPresent() || certain || inference.status() != Status.CONTINGENT) {
            return known;
        }
        List<String> without = inference.pivots().stream()
                .map(Inference.Pivot::question)
                .filter(this::hasNoLikelihood)
                .toList();
        return without.isEmpty()
                ? Optional.empty()
                : Optional.of(LikelihoodLine.plain("no likelihood: the answers to " + and(without) + " have none"));
    }

    private boolean hasNoLikelihood(String question) {
        return assessment.caseFile().question(question).stream()
                .flatMap(asked -> asked.answers().stream())
                .allMatch(answer -> answer.likelihood().isEmpty());
    }

    /** {@code 12% to 13%}, with as many decimals as it takes to tell the ends apart: {@code 99.97% to 99.99%}. */
    static String apart(double low, double high) {
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
            String from = Numbers.fixed(100 * low, decimals) + "%";
            String to = Numbers.fixed(100 * high, decimals) + "%";
            boolean rounded = low > 0 && 100 * low < Math.pow(10, -decimals) / 2
                    || high < 1 && 100 * (1 - high) < Math.pow(10, -decimals) / 2;
            if (!from.equals(to) && !rounded || decimals == MOST_DECIMALS) {
                return from + " to " + to;
            }
        }
        return "";
    }

    private static String range(Likelihood likelihood) {
        String low = atLeast(likelihood.low());
        String high = atMost(likelihood.high());
        return likelihood.low() == likelihood.high() ? percent(likelihood.low()) : low + " to " + high;
    }

    /** Rounded, but never to what is certain or impossible. */
    static String percent(double share) {
        if (share > 0 && share < 0.005) {
            return "under 1%";
        }
        return share < 1 && share >= 0.995 ? "over 99%" : Math.round(share * 100) + "%";
    }

    /** Rounded down: more is not promised. */
    static String atLeast(double share) {
        long whole = (long) Math.floor(100 * share + ROUNDING);
        return share > 0 && whole == 0 ? "over 0%" : whole + "%";
    }

    private static String atMost(double share) {
        long whole = (long) Math.ceil(100 * share - ROUNDING);
        return share < 1 && whole == 100 ? "under 100%" : whole + "%";
    }

    /** {@code 1 scenario}, {@code 4,096 scenarios}. */
    static String scenarios(BigInteger count) {
        return number(count) + (count.equals(BigInteger.ONE) ? " scenario" : " scenarios");
    }

    /** {@code 4,096}; of more than anybody reads, {@code about 1.6 × 10^60}. */
    static String number(BigInteger count) {
        if (count.compareTo(LEGIBLE) < 0) {
            return Numbers.grouped(count);
        }
        BigDecimal rounded = new BigDecimal(count).round(new MathContext(2));
        int exponent = rounded.precision() - rounded.scale() - 1;
        return "about " + rounded.scaleByPowerOfTen(-exponent).toPlainString() + " × 10^" + exponent;
    }

    /** {@code 1 rule}, {@code 12 rules}. */
    static String count(int count, String one) {
        return number(BigInteger.valueOf(count)) + " " + one + (count == 1 ? "" : "s");
    }

    /** Where an inference holds, one alternative a line. */
    List<String> where(Inference inference, int most) {
        if (inference.otherConditions().signum() < 0) {
            return List.of("its conditions have not been worked out");
        }
        return alternatives("where ", "or", inference.conditions(), inference.otherConditions(), most);
    }

    /** Where rules contradict themselves about it, one alternative a line. */
    List<String> undecidedWhere(Inference inference, int most) {
        ConditionList undecided = assessment.undecided(inference);
        return inference.undecided().signum() == 0 || undecided.others().signum() < 0
                ? List.of()
                : alternatives("undecided where ", "or", undecided.listed(), undecided.others(), most);
    }

    /** Where it does not hold, one alternative a line. */
    List<String> notWhere(ConditionList blocking, int most) {
        return blocking.others().signum() < 0
                ? List.of()
                : alternatives("not where ", "nor", blocking.listed(), blocking.others(), most);
    }

    /** Alternatives, one a line: {@code where …}, {@code or where …}; beyond some, only how many there are. */
    List<String> where(List<Map<String, String>> conditions, int most) {
        List<String> lines = alternatives("where ", "or", conditions, BigInteger.ZERO, most);
        if (conditions.size() >= ConditionList.MOST && most < conditions.size()) {
            // No more than those have been worked out.
            lines.set(
                    lines.size() - 1,
                    "or in at least " + number(BigInteger.valueOf(conditions.size() - most)) + " other ways");
        }
        return lines;
    }

    private List<String> alternatives(
            String first, String or, List<Map<String, String>> conditions, BigInteger others, int most) {
        List<String> lines = new ArrayList<>();
        if (conditions.contains(Map.of())) {
            // It is so whatever the answers.
            return lines;
        }
        for (Map<String, String> condition : conditions.subList(0, Math.min(most, conditions.size()))) {
            lines.add((lines.isEmpty() ? first : or + " where ") + condition(condition));
        }
        BigInteger left = others.add(BigInteger.valueOf(conditions.size() - lines.size()));
        if (left.signum() > 0) {
            lines.add(or + " in " + (left.equals(BigInteger.ONE) ? "one other way" : number(left) + " other ways"));
        }
        return lines;
    }

    /** A set of answers as a clause: {@code Halcyon escorts nobody and sanctions are bearable}. */
    String condition(Map<String, String> condition) {
        List<String> answers = condition.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> answer(each.getKey(), each.getValue()))
                .toList();
        // An answer that has a comma of its own would run into the next.
        boolean commas = answers.stream().anyMatch(answer -> answer.contains(","));
        return commas ? joined(answers, "; ", "; and ") : and(answers);
    }

    /** Which answer states something: {@code , if sanctions are bearable}; nothing where the case itself does. */
    String given(List<Held> facts) {
        return facts.stream()
                .flatMap(held -> held.origins().stream())
                .filter(Answered.class::isInstance)
                .map(Answered.class::cast)
                .findFirst()
                .map(answered ->
                        ", " + (answered.open() ? "if " : "since ") + answer(answered.question(), answered.answer()))
                .orElse("");
    }

    /** Whether a statement is added that an answer states too: to answer says it already. */
    boolean answered(Change change) {
        return change.kind() == Changes.Kind.ADD
                && assessment.questions().stream()
                        .flatMap(question -> question.answers().stream())
                        .flatMap(answer -> answer.facts().stream())
                        .anyMatch(statement ->
                                change.fact().filter(statement.fact()::equals).isPresent());
    }

    /** The answer's own sentence, else {@code question = answer}. */
    String answer(String question, String answer) {
        return assessment
                .caseFile()
                .question(question)
                .flatMap(asked -> asked.answer(answer))
                .map(Answer::says)
                .filter(says -> !says.isEmpty())
                .orElse(question + " = " + answer);
    }

    /** {@code a, b and c}. */
    static String and(List<String> words) {
        return joined(words, ", ", " and ");
    }

    /** {@code a, b, c and 97 more}: the first few of many. */
    static String and(List<String> words, int most) {
        return words.size() <= most
                ? and(words)
                : String.join(", ", words.subList(0, most)) + " and " + (words.size() - most) + " more";
    }

    /** Whether the case has sources, whose reports there might be more of. */
    boolean reported() {
        return !assessment.caseFile().sources().isEmpty()
                || assessment.caseFile().statementsAt().stream()
                        .anyMatch(statement -> statement.fact().type().equals(FactType.REPORT));
    }

    /** {@code a, b or c}. */
    static String or(List<String> words) {
        return joined(words, ", ", " or ");
    }

    private static String joined(List<String> words, String between, String last) {
        int size = words.size();
        return size < 2
                ? String.join("", words)
                : String.join(between, words.subList(0, size - 1)) + last + words.get(size - 1);
    }
}
