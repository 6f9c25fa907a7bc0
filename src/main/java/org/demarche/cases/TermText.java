package org.demarche.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demarche.model.FactType;
import org.demarche.source.Problems;
import org.demarche.source.Suggestion;
import org.demarche.yaml.YamlScalar;

/** Reads the phrases of terms: which names may stand in them in braces, and that brackets match. */
record TermText(String field, Problems problems) {

    private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");

    /** The phrase as it is written. */
    String read(YamlScalar phrase) {
        Set<String> known = names();
        Matcher matcher = NAME.matcher(phrase.value());
        while (matcher.find()) {
            String name = matcher.group(1);
            if (!known.contains(name)) {
                problems.add(phrase.part(matcher.start(), matcher.group().length())
                        .error("bad-phrase", "Nothing is called `{" + name + "}` in a fact with `" + field + "`.")
                        .withHint(hint(name, known)));
            }
        }
        checkBrackets(phrase);
        return phrase.value();
    }

    private void checkBrackets(YamlScalar phrase) {
        String rest = NAME.matcher(phrase.value()).replaceAll("").replaceAll("\\[[^\\[\\]]*]", "");
        rest.chars()
                .filter(c -> "[]{}".indexOf(c) >= 0)
                .mapToObj(c -> String.valueOf((char) c))
                .findFirst()
                .ifPresent(bracket -> problems.add(phrase.part(bracket)
                        .error("bad-phrase", "The `" + bracket + "` has no counterpart in this phrase.")));
    }

    private static String hint(String name, Set<String> known) {
        if (known.isEmpty()) {
            return "No names stand in this phrase.";
        }
        String near = Suggestion.hint(name, known);
        String all = known.stream().map(word -> "`{" + word + "}`").collect(Collectors.joining(", "));
        return near.isEmpty() ? "There may stand " + all + "." : near;
    }

    /** The other fields of the facts in which the term stands. */
    private Set<String> names() {
        List<FactType> types = Arrays.stream(FactType.values())
                .filter(type -> type.field(field).isPresent())
                .toList();
        Set<String> names = types.stream()
                .flatMap(type -> type.fieldNames().stream())
                .filter(name -> !name.equals(field))
                .collect(Collectors.toCollection(TreeSet::new));
        return names;
    }
}
