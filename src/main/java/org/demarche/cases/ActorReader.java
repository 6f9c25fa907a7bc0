package org.demarche.cases;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demarche.model.Report;
import org.demarche.source.Problems;
import org.demarche.yaml.YamlEntry;
import org.demarche.yaml.YamlFields;
import org.demarche.yaml.YamlScalar;

/**
 * Reads the declaration of an actor.
 *
 * @param actors the id of another actor that it names
 */
record ActorReader(Problems problems, Function<Optional<YamlScalar>, String> actors) {

    /** Of actors declared elsewhere than in a case, where nobody knows which others there are. */
    static ActorReader outsideOfCases(Problems problems) {
        return new ActorReader(problems, actor -> actor.map(YamlScalar::value).orElse(""));
    }

    private static final Map<String, String> KINDS =
            CaseKeys.ACTOR_KINDS.stream().collect(Collectors.toMap(Function.identity(), Function.identity()));

    Optional<Actor> read(YamlEntry entry) {
        YamlScalar id = entry.key();
        if (!Names.isKebab(id.value()) && !Names.isStateCode(id.value())) {
            problems.add(id.error("bad-id", "`" + id.value() + "` cannot be the id of an actor.")
                    .withHint("Write three capitals for a state (`PRK`), and small letters and hyphens for others."));
        }
        if (id.value().equals(Report.ANONYMOUS)) {
            problems.add(id.error("bad-id", "`anonymous` stands for whoever cannot be named, and for no actor.")
                    .withHint("Give the actor another id."));
        }
        if (entry.isEmpty()) {
            return Optional.of(Actor.named(id.value(), id.value()));
        }
        if (entry.value() instanceof YamlScalar name) {
            problems.add(name.error("wrong-shape", "An actor has keys with values, and not only a name.")
                    .withHint("Write `" + id.value() + ": {name: " + name.value() + "}`."));
            return Optional.empty();
        }
        return YamlFields.of(entry.value(), "an actor", problems)
                .map(fields -> actor(id.value(), fields.allow(CaseKeys.ACTOR)));
    }

    private Actor actor(String id, YamlFields fields) {
        return new Actor(
                id,
                fields.scalar("name").map(YamlScalar::value).orElse(id),
                fields.choice("kind", KINDS).orElse(""),
                actors.apply(fields.scalar("country")),
                actors.apply(fields.scalar("owner")),
                Defaults.grade(fields).reliability(),
                fields.text("note"));
    }
}
