package org.demarche.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.model.FactType;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;
import org.demarche.yaml.YamlDates;

/** Whether every word of a case is one that is known where it stands. */
final class NameCheck {

    private static final String ANONYMOUS = "anonymous";
    private static final String TOPIC = "topic";
    private static final String MEANS = "means";
    private static final String DECLARE = "An actor is declared under `actors:`.";

    private final CaseFile file;
    private final Optional<Vocabulary> vocabulary;
    private final Problems problems;
    private final Map<String, Question> questions = new HashMap<>();
    private boolean nobodyTold;

    /** @param vocabulary empty to leave open what only the vocabulary could tell */
    NameCheck(CaseFile file, Optional<Vocabulary> vocabulary, Problems problems) {
        this.file = file;
        this.vocabulary = vocabulary;
        this.problems = problems;
        file.questions().forEach(question -> questions.put(question.id(), question));
    }

    void run() {
        file.mentions().forEach(this::check);
    }

    private void check(Mention mention) {
        // A fact without values stands where its kind does.
        List<String> values = mention.fact().values();
        List<FactType.Field> fields = mention.fact().type().fields();
        for (int i = 0; i < Math.min(values.size(), mention.places().size()); i++) {
            FactType.Field field = fields.get(i);
            String value = values.get(i);
            if (!value.isEmpty()) {
                check(mention, field, value, mention.places().get(i));
            }
        }
    }

    private void check(Mention mention, FactType.Field field, String value, SourceLocation at) {
        switch (field.type()) {
            case ACTOR -> checkActor(value, at);
            case PARTY -> checkParty(value, at, false);
            case SUBJECT -> checkParty(value, at, true);
            case TERM -> vocabulary.ifPresent(words -> checkTerm(words, field.name(), value, at));
            case QUESTION -> checkQuestion(value, at);
            case ANSWER -> checkAnswer(mention.fact().value("question"), value, at);
            case ORIGIN -> checkOrigin(value, at);
            case RELIABILITY -> checkGrade(value, "[A-F]", "Reliability is a letter from A to F", at);
            case CREDIBILITY -> checkGrade(value, "[1-6]", "Credibility is a number from 1 to 6", at);
            default -> {}
        }
    }

    private void checkActor(String value, SourceLocation at) {
        if (isActor(value)) {
            return;
        }
        if (questions.containsKey(value) || isTerm(TOPIC, value)) {
            String what = isTerm(TOPIC, value) ? "a topic" : "a question";
            add("not-an-actor", at, "`" + value + "` is " + what + "; only an actor can stand here.", "");
            return;
        }
        if (!nobodyTold()) {
            add(
                    "unknown-actor",
                    at,
                    "No actor is declared as `" + value + "`.",
                    hint(value, file.actors().keySet()));
        }
    }

    private void checkParty(String value, SourceLocation at, boolean meansToo) {
        if (isActor(value) || questions.containsKey(value) || isTerm(TOPIC, value)) {
            return;
        }
        // Without the vocabulary a word in small letters may well be a topic.
        boolean open = vocabulary.isEmpty() && Names.isKebab(value) && !isDate(value);
        if (!open && !(meansToo && isTerm(MEANS, value)) && !nobodyTold()) {
            String others = meansToo ? "topic or means" : "topic";
            add(
                    "unknown-actor",
                    at,
                    "`" + value + "` is no actor or question of the case, and no " + others + " of the vocabulary.",
                    isDate(value)
                            ? "A fact with a date and without a target is written with keys: `{actor: …, date: …}`."
                            : hint(value, parties(meansToo)));
        }
    }

    /** Where no actor is declared, or none that can be read, that is told once. */
    private boolean nobodyTold() {
        boolean before = nobodyTold;
        nobodyTold = file.actors().isEmpty();
        return before;
    }

    /** The id of the actor that has this name; or what is near. */
    private String hint(String value, Collection<String> known) {
        return file.actors().entrySet().stream()
                .filter(actor -> actor.getValue().name().equalsIgnoreCase(value))
                .findFirst()
                .map(actor -> "Maybe `" + actor.getKey() + "`?")
                .orElseGet(() -> Hints.nearest(value, known, DECLARE));
    }

    private void checkTerm(Vocabulary words, String field, String value, SourceLocation at) {
        if (words.term(field, value).isPresent()) {
            return;
        }
        Collection<String> known = words.ids(field);
        words.term(value)
                .ifPresentOrElse(
                        other -> add(
                                "wrong-field",
                                at,
                                "`" + value + "` is a term for `" + other.field() + "`, and here a term for `" + field
                                        + "` is needed.",
                                Hints.nearest(value, known, "")),
                        () -> add(
                                "unknown-term",
                                at,
                                "The vocabulary has no `" + value + "` under `" + field + "`.",
                                Hints.nearest(value, known, "A new term is added to the vocabulary.")));
    }

    private void checkQuestion(String value, SourceLocation at) {
        if (!questions.containsKey(value)) {
            String hint =
                    Hints.nearest(value, questions.keySet().stream().sorted().toList(), "");
            add("unknown-question", at, "The case has no question `" + value + "`.", hint);
        }
    }

    private void checkAnswer(String questionId, String value, SourceLocation at) {
        Optional.ofNullable(questions.get(questionId))
                .filter(question -> question.answer(value).isEmpty())
                .ifPresent(question -> add(
                        "unknown-answer",
                        at,
                        "The question `" + questionId + "` has no answer `" + value + "`.",
                        Hints.nearest(value, question.answerIds(), "")));
    }

    private void checkOrigin(String value, SourceLocation at) {
        if (!value.equals(ANONYMOUS) && !isActor(value) && !file.sources().containsKey(value)) {
            List<String> known = new ArrayList<>(file.actors().keySet());
            known.addAll(file.sources().keySet());
            known.add(ANONYMOUS);
            String near = Suggestion.hint(value, known);
            String otherwise = DECLARE + " An origin that is not named is `anonymous`.";
            add(
                    "unknown-actor",
                    at,
                    "No actor and no source is declared as `" + value + "`.",
                    near.isEmpty() ? otherwise : near);
        }
    }

    private void checkGrade(String value, String pattern, String sentence, SourceLocation at) {
        if (!value.matches(pattern)) {
            add("bad-grade", at, sentence + ", not `" + value + "`.", "");
        }
    }

    private boolean isActor(String value) {
        return file.actors().containsKey(value);
    }

    private boolean isTerm(String field, String value) {
        return vocabulary.flatMap(words -> words.term(field, value)).isPresent();
    }

    private static boolean isDate(String value) {
        return YamlDates.firstDay(value).isPresent();
    }

    private Collection<String> parties(boolean meansToo) {
        List<String> known = new ArrayList<>(file.actors().keySet());
        file.questions().forEach(question -> known.add(question.id()));
        vocabulary.ifPresent(words -> known.addAll(words.ids(TOPIC)));
        vocabulary.filter(words -> meansToo).ifPresent(words -> known.addAll(words.ids(MEANS)));
        return known;
    }

    private void add(String check, SourceLocation at, String message, String hint) {
        problems.add(file.lines().error(check, at, message).withHint(hint));
    }
}
