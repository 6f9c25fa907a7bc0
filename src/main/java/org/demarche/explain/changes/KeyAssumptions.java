package org.demarche.explain.changes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.demarche.cases.Basis;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Statement;
import org.demarche.cases.Vocabulary;
import org.demarche.explain.changes.Changes.Standing;
import org.demarche.explain.matching.Counting;
import org.demarche.explain.why.Origins;
import org.demarche.explain.wording.Sentences;
import org.demarche.inference.Choice;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.LikelihoodBounds;
import org.demarche.inference.UnforeseenException;
import org.demarche.model.Fact;
import org.demarche.model.Move;
import org.demarche.rules.RuleCard;
import org.demarche.source.Citation;
import org.demarche.worlds.Worlds;

/**
 * What is lost without each assumption of a case: the key assumptions check, a structured technique of analysts (Heuer and Pherson,
 * "Structured Analytic Techniques for Intelligence Analysis", 2010), worked out by dropping each assumption and evaluating again.
 *
 * @param ranked the assumption first without which most moves change their status, then most inferences, then most counts
 */
public record KeyAssumptions(List<Assumption> ranked) {

    public KeyAssumptions {
        ranked = List.copyOf(ranked);
    }

    /**
     * A fact that is only assumed.
     *
     * @param alsoEvidence whether something else states it as evidence, so that nothing rests on the assumption
     * @param impossible whether no scenario would be possible without it
     * @param effects the inferences that would stand otherwise, those whose status changes first
     */
    public record Assumption(
            Fact fact,
            String sentence,
            List<Citation> citations,
            String note,
            boolean alsoEvidence,
            boolean impossible,
            List<Effect> effects) {
        public Assumption {
            citations = List.copyOf(citations);
            effects = List.copyOf(effects);
        }

        /** The effects that change a status. */
        public List<Effect> deciding() {
            return effects.stream().filter(Effect::changesStatus).toList();
        }
    }

    /** How an inference stands with and without an assumption. */
    public record Effect(
            Fact inference,
            String sentence,
            Standing before,
            Standing after,
            LikelihoodBounds likelihoodBefore,
            LikelihoodBounds likelihoodAfter) {

        public boolean changesStatus() {
            return before.status() != after.status();
        }
    }

    /**
     * The assumptions of a case on its day.
     *
     * @param worlds labels of everything together
     * @param cards the rules by id
     * @param again fires the rules on another case
     */
    public static KeyAssumptions of(
            Worlds worlds,
            Map<String, RuleCard> cards,
            CaseFile caseFile,
            Vocabulary vocabulary,
            Function<CaseFile, Worlds> again) {
        Check check =
                new Check(worlds, new Counting(cards.values()), caseFile, new Sentences(caseFile, vocabulary), again);
        List<Assumption> assumptions = new ArrayList<>();
        assumed(caseFile).forEach((fact, statements) -> assumptions.add(check.of(fact, statements)));
        assumptions.sort(Comparator.comparing((Assumption each) -> !each.impossible())
                .thenComparing(each -> -each.deciding().stream()
                        .filter(effect -> effect.inference() instanceof Move)
                        .count())
                .thenComparing(each -> -each.deciding().size())
                .thenComparing(each -> -each.effects().size())
                .thenComparing(each -> each.fact().id()));
        return new KeyAssumptions(assumptions);
    }

    /** The statements of each fact that something assumes. */
    private static Map<Fact, List<Statement>> assumed(CaseFile caseFile) {
        List<Statement> all = new ArrayList<>(caseFile.statementsAt());
        caseFile.questionsAt()
                .forEach(question -> question.answers().forEach(answer -> all.addAll(caseFile.statementsAt(answer))));
        Map<Fact, List<Statement>> assumed = new LinkedHashMap<>();
        all.stream()
                .filter(statement -> statement.basis() == Basis.ASSUMPTION)
                .forEach(statement -> assumed.put(statement.fact(), new ArrayList<>()));
        all.stream()
                .filter(statement -> assumed.containsKey(statement.fact()))
                .forEach(statement -> assumed.getOrDefault(statement.fact(), new ArrayList<>())
                        .add(statement));
        return assumed;
    }

