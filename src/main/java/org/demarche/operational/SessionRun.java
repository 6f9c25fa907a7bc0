package org.demarche.operational;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.demarche.cases.Given;
import org.demarche.cases.SessionCase;
import org.demarche.compile.OperationalRules;
import org.demarche.compile.OperationalRules.QueryForm;
import org.demarche.compile.SessionSettings;
import org.demarche.compile.SessionSettings.Belief;
import org.demarche.compile.SessionSettings.Clock;
import org.demarche.inference.LimitReachedException;
import org.demarche.inference.Limits;
import org.demarche.model.Fact;
import org.demarche.operational.SessionResult.Answers;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.Suggestion;
import org.demarche.yaml.YamlEntry;
import org.demarche.yaml.YamlNode;
import org.demarche.yaml.YamlScalar;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.BeliefSystemTypeOption;
import org.kie.api.runtime.conf.ClockTypeOption;
import org.kie.api.runtime.rule.QueryResults;
import org.kie.api.runtime.rule.QueryResultsRow;
import org.kie.api.time.SessionPseudoClock;

/** Runs a plain session of Drools: inserts the facts of a case, does its steps, and tells what came of it. */
public final class SessionRun {

    /** How often the clock is looked at while a session runs. */
    private static final long LOOK = 50;

    private final OperationalRules rules;
    private final SessionCase given;
    private final Order order;
    private final KieSession session;
    private final FiringWatch watch;
    private final SessionFacts facts;
    private final SessionExpectations expectations;
    private final List<Answers> answers = new ArrayList<>();
    private final SessionFailures failures;
    private long fired;

    /**
     * What is to be done.
     *
     * @param steps instead of those of the case; empty for those of the case, or else to fire once
     * @param stated facts of ours that hold besides, those of the given answers
     * @param queries to be asked at the end, by name
     * @param limits how far it may go
     * @param patience how long it is waited for what does not come to an end
     * @param log told every firing before it happens, in the thread of the session; empty when nobody wants to know
     */
    public record Order(
            Optional<YamlNode> steps,
            List<Fact> stated,
            List<String> queries,
            SessionSettings settings,
            Limits limits,
            Patience patience,
            Optional<Consumer<Firing>> log) {}

    /**
     * How long it is waited for what may never come to an end.
     *
     * @param firing for one consequence
     * @param matching for the next firing, while conditions are matched
     */
    public record Patience(Duration firing, Duration matching) {
        public static final Patience DEFAULT = new Patience(Duration.ofSeconds(10), Duration.ofMinutes(1));
    }

    private SessionRun(OperationalRules rules, SessionCase given, Order order, List<Step> steps) {
        this.rules = rules;
        this.given = given;
        this.order = order;
        this.session = session(rules, order.settings(), steps.stream().anyMatch(Step.Advance.class::isInstance));
        this.watch = new FiringWatch(rules, order.limits().facts(), order.log());
        this.failures = new SessionFailures(watch, rules, session);
        session.addEventListener((org.kie.api.event.rule.AgendaEventListener) watch);
        session.addEventListener((org.kie.api.event.rule.RuleRuntimeEventListener) watch);
        this.facts = new SessionFacts(session, new Kinds(rules));
        this.expectations = new SessionExpectations(
                facts,
                watch,
                rules.rules().values().stream()
                        .map(OperationalRules.RulePlace::name)
                        .toList());
    }

    /**
     * What a session comes to.
     *
     * @param progress told what is being done
     * @throws LoadException when something written cannot be used, or a rule fails while it fires
     * @throws LimitReachedException when it goes further than it may
     */
    public static SessionResult run(OperationalRules rules, SessionCase given, Order order, Consumer<String> progress) {
        Problems problems = new Problems();
        List<Step> steps = order.steps()
                .or(given::steps)
                .map(node -> new StepReader(problems).read(node))
                .orElse(List.of(new Step.Fire(OptionalInt.empty())));
        problems.throwIfErrors();
        SessionRun run = new SessionRun(rules, given, order, steps);
        return run.watched(() -> run.all(steps), progress);
    }

