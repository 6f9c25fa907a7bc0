package org.demarche.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.authoring.TextWriter;
import org.demarche.explain.why.Explanation.Detail;
import org.demarche.inference.Choice;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.demarche.model.Fact;
import org.demarche.report.Report;
import org.demarche.report.Reports;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;
import picocli.CommandLine.TypeConversionException;

/** What can be typed in a session, and what it answers. */
final class SessionCommands {

    /** @param use how it is written, and {@code what} what it does */
    private record Command(String use, String what, Function<String, Report> run) {}

    private final Session session;
    private final String facts;
    private final Map<String, Command> commands = new LinkedHashMap<>();

    /** @param facts the case as it was named on the command line */
    SessionCommands(Session session, Path facts) {
        this.session = session;
        this.facts = facts.toString();
        add("run", "run [all]", "what follows now, with `all` also what is excluded", this::inferred);
        add("assert", "assert FACT", "states a fact: `assert event: HAL escort KES`", this::asserted);
        add("withdraw", "withdraw ID", "takes a fact away, `withdraw VAR.open-war`", this::withdrawn);
        add("answer", "answer Q=A", "supposes an answer", this::answered);
        add("unanswer", "unanswer Q", "leaves a question open again", this::unanswered);
        add("as-of", "as-of DATE", "looks at another day; without a date, at the case's own", this::asOf);
        add("whatif", "whatif COMMAND", "what assert, withdraw, answer, unanswer or as-of would change", this::whatIf);
        add("why", "why ID", "why something follows", this::why);
        add("whynot", "whynot ID", "what keeps it from following", this::whyNot);
        add("scenarios", "scenarios [ID]", "where each inference holds", this::scenarios);
        add(
                "facts",
                "facts",
                "what is stated, and what this session changed",
                rest -> Reports.stated(session.file(), session.assessment()));
        add("rules", "rules", "the rules in use", rest -> Reports.rules(session.assessment()));
        add("undo", "undo", "takes the last change back", rest -> change(session.undo(), "taken back"));
        add("redo", "redo", "makes it again", rest -> change(session.redo(), "done again"));
        add("reset", "reset", "takes all changes back", rest -> change(session.reset(), "as it was at the beginning"));
        add("reload", "reload", "reads rules and case again", rest -> change(session.reload(), "read again"));
        add("save", "save FILE", "writes what was asserted as a file of facts", this::save);
        add("help", "help", "shows this", rest -> help());
        add("quit", "quit", "ends the session", rest -> Reports.text(""));
    }

    /** @throws RefusedException when the line says nothing that can be done */
    Report run(String line) {
        String[] parts = line.strip().split("\\s+", 2);
        Command command = Optional.ofNullable(commands.get(parts[0]))
                .orElseThrow(() -> RefusedException.usage(
                        "There is no command `" + parts[0] + "` here.",
                        Suggestion.hint(parts[0], commands.keySet()),
                        "`help` lists all."));
        try {
            return command.run().apply(parts.length > 1 ? parts[1] : "");
        } catch (RefusedException refused) {
            throw new RefusedException(
                    refused.code(),
                    refused.sentences().stream().map(this::inSession).toList());
        } catch (LoadException broken) {
            throw new LoadException(
                    broken.problems().stream().map(SessionCommands::inSession).toList());
        }
    }

    /** Advice for the command line as one follows it here. */
    private String inSession(String sentence) {
        return sentence.replaceAll("demarche (\\w+) " + Pattern.quote(facts) + "( --\\S+ \\S+)*", "$1")
                .replace("`--answer ", "`answer ");
    }

    private static Problem inSession(Problem problem) {
        SourceLocation at = problem.at();
        return at.file().equals("--add")
                ? problem.withAt(new SourceLocation("assert", at.line(), at.column()))
                : problem;
    }

    /** What the last of some words may be. */
    List<String> completions(List<String> words) {
        if (words.size() < 2) {
            return List.copyOf(commands.keySet());
        }
        return new Completions(session).of(words);
    }

    private void add(String name, String use, String what, Function<String, Report> run) {
        commands.put(name, new Command(use, what, run));
    }

    private Report asserted(String yaml) {
        return suppose("assert", yaml);
    }

    private Report withdrawn(String id) {
        return suppose("withdraw", id);
    }

    private Report answered(String written) {
        return suppose("answer", written);
    }

    private Report unanswered(String question) {
        return suppose("unanswer", question);
    }

    private Report asOf(String day) {
        return suppose("as-of", day);
    }

    private Report suppose(String command, String rest) {
        Supposed then = supposed(command, rest);
        return change(session.suppose(then), said(command, rest));
    }

