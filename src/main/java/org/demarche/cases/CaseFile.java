package org.demarche.cases;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Getter;
import lombok.With;
import lombok.experimental.Accessors;
import org.demarche.model.Fact;
import org.demarche.model.Kinds;
import org.demarche.model.LikelihoodScale;
import org.demarche.model.Report;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.yaml.YamlReader;

/** One situation: what is stated, what is not known, and who says so. Immutable. */
@Getter
@Accessors(fluent = true)
@With(AccessLevel.PRIVATE)
@AllArgsConstructor(access = AccessLevel.PACKAGE)
public final class CaseFile {

    private final String id;

    /** The id when the case gives none. */
    private final String title;

    /** The day on which the case is looked at; empty when every statement counts. */
    private final Optional<LocalDate> asOf;

    /** By which reports word likelihoods; of a case from files first the scale in which its phrases were read. */
    private final LikelihoodScale scale;

    /** The folders of rules the case asks for; empty for all. */
    private final List<AskedRules> askedRules;

    /** Where its id stands. */
    private final SourceLocation idAt;

    /** By id, in the order declared. */
    private final Map<String, Source> sources;

    /** By id, in the order declared. */
    private final Map<String, Actor> actors;

    /** What is stated outright, reports among it, in the order of files and lines. */
    private final List<Statement> statements;

    /** In the order of files and lines; nothing may depend on it. */
    private final List<Question> questions;

    private final List<Claim> claims;

    /** Where it was read from; empty for a single file and for a case built in Java. */
    private final Optional<Path> folder;

    @Getter(AccessLevel.PACKAGE)
    private final List<Mention> mentions;

    @Getter(AccessLevel.PACKAGE)
    private final Lines lines;

    /** The kinds of facts that its files may state. */
    private final Kinds kinds;

    @Getter(value = AccessLevel.PRIVATE, lazy = true)
    private final Map<String, Question> byId = indexed();

    /** The questions that exist on the case's day. */
    @Getter(lazy = true)
    private final List<Question> questionsAt = existing();

    /** The statements that can be known and hold on the case's day; a report only while its question exists. */
    @Getter(lazy = true)
    private final List<Statement> statementsAt = bearing();

    /**
     * The case in a folder or a file. What needs the vocabulary (terms, topics) is left to {@link #check}.
     *
     * @throws LoadException with all that is wrong with it
     */
    public static CaseFile read(Path folderOrFile) {
        return new CaseReader(CaseText.read(folderOrFile), Optional.empty()).read();
    }

    /**
     * The case in a folder or a file, with every word checked.
     *
     * @throws LoadException with all that is wrong with it
     */
    public static CaseFile read(Path folderOrFile, Vocabulary vocabulary) {
        return new CaseReader(CaseText.read(folderOrFile), Optional.of(vocabulary)).read();
    }

    /**
     * The case in a folder or a file, which may state facts of kinds that rule files declare.
     *
     * @param vocabulary by which every word is checked; empty to leave terms and topics unchecked
     * @throws LoadException with all that is wrong with it
     */
    public static CaseFile read(Path folderOrFile, Optional<Vocabulary> vocabulary, Kinds kinds) {
        return read(CaseText.read(folderOrFile), vocabulary, kinds);
    }

    /** As {@link #read(Path, Optional, Kinds)}, of files that have been read already. */
    public static CaseFile read(CaseText text, Optional<Vocabulary> vocabulary, Kinds kinds) {
        return new CaseReader(text, vocabulary, kinds).read();
    }

    /**
     * The folders of rules that a case asks for, also when it has errors elsewhere; so that what is wrong with its rules can be
     * told together with what is wrong with it.
     */
    public static List<String> rulesOf(Path folderOrFile) {
        return CaseText.read(folderOrFile).rules();
    }

    /** As {@link #rulesOf}, with where each is asked for. */
    public static List<AskedRules> askedRulesOf(Path folderOrFile) {
        return CaseText.read(folderOrFile).askedRules();
    }

    /** The folders of rules the case asks for; empty for all. */
    public List<String> rules() {
        return askedRules.stream().map(AskedRules::folder).toList();
    }

