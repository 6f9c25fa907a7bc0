package org.demarche.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Goes through a text from event to event, so that nothing is built of what is refused. */
final class EventScan {

    private static final int DEEPEST = 50;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setUseMarks(true).setParseComments(false).build();

    private final YamlText text;
    private final Problems problems;
    private final List<Event> events = new ArrayList<>();
    private int depth;
    private int documents;
    private int refused;

    EventScan(YamlText text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    /** All events; empty when any of them was refused. */
    Optional<List<Event>> run() {
        try {
            for (Event event : new Parse(SETTINGS).parseString(text.slice(0, text.length()))) {
                events.add(event);
                check(event);
                if (depth > DEEPEST || documents > 1) {
                    break;
                }
            }
        } catch (MarkedYamlEngineException e) {
            explain(new SyntaxError(e, text, events));
        } catch (YamlEngineException e) {
            refuse("yaml-syntax", 0, "The file has a character in it that YAML does not allow.", "");
        }
        return refused == 0 ? Optional.of(events) : Optional.empty();
    }

    private void check(Event event) {
        if (event instanceof DocumentStartEvent && ++documents > 1) {
            refuse("yaml-documents", from(event), "A second document begins here; a file has one.", "Remove `---`.");
        } else if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
            refuse("yaml-depth", from(event), "Lists and mappings are nested more than " + DEEPEST + " deep here.", "");
        } else if (event instanceof CollectionEndEvent) {
            depth--;
        } else if (event instanceof ScalarEvent scalar && scalar.isPlain()) {
            checkCutOff(scalar);
        }
        if (event instanceof NodeEvent node) {
            checkDecoration(node);
        }
    }

    private void checkDecoration(NodeEvent node) {
        String name = node.getAnchor().map(Object::toString).orElse("");
        if (node instanceof AliasEvent) {
            refuse(
                    "yaml-alias",
                    from(node),
                    "`*" + name + "` stands for a value elsewhere in the file (a YAML alias); this is not read here.",
                    "Write the value out, or put quotes around a text that begins with `*`.");
        } else if (!name.isEmpty()) {
            refuse(
                    "yaml-anchor",
                    find("&", node),
                    "`&" + name + "` gives the value a name for use elsewhere (a YAML anchor); this is not read here.",
                    "Leave it out, or put quotes around a text that begins with `&`.");
        }
        if (tag(node).isPresent()) {
            refuse(
                    "yaml-tag",
                    find("!", node),
                    "`" + text.restOfLine(find("!", node)).split("\\s", 2)[0]
                            + "` is a YAML tag; tags are not read here.",
                    "Leave it out, or put quotes around a text that begins with `!`.");
        }
    }

    private static Optional<String> tag(NodeEvent node) {
        if (node instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return node instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
    }

    private int find(String mark, NodeEvent node) {
        return from(node) + Math.max(0, text.restOfLine(from(node)).indexOf(mark));
    }

    /** A comment that begins without a space after its sign is most likely the rest of the value. */
    private void checkCutOff(ScalarEvent scalar) {
        int end = NodeBuilder.to(scalar);
        int hash = text.skipBlanks(end);
        if (hash > end && text.slice(hash, hash + 2).matches("#[^\\s#]")) {
            refuse(
                    "cut-off",
                    hash,
                    "The value ends before ` #`, because that begins a comment.",
                    "Put quotes around the value if `#` belongs to it, or a space after `#` if it is a comment.");
        }
    }

    private void explain(SyntaxError error) {
        // What is cut off usually is what breaks the rest.
        if (problems.list().stream().noneMatch(this::isCutOff)) {
            refuse("yaml-syntax", error.index(), error.message(), error.hint());
        }
    }

    private boolean isCutOff(Problem problem) {
        return problem.check().equals("cut-off") && problem.at().file().equals(text.file());
    }

    private void refuse(String check, int index, String message, String hint) {
        refused++;
        problems.add(text.error(check, text.at(index), message).withHint(hint));
    }

    private static int from(Event event) {
        return NodeBuilder.from(event);
    }
}
