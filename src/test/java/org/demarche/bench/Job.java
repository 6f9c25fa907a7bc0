package org.demarche.bench;

import java.util.Map;
import org.demarche.bench.measure.Chart;

/** One thing that is measured; its table has a place of its own in the document. */
interface Job {

    /** As it is asked for on the command line, and as the marks of its place are called. */
    String name();

    /** What it does, to be told while it does it. */
    String what();

    /** Compares answers, then measures. */
    Outcome run(Setting setting) throws Exception;

    /**
     * What came out.
     *
     * @param text Markdown
     * @param charts by the name of the file
     */
    record Outcome(String text, Map<String, Chart> charts) {
        Outcome(String text) {
            this(text, Map.of());
        }
    }
}
