package org.demarche.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.source.Problems;
import org.demarche.yaml.YamlEntry;

/** Declarations of actors that stand elsewhere than in a case. */
public final class Actors {

    private Actors() {}

    /** The actors that are declared, by id, in their order. Problems are added. */
    public static Map<String, Actor> of(List<YamlEntry> entries, Problems problems) {
        ActorReader reader = ActorReader.outsideOfCases(problems);
        Map<String, Actor> actors = new LinkedHashMap<>();
        entries.forEach(entry -> reader.read(entry).ifPresent(actor -> actors.put(actor.id(), actor)));
        return Collections.unmodifiableMap(actors);
    }
}
