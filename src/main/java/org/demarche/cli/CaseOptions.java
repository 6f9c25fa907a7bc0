package org.demarche.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.demarche.Assessment;
import org.demarche.cases.CaseFile;
import org.demarche.check.NoScenario;
import org.demarche.inference.Choice;
import org.demarche.model.LikelihoodScale;
import org.jspecify.annotations.Nullable;

/** How a case is assessed. */
final class CaseOptions {

    final RuleOptions rules = new RuleOptions();
    List<Choice> answers = List.of();

    @Nullable
    LocalDate asOf;

    @Nullable
    LikelihoodScale scale;

    final LimitOptions limits = new LimitOptions();

    /** Adds these to what a command can be given. */
    void describe(Usage usage) {
        rules.describe(usage);
        usage.values(
                "--answer --scenario Q=A",
                ",",
                new Converters.Answer(),
                "Answers a question, `prk-aim=scale-down`: only the scenarios with this answer count. May be given "
                        + "several times.",
                given -> answers = given);
        usage.value(
                "--as-of DATE",
                new Converters.Day(),
                "Looks at the case on another day, `2018-03-26`: only what could be known and held then counts.",
                given -> asOf = given);
        usage.choice(
                "--scale " + String.join("|", LikelihoodScale.ids()),
                LikelihoodScale.ids(),
                new Converters.Scale(),
                "The scale whose phrases say how likely something is; else that of the case.",
                given -> scale = given);
        limits.describe(usage);
    }

    Optional<Duration> time() {
        return Optional.ofNullable(limits.timeout);
    }

    /** A case with likelihoods worded as these options say. */
    CaseFile worded(CaseFile file) {
        return scale == null ? file : file.wordedBy(scale);
    }

    /** What is supposed, a line for each answer. */
    List<String> supposed() {
        return answers.stream()
                .map(each -> "answered: " + each.question() + " = " + each.answer())
                .toList();
    }

    /** The day, the answers and the scale as options, to be put behind a command that is to look at the same. */
    String again() {
        StringBuilder options = new StringBuilder();
        if (asOf != null) {
            options.append(" --as-of ").append(asOf);
        }
        answers.forEach(each ->
                options.append(" --answer ").append(each.question()).append('=').append(each.answer()));
        if (scale != null) {
            options.append(" --scale ").append(scale.id());
        }
        return options.toString();
    }

    /**
     * The case as these options say, with a scenario left.
     *
     * @param progress told what is being done
     */
    Assessment assess(Path facts, Terminal terminal, Consumer<String> progress) {
        return assess(LoadedCase.load(facts, rules, terminal), progress);
    }

    /** The case as these options say, whether or not a scenario is left. */
    Assessment assessAnyway(Path facts, Terminal terminal, Consumer<String> progress) {
        return unchecked(LoadedCase.load(facts, rules, terminal), Optional.ofNullable(asOf), answers, progress)
                .given(answers);
    }

    /** A loaded case as these options say, with a scenario left. */
    Assessment assess(LoadedCase loaded, Consumer<String> progress) {
        return assess(loaded, Optional.ofNullable(asOf), answers, progress);
    }

    /** A loaded case within the limits of these options, on a day or its own, with some questions answered and a scenario left. */
    Assessment assess(LoadedCase loaded, Optional<LocalDate> day, List<Choice> given, Consumer<String> progress) {
        Assessment assessment = unchecked(loaded, day, given, progress);
        Assessment answered = assessment.given(given);
        if (answered.scenarios().signum() == 0) {
            throw new RefusedException(ExitCode.FINDINGS, NoScenario.sentences(assessment, given));
        }
        return answered;
    }

    /** With no question answered yet. */
    private Assessment unchecked(
            LoadedCase loaded, Optional<LocalDate> day, List<Choice> given, Consumer<String> progress) {
        CaseFile worded = worded(loaded.caseFile());
        CaseFile file = day.map(worded::asOf).orElse(worded);
        AnswerCheck.check(file, given);
        return loaded.reasoner().assess(file, limits.limits(), progress);
    }
}