    /** What is wrong with the facts, the globals and the steps of a case, as far as it can be told before any rule fires. */
    public static List<Problem> rehearse(OperationalRules rules, SessionCase given) {
        Problems problems = new Problems();
        SessionSettings settings = SettingsReader.read(given, problems);
        List<Step> steps =
                given.steps().map(node -> new StepReader(problems).read(node)).orElse(List.of());
        Order order = new Order(
                Optional.empty(), List.of(), List.of(), settings, Limits.DEFAULT, Patience.DEFAULT, Optional.empty());
        try {
            SessionRun run = new SessionRun(rules, given, order, steps);
            problems.addAll(run.watched(() -> run.rehearsed(steps), doing -> {}));
        } catch (LoadException wrong) {
            problems.addAll(wrong.problems());
        }
        return problems.list();
    }

    /** Whether anything is expected of a case, so that it can be tested, or is wrong with its steps. */
    public static boolean isToBeTested(SessionCase given) {
        Problems problems = new Problems();
        return given.steps().stream()
                        .flatMap(node -> new StepReader(problems).read(node).stream())
                        .anyMatch(SessionRun::expects)
                || problems.hasErrors();
    }

    private static boolean expects(Step step) {
        return step instanceof Step.Expect
                || step instanceof Step.ExpectFired
                || step instanceof Step.ExpectGlobals
                || step instanceof Step.Query query && query.rows().isPresent();
    }

