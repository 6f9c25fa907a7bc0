package org.demarche.operational;

import java.util.Arrays;
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
import org.demarche.yaml.Keys;
import org.demarche.yaml.YamlFields;

/** Reads how a session is set up, {@code session: {events: stream}}. */
public final class SettingsReader {

    /** What can be set. */
    public static final Keys KEYS = Keys.of(
            "belief",
            "How what was concluded is kept; `simple` unless said otherwise.",
            "equality",
            "When two facts are the same; `identity` unless said otherwise.",
            "events",
            "Whether facts have a place in time, `stream`, or not, `cloud`; `cloud` unless said otherwise.",
            "clock",
            "Whose time it is; `realtime` unless said otherwise or a step puts the clock on.");

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
