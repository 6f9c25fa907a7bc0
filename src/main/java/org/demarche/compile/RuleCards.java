package org.demarche.compile;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.cases.Vocabulary;
import org.demarche.rules.RuleCard;
import org.demarche.source.Problems;

/** Reads and checks all rules of some files. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class RuleCards {

    private final Vocabulary vocabulary;
    private final RuleSources sources;
    private final boolean termsKnown;
    private final Problems problems;

    /** The rules by id, sorted. */
    Map<String, RuleCard> read(List<Path> files) {
        Map<String, RuleCard> cards = new TreeMap<>();
        for (Path path : files) {
            DrlFile.read(path, problems).ifPresent(file -> read(file, cards));
        }
        return Collections.unmodifiableMap(cards);
    }

    private void read(DrlFile file, Map<String, RuleCard> cards) {
        TermChecks terms = new TermChecks(file.source(), vocabulary, sources, problems);
        for (RuleCard card : new RuleReader(file, problems).readAll()) {
            if (termsKnown) {
                terms.check(card);
            }
            RuleCard other = cards.putIfAbsent(card.id(), card);
            if (other != null) {
                problems.add(file.source()
                        .error(
                                "duplicate-id",
                                card.at(),
                                "There are two rules `" + card.id() + "`; the other stands at " + other.at() + "."));
            }
        }
    }
}
