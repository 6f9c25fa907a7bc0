package org.demarche.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.Assessment;

/**
 * One of two assessments that are compared.
 *
 * @param rules where its rules were read from
 */
public record Compared(Assessment assessment, List<String> rules) {

    public Compared {
        rules = List.copyOf(rules);
    }

    /** The answers that were given, by question. */
    Map<String, String> given() {
        Map<String, String> given = new TreeMap<>();
        assessment.worlds().given().forEach(choice -> given.put(choice.question(), choice.answer()));
        return given;
    }
}
