package org.demarche.bench;

import java.util.ArrayList;
import java.util.List;

/** What each command that explains takes, on the shipped cases and on a large one; nobody else explains, so that there is no peer. */
final class Explanations implements Job {

    private static final List<String> SHIPPED = List.of("kestrel-strait", "kim-beijing-2018", "taiwan-strait-1958");

    @Override
    public String name() {
        return "explanations";
    }

    @Override
    public String what() {
        return "what explanations take";
    }

    @Override
    public Outcome run(Setting setting) {
        List<Explained> cases = new ArrayList<>();
        for (String name : setting.quick() ? SHIPPED.subList(0, 1) : SHIPPED) {
            cases.add(Explained.shipped(name));
        }
        if (!setting.quick()) {
            cases.add(Explained.large(setting.folder().resolve("large"), LargeCase.FULL));
        }
        StringBuilder table = new StringBuilder(ExplanationTimes.HEAD);
        for (Explained each : cases) {
            setting.say(each.name());
            ExplanationTimes.of(each, setting.times(200, 5)).forEach(times -> table.append(times.row()));
        }
        return new Outcome(table.toString());
    }
}
