package org.demarche.check;

import java.util.ArrayList;
import java.util.List;

/** Says an expectation as a short sentence. */
final class ExpectationName {

    private final Expectation expectation;
    private final StringBuilder name;

    private ExpectationName(Expectation expectation) {
        this.expectation = expectation;
        this.name = new StringBuilder(expectation.id()).append(' ').append(verb());
    }

    /** {@code PRK.lean-on.CHN is robust by lean-on-patron, given prk-aim = no-concessions}. */
    static String of(Expectation expectation) {
        return new ExpectationName(expectation).write();
    }

    private String write() {
        expectation.scenarios().ifPresent(count -> name.append(" in ").append(Words.scenarios(count)));
        expectation.by().ifPresent(rule -> name.append(" by ").append(rule));
        String before = expectation.by().isPresent() || expectation.scenarios().isPresent() ? ", " : " ";
        String rest = String.join(", ", details());
        return rest.isEmpty() ? name.toString() : name + before + rest;
    }

    private String verb() {
        if (!expectation.expected()) {
            return "holds in no scenario";
        }
        return expectation
                .status()
                .map(status -> "is " + status.word())
                .orElse(expectation.scenarios().isPresent() ? "holds" : "holds in some scenario");
    }

    private List<String> details() {
        List<String> parts = new ArrayList<>();
        if (!expectation.turnsOn().isEmpty()) {
            parts.add("turning on " + Words.and(expectation.turnsOn()));
        }
        if (!expectation.notOn().isEmpty()) {
            parts.add("not turning on " + Words.or(expectation.notOn()));
        }
        if (!expectation.given().isEmpty()) {
            parts.add("given " + Words.answers(expectation.given()));
        }
        if (!expectation.without().isEmpty()) {
            parts.add("without " + Words.and(expectation.without()));
        }
        expectation.asOf().ifPresent(date -> parts.add("as of " + date));
        return parts;
    }
}
