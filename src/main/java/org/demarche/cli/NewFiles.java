package org.demarche.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.authoring.NewFile;
import org.demarche.authoring.TextWriter;
import org.demarche.authoring.schema.SchemaKind;
import org.demarche.authoring.schema.Schemas;
import org.demarche.cases.Vocabulary;
import org.demarche.report.Reports;
import org.demarche.source.KebabCase;

/** What {@code new} writes: all of it or, where something cannot be written, nothing. */
final class NewFiles {

    private static final String SHIPPED = "docs/schema";
    private static final String OWN = "schema";

    private final List<NewFile> files = new ArrayList<>();

    void add(NewFile file) {
        files.add(file);
    }

    void addAll(List<NewFile> more) {
        files.addAll(more);
    }

    List<Path> paths() {
        return files.stream().map(NewFile::path).toList();
    }

    /** Writes them; what was written before one that cannot be written is taken away again. */
    void write() {
        List<Path> written = new ArrayList<>();
        for (NewFile file : files) {
            boolean fresh = !Files.exists(file.path());
            try {
                TextWriter.write(file.path(), file.text());
                if (fresh) {
                    written.add(file.path());
                }
            } catch (IOException unwritable) {
                remove(written);
                throw RefusedException.usage(
                        "The file `" + shown(file.path()) + "` cannot be written.", "Nothing was written.");
            }
        }
    }

    private static void remove(List<Path> written) {
        for (Path file : written) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException kept) {
                throw RefusedException.usage("The file `" + shown(file) + "` was begun and cannot be removed.");
            }
        }
    }

    /**
     * The folder of schemas as seen from a folder of files: one that is there above them, or else a new one.
     *
     * @param root where a new one goes
     * @param kinds the schemas that are needed
     */
    String schemas(Path from, Path root, SchemaKind... kinds) {
        Path here = from.toAbsolutePath().normalize();
        Optional<Path> there = Optional.empty();
        for (Path folder = here; folder != null && there.isEmpty(); folder = folder.getParent()) {
            Path above = folder;
            there = List.of(SHIPPED, OWN).stream()
                    .map(above::resolve)
                    .filter(schemas -> Files.isRegularFile(schemas.resolve(SchemaKind.CASE.fileName())))
                    .findFirst();
        }
        Path schemas = there.orElse(root.resolve(OWN).toAbsolutePath().normalize());
        if (there.isEmpty()) {
            for (SchemaKind kind : kinds) {
                Path file = root.resolve(OWN).resolve(kind.fileName());
                if (!paths().contains(file)) {
                    add(new NewFile(
                            file,
                            Reports.document(Schemas.of(kind, Vocabulary.EMPTY)).json()));
                }
            }
        }
        return shown(here.relativize(schemas));
    }

    /** @throws RefusedException when a word cannot be an id, with how it would be spelt */
    static String id(String word, String what) {
        if (!KebabCase.is(word)) {
            String spelt = KebabCase.of(word);
            throw RefusedException.usage(
                    "`" + word + "` cannot be the id of " + what + ": it has small letters, digits and hyphens only.",
                    spelt.isEmpty() ? "" : "Maybe `" + spelt + "`?");
        }
        return word;
    }

    static String shown(Path path) {
        return path.toString().replace('\\', '/');
    }
}
