package org.demarche.compile;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.cases.Vocabulary;
import org.demarche.model.Kinds;
import org.demarche.rules.RuleCard;
import org.demarche.source.Problems;

/** Reads and checks all rules of some files. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class RuleCards {

    private final Vocabulary vocabulary;
    private final RuleSources sources;
    private final boolean termsKnown;
    private final Classpath classpath;
    private final Problems problems;
    private DeclaredTypes types = DeclaredTypes.NONE;

    /** The rules by id, sorted. */
    Map<String, RuleCard> read(List<Path> files) {
        Map<String, RuleCard> cards = new TreeMap<>();
        List<DrlFile> read = files.stream()
                .flatMap(path -> DrlFile.read(path, problems).stream())
                .toList();
        types = DeclaredTypes.of(read, classpath);
        read.forEach(file -> read(file, cards));
        return Collections.unmodifiableMap(cards);
    }

    /** The kinds of facts that there are in the files that have been read. */
    Kinds kinds() {
        return types.kinds();
    }

    private void read(DrlFile file, Map<String, RuleCard> cards) {
        TermChecks terms = new TermChecks(file.source(), vocabulary, sources, problems);
        for (RuleCard card : new RuleReader(file, types, problems).readAll()) {
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
