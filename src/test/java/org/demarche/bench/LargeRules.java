package org.demarche.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demarche.Written;

/**
 * The vocabulary and the rules of a {@link LargeCase}: layers of rules, each of which joins what the layer below concludes about an actor
 * and another one with what is stated of either, so that some of what comes out has stood on a chain as long as there are layers.
 */
final class LargeRules {

    static final int LAYERS = 6;

    /** The field of the vocabulary that each kind of statement takes its term from. */
    static final Map<String, String> FIELDS = Map.of(
            "intention", "aim",
            "capability", "means",
            "interest", "wants",
            "constraint", "avoids",
            "relation", "relation",
            "condition", "state");

    /** Kinds of statements, as often as they come. */
    static final List<String> STATED = List.of(
            "condition",
            "condition",
            "condition",
            "condition",
            "capability",
            "capability",
            "capability",
            "intention",
            "intention",
            "interest",
            "constraint");

    /** How many terms a field has with as many rules as {@link LargeCase#FULL}; with fewer rules they are fewer. */
    private static final Map<String, Integer> TERMS =
            new TreeMap<>(Map.of("aim", 16, "means", 24, "wants", 8, "avoids", 8, "relation", 12, "state", 32));

    private static final Map<String, String> TEXTS = Map.of(
            "aim", "reach goal %d[ with {target}]",
            "means", "use instrument %d[ on {target}]",
            "wants", "good number %d[ from {about}]",
            "avoids", "harm number %d[ from {about}]",
            "relation", "has tie %d to {other}",
            "state", "is in state %d[ before {about}]");

    /** Of every so many terms of a field one is stated under answers only. */
    private static final int DOUBTFUL = 4;

    /** With as many rules fields have all their terms. */
    private static final int MANY = 90;

    private final int rules;
    private final Random random;

    LargeRules(int rules, Random random) {
        this.rules = rules;
        this.random = random;
    }

    private int terms(String field) {
        int most = TERMS.getOrDefault(field, 1);
        return Math.min(most, Math.max(DOUBTFUL, most * rules / MANY));
    }

    String any(String field, Random from) {
        return term(field, from.nextInt(terms(field)));
    }

    /** A term that statements use. */
    String known(String field, Random from) {
        int terms = terms(field);
        return term(field, from.nextInt(terms - terms / DOUBTFUL));
    }

    /** A term that only answers use. */
    String doubtful(String field, Random from) {
        int terms = terms(field);
        return term(field, terms - 1 - from.nextInt(terms / DOUBTFUL));
    }

    private static String term(String field, int number) {
        return field + "-" + number;
    }

    void write(Path folder) {
        Written.write(folder.resolve("vocabulary.yaml"), vocabulary());
        Written.write(folder.resolve("sources.yaml"), "long-experience: {title: Long experience}\n");
        for (int layer = 1; layer <= LAYERS; layer++) {
            int at = layer;
            String drl = IntStream.range(0, perLayer())
                    .mapToObj(number -> rule(at, number))
                    .collect(Collectors.joining("\n"));
            Written.write(
                    folder.resolve("layers/layer-" + layer + ".drl"),
                    "package rules.layers\nimport org.demarche.model.*\n\n" + drl);
        }
    }

    private int perLayer() {
        return rules / LAYERS;
    }

    /** Two rules or so for each thing that can be concluded. */
    private int conclusions() {
        return Math.max(2, perLayer() / 2);
    }

    private String vocabulary() {
        StringBuilder yaml = new StringBuilder();
        TERMS.keySet().forEach(field -> {
            yaml.append(field).append(":\n");
            for (int i = 0; i < terms(field); i++) {
                yaml.append("  %s: \"%s\"\n"
                        .formatted(term(field, i), TEXTS.getOrDefault(field, "").formatted(i)));
            }
        });
        StringBuilder actions = new StringBuilder("action:\n");
        yaml.append("finding:\n");
        for (int layer = 1; layer <= LAYERS; layer++) {
            for (int i = 0; i < conclusions(); i++) {
                if (isMove(layer, i)) {
                    actions.append("  %s: \"take step %d of stage %d[ towards {target}]\"\n"
                            .formatted(concluded(layer, i), i, layer));
                } else {
                    yaml.append("  %s: \"meets test %d of stage %d[ with {about}]\"\n"
                            .formatted(concluded(layer, i), i, layer));
                }
            }
        }
        return yaml.append(actions)
                .append("because: {clash: \"two things clash\"}\n")
                .toString();
    }

    /** In the upper half every second conclusion is a move. */
    private static boolean isMove(int layer, int number) {
        return layer > LAYERS / 2 && number % 2 == 0;
    }

    private static String concluded(int layer, int number) {
        return (isMove(layer, number) ? "step-" : "test-") + layer + "-" + number;
    }

