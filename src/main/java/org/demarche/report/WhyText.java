package org.demarche.report;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.cases.Basis;
import org.demarche.cases.Statement;
import org.demarche.explain.changes.Changes;
import org.demarche.explain.why.Explanation;
import org.demarche.explain.why.Explanation.Absent;
import org.demarche.explain.why.Explanation.Accumulated;
import org.demarche.explain.why.Explanation.Answered;
import org.demarche.explain.why.Explanation.Asked;
import org.demarche.explain.why.Explanation.Element;
import org.demarche.explain.why.Explanation.Held;
import org.demarche.explain.why.Explanation.Origin;
import org.demarche.explain.why.Explanation.Premise;
import org.demarche.explain.why.Explanation.Reason;
import org.demarche.explain.why.Explanation.Stated;
import org.demarche.explain.why.Explanation.Step;
import org.demarche.explain.why.Explanation.Support;
import org.demarche.explain.wording.Sentences;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.demarche.model.Fact;
import org.demarche.model.Settled;
import org.demarche.source.SourceLocation;

/** Sets why an inference holds: supports as trees from rules down to sources, and what other supports there are. */
final class WhyText {

    private static final int FEW = 4;

    private final Assessment assessment;
    private final Words words;
    private final Bibliography sources;
    private final Page page;
    private final boolean deeper;

    /** Of the support that is being set, from 0. */
    private int number;

    WhyText(Assessment assessment, Page page) {
        this(assessment, page, new Bibliography(assessment), true);
    }

    /**
     * @param sources where what is cited is gathered
     * @param deeper whether whoever reads it can ask for more with {@code --depth}; else {@code why} tells how it goes on
     */
    WhyText(Assessment assessment, Page page, Bibliography sources, boolean deeper) {
        this.assessment = assessment;
        this.words = new Words(assessment);
        this.sources = sources;
        this.page = page;
        this.deeper = deeper;
    }

    String text(Explanation explanation, Changes changes, boolean all) {
        Inference inference = explanation.inference();
        Paper paper = new Paper(page);
        new Topic(words, paper, page).set(inference);
        paper.blank();
        if (explanation.supports().isEmpty()) {
            paper.paragraph(0, nowhere(inference));
        }
        if (inference.undecided().signum() > 0) {
            paper.paragraph(
                    0,
                    "It is undecided " + words.share(inference.undecided())
                            + ", because the rules contradict themselves:");
            new Circles(assessment, words, paper).set(2);
        }
        List<Support> shown = explanation.supports().stream()
                .filter(each -> each.reason().isPresent())
                .toList();
        for (int i = 0; i < shown.size(); i++) {
            number = i;
            boolean alone = explanation.supports().stream()
                            .filter(each -> each.scenarios()
                                    .equals(explanation.supports().get(0).scenarios()))
                            .count()
                    == 1;
            support(shown.get(i), inference, shown.size() > 1 ? i + 1 : 0, alone, paper);
        }
        others(explanation, shown, paper);
        new ConfidenceText(assessment, words, sources, paper).set(inference);
        new ChangesText(words, paper, page).set(changes, all || page.verbose(), false);
        sources.print(paper);
        return paper.print();
    }

    private static String nowhere(Inference inference) {
        if (inference.status() == Status.EXCLUDED) {
            return "Nothing that could conclude it is met in any possible scenario. What keeps it, `whynot` tells.";
        }
        return "No rule for it is met for certain in any possible scenario"
                + (inference.tendencies().isEmpty()
                        ? "."
                        : ": it would follow only where " + Words.or(inference.tendencies())
                                + " does not hold, which is but a tendency. What is in the way otherwise: whynot.");
    }

    /** @param number 0 for the only one that is shown */
    private void support(Support support, Inference inference, int number, boolean alone, Paper paper) {
        boolean everywhere = support.scenarios().equals(inference.scenarios());
        String where = words.share(support.scenarios())
                + (everywhere || support.conditions().isEmpty()
                        ? ""
                        : ", " + String.join(", ", words.where(support.conditions(), most())));
        if (number > 0) {
            if (number > 1) {
                paper.blank();
            }
            paper.paragraph(0, Ink.STRONG.on("Support " + number) + ", " + where);
        } else if (!everywhere) {
            paper.paragraph(
                    0, (alone ? "The widest support stands " : "One of the widest supports stands ") + where + ":");
        }
        support.reason().ifPresent(reason -> new Tree(List.of(), List.of(reason(reason))).print(paper));
    }

