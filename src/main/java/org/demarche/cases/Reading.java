package org.demarche.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.model.Kinds;
import org.demarche.model.LikelihoodScale;
import org.demarche.source.Citation;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.yaml.YamlScalar;

/** What is shared while the files of one case are read: names are looked up only when all of them are known. */
final class Reading {

    final CaseDraft draft = new CaseDraft();
    final Problems problems;
    final Kinds kinds;
    final Declared declared;
    /** What only a plain session understands; empty while a case for reasoning is read. */
    final Optional<SessionDraft> session;

    /** What reports refer to. */
    final Reports reports = new Reports(this);

    /** The scales whose phrases are understood: one, or all of them where the case names none that there is. */
    List<LikelihoodScale> scales = List.of(LikelihoodScale.ICD_203);

    /** What is stated outright so far, and where. */
    final Map<Statement, SourceLocation> stated = new HashMap<>();

    private final List<YamlScalar> sourcesUsed = new ArrayList<>();
    private final List<YamlScalar> actorsUsed = new ArrayList<>();

    Reading(Problems problems, Kinds kinds) {
        this(problems, kinds, Optional.empty());
    }

    Reading(Problems problems, Kinds kinds, Optional<SessionDraft> session) {
        this.problems = problems;
        this.kinds = kinds;
        this.session = session;
        this.declared = new Declared(problems);
    }

    /** Why the case is run in a plain session. */
    Optional<String> plain() {
        return session.map(SessionDraft::because);
    }

    /** The citations in a value; whether their sources are declared is seen later. */
    List<Citation> citations(YamlScalar value) {
        List<Citation> citations = Citation.parse(value.value());
        if (citations.isEmpty() || citations.get(0).source().isEmpty()) {
            problems.add(
                    value.error("unknown-source", "`" + value.value() + "` does not begin with the id of a source.")
                            .withHint("Write the id, which has a hyphen, then the place: `varna-navy-2030 p. 14`."));
            return List.of();
        }
        citations.stream().map(Citation::source).distinct().map(value::part).forEach(sourcesUsed::add);
        return citations;
    }

    /** The id of an actor; whether it is declared is seen later. {@code ""} when there is none. */
    String actor(Optional<YamlScalar> id) {
        id.ifPresent(actorsUsed::add);
        return id.map(YamlScalar::value).orElse("");
    }

    /** Tells of the actors to whom something belongs, or in whose country it sits, and who are not declared. */
    void checkActors() {
        actorsUsed.stream()
                .filter(id -> !draft.actors.containsKey(id.value()))
                .forEach(id -> problems.add(id.error("unknown-actor", "No actor is declared as `" + id.value() + "`.")
                        .withHint(Hints.nearest(
                                id.value(), draft.actors.keySet(), "An actor is declared under `actors:`."))));
    }

    /** Tells of the sources that are cited and not declared. */
    void checkSources(Map<String, Source> sources) {
        sourcesUsed.stream()
                .filter(id -> !sources.containsKey(id.value()))
                .forEach(id -> problems.add(id.error(
                                "unknown-source",
                                "The case declares no source `" + id.value()
                                        + "`: add it under `sources:`, also when `sources.yaml` of the rules has it.")
                        .withHint(Hints.nearest(id.value(), sources.keySet(), ""))));
    }
}
