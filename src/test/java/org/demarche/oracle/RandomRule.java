package org.demarche.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.demarche.Written;

/**
 * A rule that dice made.
 *
 * @param likelihood how likely it holds, in the words of a rule; {@code ""} for a strict rule
 */
record RandomRule(String id, List<Part> parts, String conclusion, String likelihood) {

    RandomRule {
        parts = List.copyOf(parts);
    }

    RandomRule(String id, List<Part> parts, String conclusion) {
        this(id, parts, conclusion, "");
    }

    String drl() {
        String rule = Written.rule(
                id, parts.stream().map(part -> "    " + part.drl()).collect(Collectors.joining("\n")), conclusion);
        return likelihood.isEmpty() ? rule : rule.replace(" @source", " @likelihood(\"" + likelihood + "\") @source");
    }

    RandomRule named(String name) {
        return new RandomRule(name, parts, conclusion, likelihood);
    }

    /** The same as a tendency. */
    RandomRule tending(String howLikely) {
        return new RandomRule(id, parts, conclusion, howLikely);
    }

    RandomRule with(int position, Part part) {
        List<Part> changed = new ArrayList<>(parts);
        changed.set(position, part);
        return new RandomRule(id, changed, conclusion, likelihood);
    }
}
