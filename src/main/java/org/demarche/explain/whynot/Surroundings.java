package org.demarche.explain.whynot;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Statement;
import org.demarche.cases.Vocabulary;
import org.demarche.explain.matching.Known;
import org.demarche.explain.matching.Scope;
import org.demarche.explain.matching.Wanted;
import org.demarche.explain.whynot.Obstacles.Near;
import org.demarche.explain.wording.Differences;
import org.demarche.explain.wording.Sentences;
import org.demarche.inference.Choice;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.model.Settled;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Constraint;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.worlds.Label;
import org.demarche.worlds.Worlds;
import org.jspecify.annotations.Nullable;

/** What there is to say of a fact that a rule asks for and that is not there: what is near it, what excludes it, when it was said. */
final class Surroundings {

    private static final int NEAR = 3;

    private final Worlds worlds;
    private final Map<String, RuleCard> cards;
    private final CaseFile caseFile;
    private final Vocabulary vocabulary;
    private final Sentences sentences;
    private final Known known;

    /** What the case states, or an answer, of other days than its own. */
    private final List<Later> ofOtherDays;

    /** The answers that cannot be given, by what they state; null until somebody asks. */
    private @Nullable Map<Fact, List<Choice>> ruledOut;

    Surroundings(
            Worlds worlds,
            Map<String, RuleCard> cards,
            CaseFile caseFile,
            Vocabulary vocabulary,
            Sentences sentences,
            Known known) {
        this.worlds = worlds;
        this.cards = cards;
        this.caseFile = caseFile;
        this.vocabulary = vocabulary;
        this.sentences = sentences;
        this.known = known;
        this.ofOtherDays = Stream.concat(
                        caseFile.statements().stream().map(each -> new Later(each, Optional.empty(), Optional.empty())),
                        caseFile.questions().stream()
                                .flatMap(question -> question.answers().stream()
                                        .flatMap(answer -> answer.facts().stream()
                                                .map(each -> new Later(
                                                        each,
                                                        Optional.of(new Choice(question.id(), answer.id())),
                                                        question.known().filter(this::comes))))))
                .filter(each -> each.asked().isPresent()
                        || caseFile.asOf()
                                .map(day -> !each.statement().holdsAt(day))
                                .orElse(false))
                .toList();
    }

    private boolean comes(LocalDate day) {
        return caseFile.asOf().filter(day::isAfter).isPresent();
    }

    /**
     * A statement of another day than the case's.
     *
     * @param answer the answer that states it, where it is not the case itself
     * @param asked from when on the question of the answer is asked, where it is not asked yet
     */
    private record Later(Statement statement, Optional<Choice> answer, Optional<LocalDate> asked) {}

    /** Whether the case, or an answer, states something on another day that would do. */
    boolean comesLater(Pattern pattern, Scope scope) {
        return ofOtherDays.stream()
                .anyMatch(each -> scope.match(pattern, each.statement().fact()).isPresent());
    }

    /** Answers that state it and that cannot be given, with what rules them out. */
    List<String> ruledOut(Pattern pattern, Scope scope) {
        if (ruledOut == null) {
            ruledOut = ruledOut(worlds.free());
        }
        return ruledOut.entrySet().stream()
                .filter(each -> scope.match(pattern, each.getKey()).isPresent())
                .flatMap(each -> each.getValue().stream())
                .map(choice -> "it would be so if " + sentences.answer(choice.question(), choice.answer()) + ", but "
                        + against(choice))
                .distinct()
                .toList();
    }

    /** The answers that cannot be given, by what they state. */
    private static Map<Fact, List<Choice>> ruledOut(Worlds free) {
        DerivationGraph graph = free.graph();
        Map<Fact, List<Choice>> ruledOut = new LinkedHashMap<>();
        for (int node = 0; node < graph.nodes().size(); node++) {
            Optional<Fact> fact = graph.fact(node);
            List<Choice> choices = graph.statedBy(node).stream()
                    .sorted()
                    .filter(choice -> free.label(choice).isEmpty())
                    .toList();
            if (fact.isPresent() && !choices.isEmpty()) {
                ruledOut.put(fact.get(), choices);
            }
        }
        return ruledOut;
    }

    private String against(Choice choice) {
        DerivationGraph graph = worlds.free().graph();
        for (Derivation derivation : graph.derivations()) {
            Optional<Fact> head = graph.fact(derivation.head());
            if (head.isPresent()
                    && head.get() instanceof Settled settled
                    && settled.question().equals(choice.question())
                    && !settled.answer().equals(choice.answer())
                    && worlds.free().stands(derivation)) {
                RuleCard card = cards.get(derivation.rule());
                return "rule “" + (card == null ? derivation.rule() : card.title()) + "” settles that "
                        + sentences.answer(settled.question(), settled.answer());
            }
        }
        return "the rules say that this cannot be";
    }

