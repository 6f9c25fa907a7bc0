package org.demarche.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.Reasoner;

/** Random programs of three families, with everything that they are rewritten to, behind one compiled set of rules. */
final class Programs {

    /** Compiled and assessed when first asked for, for all tests together. */
    static final Programs SHARED = new Programs(Sizes.RULES, Sizes.PROGRAMS);

    private final Dice dice = new Dice(Sizes.SEED);
    private final RuleFolders folders = RuleFolders.empty();
    private final List<RandomRule> firstOrder;
    private final List<RandomRule> propositional;
    private final List<RandomRule> settling;
    private final List<RandomRule> irrelevant;
    private final List<Assessed> all = new ArrayList<>();
    private final Reasoner reasoner;

    private Programs(int rules, int programs) {
        FirstOrderRules maker = new FirstOrderRules(dice);
        firstOrder = numbered("first-order-", rules, maker::rule);
        settling = numbered("settling-", rules / 8, maker::settling);
        irrelevant = numbered("irrelevant-", rules / 10, maker::irrelevant);
        propositional = numbered("propositional-", rules / 3, new PropositionalRules(dice)::rule);
        Stream.of(firstOrder, settling, irrelevant, propositional)
                .flatMap(List::stream)
                .forEach(rule -> folders.add(rule.id(), List.of(rule)));
        folders.add("given", PropositionalRules.given());
        firstOrder.forEach(this::rewrite);
        List<Program> unassessed = IntStream.range(0, programs)
                .mapToObj(i -> new Program("program-" + i, RandomCase.of(ids(i % 7), dice), folders))
                .toList();
        reasoner = assessed(unassessed);
    }

    private static List<RandomRule> numbered(String prefix, int count, Function<String, RandomRule> maker) {
        return IntStream.range(0, count).mapToObj(i -> maker.apply(prefix + i)).toList();
    }

    private void rewrite(RandomRule rule) {
        for (Rewriting rewriting : Rewriting.values()) {
            rewriting.of(rule).ifPresent(same -> folders.add(rewriting.folder(rule.id()), same));
        }
    }

    /** Of seven programs, one is without variables and one leaves fewer scenarios. */
    private List<String> ids(int kind) {
        List<RandomRule> rules = new ArrayList<>(
                kind == 0 ? dice.some(dice.between(8, 14), propositional) : dice.some(dice.between(5, 8), firstOrder));
        if (kind == 1) {
            rules.addAll(dice.some(dice.between(1, 2), settling));
        }
        List<String> ids = new ArrayList<>(rules.stream().map(RandomRule::id).toList());
        if (kind == 0) {
            ids.add("given");
        }
        return ids;
    }

    List<Assessed> all() {
        return all;
    }

    Reasoner reasoner() {
        return reasoner;
    }

    RuleFolders folders() {
        return folders;
    }

    List<RandomRule> irrelevant() {
        return irrelevant;
    }

    private Reasoner assessed(List<Program> programs) {
        try {
            Path root = Files.createTempDirectory("oracle");
            try {
                Reasoner loaded = folders.load(root);
                programs.forEach(program -> all.add(new Assessed(program, program.assess(loaded, root))));
                return loaded;
            } finally {
                delete(root);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
