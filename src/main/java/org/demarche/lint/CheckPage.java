package org.demarche.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code docs/checks} says of a check. What keeps files from loading shares one page, with a line for each.
 *
 * @param title what it finds, as a short clause
 * @param text in Markdown
 * @param path of the page in the project
 */
public record CheckPage(String id, String title, String text, String path) {

    private static final String LOADING = "loading";

    /** {@code - `unknown-term`: a word that the vocabulary does not have}. */
    private static final Pattern LINE = Pattern.compile("(?m)^- `([a-z0-9-]+)`: (.*(?:\\n  .*)*)$");

    private static final Pattern HEADING = Pattern.compile("\\A# [a-z0-9-]+: (.*)\\n");

    /** The page of a check, or of a problem that keeps files from loading; empty for an unknown id. */
    public static Optional<CheckPage> of(String id) {
        return Check.named(id).map(check -> page(check.id())).or(() -> line(id));
    }

    /** Every id there is, sorted. */
    public static List<String> ids() {
        List<String> ids =
                new ArrayList<>(Stream.of(Check.values()).map(Check::id).toList());
        LINE.matcher(read(LOADING)).results().map(found -> found.group(1)).forEach(ids::add);
        return ids.stream().sorted().toList();
    }

    private static CheckPage page(String id) {
        String text = read(id);
        String title = HEADING.matcher(text)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse(id);
        return new CheckPage(id, title, text, path(id));
    }

    private static Optional<CheckPage> line(String id) {
        return LINE.matcher(read(LOADING))
                .results()
                .filter(found -> found.group(1).equals(id))
                .findFirst()
                .map(found -> line(id, found));
    }

    private static CheckPage line(String id, MatchResult found) {
        String what = found.group(2).replaceAll("\\s*\\n\\s*", " ");
        return new CheckPage(id, what, "# " + id + ": " + what + "\n", path(LOADING));
    }

    private static String path(String page) {
        return "docs/checks/" + page + ".md";
    }

    private static String read(String page) {
        try (InputStream text = CheckPage.class.getResourceAsStream("pages/" + page + ".md")) {
            if (text == null) {
                throw new IllegalStateException("no page: " + page);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
