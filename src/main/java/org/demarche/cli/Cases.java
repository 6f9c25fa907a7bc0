package org.demarche.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.cases.CaseFile;

final class Cases {
    private Cases() {}

    static Assessment assess(CaseOptions options) {
        Path facts = Objects.requireNonNull(options.facts);
        CaseFile file = CaseFile.read(facts);
        Path root = root(facts).orElseThrow();
        Reasoner reasoner = Reasoner.load(
                options.rules.isEmpty() ? file.rules().stream().map(root::resolve).toList() : options.rules);
        Assessment a = reasoner.assess(file);
        for (String answer : options.answers) {
            String[] parts = answer.split("=", 2);
            a = a.given(parts[0], parts[1]);
        }
        return a;
    }

    private static Optional<Path> root(Path facts) {
        Path here = Path.of("").toAbsolutePath();
        for (Path up = facts.toAbsolutePath().normalize(); up != null; up = up.getParent()) {
            Path rules = up.resolve("rules");
            if (Files.isDirectory(rules)) {
                return Optional.of(rules.startsWith(here) ? here.relativize(rules) : rules);
            }
        }
        return List.of(Path.of("rules")).stream().findFirst();
    }
}