    /** Statements of the case that would do, on another day. */
    List<String> unknownYet(Pattern pattern, Scope scope) {
        return ofOtherDays.stream()
                .filter(each -> scope.match(pattern, each.statement().fact()).isPresent())
                .map(this::said)
                .distinct()
                .sorted()
                .toList();
    }

    private String said(Later later) {
        String clause = sentences.clause(later.statement().fact());
        Optional<String> asked = later.asked().map(day -> "which is asked only from " + day + " on");
        boolean other =
                caseFile.asOf().filter(now -> !later.statement().holdsAt(now)).isPresent();
        Optional<String> day = asked.isPresent() || !other ? asked : Optional.of(notNow(later.statement()));
        return later.answer()
                .map(choice -> "it would be so if " + sentences.answer(choice.question(), choice.answer())
                        + day.map(when -> ", " + when).orElse(""))
                .orElseGet(() -> "the case states that " + clause
                        + day.map(when -> ", but " + when).orElse(""));
    }

    private String notNow(Statement statement) {
        return statement
                .firstDay()
                .filter(this::comes)
                .map(first -> "only from " + first + " on")
                .orElseGet(() ->
                        "only until " + statement.until().map(Object::toString).orElse("another day"));
    }

    /** What holds that excludes what is wanted, by the vocabulary. */
    List<String> contradicting(Wanted wanted, Label where) {
        Optional<FactType.Field> term = wanted.type().fields().stream()
                .filter(field -> field.type() == FieldType.TERM)
                .findFirst();
        String word = term.map(field -> wanted.values().getOrDefault(field.name(), ""))
                .orElse("");
        if (word.isEmpty()) {
            return List.of();
        }
        String field = term.get().name();
        return excluded(field, word).stream()
                .flatMap(other -> known.with(wanted.type(), field, other).stream())
                .filter(item -> wanted.type().fieldNames().stream()
                        .filter(each -> !each.equals(field))
                        .allMatch(each -> !wanted.values().containsKey(each)
                                || wanted.values().get(each).equals(item.fact().value(each))))
                .filter(item -> !item.holds().and(where).isEmpty())
                .map(item -> sentences.clause(item.fact()) + ", which excludes it")
                .distinct()
                .toList();
    }

    /** The terms that cannot hold together with one, in the order of the vocabulary. */
    private List<String> excluded(String field, String word) {
        return vocabulary.ids(field).stream()
                .filter(other -> excludes(field, word, other))
                .toList();
    }

    private boolean excludes(String field, String one, String other) {
        return vocabulary
                        .term(field, one)
                        .filter(term -> term.excludes().contains(other))
                        .isPresent()
                || vocabulary
                        .term(field, other)
                        .filter(term -> term.excludes().contains(one))
                        .isPresent();
    }

    /** The facts that fail fewest tests, as long as they meet as many. */
    List<Near> near(Pattern pattern, Scope scope) {
        FactType type = pattern.kind().orElseThrow();
        Map<Known.Item, Integer> failing = new LinkedHashMap<>();
        int asked = (int) pattern.constraints().stream()
                .filter(constraint -> !constraint.comparisons().isEmpty()
                        || constraint.bindings().stream()
                                .anyMatch(binding ->
                                        scope.value(binding.variable()).isPresent()))
                .count();
        for (Known.Item item : ofTheSameTerm(type, scope.asked(pattern))) {
            List<Constraint> fails = scope.failing(pattern, item.fact());
            // Something else that is said of the same is not near; the same said of something else is.
            if (!fails.isEmpty() && 2 * fails.size() <= asked && !ofTerm(fails, type)) {
                failing.put(item, fails.size());
            }
        }
        int fewest = failing.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        return failing.entrySet().stream()
                .filter(each -> each.getValue() == fewest)
                .limit(NEAR)
                .map(each -> near(pattern, scope, each.getKey().fact()))
                .toList();
    }

    private List<Known.Item> ofTheSameTerm(FactType type, Map<String, String> asked) {
        return type.fields().stream()
                .filter(field -> field.type() == FieldType.TERM && asked.containsKey(field.name()))
                .findFirst()
                .map(field -> known.with(type, field.name(), asked.getOrDefault(field.name(), "")))
                .orElseGet(() -> known.all(type));
    }

    private static boolean ofTerm(List<Constraint> tests, FactType type) {
        return tests.stream()
                .flatMap(constraint -> Stream.concat(
                        constraint.comparisons().stream().map(RuleCondition.Comparison::field),
                        constraint.bindings().stream().map(RuleCondition.Binding::field)))
                .anyMatch(tested -> type.field(tested)
                        .filter(field -> field.type() == FieldType.TERM)
                        .isPresent());
    }

    private Near near(Pattern pattern, Scope scope, Fact fact) {
        Differences differences = new Differences(sentences, scope);
        Set<String> said = new LinkedHashSet<>();
        scope.failing(pattern, fact).forEach(constraint -> said.add(differences.of(constraint, fact)));
        return new Near(fact.id(), sentences.sentence(fact), List.copyOf(said));
    }
}
