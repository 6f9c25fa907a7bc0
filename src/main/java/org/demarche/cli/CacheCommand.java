package org.demarche.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.demarche.cache.CacheFolder;
import org.demarche.report.Reports;
import org.demarche.source.Suggestion;

/** What is kept between runs. */
final class CacheCommand extends ReportCommand {

    private String action = "";

    @Override
    void usage(Usage usage) {
        usage.examples("  demarche cache", "  demarche cache clear", "  demarche cache warm");
        usage.description(
                "Says where Demarche keeps what it has read of rules and cases and what rules have fired on them, so that it need "
                        + "not do that again, and how much that is.",
                "",
                "What is kept is used only for files that are the same to the last byte, and by the program that wrote it, so clearing "
                        + "never changes an answer. The variable DEMARCHE_CACHE names another folder, or is `off`.");
        usage.text(
                "[clear|warm]",
                "`clear` removes everything that is kept for you; `warm` has Java make its archive of the program now, by which commands "
                        + "start faster, and not after the first command.",
                given -> action = given);
    }

    @Override
    Outcome outcome(Terminal terminal) {
        if (action.equals("warm")) {
            throw RefusedException.usage(
                    "The archive is made by what starts Demarche, the script `demarche`, and not by the program itself.");
        }
        if (!action.isEmpty() && !action.equals("clear")) {
            throw RefusedException.usage(
                    "`cache` cannot `" + action + "`.",
                    Suggestion.hint(action, List.of("clear", "warm")),
                    "It can `clear` and `warm`.");
        }
        Optional<Path> place = Caches.folder(terminal.environment());
        List<CacheFolder> parts = place.map(Caches::parts).orElse(List.of());
        CacheFolder.Size before = size(parts);
        if (!action.isEmpty()) {
            parts.forEach(CacheFolder::clear);
        }
        Optional<String> lack = place.isEmpty()
                ? Optional.of("Nothing is kept: " + Caches.VARIABLE + " is `off`, or no folder of yours is known.")
                : parts.stream().flatMap(part -> part.unusable().stream()).findFirst();
        Optional<Path> shared = Caches.shared(terminal);
        return new Outcome(
                Reports.cache(
                        place,
                        before,
                        size(parts),
                        lack,
                        shared,
                        size(shared.stream().map(Caches::archives).toList())),
                ExitCode.DONE,
                "");
    }

    private static CacheFolder.Size size(List<CacheFolder> parts) {
        return parts.stream()
                .map(CacheFolder::size)
                .reduce(
                        new CacheFolder.Size(0, 0),
                        (a, b) -> new CacheFolder.Size(a.files() + b.files(), a.bytes() + b.bytes()));
    }

    @Override
    String doing() {
        return "looking at what is kept";
    }
}
