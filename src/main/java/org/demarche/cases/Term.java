package org.demarche.cases;

import java.util.List;
import org.demarche.source.SourceLocation;

/**
 * A word of the vocabulary under its field. What is not given is {@code ""}.
 *
 * @param field the field it stands under, {@code aim}
 * @param text the phrase for sentences, with {@code {target}} for names and {@code [ … ]} around what needs one
 * @param past the phrase for an action that has happened
 * @param plural the phrase for a subject in the plural
 * @param plover its code in PLOVER
 * @param cameo its code in CAMEO
 * @param excludes terms of the same field that cannot hold together with it
 */
public record Term(
        String field,
        String id,
        String text,
        String past,
        String plural,
        String plover,
        String cameo,
        List<String> excludes,
        String note,
        SourceLocation at) {

    public Term {
        excludes = List.copyOf(excludes);
    }
}
