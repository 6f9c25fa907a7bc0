package org.demarche.inference;

/** One answer to one question. */
public record Choice(String question, String answer) implements Comparable<Choice> {

    @Override
    public int compareTo(Choice other) {
        int byQuestion = question.compareTo(other.question);
        return byQuestion == 0 ? answer.compareTo(other.answer) : byQuestion;
    }
}
