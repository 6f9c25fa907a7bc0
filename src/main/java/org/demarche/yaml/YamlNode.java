package org.demarche.yaml;

import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;

/** A part of a text: a value, a list or a mapping. It knows its place. */
public sealed interface YamlNode permits YamlScalar, YamlSequence, YamlMapping {

    /** Where it begins. */
    SourceLocation at();

    /** The text it stands in. */
    YamlText text();

    /** A problem with it, with the text of its line. */
    default Problem error(String check, String message) {
        return text().error(check, at(), message);
    }
}
