package org.demarche.report;

import java.util.List;
import org.demarche.report.TestCases.TestCase;

/** A test run in the Test Anything Protocol, version 14. */
final class TapText {

    private TapText() {}

    static String of(TestRun run) {
        List<TestCase> tests =
                TestCases.of(run).values().stream().flatMap(List::stream).toList();
        StringBuilder text = new StringBuilder("TAP version 14\n1.." + tests.size() + "\n");
        for (int i = 0; i < tests.size(); i++) {
            TestCase test = tests.get(i);
            text.append(test.passed() ? "ok " : "not ok ")
                    .append(i + 1)
                    .append(" - ")
                    .append(escaped(test.name()));
            text.append('\n');
            if (!test.passed()) {
                text.append(diagnosis(test));
            }
        }
        return text.toString();
    }

    /** A block of YAML; JSON is YAML. */
    private static String diagnosis(TestCase test) {
        return "  ---\n  message: " + Json.line(String.join(" ", test.failures()))
                + (test.at().file().isEmpty()
                        ? ""
                        : "\n  at: {file: " + Json.line(test.at().file()) + ", line: "
                                + test.at().line() + "}")
                + "\n  ...\n";
    }

    /** A {@code #} would begin a directive. */
    private static String escaped(String name) {
        return name.replaceAll("\\s+", " ").replace("\\", "\\\\").replace("#", "\\#");
    }
}
