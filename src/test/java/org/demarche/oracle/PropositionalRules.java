package org.demarche.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.demarche.oracle.Part.Not;
import org.demarche.oracle.Part.Shape;

/** Rules without variables over a few atoms: loops through negation are long and many. */
final class PropositionalRules {

    private static final List<String> FINDINGS = List.of("a", "b", "c");

    private final Dice dice;

    PropositionalRules(Dice dice) {
        this.dice = dice;
    }

    /** The rules by which what the case states gives atoms. */
    static List<RandomRule> given() {
        List<RandomRule> given = new ArrayList<>();
        for (String actor : RandomCase.ACTORS) {
            given.add(given(actor, "ready", "a"));
            given.add(given(actor, "weak", "b"));
        }
        return given;
    }

    private static RandomRule given(String actor, String state, String finding) {
        Part stated = new Shape(Kind.CONDITION, "== \"" + actor + "\"", "== \"" + state + "\"", "");
        String id = "given-" + actor.toLowerCase(Locale.ROOT) + "-" + state;
        return new RandomRule(id, List.of(stated), "Judgement( \"" + actor + "\", \"" + finding + "\", \"\" )");
    }

    RandomRule rule(String id) {
        List<Part> parts = new ArrayList<>();
        int present = dice.below(3);
        for (int i = 0; i < present; i++) {
            parts.add(atom());
        }
        int absent = dice.oneIn(3) ? dice.between(1, 2) : 0;
        for (int i = 0; i < absent; i++) {
            parts.add(new Not(atom()));
        }
        if (parts.isEmpty()) {
            parts.add(atom());
        }
        return new RandomRule(
                id,
                parts,
                "Judgement( \"" + dice.one(RandomCase.ACTORS) + "\", \"" + dice.one(FINDINGS) + "\", \"\" )");
    }

    private Part atom() {
        return new Shape(
                Kind.JUDGEMENT, "== \"" + dice.one(RandomCase.ACTORS) + "\"", "== \"" + dice.one(FINDINGS) + "\"", "");
    }
}
