package org.demarche.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.compile.RuleSafety;
import picocli.CommandLine.Option;

/** Where the rules are. */
final class RuleOptions {

    @Option(
            names = "--rules",
            paramLabel = "DIR|FILE",
            description = "Rules to use instead of the folder `rules` above the case; may be given several times.")
    List<Path> rules = List.of();

    @Option(
            names = "--declarative-only",
            description =
                    "Refuses rule files that do more than match facts and conclude, before anything in them is compiled: for "
                            + "rules from elsewhere.")
    boolean declarativeOnly;

    RuleSafety safety() {
        return declarativeOnly ? RuleSafety.DECLARATIVE_ONLY : RuleSafety.AS_WRITTEN;
    }

    /**
     * The rules for a case: those given, else the folder {@code rules} above it, in the working folder, or where Demarche is
     * installed.
     */
    List<Path> roots(Path beside, Terminal terminal) {
        if (!rules.isEmpty()) {
            return rules;
        }
        return List.of(above(beside.toAbsolutePath().normalize())
                .or(() -> Optional.of(Path.of("rules")).filter(Files::isDirectory))
                .or(() -> terminal.installed("rules"))
                .orElseThrow(() -> RefusedException.usage(
                        "There is no folder `rules` above `" + beside + "` or here.",
                        "Say where the rules are with `--rules`.")));
    }

    /** Of these only the folders that a case asks for, if all of them are there. */
    static List<Path> narrowed(List<Path> roots, List<String> folders) {
        List<Path> found = new ArrayList<>();
        for (String folder : folders) {
            List<Path> named = roots.stream()
                    .map(root -> root.endsWith(folder) ? root : root.resolve(folder))
                    .filter(Files::isDirectory)
                    .toList();
            if (named.isEmpty()) {
                return roots;
            }
            found.addAll(named);
        }
        roots.stream().filter(Files::isRegularFile).forEach(found::add);
        return found.isEmpty() ? roots : List.copyOf(found);
    }

    private static Optional<Path> above(Path path) {
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = path; folder != null; folder = folder.getParent()) {
            Path rules = folder.resolve("rules");
            if (Files.isDirectory(rules)) {
                // Messages name files as the user would from here.
                return Optional.of(rules.startsWith(here) ? here.relativize(rules) : rules);
            }
        }
        return Optional.empty();
    }
}
