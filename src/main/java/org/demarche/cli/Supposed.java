package org.demarche.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.demarche.Assessment;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Statement;
import org.demarche.inference.Choice;
import org.demarche.model.Fact;

/**
 * By what a session differs from the files.
 *
 * @param asserted statements as they were typed, in order
 * @param withdrawn facts that the files state
 * @param day empty for the day of the case
 */
record Supposed(List<String> asserted, List<Fact> withdrawn, List<Choice> answers, Optional<LocalDate> day) {

    static final Supposed NOTHING = new Supposed(List.of(), List.of(), List.of(), Optional.empty());

    Supposed {
        asserted = List.copyOf(asserted);
        withdrawn = List.copyOf(withdrawn);
        answers = List.copyOf(answers);
    }

    /** The case with all this, its answers left to the assessment. */
    CaseFile applied(CaseFile file) {
        CaseFile changed = day.map(file::asOf).orElse(file);
        for (Fact fact : withdrawn) {
            changed = changed.without(fact);
        }
        for (String yaml : asserted) {
            changed = changed.adding(yaml);
        }
        return changed;
    }

    /** The case with all this, assessed. */
    Assessment assessed(CaseFile file, Function<CaseFile, Assessment> reasoner) {
        CaseFile changed = applied(file);
        AnswerCheck.check(changed, answers);
        return reasoner.apply(changed).given(answers);
    }

    Supposed asserting(String yaml) {
        return new Supposed(plus(asserted, yaml), withdrawn, answers, day);
    }

    /** Without a fact, wherever it is stated. */
    Supposed withdrawing(Fact fact, CaseFile file) {
        List<String> kept =
                asserted.stream().filter(yaml -> !states(file, yaml, fact)).toList();
        boolean inFiles =
                file.statements().stream().anyMatch(each -> each.fact().equals(fact));
        return new Supposed(kept, inFiles ? plus(withdrawn, fact) : withdrawn, answers, day);
    }

    /** Another answer to the same question takes the place of the first. */
    Supposed answering(Choice choice) {
        return new Supposed(asserted, withdrawn, plus(unanswering(choice.question()).answers, choice), day);
    }

    Supposed unanswering(String question) {
        return new Supposed(
                asserted,
                withdrawn,
                answers.stream()
                        .filter(each -> !each.question().equals(question))
                        .toList(),
                day);
    }

    Supposed on(Optional<LocalDate> other) {
        return new Supposed(asserted, withdrawn, answers, other);
    }

    private static boolean states(CaseFile file, String yaml, Fact fact) {
        List<Statement> all = file.adding(yaml).statements();
        return all.subList(file.statements().size(), all.size()).stream()
                .anyMatch(each -> each.fact().equals(fact));
    }

    private static <T> List<T> plus(Collection<T> list, T more) {
        List<T> all = new ArrayList<>(list);
        if (!all.contains(more)) {
            all.add(more);
        }
        return all;
    }
}
