package org.demarche.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a claim lacks for its kind. */
final class ClaimGaps {

    private final ClaimTrace trace;
    private final List<String> gaps = new ArrayList<>();

    private ClaimGaps(ClaimTrace trace) {
        this.trace = trace;
    }

    static List<String> of(ClaimTrace trace) {
        return new ClaimGaps(trace).find();
    }

    private List<String> find() {
        switch (trace.claim().kind()) {
            case RULE -> {
                needs(trace.rules(), "No rule cites it.");
                needs(trace.expectations(), "No expectation exercises it.");
            }
            case FACT -> needs(trace.statements(), "No fact cites it.");
            case REPORT -> needs(trace.statements(), "No report or fact cites it.");
            case QUESTION -> needs(trace.questions(), "No question cites it.");
            case THESIS -> {
                checkUncited();
                needs(trace.expectations(), "No expectation shows that it comes out by itself.");
            }
        }
        return gaps;
    }

    private void needs(List<?> carriers, String otherwise) {
        if (carriers.isEmpty()) {
            gaps.add(otherwise);
        }
    }

    private void checkUncited() {
        String citing = Stream.of(
                        trace.rules().stream().map(each -> "the rule `" + each.id() + "`"),
                        trace.statements().stream()
                                .map(each -> "the fact `" + each.fact().id() + "`"),
                        trace.questions().stream().map(each -> "the question `" + each.id() + "`"))
                .flatMap(each -> each)
                .collect(Collectors.joining(", "));
        if (!citing.isEmpty()) {
            gaps.add("It is a thesis, which has to come out by itself, and yet it is cited by " + citing + ".");
        }
    }
}
