package org.demarche.cases;

import org.demarche.yaml.YamlNode;

/** What a case for a plain session states, in the order of its files and lines. */
public sealed interface Given {

    /** A fact of ours, with who says so. */
    record Stated(Statement statement) implements Given {}

    /**
     * A fact of another type as it is written, {@code {Golfer: {name: Fred}}}: what that means, only the rules know.
     *
     * @param node the kind and its values, or a single value
     */
    record Written(YamlNode node) implements Given {}
}
