package org.demarche.lint;

import java.util.List;
import org.demarche.source.Problem;

/** One kind of doubt. */
interface Lint {

    /** What is doubtful, each as a warning. */
    List<Problem> find(Examined examined);
}
