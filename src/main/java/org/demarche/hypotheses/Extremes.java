package org.demarche.hypotheses;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.worlds.Label;
import org.demarche.worlds.Worlds;

/**
 * What speaks against a hypothesis in the scenario where it is least, and in that where it is most. Rows that are looked at among the
 * same scenarios are added up scenario by scenario; those of other scenarios, and of other evaluations, can only be added as they are.
 */
record Extremes(int least, int most) {

    /** The scenarios among which rows are looked at. */
    private record Among(Worlds of, Label scenarios) {}

    static Extremes of(List<Draft> drafts, int column) {
        Map<Among, Map<Integer, Label>> totals = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            List<Part> parts = draft.reaches().get(column);
            if (draft.row().counts() && !parts.isEmpty()) {
                Reach any = parts.get(0).reach();
                Among among = new Among(any.of(), any.among());
                totals.merge(among, added(Map.of(0, any.among()), parts), (before, alone) -> added(before, parts));
            }
        }
        int least = 0;
        int most = 0;
        for (Map<Integer, Label> each : totals.values()) {
            least += each.keySet().stream().min(Integer::compare).orElse(0);
            most += each.keySet().stream().max(Integer::compare).orElse(0);
        }
        return new Extremes(least, most);
    }

    /** The scenarios with each total, after one row more. */
    private static Map<Integer, Label> added(Map<Integer, Label> totals, List<Part> parts) {
        Map<Integer, Label> sums = new TreeMap<>();
        totals.forEach((total, where) -> {
            Label left = where;
            for (Part part : parts) {
                Label here = where.and(part.reach().counts());
                left = left.minus(here);
                note(sums, total + part.rating().against(), here);
            }
            note(sums, total, left);
        });
        return sums;
    }

    private static void note(Map<Integer, Label> sums, int total, Label where) {
        if (!where.isEmpty()) {
            sums.merge(total, where, Label::or);
        }
    }
}
