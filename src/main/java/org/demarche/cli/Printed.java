package org.demarche.cli;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Catches what rules print while they fire: it goes where results go, or is kept until they are written. There is one standard output, so
 * that one session at a time has it, and others wait. A session that did not come to an end and was left behind is no longer heard.
 */
final class Printed implements AutoCloseable {

    /** Given back by whatever thread closes it. */
    private static final Semaphore ONE = new Semaphore(1, true);

    /** Of the session that a thread belongs to; threads that rules start belong to theirs. */
    private static final ThreadLocal<Printed> HERE = new InheritableThreadLocal<>();

    private final PrintStream before = System.out;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final PrintStream heard;
    private volatile boolean over;

    private Printed(Optional<PrintStream> shown) {
        OutputStream to = shown.isPresent() ? shown.get() : kept;
        heard = new PrintStream(new Heard(to), true, StandardCharsets.UTF_8);
    }

    /** @param shown where it is printed at once; empty to keep it */
    static Printed to(Optional<PrintStream> shown) {
        ONE.acquireUninterruptibly();
        Printed printed = new Printed(shown);
        HERE.set(printed);
        System.setOut(printed.heard);
        return printed;
    }

    /** What was kept. */
    String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        heard.flush();
        over = true;
        HERE.remove();
        // Rules may have set another, or none.
        System.setOut(before instanceof Guard ? before : new Guard(before));
        before.flush();
        ONE.release();
    }

    /** What was there before, deaf to sessions that are over. */
    private static final class Guard extends PrintStream {
        Guard(PrintStream before) {
            super(new Heard(before), true, StandardCharsets.UTF_8);
        }
    }

    private static final class Heard extends FilterOutputStream {
        Heard(OutputStream to) {
            super(to);
        }

        @Override
        public void write(int one) throws IOException {
            if (counts()) {
                out.write(one);
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (counts()) {
                out.write(bytes, from, length);
            }
        }

        private static boolean counts() {
            Printed of = HERE.get();
            return of == null || !of.over;
        }
    }
}
