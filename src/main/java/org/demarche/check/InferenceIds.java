package org.demarche.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Statement;
import org.demarche.cases.Term;
import org.demarche.cases.Vocabulary;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;

/** Reads ids of inferences back as facts. */
final class InferenceIds {

    private static final String SHAPE =
            "An id is an actor, an action or a finding, and what it is about: `PRK.lean-on.CHN`, `kim-jong-un.vulnerable`.";

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"(?=\\.|$)|[^.]*");

    private final CaseFile caseFile;
    private final Vocabulary vocabulary;

    InferenceIds(CaseFile caseFile, Vocabulary vocabulary) {
        this.caseFile = caseFile;
        this.vocabulary = vocabulary;
    }

    /** What the id stands for; empty, after adding problems, when a word of it is not known where it stands. */
    Optional<Fact> check(String id, SourceLocation at, Collection<Problem> problems) {
        Optional<Fact> fact = read(id);
        List<Problem> wrong = fact.map(each -> unknownWords(each, at)).orElseGet(() -> List.of(noInference(id, at)));
        problems.addAll(wrong);
        return wrong.isEmpty() ? fact : Optional.empty();
    }

    /** What the id stands for by its shape and its term; empty when it can be no inference. */
    Optional<Fact> read(String id) {
        List<String> words = words(id);
        Optional<FactType> named = caseFile.kinds().keyed(words.get(0)).filter(FactType::concluded);
        return named.isPresent()
                ? create(named.get(), words.subList(1, words.size()))
                : term(words).flatMap(term -> ofField(term.field())).flatMap(type -> create(type, words));
    }

    private static Optional<Fact> create(FactType type, List<String> words) {
        int fields = type.fields().size();
        if (words.size() > fields || words.size() < fields - type.optionalValues() || words.contains("")) {
            return Optional.empty();
        }
        if (type.isDeclared()) {
            List<String> values = IntStream.range(0, fields)
                    .boxed()
                    .flatMap(i -> type.fields().get(i).word(words.get(i)).stream())
                    .toList();
            return values.size() == fields ? type.possible(values) : Optional.empty();
        }
        List<String> values = new ArrayList<>(words);
        values.addAll(Collections.nCopies(fields - words.size(), ""));
        return Optional.of(type.create(values));
    }

    /** As if the case stated the fact: its own check of names knows what may stand where. */
    private List<Problem> unknownWords(Fact fact, SourceLocation at) {
        return caseFile.with(Statement.of(fact).withAt(at)).check(vocabulary).stream()
                .filter(problem -> problem.at().equals(at))
                .toList();
    }

    private Problem noInference(String id, SourceLocation at) {
        List<String> words = words(id);
        Optional<Term> term = term(words);
        boolean shape = words.size() < 2
                || term.flatMap(each -> ofField(each.field())).isPresent()
                || caseFile.kinds().keyed(words.get(0)).isPresent();
        if (shape) {
            return Problem.error("unknown-inference", at, "`" + id + "` is not the id of an inference.")
                    .withHint(shape(words.get(0)));
        }
        Optional<String> declared = declared(id, words);
        if (declared.isPresent()) {
            return Problem.error(
                            "unknown-inference",
                            at,
                            "No rule concludes a `" + words.get(0) + "`, and no file declares it.")
                    .withHint("Maybe `" + declared.get() + "`?");
        }
        String wrong = words.get(1);
        Set<String> known = new TreeSet<>(vocabulary.ids("action"));
        known.addAll(vocabulary.ids("finding"));
        String message = term.map(each ->
                        "`" + wrong + "` is a term for `" + each.field() + "`; rules conclude an action or a finding.")
                .orElse("The vocabulary has no action or finding `" + wrong + "`.");
        return Problem.error("unknown-term", at, message).withHint(Suggestion.hint(wrong, known));
    }

    /** The id under the name of a declared kind that is meant; empty where the first word is known, or near to none. */
    private Optional<String> declared(String id, List<String> words) {
        String wrong = words.get(0);
        if (caseFile.actors().containsKey(wrong) || term(words).isPresent()) {
            return Optional.empty();
        }
        List<String> kinds = caseFile.kinds().declared().stream()
                .filter(FactType::concluded)
                .filter(type -> type.fields().size() == words.size() - 1)
                .map(FactType::typeName)
                .toList();
        return Suggestion.nearest(wrong, kinds).map(kind -> kind + id.substring(wrong.length()));
    }

    private String shape(String kind) {
        return caseFile.kinds()
                .keyed(kind)
                .filter(FactType::isDeclared)
                .map(type -> type.concluded()
                        ? "A fact that a file declares is written with its values: `" + type.typeName() + "."
                                + String.join(".", type.fieldNames()) + "`; put quotes around one with other signs"
                                + " than letters, digits, `_`, `+` and `-`."
                        : "No rule concludes a `" + type.typeName() + "`.")
                .orElse(SHAPE);
    }

    /** The words of an id; a value of a declared fact may stand in quotes. */
    private static List<String> words(String id) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(id);
        int at = 0;
        while (word.find(at) && word.start() == at) {
            words.add(word.group(1) == null ? word.group() : word.group(1));
            if (word.end() == id.length() || id.charAt(word.end()) != '.') {
                break;
            }
            at = word.end() + 1;
        }
        return words;
    }

    private Optional<Term> term(List<String> words) {
        return words.size() < 2 ? Optional.empty() : vocabulary.term(words.get(1));
    }

    private static Optional<FactType> ofField(String field) {
        return switch (field) {
            case "action" -> Optional.of(FactType.MOVE);
            case "finding" -> Optional.of(FactType.JUDGEMENT);
            default -> Optional.empty();
        };
    }
}
