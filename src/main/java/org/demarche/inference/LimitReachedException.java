package org.demarche.inference;

import java.time.Duration;

/** Reasoning stopped at a limit; the message says at which and what was being done. */
public final class LimitReachedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LimitReachedException(String message) {
        super(message);
    }

    /**
     * The time was up.
     *
     * @param doing what was being done, in words that go on after "while"
     */
    public static LimitReachedException timeUp(Duration time, String doing) {
        return new LimitReachedException(
                "The time of " + seconds(time) + " was up while " + doing + ": allow more with `--timeout`.");
    }

    private static String seconds(Duration time) {
        double seconds = time.toMillis() / 1000.0;
        return seconds == 1
                ? "1 second"
                : seconds == Math.rint(seconds) ? (long) seconds + " seconds" : seconds + " seconds";
    }
}
