package org.demarche.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.Builder;
import org.demarche.model.FactType;
import org.demarche.model.Likelihood;
import org.demarche.source.Citation;
import org.demarche.source.SourceLocation;

/**
 * All that people and programs read of a rule.
 *
 * @param id the rule's name, unique among the rules loaded together
 * @param title a few words; the id where the rule gives none
 * @param says the sentence the rule stands for, with {@code {x}} for the value of {@code $x}; {@code ""} when not given
 * @param why the comment before the rule, {@code ""} when there is none
 * @param citations where the judgement comes from
 * @param unless wording for what has to be absent, in the order of the rule's {@code not}s; may be shorter than they are
 * @param likelihood present for a tendency: a rule that holds most times, not always
 * @param suppressed what {@code check} is not to say of it
 * @param group the folder the rule's file stands in
 * @param conditions what must hold, all of it, in the order of the file
 * @param at where the rule begins
 */
@Builder(toBuilder = true)
public record RuleCard(
        String id,
        String title,
        String says,
        String why,
        List<Citation> citations,
        List<String> unless,
        Optional<Likelihood> likelihood,
        List<Suppression> suppressed,
        String group,
        List<RuleCondition> conditions,
        Conclusion conclusion,
        SourceLocation at) {

    public RuleCard {
        citations = List.copyOf(citations);
        unless = List.copyOf(unless);
        suppressed = List.copyOf(suppressed);
        conditions = List.copyOf(conditions);
    }

    /**
     * A check that is not to find anything in a rule.
     *
     * @param reason why it is right all the same; {@code ""} when that is not said
     */
    public record Suppression(String check, String reason, SourceLocation at) {}

    /** Whether the rule matches or concludes facts of a kind that a rule file declares. */
    public boolean overDeclaredTypes() {
        return conclusion.type().isDeclared()
                || RuleWords.patterns(conditions).stream()
                        .anyMatch(pattern ->
                                pattern.kind().filter(FactType::isDeclared).isPresent());
    }

    /** Whether the rule holds most times and not always. */
    public boolean tendency() {
        return likelihood.isPresent();
    }

    /** The ways in which the conditions can be met: one where the rule has no {@code or} outside of {@code not}. */
    public List<Branch> branches() {
        return Branch.of(conditions);
    }

    /** The wording the rule's author gave for one of its {@code not}s, counted from 0 over all conditions. */
    public Optional<String> unless(int index) {
        return index >= 0 && index < unless.size() ? Optional.of(unless.get(index)) : Optional.empty();
    }

    /** All negated conditions at the top of the rule, in order. */
    public List<RuleCondition.Not> negations() {
        List<RuleCondition.Not> found = new ArrayList<>();
        for (Branch branch : branches()) {
            for (RuleCondition condition : branch.conditions()) {
                if (condition instanceof RuleCondition.Not not && !found.contains(not)) {
                    found.add(not);
                }
            }
        }
        return found;
    }
}
