package org.demarche.bench.classics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Drawings of flights of stairs, whose lines are to be labelled; known as Waltz. A flight is drawn as it is seen from its right side, from
 * above: the whole profile in front, what is behind it a little to the right and up.
 */
public final class Waltz {

    private static final int STEP = 6;
    private static final int BACK_ACROSS = 3;
    private static final int BACK_UP = 2;
    private static final int ACROSS = 100_000;
    private static final int MARGIN = 10;

    /** How lines that meet may be labelled: all that corners of three planes look like (Huffman 1971, Clowes 1971). */
    private static final String CATALOGUE = """
            arrow + - +
            arrow - + -
            arrow in + out
            ell + in
            ell - out
            ell in -
            ell in out
            ell out +
            ell out in
            fork + + +
            fork - - -
            fork - out in
            fork in - out
            fork out in -
            """;

    private record Corner(int across, int up) {}

    private Waltz() {}

    /** @param steps of each flight */
    public static Classic of(int drawings, int steps) {
        List<Stated> facts = new ArrayList<>(catalogue());
        for (int drawing = 0; drawing < drawings; drawing++) {
            draw(facts, steps, MARGIN + drawing * (steps * STEP + BACK_ACROSS + MARGIN));
        }
        return new Classic(
                "Waltz, " + drawings + " drawings of " + steps + " steps", "waltz", facts, Waltz::candidates);
    }

    private static List<Stated> catalogue() {
        List<Stated> all = new ArrayList<>();
        for (String line : CATALOGUE.lines().toList()) {
            String[] words = line.split(" ");
            all.add(Stated.of(
                    "Labelling",
                    "id",
                    all.size() + 1,
                    "shape",
                    words[0],
                    "first",
                    words[1],
                    "second",
                    words[2],
                    "third",
                    words.length > 3 ? words[3] : "none"));
        }
        return all;
    }

    /** The profile from its lower left corner up and down the steps. */
    private static List<Corner> profile(int steps) {
        List<Corner> corners = new ArrayList<>(List.of(new Corner(0, 0)));
        for (int step = 0; step < steps; step++) {
            corners.add(new Corner(step * STEP, (steps - step) * STEP));
            corners.add(new Corner((step + 1) * STEP, (steps - step) * STEP));
        }
        corners.add(new Corner(steps * STEP, 0));
        return corners;
    }

    private static void draw(List<Stated> facts, int steps, int at) {
        List<Integer> front = profile(steps).stream()
                .map(each -> point(at + each.across(), MARGIN + each.up()))
                .toList();
        List<Integer> back = profile(steps).stream()
                .map(each -> point(at + each.across() + BACK_ACROSS, MARGIN + each.up() + BACK_UP))
                .toList();
        int last = front.size() - 1;
        List<Integer> outline = new ArrayList<>(front.subList(0, 2));
        outline.addAll(back.subList(1, last + 1));
        outline.add(front.get(last));
        for (int i = 0; i <= last; i++) {
            line(facts, front.get(i), front.get(i == last ? 0 : i + 1));
            // Behind the lower left corner nothing is seen.
            if (i > 0) {
                line(facts, front.get(i), back.get(i));
            }
            if (i > 0 && i < last) {
                line(facts, back.get(i), back.get(i + 1));
            }
        }
        for (int i = 0; i < outline.size(); i++) {
            facts.add(Stated.of("Outline", "from", outline.get(i), "to", outline.get((i + 1) % outline.size())));
        }
    }

    private static int point(int across, int up) {
        return across * ACROSS + up;
    }

    private static void line(List<Stated> facts, int one, int other) {
        facts.add(Stated.of("Line", "one", one, "other", other));
    }

    private static Set<String> candidates(List<Stated> facts) {
        return facts.stream()
                .filter(each -> each.kind().equals("Candidate"))
                .map(each -> each.field("at") + ":" + each.field("labelling"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
