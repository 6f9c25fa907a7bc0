package org.demarche.cli.repl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines of a script. */
public final class ScriptLines implements Lines {

    private final BufferedReader reader;

    public ScriptLines(InputStream script) {
        this.reader = new BufferedReader(new InputStreamReader(script, StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> next() throws IOException {
        return Optional.ofNullable(reader.readLine());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
