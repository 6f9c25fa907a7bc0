package org.demarche.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Remembers why something could not be written, which a {@code PrintStream} forgets. A reader who has seen enough and closes the
 * pipe ({@code | head}) is no failure.
 */
final class Output extends OutputStream {

    private final OutputStream stream;
    private Optional<IOException> failure = Optional.empty();

    Output(OutputStream stream) {
        this.stream = stream;
    }

    boolean failed() {
        return failure.isPresent() && !reason().contains("Broken pipe");
    }

    /** The system's own words. */
    String reason() {
        return failure.map(IOException::getMessage).orElse("");
    }

    @Override
    public void write(int letter) throws IOException {
        write(new byte[] {(byte) letter}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            stream.write(bytes, from, length);
        } catch (IOException failed) {
            failure = failure.or(() -> Optional.of(failed));
            throw failed;
        }
    }
}
