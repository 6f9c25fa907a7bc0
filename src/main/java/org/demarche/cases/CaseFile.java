package org.demarche.cases;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return questions.stream()
                .flatMap(question -> SilentAnswers.of(question, lines).stream())
                .sorted()
                .toList();
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
                .filter(statement -> !statement.fact().equals(fact))
                .toList());
    }

    /** The question with this id, if the case asks it on any day. */
    public Optional<Question> question(String id) {
        return questions.stream().filter(question -> question.id().equals(id)).findFirst();
    }

    /** The questions that exist on the case's day. */
    public List<Question> questionsAt() {
        return questions.stream().filter(this::exists).toList();
    }

    /** The statements that can be known and hold on the case's day; a report only while its question exists. */
    public List<Statement> statementsAt() {
        return statementsAt(statements).filter(this::bearsOnSomething).toList();
    }

    /** The statements of an answer that can be known and hold on the case's day. */
    public List<Statement> statementsAt(Answer answer) {
        return statementsAt(answer.facts()).toList();
    }

    private Stream<Statement> statementsAt(List<Statement> all) {
        return all.stream().filter(statement -> asOf.map(statement::holdsAt).orElse(true));
    }

    private boolean exists(Question question) {
        return asOf.map(question::knownAt).orElse(true);
    }

    private boolean bearsOnSomething(Statement statement) {
        return !(statement.fact() instanceof Report report)
                || question(report.question()).map(this::exists).orElse(true);
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
            draft.actors.put(id, new Actor(id, name, "", ""));
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
