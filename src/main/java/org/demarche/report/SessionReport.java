package org.demarche.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.demarche.Assessment;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Statement;
import org.demarche.model.Fact;
import org.jspecify.annotations.Nullable;

/** What a session lists: what is stated, which rules there are, what can be typed. */
final class SessionReport {

    private SessionReport() {}

    /** The facts on the case's day with the sentence of each; what a session added or took away is marked. */
    static String stated(CaseFile file, Assessment now, Page page) {
        Words words = new Words(now);
        Set<Fact> before = facts(file.statements());
        Set<Fact> after = facts(now.caseFile().statementsAt());
        Set<Fact> all = new LinkedHashSet<>(after);
        all.addAll(facts(file.statements().stream()
                .filter(each -> !facts(now.caseFile().statements()).contains(each.fact()))
                .toList()));
        Map<String, String> lines = new TreeMap<>();
        Map<String, String> marks = new HashMap<>();
        all.forEach(fact -> {
            lines.put(fact.id(), words.sentence(fact));
            marks.put(fact.id(), !after.contains(fact) ? "- " : before.contains(fact) ? "  " : "+ ");
        });
        Map<String, String> marked = new LinkedHashMap<>();
        lines.forEach((id, sentence) -> marked.put(marks.getOrDefault(id, "") + id, sentence));
        return all.isEmpty() ? "Nothing is stated outright.\n" : glossary(marked, page);
    }

    static String rules(Assessment now, Page page) {
        Map<String, String> titles = new LinkedHashMap<>();
        now.rulebase().cards().forEach((id, card) -> titles.put(id, card.title()));
        return glossary(titles, page);
    }

    /** A list of words with what each of them stands for. */
    static String glossary(Map<String, String> meanings, Page page) {
        int widest = Paper.widest(List.copyOf(meanings.keySet()));
        Paper paper = new Paper(page);
        meanings.forEach((word, meaning) -> paper.item(0, word, widest, meaning));
        return paper.print();
    }

    static Map<String, @Nullable Object> json(String key, Object value) {
        Map<String, @Nullable Object> document = Json.document();
        document.put(key, value);
        return document;
    }

    private static Set<Fact> facts(List<Statement> statements) {
        Set<Fact> facts = new LinkedHashSet<>();
        statements.forEach(each -> facts.add(each.fact()));
        return facts;
    }
}
