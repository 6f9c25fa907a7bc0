package org.demarche.yaml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days, months and years as people write them in files. */
public final class YamlDates {

    /** What to do about a wrong one. */
    public static final String HINT = "Write a day (`2018-03-28`), a month (`2018-03`) or a year (`2018`).";

    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    /** How days are written elsewhere, where it is clear which number is which. */
    private static final List<Pattern> OTHERS = List.of(
            Pattern.compile("(?<y>\\d{4})[-/.](?<m>\\d{1,2})[-/.](?<d>\\d{1,2})(?:[T ].*)?"),
            Pattern.compile("(?<d>\\d{1,2})\\.\\s?(?<m>\\d{1,2})\\.\\s?(?<y>\\d{4})"));

    private YamlDates() {}

    /** The day, or the first day of the month or year; empty when it is no date. */
    public static Optional<LocalDate> firstDay(String text) {
        if (text.isEmpty() || text.charAt(0) < '0' || text.charAt(0) > '9') {
            return Optional.empty();
        }
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The day, or the last day of the month or year; empty when it is no date. */
    public static Optional<LocalDate> lastDay(String text) {
        return firstDay(text).map(first -> switch (text.split("-").length) {
            case 1 -> first.plusYears(1).minusDays(1);
            case 2 -> first.plusMonths(1).minusDays(1);
            default -> first;
        });
    }

    private static int number(Matcher matcher, int group) {
        return Optional.ofNullable(matcher.group(group)).map(Integer::parseInt).orElse(1);
    }

    /** What to write instead of something that is no date. */
    public static String hint(String wrong) {
        return OTHERS.stream()
                .map(other -> other.matcher(wrong.strip()))
                .filter(Matcher::matches)
                .map(found -> String.format(
                        "%s-%02d-%02d",
                        found.group("y"), Integer.parseInt(found.group("m")), Integer.parseInt(found.group("d"))))
                .filter(day -> firstDay(day).isPresent())
                .findFirst()
                .map(day -> "Maybe `" + day + "`?")
                .orElse(HINT);
    }
}
