package org.demarche.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.demarche.cases.CaseFile;
import org.demarche.check.Trace;
import org.demarche.compile.Rulebase;
import org.demarche.report.Reports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What carries the claims of an encoded assessment. */
@Command(
        name = "trace",
        header = "  demarche trace facts/kim-beijing-2018",
        description =
                "Shows for each claim in the case's `claims.yaml` the rules, statements and questions that cite it "
                        + "and the expectations that exercise it, and what is missing.")
final class TraceCommand extends ReportCommand {

    @Parameters(paramLabel = "FACTS", description = "A case: its folder.")
    Path facts = Path.of("");

    @Mixin
    RuleOptions rules = new RuleOptions();

    @Override
    Outcome outcome(Terminal terminal) {
        LoadedCase loaded = LoadedCase.load(facts, rules, terminal);
        CaseFile caseFile = loaded.caseFile();
        if (caseFile.claims().isEmpty()) {
            throw RefusedException.usage(
                    "The case `" + caseFile.id() + "` has no claims to trace.",
                    "They are listed in its file `claims.yaml`.");
        }
        Rulebase all = loaded.reasoner().rulebase();
        Rulebase used = caseFile.rules().isEmpty() ? all : all.in(caseFile.rules());
        List<Path> places = new ArrayList<>(rules.roots(facts, terminal));
        places.add(facts);
        Trace trace = Trace.of(caseFile, used.cards().values(), Expectations.about(caseFile, places));
        return Outcome.of(Reports.trace(caseFile, trace), trace.complete());
    }

    @Override
    String doing() {
        return "tracing " + facts;
    }
}
