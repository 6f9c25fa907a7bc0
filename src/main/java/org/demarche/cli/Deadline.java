package org.demarche.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.inference.LimitReachedException;

/**
 * Waits for a command no longer than its time. The assessment looks at the clock itself, but not while Drools tries combinations of
 * facts of which none fits, which can take forever: then it is left behind, and ends with the process.
 */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class Deadline {

    /** By how much the clock of the assessment itself goes first: it knows better what was being done. */
    private static final long GRACE = 500;

    private final Optional<Duration> most;
    private final Consumer<String> progress;
    private volatile String doing = "starting";

    /**
     * Does the work, which is given somebody to tell what it is doing. The time begins when it first tells something: rules and facts
     * are read by then.
     *
     * @throws LimitReachedException when it takes too long
     */
    <T> T within(Function<Consumer<String>, T> work) {
        if (most.isEmpty()) {
            return work.apply(progress);
        }
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        result.complete(work.apply(what -> {
                            begun.complete(null);
                            say(what);
                        }));
                    } catch (RuntimeException | Error failed) {
                        result.completeExceptionally(failed);
                    }
                },
                "assessment");
        thread.setDaemon(true);
        thread.start();
        return await(begun, result, most.get());
    }

    private <T> T await(CompletableFuture<Void> begun, CompletableFuture<T> result, Duration time) {
        try {
            CompletableFuture.anyOf(begun, result).exceptionally(any -> null).join();
            return result.get(time.toMillis() + GRACE, TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw LimitReachedException.timeUp(time, doing);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof Error error) {
                throw error;
            }
            throw cause instanceof RuntimeException exception ? exception : new CompletionException(cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CompletionException(interrupted);
        }
    }

    private void say(String what) {
        doing = what;
        progress.accept(what);
    }
}
