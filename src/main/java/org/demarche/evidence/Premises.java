package org.demarche.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.cases.Basis;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Grade;
import org.demarche.cases.Question;
import org.demarche.cases.Statement;
import org.demarche.inference.Choice;
import org.demarche.model.Confidence;
import org.demarche.model.Fact;
import org.demarche.model.Report;

/** How good the evidence is for what a case states outright. */
public final class Premises {

    private final CaseFile file;
    private final Map<Fact, List<Statement>> statements = new HashMap<>();

    /** Who says the same as a report, by question and answer. */
    private final Map<List<String>, List<Voice>> said = new HashMap<>();

    public Premises(CaseFile file) {
        this.file = file;
        // What an answer would make true is no evidence that it is so.
        file.statementsAt().forEach(statement -> {
            statements
                    .computeIfAbsent(statement.fact(), any -> new ArrayList<>())
                    .add(statement);
            if (statement.fact() instanceof Report report) {
                said.computeIfAbsent(about(report), any -> new ArrayList<>()).add(voice(report));
            }
        });
    }

    private static List<String> about(Report report) {
        return List.of(report.question(), report.answer());
    }

    /** Who says what a report says, and how good that is. */
    public Voice voice(Report report) {
        return Voice.of(report.origin(), new Grade(report.reliability(), report.credibility()), file);
    }

    /** Whether a question asks if a fact is so of which reports tell: an answer to it is as good as these, and not merely supposed. */
    boolean isReported(String question) {
        return file.question(question).filter(Question::reported).isPresent();
    }

    /** Who reports an answer. */
    Collection<Voice> voices(Choice choice) {
        return said.getOrDefault(List.of(choice.question(), choice.answer()), List.of());
    }

    /** Whether anything in the case is graded, so that it makes sense to speak of confidence. */
    public boolean areJudged() {
        return statements.keySet().stream()
                .flatMap(fact -> voices(fact).stream())
                .anyMatch(voice -> voice.strength() != Strength.UNKNOWN);
    }

    /** Who says that a fact is so: the sources of its statements, or whoever says the same as a report. */
    public Collection<Voice> voices(Fact fact) {
        return fact instanceof Report report
                ? said.getOrDefault(about(report), List.of())
                : stated(fact).flatMap(this::voices).toList();
    }

    private Stream<Voice> voices(Statement statement) {
        return statement.citations().stream().map(citation -> Voice.of(citation, statement.grade(), file));
    }

    private Stream<Statement> stated(Fact fact) {
        return statements.getOrDefault(fact, List.of()).stream();
    }

    /** Whether a fact is a report that only repeats another. */
    public boolean isCopy(Fact fact) {
        return stated(fact).anyMatch(statement -> !statement.telling().repeats().isEmpty());
    }

    /** Whether nobody has observed a fact, but the case takes it to be so. */
    public boolean isAssumed(Fact fact) {
        return statements.containsKey(fact)
                && stated(fact).allMatch(statement -> statement.basis() == Basis.ASSUMPTION);
    }

    /**
     * The confidence that a stated fact deserves; empty when nobody has judged the evidence for it. What is assumed deserves no more than
     * moderate confidence, and what the engine itself states of questions and sources limits nothing.
     */
    public Optional<Confidence> confidence(Fact fact) {
        if (!statements.containsKey(fact)) {
            return Optional.of(Confidence.HIGH);
        }
        Optional<Confidence> weighed = Weighing.of(
                fact instanceof Report
                        ? voices(fact)
                        : voices(fact, Basis.EVIDENCE).toList());
        boolean assumed = stated(fact).anyMatch(statement -> statement.basis() == Basis.ASSUMPTION);
        if (!assumed
                || weighed.filter(level -> level.compareTo(Confidence.MODERATE) >= 0)
                        .isPresent()) {
            return weighed;
        }
        // An assumption is no evidence, so that its grade can only make it worse.
        return Optional.of(Weighing.of(voices(fact, Basis.ASSUMPTION).toList())
                .filter(level -> level.compareTo(Confidence.MODERATE) < 0)
                .orElse(Confidence.MODERATE));
    }

    private Stream<Voice> voices(Fact fact, Basis basis) {
        return stated(fact).filter(statement -> statement.basis() == basis).flatMap(this::voices);
    }
}
