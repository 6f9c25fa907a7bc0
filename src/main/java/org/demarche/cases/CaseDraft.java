package org.demarche.cases;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.model.Kinds;
import org.demarche.model.LikelihoodScale;
import org.demarche.source.SourceLocation;

/** A case while its parts are put together. */
final class CaseDraft {

    String id = "";
    String title = "";
    Optional<LocalDate> asOf = Optional.empty();
    LikelihoodScale scale = LikelihoodScale.ICD_203;
    Optional<Path> folder = Optional.empty();
    Lines lines = Lines.NONE;
    Kinds kinds = Kinds.OURS;
    Optional<SourceLocation> idAt = Optional.empty();
    final List<AskedRules> rules = new ArrayList<>();
    final Map<String, Source> sources = new LinkedHashMap<>();
    final Map<String, Actor> actors = new LinkedHashMap<>();
    final List<Statement> statements = new ArrayList<>();
    final List<Question> questions = new ArrayList<>();
    final List<Claim> claims = new ArrayList<>();
    final List<Mention> mentions = new ArrayList<>();

    CaseFile build() {
        return new CaseFile(
                id,
                title,
                asOf,
                scale,
                List.copyOf(rules),
                idAt.orElseGet(() -> SourceLocation.of(id)),
                Collections.unmodifiableMap(new LinkedHashMap<>(sources)),
                Collections.unmodifiableMap(new LinkedHashMap<>(actors)),
                List.copyOf(statements),
                List.copyOf(questions),
                List.copyOf(claims),
                folder,
                List.copyOf(mentions),
                lines,
                kinds);
    }
}
