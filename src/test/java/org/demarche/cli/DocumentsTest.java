package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the documents show is what the program prints, and what they quote stands in the files. Every {@code console} block is
 * run; {@code -Dgolden.update=true} rewrites what it shows. A quote has a comment before it: {@code <!-- file: … -->};
 * what it leaves out is a line {@code # …}.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DocumentsTest {

    private static final Pattern CONSOLE = Pattern.compile("(?ms)^```console\\n(.*?)^```$");
    private static final Pattern QUOTE = Pattern.compile("(?ms)^<!-- file: (\\S+) -->\\n```\\w+\\n(.*?)^```$");
    private static final String PROMPT = "$ ./demarche ";
    private static final String HEAD = " | head -n ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "docs/first-case.md",
                "docs/explanations.md",
                "docs/evidence.md",
                "docs/operational.md",
                "docs/authoring.md",
                "docs/events/README.md",
                "docs/testing.md"
            })
    void commands_print_what_the_document_shows(String name) throws IOException {
        Path document = Path.of(name);
        String renewed = CONSOLE.matcher(Files.readString(document))
                .replaceAll(found -> Matcher.quoteReplacement("```console\n" + rerun(found.group(1)) + "```"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(document, renewed);
        }
        assertThat(renewed).isEqualTo(Files.readString(document));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "docs/first-case.md",
                "docs/formats.md",
                "docs/events/README.md",
                "docs/operational.md",
                "docs/testing.md"
            })
    void quotes_stand_in_the_files(String name) throws IOException {
        Matcher quotes = QUOTE.matcher(Files.readString(Path.of(name)));
        List<String> found = new ArrayList<>();
        while (quotes.find()) {
            assertThat(Files.readString(Path.of(quotes.group(1))))
                    .containsSubsequence(quotes.group(2).split("# …\\n"));
            found.add(quotes.group(1));
        }
        assertThat(found).as("quotes in " + name).isNotEmpty();
    }

    private static String rerun(String block) {
        StringBuilder text = new StringBuilder();
        block.lines()
                .filter(line -> line.startsWith(PROMPT))
                .forEach(line -> text.append(line).append('\n').append(output(line.substring(PROMPT.length()))));
        return text.toString();
    }

    private static String output(String command) {
        int pipe = command.indexOf(HEAD);
        String text = printed(pipe < 0 ? command : command.substring(0, pipe));
        if (pipe < 0) {
            return text;
        }
        int lines = Integer.parseInt(command.substring(pipe + HEAD.length()).strip());
        return text.lines().limit(lines).map(line -> line + "\n").reduce("", String::concat);
    }

    private static String printed(String command) {
        Ran ran = Ran.command(command);
        return ran.out() + ran.err();
    }
}
