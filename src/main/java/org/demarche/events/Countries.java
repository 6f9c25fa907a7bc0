package org.demarche.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.demarche.source.KebabCase;

/**
 * States by the names of data sets. A case names them by ISO 3166-1 alpha-3, which Java knows; the rest stands in {@code countries.txt}.
 */
final class Countries {

    private static final Countries ALL = new Countries();

    private final Map<CountryScheme, Map<String, String>> codes = new EnumMap<>(CountryScheme.class);

    private Countries() {
        for (CountryScheme scheme : CountryScheme.values()) {
            codes.put(scheme, new HashMap<>());
        }
        for (String two : Locale.getISOCountries()) {
            Locale country = new Locale("", two);
            String three = country.getISO3Country();
            put(CountryScheme.ISO2, two, three);
            put(CountryScheme.ISO3, three, three);
            put(CountryScheme.CAMEO, three, three);
            put(CountryScheme.NAME, name(country.getDisplayCountry(Locale.ENGLISH)), three);
        }
        read();
    }

    /** The state that goes by this name; empty when there is none. */
    static Optional<String> find(CountryScheme scheme, String name) {
        String asked = switch (scheme) {
            case NAME -> name(name);
            case COW_NUMBER -> name.replaceFirst("^0+(?=\\d)", "");
            default -> name.toUpperCase(Locale.ROOT);
        };
        return Optional.ofNullable(ALL.of(scheme).get(asked));
    }

    private Map<String, String> of(CountryScheme scheme) {
        return Objects.requireNonNull(codes.get(scheme));
    }

    private void put(CountryScheme scheme, String name, String code) {
        of(scheme).put(name, code);
    }

    private void read() {
        InputStream table = Objects.requireNonNull(Countries.class.getResourceAsStream("countries.txt"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .forEach(this::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(String[] words) {
        switch (words[0]) {
            case "cow" -> {
                put(CountryScheme.COW_NUMBER, words[1], words[3]);
                put(CountryScheme.COW, words[2], words[3]);
            }
            case "iso3" -> {
                put(CountryScheme.ISO3, words[1], words[2]);
                put(CountryScheme.CAMEO, words[1], words[2]);
            }
            case "cameo" -> put(CountryScheme.CAMEO, words[1], words[2]);
            default -> put(CountryScheme.NAME, words[1], words[2]);
        }
    }

    /** A name without what is written now so and now so. */
    private static String name(String written) {
        return KebabCase.of(written.toLowerCase(Locale.ROOT).replace("'", "").replace("\u2019", ""))
                .replaceFirst("^the-", "")
                .replace("-the-", "-")
                .replace("-and-", "-")
                .replaceFirst("^saint-", "st-");
    }
}
