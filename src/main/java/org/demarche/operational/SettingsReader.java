package org.demarche.operational;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.cases.SessionCase;
import org.demarche.compile.SessionSettings;
import org.demarche.compile.SessionSettings.Belief;
import org.demarche.compile.SessionSettings.Clock;
import org.demarche.compile.SessionSettings.Equality;
import org.demarche.compile.SessionSettings.Events;
import org.demarche.source.Problems;
import org.demarche.yaml.YamlFields;

/** Reads how a session is set up, {@code session: {events: stream}}. */
public final class SettingsReader {

    private static final List<String> KEYS = List.of("belief", "equality", "events", "clock");

    private SettingsReader() {}

    /** What the case says of it; as Drools does it where the case says nothing. */
    public static SessionSettings read(SessionCase given, Problems problems) {
        SessionSettings usual = SessionSettings.DEFAULT;
        return given.settings()
                .flatMap(node -> YamlFields.of(node, "`session`", problems))
                .map(fields -> fields.allow(KEYS))
                .map(fields -> new SessionSettings(
                        fields.choice("belief", words(Belief.values())).orElse(usual.belief()),
                        fields.choice("equality", words(Equality.values())).orElse(usual.equality()),
                        fields.choice("events", words(Events.values())).orElse(usual.events()),
                        fields.choice("clock", words(Clock.values())).orElse(usual.clock())))
                .orElse(usual);
    }

    /** What can be chosen, by the word for it. */
    public static <T extends Enum<T>> Map<String, T> words(T[] values) {
        return Arrays.stream(values)
                .collect(Collectors.toMap(each -> each.name().toLowerCase(Locale.ROOT), each -> each));
    }
}
