package org.demarche.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What says which case is assessed, by which rules, and how. */
final class CaseOptions {

    @Parameters(index = "0", paramLabel = "FACTS", description = "A case: a folder or a file.")
    @Nullable Path facts;

    @Option(names = "--rules", paramLabel = "DIR|FILE")
    List<Path> rules = List.of();

    @Option(names = "--answer", paramLabel = "Q=A")
    List<String> answers = List.of();

    @Option(names = "--as-of", paramLabel = "DATE")
    @Nullable LocalDate asOf;
}
