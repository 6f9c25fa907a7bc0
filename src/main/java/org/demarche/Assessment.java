package org.demarche;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.cases.Statement;
import org.demarche.compile.Rulebase;
import org.demarche.evidence.Confidences;
import org.demarche.evidence.Reporting;
import org.demarche.evidence.Shortcoming;
import org.demarche.explain.causes.Cause;
import org.demarche.explain.causes.Causes;
import org.demarche.explain.causes.Side;
import org.demarche.explain.changes.Changes;
import org.demarche.explain.changes.KeyAssumptions;
import org.demarche.explain.changes.WhatChanges;
import org.demarche.explain.why.Explanation;
import org.demarche.explain.why.Explanation.Detail;
import org.demarche.explain.why.Why;
import org.demarche.explain.whynot.Contrast;
import org.demarche.explain.whynot.Contrasting;
import org.demarche.explain.whynot.Obstacles;
import org.demarche.explain.whynot.WhyNot;
import org.demarche.explain.wording.Sentences;
import org.demarche.inference.AssessmentDiff;
import org.demarche.inference.Choice;
import org.demarche.inference.Inference;
import org.demarche.inference.LikelihoodBounds;
import org.demarche.inference.LimitReachedException;
import org.demarche.inference.Paradox;
import org.demarche.inference.ProbableScenario;
import org.demarche.inference.Status;
import org.demarche.model.Fact;
import org.demarche.model.Move;
import org.demarche.source.LoadException;
import org.demarche.worlds.ConditionList;
import org.demarche.worlds.Label;
import org.demarche.worlds.Worlds;

/** What rules conclude from a case, over all its possible scenarios at once. Immutable; safe for many threads. */
public final class Assessment {

    private final CaseFile caseFile;
    private final Rulebase rulebase;
    private final Worlds worlds;
    private final Function<CaseFile, Worlds> again;
    private final Inferences inferences;

    /** @param again fires the same rules on another case, within the same limits */
    Assessment(CaseFile caseFile, Rulebase rulebase, Worlds worlds, Function<CaseFile, Worlds> again) {
        this.caseFile = caseFile;
        this.rulebase = rulebase;
        this.worlds = worlds;
        this.again = again;
        this.inferences = new Inferences(worlds, rulebase.cards(), caseFile);
    }

    /** The same case by the same rules, with other labels. */
    private Assessment(Assessment before, Worlds worlds) {
        this.caseFile = before.caseFile;
        this.rulebase = before.rulebase;
        this.worlds = worlds;
        this.again = before.again;
        this.inferences = before.inferences.of(worlds);
    }

    /** The case that was assessed. */
    public CaseFile caseFile() {
        return caseFile;
    }

    /** The rules that were used. */
    public Rulebase rulebase() {
        return rulebase;
    }

    /** Everything that some rule concludes from the case, also what is excluded, sorted by id. */
    public List<Inference> inferences() {
        return inferences.all();
    }

    /** The inferred moves, sorted by id. */
    public List<Inference> moves() {
        return inferences().stream().filter(each -> each.fact() instanceof Move).toList();
    }

    /**
     * The inference with this id; empty when no rule could conclude it from the case's facts, whatever has to be absent. One that
     * could, but does in no possible scenario, is there and excluded.
     */
    public Optional<Inference> find(String id) {
        return inferences.find(id);
    }

    /** How many scenarios are possible; 0 when rules and facts leave none. */
    public BigInteger scenarios() {
        return worlds.count();
    }

    /** In how many possible scenarios the rules contradict themselves. */
    public BigInteger paradoxical() {
        return worlds.paradoxical();
    }

    /** The rules that contradict themselves in some possible scenario, loop by loop. */
    public List<Paradox> paradoxes() {
        return worlds.paradoxes();
    }

    /** Whether every count is exact; else some of them were estimated, and each inference says by which method it was worked out. */
    public boolean exact() {
        return worlds.exact()
                && inferences().stream().allMatch(each -> each.method().exact());
    }

    /** The questions that exist on the case's day, sorted by id. */
    public List<Question> questions() {
        return caseFile.questionsAt().stream()
                .sorted(Comparator.comparing(Question::id))
                .toList();
    }

    /** The answers on which all possible scenarios agree, by question. */
    public Map<String, String> answered() {
        return worlds.answered();
    }

    /** The answers that were given from outside, by question. */
    public Map<String, String> supposed() {
        Map<String, String> supposed = new TreeMap<>();
        worlds.given().forEach(choice -> supposed.put(choice.question(), choice.answer()));
        return supposed;
    }

