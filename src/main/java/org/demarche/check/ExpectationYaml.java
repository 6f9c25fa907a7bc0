package org.demarche.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes expectations as they stand in files. */
public final class ExpectationYaml {

    private ExpectationYaml() {}

    /** One line: {@code - {expect: VAR.quarantine.KES, status: contingent, scenarios: 1}}. */
    public static String of(Expectation expectation) {
        List<String> parts = new ArrayList<>();
        parts.add((expectation.expected() ? "expect: " : "expect-not: ") + expectation.id());
        expectation.status().ifPresent(status -> parts.add("status: " + status.word()));
        expectation.scenarios().ifPresent(count -> parts.add("scenarios: " + count));
        if (!expectation.given().isEmpty()) {
            parts.add("given: "
                    + expectation.given().entrySet().stream()
                            .map(each -> each.getKey() + ": " + each.getValue())
                            .collect(Collectors.joining(", ", "{", "}")));
        }
        expectation.asOf().ifPresent(day -> parts.add("as-of: " + day));
        if (!expectation.without().isEmpty()) {
            parts.add("without: [" + String.join(", ", expectation.without()) + "]");
        }
        if (!expectation.drop().isEmpty()) {
            parts.add("drop: [" + String.join(", ", expectation.drop()) + "]");
        }
        expectation.by().ifPresent(rule -> parts.add("by: " + rule));
        return "- {" + String.join(", ", parts) + "}";
    }
}