    private void others(Explanation explanation, List<Support> shown, Paper paper) {
        List<Support> others = explanation
                .supports()
                .subList(shown.size(), explanation.supports().size());
        if (explanation.supports().isEmpty()) {
            return;
        }
        paper.blank();
        if (others.isEmpty() && explanation.complete()) {
            paper.paragraph(0, shown.size() == 1 ? "It has no other support." : "It has no other supports.");
            return;
        }
        String count = (explanation.complete() ? "" : "at least ")
                + Words.number(BigInteger.valueOf(Math.max(1, others.size())));
        paper.paragraph(
                0,
                "It has " + count + " other " + (others.size() < 2 ? "support" : "supports")
                        + (others.isEmpty() ? "." : " (in full: --all):"));
        Set<String> above = shown.stream()
                .flatMap(each -> each.rules().stream().map(Step::rule))
                .collect(Collectors.toSet());
        Set<String> facts =
                shown.stream().flatMap(each -> each.facts().stream()).collect(Collectors.toSet());
        Set<String> said = new HashSet<>();
        others.stream().limit(most()).forEach(each -> {
            String through = other(each, above, Set.of(), false);
            paper.paragraph(
                    "  ",
                    "    ",
                    said.add(through) ? other(each, above, facts, false) : other(each, above, facts, true));
        });
        if (others.size() > most()) {
            paper.paragraph(2, "and " + (others.size() - most()) + " more");
        }
    }

    /**
     * Where another support stands, and what it has that those shown have not.
     *
     * @param alike whether another one goes through the same rules, so that facts have to tell them apart
     */
    private String other(Support support, Set<String> above, Set<String> facts, boolean alike) {
        String where = words.share(support.scenarios())
                + (support.scenarios().equals(assessment.scenarios())
                        ? ""
                        : ", " + String.join(", ", words.where(support.conditions(), 2)));
        List<String> through = support.rules().stream()
                .filter(step -> !above.contains(step.rule()))
                .map(step -> "“" + step.title() + "”" + Words.beside(step.title(), step.rule()))
                .toList();
        List<String> on = support.facts().stream()
                .filter(fact -> !facts.contains(fact))
                // Two reports may say the same.
                .map(fact -> facts.stream().anyMatch(other -> clause(other).equals(clause(fact)))
                        ? clause(fact) + " " + Ink.QUIET.on("(" + fact + ")")
                        : clause(fact))
                .toList();
        String way = through.isEmpty() ? "by the same rules" : "through " + Words.and(through);
        boolean telling = (through.isEmpty() || alike) && !on.isEmpty();
        return where + ": " + way + (telling ? ", because " + Words.and(on) : through.isEmpty() ? " and facts" : "");
    }

    /** What a case states under an id. */
    private String clause(String id) {
        return Stream.concat(
                        assessment.caseFile().statements().stream(),
                        assessment.caseFile().questions().stream()
                                .flatMap(question -> question.answers().stream())
                                .flatMap(answer -> answer.facts().stream()))
                .map(Statement::fact)
                .filter(fact -> fact.id().equals(id))
                .findFirst()
                .or(() -> ofTheEngine(id))
                .map(words::clause)
                .orElse(id);
    }

    /** What the engine itself states under an id, of questions and of sources. */
    private Optional<Fact> ofTheEngine(String id) {
        return assessment.worlds().graph().outright().stream()
                .mapToObj(node -> assessment.worlds().graph().fact(node))
                .flatMap(Optional::stream)
                .filter(fact -> fact.id().equals(id))
                .findFirst();
    }

    Tree reason(Reason reason) {
        List<String> lines = new ArrayList<>();
        lines.add(Ink.STRONG.on(reason.title()) + Words.beside(reason.title(), reason.rule()));
        lines.add((reason.sentence() + " " + source(sources.cite(reason.citations()))).strip());
        List<Line> notes = new ArrayList<>();
        reason.likelihood()
                .ifPresent(likelihood -> notes.add(
                        words.likelihood(likelihood).after("A tendency: ").then(", not always.")));
        if (page.verbose()) {
            notes.add(new PlainLine(place(reason.at())));
        }
        // Rules of others need not say anything.
        lines.removeIf(String::isEmpty);
        return new Tree(
                lines, notes, reason.premises().stream().map(this::premise).toList());
    }

    private Tree premise(Premise premise) {
        if (premise instanceof Accumulated accumulated) {
            return accumulated(accumulated);
        }
        return premise instanceof Held held ? held(held) : absent((Absent) premise);
    }

