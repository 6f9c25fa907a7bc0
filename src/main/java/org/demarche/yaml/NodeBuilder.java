package org.demarche.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Optional;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.source.UnseenSigns;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Builds nodes from events that a scan has let through; it calls itself once for each level of nesting. */
final class NodeBuilder {

    private final YamlText text;
    private final Problems problems;
    private final ListIterator<Event> events;

    NodeBuilder(YamlText text, Problems problems, List<Event> events) {
        this.text = text;
        this.problems = problems;
        this.events = events.listIterator();
    }

    /** The root node; empty when the text has nothing but comments. */
    Optional<YamlNode> root() {
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof NodeEvent) {
                return Optional.of(node(event))
                        .filter(node -> !(node instanceof YamlScalar scalar && scalar.isEmpty()));
            }
        }
        return Optional.empty();
    }

    static int from(Event event) {
        return event.getStartMark().map(Mark::getIndex).orElse(0);
    }

    static int to(Event event) {
        return event.getEndMark().map(Mark::getIndex).orElse(0);
    }

    private YamlNode node(Event event) {
        if (event instanceof MappingStartEvent) {
            return mapping(text.at(from(event)));
        }
        if (event instanceof SequenceStartEvent) {
            return sequence(text.at(from(event)));
        }
        ScalarEvent scalar = (ScalarEvent) event;
        YamlScalar read = new YamlScalar(scalar.getValue(), scalar.isPlain(), from(event), to(event), text);
        if (unprintable(scalar.getValue())) {
            // They could write over the terminal, or make a text read as another than it is.
            problems.add(read.error(
                            "control-character",
                            "This text has a character that is not printed, which could change how it looks.")
                    .withHint("Leave the character out."));
        }
        return read;
    }

    /** Control characters other than line ends and tabs, those that turn the direction of writing, and halves of characters. */
    private static boolean unprintable(String value) {
        for (int at = 0; at < value.length(); ) {
            int letter = value.codePointAt(at);
            boolean control = letter < ' ' && letter != '\n' && letter != '\r' && letter != '\t'
                    || letter >= 0x7F && letter <= 0x9F;
            boolean half = letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
            if (control || UnseenSigns.turns(letter) || half) {
                return true;
            }
            at += Character.charCount(letter);
        }
        return false;
    }

    private YamlSequence sequence(SourceLocation at) {
        List<YamlNode> items = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            items.add(node(event));
        }
        return new YamlSequence(items, at, text);
    }

    private YamlMapping mapping(SourceLocation at) {
        Map<String, YamlEntry> entries = new LinkedHashMap<>();
        for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            YamlNode key = node(event);
            YamlNode value = node(events.next());
            if (key instanceof YamlScalar word) {
                add(new YamlEntry(word, value), entries);
            } else {
                problems.add(key.error("wrong-shape", "A key is a word, not a list or a mapping."));
            }
        }
        return new YamlMapping(List.copyOf(entries.values()), at, text);
    }

    private void add(YamlEntry entry, Map<String, YamlEntry> entries) {
        String key = entry.key().value();
        if (entry.key().isEmpty()) {
            problems.add(entry.key()
                    .error("null-key", "A key is missing before the `:`.")
                    .withHint("Put quotes around a text that begins with `:`."));
            return;
        }
        Optional.ofNullable(entries.putIfAbsent(key, entry))
                .ifPresent(first -> problems.add(entry.key()
                        .error(
                                "duplicate-key",
                                "`" + key + "` is already in line "
                                        + first.key().at().line() + "; a key stands only once.")
                        .withHint("Remove one of them, or join their values.")));
    }
}
