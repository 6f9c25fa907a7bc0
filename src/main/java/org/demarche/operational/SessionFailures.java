package org.demarche.operational;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.compile.OperationalRules;
import org.demarche.compile.OperationalRules.RulePlace;
import org.demarche.inference.LimitReachedException;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;
import org.kie.api.runtime.KieSession;

/** Tells what went wrong while rules fired: which rule, where in it, and on what. */
final class SessionFailures {

    private static final Pattern RULE = Pattern.compile("Rule \"([^\"]+)\"|\\[Rule name=([^,\\]]+)");

    private final FiringWatch watch;
    private final OperationalRules rules;
    private final KieSession session;

    SessionFailures(FiringWatch watch, OperationalRules rules, KieSession session) {
        this.session = session;
        this.watch = watch;
        this.rules = rules;
    }

    /** What to tell of something thrown while rules fired. */
    RuntimeException of(Throwable thrown) {
        Throwable cause = thrown;
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            cause = each;
            if (each instanceof LimitReachedException || each instanceof LoadException) {
                return (RuntimeException) each;
            }
        }
        if (cause instanceof OutOfMemoryError) {
            return new LimitReachedException(
                    "The memory was used up" + whileFiring() + ": more of it with DEMARCHE_JAVA_OPTS=-Xmx4g.");
        }
        if (cause instanceof StackOverflowError) {
            return new LimitReachedException("Something calls itself without end" + whileFiring() + ".");
        }
        return new LoadException(
                List.of(watch.now().map(now -> consequence(now, thrown)).orElseGet(() -> condition(thrown))));
    }

    /** {@code  while the rule `x` was firing on … (file:line)}; nothing when none was. */
    String whileFiring() {
        return watch.now()
                .map(now -> " while the rule `" + now.rule().name() + "` ("
                        + now.rule().at() + ") was firing" + on(now))
                .orElse("");
    }

    /** What does not come to an end, after it has been waited for. */
    LimitReachedException endless(Optional<FiringWatch.Now> firing, StackTraceElement[] at, Duration most) {
        return new LimitReachedException(firing.map(
                        each -> "The rule `" + each.rule().name() + "` ("
                                + each.rule().at().file() + ":" + line(at, each.rule())
                                + ") does not come to an end: one firing of it has been at work for more than "
                                + seconds(most) + ". Does it loop? Allow more with `--max-firing-time`.")
                .orElseGet(() -> "No rule has fired for more than " + seconds(most) + ", while conditions were matched"
                        + matching(at)
                        + ". Do they call something that loops, or fit far too many combinations of facts? Allow more with"
                        + " `--max-matching-time`."));
    }

    /** {@code , those of the rule `x` (file:line), in the function `f`}; what of it can be told. */
    private String matching(StackTraceElement[] trace) {
        return watch.matching(session)
                        .map(rule -> ", those of the rule `" + rule.name() + "` (" + rule.at() + ")")
                        .orElse("")
                + Arrays.stream(trace)
                        .filter(this::isFunction)
                        .findFirst()
                        .map(each -> ", in the function `" + each.getMethodName() + "`")
                        .orElse("");
    }

    /** A function becomes a class of its own, with its name. */
    private boolean isFunction(StackTraceElement at) {
        int dot = at.getClassName().lastIndexOf('.');
        return dot >= 0
                && rules.packages().contains(at.getClassName().substring(0, dot))
                && at.getClassName().substring(dot + 1).equalsIgnoreCase(at.getMethodName());
    }

    private static String seconds(Duration time) {
        long millis = time.toMillis();
        return millis == 60_000
                ? "a minute"
                : millis == 1000
                        ? "a second"
                        : millis % 1000 == 0 ? millis / 1000 + " seconds" : millis + " milliseconds";
    }

    /** A rule that ends the program. */
    Problem exit(StackTraceElement[] trace) {
        Optional<FiringWatch.Now> firing = watch.now();
        SourceLocation at = firing.map(now -> new SourceLocation(now.rule().at().file(), line(trace, now.rule()), 0))
                .orElse(SourceLocation.of(""));
        return Problem.error(
                        "consequence-failed",
                        at,
                        firing.map(now -> "The rule `" + now.rule().name() + "` ends the program here.")
                                .orElse("A condition ends the program."))
                .withLine(firing.map(now -> now.rule().line(at.line())).orElse(""))
                .withHint("Rules stop a session with `drools.halt()`.");
    }

    private static String on(FiringWatch.Now now) {
        List<String> shown = now.shown();
        return shown.isEmpty() ? "" : " on " + String.join(", ", shown);
    }

    private static Problem consequence(FiringWatch.Now now, Throwable thrown) {
        RulePlace rule = now.rule();
        int line = line(thrown, rule);
        return Problem.error(
                        "consequence-failed",
                        new SourceLocation(rule.at().file(), line, 0),
                        "The rule `" + rule.name() + "` failed here" + (on(now).isEmpty() ? "" : ", fired" + on(now))
                                + ": " + ThrownWords.of(thrown))
                .withLine(rule.line(line))
                .withHint("Nothing was taken back: what it had done until then stands.");
    }

    private Problem condition(Throwable thrown) {
        Optional<RulePlace> rule = Optional.empty();
        for (Throwable each = thrown; each != null && rule.isEmpty(); each = each.getCause()) {
            Matcher found = RULE.matcher(String.valueOf(each.getMessage()));
            if (found.find()) {
                String name = found.group(1) == null ? found.group(2) : found.group(1);
                rule = rules.rules().values().stream()
                        .filter(place -> place.name().equals(name))
                        .findFirst();
            }
        }
        return rule.map(place -> Problem.error(
                                "condition-failed",
                                place.at(),
                                "A condition of the rule `" + place.name() + "` failed: " + ThrownWords.of(thrown))
                        .withLine(place.line(place.at().line())))
                .orElseGet(() -> Problem.error(
                        "condition-failed",
                        SourceLocation.of(onlyFile()),
                        "A condition of a rule failed: " + ThrownWords.of(thrown)));
    }

    /** The line in the rule's file; that of its {@code then} when it cannot be told. */
    private static int line(Throwable thrown, RulePlace rule) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return line(cause.getStackTrace(), rule);
    }

    static int line(StackTraceElement[] trace, RulePlace rule) {
        return Arrays.stream(trace)
                .filter(each -> each.getMethodName().equals("defaultConsequence")
                        && each.getClassName().contains("Rule_"))
                .findFirst()
                .map(each -> rule.lineOf(each.getLineNumber()))
                .orElse(rule.then().line());
    }

    /** The file of all rules; {@code ""} when there are several. */
    private String onlyFile() {
        List<String> files = rules.rules().values().stream()
                .map(rule -> rule.at().file())
                .distinct()
                .toList();
        return files.size() == 1 ? files.get(0) : "";
    }
}