    private Tree accumulated(Accumulated accumulated) {
        List<Tree> branches = new ArrayList<>();
        accumulated.present().forEach(element -> branches.add(element(element)));
        accumulated.absent().stream().limit(most()).forEach(each -> branches.add(absent(each)));
        if (accumulated.absent().size() > most()) {
            branches.add(tree(
                    List.of("and nothing says the like of "
                            + (accumulated.absent().size() - most()) + " more"),
                    List.of()));
        }
        if (accumulated.others() > 0) {
            boolean all = branches.isEmpty();
            branches.add(tree(
                    List.of(
                            accumulated.others() == 1
                                    ? all ? "whether or not this is so" : "whether or not the one other is there"
                                    : "whichever of the " + accumulated.others() + (all ? "" : " others")
                                            + " are there"),
                    List.of()));
        }
        List<String> lines = new ArrayList<>();
        lines.add(accumulated.sentence() + (branches.isEmpty() ? "" : ":"));
        if (!accumulated.comesTo().isEmpty()) {
            lines.add(Sentences.capital(accumulated.comesTo()));
        }
        return new Tree(lines, branches);
    }

    private Tree element(Element element) {
        List<Tree> parts = element.premises().stream().map(this::premise).toList();
        String taken = element.taken().isEmpty() ? "" : " " + Ink.QUIET.on("[" + element.taken() + "]");
        if (parts.size() > 1) {
            return new Tree(List.of("these together" + taken + ":"), parts);
        }
        List<String> lines = new ArrayList<>(parts.get(0).lines());
        lines.set(0, lines.get(0) + taken);
        return new Tree(lines, parts.get(0).branches());
    }

    private Tree absent(Absent absent) {
        List<String> lines = new ArrayList<>();
        lines.add(absent.sentence() + (absent.instead().isEmpty() ? "" : ":"));
        if (!absent.presentUnder().isEmpty()) {
            lines.add("but " + String.join(", ", words.where(absent.presentUnder(), most()))
                    + (absent.instead().isEmpty() ? ", it is so" : ", there is an exception"));
        }
        return tree(lines, absent.instead().stream().map(this::held).toList());
    }

    Tree held(Held held) {
        List<String> lines = new ArrayList<>();
        String statements = statements(held);
        String shown = switch (held.shown()) {
            case HERE -> "";
            case ABOVE -> " " + Ink.QUIET.on(above(held));
            case NOT -> " " + Ink.QUIET.on("(goes on: " + (deeper ? "--depth" : "why " + held.id()) + ")");
        };
        String tests = held.tests().isEmpty() ? "" : "; " + String.join("; ", held.tests());
        lines.add(held.sentence() + tests + (statements.isEmpty() ? "" : " " + statements) + shown);
        held.origins().stream().flatMap(this::origin).forEach(lines::add);
        return tree(lines, held.reason().map(this::reason).stream().toList());
    }

    /** In which support it has been shown, when that is not this one. */
    private String above(Held held) {
        return held.shownIn() == number ? "(shown above)" : "(shown in support " + (held.shownIn() + 1) + ")";
    }

    /** Who states it, beside the sentence. */
    String statements(Held held) {
        return held.origins().stream()
                .flatMap(origin -> origin instanceof Stated stated ? Stream.of(source(cited(stated))) : Stream.empty())
                .collect(Collectors.joining(" "));
    }

    private String cited(Stated stated) {
        String cited = sources.cite(stated.citations());
        if (stated.basis() == Basis.EVIDENCE) {
            return cited;
        }
        return cited.isEmpty() ? "assumption" : "assumption; " + cited;
    }

    /** What else there is to say about where it comes from. */
    private Stream<String> origin(Origin origin) {
        if (origin instanceof Stated stated) {
            return page.verbose() ? Stream.of(stated.note(), place(stated.at())) : Stream.empty();
        }
        if (origin instanceof Answered answered) {
            String id = answered.question() + " = " + answered.answer();
            String says = words.answer(answered.question(), answered.answer());
            String settled = new Settled(answered.question(), answered.answer()).id();
            // What settles it has supports of its own.
            String further = !answered.open() && assessment.find(settled).isPresent() ? "; see why " + settled : "";
            // Without a sentence of its own it is told apart by what is asked.
            return Stream.of((answered.open() ? "if " : "since ")
                    + (says.equals(id)
                            ? "the answer to “" + ask(answered.ask(), answered.question()) + "” is " + answered.answer()
                            : says + " " + Ink.QUIET.on("[" + id + further + "]")));
        }
        Asked asked = (Asked) origin;
        return Stream.of("as an answer to “" + ask(asked.ask(), asked.question()) + "”");
    }

    private String place(SourceLocation at) {
        return page.verbose() ? Ink.QUIET.on(at.toString()) : "";
    }

    private static String source(String text) {
        return text.isEmpty() ? "" : Ink.QUIET.on("(" + text + ")");
    }

    private static String ask(String ask, String question) {
        return ask.isEmpty() ? question : ask;
    }

    private static Tree tree(List<String> lines, List<Tree> branches) {
        return new Tree(lines.stream().filter(line -> !line.isEmpty()).toList(), branches);
    }

    private int most() {
        return page.verbose() ? Integer.MAX_VALUE : FEW;
    }
}