    /** In a thread of its own, which is left behind when a consequence does not come back. */
    private <T> T watched(Supplier<T> work, Consumer<String> progress) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        result.complete(work.get());
                    } catch (RuntimeException | Error failed) {
                        result.completeExceptionally(failed);
                    }
                },
                "session");
        thread.setDaemon(true);
        thread.start();
        progress.accept("firing rules");
        long begun = System.nanoTime();
        while (true) {
            try {
                return result.get(LOOK, TimeUnit.MILLISECONDS);
            } catch (TimeoutException running) {
                checkExit(thread);
                checkTime(begun, thread);
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof RuntimeException known
                        ? known
                        : new CompletionException(failed.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new CompletionException(interrupted);
            }
        }
    }

    /** Whether a thread that is at this place has asked Java to end the program, and waits for it. */
    public static boolean exits(StackTraceElement[] trace) {
        return Arrays.stream(trace)
                .anyMatch(each -> each.getClassName().equals("java.lang.Runtime")
                        && each.getMethodName().equals("exit"));
    }

    /** Somebody who ends the program would have nothing told of it, and look like success. */
    private void checkExit(Thread session) {
        if (session.getState() == Thread.State.WAITING) {
            StackTraceElement[] trace = session.getStackTrace();
            if (exits(trace)) {
                throw new LoadException(List.of(failures.exit(trace)));
            }
        }
    }

    private void checkTime(long begun, Thread session) {
        long now = System.nanoTime();
        Optional<FiringWatch.Now> firing = watch.now();
        Duration most = firing.isPresent()
                ? order.patience().firing()
                : order.patience().matching();
        long since = firing.map(FiringWatch.Now::since).orElse(watch.stirred());
        if (now - since > most.toNanos()) {
            throw failures.endless(firing, session.getStackTrace(), most);
        }
        order.limits().timeout().filter(all -> now - begun > all.toNanos()).ifPresent(all -> {
            String doing = failures.whileFiring().replaceFirst("^ while ", "");
            throw LimitReachedException.timeUp(all, doing.isEmpty() ? "rules were matched" : doing);
        });
    }

    private SessionResult all(List<Step> steps) {
        try {
            globals();
            insertAll();
            order.stated().forEach(facts::insert);
            steps.forEach(this::perform);
            order.queries().forEach(this::query);
            return result();
        } catch (WrongValueException wrong) {
            throw new LoadException(List.of(wrong.problem()));
        } catch (RuntimeException | Error thrown) {
            throw failures.of(thrown);
        } finally {
            session.dispose();
        }
    }

    private List<Problem> rehearsed(List<Step> steps) {
        Problems problems = new Problems();
        attempt(this::globals, problems);
        attempt(this::insertAll, problems);
        steps.stream()
                .filter(step -> !(step instanceof Step.Fire || step instanceof Step.Advance))
                .forEach(step -> attempt(() -> rehearse(step), problems));
        session.dispose();
        return problems.list();
    }

    /** Asking would look at conditions. */
    private void rehearse(Step step) {
        if (step instanceof Step.Query query) {
            form(query.name());
        } else {
            perform(step);
        }
    }

    private void attempt(Runnable work, Problems problems) {
        try {
            work.run();
        } catch (WrongValueException wrong) {
            problems.add(wrong.problem());
        } catch (LoadException wrong) {
            problems.addAll(wrong.problems());
        } catch (RuntimeException | Error thrown) {
            RuntimeException told = failures.of(thrown);
            if (!(told instanceof LoadException broken)) {
                throw told;
            }
            problems.addAll(broken.problems());
        }
    }

    /** What is wrong with any of them is told together. */
    private void insertAll() {
        Problems problems = new Problems();
        for (Given each : given.given()) {
            try {
                insert(each);
            } catch (WrongValueException wrong) {
                problems.add(wrong.problem());
            }
        }
        problems.throwIfErrors();
    }

    private void insert(Given each) {
        if (each instanceof Given.Written written) {
            facts.insert(written.node());
        } else if (given.caseFile().statementsAt().contains(((Given.Stated) each).statement())) {
            facts.insert(((Given.Stated) each).statement().fact());
        }
    }

    private void perform(Step step) {
        watch.stir();
        if (step instanceof Step.Insert insert) {
            facts.insert(insert.fact(), insert.id(), insert.into());
        } else if (step instanceof Step.Update update) {
            facts.update(update.id(), update.values());
        } else if (step instanceof Step.Delete delete) {
            facts.delete(delete.id());
        } else if (step instanceof Step.Advance advance) {
            ((SessionPseudoClock) session.getSessionClock())
                    .advanceTime(advance.by().toMillis(), TimeUnit.MILLISECONDS);
        } else if (step instanceof Step.Fire fire) {
            fire(fire.most());
        } else if (step instanceof Step.Query query) {
            Answers asked = query(form(query.name()), query);
            query.rows().ifPresent(rows -> expectations.rows(asked, rows));
        } else if (step instanceof Step.Expect expect) {
            expectations.facts(expect);
        } else if (step instanceof Step.ExpectFired fired) {
            expectations.fired(fired.rules());
        } else if (step instanceof Step.ExpectGlobals expected) {
            expected.globals().forEach(each -> {
                checkGlobal(each.key());
                expectations.global(
                        each, Shown.value(session.getGlobal(each.key().value())));
            });
        }
    }

    private void fire(OptionalInt most) {
        int left = order.limits().firings() - watch.firings();
        int before = watch.firings();
        int allowed = most.isPresent() ? Math.min(most.getAsInt(), left + 1) : left + 1;
        long begun = System.nanoTime();
        session.fireAllRules(allowed);
        fired += System.nanoTime() - begun;
        if (watch.firings() - before > left) {
            String often = watch.counted().stream()
                    .filter(each -> each.firings() > 0)
                    .sorted(java.util.Comparator.comparingInt(each -> -each.firings()))
                    .limit(3)
                    .map(each ->
                            "`" + each.rule() + "` (" + each.at() + ") " + SessionExpectations.often(each.firings()))
                    .collect(java.util.stream.Collectors.joining(", "));
            throw new LimitReachedException(
                    "Rules fired more than " + order.limits().firings() + " times: " + often
                            + ". Do they set each other off without end? Allow more with `--max-firings`.");
        }
    }

    private QueryForm form(YamlScalar name) {
        QueryForm form = rules.queries().get(name.value());
        if (form == null) {
            throw ScalarMaker.wrong(
                    name,
                    "There is no query `" + name.value() + "`.",
                    Suggestion.hint(name.value(), rules.queries().keySet()));
        }
        return form;
    }

    private void query(String name) {
        QueryForm form = rules.queries().get(name);
        if (form != null) {
            ask(form, new Object[form.parameters().size()]);
        }
    }

    private Answers query(QueryForm form, Step.Query asked) {
        if (asked.arguments().size() > form.parameters().size()) {
            throw ScalarMaker.wrong(
                    asked.name(),
                    "The query `" + form.name() + "` is asked with "
                            + form.parameters().size() + " values, not with "
                            + asked.arguments().size() + ".",
                    "");
        }
        @Nullable Object[] arguments = new @Nullable Object[form.parameters().size()];
        for (int i = 0; i < asked.arguments().size(); i++) {
            arguments[i] = facts.make(asked.arguments().get(i), Object.class, "A value of the query");
        }
        return ask(form, arguments);
    }

    /** What is not given is asked for. */
    private Answers ask(QueryForm form, @Nullable Object[] arguments) {
        Object[] given = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            given[i] = arguments[i] == null ? org.kie.api.runtime.rule.Variable.v : arguments[i];
        }
        QueryResults results = session.getQueryResults(form.name(), given);
        List<String> columns = List.of(results.getIdentifiers());
        List<String> shown = columns.stream()
                .filter(each -> !each.startsWith("$$"))
                .sorted(java.util.Comparator.comparingInt((String each) -> position(form.parameters(), each))
                        .thenComparing(each -> each))
                .toList();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (QueryResultsRow row : results) {
            List<@Nullable Object> values = new ArrayList<>();
            shown.forEach(each -> values.add(Shown.value(row.get(each))));
            rows.add(values);
        }
        rows.sort(java.util.Comparator.comparing(Shown::words));
        StringBuilder asked = new StringBuilder(form.name()).append('(');
        for (int i = 0; i < arguments.length; i++) {
            asked.append(i == 0 ? "" : ", ")
                    .append(arguments[i] == null ? form.parameters().get(i) : Shown.words(Shown.value(arguments[i])));
        }
        Answers answer = new Answers(asked.append(')').toString(), shown, rows);
        answers.add(answer);
        return answer;
    }

    private static int position(List<String> parameters, String name) {
        int position = parameters.indexOf(name);
        return position < 0 ? Integer.MAX_VALUE : position;
    }

    private void globals() {
        Map<String, YamlNode> written = new TreeMap<>();
        for (YamlEntry each : given.globals()) {
            checkGlobal(each.key());
            written.put(each.key().value(), each.value());
        }
        GlobalValues values = new GlobalValues(facts, new Kinds(rules));
        rules.globals()
                .forEach((name, global) -> values.of(global, Optional.ofNullable(written.get(name)))
                        .ifPresent(value -> session.setGlobal(name, value)));
    }

    private void checkGlobal(YamlScalar name) {
        if (!rules.globals().containsKey(name.value())) {
            throw ScalarMaker.wrong(
                    name,
                    "The rules have no global `" + name.value() + "`.",
                    Suggestion.hint(name.value(), rules.globals().keySet()));
        }
    }

    private SessionResult result() {
        watch.stir();
        Map<String, @Nullable Object> globals = new TreeMap<>();
        rules.globals().keySet().forEach(name -> globals.put(name, Shown.value(session.getGlobal(name))));
        return new SessionResult(
                watch.firings(),
                Duration.ofNanos(fired),
                watch.counted(),
                facts.all(),
                answers,
                globals,
                expectations.results(),
                watch.log());
    }

    private static KieSession session(OperationalRules rules, SessionSettings settings, boolean advances) {
        KieSessionConfiguration configuration = KieServices.get().newKieSessionConfiguration();
        configuration.setOption(
                advances || settings.clock() == Clock.PSEUDO ? ClockTypeOption.PSEUDO : ClockTypeOption.REALTIME);
        if (settings.belief() != Belief.SIMPLE) {
            configuration.setOption(
                    BeliefSystemTypeOption.get(settings.belief().name().toLowerCase(java.util.Locale.ROOT)));
        }
        return rules.kieBase().newKieSession(configuration, null);
    }
}