    /** A case from Java. */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /** The words of the case that the vocabulary, its actors and its questions do not know; empty when all is well. */
    public List<Problem> check(Vocabulary vocabulary) {
        Problems problems = new Problems();
        new NameCheck(this, Optional.of(vocabulary), problems).run();
        return problems.list();
    }

    /** What is doubtful in the case, though it can be used; sorted by place. */
    public List<Problem> warnings() {
        return Stream.concat(
                        questions.stream()
                                .filter(question -> !question.reported())
                                .flatMap(question -> SilentAnswers.of(question, lines).stream()),
                        Stream.concat(
                                Hearsay.warnings(statements, lines), Reports.warnings(statements, questions, lines)))
                .sorted()
                .toList();
    }

    /**
     * The same case with the questions in words that ask whether a reported fact is so.
     *
     * @param clause says a fact as a clause that can follow "that"
     */
    public CaseFile wording(Function<Fact, String> clause) {
        return questions.stream().noneMatch(question -> question.reported())
                ? this
                : withQuestions(questions.stream()
                        .map(question -> question.reported() ? Reports.inWords(question, clause) : question)
                        .toList());
    }

    /** The same case with nothing of other days than its own, for what must not tell of later ones. */
    public CaseFile onItsDay() {
        return withStatements(statementsAt())
                .withQuestions(questionsAt().stream()
                        .map(question -> question.withAnswers(question.answers().stream()
                                .map(answer -> answer.withFacts(statementsAt(answer)))
                                .toList()))
                        .toList());
    }

    /** The same case looked at on another day. */
    public CaseFile asOf(LocalDate date) {
        return withAsOf(Optional.of(date));
    }

    /** The same case with likelihoods worded by another scale; what its phrases stand for stays. */
    public CaseFile wordedBy(LikelihoodScale other) {
        return withScale(other);
    }

    /** The same case with one more statement; its actors must be declared. */
    public CaseFile with(Statement statement) {
        return withStatements(Copies.plus(statements, statement))
                .withMentions(Copies.plus(mentions, Mention.of(statement.fact(), statement.at())));
    }

    /**
     * The same case with one more statement, written as in a file: {@code event: HAL escort KES}. Its words are checked when it is
     * assessed.
     *
     * @throws LoadException with all that is wrong with the text
     */
    public CaseFile adding(String yaml) {
        Problems problems = new Problems();
        Reading reading = new Reading(problems, kinds);
        List<Statement> read = YamlReader.read("--add", yaml, problems)
                .map(root -> new StatementReader(reading, new HashMap<>()).read(List.of(root), Defaults.NONE))
                .orElse(List.of());
        reading.checkSources(sources);
        problems.throwIfErrors();
        CaseFile more = this;
        for (Statement statement : read) {
            more = more.with(statement);
        }
        return more;
    }

    /** The same case without any statement of a fact outside of answers. */
    public CaseFile without(Fact fact) {
        return withStatements(statements.stream()
                .filter(statement -> !isSame(statement.fact(), fact))
                .toList());
    }

    /** The same case without any statement of some facts, also in answers. */
    public CaseFile withholding(Set<Fact> facts) {
        return withStatements(withholding(statements, facts))
                .withQuestions(questions.stream()
                        .map(question -> question.withAnswers(question.answers().stream()
                                .map(answer -> answer.withFacts(withholding(answer.facts(), facts)))
                                .toList()))
                        .toList());
    }

    private static List<Statement> withholding(List<Statement> statements, Set<Fact> facts) {
        return statements.stream()
                .filter(statement -> !facts.contains(statement.fact()))
                .toList();
    }

    /** A report is the same whoever is known to have said it first. */
    private static boolean isSame(Fact one, Fact other) {
        return one instanceof Report && other instanceof Report ? one.id().equals(other.id()) : one.equals(other);
    }

    /** The reports that repeat each other in a circle, so that nobody is known to have said it first: their ids, circle by circle. */
    public List<List<String>> circularReports() {
        return new Hearsay(statements, asOf).circles();
    }

    /** The question with this id, if the case asks it on any day. */
    public Optional<Question> question(String id) {
        return Optional.ofNullable(byId().get(id));
    }

