package org.demarche.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demarche.Written;

/**
 * A case as an analyst might come to have after years, made by chance, to see what explanations cost: many actors with ties to a few
 * others each, statements about them, some assumed and some of a certain day, questions whose answers state what nothing else states,
 * and {@link LargeRules rules in layers}. Unlike {@link Workload} its rules are general and join what is stated of different actors.
 */
public final class LargeCase {

    /** As large as explanations are promised for. */
    public static final Size FULL = new Size(56, 1_000, 300, 6, 1);

    /** Small enough to be explained from end to end many times over. */
    public static final Size SMALL = new Size(16, 100, 36, 3, 6);

    /** The last days before the day on which the case is looked at. */
    private static final int DAYS = 10;

    private static final int ASSUMED = 50;
    private static final int DATED = 20;
    private static final int TIES = 5;
    private static final int[] ANSWERS = {2, 3, 4};
    private static final List<String> HEADS =
            List.of("Al", "Bel", "Cor", "Dun", "El", "Far", "Gal", "Hol", "Ist", "Kar", "Lor", "Mar", "Nor", "Ost");
    private static final List<String> TAILS = List.of("land", "onia", "stan", "mark");

    /**
     * How much there is.
     *
     * @param facts statements outside of answers
     * @param rules in equal layers
     * @param seed of chance: what comes out of the upper layers, and whether anything does, hangs on it
     */
    public record Size(int actors, int facts, int rules, int questions, long seed) {}

    private final Size size;
    private final Random random;
    private final LargeRules rules;

    private LargeCase(Size size) {
        this.size = size;
        this.random = new Random(size.seed());
        this.rules = new LargeRules(size.rules(), random);
    }

    /** Writes {@code rules} and {@code facts/large-case} into a folder. */
    public static void write(Path folder, Size size) {
        LargeCase made = new LargeCase(size);
        made.rules.write(folder.resolve("rules"));
        Path facts = facts(folder);
        Written.write(facts.resolve("case.yaml"), made.head());
        Written.write(facts.resolve("questions.yaml"), made.questions());
        Written.write(facts.resolve("facts.yaml"), made.statements());
    }

    /** Where the case is in the folder. */
    public static Path facts(Path folder) {
        return folder.resolve("facts/large-case");
    }

    private String head() {
        return """
                case: large-case
                title: "Many actors"
                as-of: 2031-04-10
                rules: [layers]
                sources:
                  embassy-cables: {title: Cables of the embassies}
                  press-review: {title: A review of the press}
                actors:
                """
                + IntStream.range(0, size.actors())
                        .mapToObj(i -> "  " + actor(i) + ": {name: " + HEADS.get(i % HEADS.size())
                                + TAILS.get(i / HEADS.size() % TAILS.size()) + ", kind: state}\n")
                        .collect(Collectors.joining());
    }

    private static String actor(int number) {
        return "X" + (char) ('A' + number / 26) + (char) ('A' + number % 26);
    }

    private String statements() {
        List<String> all = new ArrayList<>(facts());
        int again = (size.facts() - all.size()) / 2;
        int reports = size.facts() - all.size() - again;
        StringBuilder yaml = new StringBuilder("source: embassy-cables\nfacts:\n");
        for (int i = 0; i < all.size(); i++) {
            yaml.append("  - {").append(all.get(i));
            yaml.append(i % ASSUMED == 0 ? ", basis: assumption, note: \"as ever\"" : "");
            yaml.append(i % DATED == 1 ? ", " + dated() : "");
            yaml.append("}\n");
        }
        // Some are stated by others too.
        for (String each : all.subList(0, again)) {
            yaml.append("  - {").append(each).append(", source: press-review, note: \"as heard\"}\n");
        }
        yaml.append("reports:\n");
        for (int i = 0; i < reports; i++) {
            int question = random.nextInt(size.questions());
            yaml.append("  - {id: wire-%d, source: press-review, origin: %s, question: %s, answer: %s}\n"
                    .formatted(
                            i,
                            actor(random.nextInt(size.actors())),
                            question(question),
                            answer(random.nextInt(answers(question)))));
        }
        return yaml.toString();
    }

    private String dated() {
        String day = "2031-04-%02d".formatted(1 + random.nextInt(DAYS));
        return switch (random.nextInt(3)) {
            case 0 -> "until: " + day;
            case 1 -> "known: " + day;
            default -> "since: " + day;
        };
    }

    /** Statements as they are written, each once, in any order; the rest are reports. */
    private List<String> facts() {
        Set<String> facts = new LinkedHashSet<>();
        for (int i = 0; i < size.actors(); i++) {
            for (int tie = 0; tie < TIES; tie++) {
                facts.add("relation: " + actor(i) + " " + rules.any("relation", random) + " " + neighbour(i));
            }
        }
        while (facts.size() < size.facts() - size.facts() / 50) {
            facts.add(fact(random.nextInt(size.actors())));
        }
        List<String> all = new ArrayList<>(facts);
        Collections.shuffle(all, random);
        return all;
    }

    private String fact(int actor) {
        String kind = LargeRules.STATED.get(random.nextInt(LargeRules.STATED.size()));
        String field = LargeRules.FIELDS.getOrDefault(kind, "");
        String about = random.nextBoolean() || kind.equals("intention") ? " " + neighbour(actor) : "";
        return kind + ": " + actor(actor) + " " + rules.known(field, random) + about;
    }

    /** Somebody within reach: who has to do with whom is not evenly spread. */
    private String neighbour(int of) {
        int away = 1 + random.nextInt(TIES);
        return actor(Math.floorMod(random.nextBoolean() ? of + away : of - away, size.actors()));
    }

    private String questions() {
        StringBuilder yaml = new StringBuilder("source: embassy-cables\nquestions:\n");
        for (int i = 0; i < size.questions(); i++) {
            yaml.append("  %s:\n    ask: \"What about number %d?\"\n".formatted(question(i), i));
            // The last one comes up only in the course of the days that a timeline shows.
            yaml.append(i == size.questions() - 1 ? "    known: 2031-04-04\n" : "")
                    .append("    answers:\n");
            for (int j = 0; j < answers(i); j++) {
                yaml.append("      %s: {says: \"number %d is %s\", %sfacts: [%s]}\n"
                        .formatted(
                                answer(j),
                                i,
                                answer(j),
                                i % 2 == 0 && j == 0 ? "likelihood: likely, " : "",
                                doubtful()));
            }
        }
        return yaml.toString();
    }

    private String doubtful() {
        Map<String, String> facts = new LinkedHashMap<>();
        while (facts.size() < size.questions()) {
            String kind = List.of("condition", "capability").get(random.nextInt(2));
            int actor = random.nextInt(size.actors());
            facts.put(
                    kind + actor,
                    "{" + kind + ": " + actor(actor) + " "
                            + rules.doubtful(LargeRules.FIELDS.getOrDefault(kind, ""), random) + "}");
        }
        return String.join(", ", facts.values());
    }

    private static String question(int number) {
        return "question-" + number;
    }

    private static String answer(int number) {
        return List.of("open", "shut", "split", "lost").get(number);
    }

    private static int answers(int question) {
        return ANSWERS[question % ANSWERS.length];
    }
}
