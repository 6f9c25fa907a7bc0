package org.demarche.worlds;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** A label that holds a bit for each scenario. */
record ScenarioSet(ScenarioSpace space, int size, BitSet bits) implements Label {

    static ScenarioSet none(ScenarioSpace space) {
        return new ScenarioSet(space, space.size().intValueExact(), new BitSet());
    }

    static ScenarioSet all(ScenarioSpace space) {
        ScenarioSet all = none(space);
        all.bits.set(0, all.size);
        return all;
    }

    @Override
    public Label and(Label other) {
        BitSet result = copy();
        result.and(((ScenarioSet) other).bits);
        return with(result);
    }

    @Override
    public Label or(Label other) {
        BitSet result = copy();
        result.or(((ScenarioSet) other).bits);
        return with(result);
    }

    @Override
    public Label minus(Label other) {
        BitSet result = copy();
        result.andNot(((ScenarioSet) other).bits);
        return with(result);
    }

    @Override
    public boolean isEmpty() {
        return bits.isEmpty();
    }

    @Override
    public BigInteger count() {
        return BigInteger.valueOf(bits.cardinality());
    }

    @Override
    public boolean dependsOn(String question) {
        List<String> answers = space.answers(question);
        return answers.stream().anyMatch(answer -> !given(question, answer).equals(this));
    }

    @Override
    public Label given(String question, String answer) {
        int stride = stride(question);
        int answers = space.answers(question).size();
        int wanted = space.answers(question).indexOf(answer);
        BitSet result = new BitSet(size);
        for (int scenario = 0; scenario < size; scenario++) {
            int current = scenario / stride % answers;
            if (bits.get(scenario + (wanted - current) * stride)) {
                result.set(scenario);
            }
        }
        return with(result);
    }

    @Override
    public List<Map<String, String>> scenarios(int most) {
        return bits.stream().limit(most).mapToObj(space::scenario).toList();
    }

    /** How far apart scenarios are that differ in the next answer to this question only. */
    private int stride(String question) {
        int stride = 1;
        List<String> questions = space.questions();
        for (int i = questions.size() - 1; !questions.get(i).equals(question); i--) {
            stride *= space.answers(questions.get(i)).size();
        }
        return stride;
    }

    private BitSet copy() {
        return (BitSet) bits.clone();
    }

    private ScenarioSet with(BitSet result) {
        return new ScenarioSet(space, size, result);
    }
}
