package org.demarche.bench.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.demarche.model.Capability;
import org.demarche.model.Condition;
import org.demarche.model.Constraint;
import org.demarche.model.Event;
import org.demarche.model.Fact;
import org.demarche.model.Intention;
import org.demarche.model.Interest;
import org.demarche.model.Relation;

/** Facts as lines of words, so that a plain program has next to nothing to read. */
public final class FactLines {

    private FactLines() {}

    public static void write(Path file, Collection<Fact> facts) {
        try {
            Files.writeString(
                    file,
                    facts.stream()
                            .map(each -> each.getClass().getSimpleName() + "\t" + String.join("\t", each.values()))
                            .collect(Collectors.joining("\n", "", "\n")));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static List<Fact> read(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(FactLines::fact).toList();
    }

    private static Fact fact(String line) {
        String[] words = line.split("\t", -1);
        return switch (words[0]) {
            case "Capability" -> new Capability(words[1], words[2], words[3]);
            case "Condition" -> new Condition(words[1], words[2], words[3]);
            case "Constraint" -> new Constraint(words[1], words[2], words[3]);
            case "Event" -> new Event(words[1], words[2], words[3], words[4]);
            case "Intention" -> new Intention(words[1], words[2], words[3]);
            case "Interest" -> new Interest(words[1], words[2], words[3]);
            case "Relation" -> new Relation(words[1], words[2], words[3]);
            default -> throw new IllegalArgumentException(line);
        };
    }
}
