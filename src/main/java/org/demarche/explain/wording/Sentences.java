package org.demarche.explain.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.cases.Actor;
import org.demarche.cases.Answer;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.cases.Source;
import org.demarche.cases.Term;
import org.demarche.cases.Vocabulary;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.model.Report;
import org.jspecify.annotations.Nullable;

/** Says facts in the words of the vocabulary and with the names of the case. */
public final class Sentences {

    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, String> RATINGS =
            Map.of("CC", "very consistent", "C", "consistent", "I", "inconsistent", "II", "very inconsistent");

    private static final Set<String> SAID_OF_REPORTS = Set.of("origin", "question", "answer");

    /** Before a value that is a phrase already and no word to look up. */
    private static final String SAID = "\u0000";

    private final CaseFile caseFile;
    private final Vocabulary vocabulary;

    public Sentences(CaseFile caseFile, Vocabulary vocabulary) {
        this.caseFile = caseFile;
        this.vocabulary = vocabulary;
    }

    /** The fact as a sentence that begins with a capital and has no full stop. */
    public String sentence(Fact fact) {
        return capital(clause(fact));
    }

    /** The fact as a clause that can follow "that". */
    public String clause(Fact fact) {
        return clause(fact.type(), values(fact));
    }

    private static Map<String, String> values(Fact fact) {
        Map<String, String> values = new HashMap<>();
        fact.type().fieldNames().forEach(field -> values.put(field, fact.value(field)));
        return values;
    }

    /**
     * A clause from some of a fact's values.
     *
     * @param values by field; an absent one is {@code ""}, and of one that is missing nothing is known
     */
    String clause(FactType type, Map<String, String> values) {
        return clause(type, values, Set.of());
    }

    /** @param asked of a declared type, what is asked of further values: {@code points: at most 1.5} */
    String clause(FactType type, Map<String, String> values, Set<String> asked) {
        return switch (type.kind()) {
            case INTENTION -> name(values, "actor") + " wants to " + term(type, values);
            case CAPABILITY -> name(values, "actor") + " can " + term(type, values);
            case INTEREST -> name(values, "actor") + " wants " + term(type, values);
            case CONSTRAINT -> name(values, "actor") + " wants to avoid " + term(type, values);
            case RELATION -> name(values, "actor") + " " + term(type, values);
            case CONDITION, JUDGEMENT -> name(values, "subject") + " " + term(type, values);
            case EVENT -> name(values, "actor") + " " + term(type, values) + date(values);
            case MOVE -> name(values, "actor") + " will " + term(type, values);
            case REPORT -> report(values);
            case HYPOTHESIS -> hypothesis(values);
            case SOURCE -> source(values);
            case INDICATION -> indication(values);
            case SETTLED -> "it is settled that " + answer(values.get("question"), values.get("answer"));
            case IMPOSSIBLE -> "it cannot be: " + term(type, values);
            case DECLARED -> thing(type, values, asked);
        };
    }

    /** {@code Location (item: key, place: office)}, with what is known: nobody has said how such a fact is told in words. */
    private static String thing(FactType type, Map<String, String> values, Set<String> asked) {
        List<String> known = new ArrayList<>();
        type.fieldNames().stream()
                .filter(values::containsKey)
                .map(field -> field + ": " + values.getOrDefault(field, "").replace(SAID, ""))
                .forEach(known::add);
        known.addAll(asked);
        return type.typeName() + (known.isEmpty() ? "" : " (" + String.join(", ", known) + ")");
    }

    /** A value for {@link #clause(FactType, Map)} that is said as it stands. */
    static String said(String phrase) {
        return SAID + phrase;
    }

    /** The name people use: an actor's name, a question's wording, a term's phrase; the word itself when it is neither. */
    public String name(String word) {
        return Optional.ofNullable(caseFile.actors().get(word))
                .map(Actor::name)
                .or(() -> Optional.ofNullable(caseFile.sources().get(word)).map(Source::title))
                .or(() -> caseFile.question(word).map(question -> "the question “" + question.ask() + "”"))
                .or(() -> vocabulary.term(word).map(this::thing))
                .orElse(word.equals(Report.ANONYMOUS) ? "an anonymous source" : word);
    }

    /** An actor's name. */
    Optional<String> actor(String id) {
        return Optional.ofNullable(caseFile.actors().get(id)).map(Actor::name);
    }

    /** What an answer says, where only one question has an answer with this id; else the id. */
    String answerWords(String id) {
        List<String> said = caseFile.questions().stream()
                .flatMap(question -> question.answer(id).stream())
                .map(Answer::says)
                .toList();
        return said.size() == 1 && !said.get(0).isEmpty() ? said.get(0) : id;
    }

    /** A term said as a thing: a means is something to do. */
    private String thing(Term term) {
        String phrase = fill(term.text(), Map.of());
        return term.field().equals("means") ? "to " + phrase : phrase;
    }

    /** An answer as a clause: its own sentence, or "the answer to “…” is x". */
    public String answer(@Nullable String question, @Nullable String answer) {
        if (question == null || answer == null) {
            return "some question has some answer";
        }
        String said = saidAnswer(question, answer);
        String ask = caseFile.question(question).map(Question::ask).orElse(question);
        return said.equals(answer) ? "the answer to “" + ask + "” is " + answer : said;
    }

    /** The answer's own sentence; its id when it has none. */
    private String saidAnswer(String question, String answer) {
        return caseFile.question(question)
                .flatMap(each -> each.answer(answer))
                .map(Answer::says)
                .filter(says -> !says.isEmpty())
                .orElse(answer);
    }

