package org.demarche.authoring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.Reasoner;
import org.demarche.model.Fact;

/**
 * The first version of a case: it loads and, where there are rules to go by, has something follow from it.
 *
 * @param folder where it is to stand; its last part is the case's id
 * @param title {@code ""} for one made of the id
 * @param groups the folders of rules it asks for; empty for all
 * @param schema where its schema is, as seen from the case
 */
public record CaseSkeleton(Path folder, String title, List<String> groups, String schema) {

    public CaseSkeleton {
        groups = List.copyOf(groups);
    }

    /** The files of the case. */
    public List<NewFile> files(Reasoner reasoner) {
        Optional<Example> example = Example.of(reasoner, groups);
        List<NewFile> files = new ArrayList<>();
        files.add(new NewFile(folder.resolve("case.yaml"), caseText(example)));
        example.ifPresent(each -> files.add(new NewFile(folder.resolve(id() + ".expect.yaml"), expectations(each))));
        return files;
    }

    private String id() {
        return folder.getFileName().toString();
    }

    private String caseText(Optional<Example> example) {
        return header() + example.map(CaseSkeleton::content).orElse(EMPTY);
    }

    private String header() {
        String rules = groups.isEmpty()
                ? "# rules: [my-rules]      # folders under rules/; without this line all rules are used\n"
                : "rules: [" + String.join(", ", groups)
                        + "]      # folders under rules/; without this line all rules are used\n";
        return """
                # yaml-language-server: $schema=%s
                # A first version to write over: the actors, facts and the question are made up, so that something follows at once.
                case: %s
                title: "%s"
                # as-of: 2031-04-02      # the day it is looked at; only what could be known and held by then counts
                %s
                # Where things are from. The id has a hyphen; what is cited is the id and the place: `first-source p. 3`.
                sources:
                  first-source: {title: "The source of the first facts", kind: report}

                """.formatted(schema, id(), quoted(titled()), rules);
    }

    private String titled() {
        String words = id().replace('-', ' ');
        return title.isEmpty() ? Character.toUpperCase(words.charAt(0)) + words.substring(1) : title;
    }

    private static String content(Example example) {
        List<Fact> facts = example.facts();
        Fact asked = facts.get(facts.size() - 1);
        String actors = example.actors().entrySet().stream()
                .map(actor -> "  " + actor.getKey() + ": {name: " + actor.getValue() + "}\n")
                .collect(Collectors.joining());
        String stated = facts.subList(0, facts.size() - 1).stream()
                .map(fact -> "  - {" + written(fact) + ", source: first-source p. 1}\n")
                .collect(Collectors.joining());
        return """
                # Who acts. A state has three capitals (`PRK: {name: North Korea, kind: state}`), others small letters and hyphens.
                actors:
                %s
                %s# What nobody knows: answers that exclude each other, of which one is true. What an answer makes true stands under it.
                questions:
                  first-question:
                    ask: "Is it so that %s?"
                    answers:
                      yes: {says: "%s", facts: [{%s, source: first-source p. 2}]}
                      no: {says: "it is not so that %s"}
                """.formatted(
                        actors,
                        stated.isEmpty()
                                ? ""
                                : "# What is stated outright: the kind of fact (intention, capability, interest, constraint, relation, condition, event), then its values.\n"
                                        + "facts:\n" + stated + "\n",
                        quoted(example.sentence()),
                        quoted(example.sentence()),
                        written(asked),
                        quoted(example.sentence()));
    }

    private static final String EMPTY = """
            # Who acts. A state has three capitals, others small letters and hyphens.
            actors:
              AAA: {name: the first state, kind: state}
              BBB: {name: the second state, kind: state}

            # What is stated outright, with terms of rules/vocabulary.yaml: take the sign of a comment away from a line like these.
            # facts:
            #   - {intention: AAA an-aim BBB, source: first-source p. 1}
            """;

    private static String expectations(Example example) {
        return """
                # What must come out; `demarche test` says when it no longer does.
                - {expect: %s, status: contingent, by: %s, turns-on: first-question}
                - {expect-not: %s, given: {first-question: no}}
                """.formatted(
                        example.conclusion().id(),
                        example.rule().id(),
                        example.conclusion().id());
    }

    /** {@code intention: patron support client}. */
    private static String written(Fact fact) {
        String values = fact.values().stream().filter(value -> !value.isEmpty()).collect(Collectors.joining(" "));
        return fact.type().key() + ": " + values;
    }

    /** As it stands between double quotes in YAML. */
    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