    private Map<String, Question> indexed() {
        Map<String, Question> indexed = new HashMap<>();
        questions.forEach(question -> indexed.putIfAbsent(question.id(), question));
        return indexed;
    }

    private List<Question> existing() {
        Set<String> reportedOn = reportedOn(counting());
        return questions.stream()
                .filter(question -> exists(question, reportedOn))
                .toList();
    }

    private List<Statement> bearing() {
        List<Statement> counting = counting();
        Set<String> reportedOn = reportedOn(counting);
        return counting.stream()
                .filter(statement -> bearsOnSomething(statement, reportedOn))
                .toList();
    }

    /** What can be known and holds on the case's day, with whose words copies are. */
    private List<Statement> counting() {
        Stream<Statement> all = statementsAt(statements);
        if (!Hearsay.isIn(statements)) {
            return all.toList();
        }
        Hearsay hearsay = new Hearsay(statements, asOf);
        return all.flatMap(statement -> hearsay.traced(statement).stream()).toList();
    }

    /** The questions on which something is reported. */
    private static Set<String> reportedOn(List<Statement> counting) {
        Set<String> reportedOn = new HashSet<>();
        counting.forEach(statement -> {
            if (statement.fact() instanceof Report report) {
                reportedOn.add(report.question());
            }
        });
        return reportedOn;
    }

    /** The statements of an answer that can be known and hold on the case's day. */
    public List<Statement> statementsAt(Answer answer) {
        List<Statement> all = statementsAt(answer.facts()).toList();
        // What is denied has the dates that somebody gives it who says that it is so, if anybody does.
        List<Statement> affirmed =
                all.stream().filter(statement -> !statement.telling().denial()).toList();
        return affirmed.isEmpty() ? all : affirmed;
    }

    private Stream<Statement> statementsAt(List<Statement> all) {
        // Without a day everything counts, but for what turned out to be wrong.
        return all.stream()
                .filter(statement -> asOf.map(statement::holdsAt)
                        .orElse(statement.telling().end().isEmpty()));
    }

    /** Nobody would ask whether a fact is so of which nothing is told. */
    private boolean exists(Question question, Set<String> reportedOn) {
        return asOf.map(question::knownAt).orElse(true) && (!question.reported() || reportedOn.contains(question.id()));
    }

    private boolean bearsOnSomething(Statement statement, Set<String> reportedOn) {
        return !(statement.fact() instanceof Report report)
                || question(report.question())
                        .map(question -> exists(question, reportedOn))
                        .orElse(true);
    }

    /** The id. */
    @Override
    public String toString() {
        return id;
    }

    /** Puts a case together in Java. What a fact names is declared by it: actors, and the source it is from. */
    public static final class Builder {

        private final CaseDraft draft = new CaseDraft();

        private Builder(String id) {
            draft.id = id;
            draft.title = id;
        }

        /** A fact from the source {@code api}. */
        public Builder fact(Fact fact) {
            return statement(Statement.of(fact));
        }

        /** A fact from a source, {@code varna-navy-2030 p. 14}. */
        public Builder fact(Fact fact, String source) {
            return statement(Statement.of(fact, ApiNames.citations(source)));
        }

        public Builder statement(Statement statement) {
            draft.statements.add(statement);
            return this;
        }

        /** An actor with the name that sentences call it by. */
        public Builder actor(String id, String name) {
            draft.actors.put(id, Actor.named(id, name));
            return this;
        }

        public Builder source(Source source) {
            draft.sources.put(source.id(), source);
            return this;
        }

        public Builder question(Question question) {
            draft.questions.add(question);
            return this;
        }

        public Builder title(String title) {
            draft.title = title;
            return this;
        }

        public Builder asOf(LocalDate date) {
            draft.asOf = Optional.of(date);
            return this;
        }

        /** By which reports word likelihoods; without it, ICD 203. */
        public Builder scale(LikelihoodScale scale) {
            draft.scale = scale;
            return this;
        }

        /** The folders of rules to use; without it, all that are loaded. */
        public Builder rules(String... folders) {
            for (String folder : folders) {
                draft.rules.add(new AskedRules(folder, SourceLocation.of(draft.id), ""));
            }
            return this;
        }

        public CaseFile build() {
            return ApiNames.declared(draft).build();
        }
    }
}
