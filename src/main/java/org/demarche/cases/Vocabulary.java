package org.demarche.cases;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.source.LoadException;
import org.demarche.source.Problems;
import org.demarche.yaml.YamlReader;

/** The terms that facts and rules may use, each under one field. */
public final class Vocabulary {

    /** Has no terms. */
    public static final Vocabulary EMPTY = new Vocabulary(Map.of());

    private final Map<String, Term> terms;

    /** A vocabulary of these terms, in this order. */
    public static Vocabulary of(Collection<Term> terms) {
        Map<String, Term> byId = new LinkedHashMap<>();
        terms.forEach(term -> byId.put(term.id(), term));
        return new Vocabulary(byId);
    }

    Vocabulary(Map<String, Term> terms) {
        this.terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    }

    /**
     * The vocabulary in a file.
     *
     * @throws LoadException with all that is wrong with it
     */
    public static Vocabulary read(Path file) {
        Problems problems = new Problems();
        Vocabulary vocabulary = VocabularyReader.read(file, problems);
        problems.throwIfErrors();
        return vocabulary;
    }

    /**
     * The vocabulary in a text.
     *
     * @param file the name of the text in problems
     * @throws LoadException with all that is wrong with it
     */
    public static Vocabulary read(Path file, String text) {
        Problems problems = new Problems();
        Vocabulary vocabulary = VocabularyReader.read(YamlReader.read(YamlReader.name(file), text, problems), problems);
        problems.throwIfErrors();
        return vocabulary;
    }

    /** The fields that terms stand under, sorted. */
    public static Set<String> fields() {
        return VocabularyReader.fields();
    }

    /** The term under this field, if the vocabulary has it there. */
    public Optional<Term> term(String field, String id) {
        return term(id).filter(term -> term.field().equals(field));
    }

    /** The term under whichever field. */
    public Optional<Term> term(String id) {
        return Optional.ofNullable(terms.get(id));
    }

    /** All terms in the order of the file. */
    public Collection<Term> terms() {
        return terms.values();
    }

    /** The ids of the terms under a field, in the order of the file; empty for an unknown field. */
    public Set<String> ids(String field) {
        return terms.values().stream()
                .filter(term -> term.field().equals(field))
                .map(Term::id)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
