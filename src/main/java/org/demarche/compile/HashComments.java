package org.demarche.compile;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.source.Problem;

/** Comments that begin with {@code #}, as in facts: Drools has none, and would read what they say as rules. */
final class HashComments {

    /** Without a blank before it, it may be a cast: {@code this#Ship}. */
    private static final Pattern COMMENT = Pattern.compile("(?m)(?:^|(?<=\\s))#.*$");

    private HashComments() {}

    /** One problem for all of them. */
    static Optional<Problem> first(SourceText source) {
        Matcher comment = COMMENT.matcher(source.code());
        if (!comment.find()) {
            return Optional.empty();
        }
        int at = comment.start();
        int more = (int) comment.results().count();
        return Optional.of(source.error(
                "drl-syntax",
                source.at(at),
                "`#` begins no comment in a rule file"
                        + (more == 0 ? "." : ", here and " + more + " more time" + (more == 1 ? "." : "s.")),
                "A comment begins with `//`."));
    }

    /** The text with blanks for them, in which whatever else is wrong can be found. */
    static SourceText without(SourceText source) {
        StringBuilder text = new StringBuilder(source.text());
        COMMENT.matcher(source.code())
                .results()
                .forEach(each -> text.replace(each.start(), each.end(), " ".repeat(each.end() - each.start())));
        return new SourceText(source.file(), text.toString());
    }

    /** Problems found in the text without them, each with its line as it is written. */
    static List<Problem> shownIn(SourceText source, List<Problem> problems) {
        return problems.stream()
                .map(each -> each.line().isEmpty()
                        ? each
                        : each.withLine(source.line(each.at().line())))
                .toList();
    }
}
