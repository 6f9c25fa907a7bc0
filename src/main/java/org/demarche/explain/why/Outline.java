package org.demarche.explain.why;

import org.demarche.explain.why.Explanation.Accumulated;
import org.demarche.explain.why.Explanation.Answered;
import org.demarche.explain.why.Explanation.Asked;
import org.demarche.explain.why.Explanation.Held;
import org.demarche.explain.why.Explanation.Origin;
import org.demarche.explain.why.Explanation.Premise;
import org.demarche.explain.why.Explanation.Reason;
import org.demarche.explain.why.Explanation.Shown;
import org.demarche.explain.why.Explanation.Stated;

/** An explanation as plain lines, indented by how deep they stand: for logs and for those who print it from Java. */
final class Outline {

    private final StringBuilder text = new StringBuilder();

    static String of(Explanation explanation) {
        Outline outline = new Outline();
        outline.line(0, explanation.sentence() + " (" + explanation.inference().id() + ")");
        explanation.reason().ifPresent(reason -> outline.add(1, reason));
        int others = explanation.supports().size() - 1;
        if (others > 0) {
            outline.line(0, (explanation.complete() ? "" : "at least ") + others + " other supports");
        }
        return outline.text.toString().stripTrailing();
    }

    private void add(int depth, Reason reason) {
        line(depth, reason.title() + ": " + reason.sentence() + " [" + reason.rule() + "]");
        reason.premises().forEach(premise -> add(depth + 1, premise));
    }

    private void add(int depth, Premise premise) {
        if (premise instanceof Accumulated accumulated) {
            boolean nothing =
                    accumulated.present().isEmpty() && accumulated.absent().isEmpty();
            line(depth, accumulated.sentence() + (nothing ? "" : ":"));
            accumulated.present().forEach(each -> each.premises().forEach(part -> add(depth + 1, part)));
            accumulated.absent().forEach(each -> add(depth + 1, each));
        } else if (premise instanceof Held held) {
            line(depth, held.sentence() + (held.shown() == Shown.ABOVE ? " (shown above)" : ""));
            held.origins().forEach(origin -> line(depth + 1, origin(origin)));
            held.reason().ifPresent(reason -> add(depth + 1, reason));
        } else {
            line(depth, premise.sentence());
        }
    }

    private static String origin(Origin origin) {
        if (origin instanceof Stated stated) {
            return "stated by "
                    + String.join(
                            "; ",
                            stated.citations().stream().map(Object::toString).toList());
        }
        if (origin instanceof Answered answered) {
            return "where " + answered.question() + " = " + answered.answer();
        }
        return "asked by " + ((Asked) origin).question();
    }

    private void line(int depth, String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
    }
}
