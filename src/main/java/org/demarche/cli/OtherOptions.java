package org.demarche.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.demarche.cases.CaseFile;
import org.demarche.inference.Choice;
import org.jspecify.annotations.Nullable;

/** What the second of two assessments has otherwise than the first; what is not said is as in the first. */
final class OtherOptions {

    @Nullable
    LocalDate asOf;

    List<Path> rules = List.of();
    List<Choice> answers = List.of();

    /** Adds these to what a command can be given. */
    void describe(Usage usage) {
        usage.value(
                "--other-as-of DATE",
                new Converters.Day(),
                "The day of the second assessment; else that of `--as-of`, else its case's own.",
                given -> asOf = given);
        usage.paths(
                "--other-rules DIR|FILE",
                "",
                "The rules of the second assessment; else those of `--rules`. May be given several times.",
                given -> rules = given);
        usage.values(
                "--other-answer Q=A",
                ",",
                new Converters.Answer(),
                "Answers a question in the second assessment; else all answers of `--answer` are given there too, "
                        + "as far as it asks these questions. May be given several times.",
                given -> answers = given);
    }

    /** Whether nothing differs but perhaps the case. */
    boolean sameAs(CaseOptions first) {
        return Optional.ofNullable(asOf).map(day -> day.equals(first.asOf)).orElse(true)
                && (rules.isEmpty() || rules.equals(first.rules.rules))
                && (answers.isEmpty() || new HashSet<>(answers).equals(new HashSet<>(first.answers)));
    }

    RuleOptions rules(CaseOptions first) {
        if (rules.isEmpty()) {
            return first.rules;
        }
        RuleOptions own = new RuleOptions();
        own.rules = rules;
        own.declarativeOnly = first.rules.declarativeOnly;
        own.classpath = first.rules.classpath;
        return own;
    }

    Optional<LocalDate> day(CaseOptions first) {
        return Optional.ofNullable(asOf).or(() -> Optional.ofNullable(first.asOf));
    }

    /** The answers given here, else those of the first that the case can be given on its day. */
    List<Choice> answers(CaseOptions first, CaseFile file) {
        return answers.isEmpty()
                ? first.answers.stream()
                        .filter(choice -> file.questionsAt().stream()
                                .anyMatch(each -> each.id().equals(choice.question())
                                        && each.answer(choice.answer()).isPresent()))
                        .toList()
                : answers;
    }
}
