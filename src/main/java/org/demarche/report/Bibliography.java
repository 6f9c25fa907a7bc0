package org.demarche.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.cases.Source;
import org.demarche.source.Citation;

/** Cites sources by their ids, as files do, and says at the end what they are. Remembers what was cited. Not thread-safe. */
final class Bibliography {

    private final Assessment assessment;
    private final Map<String, Source> cited = new TreeMap<>();

    Bibliography(Assessment assessment) {
        this.assessment = assessment;
    }

    /** {@code varna-navy-2030 p. 14, p. 16; strait-yearbook-2031}. */
    String cite(List<Citation> citations) {
        Map<String, String> places = new LinkedHashMap<>();
        for (Citation citation : citations) {
            source(citation.source()).ifPresent(source -> cited.put(source.id(), source));
            places.merge(citation.source(), place(citation), (first, next) -> first + ", " + next);
        }
        return places.entrySet().stream()
                .map(each -> (each.getKey() + " " + each.getValue()).strip())
                .collect(Collectors.joining("; "));
    }

    /** A number stays on the line of what it counts. */
    private static String place(Citation citation) {
        return citation.locator().replaceAll("(\\w+\\.) (?=\\d)", "$1" + Paper.TOGETHER);
    }

    /** The source as the case or the rules describe it. */
    Optional<Source> source(String id) {
        return Optional.ofNullable(assessment.caseFile().sources().get(id))
                .or(() -> Optional.ofNullable(assessment.rulebase().sources().get(id)));
    }

    /** Lists what was cited. */
    void print(Paper paper) {
        if (cited.isEmpty()) {
            return;
        }
        paper.blank().heading("Sources");
        int width = Paper.widest(List.copyOf(cited.keySet()));
        cited.values().forEach(source -> paper.item(2, Ink.QUIET.on(source.id()), width, describe(source)));
    }

    private static String describe(Source source) {
        return Stream.of(source.author(), source.title(), source.publisher(), source.date())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
