package org.demarche.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.demarche.inference.Limits;
import org.jspecify.annotations.Nullable;

/** How far reasoning may go. */
final class LimitOptions {

    int maxNodes = Limits.DEFAULT.nodes();
    int maxFirings = Limits.DEFAULT.firings();
    int maxFacts = Limits.DEFAULT.facts();

    @Nullable
    Duration timeout;

    /** Adds these to what a command can be given. */
    void describe(Usage usage) {
        usage.value(
                "--max-nodes N",
                new Converters.Whole(),
                "Gives up exact labels of everything together when they take more nodes of decision diagrams "
                        + "than this, and tries other ways (default: 2000000).",
                given -> maxNodes = given);
        usage.value(
                "--max-firings N",
                new Converters.Whole(),
                "Stops when rules have fired this often (default: 1000000).",
                given -> maxFirings = given);
        usage.value(
                "--max-facts N",
                new Converters.Whole(),
                "Stops when there are more facts than this, stated and concluded (default: 200000).",
                given -> maxFacts = given);
        usage.value(
                "--timeout TIME",
                new Converters.Time(),
                "Stops when it takes longer than this once rules and facts are read: `90s`, `5m` (default: "
                        + "never).",
                given -> timeout = given);
    }

    Limits limits() {
        if (maxNodes < 1 || maxFirings < 1 || maxFacts < 1) {
            throw new RefusedException(ExitCode.USAGE, List.of("A limit is a number from 1 on."));
        }
        return new Limits(maxFirings, maxFacts, maxNodes, Optional.ofNullable(timeout));
    }
}
