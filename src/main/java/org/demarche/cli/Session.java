package org.demarche.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.demarche.Assessment;
import org.demarche.cases.CaseFile;
import org.demarche.inference.Choice;

/** A case in which things are supposed one after the other, with the way back. */
final class Session {

    private final Supplier<LoadedCase> files;
    private final CaseOptions options;
    private final Consumer<String> progress;
    private final Deque<Supposed> undo = new ArrayDeque<>();
    private final Deque<Supposed> redo = new ArrayDeque<>();
    private LoadedCase loaded;
    private Supposed supposed;
    private Assessment assessment;

    /** @param files reads rules and case; again each time it is asked */
    Session(Supplier<LoadedCase> files, CaseOptions options, Consumer<String> progress) {
        this.files = files;
        this.options = options;
        this.progress = progress;
        this.loaded = files.get();
        this.supposed = first();
        this.assessment = assessed(loaded, supposed);
    }

    Assessment assessment() {
        return assessment;
    }

    Supposed supposed() {
        return supposed;
    }

    /** The case as its files have it. */
    CaseFile file() {
        return loaded.caseFile();
    }

    /** What would be the case then. */
    Assessment then(Supposed other) {
        return assessed(loaded, other);
    }

    /**
     * Supposes something else. If that cannot be, all stays as it was.
     *
     * @return the assessment before
     */
    Assessment suppose(Supposed other) {
        Assessment before = assessment;
        assessment = assessed(loaded, other);
        undo.push(supposed);
        redo.clear();
        supposed = other;
        return before;
    }

    Assessment undo() {
        return move(undo, redo, "There is nothing to take back.");
    }

    Assessment redo() {
        return move(redo, undo, "Nothing was taken back that could be done again.");
    }

    Assessment reset() {
        return suppose(first());
    }

    /** Reads rules and case again, with the same supposed. */
    Assessment reload() {
        LoadedCase again = files.get();
        Assessment before = assessment;
        assessment = assessed(again, supposed);
        loaded = again;
        return before;
    }

    private Supposed first() {
        Supposed given = Supposed.NOTHING.on(Optional.ofNullable(options.asOf));
        for (Choice choice : options.answers) {
            given = given.answering(choice);
        }
        return given;
    }

    private Assessment move(Deque<Supposed> from, Deque<Supposed> to, String nothing) {
        if (from.isEmpty()) {
            throw RefusedException.usage(nothing);
        }
        Assessment before = assessment;
        assessment = assessed(loaded, from.element());
        to.push(supposed);
        supposed = from.pop();
        return before;
    }

    private Assessment assessed(LoadedCase from, Supposed what) {
        Assessment result = new Deadline(options.time(), progress)
                .within(said -> what.assessed(
                        options.worded(from.caseFile()),
                        file -> from.reasoner().assess(file, options.limits.limits(), said)));
        if (result.scenarios().signum() == 0) {
            throw new RefusedException(
                    ExitCode.FINDINGS, List.of("With this no scenario would be possible, so all stays as it was."));
        }
        return result;
    }
}
