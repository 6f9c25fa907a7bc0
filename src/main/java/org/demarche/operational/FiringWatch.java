package org.demarche.operational;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.demarche.compile.OperationalRules;
import org.demarche.compile.OperationalRules.RulePlace;
import org.demarche.inference.LimitReachedException;
import org.demarche.operational.SessionResult.RuleCount;
import org.demarche.source.SourceLocation;
import org.drools.base.InitialFact;
import org.drools.core.common.InternalWorkingMemory;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.rule.Rule;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.event.rule.ObjectUpdatedEvent;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import org.kie.api.runtime.KieSession;

/** Counts what fires and what is inserted, and knows what is firing now. Others may ask for that from another thread. */
final class FiringWatch extends DefaultAgendaEventListener implements RuleRuntimeEventListener {

    private final OperationalRules rules;
    private final int mostFacts;
    private final Optional<Consumer<Firing>> told;
    private final Map<Rule, Count> counts = new IdentityHashMap<>();
    private final List<Firing> log = new ArrayList<>();
    private int firings;
    private int facts;
    private volatile @Nullable Now now;
    private volatile long stirred = System.nanoTime();

    /** A rule that is firing, and what it fires on. */
    record Now(RulePlace rule, List<Object> facts, long since) {

        List<String> shown() {
            return matched(facts).stream().map(each -> Shown.of(each).text()).toList();
        }
    }

    /** A rule, where it stands, and how often it has fired. */
    private static final class Count {
        private final RulePlace place;
        private int firings;

        Count(RulePlace place) {
            this.place = place;
        }
    }

    /** @param told told every firing before it happens */
    FiringWatch(OperationalRules rules, int mostFacts, Optional<Consumer<Firing>> told) {
        this.rules = rules;
        this.mostFacts = mostFacts;
        this.told = told;
    }

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
        Count count = counts.computeIfAbsent(event.getMatch().getRule(), rule -> new Count(place(rule)));
        RulePlace place = count.place;
        List<Object> objects = event.getMatch().getObjects();
        firings++;
        count.firings++;
        told.ifPresent(hearer -> {
            Firing firing = new Firing(
                    firings,
                    place.name(),
                    place.at(),
                    matched(objects).stream().map(Shown::of).toList());
            log.add(firing);
            hearer.accept(firing);
        });
        now = new Now(place, objects, System.nanoTime());
    }

    @Override
    public void afterMatchFired(AfterMatchFiredEvent event) {
        stir();
        now = null;
    }

    @Override
    public void objectInserted(ObjectInsertedEvent event) {
        stir();
        facts++;
        if (facts > mostFacts) {
            throw new LimitReachedException("There are more than " + mostFacts + " facts"
                    + now().map(each -> ", the last of them from the rule `"
                                    + each.rule().name() + "` (" + each.rule().at() + ")")
                            .orElse("")
                    + ": allow more with `--max-facts`.");
        }
    }

    @Override
    public void objectUpdated(ObjectUpdatedEvent event) {
        stir();
    }

    @Override
    public void objectDeleted(ObjectDeletedEvent event) {
        stir();
        facts--;
    }

    Optional<Now> now() {
        return Optional.ofNullable(now);
    }

    /** Something has happened. */
    void stir() {
        stirred = System.nanoTime();
    }

    /** When something happened last. */
    long stirred() {
        return stirred;
    }

    /** The rule whose conditions a session is at, as far as it can be seen from another thread. */
    Optional<RulePlace> matching(KieSession session) {
        try {
            return Optional.ofNullable(((InternalWorkingMemory) session)
                            .getAgenda()
                            .getAgendaGroupsManager()
                            .peekNextRule())
                    .map(each -> place(each.getRule()));
        } catch (RuntimeException moved) {
            // It goes on at the same time.
            return Optional.empty();
        }
    }

    int firings() {
        return firings;
    }

    int firings(String rule) {
        return counts.entrySet().stream()
                .filter(each -> key(each.getKey()).endsWith("." + rule)
                        || key(each.getKey()).equals(rule))
                .mapToInt(each -> each.getValue().firings)
                .sum();
    }

    List<Firing> log() {
        return log;
    }

    /** Every rule with how often it fired, by place. */
    List<RuleCount> counted() {
        Map<String, Integer> fired = new HashMap<>();
        counts.forEach((rule, count) -> fired.merge(key(rule), count.firings, Integer::sum));
        return rules.rules().entrySet().stream()
                .filter(each -> !rules.queries().containsKey(each.getValue().name()))
                .map(each -> new RuleCount(
                        each.getValue().name(), each.getValue().at(), fired.getOrDefault(each.getKey(), 0)))
                .sorted(Comparator.comparing(RuleCount::at).thenComparing(RuleCount::rule))
                .toList();
    }

    private RulePlace place(Rule rule) {
        RulePlace place = rules.rules().get(key(rule));
        SourceLocation nowhere = SourceLocation.of("");
        return place == null ? new RulePlace(rule.getName(), nowhere, nowhere, List.of()) : place;
    }

    /** Without what Drools adds of its own. */
    private static List<Object> matched(List<Object> objects) {
        return objects.stream().filter(each -> !(each instanceof InitialFact)).toList();
    }

    private static String key(Rule rule) {
        return rule.getPackageName() + "." + rule.getName();
    }
}
