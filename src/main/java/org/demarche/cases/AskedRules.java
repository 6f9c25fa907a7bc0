package org.demarche.cases;

import java.util.Collection;
import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;

/**
 * A folder of rules that a case asks for.
 *
 * @param at where it does; the case's id for a case built in Java
 * @param line the text of the line it stands in
 */
public record AskedRules(String folder, SourceLocation at, String line) {

    /** That there is no such folder among these. */
    public Problem missing(Collection<String> there) {
        return Problem.error(
                        "unknown-rules",
                        at,
                        "The case asks for the rules in `" + folder
                                + "`, but among the loaded rules there is no such folder.")
                .withLine(line)
                .withHint(Suggestion.hint(folder, there));
    }
}
