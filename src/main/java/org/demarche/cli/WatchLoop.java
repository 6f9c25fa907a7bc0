package org.demarche.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** Does something now and whenever files have changed, until the thread is interrupted or the process ends. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class WatchLoop {

    /** How often files are looked at, in milliseconds. */
    private static final long EVERY = 80;

    /** How long they have to stay as they are before they count as saved: some editors write in several steps. */
    private static final long SETTLED = 40;

    private static final int MOST_STEPS = 25;

    private static final String CLEAR = "\u001B[H\u001B[2J\u001B[3J";

    private final List<Path> paths;
    private final Terminal terminal;
    private final boolean quiet;

    void run(Runnable once) {
        boolean goesOn = true;
        while (goesOn) {
            // What is saved while it runs counts as saved after it.
            Snapshot before = Snapshot.of(paths);
            once.run();
            say("Watching " + before.files().size() + (before.files().size() == 1 ? " file" : " files")
                    + "; Ctrl-C ends.");
            goesOn = awaitChange(before);
        }
    }

    /** Whether something has changed, and not the end come. */
    private boolean awaitChange(Snapshot before) {
        try {
            Snapshot now = Snapshot.of(paths);
            while (now.equals(before)) {
                Thread.sleep(EVERY);
                now = Snapshot.of(paths);
            }
            Snapshot settled = settled(now);
            if (terminal.isInteractive()) {
                terminal.out().print(CLEAR);
            }
            say("Changed: " + names(settled.changedSince(before)));
            return true;
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Snapshot settled(Snapshot changed) throws InterruptedException {
        Snapshot last = changed;
        for (int step = 0; step < MOST_STEPS; step++) {
            Thread.sleep(SETTLED);
            Snapshot now = Snapshot.of(paths);
            if (now.equals(last)) {
                return now;
            }
            last = now;
        }
        return last;
    }

    private static String names(List<Path> files) {
        Path here = Path.of("").toAbsolutePath();
        List<String> names = files.stream()
                .map(file -> file.startsWith(here) ? here.relativize(file) : file)
                .map(file -> Objects.toString(file, ""))
                .distinct()
                .toList();
        return names.isEmpty() ? "a file and back again" : String.join(", ", names);
    }

    private void say(String what) {
        terminal.out().flush();
        if (!quiet) {
            terminal.err().println(what);
        }
        terminal.err().flush();
    }
}
