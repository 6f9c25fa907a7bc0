package org.demarche.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document with places for tables, each between two marks: {@code <!-- cold: begin -->} and {@code <!-- cold: end -->}. */
public record Document(Path file) {

    /** Puts a text in the place of a name, and leaves all else as it is. */
    public void publish(String name, String text) throws IOException {
        String document = Files.readString(file);
        String begin = "<!-- " + name + ": begin -->\n";
        String end = "<!-- " + name + ": end -->\n";
        int from = document.indexOf(begin);
        int to = document.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalStateException(file + " has no place for the table `" + name + "`: " + begin + end);
        }
        Files.writeString(
                file, document.substring(0, from + begin.length()) + "\n" + text + "\n" + document.substring(to));
    }
}