    /**
     * The same assessment with a question answered; nothing is run again.
     *
     * @throws IllegalArgumentException when the case does not ask the question on its day, or it has no such answer
     */
    public Assessment given(String question, String answer) {
        return given(List.of(new Choice(question, answer)));
    }

    /** The same assessment with some questions answered. */
    public Assessment given(Collection<Choice> answers) {
        for (Choice choice : answers) {
            if (!worlds.space().answers(choice.question()).contains(choice.answer())) {
                throw new IllegalArgumentException(
                        "The case has no question " + choice.question() + " with an answer " + choice.answer() + ".");
            }
        }
        return new Assessment(this, worlds.given(answers));
    }

    /** The same assessment with no question answered. */
    public Assessment free() {
        return worlds.given().isEmpty() ? this : new Assessment(this, worlds.free());
    }

    /** Whether some possible scenario has the answer. */
    public boolean possible(String question, String answer) {
        return worlds.possibleAnswers(question).contains(answer);
    }

    /**
     * Where an inference holds, among the possible scenarios. Labels of two inferences can be combined when both were worked out by
     * {@link org.demarche.inference.Method#DIAGRAMS}.
     *
     * @throws LimitReachedException when that is not known as a label, but was only counted
     */
    public Label label(Inference inference) {
        return worlds.label(node(inference));
    }

    /** The possible scenarios in which an inference holds, one after the other, found only as they are asked for. */
    public Stream<Map<String, String>> scenarios(Inference inference) {
        return worlds.holding(node(inference));
    }

    /** The minimal sets of answers under which an inference holds. */
    public ConditionList conditions(Inference inference) {
        return worlds.conditions(node(inference));
    }

    /** The minimal sets of answers under which an inference does not hold. */
    public ConditionList blocking(Inference inference) {
        return worlds.blocking(node(inference));
    }

    /** The minimal sets of answers under which an inference is undecided, because the rules contradict themselves there. */
    public ConditionList undecided(Inference inference) {
        return worlds.undecidedConditions(node(inference));
    }

    /** How likely an inference is. */
    public LikelihoodBounds likelihood(Inference inference) {
        return worlds.likelihood(node(inference));
    }

    /** How much a question matters to an inference, 0 to 1. */
    public double influence(Inference inference, String question) {
        return worlds.influence(node(inference), question);
    }

    /** The share of the possible scenarios with an answer in which an inference holds; empty when none has the answer. */
    public Optional<Double> share(Inference inference, String question, String answer) {
        return worlds.share(node(inference), new Choice(question, answer));
    }

    /** The most probable scenario in which an inference holds; empty when it holds in none, or no open question has likelihoods. */
    public Optional<ProbableScenario> mostProbable(Inference inference) {
        return worlds.mostProbable(node(inference));
    }

    /** The fewest answers to change so that an inference which holds in a scenario no longer does, or the other way round. */
    public Optional<Map<String, String>> nearestFlip(Inference inference, Map<String, String> scenario) {
        return worlds.nearestFlip(node(inference), scenario);
    }

    private int node(Inference inference) {
        return worlds.graph()
                .find(inference.fact())
                .orElseThrow(() -> new IllegalArgumentException("The case has no inference " + inference + "."));
    }

    /** Why an inference holds where it does: its minimal supports, the widest as a tree from rules down to sources. */
    public Explanation why(Inference inference) {
        return why(inference, Detail.SHORT);
    }

    /** As {@link #why(Inference)}, in more or less detail. */
    public Explanation why(Inference inference, Detail detail) {
        return Why.explain(inference, worlds, rulebase.cards(), caseFile, rulebase.vocabulary(), detail);
    }

    /**
     * What keeps something from being inferred in the possible scenarios in which it is not: every rule that could conclude it, the
     * nearest first, with what is met and what is missing. Without any rule where it holds in every possible scenario.
     *
     * @throws LimitReachedException when labels of everything together are too large
     */
    public Obstacles whyNot(Fact fact) {
        return whyNot(fact, OptionalInt.empty());
    }

    /**
     * As {@link #whyNot(Fact)}.
     *
     * @param depth how many rules deep it goes, at most 100; empty for as deep as that can be read
     */
    public Obstacles whyNot(Fact fact, OptionalInt depth) {
        return WhyNot.explain(
                fact, find(fact.id()), worlds.together(), rulebase.cards(), caseFile, rulebase.vocabulary(), depth);
    }

