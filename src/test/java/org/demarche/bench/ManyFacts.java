package org.demarche.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.Written;
import org.demarche.bench.peers.FactLines;
import org.demarche.model.Fact;
import org.demarche.model.FactType;

/**
 * A case of many facts for the general rules: as many standoffs as it takes, each of a client, its patron, its adversary and those around
 * them, of which most of what the rules ask for is stated, and as much again that no rule asks for. What follows grows as the facts do.
 */
final class ManyFacts {

    /** Who is in a standoff: client, patron, adversary, its ally, the ruler of the client, an insider and a relative of his. */
    private static final String PARTIES = "CPSARIK";

    /** Kind, actor, term, the other, and how often in a hundred it is stated. */
    private static final String STANDOFF = """
            relation S adversary-of C 100
            relation S far-stronger-than C 80
            relation S threatens C 60
            relation S protects A 70
            relation C threatens A 70
            relation P patron-of C 90
            relation P borders C 60
            relation R rules C 90
            relation I insider-of C 50
            relation I close-to P 60
            relation K kin-of R 40
            capability C homeland-strike S 40
            capability C hold-hostage A 40
            capability P turn-elite C 50
            capability P underwrite C 40
            constraint C attack S 60
            constraint S loss-of-ally A 50
            constraint S open-war C 20
            condition C no-senior-contact P 70
            condition C purged-embassy P 70
            condition C hostile-media P 70
            condition P enforces-sanctions C 60
            condition P backs-position-of S 60
            condition R young-successor - 50
            condition R no-political-experience - 70
            condition R consolidates-power - 60
            condition R unpractised - 60
            condition C crippled-by-sanctions - 40
            condition C nears-nuclear-statehood - 50
            interest P amenable-ruler C 50
            interest P adversary-backs-off S 50
            intention C scale-down S 30
            intention C sanctions-relief S 30
            event C summit-set S 50
            event R visit P 50
            """;

    private static final List<String> IDLE = List.of("ally-of", "borders", "close-to");
    private static final int IN_A_FILE = 10_000;

    private final int size;
    private final Random random;
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final List<String> actors = new ArrayList<>();

    private ManyFacts(int size) {
        this.size = size;
        this.random = new Random(size);
        while (facts.size() < size) {
            standoff();
        }
    }

    /** Writes the case, for the rules in {@code rules/theory}, and the same facts as lines. */
    static ManyFacts write(int size, Path folder) {
        ManyFacts made = new ManyFacts(size);
        Written.write(folder.resolve("case.yaml"), made.head());
        List<Fact> all = made.facts();
        for (int from = 0; from < all.size(); from += IN_A_FILE) {
            Written.write(
                    folder.resolve("facts-" + from / IN_A_FILE + ".yaml"),
                    all.subList(from, Math.min(all.size(), from + IN_A_FILE)).stream()
                            .map(ManyFacts::yaml)
                            .collect(Collectors.joining("", "source: the-archive\nfacts:\n", "")));
        }
        FactLines.write(lines(folder), all);
        return made;
    }

    static Path lines(Path folder) {
        return folder.resolve("facts.txt");
    }

    List<Fact> facts() {
        return List.copyOf(facts.values());
    }

    private void standoff() {
        int number = actors.size() / PARTIES.length();
        PARTIES.chars().forEach(party -> actors.add(actor((char) party, number)));
        Set<Fact> stated = new LinkedHashSet<>();
        STANDOFF.lines().map(line -> line.split(" ")).forEach(words -> {
            if (random.nextInt(100) < Integer.parseInt(words[4])) {
                stated.add(fact(words[0], named(words[1], number), words[2], named(words[3], number)));
            }
        });
        for (int i = stated.size(); i > 0; i--) {
            stated.add(fact("relation", anybody(), IDLE.get(random.nextInt(IDLE.size())), anybody()));
        }
        stated.stream().limit(size - facts.size()).forEach(each -> facts.put(each.id(), each));
    }

    private static String named(String party, int number) {
        return party.equals("-") ? "" : actor(party.charAt(0), number);
    }

    private static String actor(char party, int number) {
        return Character.toString(party).toLowerCase(Locale.ROOT) + "-" + number;
    }

    private String anybody() {
        return actors.get(random.nextInt(actors.size()));
    }

    private static Fact fact(String kind, String... values) {
        FactType type = FactType.keyed(kind).orElseThrow();
        List<String> all = new ArrayList<>(List.of(values));
        while (all.size() < type.fields().size()) {
            all.add("");
        }
        return type.create(all);
    }

    private String head() {
        return """
                case: many-facts
                title: "%d facts"
                rules: [theory]
                source: the-archive
                sources: {the-archive: {title: An archive}}
                actors:
                """.formatted(size)
                + actors.stream()
                        .map(each -> "  " + each + ": {name: " + each.toUpperCase(Locale.ROOT) + "}\n")
                        .collect(Collectors.joining());
    }

    private static String yaml(Fact fact) {
        return "  - {" + fact.type().key() + ": "
                + fact.values().stream().filter(each -> !each.isEmpty()).collect(Collectors.joining(" ")) + "}\n";
    }
}
