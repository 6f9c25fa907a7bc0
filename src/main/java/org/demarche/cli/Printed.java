package org.demarche.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Catches what rules print while they fire: it goes where results go, or is kept until they are written. There is one standard output, so
 * that one session at a time has it, and others wait.
 */
final class Printed implements AutoCloseable {

    /** Given back by whatever thread closes it. */
    private static final Semaphore ONE = new Semaphore(1, true);

    private final PrintStream before = System.out;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    private Printed() {}

    /** @param shown where it is printed at once; empty to keep it */
    static Printed to(Optional<PrintStream> shown) {
        ONE.acquireUninterruptibly();
        Printed printed = new Printed();
        System.setOut(shown.orElseGet(() -> new PrintStream(printed.kept, true, StandardCharsets.UTF_8)));
        return printed;
    }

    /** What was kept. */
    String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        // Rules may have set another, or none.
        System.setOut(before);
        before.flush();
        ONE.release();
    }
}
