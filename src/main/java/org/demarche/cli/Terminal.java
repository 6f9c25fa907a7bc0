package org.demarche.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.demarche.cases.CaseText;
import org.demarche.report.Page;

/**
 * Where a command writes to, and what is known about it.
 *
 * @param in what a command reads, if it reads anything
 * @param environment the variables of the process
 * @param properties what the launcher found out about the terminal, {@code demarche.*}
 */
record Terminal(
        InputStream in, PrintStream out, PrintStream err, Map<String, String> environment, Properties properties) {

    private static final int TERMINAL_WIDTH = 80;
    /** Fixed, so that what is piped or saved looks the same everywhere. */
    private static final int PIPED_WIDTH = 100;

    /** One that nothing can be read from. */
    Terminal(PrintStream out, PrintStream err, Map<String, String> environment, Properties properties) {
        this(InputStream.nullInputStream(), out, err, environment, properties);
    }

    /** The files of a case. */
    CaseText text(Path facts) {
        return CaseText.read(facts, Caches.of(this));
    }

    Page outPage(boolean colourWanted, boolean verbose) {
        return page("stdout", colourWanted, verbose);
    }

    Page errPage(boolean colourWanted, boolean verbose) {
        return page("stderr", colourWanted, verbose);
    }

    /** Whether somebody sits in front of it and reads both results and advice. */
    boolean isInteractive() {
        return isTerminal("stdout") && isTerminal("stderr");
    }

    /** Whether somebody sits in front of it and types. */
    boolean isConversation() {
        return isTerminal("stdin") && isTerminal("stdout") && !"dumb".equals(environment.get("TERM"));
    }

    /** Whether progress can be shown and wiped away again. */
    boolean showsProgress() {
        return isTerminal("stderr") && !"dumb".equals(environment.get("TERM"));
    }

    /** A folder that comes with the program. */
    Optional<Path> installed(String folder) {
        return Optional.ofNullable(properties.getProperty("demarche.home"))
                .map(home -> Path.of(home, folder))
                .filter(Files::isDirectory);
    }

    /** For a file. */
    static Page filePage(boolean verbose) {
        return new Page(PIPED_WIDTH, false, verbose);
    }

    private Page page(String stream, boolean colourWanted, boolean verbose) {
        return new Page(width(stream), colourWanted && colour(stream), verbose);
    }

    private boolean colour(String stream) {
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty() || "dumb".equals(environment.get("TERM"));
        return !refused && isTerminal(stream);
    }

    /** What the launcher found out; without it, Java only knows whether both ends are a terminal. */
    private boolean isTerminal(String stream) {
        return Optional.ofNullable(properties.getProperty("demarche." + stream + ".tty"))
                .map(Boolean::parseBoolean)
                .orElseGet(() -> System.console() != null);
    }

    private int width(String stream) {
        return Optional.ofNullable(properties.getProperty("demarche.columns"))
                .or(() -> Optional.ofNullable(environment.get("COLUMNS")))
                .filter(columns -> columns.matches("[1-9]\\d{0,5}"))
                .map(Integer::valueOf)
                .orElseGet(() -> isTerminal(stream) ? TERMINAL_WIDTH : PIPED_WIDTH);
    }
}
