package org.demarche.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.demarche.Written;

/** A rule that dice made. */
record RandomRule(String id, List<Part> parts, String conclusion) {

    RandomRule {
        parts = List.copyOf(parts);
    }

    String drl() {
        return Written.rule(
                id, parts.stream().map(part -> "    " + part.drl()).collect(Collectors.joining("\n")), conclusion);
    }

    RandomRule named(String name) {
        return new RandomRule(name, parts, conclusion);
    }

    RandomRule with(int position, Part part) {
        List<Part> changed = new ArrayList<>(parts);
        changed.set(position, part);
        return new RandomRule(id, changed, conclusion);
    }
}