    /** A pattern of a conclusion, with what binds or tests its two actors. */
    private static String pattern(int layer, int number, String first, String second) {
        return isMove(layer, number)
                ? "Move( %s, action == \"%s\"%s )"
                        .formatted(first.replace("?", "actor"), concluded(layer, number), second.replace("?", "target"))
                : "Judgement( %s, finding == \"%s\"%s )"
                        .formatted(
                                first.replace("?", "subject"), concluded(layer, number), second.replace("?", "about"));
    }

    private String rule(int layer, int number) {
        Body body = layer == 1 ? foundation(number) : upper(layer, number);
        int concluded = number % conclusions();
        String conclusion = isMove(layer, concluded) ? "Move" : "Judgement";
        String likelihood = number == layer ? "    @likelihood( \"likely\" )\n" : "";
        return """
                rule "rule-%d-%d"
                    @title( "Rule %2$d of stage %1$d" )
                    @says( "%s" )
                    @source( "long-experience" )
                %swhen
                    %s
                then
                    insertLogical( new %s( $actor, "%s", %s ) );
                end
                """.formatted(
                        layer,
                        number,
                        body.says(),
                        likelihood,
                        String.join("\n    ", body.conditions()),
                        conclusion,
                        concluded(layer, concluded),
                        body.about());
    }

    /**
     * What a rule asks.
     *
     * @param about the variable of the other actor in the conclusion
     */
    private record Body(List<String> conditions, String about, String says) {

        static Body of(List<String> conditions, String about) {
            String other = about.replace("$", "");
            return new Body(conditions, about, "{actor} has what it takes, and {" + other + "} is why");
        }
    }

    /** From statements alone. */
    private Body foundation(int number) {
        List<String> conditions = new ArrayList<>();
        switch (number % 3) {
            case 0 -> {
                conditions.add("Condition( $actor : subject, state == \"" + state() + "\" )");
                conditions.add("Relation( actor == $actor, relation == \"" + any("relation", random)
                        + "\", $target : other )");
            }
            case 1 -> {
                conditions.add(
                        "Intention( $actor : actor, aim == \"" + known("aim", random) + "\", $target : target )");
                conditions.add("Capability( actor == $actor, means in ( \"" + means() + "\", \"" + means() + "\" ) )");
            }
            default -> {
                conditions.add(
                        "Relation( $actor : actor, relation == \"" + any("relation", random) + "\", $target : other )");
                conditions.add("Capability( actor == $actor, means == \"" + means() + "\" )");
                conditions.add(
                        "Condition( subject == $target, state in ( \"" + state() + "\", \"" + state() + "\" ) )");
            }
        }
        if (number % 5 == 0) {
            conditions.add("not Constraint( actor == $actor, avoids == \"" + known("avoids", random) + "\" )");
        }
        return Body.of(conditions, "$target");
    }

    /** From what the layer below concludes. */
    private Body upper(int layer, int number) {
        List<String> conditions = new ArrayList<>();
        conditions.add(pattern(layer - 1, random.nextInt(conclusions()), "$actor : ?", ", $target : ?"));
        String about = "$target";
        switch (random.nextInt(7)) {
            case 0, 1 -> {
                conditions.add("Relation( actor == $target, relation in ( \"" + any("relation", random) + "\", \""
                        + any("relation", random) + "\" ), $other : other != $actor )");
                about = "$other";
            }
            case 2 ->
                conditions.add("Condition( subject == $actor, state in ( \"" + state() + "\", \"" + state() + "\", \""
                        + state() + "\" ) )");
            case 3 ->
                conditions.add("Capability( actor == $target, means in ( \"" + means() + "\", \"" + means() + "\", \""
                        + means() + "\" ) )");
            case 4 -> conditions.add(pattern(layer - 1, random.nextInt(conclusions()), "? == $actor", ""));
            case 5 -> conditions.add(pattern(layer - 1, random.nextInt(conclusions()), "? == $target", ""));
            default ->
                conditions.add("exists Relation( other == $actor, relation in ( \"" + any("relation", random) + "\", \""
                        + any("relation", random) + "\" ) )");
        }
        switch (random.nextInt(16)) {
            case 0 -> conditions.add("not " + pattern(layer - 1, random.nextInt(conclusions()), "? == $actor", ""));
            case 1 -> conditions.add("not Condition( subject == $actor, state == \"" + state() + "\" )");
            case 2 -> conditions.add("not " + pattern(1, random.nextInt(conclusions()), "? == $target", ""));
            case 3 -> conditions.add("exists Condition( subject == $target, state != \"" + state() + "\" )");
            default -> {}
        }
        if (number == 0) {
            conditions.add(
                    "accumulate( Condition( subject == $actor, $state : state ); $states : collectSet( $state ); "
                            + "$states.size >= 2 )");
        }
        return Body.of(conditions, about);
    }

    private String state() {
        return one("state");
    }

    private String means() {
        return one("means");
    }

    private String one(String field) {
        return random.nextInt(5) < 2 ? doubtful(field, random) : known(field, random);
    }
}
