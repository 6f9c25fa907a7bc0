package org.demarche.report;

import java.util.List;
import org.demarche.check.Checks;
import org.demarche.source.Problem;
import org.demarche.source.Severity;
import org.demarche.source.SourceLocation;

/** Problems as workflow commands of GitHub Actions, which shows them beside the lines of a change. */
final class GithubReport {

    private GithubReport() {}

    /** @param notes whether to tell them too */
    static String text(Checks checks, boolean notes) {
        StringBuilder text = new StringBuilder();
        checks.problems().stream()
                .filter(each -> notes || each.severity() != Severity.NOTE)
                .forEach(each -> text.append(command(each)).append('\n'));
        return text + Ink.render(CheckReport.summary(checks), false) + "\n";
    }

    private static String command(Problem problem) {
        return "::" + word(problem.severity()) + " " + String.join(",", properties(problem)) + "::"
                + data((problem.message() + " " + problem.hint()).strip());
    }

    private static List<String> properties(Problem problem) {
        SourceLocation at = problem.at();
        String file = "file=" + property(at.file());
        String title = "title=" + property(problem.check());
        if (at.line() == 0) {
            return List.of(file, title);
        }
        return at.column() == 0
                ? List.of(file, "line=" + at.line(), title)
                : List.of(file, "line=" + at.line(), "col=" + at.column(), title);
    }

    private static String word(Severity severity) {
        return severity == Severity.NOTE ? "notice" : severity.word();
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
