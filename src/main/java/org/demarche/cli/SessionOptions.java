package org.demarche.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.demarche.cases.Answer;
import org.demarche.cases.CaseFile;
import org.demarche.cases.CaseText;
import org.demarche.cases.Given;
import org.demarche.cases.Question;
import org.demarche.cases.SessionCase;
import org.demarche.cases.Statement;
import org.demarche.cli.ReportCommand.Outcome;
import org.demarche.compile.Classpath;
import org.demarche.compile.OperationalRules;
import org.demarche.compile.Rulebase;
import org.demarche.compile.SessionSettings;
import org.demarche.compile.SessionSettings.Belief;
import org.demarche.compile.SessionSettings.Clock;
import org.demarche.compile.SessionSettings.Equality;
import org.demarche.compile.SessionSettings.Events;
import org.demarche.inference.Choice;
import org.demarche.model.Fact;
import org.demarche.operational.Firing;
import org.demarche.operational.SessionResult;
import org.demarche.operational.SessionRun;
import org.demarche.operational.SessionRun.Patience;
import org.demarche.operational.SettingsReader;
import org.demarche.report.Reports;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.Suggestion;
import org.demarche.yaml.YamlNode;
import org.demarche.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/** Runs rules that do more than conclude as plain Drools runs them. */
final class SessionOptions {

    private @Nullable Path steps;
    private List<String> queries = List.of();
    private boolean log;
    private @Nullable String belief;
    private @Nullable String equality;
    private @Nullable String events;
    private Duration firing = Patience.DEFAULT.firing();
    private Duration matching = Patience.DEFAULT.matching();

    /** Adds these to what a command can be given. */
    void describe(Usage usage) {
        usage.path(
                "--steps FILE",
                "Does what a list of steps says: insert, update, delete, advance, fire, query, expect.",
                given -> steps = given);
        usage.texts(
                "--query NAME",
                "",
                "Asks a query of the rules at the end; may be given several times.",
                given -> queries = given);
        usage.flag("--log", "Tells every firing before it happens.", on -> log = on);
        usage.text(
                "--belief simple|jtms|defeasible",
                "How what was concluded is kept (default: simple).",
                given -> belief = given);
        usage.text(
                "--equality identity|equality",
                "When two facts are the same (default: identity).",
                given -> equality = given);
        usage.text(
                "--events cloud|stream",
                "Whether facts have a place in time (default: cloud).",
                given -> events = given);
        usage.value(
                "--max-firing-time TIME",
                new Converters.Time(),
                "Stops when one firing takes longer (default: 10s).",
                given -> firing = given);
        usage.value(
                "--max-matching-time TIME",
                new Converters.Time(),
                "Stops when no rule fires for longer (default: 1m).",
                given -> matching = given);
    }

    /**
     * What came out, if these rules are to be run so; the case is read, but not yet understood.
     *
     * @param shown where what rules print is shown at once; empty to keep it for the report
     */
    Optional<Outcome> run(
            CaseText text,
            Path facts,
            CaseOptions options,
            Optional<PrintStream> shown,
            Terminal terminal,
            Consumer<String> progress) {
        if (options.rules.declarativeOnly) {
            return Optional.empty();
        }
        List<Path> roots = options.rules.roots(facts, terminal);
        List<Path> paths = RuleOptions.narrowed(roots, text.rules());
        Classpath classes = options.rules.classes();
        List<Problem> signs = options.rules.signs(paths, terminal);
        boolean known = options.rules.kept(paths, terminal).isPresent();
        if (known && !asked() && !text.asksForSession()) {
            return Optional.empty();
        }
        Problems problems = new Problems();
        Problems ofCase = new Problems();
        Optional<SessionCase> read = SessionCase.read(text, signs, ofCase);
        if (signs.isEmpty()
                && !asked()
                && !read.map(each -> isForSession(each, paths, classes)).orElse(false)) {
            return Optional.empty();
        }
        if (!OperationalRules.stand(folderOf(facts))) {
            problems.addAll(RuleOptions.missing(roots, text));
            problems.throwIfErrors();
        }
        SessionSettings settings = read.map(each -> SettingsReader.read(each, problems))
                .map(this::settings)
                .orElse(SessionSettings.DEFAULT);
        Optional<YamlNode> given = Optional.ofNullable(steps).flatMap(file -> YamlReader.read(file, problems));
        Optional<OperationalRules> rules =
                LoadedCase.attempt(() -> OperationalRules.load(paths, classes, settings), problems);
        problems.addAll(SessionCase.problems(ofCase, rules.isPresent()));
        problems.throwIfErrors();
        return Optional.of(run(
                read.orElseThrow(), rules.orElseThrow(), settings, given, signs, options, shown, terminal, progress));
    }

