package org.demarche.worlds;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.inference.Choice;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;
import org.demarche.model.Likelihood;

/**
 * The switches of the tendencies: one for each rule with a likelihood and each of its conclusions, so that a second match or a
 * second witness changes nothing. A switch is written down like a question whose answers are on and off.
 */
final class Switches {

    static final String ON = "on";
    static final String OFF = "off";

    private record Key(String rule, int conclusion) {}

    private final Map<Key, String> questions = new LinkedHashMap<>();
    private final Map<String, Likelihood> likelihoods = new LinkedHashMap<>();
    private final Map<String, String> rules = new LinkedHashMap<>();

    private Switches() {}

    /**
     * The switches of some derivations of a graph.
     *
     * @param tendencies the rules that hold most times only, with how likely they hold
     */
    static Switches of(DerivationGraph graph, Collection<Derivation> derivations, Map<String, Likelihood> tendencies) {
        Switches switches = new Switches();
        for (Derivation derivation : derivations) {
            Likelihood likelihood = tendencies.get(derivation.rule());
            if (likelihood != null && graph.fact(derivation.head()).isPresent()) {
                // No question has such a name: ids are words and hyphens.
                String question = "~" + derivation.rule() + " " + derivation.head();
                switches.questions.put(new Key(derivation.rule(), derivation.head()), question);
                switches.likelihoods.put(question, likelihood);
                switches.rules.put(question, derivation.rule());
            }
        }
        return switches;
    }

    static Switches none() {
        return new Switches();
    }

    boolean isEmpty() {
        return questions.isEmpty();
    }

    /** What must be so for the derivation to hold; empty where it always holds. */
    Optional<Choice> on(Derivation derivation) {
        return Optional.ofNullable(questions.get(new Key(derivation.rule(), derivation.head())))
                .map(question -> new Choice(question, ON));
    }

    /** The questions that the switches are written down as. */
    List<String> questions() {
        return List.copyOf(rules.keySet());
    }

    /** The rule that a switch belongs to. */
    String rule(String question) {
        return rules.getOrDefault(question, "");
    }

    /** How likely each switch is on. */
    Map<String, Likelihood> likelihoods() {
        return likelihoods;
    }
}
