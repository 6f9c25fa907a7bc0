package org.demarche.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.Timeline;
import org.demarche.cases.Basis;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Statement;
import org.demarche.explain.why.Explanation.Detail;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.demarche.model.Fact;
import org.demarche.report.Page;
import org.demarche.report.Report;
import org.demarche.report.Reports;

/** Everything that can be asked about one case, each as the command line does it once rules and case are loaded. */
public final class Explained {

    private static final int FEW = 20;
    private static final Detail ALL = new Detail(Integer.MAX_VALUE, Integer.MAX_VALUE);
    private static final Page PAGE = new Page(100, false, false);

    private final String name;
    private final Reasoner reasoner;
    private final CaseFile caseFile;
    private final Assessment assessment;
    private final List<LocalDate> days;

    /**
     * One thing to ask.
     *
     * @param what what a command is given
     */
    public record Asked(String what, Supplier<?> answer) {

        /** The answer as text. */
        public String text() {
            Object given = answer.get();
            return given instanceof Report report ? report.text(PAGE) : given.toString();
        }

        /** The answer as text and as JSON. */
        public String inFull() {
            Object given = answer.get();
            return given instanceof Report report ? report.text(PAGE) + report.json() : given.toString();
        }
    }

    public Explained(String name, Reasoner reasoner, CaseFile caseFile) {
        this.name = name;
        this.reasoner = reasoner;
        this.caseFile = caseFile;
        this.assessment = reasoner.assess(caseFile);
        this.days = assessment.timeline(Optional.empty(), Optional.empty()).points().stream()
                .map(Timeline.Point::day)
                .toList();
    }

    static Explained shipped(String name) {
        Reasoner reasoner = Reasoner.load(Path.of("rules"));
        return new Explained(
                name,
                reasoner,
                CaseFile.read(
                        Path.of("facts").resolve(name), reasoner.rulebase().vocabulary()));
    }

    static Explained large(Path folder, LargeCase.Size size) {
        LargeCase.write(folder, size);
        Reasoner reasoner = Reasoner.load(folder.resolve("rules"));
        return new Explained(
                size.facts() + " facts, " + size.rules() + " rules",
                reasoner,
                CaseFile.read(LargeCase.facts(folder), reasoner.rulebase().vocabulary()));
    }

    String name() {
        return name;
    }

    Assessment assessment() {
        return assessment;
    }

    /** What is asked, by command. */
    public Map<String, List<Asked>> all() {
        Map<String, List<Asked>> all = new LinkedHashMap<>();
        all.put("run", List.of(new Asked("", () -> Reports.run(reasoner.assess(caseFile), true))));
        all.put("why", why(Detail.SHORT, false));
        all.put("why --all", why(ALL, true));
        all.put("whynot", whyNot());
        all.put("changes", changes());
        all.put("whatif", whatIf());
        all.put("assumptions", List.of(new Asked("", () -> Reports.assumptions(assessment))));
        all.put("run --since", since());
        all.put("timeline", timeline());
        return all;
    }

    private List<Asked> why(Detail detail, boolean all) {
        return assessment.inferences().stream()
                .map(each -> new Asked(each.id(), () -> Reports.why(assessment, each, detail, all)))
                .toList();
    }

    /** What is inferred in some scenarios or in none, and for each inference the same of somebody else. */
    private List<Asked> whyNot() {
        List<Fact> facts = new ArrayList<>();
        for (Inference inference : assessment.inferences()) {
            if (inference.status() != Status.ROBUST) {
                facts.add(inference.fact());
            }
            ofAnother(inference.fact())
                    .filter(each -> assessment.find(each.id()).isEmpty())
                    .ifPresent(facts::add);
        }
        return facts.stream()
                .distinct()
                .map(fact -> new Asked(fact.id(), () -> Reports.whyNot(assessment, assessment.whyNot(fact), false)))
                .toList();
    }

    /** The same with another actor in place of the last one that it names. */
    private Optional<Fact> ofAnother(Fact fact) {
        List<String> actors = caseFile.actors().keySet().stream().sorted().toList();
        List<String> values = new ArrayList<>(fact.values());
        for (int i = values.size() - 1; i >= 0; i--) {
            int actor = actors.indexOf(values.get(i));
            if (actor >= 0) {
                values.set(i, actors.get((actor + 1) % actors.size()));
                return Optional.of(fact.type().create(values));
            }
        }
        return Optional.empty();
    }

    /** By itself what is a part of why and whynot. */
    private List<Asked> changes() {
        return assessment.inferences().stream()
                .map(each -> new Asked(each.id(), () -> assessment.changes(each.fact())))
                .toList();
    }

    private List<Asked> whatIf() {
        List<Asked> asked = new ArrayList<>();
        assessment
                .questions()
                .forEach(question -> question.answers().stream()
                        .filter(answer -> assessment.possible(question.id(), answer.id()))
                        .forEach(answer -> asked.add(diff(
                                "--answer " + question.id() + "=" + answer.id(),
                                () -> assessment.given(question.id(), answer.id())))));
        for (Statement statement : sampled()) {
            Fact fact = statement.fact();
            asked.add(diff("--drop " + fact.id(), () -> assessment.with(caseFile.without(fact))));
            ofAnother(fact)
                    .ifPresent(other -> asked.add(
                            diff("--add " + other.id(), () -> assessment.with(caseFile.with(Statement.of(other))))));
        }
        return asked;
    }

    /** All assumptions, and some of the other statements. */
    private List<Statement> sampled() {
        List<Statement> sorted = caseFile.statementsAt().stream()
                .filter(each -> each.fact().type().stated())
                .sorted((one, other) -> one.fact().id().compareTo(other.fact().id()))
                .toList();
        int step = Math.max(1, sorted.size() / FEW);
        return IntStream.range(0, sorted.size())
                .filter(i -> i % step == 0 || sorted.get(i).basis() == Basis.ASSUMPTION)
                .mapToObj(sorted::get)
                .toList();
    }

    private Asked diff(String what, Supplier<Assessment> after) {
        return new Asked(what, () -> Reports.diff(assessment, after.get(), List.of(what)));
    }

    private List<Asked> since() {
        return days.stream()
                .map(day -> new Asked(day.toString(), () -> since(day)))
                .toList();
    }

    private Report since(LocalDate day) {
        return Reports.diff(assessment.asOf(day), assessment, List.of("what has changed since " + day));
    }

    /** None where nothing has a date. */
    private List<Asked> timeline() {
        return days.isEmpty()
                ? List.of()
                : List.of(
                        new Asked("", () -> Reports.timeline(assessment.timeline(Optional.empty(), Optional.empty()))));
    }
}
