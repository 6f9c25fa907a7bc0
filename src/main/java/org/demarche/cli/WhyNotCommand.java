package org.demarche.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.demarche.Assessment;
import org.demarche.explain.whynot.Obstacles;
import org.demarche.explain.whynot.WhyNot;
import org.demarche.model.Fact;
import org.demarche.report.Reports;
import org.jspecify.annotations.Nullable;

/** What keeps something from being inferred. */
final class WhyNotCommand extends ReportCommand {

    private Path facts = Path.of("");
    private String id = "";
    private boolean all;
    private @Nullable Integer depth;
    private final CaseOptions options = new CaseOptions();

    @Override
    void usage(Usage usage) {
        usage.examples(
                "  demarche whynot facts/kestrel-strait HAL.quarantine.KES",
                "  demarche whynot facts/kim-beijing-2018 PRK.lean-on.CHN --scenario prk-aim=scale-down");
        usage.description(
                "Shows why something is not inferred: for each rule that could conclude it which conditions are met "
                        + "and by what, which is not, and which facts come near to it. The nearest rule comes first.");
        usage.path("FACTS", "A case: its folder or its file.", given -> facts = given);
        usage.text(
                "ID",
                "What is not inferred: an actor, an action or a finding, and what it is about, " + "`PRK.lean-on.CHN`.",
                given -> id = given);
        usage.flag(
                "--all",
                "All rules as deep as they go, and everything that would change in how many scenarios it holds.",
                on -> all = on);
        usage.value(
                "--depth N",
                new Converters.Whole(),
                "Goes so many rules deep, at most 100; else as deep as fits about one page.",
                given -> depth = given);
        options.describe(usage);
    }

    @Override
    Outcome outcome(Terminal terminal) {
        if (depth != null && (depth < 1 || depth > WhyNot.DEEPEST)) {
            throw RefusedException.usage("`--depth` is a number from 1 to " + WhyNot.DEEPEST + ".");
        }
        Assessment assessment = options.assess(facts, terminal, progress);
        Fact fact = AskedFact.of(id, facts + options.again(), assessment);
        Obstacles obstacles = assessment.whyNot(fact, deep());
        if (obstacles.scenarios().signum() > 0 && obstacles.attempts().isEmpty()) {
            throw UnknownInference.none(id, facts + options.again(), assessment);
        }
        return new Outcome(Reports.whyNot(assessment, obstacles, all), ExitCode.DONE, "");
    }

    private OptionalInt deep() {
        return depth != null ? OptionalInt.of(depth) : all ? OptionalInt.of(WhyNot.DEEPEST) : OptionalInt.empty();
    }

    @Override
    Optional<Duration> time() {
        return options.time();
    }

    @Override
    String doing() {
        return "assessing " + facts;
    }
}
