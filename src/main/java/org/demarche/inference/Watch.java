package org.demarche.inference;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Watches over one assessment: says what is being done, and stops it when its time is up. Safe for many threads. */
public final class Watch {

    private final Optional<Duration> most;
    private final long start = System.nanoTime();
    private final Consumer<String> progress;
    private volatile String doing = "starting";
    private volatile boolean done;

    private Watch(Optional<Duration> most, Consumer<String> progress) {
        this.most = most;
        this.progress = progress;
    }

    /** One whose time begins now. */
    public static Watch start(Limits limits, Consumer<String> progress) {
        return new Watch(limits.timeout(), progress);
    }

    /** One that never stops anything and tells nobody. */
    public static Watch idle() {
        return new Watch(Optional.empty(), text -> {});
    }

    /**
     * Says what comes next, in the words of a sentence that goes on after "while".
     *
     * @throws LimitReachedException when the time is up
     */
    public void doing(String what) {
        doing = what;
        progress.accept(what);
        check();
    }

    /** The assessment is there: what is asked of it later takes its own time. */
    public void done() {
        done = true;
    }

    /** @throws LimitReachedException when the time is up */
    public void check() {
        if (!done && most.isPresent() && System.nanoTime() - start > most.get().toNanos()) {
            throw LimitReachedException.timeUp(most.get(), doing);
        }
    }
}