    /**
     * Why an inference holds rather than something else: what both need, and the first thing that the other lacks where only the one holds.
     *
     * @throws LimitReachedException when labels of everything together are too large
     */
    public Contrast ratherThan(Inference one, Fact other) {
        return Contrasting.of(
                one, other, find(other.id()), worlds.together(), rulebase.cards(), caseFile, rulebase.vocabulary());
    }

    /** How good the evidence is for what is inferred. */
    public Confidences confidences() {
        return inferences.confidences();
    }

    /** What is stated and holds in every scenario: outright, or by an answer that has been settled. What is only supposed is not. */
    public List<Statement> observed() {
        List<Statement> observed = new ArrayList<>(caseFile.statementsAt());
        worlds.free()
                .answered()
                .forEach((question, answer) -> caseFile.question(question)
                        .flatMap(each -> each.answer(answer))
                        .ifPresent(settled -> observed.addAll(caseFile.statementsAt(settled))));
        return List.copyOf(observed);
    }

    /** Who reports what, how good that is, and what contradicts what. */
    public Reporting reporting() {
        return Reporting.of(worlds, caseFile);
    }

    /** What keeps the confidence in an inference from being higher, on the way on which least is lacking of those that cover most of where it holds. */
    public List<Shortcoming> shortcomings(Inference inference) {
        return inferences.confidences().shortcomings(node(inference));
    }

    /** What had to be absent, as a sentence. */
    public String absence(Shortcoming.Absence absence) {
        Sentences sentences = new Sentences(caseFile, rulebase.vocabulary());
        return new Why(worlds, rulebase.cards(), caseFile, sentences, Detail.SHORT)
                .absence(absence.derivation(), absence.absent());
    }

    /** The single changes that would make something hold where it does not, or fall where it does, each of them tried. */
    public Changes changes(Fact fact) {
        return WhatChanges.of(fact, worlds.together(), rulebase.cards(), caseFile, rulebase.vocabulary(), again);
    }

    /**
     * The case on each day on which something comes or goes, with the same questions answered as far as they exist then.
     *
     * @param from the first day; empty for the first on which something comes
     * @param to the last day; empty for the case's own
     */
    public Timeline timeline(Optional<LocalDate> from, Optional<LocalDate> to) {
        List<LocalDate> days = Timeline.days(caseFile, from, to);
        Optional<LocalDate> last = days.isEmpty() ? Optional.empty() : Optional.of(days.get(days.size() - 1));
        return new Timeline(
                days.stream().map(day -> new Timeline.Point(day, asOf(day))).toList(),
                to.or(caseFile::asOf).or(() -> last).orElse(LocalDate.MAX));
    }

    /** The same case on another day, by the same rules, with the same questions answered as far as they exist then. */
    public Assessment asOf(LocalDate day) {
        CaseFile then = caseFile.asOf(day);
        Worlds free = again.apply(then);
        List<Choice> given = worlds.given().stream()
                .filter(choice -> !free.space().answers(choice.question()).isEmpty())
                .toList();
        return new Assessment(then, rulebase, free.given(given), again);
    }

    /** What is lost without each assumption of the case. */
    public KeyAssumptions assumptions() {
        return KeyAssumptions.of(worlds.together(), rulebase.cards(), caseFile, rulebase.vocabulary(), again);
    }

    /**
     * The same with other facts, by the same rules, with the same questions answered.
     *
     * @throws LoadException when the case names what is not there
     * @throws LimitReachedException when a limit is reached
     */
    public Assessment with(CaseFile other) {
        return new Assessment(other, rulebase, again.apply(other).given(worlds.given()), again);
    }

    /** The same with some changes, to be given one by one. */
    public WhatIf whatIf() {
        return WhatIf.of(this);
    }

    /** What another assessment has gained, lost or changed against this one. */
    public AssessmentDiff diff(Assessment other) {
        return AssessmentDiff.between(inferences(), other.inferences());
    }

    /** Why a fact stands otherwise in another assessment than in this one; empty when no single thing was found. */
    public Optional<Cause> cause(Fact fact, Assessment other) {
        return causes(other).of(fact);
    }

    /**
     * As {@link #cause}, for asking about many facts.
     *
     * @throws LimitReachedException when labels of everything together are too large in one of the two
     */
    public Causes causes(Assessment other) {
        return Causes.between(side(), other.side());
    }

    private Side side() {
        return new Side(worlds.together(), rulebase.cards(), caseFile, rulebase.vocabulary());
    }

    /** What holds in which scenarios. */
    public Worlds worlds() {
        return worlds;
    }

    /** The inferences with a status, sorted by id. */
    public List<Inference> with(Status status) {
        return inferences().stream().filter(each -> each.status() == status).toList();
    }
}
