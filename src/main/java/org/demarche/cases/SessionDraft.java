package org.demarche.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.experimental.Accessors;
import org.demarche.model.FactType;
import org.demarche.source.Problem;
import org.demarche.yaml.YamlEntry;
import org.demarche.yaml.YamlFields;
import org.demarche.yaml.YamlMapping;
import org.demarche.yaml.YamlNode;

/** What only a plain session understands, while the files of a case are read. */
final class SessionDraft {

    private final List<Given> given = new ArrayList<>();
    private final List<YamlEntry> globals = new ArrayList<>();
    private Optional<YamlMapping> settings = Optional.empty();
    private Optional<YamlNode> steps = Optional.empty();

    /** Why there is a plain session, a sentence without its end. */
    @Getter(AccessLevel.PACKAGE)
    @Accessors(fluent = true)
    private final String because;

    SessionDraft(Optional<Problem> sign) {
        because = sign.map(each ->
                        "At " + each.at() + " " + each.message() + ", so there is a plain session without scenarios")
                .orElse("What is asked for needs a plain session without scenarios");
    }

    void read(YamlFields fields) {
        globals.addAll(fields.entries("globals"));
        fields.node("session")
                .flatMap(node -> YamlFields.of(node, "a mapping under `session`", fields.problems()))
                .ifPresent(found -> settings = Optional.of(found.mapping()));
        fields.node("steps").ifPresent(found -> steps = Optional.of(found));
    }

    /**
     * Facts, ours and others.
     *
     * @param ours reads one that is ours, or a group of them
     */
    void read(List<YamlNode> items, Function<YamlNode, List<Statement>> ours) {
        for (YamlNode item : items) {
            if (isOther(item)) {
                given.add(new Given.Written(item));
            } else {
                ours.apply(item).forEach(each -> given.add(new Given.Stated(each)));
            }
        }
    }

    /** Whether its kind is none of ours: a type is written with a capital letter, and a value alone has no kind at all. */
    private static boolean isOther(YamlNode item) {
        return !(item instanceof YamlMapping mapping)
                || !mapping.entries().isEmpty()
                        && mapping.entries().stream()
                                .map(entry -> entry.key().value())
                                .noneMatch(key -> FactType.keyed(key).isPresent() || key.equals("facts"));
    }

    SessionCase build(CaseFile caseFile) {
        return new SessionCase(caseFile, given, globals, settings, steps);
    }
}
