package org.demarche.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.demarche.cases.CaseFile;
import org.demarche.inference.Choice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the second of two assessments has otherwise than the first; what is not said is as in the first. */
final class OtherOptions {

    @Option(
            names = "--other-as-of",
            paramLabel = "DATE",
            converter = Converters.Day.class,
            description = "The day of the second assessment; else that of `--as-of`, else its case's own.")
    @Nullable
    LocalDate asOf;

    @Option(
            names = "--other-rules",
            paramLabel = "DIR|FILE",
            description = "The rules of the second assessment; else those of `--rules`. May be given several times.")
    List<Path> rules = List.of();

    @Option(
            names = "--other-answer",
            paramLabel = "Q=A",
            split = ",",
            converter = Converters.Answer.class,
            description =
                    "Answers a question in the second assessment; else all answers of `--answer` are given there too, "
                            + "as far as it asks these questions. May be given several times.")
    List<Choice> answers = List.of();

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
