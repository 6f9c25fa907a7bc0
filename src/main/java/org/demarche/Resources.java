package org.demarche;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;

/** Folders on the class path, be it in directories or in jars. */
final class Resources {

    private Resources() {}

    static <T> T withFolder(String folder, Function<Path, T> use) {
        String name = folder.replaceAll("^/|/$", "");
        ClassLoader loader = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(ClassLoader::getSystemClassLoader);
        URL url = Optional.ofNullable(loader.getResource(name))
                .orElseThrow(() -> new LoadException(List.of(Problem.error(
                        "missing-path", SourceLocation.of(folder), "There is no such folder on the class path."))));
        try {
            URI uri = url.toURI();
            return "jar".equals(uri.getScheme()) ? inJar(uri, name, use) : use.apply(Path.of(uri));
        } catch (URISyntaxException | IOException unreadable) {
            throw new UncheckedIOException(new IOException("Cannot read " + url, unreadable));
        }
    }

    private static <T> T inJar(URI uri, String name, Function<Path, T> use) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
            return use.apply(jar.getPath(name));
        }
    }
}
