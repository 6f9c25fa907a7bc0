package org.demarche.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.demarche.Assessment;
import org.demarche.explain.why.Explanation.Detail;
import org.demarche.explain.whynot.Contrast;
import org.demarche.inference.Inference;
import org.demarche.model.Fact;
import org.demarche.report.Reports;
import org.jspecify.annotations.Nullable;

/** Why an inference holds. */
final class WhyCommand extends ReportCommand {

    private Path facts = Path.of("");
    private String id = "";
    private boolean all;
    private int depth = Integer.MAX_VALUE;
    private @Nullable String ratherThan;
    private final CaseOptions options = new CaseOptions();

    @Override
    void usage(Usage usage) {
        usage.examples(
                "  demarche why facts/kestrel-strait VAR.quarantine.KES",
                "  demarche why facts/kim-beijing-2018 PRK.end-estrangement.CHN --scenario prk-aim=scale-down",
                "  demarche why facts/kim-beijing-2018 PRK.lean-on.CHN --rather-than PRK.weaken-enforcement.CHN");
        usage.description(
                "Shows why something is inferred: the support that covers most scenarios, as a tree of rules and "
                        + "what each of them stands on, down to the sources, and what other supports there are. With `--rather-than`: what it has in common with something else "
                        + "that could be expected, and where they part.");
        usage.path("FACTS", "A case: its folder or its file.", given -> facts = given);
        usage.text("ID", "The id of an inference, as `run` lists it.", given -> id = given);
        usage.flag("--all", "All supports as trees, and everything that would change anything.", on -> all = on);
        usage.value(
                "--depth N",
                new Converters.Whole(),
                "Goes only so many rules deep; else down to the sources.",
                given -> depth = given);
        usage.text(
                "--rather-than ID2",
                "Why ID and not ID2: what both need, the first thing that ID2 lacks where only ID holds, and which answers tell "
                        + "them apart.",
                given -> ratherThan = given);
        options.describe(usage);
    }

    @Override
    Outcome outcome(Terminal terminal) {
        if (depth < 1) {
            throw RefusedException.usage("`--depth` is a number from 1 on.");
        }
        if (ratherThan != null) {
            return contrast(ratherThan, terminal);
        }
        Detail detail = new Detail(all ? Integer.MAX_VALUE : 1, depth);
        Assessment assessment = options.assess(facts, terminal, progress);
        return AskedFact.inference(id, assessment)
                .map(inference -> new Outcome(Reports.why(assessment, inference, detail, all), ExitCode.DONE, ""))
                .orElseThrow(() -> UnknownInference.of(id, facts + options.again(), assessment));
    }

    private Outcome contrast(String second, Terminal terminal) {
        if (all || depth < Integer.MAX_VALUE) {
            throw RefusedException.usage("`--all` and `--depth` are of no use with `--rather-than`.");
        }
        if (id.equals(second)) {
            throw RefusedException.usage("`" + id + "` is asked for rather than itself; name another id.");
        }
        Assessment assessment = options.assess(facts, terminal, progress);
        Inference inference = AskedFact.inference(id, assessment)
                .orElseThrow(() -> UnknownInference.of(id, facts + options.again(), assessment));
        if (inference.scenarios().signum() == 0) {
            throw UnknownInference.nowhere(id, facts + options.again(), assessment);
        }
        Fact other = AskedFact.of(second, facts + options.again(), assessment);
        Contrast contrast = assessment.ratherThan(inference, other);
        if (contrast.otherInference().isEmpty() && contrast.partings().isEmpty()) {
            throw UnknownInference.none(second, facts + options.again(), assessment);
        }
        String advice = "\nEach by itself: demarche why " + facts + " " + id + ", demarche whynot " + facts + " "
                + second + ".";
        return new Outcome(Reports.contrast(assessment, contrast), ExitCode.DONE, advice);
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
