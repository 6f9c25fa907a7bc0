package org.demarche.check;

import java.util.ArrayList;
import java.util.List;
import org.demarche.cases.CaseFile;

/** Says an expectation as a short sentence. */
final class ExpectationName {

    private final Expectation expectation;
    private final CaseFile caseFile;
    private final StringBuilder name;

    private ExpectationName(Expectation expectation, CaseFile caseFile) {
        this.expectation = expectation;
        this.caseFile = caseFile;
        this.name = new StringBuilder(expectation.id()).append(' ').append(verb());
    }

    /** {@code PRK.lean-on.CHN is robust by lean-on-patron, given that it only wants time (prk-aim = no-concessions)}. */
    static String of(Expectation expectation, CaseFile caseFile) {
        return new ExpectationName(expectation, caseFile).write();
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
            parts.add(given());
        }
        if (!expectation.without().isEmpty()) {
            parts.add("without " + Words.and(expectation.without()));
        }
        if (!expectation.drop().isEmpty()) {
            parts.add("if the case did not state " + Words.or(expectation.drop()));
        }
        if (!expectation.add().isEmpty()) {
            parts.add("if the case stated " + Words.and(expectation.add()));
        }
        expectation.asOf().ifPresent(date -> parts.add("as of " + date));
        return parts;
    }

    private String given() {
        boolean clause = expectation.given().entrySet().stream()
                .limit(1)
                .noneMatch(first ->
                        Words.says(first.getKey(), first.getValue(), caseFile).isEmpty());
        return (clause ? "given that " : "given ") + Words.answers(expectation.given(), caseFile);
    }
}
