package org.demarche.operational;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.demarche.yaml.YamlEntry;
import org.demarche.yaml.YamlMapping;
import org.demarche.yaml.YamlNode;
import org.demarche.yaml.YamlScalar;

/** Something that is done with a session. */
sealed interface Step {

    /**
     * Inserts a fact.
     *
     * @param id by which later steps speak of it; {@code ""} for none
     * @param into the entry point; {@code ""} for the ordinary one
     */
    record Insert(YamlNode fact, String id, String into) implements Step {}

    /** Gives a fact other values. */
    record Update(YamlScalar id, YamlMapping values) implements Step {}

    record Delete(YamlScalar id) implements Step {}

    /** Puts the clock on. */
    record Advance(Duration by) implements Step {}

    /** Fires rules until there is none left to fire, or so many. */
    record Fire(OptionalInt most) implements Step {}

    /**
     * Asks a query.
     *
     * @param rows how many rows are expected, or which; empty to leave that open
     */
    record Query(YamlScalar name, List<YamlNode> arguments, Optional<YamlNode> rows) implements Step {}

    /**
     * Expects facts of a kind.
     *
     * @param times how many; empty for at least one
     */
    record Expect(YamlEntry fact, boolean there, OptionalInt times) implements Step {}

    /** Expects rules to have fired so often, all in all. */
    record ExpectFired(Map<YamlScalar, Integer> rules) implements Step {}

    /** Expects a global to be so. */
    record ExpectGlobals(List<YamlEntry> globals) implements Step {}
}
