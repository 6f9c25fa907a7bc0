package org.demarche.authoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.cases.CaseFile;
import org.demarche.explain.wording.Sentences;
import org.demarche.inference.LimitReachedException;
import org.demarche.inference.Status;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.rules.RuleCard;
import org.demarche.source.LoadException;

/**
 * Facts from which a rule concludes something, with roles for actors: so a first case says something at once, by the rules that are
 * there.
 *
 * @param actors the names of the actors by their ids
 * @param facts at least one; the last of them is put as a question
 * @param sentence the last fact as a clause
 */
record Example(RuleCard rule, Map<String, String> actors, List<Fact> facts, Fact conclusion, String sentence) {

    /** So many rules are tried before a case begins without any facts. */
    private static final int TRIED = 40;

    /** What rules conclude first from facts that are easily made up: moves before judgements, few facts before many. */
    static Optional<Example> of(Reasoner reasoner, Collection<String> groups) {
        return reasoner.rulebase().cards().values().stream()
                .filter(card -> groups.isEmpty() || groups.contains(card.group()))
                .filter(card -> card.conclusion().type() == FactType.MOVE
                        || card.conclusion().type() == FactType.JUDGEMENT)
                .flatMap(card -> RoleFacts.of(card, reasoner.rulebase().vocabulary()).stream())
                .sorted(Comparator.comparing(
                                (RoleFacts made) -> made.conclusion().type())
                        .thenComparing(made -> Math.abs(made.facts().size() - 2))
                        .thenComparing(made -> made.rule().id()))
                .limit(TRIED)
                .flatMap(made -> tried(made, reasoner, groups).stream())
                .findFirst();
    }

    /** What is concluded from all facts and not without the last; empty when that is not so. */
    private static Optional<Example> tried(RoleFacts made, Reasoner reasoner, Collection<String> groups) {
        List<Fact> fewer = made.facts().subList(0, made.facts().size() - 1);
        try {
            Assessment all = reasoner.assess(caseFile(made, made.facts(), groups));
            if (!holds(all, made.conclusion())
                    || holds(reasoner.assess(caseFile(made, fewer, groups)), made.conclusion())) {
                return Optional.empty();
            }
            String sentence = new Sentences(all.caseFile(), reasoner.rulebase().vocabulary())
                    .clause(made.facts().get(made.facts().size() - 1));
            return Optional.of(new Example(made.rule(), made.actors(), made.facts(), made.conclusion(), sentence));
        } catch (LoadException | LimitReachedException unfit) {
            return Optional.empty();
        }
    }

    private static boolean holds(Assessment assessment, Fact conclusion) {
        return assessment
                .find(conclusion.id())
                .filter(found -> found.status() != Status.EXCLUDED)
                .isPresent();
    }

    private static CaseFile caseFile(RoleFacts made, List<Fact> facts, Collection<String> groups) {
        CaseFile.Builder builder = CaseFile.builder("example");
        made.actors().forEach(builder::actor);
        facts.forEach(builder::fact);
        return builder.rules(new ArrayList<>(groups).toArray(String[]::new)).build();
    }
}
