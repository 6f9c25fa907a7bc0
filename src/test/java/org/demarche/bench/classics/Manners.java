package org.demarche.bench.classics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Guests, half of them women, with two to four hobbies of five, to be seated by sex and hobby; known as Miss Manners. */
public final class Manners {

    private static final int HOBBIES = 5;

    private Manners() {}

    public static Classic of(int guests, long seed) {
        Random random = new Random(seed);
        List<Stated> facts = new ArrayList<>();
        for (int guest = 1; guest <= guests; guest++) {
            List<Integer> hobbies = IntStream.rangeClosed(1, HOBBIES).boxed().collect(Collectors.toList());
            Collections.shuffle(hobbies, random);
            for (int hobby : hobbies.subList(0, 2 + random.nextInt(HOBBIES - 2))) {
                facts.add(Stated.of(
                        "Guest", "name", "g" + guest, "sex", guest % 2 == 0 ? "male" : "female", "hobby", "h" + hobby));
            }
        }
        Collections.shuffle(facts, random);
        facts.add(Stated.of("Table", "seats", guests));
        facts.add(Stated.of("Counter", "next", 1));
        facts.add(Stated.of("Turn", "phase", "begin"));
        return new Classic("Manners, " + guests + " guests", "manners", facts, Manners::seating);
    }

    /** Who sits where in the row in which all are, as {@code 1:g7}. */
    private static Set<String> seating(List<Stated> facts) {
        Object seats = facts.stream()
                .filter(each -> each.kind().equals("Table"))
                .map(each -> each.field("seats"))
                .findFirst()
                .orElseThrow();
        Set<Object> whole = facts.stream()
                .filter(each -> each.kind().equals("Row") && each.field("seat").equals(seats))
                .map(each -> each.field("id"))
                .collect(Collectors.toSet());
        return facts.stream()
                .filter(each -> each.kind().equals("Place") && whole.contains(each.field("row")))
                .map(each -> each.field("seat") + ":" + each.field("guest"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is wrong with a seating; empty when it is as it should be. */
    public static List<String> wrong(Classic classic, Set<String> seating) {
        Map<String, Set<String>> hobbies = new TreeMap<>();
        Map<String, String> sexes = new TreeMap<>();
        classic.facts().stream().filter(each -> each.kind().equals("Guest")).forEach(each -> {
            String name = each.field("name").toString();
            hobbies.computeIfAbsent(name, any -> new TreeSet<>())
                    .add(each.field("hobby").toString());
            sexes.put(name, each.field("sex").toString());
        });
        Map<Integer, String> seated = new TreeMap<>();
        seating.forEach(each -> seated.put(Integer.parseInt(each.split(":")[0]), each.split(":")[1]));
        List<String> wrong = new ArrayList<>();
        if (!Set.copyOf(seated.values()).equals(sexes.keySet()) || seated.size() != seating.size()) {
            wrong.add("not everybody is seated once: " + seating);
            return wrong;
        }
        for (int seat = 1; seat < seated.size(); seat++) {
            String one = seated.get(seat);
            String other = seated.get(seat + 1);
            if (sexes.get(one).equals(sexes.get(other)) || Collections.disjoint(hobbies.get(one), hobbies.get(other))) {
                wrong.add(one + " beside " + other);
            }
        }
        return wrong;
    }
}
