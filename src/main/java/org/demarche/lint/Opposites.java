package org.demarche.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.cases.Vocabulary;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;

/** Which conclusions cannot both be so: the same of the same but for one field, in which two values exclude each other. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class Opposites {

    private static final Set<String> FOR = Set.of("CC", "C");
    private static final Set<String> AGAINST = Set.of("II", "I");

    private final Vocabulary vocabulary;

    /** The field in which conclusions of a kind can exclude each other. */
    static Optional<FactType.Field> field(FactType type) {
        return type.fields().stream()
                .filter(field -> field.type() == FieldType.TERM
                        || field.type() == FieldType.RATING
                        || field.type() == FieldType.ANSWER && type == FactType.SETTLED)
                .findFirst();
    }

    /** Whether two lists of values or terms, quoted or not, exclude each other as facts of a kind. */
    boolean exclude(FactType type, List<String> one, List<String> other) {
        Optional<FactType.Field> field = field(type);
        if (field.isEmpty()) {
            return false;
        }
        int index = type.indexOf(field.get().name());
        return without(index, one).equals(without(index, other))
                && exclude(field.get(), one.get(index), other.get(index));
    }

    private boolean exclude(FactType.Field field, String one, String other) {
        return switch (field.type()) {
            case TERM ->
                excludes(field.name(), bare(one), bare(other)) || excludes(field.name(), bare(other), bare(one));
            case RATING ->
                FOR.contains(bare(one)) && AGAINST.contains(bare(other))
                        || AGAINST.contains(bare(one)) && FOR.contains(bare(other));
            default -> Names.isText(one) && Names.isText(other) && !one.equals(other);
        };
    }

    private boolean excludes(String field, String one, String other) {
        return vocabulary
                .term(field, one)
                .filter(term -> term.excludes().contains(other))
                .isPresent();
    }

    static List<String> without(int index, List<String> values) {
        List<String> rest = new ArrayList<>(values);
        rest.remove(index);
        return rest;
    }

    private static String bare(String term) {
        return term.replace("\"", "");
    }
}
