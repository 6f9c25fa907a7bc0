package org.demarche.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.demarche.cases.CaseFile;
import org.demarche.check.Trace;
import org.demarche.compile.Rulebase;
import org.demarche.report.Reports;

/** What carries the claims of an encoded assessment. */
final class TraceCommand extends ReportCommand {

    private Path facts = Path.of("");
    private final RuleOptions rules = new RuleOptions();

    @Override
    void usage(Usage usage) {
        usage.examples("  demarche trace facts/kim-beijing-2018");
        usage.description(
                "Shows for each claim in the case's `claims.yaml` the rules, statements and questions that cite it "
                        + "and the expectations that exercise it, and what is missing.");
        usage.path("FACTS", "A case: its folder.", given -> facts = given);
        rules.describe(usage);
    }

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
