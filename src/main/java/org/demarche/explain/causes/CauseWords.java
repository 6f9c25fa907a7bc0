package org.demarche.explain.causes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.demarche.cases.Answer;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.cases.Statement;
import org.demarche.explain.causes.Cause.Kind;
import org.demarche.inference.Choice;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.model.Hypothesis;
import org.demarche.model.Likelihood;
import org.demarche.model.Report;
import org.demarche.rules.RuleCard;
import org.demarche.source.Citation;

/**
 * Says what one assessment has and the other lacks. Of the same case at two times, or under two suppositions, it says what is so "now" and
 * "no longer"; of two cases, which of them has it.
 *
 * @param has the side that has it
 * @param lacks the side that lacks it
 * @param now whether the side that has it is the second of the two
 */
record CauseWords(Side has, Side lacks, boolean now) {

    /** How many tests of a changed rule are told. */
    private static final int FEW = 3;

    private static final Set<FieldType> ACTORS = Set.of(FieldType.ACTOR, FieldType.PARTY, FieldType.SUBJECT);

    CauseWords swapped() {
        return new CauseWords(lacks, has, !now);
    }

    /** Whether what the one side has comes with time: it is looked at later than the other. */
    boolean comes() {
        Optional<LocalDate> here = has.caseFile().asOf();
        Optional<LocalDate> there = lacks.caseFile().asOf();
        return here.isEmpty() || there.isEmpty() || here.equals(there)
                ? now
                : here.get().isAfter(there.get());
    }

    private boolean sameCase() {
        return has.caseFile().id().equals(lacks.caseFile().id());
    }

    /** A statement that only the one side has. */
    Cause statement(Fact fact) {
        Optional<Cause> actor = actor(fact);
        if (actor.isPresent()) {
            return actor.get();
        }
        if (fact instanceof Hypothesis && !lacks.asks(fact.value("question"))) {
            return asked(fact.value("question"));
        }
        Optional<Dated> dated = dated(stated(fact, lacks.caseFile()), stated(fact, has.caseFile()));
        if (fact instanceof Report && askedAfter(fact.value("question"), dated)) {
            return asked(fact.value("question"));
        }
        String clause = has.sentences().clause(fact);
        return new Cause(
                Kind.STATEMENT,
                fact.id(),
                dated.map(Dated::words).orElseGet(this::stated) + clause,
                citations(fact, has.caseFile()),
                List.of(),
                List.of(),
                List.of(),
                dated.map(Dated::day),
                true);
    }

    private String stated() {
        if (!sameCase()) {
            return now
                    ? has.caseFile().id() + " states that "
                    : lacks.caseFile().id() + " does not state that ";
        }
        return now ? "it is now stated that " : "it is no longer stated that ";
    }

    private static List<Statement> stated(Fact fact, CaseFile file) {
        return file.statements().stream()
                .filter(each -> each.fact().equals(fact))
                .toList();
    }

    /** Whether the other side does not ask a question, and what is reported about it is known there before it is asked. */
    private boolean askedAfter(String question, Optional<Dated> dated) {
        Optional<LocalDate> first = asked(question, lacks.caseFile());
        boolean before = first.isEmpty()
                || dated.map(each -> each.day().isBefore(first.get())).orElse(true);
        return !lacks.asks(question) && before;
    }

    /** Whether something comes on a later day than the question is asked. */
    private boolean later(Optional<Dated> dated, String question) {
        return asked(question, lacks.caseFile())
                .filter(first -> dated.filter(each -> each.day().isAfter(first)).isPresent())
                .isPresent();
    }

    private static Optional<LocalDate> asked(String question, CaseFile file) {
        return file.question(question).flatMap(Question::known);
    }

