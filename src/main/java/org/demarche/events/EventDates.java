package org.demarche.events;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.yaml.YamlDates;

/** Reads days as tables write them. Not thread-safe: a table has the same few again and again, and they are remembered. */
final class EventDates {

    /** Which part of a day comes first, where only that tells them apart. */
    enum Order {
        YEAR_MONTH_DAY,
        DAY_MONTH_YEAR,
        MONTH_DAY_YEAR
    }

    private static final Pattern TOGETHER = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ].*)?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?:[T ].*)?");
    private static final int MOST_REMEMBERED = 20_000;
    private static final int LONGEST_REMEMBERED = 100;

    private final Order order;
    private final Map<String, Optional<String>> remembered = new HashMap<>();

    EventDates(Order order) {
        this.order = order;
    }

    /** The day, month or year as cases write it; empty when it is none. */
    Optional<String> read(String written) {
        Optional<String> known = remembered.get(written);
        if (known != null) {
            return known;
        }
        Optional<String> date = YamlDates.firstDay(written).isPresent() ? Optional.of(written) : day(written);
        if (remembered.size() < MOST_REMEMBERED && written.length() <= LONGEST_REMEMBERED) {
            remembered.put(written, date);
        }
        return date;
    }

    private Optional<String> day(String written) {
        Matcher together = TOGETHER.matcher(written);
        if (together.matches()) {
            return day(together, 1, 2, 3);
        }
        Matcher yearFirst = YEAR_FIRST.matcher(written);
        if (yearFirst.matches()) {
            return day(yearFirst, 1, 2, 3);
        }
        Matcher yearLast = YEAR_LAST.matcher(written);
        if (!yearLast.matches() || order == Order.YEAR_MONTH_DAY) {
            return Optional.empty();
        }
        return order == Order.DAY_MONTH_YEAR ? day(yearLast, 3, 2, 1) : day(yearLast, 3, 1, 2);
    }

    private static Optional<String> day(Matcher found, int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(number(found, year), number(found, month), number(found, day))
                    .toString());
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    /** What to write in the mapping so that it could be read; {@code ""} where nothing would help. */
    static String hint(String written) {
        return YEAR_LAST.matcher(written).matches()
                ? "Say in the mapping which part comes first: `dates: day-month-year` or `dates: month-day-year`."
                : "";
    }
}
