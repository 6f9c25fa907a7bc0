package org.demarche.bench.classics;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demarche.Written;

/**
 * One of the classics on some facts.
 *
 * @param rules the name of its files of rules
 * @param answer what came out, from the facts in the end
 */
public record Classic(String title, String rules, List<Stated> facts, Function<List<Stated>, Set<String>> answer) {

    /** Writes the rules and the case for our command line, and all for CLIPS. */
    public void write(Path folder) throws IOException {
        Written.write(folder.resolve(rules + ".drl"), drl());
        Written.write(folder.resolve("case.yaml"), yaml());
        Path stated = folder.resolve("clips-facts.txt");
        Written.write(stated, facts.stream().map(Stated::clips).collect(Collectors.joining()));
        Written.write(folder.resolve("clips.txt"), clips(stated));
    }

    public String drl() throws IOException {
        return resource(rules + ".drl");
    }

    private String yaml() {
        return "case: " + rules + "\ntitle: " + title + "\nfacts:\n"
                + facts.stream().map(Stated::yaml).collect(Collectors.joining());
    }

    /** Prints the seconds that firing took, and the answer. */
    private String clips(Path stated) throws IOException {
        return resource(rules + ".clp") + """

                (defglobal ?*begun* = 0)
                (reset)
                (load-facts "%s")
                (bind ?*begun* (time))
                (run)
                (printout t "seconds=" (- (time) ?*begun*) crlf)
                (tell)
                (exit)
                """.formatted(stated.toAbsolutePath());
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Classic.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
