package org.demarche.model;

import static org.demarche.model.FieldType.ACTOR;
import static org.demarche.model.FieldType.ANSWER;
import static org.demarche.model.FieldType.ANY_TERM;
import static org.demarche.model.FieldType.CREDIBILITY;
import static org.demarche.model.FieldType.DATE;
import static org.demarche.model.FieldType.KIND;
import static org.demarche.model.FieldType.NAME;
import static org.demarche.model.FieldType.ORIGIN;
import static org.demarche.model.FieldType.PARTY;
import static org.demarche.model.FieldType.QUESTION;
import static org.demarche.model.FieldType.RATING;
import static org.demarche.model.FieldType.RELIABILITY;
import static org.demarche.model.FieldType.SOURCE;
import static org.demarche.model.FieldType.SUBJECT;
import static org.demarche.model.FieldType.TERM;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of facts: their fields in order, who may state them, and how to make one from its values. */
public enum FactType {
    INTENTION(Intention.class, Use.STATED, v -> new Intention(v[0], v[1], v[2]), actor(), term("aim"), party("target")),
    CAPABILITY(
            Capability.class,
            Use.STATED,
            v -> new Capability(v[0], v[1], v[2]),
            actor(),
            term("means"),
            party("target")),
    INTEREST(Interest.class, Use.STATED, v -> new Interest(v[0], v[1], v[2]), actor(), term("wants"), party("about")),
    CONSTRAINT(
            Constraint.class,
            Use.STATED,
            v -> new Constraint(v[0], v[1], v[2]),
            actor(),
            term("avoids"),
            party("about")),
    RELATION(
            Relation.class, Use.STATED, v -> new Relation(v[0], v[1], v[2]), actor(), term("relation"), party("other")),
    CONDITION(
            Condition.class,
            Use.STATED,
            v -> new Condition(v[0], v[1], v[2]),
            subject(),
            term("state"),
            party("about")),
    EVENT(
            Event.class,
            Use.STATED,
            v -> new Event(v[0], v[1], v[2], v[3]),
            actor(),
            term("action"),
            party("target"),
            new Field("date", DATE)),
    REPORT(
            Report.class,
            Use.GIVEN,
            v -> new Report(v[0], v[1], v[2], v[3], v[4], v[5], v[6]),
            new Field("id", NAME),
            new Field("source", SOURCE),
            new Field("question", QUESTION),
            new Field("answer", ANSWER),
            new Field("reliability", RELIABILITY),
            new Field("credibility", CREDIBILITY),
            new Field("origin", ORIGIN)),
    HYPOTHESIS(
            Hypothesis.class,
            Use.GIVEN,
            v -> new Hypothesis(v[0], v[1], v[2], v[3], v[4], v[5]),
            new Field("question", QUESTION),
            new Field("answer", ANSWER),
            new Field("kind", KIND),
            new Field("subject", SUBJECT),
            new Field("term", ANY_TERM),
            new Field("object", PARTY)),
    MOVE(Move.class, Use.CONCLUDED, v -> new Move(v[0], v[1], v[2]), actor(), term("action"), party("target")),
    JUDGEMENT(
            Judgement.class,
            Use.CONCLUDED,
            v -> new Judgement(v[0], v[1], v[2]),
            subject(),
            term("finding"),
            party("about")),
    INDICATION(
            Indication.class,
            Use.CONCLUDED,
            v -> new Indication(v[0], v[1], v[2]),
            new Field("question", QUESTION),
            new Field("answer", ANSWER),
            new Field("rating", RATING)),
    SETTLED(
            Settled.class,
            Use.CONCLUDED,
            v -> new Settled(v[0], v[1]),
            new Field("question", QUESTION),
            new Field("answer", ANSWER)),
    IMPOSSIBLE(Impossible.class, Use.CONCLUDED, v -> new Impossible(v[0]), term("because"));

    /** A field of a fact and what may stand in it. */
    public record Field(String name, FieldType type) {}

    private enum Use {
        STATED,
        GIVEN,
        CONCLUDED
    }

    // Asked for wherever facts are matched, so worked out once.
    private static final Map<Class<?>, FactType> BY_CLASS =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(type -> type.factClass, type -> type));
    private static final Map<String, FactType> BY_TYPE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(FactType::typeName, type -> type));

    private final Class<? extends Fact> factClass;
    private final Use use;
    private final Function<String[], Fact> maker;
    private final List<Field> fields;
    private final List<String> fieldNames;
    private final String key;
    private final String typeName;

    FactType(Class<? extends Fact> factClass, Use use, Function<String[], Fact> maker, Field... fields) {
        this.factClass = factClass;
        this.use = use;
        this.maker = maker;
        this.fields = List.of(fields);
        this.fieldNames = this.fields.stream().map(Field::name).toList();
        this.key = name().toLowerCase(Locale.ROOT);
        this.typeName = factClass.getSimpleName();
    }

    /** The kind of a class of facts. */
    public static FactType of(Class<?> factClass) {
        return Optional.ofNullable(BY_CLASS.get(factClass))
                .orElseThrow(() -> new IllegalArgumentException("no kind of fact: " + factClass));
    }

    /** The kind whose facts rules match under this name, {@code Intention}. */
    public static Optional<FactType> named(String name) {
        return Optional.ofNullable(BY_TYPE_NAME.get(name));
    }

    /** The kind with this key, {@code intention}. */
    public static Optional<FactType> keyed(String key) {
        return Arrays.stream(values()).filter(type -> type.key().equals(key)).findFirst();
    }

    /** What stands in YAML and JSON for the kind: {@code intention}. */
    public String key() {
        return key;
    }

    /** What stands in rules for the kind: {@code Intention}. */
    public String typeName() {
        return typeName;
    }

    /** The fields in order. */
    public List<Field> fields() {
        return fields;
    }

    /** The names of the fields in order. */
    public List<String> fieldNames() {
        return fieldNames;
    }

    /** The field with this name, if the kind has it. */
    public Optional<Field> field(String name) {
        int index = indexOf(name);
        return index < 0 ? Optional.empty() : Optional.of(fields.get(index));
    }

    /** The position of a field. */
    public int indexOf(String field) {
        return fieldNames.indexOf(field);
    }

    /** Whether a case may state facts of this kind. */
    public boolean stated() {
        return use == Use.STATED;
    }

    /** Whether rules conclude facts of this kind. */
    public boolean concluded() {
        return use == Use.CONCLUDED;
    }

    /** How many of the last values may be absent. */
    public int optionalValues() {
        return switch (this) {
            case EVENT -> 2;
            case INTENTION, CAPABILITY, INTEREST, CONSTRAINT, RELATION, CONDITION, MOVE, JUDGEMENT, HYPOTHESIS -> 1;
            default -> 0;
        };
    }

    /** Whether ids begin with the kind's key, because the values alone do not tell it. */
    boolean namedInIds() {
        return switch (this) {
            case REPORT, HYPOTHESIS, INDICATION, SETTLED, IMPOSSIBLE -> true;
            default -> false;
        };
    }

    /**
     * A fact of this kind.
     *
     * @param values as many as there are fields
     */
    public Fact create(List<String> values) {
        if (values.size() != fields.size()) {
            throw new IllegalArgumentException(typeName() + " has " + fields.size() + " values, not " + values.size());
        }
        return maker.apply(values.toArray(String[]::new));
    }

    private static Field actor() {
        return new Field("actor", ACTOR);
    }

    private static Field term(String name) {
        return new Field(name, TERM);
    }

    private static Field party(String name) {
        return new Field(name, PARTY);
    }

    private static Field subject() {
        return new Field("subject", SUBJECT);
    }
}
