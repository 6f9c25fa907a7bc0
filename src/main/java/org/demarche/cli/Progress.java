package org.demarche.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says on a terminal what takes longer than a second, and wipes it away when it is done. */
final class Progress implements AutoCloseable {

    private final Terminal terminal;
    private final ScheduledExecutorService clock;
    private boolean shown;
    private boolean done;

    private Progress(Terminal terminal) {
        this.terminal = terminal;
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
    }

    static Progress of(String what, OutputOptions options, Terminal terminal) {
        Progress progress = new Progress(terminal);
        if (!options.quiet && terminal.showsProgress()) {
            progress.clock.schedule(() -> progress.show(what), 1, TimeUnit.SECONDS);
        }
        return progress;
    }

    private synchronized void show(String what) {
        if (!done) {
            shown = true;
            terminal.err().print(what + " …");
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
