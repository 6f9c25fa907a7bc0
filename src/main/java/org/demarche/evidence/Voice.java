package org.demarche.evidence;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.demarche.cases.Actor;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Grade;
import org.demarche.cases.Source;
import org.demarche.source.Citation;

/**
 * A piece of evidence and who stands behind it. What comes from one origin counts once, however often it is repeated.
 *
 * @param origin whoever says it in the first place, or the one to whom that belongs: the papers of one government are one voice, and so
 *     are all who are not named
 */
public record Voice(String origin, Grade grade) {

    /** Of somebody who says something. */
    static Voice of(String origin, Grade grade, CaseFile file) {
        Set<String> passed = new HashSet<>();
        String voice = origin;
        for (String owner = owner(voice, file); !owner.isEmpty() && passed.add(voice); owner = owner(voice, file)) {
            voice = owner;
        }
        return new Voice(voice, grade);
    }

    private static String owner(String id, CaseFile file) {
        return Optional.ofNullable(file.actors().get(id))
                .map(Actor::owner)
                .or(() -> Optional.ofNullable(file.sources().get(id)).map(Source::owner))
                .orElse("");
    }

    /** Of a source that is cited for a fact; its reliability is that of the source where the statement gives none. */
    static Voice of(Citation citation, Grade grade, CaseFile file) {
        String reliability = Optional.ofNullable(file.sources().get(citation.source()))
                .map(Source::reliability)
                .orElse("");
        return of(citation.source(), grade.or(new Grade(reliability, "")), file);
    }

    Strength strength() {
        return Strength.of(grade);
    }
}
