package org.demarche.check;

import java.util.List;
import org.demarche.cases.Claim;
import org.demarche.cases.Question;
import org.demarche.cases.Statement;
import org.demarche.rules.RuleCard;

/**
 * What carries a claim, and what does not.
 *
 * @param rules the rules that cite it, sorted by id
 * @param statements the facts and reports that cite it, also those under answers, in the order of the case
 * @param questions the questions that cite it, in the order of the case
 * @param expectations those that exercise it
 * @param gaps what is missing or must not be, as sentences; empty when all is well
 */
public record ClaimTrace(
        Claim claim,
        List<RuleCard> rules,
        List<Statement> statements,
        List<Question> questions,
        List<Expectation> expectations,
        List<String> gaps) {

    public ClaimTrace {
        rules = List.copyOf(rules);
        statements = List.copyOf(statements);
        questions = List.copyOf(questions);
        expectations = List.copyOf(expectations);
        gaps = List.copyOf(gaps);
    }
}
