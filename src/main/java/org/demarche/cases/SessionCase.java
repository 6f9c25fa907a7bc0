package org.demarche.cases;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.yaml.YamlEntry;
import org.demarche.yaml.YamlMapping;
import org.demarche.yaml.YamlNode;

/**
 * A case for a plain session of Drools: beside facts of ours it may state facts of any type, give globals, and say step by step what is
 * done.
 *
 * @param caseFile all that is of ours in it
 * @param given what is stated outright, of whatever type, in the order of files and lines
 * @param globals by name, as they are written
 * @param settings how the session is set up, {@code session:}
 * @param steps what is done after the facts are inserted; empty to fire once
 */
public record SessionCase(
        CaseFile caseFile,
        List<Given> given,
        List<YamlEntry> globals,
        Optional<YamlMapping> settings,
        Optional<YamlNode> steps) {

    public SessionCase {
        given = List.copyOf(given);
        globals = List.copyOf(globals);
    }

    /** Whether it says things that only a session understands, whatever the rules are. */
    public boolean asksForSession() {
        return !globals.isEmpty() || settings.isPresent() || steps.isPresent();
    }

    /** Whether it gives facts names by which others speak of them, which only a session takes. */
    public boolean namesFacts() {
        return given.stream()
                .anyMatch(each -> each instanceof Given.Written written
                        && written.node() instanceof YamlMapping mapping
                        && mapping.entry("id").isPresent());
    }

    /** What of its problems is to be told: where the rules are refused, of which kinds facts may be is not known. */
    public static List<Problem> problems(Problems found, boolean rulesLoad) {
        return found.list().stream()
                .filter(each -> rulesLoad || !each.check().equals("unknown-kind"))
                .toList();
    }

    /**
     * The case in a folder or a file. Words are not checked: a session takes its rules as they are.
     *
     * @return empty, with the problems, when it cannot be read
     */
    public static Optional<SessionCase> read(Path folderOrFile, Problems problems) {
        return read(folderOrFile, List.of(), problems);
    }

    /**
     * As {@link #read(Path, Problems)}.
     *
     * @param signs why the rules are run in a session: clauses, each with its place; none when a session is asked for
     */
    public static Optional<SessionCase> read(Path folderOrFile, List<Problem> signs, Problems problems) {
        return read(CaseText.read(folderOrFile), signs, problems);
    }

    /** As {@link #read(Path, List, Problems)}, of files that have been read already. */
    public static Optional<SessionCase> read(CaseText text, List<Problem> signs, Problems problems) {
        try {
            return Optional.of(new CaseReader(text, Optional.empty())
                    .readForSession(signs.stream().findFirst()));
        } catch (LoadException broken) {
            problems.addAll(broken.problems());
            return Optional.empty();
        }
    }
}
