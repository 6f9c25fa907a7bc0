package org.demarche.compile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;

/**
 * The variables of a rule that were misspelt where they are bound: {@code $victm}, which nothing uses, where {@code $victim} is
 * used throughout and bound nowhere. Told at each use, the slip would be looked for where there is none.
 */
final class Misspelt {

    /** Of two names that each stand once, nobody knows which is the wrong one. */
    private static final int THROUGHOUT = 2;

    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final Map<String, SourceLocation> places = new TreeMap<>();
    private final Set<String> boundTwice = new HashSet<>();
    private final Map<String, Integer> uses = new TreeMap<>();

    /** The name that was meant, by the one that was written. */
    private final Map<String, String> meant = new TreeMap<>();

    private Misspelt() {}

    static Misspelt in(RuleCard card) {
        Misspelt names = new Misspelt();
        card.conditions().forEach(names::read);
        card.conclusion().arguments().forEach(names::use);
        Stream.concat(Stream.of(card.says()), card.unless().stream()).forEach(text -> names.use(PLACEHOLDER, text));
        names.match();
        return names;
    }

    /** The name that was meant; the name itself where it is not misspelt. */
    String meant(String variable) {
        return meant.getOrDefault(variable, variable);
    }

    /** Tells each slip where it was made. */
    void tell(SourceText source, Problems problems) {
        meant.forEach((written, wanted) -> problems.add(source.error(
                "unbound-variable",
                source.find("$" + written, Objects.requireNonNull(places.get(written))),
                "`$" + written + "` gets a value here and is used nowhere, while `$" + wanted
                        + "` is used and gets none.",
                "Maybe `$" + wanted + "`?")));
    }

    private void read(RuleCondition condition) {
        if (condition instanceof RuleCondition.Pattern pattern) {
            bind(pattern.label().replaceFirst("^\\$", ""), pattern.at());
            pattern.constraints().forEach(constraint -> {
                use(VARIABLE, constraint.text());
                // The text has the bindings in it as well, and they are no uses.
                constraint.bindings().forEach(binding -> {
                    bind(binding.variable(), binding.at());
                    uses.computeIfPresent(binding.variable(), (name, count) -> count == 1 ? null : count - 1);
                });
            });
        } else if (condition instanceof Accumulate accumulate) {
            read(accumulate.source());
            accumulate.results().forEach(result -> {
                bind(result.variable(), result.at());
                use(result.argument());
            });
            accumulate.tests().forEach(test -> {
                use(test.left());
                use(test.right());
            });
        } else {
            Variables.inside(condition).forEach(this::read);
        }
    }

    private void bind(String variable, SourceLocation at) {
        if (!variable.isEmpty() && places.putIfAbsent(variable, at) != null) {
            boundTwice.add(variable);
        }
    }

    private void use(Operand operand) {
        if (operand instanceof Operand.Variable variable) {
            use(variable.name());
        } else if (operand instanceof Operand.Size size) {
            use(size.variable());
        } else if (operand instanceof Operand.Other other) {
            use(VARIABLE, other.written());
        }
    }

    private void use(Pattern names, String text) {
        names.matcher(text).results().forEach(found -> use(found.group(1)));
    }

    private void use(String variable) {
        if (!variable.isEmpty()) {
            uses.merge(variable, 1, Integer::sum);
        }
    }

    private void match() {
        Set<String> unbound = new TreeSet<>();
        uses.forEach((name, count) -> {
            if (count >= THROUGHOUT && !places.containsKey(name)) {
                unbound.add(name);
            }
        });
        Map<String, String> byWanted = new HashMap<>();
        for (String written : places.keySet()) {
            Optional<String> wanted = uses.containsKey(written) || boundTwice.contains(written)
                    ? Optional.empty()
                    : Suggestion.nearest(written, unbound);
            wanted.filter(name -> byWanted.putIfAbsent(name, written) == null)
                    .ifPresent(name -> meant.put(written, name));
        }
    }
}
