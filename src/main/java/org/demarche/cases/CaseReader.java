package org.demarche.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.model.Kinds;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.yaml.YamlEntry;
import org.demarche.yaml.YamlMapping;
import org.demarche.yaml.YamlNode;
import org.demarche.yaml.YamlReader;
import org.demarche.yaml.YamlScalar;

/** Reads the files of a case as one. */
final class CaseReader {

    private final CaseText text;
    private final Optional<Vocabulary> vocabulary;
    private final Problems problems = new Problems();
    private final Kinds kinds;
    private Reading reading;

    /** @param vocabulary empty to leave terms and topics unchecked */
    CaseReader(CaseText text, Optional<Vocabulary> vocabulary) {
        this(text, vocabulary, Kinds.OURS);
    }

    CaseReader(CaseText text, Optional<Vocabulary> vocabulary, Kinds kinds) {
        this.text = text;
        this.vocabulary = vocabulary;
        this.kinds = kinds;
        this.reading = new Reading(problems, kinds);
    }

    /** The folders of rules the case asks for, as far as its files can be read; nothing else is looked at. */
    List<AskedRules> rules() {
        text.facts().forEach(root -> new CaseFileReader(reading).readRules(root));
        return List.copyOf(reading.draft.rules);
    }

    CaseFile read() {
        problems.addAll(text.problems());
        List<YamlNode> facts = text.facts();
        List<YamlNode> claims = text.claims();
        // Any of the files may say by which scale the others are read.
        facts.forEach(root -> new CaseFileReader(reading).readScale(root));
        facts.forEach(root -> new CaseFileReader(reading).read(root));
        claims.forEach(root -> new ClaimReader(reading).read(root));
        if (text.allUnderstood() && !facts.isEmpty()) {
            checkHeaders(facts);
            reading.checkSources(reading.draft.sources);
            reading.checkActors();
            reading.reports.finish();
            checkAmbiguity();
        }
        reading.draft.kinds = kinds;
        reading.draft.folder = text.folder().folder();
        reading.draft.lines = lines(facts, claims);
        CaseFile read = reading.draft.build();
        // A file that could not be read may declare what the others name.
        if (text.allUnderstood()) {
            new NameCheck(read, vocabulary, problems).run();
        }
        problems.throwIfErrors();
        return read;
    }

    /** @param sign why there is a session, a clause with its place; empty when it is asked for */
    SessionCase readForSession(Optional<Problem> sign) {
        SessionDraft session = new SessionDraft(sign);
        reading = new Reading(problems, kinds, Optional.of(session));
        CaseFile read = read();
        return session.build(read);
    }

    private void checkHeaders(List<YamlNode> roots) {
        List<YamlScalar> headers = roots.stream()
                .flatMap(root -> root instanceof YamlMapping mapping ? mapping.entry("case").stream() : Stream.empty())
                .map(YamlEntry::key)
                .toList();
        boolean readable = roots.stream().anyMatch(YamlMapping.class::isInstance);
        if (headers.isEmpty()
                && roots.stream().noneMatch(CaseFileReader::misspelt)
                && (readable || !problems.hasErrors())) {
            problems.add(Problem.error(
                            "no-case", SourceLocation.of(YamlReader.name(text.path())), "Nothing here says `case:`.")
                    .withHint("One file of a case begins with `case:` and the case's id."));
        }
        headers.stream()
                .skip(1)
                .forEach(second -> problems.add(second.error(
                                "two-cases",
                                "A case is already begun at " + headers.get(0).at() + "; a folder holds one case.")
                        .withHint("Move one of them to a folder of its own.")));
    }

    /** What can stand in the same place of a fact has to have a name of its own. */
    private void checkAmbiguity() {
        Set<String> questions =
                reading.draft.questions.stream().map(Question::id).collect(Collectors.toSet());
        reading.draft.actors.keySet().stream()
                .filter(questions::contains)
                .forEach(id -> ambiguous("question", id, "an actor of the case"));
        vocabulary.ifPresent(words -> {
            reading.draft.actors.keySet().forEach(id -> checkAmbiguity("actor", id, words));
            questions.forEach(id -> checkAmbiguity("question", id, words));
        });
    }

    private void checkAmbiguity(String what, String id, Vocabulary words) {
        words.term(id)
                .filter(term -> term.field().equals("topic") || term.field().equals("means"))
                .ifPresent(term -> ambiguous(what, id, "a term for `" + term.field() + "`"));
    }

    private void ambiguous(String what, String id, String other) {
        reading.declared
                .place(what, id)
                .ifPresent(place -> problems.add(place.error(
                                "ambiguous-id", "`" + id + "` is already " + other + ", so facts could mean either.")
                        .withHint("Give the " + what + " another id.")));
    }

    private static Lines lines(List<YamlNode> facts, List<YamlNode> claims) {
        Map<String, List<String>> byFile = new HashMap<>();
        List<YamlNode> roots = new ArrayList<>(facts);
        roots.addAll(claims);
        roots.forEach(root -> byFile.put(root.text().file(), root.text().lines()));
        return new Lines(Map.copyOf(byFile));
    }
}