    private static Path folderOf(Path facts) {
        return Files.isDirectory(facts) ? facts : facts.resolveSibling("");
    }

    /** A case with facts of other types is one, where the rules cannot be read that would say what these are. */
    private static boolean isForSession(SessionCase given, List<Path> rules, Classpath classes) {
        return given.asksForSession()
                || given.namesFacts()
                        && !Rulebase.kinds(rules, classes).declared().isEmpty()
                || given.given().stream().anyMatch(Given.Written.class::isInstance)
                        && !OperationalRules.readable(rules);
    }

    private boolean asked() {
        return steps != null || !queries.isEmpty() || log || belief != null || equality != null || events != null;
    }

    private SessionSettings settings(SessionSettings usual) {
        return new SessionSettings(
                chosen("--belief", belief, Belief.values(), usual.belief()),
                chosen("--equality", equality, Equality.values(), usual.equality()),
                chosen("--events", events, Events.values(), usual.events()),
                usual.clock() == Clock.PSEUDO ? Clock.PSEUDO : Clock.REALTIME);
    }

    private static <T extends Enum<T>> T chosen(String option, @Nullable String word, T[] values, T usual) {
        if (word == null) {
            return usual;
        }
        Map<String, T> words = SettingsReader.words(values);
        T chosen = words.get(word);
        if (chosen == null) {
            String all =
                    "`" + String.join("`, `", words.keySet().stream().sorted().toList()) + "`";
            throw RefusedException.usage(
                    "`" + word + "` cannot stand as `" + option + "`.",
                    Suggestion.nearest(word, words.keySet())
                            .map(near -> "Maybe `" + near + "`?")
                            .orElse("It is one of " + all + "."));
        }
        return chosen;
    }

    private Outcome run(
            SessionCase given,
            OperationalRules rules,
            SessionSettings settings,
            Optional<YamlNode> stepsGiven,
            List<Problem> signs,
            CaseOptions options,
            Optional<PrintStream> shown,
            Terminal terminal,
            Consumer<String> progress) {
        CaseFile file =
                Optional.ofNullable(options.asOf).map(given.caseFile()::asOf).orElse(given.caseFile());
        SessionCase on = new SessionCase(file, given.given(), given.globals(), given.settings(), given.steps());
        AnswerCheck.check(file, options.answers);
        checkQueries(rules);
        List<Fact> stated = stated(file, options.answers, signs);
        Optional<Consumer<Firing>> told =
                log ? Optional.of(firing -> terminal.err().println(Reports.firing(firing))) : Optional.empty();
        SessionRun.Order order = new SessionRun.Order(
                stepsGiven, stated, queries, settings, options.limits.limits(), new Patience(firing, matching), told);
        try (Printed printed = Printed.to(shown)) {
            SessionResult result = SessionRun.run(rules, on, order, progress);
            return new Outcome(
                    Reports.session(file, result, printed.text(), signs),
                    result.unmet().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS,
                    "");
        }
    }

    private void checkQueries(OperationalRules rules) {
        for (String query : queries) {
            if (!rules.queries().containsKey(query)) {
                throw RefusedException.usage(
                        "The rules have no query `" + query + "`.",
                        Suggestion.hint(query, rules.queries().keySet()));
            }
        }
    }

    /** The facts of the answers; a session knows no scenarios, so every question must have one. */
    private static List<Fact> stated(CaseFile file, List<Choice> choices, List<Problem> signs) {
        Map<String, String> answers = new HashMap<>();
        choices.forEach(each -> answers.put(each.question(), each.answer()));
        List<Question> open = file.questionsAt().stream()
                .filter(question -> !answers.containsKey(question.id()))
                .toList();
        if (!open.isEmpty()) {
            List<String> sentences = new ArrayList<>();
            sentences.add(
                    "Rules that do more than conclude are run in a plain session of Drools, which knows no scenarios:"
                            + " every question must be answered.");
            open.forEach(question -> sentences.add("Answer `" + question.id() + "` with `--answer " + question.id()
                    + "=…`: " + String.join(" | ", question.answerIds()) + "."));
            signs.stream().limit(3).forEach(each -> sentences.add("At " + each.at() + " " + each.message() + "."));
            throw new RefusedException(ExitCode.USAGE, sentences);
        }
        List<Fact> stated = new ArrayList<>();
        for (Question question : file.questionsAt()) {
            Answer answer = Optional.ofNullable(answers.get(question.id()))
                    .flatMap(question::answer)
                    .orElseThrow();
            file.statementsAt(answer).stream().map(Statement::fact).forEach(stated::add);
        }
        return stated;
    }
}
