package org.demarche.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.cli.OutputOptions.Format;
import org.demarche.inference.Choice;
import org.demarche.model.LikelihoodScale;
import org.demarche.source.Severity;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options, and says how they are written when they are not. */
final class Converters {

    private Converters() {}

    static final class Form implements ITypeConverter<Format> {

        private final List<Format> known;

        Form(List<Format> known) {
            this.known = known;
        }

        @Override
        public Format convert(String value) {
            return known.stream()
                    .filter(format -> format.name().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("`" + value + "` is no format: there are " + all()));
        }

        private String all() {
            List<String> names = known.stream().map(each -> "`" + each + "`").toList();
            int last = names.size() - 1;
            return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
        }
    }

    static final class Level implements ITypeConverter<Severity> {
        @Override
        public Severity convert(String value) {
            return Stream.of(Severity.values())
                    .filter(level -> level.word().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "`" + value + "` is no level: there are `error`, `warning` and `note`"));
        }
    }

    static final class Scale implements ITypeConverter<LikelihoodScale> {
        @Override
        public LikelihoodScale convert(String value) {
            return LikelihoodScale.of(value)
                    .orElseThrow(() -> new TypeConversionException(
                            "`" + value + "` is no scale of likelihood: there are `icd-203`, `kent` and `phia`"));
        }
    }

    static final class Answer implements ITypeConverter<Choice> {
        @Override
        public Choice convert(String value) {
            String[] parts = value.split("=", -1);
            if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
                throw new TypeConversionException(
                        "`" + value + "` is no answer to a question; write `question=answer`");
            }
            return new Choice(parts[0].strip(), parts[1].strip());
        }
    }

    /** A day; a month or a year means its first, as in files. */
    static final class Day implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String value) {
            String day =
                    value.matches("\\d{4}") ? value + "-01-01" : value.matches("\\d{4}-\\d{2}") ? value + "-01" : value;
            try {
                return LocalDate.parse(day);
            } catch (DateTimeParseException wrong) {
                throw new TypeConversionException("`" + value + "` is no day; write `2018-03-26`");
            }
        }
    }

    /** A count, where the option's own check says what its bounds are. */
    static final class Whole implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            try {
                return Integer.valueOf(value);
            } catch (NumberFormatException wrong) {
                throw new TypeConversionException("`" + value + "` is no whole number");
            }
        }
    }

    /** A share of a hundred, where the option's own check says what its bounds are. */
    static final class Percent implements ITypeConverter<Double> {
        private static final Pattern FORM = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");

        @Override
        public Double convert(String value) {
            if (!FORM.matcher(value).matches()) {
                throw new TypeConversionException("`" + value + "` is no number; write `80` or `92.5`");
            }
            return Double.valueOf(value);
        }
    }

    static final class File implements ITypeConverter<Path> {
        @Override
        public Path convert(String value) {
            try {
                return Path.of(value);
            } catch (InvalidPathException wrong) {
                throw new TypeConversionException("`" + value + "` is no name of a file or folder");
            }
        }
    }

    /** A span of time; a number alone means seconds. */
    static final class Time implements ITypeConverter<Duration> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,6})(ms|s|m|h)?");

        @Override
        public Duration convert(String value) {
            Matcher found = FORM.matcher(value);
            if (!found.matches() || Long.parseLong(found.group(1)) == 0) {
                throw new TypeConversionException("`" + value + "` is no span of time; write `90s` or `5m`");
            }
            long number = Long.parseLong(found.group(1));
            String unit = Optional.ofNullable(found.group(2)).orElse("s");
            return switch (unit) {
                case "ms" -> Duration.ofMillis(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofSeconds(number);
            };
        }
    }
}
