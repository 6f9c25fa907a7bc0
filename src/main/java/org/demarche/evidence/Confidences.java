package org.demarche.evidence;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.cases.CaseFile;
import org.demarche.inference.LimitReachedException;
import org.demarche.model.Confidence;
import org.demarche.worlds.Label;
import org.demarche.worlds.Worlds;

/**
 * The confidence in what is inferred: the highest level at which derivations cover all scenarios in which it holds. A derivation is as
 * good as its weakest premise. An assumption, something that had to be absent, and what an {@code accumulate} comes to, which there being
 * more would change, allow no more than moderate confidence. An open question limits nothing, since what follows is said of each of its
 * answers; a fact that is only reported is as good as the reports, and a question that is settled as good as what settles it.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class Confidences {

    private final Worlds worlds;
    private final Premises premises;

    /** Where each node holds by premises of at least a level, by level. Worked out once. */
    private final Map<Confidence, Covered> covered;

    /**
     * Of a case; empty of everything where nothing in it is graded, or scenarios were only counted.
     *
     * @param worlds with no question supposed to be answered
     */
    public static Confidences of(Worlds worlds, CaseFile file) {
        Premises premises = new Premises(file);
        Map<Confidence, Covered> covered = new EnumMap<>(Confidence.class);
        if (premises.areJudged()) {
            try {
                Worlds together = worlds.together();
                together.possible();
                for (Confidence level : Confidence.values()) {
                    covered.put(level, new Covered(together, premises, level));
                }
            } catch (LimitReachedException onlyCounted) {
                covered.clear();
            }
        }
        return new Confidences(worlds, premises, covered);
    }

    /** The same where some questions are supposed to be answered, which makes no evidence better or worse. */
    public Confidences given(Worlds supposed) {
        return new Confidences(supposed, premises, covered);
    }

    /** The confidence in a node; empty where nobody has judged the evidence for some of what it stands on, or it holds nowhere. */
    public Optional<Confidence> of(int node) {
        if (covered.isEmpty()) {
            return Optional.empty();
        }
        Label holds = worlds.label(node);
        Optional<Confidence> highest = Optional.empty();
        for (Map.Entry<Confidence, Covered> level : covered.entrySet()) {
            if (!holds.isEmpty() && level.getValue().covers(node, holds)) {
                highest = Optional.of(level.getKey());
            }
        }
        return highest;
    }

    /** What keeps the confidence in a node from being higher, on the way on which least is lacking of those that cover most of where it holds. */
    public List<Shortcoming> shortcomings(int node) {
        Optional<Confidence> now = of(node);
        if (covered.isEmpty()
                || now.equals(Optional.of(Confidence.HIGH))
                || worlds.label(node).isEmpty()) {
            return List.of();
        }
        Confidence next =
                now.map(level -> Confidence.values()[level.ordinal() + 1]).orElse(Confidence.LOW);
        return new Shortcomings(worlds, premises, Objects.requireNonNull(covered.get(next))).of(node);
    }

    /** How good the evidence is for what the case states. */
    public Premises premises() {
        return premises;
    }
}
