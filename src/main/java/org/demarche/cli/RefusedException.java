package org.demarche.cli;

import java.util.List;
import java.util.stream.Stream;

/** What was asked for cannot be answered; says why, and what to do about it. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode code;
    private final transient List<String> sentences;

    RefusedException(ExitCode code, List<String> sentences) {
        super(String.join(" ", sentences));
        this.code = code;
        this.sentences = sentences;
    }

    /** Wrong usage; empty sentences are left out. */
    static RefusedException usage(String... sentences) {
        return new RefusedException(
                ExitCode.USAGE,
                Stream.of(sentences).filter(each -> !each.isEmpty()).toList());
    }

    ExitCode code() {
        return code;
    }

    List<String> sentences() {
        return sentences;
    }
}
