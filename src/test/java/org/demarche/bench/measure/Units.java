package org.demarche.bench.measure;

import java.util.Locale;

/** Numbers as the tables write them. */
public final class Units {

    private static final int DAY = 86_400;
    private static final int HOUR = 3_600;
    private static final long MEBI = 1 << 20;

    private Units() {}

    /** From milliseconds. */
    public static String ms(double milliseconds) {
        if (milliseconds >= 10_000) {
            return seconds(milliseconds / 1000);
        }
        String format = milliseconds < 0.1 ? "%.3f ms" : milliseconds < 10 ? "%.2f ms" : "%,.0f ms";
        return String.format(Locale.ROOT, format, milliseconds);
    }

    public static String seconds(double seconds) {
        if (seconds > 2 * DAY) {
            return String.format(Locale.ROOT, "%,.0f days", seconds / DAY);
        }
        if (seconds > 2 * HOUR) {
            return String.format(Locale.ROOT, "%,.0f hours", seconds / HOUR);
        }
        String format = seconds < 0.1 ? "%.3f s" : seconds < 10 ? "%.2f s" : "%,.0f s";
        return String.format(Locale.ROOT, format, seconds);
    }

    /** From bytes. */
    public static String mebibytes(double bytes) {
        return String.format(Locale.ROOT, "%,.0f MiB", bytes / MEBI);
    }

    public static String count(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    /** How many times as much. */
    public static String ratio(double ratio) {
        return String.format(Locale.ROOT, ratio < 0.1 ? "%.3f" : ratio < 10 ? "%.2f" : "%,.0f", ratio);
    }
}
