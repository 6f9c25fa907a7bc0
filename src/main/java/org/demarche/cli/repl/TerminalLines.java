package org.demarche.cli.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** What a person types, with completion and the lines of earlier sessions. */
public final class TerminalLines implements Lines {

    private static final String PROMPT = "demarche> ";

    private final Terminal terminal;
    private final LineReader reader;

    /** @param completions what the last of some words may be */
    public TerminalLines(Function<List<String>, List<String>> completions, Map<String, String> environment)
            throws IOException {
        this.terminal = TerminalBuilder.builder().name("demarche").system(true).build();
        DefaultParser parser = new DefaultParser();
        // An apostrophe is one, and a backslash too: nothing is quoted here.
        parser.setEscapeChars(new char[0]);
        parser.setQuoteChars(new char[0]);
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .parser(parser)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .completer((line, parsed, candidates) -> completions
                        .apply(parsed.words().subList(0, parsed.wordIndex() + 1))
                        .forEach(word -> candidates.add(candidate(word))));
        history(environment).ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
        this.reader = builder.build();
    }

    @Override
    public Optional<String> next() {
        while (true) {
            try {
                return Optional.of(reader.readLine(PROMPT));
            } catch (UserInterruptException again) {
                // What was typed is given up, not the session.
                continue;
            } catch (EndOfFileException end) {
                return Optional.empty();
            }
        }
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }

    /** What ends with a sign goes on without a space. */
    private static Candidate candidate(String word) {
        return new Candidate(word, word, null, null, null, null, !word.endsWith("="));
    }

    /** Where lines are kept, by the XDG Base Directory Specification; empty where nothing can be kept. */
    private static Optional<Path> history(Map<String, String> environment) {
        Optional<Path> state = Optional.ofNullable(environment.get("XDG_STATE_HOME"))
                .filter(home -> !home.isEmpty())
                .map(Path::of)
                .or(() -> Optional.ofNullable(environment.get("HOME")).map(home -> Path.of(home, ".local", "state")));
        return state.map(home -> home.resolve("demarche")).flatMap(folder -> {
            try {
                return Optional.of(Files.createDirectories(folder).resolve("history"));
            } catch (IOException unwritable) {
                return Optional.empty();
            }
        });
    }
}
