package org.demarche.cases;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demarche.source.Problems;
import org.demarche.yaml.YamlEntry;
import org.demarche.yaml.YamlFields;
import org.demarche.yaml.YamlScalar;

/** Reads the declaration of an actor. */
record ActorReader(Problems problems) {

    private static final Map<String, String> KINDS =
            CaseKeys.ACTOR_KINDS.stream().collect(Collectors.toMap(Function.identity(), Function.identity()));

    Optional<Actor> read(YamlEntry entry) {
        YamlScalar id = entry.key();
        if (!Names.isKebab(id.value()) && !Names.isStateCode(id.value())) {
            problems.add(id.error("bad-id", "`" + id.value() + "` cannot be the id of an actor.")
                    .withHint("Write three capitals for a state (`PRK`), and small letters and hyphens for others."));
        }
        if (entry.isEmpty()) {
            return Optional.of(new Actor(id.value(), id.value(), "", ""));
        }
        if (entry.value() instanceof YamlScalar name) {
            problems.add(name.error("wrong-shape", "An actor has keys with values, and not only a name.")
                    .withHint("Write `" + id.value() + ": {name: " + name.value() + "}`."));
            return Optional.empty();
        }
        return YamlFields.of(entry.value(), "an actor", problems)
                .map(fields -> actor(id.value(), fields.allow(CaseKeys.ACTOR)));
    }

    private static Actor actor(String id, YamlFields fields) {
        return new Actor(
                id,
                fields.scalar("name").map(YamlScalar::value).orElse(id),
                fields.choice("kind", KINDS).orElse(""),
                fields.text("note"));
    }
}
