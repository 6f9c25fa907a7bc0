package org.demarche.oracle;

import java.util.List;

/** The kinds of facts that random rules speak of, and the few terms under which they meet. */
enum Kind {
    CONDITION("Condition", "subject", "state", "about", List.of("ready", "weak")),
    RELATION("Relation", "actor", "relation", "other", List.of("near", "ally-of")),
    JUDGEMENT("Judgement", "subject", "finding", "about", List.of("a", "b", "c", "d")),
    MOVE("Move", "actor", "action", "target", List.of("strike", "wait"));

    final String type;
    final String first;
    final String term;
    final String third;
    final List<String> terms;

    Kind(String type, String first, String term, String third, List<String> terms) {
        this.type = type;
        this.first = first;
        this.term = term;
        this.third = third;
        this.terms = terms;
    }
}
