package org.demarche.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The case that docs/formats.md shows. */
final class Kestrel {

    static final String TEXT = """
            case: kestrel-strait            # the folder's name
            title: "The Kestrel Strait, April 2031"
            as-of: 2031-04-02
            rules: [maritime]               # folders under rules/; without it, all loaded rules
            sources:
              varna-navy-2030: {title: Naval doctrine of Varna, kind: official document}
              strait-yearbook-2031: {title: Yearbook of the Strait}
              strait-wire-2031: {title: Wire reports}
            actors:
              VAR: {name: Varna, kind: state}
              KES: {name: Kestrel, kind: state}
              HAL: {name: Halcyon}
            source: varna-navy-2030         # the default for this file's statements
            basis: evidence                 # or assumption
            facts:
              - {intention: VAR isolate KES, source: "varna-navy-2030 p. 14; p. 16"}
              - capability: {actor: VAR, means: naval-interdiction, target: KES}
                since: 2029
              - source: strait-yearbook-2031
                basis: assumption
                facts:
                  - relation: HAL ally-of KES
            questions:
              ally-escorts:
                ask: "Will Kestrel's ally escort merchant convoys?"
                source: strait-yearbook-2031 p. 3
                known: 2031-03-01
                answers:
                  yes: {says: "Halcyon escorts them", likelihood: unlikely, facts: [{event: HAL escort KES}]}
                  no: {means: [{judgement: HAL doubts-guarantee KES}]}
            reports:
              - {id: wire-1, source: strait-wire-2031, origin: anonymous, question: ally-escorts, answer: yes, known: 2031-04-01}
            """;

    private Kestrel() {}

    static Path in(Path folder) {
        return write(folder.resolve("case.yaml"), TEXT);
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Vocabulary vocabulary() {
        return Vocabulary.read(Path.of("src/test/resources/bad-cases/vocabulary.yaml"));
    }
}
