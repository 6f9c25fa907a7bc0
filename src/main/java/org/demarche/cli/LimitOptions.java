package org.demarche.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.demarche.inference.Limits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How far reasoning may go. */
final class LimitOptions {

    @Option(
            names = "--max-nodes",
            paramLabel = "N",
            description = "Gives up exact labels of everything together when they take more nodes of decision diagrams "
                    + "than this, and tries other ways (default: 2000000).")
    int maxNodes = Limits.DEFAULT.nodes();

    @Option(
            names = "--max-firings",
            paramLabel = "N",
            description = "Stops when rules have fired this often (default: 1000000).")
    int maxFirings = Limits.DEFAULT.firings();

    @Option(
            names = "--max-facts",
            paramLabel = "N",
            description = "Stops when there are more facts than this, stated and concluded (default: 200000).")
    int maxFacts = Limits.DEFAULT.facts();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Converters.Time.class,
            description = "Stops when it takes longer than this once rules and facts are read: `90s`, `5m` (default: "
                    + "never).")
    @Nullable
    Duration timeout;

    Limits limits() {
        if (maxNodes < 1 || maxFirings < 1 || maxFacts < 1) {
            throw new RefusedException(ExitCode.USAGE, List.of("A limit is a number from 1 on."));
        }
        return new Limits(maxFirings, maxFacts, maxNodes, Optional.ofNullable(timeout));
    }
}