    private Report whatIf(String written) {
        String[] parts = written.strip().split("\\s+", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        Assessment then = session.then(supposed(parts[0], rest));
        return Reports.changes(session.assessment(), then, List.of("if " + said(parts[0], rest)));
    }

    private Report change(Assessment before, String what) {
        return Reports.changes(before, session.assessment(), List.of(what));
    }

    private static String said(String command, String rest) {
        return switch (command) {
            case "assert" -> "added: " + rest;
            case "withdraw" -> "withdrawn: " + rest;
            case "answer" -> "answered: " + rest.replaceAll("\\s*=\\s*", " = ");
            case "unanswer" -> "open again: " + rest;
            default -> rest.isEmpty() ? "on the day of the case" : "as of " + rest;
        };
    }

    /** What is supposed after such a command. */
    private Supposed supposed(String command, String rest) {
        Supposed now = session.supposed();
        return switch (command) {
            case "assert" -> now.asserting(needed(rest, "a fact, `assert event: HAL escort KES`"));
            case "withdraw" ->
                now.withdrawing(
                        WhatIfCommand.stated(
                                needed(rest, "the id of a fact, as `facts` lists them"), session.assessment()),
                        session.file());
            case "answer" -> answers(now, needed(rest, "an answer, `answer question=answer`"));
            case "unanswer" -> now.unanswering(answeredQuestion(needed(rest, "a question")));
            case "as-of" ->
                now.on(rest.isEmpty() ? Optional.empty() : Optional.of(converted(rest, new Converters.Day()::convert)));
            default ->
                throw RefusedException.usage(
                        "`" + command + "` changes nothing that could be supposed.",
                        "There are `assert`, `withdraw`, `answer`, `unanswer` and `as-of`.");
        };
    }

    private static Supposed answers(Supposed now, String written) {
        Supposed then = now;
        for (String each : written.split("[\\s,]+(?=\\S+=)")) {
            then = then.answering(converted(each, new Converters.Answer()::convert));
        }
        return then;
    }

    private String answeredQuestion(String question) {
        List<String> answered =
                session.supposed().answers().stream().map(Choice::question).toList();
        if (!answered.contains(question)) {
            throw RefusedException.usage(
                    "No answer to `" + question + "` is supposed.",
                    Suggestion.hint(question, answered),
                    answered.isEmpty() ? "" : "Answered are `" + String.join("`, `", answered) + "`.");
        }
        return question;
    }

    private static <T> T converted(String written, Function<String, T> converter) {
        try {
            return converter.apply(written);
        } catch (TypeConversionException wrong) {
            throw RefusedException.usage(wrong.getMessage() + ".");
        }
    }

    private static String needed(String rest, String what) {
        if (rest.isBlank()) {
            throw RefusedException.usage("Here is missing: " + what + ".");
        }
        return rest.strip();
    }

    private Report inferred(String rest) {
        return Reports.run(session.assessment(), rest.equals("all"));
    }

    private Report why(String id) {
        Assessment now = session.assessment();
        String wanted = needed(id, "the id of an inference, as `run` lists them");
        Inference inference =
                AskedFact.inference(wanted, now).orElseThrow(() -> UnknownInference.of(wanted, facts, now));
        return Reports.why(now, inference, new Detail(1, Integer.MAX_VALUE), false);
    }

    private Report whyNot(String id) {
        Assessment now = session.assessment();
        Fact fact = AskedFact.of(needed(id, "the id of something that does not follow"), facts, now);
        return Reports.whyNot(now, now.whyNot(fact, OptionalInt.empty()), false);
    }

    private Report scenarios(String ids) {
        Assessment now = session.assessment();
        List<Inference> picked = Stream.of(ids.split("\\s+"))
                .filter(id -> !id.isEmpty())
                .map(id -> AskedFact.inference(id, now).orElseThrow(() -> UnknownInference.of(id, facts, now)))
                .toList();
        return picked.isEmpty()
                ? Reports.scenarios(
                        now,
                        now.inferences().stream()
                                .filter(each -> each.status() != Status.EXCLUDED)
                                .toList(),
                        false)
                : Reports.scenarios(now, picked, true);
    }

    private Report save(String name) {
        Path file = Path.of(needed(name, "the name of a file"));
        if (Files.exists(file)) {
            throw RefusedException.usage("`" + file + "` is there already, and nothing is written over.");
        }
        if (session.supposed().asserted().isEmpty()) {
            throw RefusedException.usage("Nothing was asserted that could be saved.");
        }
        try {
            TextWriter.write(file, saved());
        } catch (IOException unwritable) {
            throw RefusedException.usage("The file `" + file + "` cannot be written.");
        }
        return Reports.text(
                "Written to " + file + ": as a further file in the folder of the case it is read with it.\n");
    }

    private String saved() {
        Supposed now = session.supposed();
        List<String> lines = new ArrayList<>();
        lines.add("# Asserted in a session of " + session.file().id() + ".");
        now.withdrawn().forEach(fact -> lines.add("# Withdrawn in it, and still stated in the files: " + fact.id()));
        now.answers().forEach(choice -> lines.add("# Supposed in it: " + choice.question() + " = " + choice.answer()));
        lines.add("facts:");
        now.asserted().forEach(yaml -> lines.add("  - " + (yaml.startsWith("{") ? yaml : "{" + yaml + "}")));
        return String.join("\n", lines) + "\n";
    }

    private Report help() {
        Map<String, String> uses = new LinkedHashMap<>();
        commands.values().forEach(command -> uses.put(command.use(), command.what()));
        return Reports.glossary(uses);
    }
}
