package org.demarche.operational;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * What a plain session came to.
 *
 * @param firings how often rules fired, all together
 * @param fired how long that took, with the matching of conditions
 * @param rules every rule, sorted by place, with how often it fired
 * @param facts what is in the session at the end, by kind, sorted; each kind in the order in which its facts came
 * @param queries what was asked, in order
 * @param globals what the globals are at the end, sorted by name
 * @param expectations what was expected, in order
 * @param log every firing in order; empty when none was asked for
 */
public record SessionResult(
        int firings,
        Duration fired,
        List<RuleCount> rules,
        Map<String, List<Shown>> facts,
        List<Answers> queries,
        Map<String, @Nullable Object> globals,
        List<Expected> expectations,
        List<Firing> log) {

    public SessionResult {
        rules = List.copyOf(rules);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        queries = List.copyOf(queries);
        globals = Collections.unmodifiableMap(new LinkedHashMap<>(globals));
        expectations = List.copyOf(expectations);
        log = List.copyOf(log);
    }

    /** How often a rule fired. */
    public record RuleCount(String rule, SourceLocation at, int firings) {}

    /**
     * What a query answered.
     *
     * @param asked the query as it was asked, {@code isContainedIn("Key", "Office")}
     * @param columns the names of what it tells
     * @param rows a value for each column; null, plain, or shown
     */
    public record Answers(String asked, List<String> columns, List<List<@Nullable Object>> rows) {}

    /** An expectation, with what is wrong where it was not met. */
    public record Expected(String what, SourceLocation at, java.util.Optional<Problem> unmet) {}

    /** What was expected in vain. */
    public List<Problem> unmet() {
        return expectations.stream().flatMap(each -> each.unmet().stream()).toList();
    }
}
