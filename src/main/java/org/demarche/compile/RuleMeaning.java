package org.demarche.compile;

import java.util.List;
import java.util.Optional;
import org.demarche.rules.RuleCard;
import org.demarche.source.Problems;

/** What a text of rules says, wherever in the text it says it. */
public final class RuleMeaning {

    /** A name that places can be told by, so that they can be left out. */
    private static final String NAME = "\u0000";

    private RuleMeaning() {}

    /**
     * Everything that is read of the rules in a text but for places and spaces. Texts with the same meaning give the same.
     *
     * @param name the text's name in problems
     * @return empty when the text cannot be parsed, which is then among the problems; what else may be wrong with it is not looked at
     */
    public static Optional<List<String>> of(String name, String text, Problems problems) {
        if (DrlFile.parse(new SourceText(name, text), "", problems).isEmpty()) {
            return Optional.empty();
        }
        Problems ignored = new Problems();
        return DrlFile.parse(new SourceText(NAME, text), "", ignored)
                .map(file -> new RuleReader(file, DeclaredTypes.of(List.of(file), Classpath.NONE), ignored)
                        .readAll().stream().map(RuleMeaning::placeless).toList());
    }

    /** A card also has its tests as they are written, with whatever spaces are between their words. */
    private static String placeless(RuleCard card) {
        return card.toString().replaceAll(NAME + "(:\\d+)*|\\s+", "");
    }
}
