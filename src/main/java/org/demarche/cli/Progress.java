package org.demarche.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says on a terminal what takes longer than a second, and wipes it away when it is done. */
final class Progress implements AutoCloseable {

    private final Terminal terminal;
    private final ScheduledExecutorService clock;
    private String what;
    private boolean shown;
    private boolean done;

    private Progress(String what, Terminal terminal) {
        this.what = what;
        this.terminal = terminal;
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
    }

    static Progress of(String what, OutputOptions options, Terminal terminal) {
        Progress progress = new Progress(what, terminal);
        if (!options.quiet && terminal.showsProgress()) {
            progress.clock.schedule(() -> progress.show(), 1, TimeUnit.SECONDS);
        }
        return progress;
    }

    /** Says what is done now. */
    synchronized void say(String doing) {
        what = doing;
        if (shown) {
            show();
        }
    }

    private synchronized void show() {
        if (!done) {
            shown = true;
            terminal.err().print("\r\u001B[K" + what + " …");
            terminal.err().flush();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        wipe();
    }

    private synchronized void wipe() {
        done = true;
        if (shown) {
            terminal.err().print("\r\u001B[K");
            terminal.err().flush();
        }
    }
}
