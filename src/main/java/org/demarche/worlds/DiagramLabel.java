package org.demarche.worlds;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.demarche.diagrams.Diagrams;
import org.demarche.inference.Choice;

/** A label that is a decision diagram. */
record DiagramLabel(DiagramFrame frame, int set) implements Label {

    @Override
    public Label and(Label other) {
        return frame.label(frame.diagrams().and(set, frame.set(other)));
    }

    @Override
    public Label or(Label other) {
        return frame.label(frame.diagrams().or(set, frame.set(other)));
    }

    @Override
    public Label minus(Label other) {
        return frame.label(frame.diagrams().minus(set, frame.set(other)));
    }

    @Override
    public Label supposing(Choice choice) {
        return frame.label(frame.diagrams().given(set, frame.variable(choice.question()), frame.value(choice)));
    }

    @Override
    public boolean isEmpty() {
        return set == Diagrams.NONE;
    }

    @Override
    public BigInteger count() {
        return frame.diagrams().count(set);
    }

    @Override
    public BigInteger count(Choice choice) {
        return frame.space().has(choice)
                ? frame.marginals(set).count(frame.variable(choice.question()), frame.value(choice))
                : BigInteger.ZERO;
    }

    /** The positions of the questions on which it depends. */
    BitSet support() {
        return frame.diagrams().support(set);
    }

    @Override
    public Stream<Map<String, String>> scenarios() {
        return from(0, List.of());
    }

    private Stream<Map<String, String>> from(int question, List<Integer> before) {
        List<String> questions = frame.space().questions();
        if (set == Diagrams.NONE) {
            return Stream.empty();
        }
        if (question == questions.size()) {
            return Stream.of(frame.space().scenario(before));
        }
        List<String> answers = frame.space().answers(questions.get(question));
        return Stream.iterate(0, value -> value < answers.size(), value -> value + 1)
                .flatMap(value -> {
                    List<Integer> next = new ArrayList<>(before);
                    next.add(value);
                    int rest = frame.diagrams().given(set, question, value);
                    return new DiagramLabel(frame, rest).from(question + 1, next);
                });
    }
}
