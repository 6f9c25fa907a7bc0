package org.demarche.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.demarche.compile.PossibleRule.Conclude;
import org.demarche.model.FactType;
import org.demarche.model.Thing;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCondition.Pattern;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.drools.model.Condition;
import org.drools.model.Consequence;
import org.drools.model.DSL;
import org.drools.model.Global;
import org.drools.model.Index;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.consequences.ConsequenceImpl;
import org.drools.model.functions.BlockN;
import org.drools.model.impl.ModelImpl;
import org.drools.model.impl.RuleImpl;
import org.drools.model.index.AlphaIndexImpl;
import org.drools.model.index.BetaIndexImpl;
import org.drools.model.patterns.CompositePatterns;
import org.drools.model.patterns.PatternImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.drools.modelcompiler.KiePackagesBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;

/**
 * Builds the possibility form as a model of Drools, out of objects: nothing is written, compiled or loaded. Each rule tells the
 * listener of its firings instead of inserting anything.
 */
final class PossibilityModel {

    static final String LISTENER = "demarcheListener";

    private static final String PACKAGE = "demarche.possible";

    /** Beyond the fields of any kind of fact. */
    private static final int KIND = 1000;

    private static final int SITE = 1001;
    private static final int LAST = 1002;

    private final Global<FiringListener> listener = DSL.globalOf(FiringListener.class, PACKAGE, LISTENER);

    private PossibilityModel() {}

    static KieBase of(List<PossibleRule> rules) {
        PossibilityModel made = new PossibilityModel();
        ModelImpl model = new ModelImpl(PACKAGE);
        model.addGlobal(made.listener);
        rules.forEach(rule -> model.addRule(made.new OfRule(rule).rule()));
        return kieBase(model);
    }

    /** As {@link KieBaseBuilder} does it, without looking for services that only other ways of building use. */
    private static KieBase kieBase(ModelImpl model) {
        KieBaseConfiguration settings = RuleBaseFactory.newKnowledgeBaseConfiguration();
        KiePackagesBuilder packages = new KiePackagesBuilder(settings);
        packages.addModel(model);
        InternalKnowledgeBase made = KnowledgeBaseFactory.newKnowledgeBase(PACKAGE, settings);
        made.addPackages(packages.build().getKiePackages());
        return made;
    }

    /** What of a rule is known while its steps are gone through. */
    private final class OfRule {
        private final PossibleRule rule;
        private final List<Variable<?>> variables = new ArrayList<>();
        private final Map<String, Place> bound = new HashMap<>();
        private final Map<String, Integer> labelled = new HashMap<>();
        private final Map<Integer, FactType> types = new HashMap<>();

        OfRule(PossibleRule rule) {
            this.rule = rule;
        }

        Rule rule() {
            List<Condition> patterns = new ArrayList<>();
            for (int i = 0; i < rule.steps().size(); i++) {
                patterns.add(pattern(i, rule.steps().get(i)));
            }
            CompositePatterns conditions = new CompositePatterns(
                    Condition.Type.AND, patterns, Map.of(RuleImpl.DEFAULT_CONSEQUENCE_NAME, consequence()));
            return new RuleImpl(PACKAGE, "r" + rule.number(), null, conditions);
        }

        private Condition pattern(int step, Step what) {
            if (what instanceof Step.Result result) {
                return outcome(step, result.accumulate());
            }
            Pattern pattern = ((Step.Match) what).pattern();
            FactType type = pattern.kind().orElseThrow();
            PatternImpl<?> made = add(type.isDeclared() ? Thing.class : type.factClass());
            types.put(step, type);
            pattern.bindings()
                    .forEach(binding -> bound.put(binding.variable(), new Place(step, type.indexOf(binding.field()))));
            if (!pattern.label().isEmpty()) {
                labelled.put(pattern.label(), step);
            }
            if (type.isDeclared()) {
                made.addConstraint(
                        equal(variables.get(step), KIND, "kind", type.typeName(), thing -> ((Thing) thing).kind()));
            }
            new StepTests(step, type, variables, bound, labelled, types)
                    .of(pattern.constraints())
                    .forEach(made::addConstraint);
            return made;
        }

