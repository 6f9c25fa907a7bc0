package org.demarche.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.check.ExpectationYaml;
import org.demarche.mutants.Missing;
import org.demarche.mutants.MutantResult;
import org.demarche.mutants.MutantResult.Fate;
import org.jspecify.annotations.Nullable;

/** Which changes of rules no expectation noticed, and what would have noticed them. */
final class MutantReport {

    private static final int INDENT = 4;

    private MutantReport() {}

    static void text(TestRun run, Paper paper) {
        paper.blank().heading("Changed rules");
        List<String> counts = new ArrayList<>();
        int noticed = run.with(Fate.KILLED).size();
        int all = run.mutants().map(List::size).orElse(0);
        counts.add(noticed + " of " + all + (all == 1 ? " change " : " changes ") + (noticed == 1 ? "is" : "are")
                + " noticed");
        add(counts, run.survivors().size(), " is not", " are not");
        String accepted = " need not be, for a written reason";
        add(counts, run.with(Fate.ACCEPTED).size(), accepted, accepted);
        add(
                counts,
                run.with(Fate.EQUIVALENT).size(),
                " makes no difference in any case on any day",
                " make no difference in any case on any day");
        paper.paragraph(2, String.join(", ", counts) + ".");
        run.survivors().forEach(each -> survivor(each, paper));
        if (paper.page().verbose()) {
            run.with(Fate.ACCEPTED).forEach(each -> accepted(each, paper));
            run.with(Fate.EQUIVALENT).forEach(each -> equivalent(each, paper));
        }
    }

    private static void add(List<String> counts, int count, String single, String several) {
        if (count > 0) {
            counts.add(count + (count == 1 ? single : several));
        }
    }

    private static void title(MutantResult result, String mark, Paper paper) {
        paper.blank()
                .paragraph(
                        "  " + mark,
                        " ".repeat(INDENT),
                        Ink.STRONG.on(result.mutant().rule()) + " "
                                + result.mutant().what());
        paper.paragraph(INDENT, Ink.QUIET.on(result.mutant().at().toString()));
    }

    private static void survivor(MutantResult result, Paper paper) {
        title(result, Ink.BAD.on("not noticed") + "  ", paper);
        result.missing().ifPresent(missing -> {
            paper.paragraph(INDENT, sentence(missing));
            paper.paragraph(INDENT, "An expectation that would notice, for " + missing.file() + ":");
            paper.line(" ".repeat(INDENT) + ExpectationYaml.of(missing.expectation()));
        });
    }

    static String sentence(Missing missing) {
        String when =
                missing.expectation().asOf().map(day -> "As of " + day + " ").orElse("");
        return when + missing.expectation().id() + " would be: " + missing.after() + "; it is: " + missing.before()
                + ".";
    }

    private static void accepted(MutantResult result, Paper paper) {
        title(result, "not noticed, with a reason  ", paper);
        result.accepted()
                .ifPresent(accepted -> paper.paragraph(INDENT, accepted.because() + " (" + accepted.at() + ")"));
    }

    private static void equivalent(MutantResult result, Paper paper) {
        title(result, "no difference  ", paper);
    }

    static Map<String, @Nullable Object> json(TestRun run) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("tried", run.mutants().map(List::size).orElse(0));
        for (Fate fate : Fate.values()) {
            written.put(fate.word(), run.with(fate).size());
        }
        written.put(
                "changes",
                run.mutants().stream()
                        .flatMap(List::stream)
                        .map(MutantReport::json)
                        .toList());
        return written;
    }

    private static Map<String, @Nullable Object> json(MutantResult result) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("rule", result.mutant().rule());
        written.put("mutant", result.mutant().operator().word());
        written.put("of", result.mutant().text());
        written.put("into", result.mutant().into());
        Json.putPlace(written, result.mutant().at());
        written.put("fate", result.fate().word());
        written.put("noticed", result.noticed().isEmpty() ? null : result.noticed());
        written.put("noticedAt", result.noticedAt().map(Object::toString).orElse(null));
        written.put("because", result.accepted().map(each -> each.because()).orElse(null));
        written.put("missing", result.missing().map(MutantReport::json).orElse(null));
        return written;
    }

    private static Map<String, @Nullable Object> json(Missing missing) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("file", missing.file().toString().replace('\\', '/'));
        written.put("yaml", ExpectationYaml.of(missing.expectation()));
        written.put("id", missing.expectation().id());
        written.put("asOf", missing.expectation().asOf().map(Object::toString).orElse(null));
        written.put("given", missing.expectation().given());
        written.put("before", missing.before());
        written.put("after", missing.after());
        return written;
    }
}
