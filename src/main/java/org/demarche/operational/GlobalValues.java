package org.demarche.operational;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.compile.OperationalRules.GlobalForm;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.demarche.yaml.YamlNode;

/** What globals are when a session begins. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class GlobalValues {

    private static final List<String> TEXTS = List.of("String", "java.lang.String");

    private final SessionFacts facts;
    private final Kinds kinds;

    /**
     * The value of a global.
     *
     * @param written as the case gives it; empty when it does not
     */
    Optional<Object> of(GlobalForm global, Optional<YamlNode> written) {
        String name = global.name();
        String plain = global.type().replaceFirst("<.*", "").strip();
        Class<?> found =
                TEXTS.contains(plain) ? String.class : kinds.find(plain).orElse(Object.class);
        if (written.isPresent()) {
            return Optional.ofNullable(facts.make(written.get(), found, "The global `" + name + "`"));
        }
        // Rules collect in them; whoever runs them elsewhere hands them in empty.
        if (found.isAssignableFrom(ArrayList.class) && found != Object.class) {
            return Optional.of(new ArrayList<>());
        }
        if (Set.class.isAssignableFrom(found) && found.isAssignableFrom(LinkedHashSet.class)) {
            return Optional.of(new LinkedHashSet<>());
        }
        if (Map.class.isAssignableFrom(found) && found.isAssignableFrom(LinkedHashMap.class)) {
            return Optional.of(new LinkedHashMap<>());
        }
        throw new LoadException(List.of(Problem.error(
                        "missing-global",
                        global.at(),
                        "The rules need the global `" + name + "`, a " + plain.substring(plain.lastIndexOf('.') + 1)
                                + ", and the case gives none.")
                .withLine(global.line())
                .withHint("Add it to the case: `globals: {" + name + ": …}`.")));
    }
}