        /** An outcome of this accumulate, for exactly what was matched before it; its results can be used behind it. */
        private Condition outcome(int step, LocalAccumulate accumulate) {
            PatternImpl<?> made = add(Outcome.class);
            made.addConstraint(
                    equal(variables.get(step), SITE, "site", accumulate.site(), thing -> ((Outcome) thing).site()));
            int given = accumulate.given();
            if (given > 0) {
                Variable<?>[] last = {variables.get(step), variables.get(given - 1)};
                StepConstraint found = new StepConstraint(
                        "last == #" + (given - 1),
                        last,
                        things -> ((Outcome) things[0]).last().equals(things[1]));
                found.setIndex(new BetaIndexImpl<Object, Object, Object>(
                        Object.class,
                        Index.ConstraintType.EQUAL,
                        LAST,
                        new IndexKey<>("last", thing -> ((Outcome) thing).last()),
                        new IndexKey<>("this", thing -> thing),
                        Object.class));
                made.addConstraint(found);
                List<Variable<?>> all = new ArrayList<>(List.of(variables.get(step)));
                all.addAll(variables.subList(0, given));
                made.addConstraint(new StepConstraint(
                        "follows " + given,
                        all.toArray(Variable<?>[]::new),
                        things -> ((Outcome) things[0]).follows(Arrays.copyOfRange(things, 1, things.length))));
            }
            for (int i = 0; i < accumulate.kept().size(); i++) {
                bound.put(accumulate.kept().get(i), new Place(step, i));
            }
            return made;
        }

        private PatternImpl<?> add(Class<?> type) {
            Variable<?> variable = DSL.declarationOf(type, "fact" + variables.size());
            variables.add(variable);
            return new PatternImpl<>(variable);
        }

        private Consequence consequence() {
            List<Variable<?>> told = new ArrayList<>(List.of(listener));
            told.addAll(variables);
            BlockN block = rule.purpose() instanceof Conclude conclude
                    ? concluding(conclude.conclusion().arguments().stream()
                            .map(this::value)
                            .toList())
                    : things -> ((FiringListener) things[0]).recorded(rule.number(), matched(things));
            return new ConsequenceImpl(block, told.toArray(Variable<?>[]::new), false, false, "java");
        }

        private BlockN concluding(List<Function<Object[], String>> values) {
            return things -> {
                Object[] matched = matched(things);
                ((FiringListener) things[0])
                        .concluded(
                                rule.number(),
                                values.stream()
                                        .map(value -> value.apply(matched))
                                        .toList(),
                                matched);
            };
        }

        private Function<Object[], String> value(Operand operand) {
            if (operand instanceof Operand.Text text) {
                return matched -> text.value();
            }
            if (operand instanceof Operand.Variable variable) {
                Place place = Objects.requireNonNull(bound.get(variable.name()), variable.name());
                return matched -> place.apply(matched[place.step()]);
            }
            throw new IllegalStateException("Not a value that may be concluded.");
        }
    }

    private static Object[] matched(Object... things) {
        return Arrays.copyOfRange(things, 1, things.length);
    }

    private static <V> StepConstraint equal(
            Variable<?> variable, int number, String name, V wanted, Function<Object, V> of) {
        StepConstraint test = new StepConstraint(
                name + " == " + wanted,
                new Variable<?>[] {variable},
                things -> of.apply(things[0]).equals(wanted));
        @SuppressWarnings("unchecked")
        Class<V> type = (Class<V>) wanted.getClass();
        test.setIndex(new AlphaIndexImpl<>(
                type, Index.ConstraintType.EQUAL, number, new IndexKey<>(name, of::apply), wanted));
        return test;
    }
}
