package org.demarche.lint;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Statement;
import org.demarche.cases.Vocabulary;
import org.demarche.compile.Rulebase;
import org.demarche.model.Fact;
import org.demarche.rules.RuleCard;

/**
 * What is looked at.
 *
 * @param cases every case that could be assessed, on its own day
 */
record Examined(Rulebase rulebase, List<Assessment> cases) {

    Examined {
        cases = List.copyOf(cases);
    }

    Collection<RuleCard> rules() {
        return rulebase.cards().values();
    }

    Vocabulary vocabulary() {
        return rulebase.vocabulary();
    }

    /** The rules that some case uses, by id. */
    Map<String, RuleCard> used() {
        Map<String, RuleCard> used = new TreeMap<>();
        cases.forEach(each -> used.putAll(each.rulebase().cards()));
        return used;
    }

    /** Everything that a case states on any day, also under answers. */
    static Stream<Statement> statements(CaseFile file) {
        return Stream.concat(
                file.statements().stream(),
                file.questions().stream()
                        .flatMap(question -> question.answers().stream())
                        .flatMap(answer -> answer.facts().stream()));
    }

    /** Everything that any case states on any day. */
    Set<Fact> stated() {
        return cases.stream()
                .flatMap(each -> statements(each.caseFile()))
                .map(Statement::fact)
                .collect(Collectors.toSet());
    }
}