    private record Check(
            Worlds worlds,
            Counting counting,
            CaseFile caseFile,
            Sentences sentences,
            Function<CaseFile, Worlds> again) {

        Assumption of(Fact fact, List<Statement> statements) {
            Statement assumption = statements.stream()
                    .filter(each -> each.basis() == Basis.ASSUMPTION)
                    .min(Origins.ORDER)
                    .orElseThrow();
            boolean outright = assumed(caseFile.statementsAt(), fact);
            Set<Choice> answers = assumedBy(fact);
            // Evidence beside it, wherever it is assumed: what an answer alone states is no evidence in other
            // scenarios.
            boolean evidence = !outright && answers.isEmpty();
            // Without any scenario there are no effects.
            Optional<List<Effect>> effects = evidence ? Optional.of(List.of()) : without(fact, outright, answers);
            return new Assumption(
                    fact,
                    sentences.sentence(fact),
                    assumption.citations(),
                    assumption.note(),
                    evidence,
                    effects.isEmpty(),
                    effects.orElse(List.of()));
        }

        /** Whether statements assume a fact and none of them rests on evidence. */
        private static boolean assumed(List<Statement> statements, Fact fact) {
            List<Basis> bases = statements.stream()
                    .filter(each -> each.fact().equals(fact))
                    .map(Statement::basis)
                    .toList();
            return !bases.isEmpty() && bases.stream().allMatch(Basis.ASSUMPTION::equals);
        }

        /** The answers that assume a fact. */
        private Set<Choice> assumedBy(Fact fact) {
            Set<Choice> choices = new HashSet<>();
            caseFile.questionsAt()
                    .forEach(question -> question.answers().stream()
                            .filter(answer -> assumed(caseFile.statementsAt(answer), fact))
                            .forEach(answer -> choices.add(new Choice(question.id(), answer.id()))));
            return choices;
        }

        private Optional<List<Effect>> without(Fact fact, boolean outright, Set<Choice> answers) {
            if (!counting.counts(fact)) {
                try {
                    return effects(worlds.stating(withdrawn(worlds.graph(), fact, outright, answers)));
                } catch (UnforeseenException unforeseen) {
                    // Only the rules themselves can tell.
                }
            }
            Worlds fired = again.apply(outright ? caseFile.without(fact) : caseFile)
                    .given(worlds.given())
                    .together();
            return effects(fired.stating(withdrawn(fired.graph(), fact, outright, answers)));
        }

        private static DerivationGraph withdrawn(
                DerivationGraph graph, Fact fact, boolean outright, Set<Choice> answers) {
            BitSet stated = graph.outright();
            Map<Integer, Set<Choice>> byAnswers = new TreeMap<>(graph.byAnswers());
            graph.find(fact).ifPresent(node -> {
                stated.set(node, stated.get(node) && !outright);
                Set<Choice> left = new HashSet<>(byAnswers.getOrDefault(node, Set.of()));
                left.removeAll(answers);
                byAnswers.put(node, left);
            });
            byAnswers.values().removeIf(Set::isEmpty);
            return graph.stating(stated, byAnswers);
        }

        /** What stands otherwise; empty where no scenario is possible. */
        private Optional<List<Effect>> effects(Worlds after) {
            if (after.count().signum() == 0) {
                return Optional.empty();
            }
            List<Effect> effects = new ArrayList<>();
            DerivationGraph graph = worlds.graph();
            for (int node = 0; node < graph.nodes().size(); node++) {
                Optional<Fact> fact = graph.fact(node);
                if (fact.isPresent() && !graph.derivationsOf(node).isEmpty()) {
                    effect(node, fact.get(), after).ifPresent(effects::add);
                }
            }
            // What was concluded nowhere before.
            DerivationGraph then = after.graph();
            for (int node = 0; node < then.nodes().size(); node++) {
                Optional<Fact> fact =
                        then.fact(node).filter(each -> graph.find(each).isEmpty());
                if (fact.isPresent() && !then.derivationsOf(node).isEmpty()) {
                    gained(node, fact.get(), after).ifPresent(effects::add);
                }
            }
            effects.sort(Comparator.comparing((Effect each) -> !each.changesStatus())
                    .thenComparing(each -> !(each.inference() instanceof Move))
                    .thenComparing(each -> each.inference().id()));
            return Optional.of(effects);
        }

        private Optional<Effect> gained(int node, Fact fact, Worlds after) {
            Standing before = Standing.of(fact, worlds);
            Standing now = Standing.of(fact, after);
            return before.status() == now.status()
                    ? Optional.empty()
                    : Optional.of(new Effect(
                            fact,
                            sentences.sentence(fact),
                            before,
                            now,
                            LikelihoodBounds.UNKNOWN,
                            after.likelihood(node)));
        }

        private Optional<Effect> effect(int node, Fact fact, Worlds after) {
            Optional<Integer> there = after.graph().find(fact);
            Standing before = Standing.of(fact, worlds);
            Standing now = Standing.of(fact, after);
            LikelihoodBounds likely = worlds.likelihood(node);
            LikelihoodBounds then = there.map(after::likelihood).orElse(LikelihoodBounds.UNKNOWN);
            return before.equals(now) && likely.likelihood().equals(then.likelihood())
                    ? Optional.empty()
                    : Optional.of(new Effect(fact, sentences.sentence(fact), before, now, likely, then));
        }
    }
}