    /** The value of a field as it is said inside a sentence. */
    String value(FactType type, String field, Fact fact) {
        if (type.isDeclared()) {
            return fact.value(field);
        }
        FieldType kind = type.field(field).map(FactType.Field::type).orElse(FieldType.NAME);
        return switch (kind) {
            case TERM -> term(type, values(fact));
            case ANSWER -> saidAnswer(fact.value("question"), fact.value(field));
            default -> name(fact.value(field));
        };
    }

    private String term(FactType type, Map<String, String> values) {
        FactType.Field field = type.fields().stream()
                .filter(each -> each.type() == FieldType.TERM)
                .findFirst()
                .orElseThrow();
        String word = values.get(field.name());
        if (word != null && word.startsWith(SAID)) {
            return word.substring(SAID.length());
        }
        if (word == null) {
            return anything(type, values);
        }
        return vocabulary
                .term(field.name(), word)
                .map(term -> fill(type == FactType.EVENT ? past(term) : term.text(), values))
                .orElse(word);
    }

    /** What stands for a term that may be any, with whom or what it is about where that is known. */
    private String anything(FactType type, Map<String, String> values) {
        String about = type.fieldNames().size() > 2 ? type.fieldNames().get(2) : "";
        boolean known = !values.getOrDefault(about, "").isEmpty();
        String concerning = known ? " concerning " + name(values, about) : "";
        return switch (type.kind()) {
            case INTENTION, CAPABILITY, MOVE -> "do something" + concerning;
            case EVENT -> "did something" + concerning;
            case RELATION -> "stands in some relation to " + name(values, about);
            case CONDITION -> "is in some state" + concerning;
            case JUDGEMENT -> "is found to be something" + concerning;
            default -> "something" + concerning;
        };
    }

    /** Whether the sentence of a fact says the value of a field. */
    static boolean says(FactType type, String field) {
        return type != FactType.REPORT || SAID_OF_REPORTS.contains(field);
    }

    private static String past(Term term) {
        return term.past().isEmpty() ? "chose to " + term.text() : term.past();
    }

    /** Puts names for placeholders; a part in square brackets goes when a value in it is absent. */
    private String fill(String text, Map<String, String> values) {
        String kept = replace(OPTIONAL, text, part -> {
            boolean whole = PLACEHOLDER
                    .matcher(part)
                    .results()
                    .allMatch(found -> !values.getOrDefault(found.group(1), "").isEmpty());
            return whole ? part : "";
        });
        return replace(PLACEHOLDER, kept, field -> name(values, field));
    }

    private static String replace(Pattern pattern, String text, Function<String, String> replacement) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(replacement.apply(found.group(1))));
    }

    private String name(Map<String, String> values, String field) {
        String value = values.get(field);
        if (value != null && value.startsWith(SAID)) {
            return value.substring(SAID.length());
        }
        if (value == null || value.isEmpty()) {
            return field.equals("actor") || field.equals("target") || field.equals("other") ? "somebody" : "something";
        }
        return name(value);
    }

    private static String date(Map<String, String> values) {
        String date = values.getOrDefault("date", "");
        return date.isEmpty() ? "" : " (" + date + ")";
    }

    /** Where it stands is cited beside it. */
    private String report(Map<String, String> values) {
        String origin = values.getOrDefault("origin", "");
        boolean anonymous = origin.equals(Report.ANONYMOUS);
        String speaker = anonymous ? "anonymous sources" : origin.isEmpty() ? "somebody" : name(origin);
        String question = values.get("question");
        String says = speaker + (anonymous ? " say " : " says ");
        return question != null && values.get("answer") == null
                ? says + "something about " + name(question)
                : says + "that " + answer(question, values.get("answer"));
    }

    /** {@code Xinhua is a news agency in China and belongs to China}, as far as it is known. */
    private String source(Map<String, String> values) {
        String kind = values.getOrDefault("kind", "");
        String country = values.getOrDefault("country", "");
        String owner = values.getOrDefault("owner", "");
        List<String> known = new ArrayList<>();
        if (!kind.isEmpty()) {
            String article = "AEIOUaeiou".indexOf(kind.charAt(0)) >= 0 ? "an " : "a ";
            known.add("is " + article + kind + (country.isEmpty() ? "" : " in " + name(country)));
        } else if (!country.isEmpty()) {
            known.add("sits in " + name(country));
        }
        if (!owner.isEmpty()) {
            known.add("belongs to " + name(owner));
        }
        return name(values, "source") + " " + (known.isEmpty() ? "is a source" : String.join(" and ", known));
    }

    private String hypothesis(Map<String, String> values) {
        Optional<FactType> kind = FactType.keyed(values.getOrDefault("kind", ""));
        List<String> fields = kind.map(FactType::fieldNames).orElse(List.of());
        if (fields.size() < 3) {
            String answer = values.get("answer");
            return answer == null || answer.isEmpty()
                    ? "an answer to a question would amount to something"
                    : "it may be that " + answer(values.get("question"), answer);
        }
        Map<String, String> meant = new HashMap<>();
        meant.put(fields.get(0), values.getOrDefault("subject", ""));
        meant.put(fields.get(1), values.getOrDefault("term", ""));
        meant.put(fields.get(2), values.getOrDefault("object", ""));
        String answer = answer(values.get("question"), values.get("answer"));
        String meaning = clause(kind.orElseThrow(), meant);
        return answer.equals(meaning) ? "it may be that " + answer : "if " + answer + ", then " + meaning;
    }

    private String indication(Map<String, String> values) {
        String rating = RATINGS.getOrDefault(values.getOrDefault("rating", ""), "bearing");
        return "there is evidence " + rating + " with this: " + answer(values.get("question"), values.get("answer"));
    }

    /** "Bland, Cland or Dland". */
    static String or(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** The text with a capital at its beginning. */
    public static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