    private static List<Citation> citations(Fact fact, CaseFile file) {
        return file.statementsAt().stream()
                .filter(each -> each.fact().equals(fact))
                .flatMap(each -> each.citations().stream())
                .filter(each -> !each.source().isEmpty())
                .distinct()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    /** Who is spoken of in it, and unknown to the other side. */
    Optional<Cause> actor(Fact fact) {
        return fact.type().fields().stream()
                .filter(field -> ACTORS.contains(field.type()))
                .map(FactType.Field::name)
                .map(fact::value)
                .filter(value -> has.caseFile().actors().containsKey(value)
                        && !lacks.caseFile().actors().containsKey(value))
                .findFirst()
                .map(value -> Cause.of(Kind.ACTOR, value, actor(value)));
    }

    private String actor(String id) {
        String name = has.sentences().name(id);
        if (sameCase()) {
            return name + (now ? " is among the actors now" : " is no longer among the actors");
        }
        return now
                ? name + " is among the actors of " + has.caseFile().id()
                : name + " is not among the actors of " + lacks.caseFile().id();
    }

    /** A day that makes the difference, and how it is said. */
    private record Dated(LocalDate day, String words) {}

    /**
     * The day that makes the difference, where the same statement does not hold yet or no longer on the day of the other side.
     *
     * @param others what the other side states of it on any day, and {@code own} what this side does
     */
    private Optional<Dated> dated(List<Statement> others, List<Statement> own) {
        Optional<LocalDate> day = lacks.caseFile().asOf();
        // A statement that was only tried has no date, even where another day's states the same.
        List<Statement> same = others.stream()
                .filter(each -> !sameCase() || own.contains(each))
                .toList();
        if (day.isEmpty()) {
            return Optional.empty();
        }
        Days days = new Days(same);
        Optional<LocalDate> here = sameCase() ? has.caseFile().asOf() : Optional.empty();
        return days.begins(day.get(), here)
                .map(first -> new Dated(
                        first,
                        now ? "since " + first + " it is known that " : "it is known only from " + first + " on that "))
                .or(() -> days.ends(day.get(), here)
                        .map(end -> new Dated(
                                end,
                                now
                                        ? "until " + end + " it is so that "
                                        : "since " + end + " it is no longer so that ")));
    }

    /** An answer that states a fact, and holds in a larger part of the scenarios on the one side; empty when that is not why. */
    Optional<Cause> answer(Choice choice, Fact fact) {
        Optional<Dated> dated = dated(stated(choice, fact, lacks.caseFile()), stated(choice, fact, has.caseFile()));
        if (!lacks.asks(choice.question()) && !later(dated, choice.question())) {
            return Optional.of(asked(choice.question()));
        }
        Optional<Cause> possible = lacks.asks(choice.question()) ? possibility(choice) : Optional.empty();
        return possible.or(() -> {
            boolean stated = lacks.worlds()
                    .graph()
                    .find(fact)
                    .filter(node -> lacks.worlds().graph().statedBy(node).contains(choice))
                    .isPresent();
            return stated
                    ? Optional.empty()
                    : Optional.of(Cause.of(
                                    Kind.STATEMENT,
                                    fact.id(),
                                    "where " + said(has, choice) + ", "
                                            + dated.map(Dated::words).orElseGet(this::stated)
                                            + has.sentences().clause(fact))
                            .since(dated.map(Dated::day)));
        });
    }

    private static List<Statement> stated(Choice choice, Fact fact, CaseFile file) {
        return file.question(choice.question()).flatMap(question -> question.answer(choice.answer())).stream()
                .flatMap(answer -> answer.facts().stream())
                .filter(each -> each.fact().equals(fact))
                .toList();
    }

    Cause supposed(Choice choice) {
        return Cause.of(Kind.ANSWER, choice.question(), "it is now supposed that " + said(has, choice));
    }

    /** That an answer is given, settled or possible on one side only; empty when it is on both. */
    Optional<Cause> possibility(Choice choice) {
        Optional<String> there = lacks.supposed(choice.question());
        Optional<String> here = has.supposed(choice.question());
        List<String> left = lacks.worlds().possibleAnswers(choice.question());
        List<String> own = has.worlds().possibleAnswers(choice.question());
        Optional<String> clause;
        if (there.isPresent() && !there.equals(here)) {
            Choice other = new Choice(choice.question(), there.get());
            clause = Optional.of(
                    (now ? "it is no longer supposed that " : "it is now supposed that ") + said(lacks, other));
        } else if (here.isPresent() && !here.equals(there)) {
            clause = Optional.of(
                    (now ? "it is now supposed that " : "it is no longer supposed that ") + said(has, choice));
        } else if (left.size() == 1 && !left.contains(choice.answer()) && !left.equals(own)) {
            Choice other = new Choice(choice.question(), left.get(0));
            clause = Optional.of(settled(lacks, choice.question(), !now) + said(lacks, other));
        } else if (own.size() == 1 && left.size() > 1 && own.contains(choice.answer())) {
            clause = Optional.of(settled(has, choice.question(), now) + said(has, choice));
        } else if (own.contains(choice.answer()) && !left.contains(choice.answer())) {
            clause = Optional.of((now ? "it can now be that " : "it can no longer be that ") + said(has, choice));
        } else {
            clause = Optional.empty();
        }
        return clause.map(words -> Cause.of(Kind.ANSWER, choice.question(), words));
    }

    /** By rules, or only because of what is supposed. */
    private static String settled(Side side, String question, boolean now) {
        boolean outright = side.worlds().given().isEmpty()
                || side.worlds().free().possibleAnswers(question).size() == 1;
        return "it " + (outright ? now ? "is now" : "is no longer" : now ? "now" : "no longer")
                + (outright ? " settled that " : " follows from what is supposed that ");
    }

    private static String said(Side side, Choice choice) {
        return side.sentences().answer(choice.question(), choice.answer());
    }

    /** A question that only the one side asks. */
    private Cause asked(String id) {
        Optional<LocalDate> first = lacks.caseFile().question(id).flatMap(Question::known);
        String supposed = has.supposed(id)
                .map(answer -> ", and it is supposed that " + said(has, new Choice(id, answer)))
                .orElse(", which bears on this");
        return Cause.of(Kind.QUESTION, id, question(id, first) + supposed).since(first);
    }

    private String question(String id, Optional<LocalDate> first) {
        String ask = "“"
                + has.caseFile()
                        .question(id)
                        .map(Question::ask)
                        .filter(words -> !words.isEmpty())
                        .orElse(id) + "”";
        if (first.isPresent()) {
            return ask + (now ? " has been asked since " + first.get() : " is asked only from " + first.get() + " on");
        }
        if (!sameCase()) {
            return now ? has.caseFile().id() + " asks " + ask : lacks.caseFile().id() + " does not ask " + ask;
        }
        return ask + (now ? " is asked now" : " is no longer asked");
    }

    /** A rule that only the one side has. */
    Cause rule(RuleCard card) {
        String clause = sameCase()
                ? named(card) + (now ? " is there now" : " is no longer there")
                : now
                        ? has.caseFile().id() + " uses " + named(card)
                        : lacks.caseFile().id() + " does not use " + named(card);
        return Cause.of(Kind.RULE, card.id(), clause);
    }

    /** A rule that both sides have, with other conditions or another conclusion. */
    Cause changed(RuleCard card, RuleCard other) {
        boolean asks = !RuleLogic.asks(card).equals(RuleLogic.asks(other));
        boolean concludes = !RuleLogic.concludes(card).equals(RuleLogic.concludes(other));
        String in = asks && concludes
                ? "in its conditions and its conclusion"
                : asks ? "in its conditions" : "in its conclusion";
        return Cause.of(
                Kind.CHANGED_RULE,
                card.id(),
                named(card) + " has changed " + in + (asks ? tests(now ? card : other, now ? other : card) : ""));
    }

    /** The tests that only the one has, and those that only the other had. */
    private static String tests(RuleCard after, RuleCard before) {
        List<String> now = RuleLogic.tests(after);
        List<String> then = RuleLogic.tests(before);
        List<String> added = now.stream().filter(each -> !then.contains(each)).toList();
        List<String> gone = then.stream().filter(each -> !now.contains(each)).toList();
        if (added.size() + gone.size() == 0 || added.size() > FEW || gone.size() > FEW) {
            return "";
        }
        return ": it "
                + (added.isEmpty() ? "" : "now has " + String.join(" and ", added))
                + (added.isEmpty() || gone.isEmpty() ? "" : ", and ")
                + (gone.isEmpty() ? "" : "no longer has " + String.join(" and ", gone));
    }

    /** A rule that both sides have, and that is not equally likely to hold; empty when it is. */
    Optional<Cause> likelihood(RuleCard card, RuleCard other) {
        return card.likelihood().equals(other.likelihood())
                ? Optional.empty()
                : Optional.of(Cause.of(
                        Kind.RULE_LIKELIHOOD,
                        card.id(),
                        named(card) + " is now " + sometimes((now ? card : other).likelihood()) + ", and was "
                                + sometimes((now ? other : card).likelihood())));
    }

    private String sometimes(Optional<Likelihood> likelihood) {
        return likelihood.map(each -> "a tendency (" + words(each) + ")").orElse("no tendency but always so");
    }

    /** A question that both sides ask, whose answers are not equally likely; empty when they are. */
    Optional<Cause> likelihood(String question) {
        Optional<Question> here = has.caseFile().question(question);
        Optional<Question> there = lacks.caseFile().question(question);
        if (here.isEmpty() || there.isEmpty()) {
            return Optional.empty();
        }
        Set<String> answers = new TreeSet<>(here.get().answerIds());
        answers.retainAll(there.get().answerIds());
        List<String> differing = answers.stream()
                .filter(each -> !likely(here.get(), each).equals(likely(there.get(), each)))
                .toList();
        return differing.isEmpty()
                ? Optional.empty()
                : Optional.of(Cause.of(
                        Kind.ANSWER_LIKELIHOOD,
                        question,
                        differing.stream()
                                .map(each -> otherwise(here.get(), there.get(), each))
                                .collect(Collectors.joining(", and "))));
    }

    private String otherwise(Question here, Question there, String answer) {
        Optional<Likelihood> then = likely(now ? there : here, answer);
        Optional<Likelihood> since = likely(now ? here : there, answer);
        return "it is now " + chance(since) + ", and was " + chance(then) + ", that "
                + said(has, new Choice(here.id(), answer));
    }

    private String chance(Optional<Likelihood> likelihood) {
        return likelihood.map(this::words).orElse("without a likelihood");
    }

    /** What was and what is in the words of the second of the two, which is what is reported. */
    private String words(Likelihood likelihood) {
        return likelihood
                .words((now ? has : lacks).caseFile().scale())
                .orElseGet(() -> likelihood.low() == likelihood.high()
                        ? percent(likelihood.low())
                        : percent(likelihood.low()) + " to " + percent(likelihood.high()));
    }

    private static String percent(double share) {
        return Math.round(100 * share) + "%";
    }

    private static Optional<Likelihood> likely(Question question, String answer) {
        return question.answer(answer).flatMap(Answer::likelihood);
    }

    private static String named(RuleCard card) {
        return "rule “" + card.title() + "” [" + card.id() + "]";
    }
}
