package org.demarche.cli.repl;

import java.io.IOException;
import java.util.Optional;

/** The lines of a session, one after the other. */
public interface Lines extends AutoCloseable {

    /** The next line; empty when there is none any more. */
    Optional<String> next() throws IOException;

    @Override
    void close() throws IOException;
}
