package org.demarche.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.stream.Stream;
import org.demarche.cli.OutputOptions.Format;
import org.demarche.inference.Choice;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options, and says how they are written when they are not. */
final class Converters {

    private Converters() {}

    static final class Form implements ITypeConverter<Format> {
        @Override
        public Format convert(String value) {
            return Stream.of(Format.values())
                    .filter(format -> format.name().equals(value))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException("`" + value + "` is no format: there are `text` and `json`"));
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
}
