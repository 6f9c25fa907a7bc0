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
import static org.demarche.model.FieldType.SUBJECT;
import static org.demarche.model.FieldType.TERM;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The kinds of facts: their fields in order, who may state them, and how to make one from its values. There are ours, and those that
 * rule files declare or import, which are equal when they have the same name and the same fields.
 */
public final class FactType implements Comparable<FactType> {

    public static final FactType INTENTION = ours(
            Kind.INTENTION,
            Intention.class,
            Use.STATED,
            v -> new Intention(v[0], v[1], v[2]),
            actor(),
            term("aim"),
            party("target"));
    public static final FactType CAPABILITY = ours(
            Kind.CAPABILITY,
            Capability.class,
            Use.STATED,
            v -> new Capability(v[0], v[1], v[2]),
            actor(),
            term("means"),
            party("target"));
    public static final FactType INTEREST = ours(
            Kind.INTEREST,
            Interest.class,
            Use.STATED,
            v -> new Interest(v[0], v[1], v[2]),
            actor(),
            term("wants"),
            party("about"));
    public static final FactType CONSTRAINT = ours(
            Kind.CONSTRAINT,
            Constraint.class,
            Use.STATED,
            v -> new Constraint(v[0], v[1], v[2]),
            actor(),
            term("avoids"),
            party("about"));
    public static final FactType RELATION = ours(
            Kind.RELATION,
            Relation.class,
            Use.STATED,
            v -> new Relation(v[0], v[1], v[2]),
            actor(),
            term("relation"),
            party("other"));
    public static final FactType CONDITION = ours(
            Kind.CONDITION,
            Condition.class,
            Use.STATED,
            v -> new Condition(v[0], v[1], v[2]),
            subject(),
            term("state"),
            party("about"));
    public static final FactType EVENT = ours(
            Kind.EVENT,
            Event.class,
            Use.STATED,
            v -> new Event(v[0], v[1], v[2], v[3]),
            actor(),
            term("action"),
            party("target"),
            new Field("date", DATE));
    public static final FactType REPORT = ours(
            Kind.REPORT,
            Report.class,
            Use.GIVEN,
            v -> new Report(v[0], v[1], v[2], v[3], v[4], v[5], v[6]),
            new Field("id", NAME),
            new Field("source", FieldType.SOURCE),
            new Field("question", QUESTION),
            new Field("answer", ANSWER),
            new Field("reliability", RELIABILITY),
            new Field("credibility", CREDIBILITY),
            new Field("origin", ORIGIN));
    public static final FactType HYPOTHESIS = ours(
            Kind.HYPOTHESIS,
            Hypothesis.class,
            Use.GIVEN,
            v -> new Hypothesis(v[0], v[1], v[2], v[3], v[4], v[5]),
            new Field("question", QUESTION),
            new Field("answer", ANSWER),
            new Field("kind", KIND),
            new Field("subject", SUBJECT),
            new Field("term", ANY_TERM),
            new Field("object", PARTY));
    public static final FactType SOURCE = ours(
            Kind.SOURCE,
            Source.class,
            Use.GIVEN,
            v -> new Source(v[0], v[1], v[2], v[3]),
            new Field("source", ORIGIN),
            new Field("kind", NAME),
            new Field("country", PARTY),
            new Field("owner", PARTY));
    public static final FactType MOVE = ours(
            Kind.MOVE,
            Move.class,
            Use.CONCLUDED,
            v -> new Move(v[0], v[1], v[2]),
            actor(),
            term("action"),
            party("target"));
    public static final FactType JUDGEMENT = ours(
            Kind.JUDGEMENT,
            Judgement.class,
            Use.CONCLUDED,
            v -> new Judgement(v[0], v[1], v[2]),
            subject(),
            term("finding"),
            party("about"));
    public static final FactType INDICATION = ours(
            Kind.INDICATION,
            Indication.class,
            Use.CONCLUDED,
            v -> new Indication(v[0], v[1], v[2]),
            new Field("question", QUESTION),
            new Field("answer", ANSWER),
            new Field("rating", RATING));
    public static final FactType SETTLED = ours(
            Kind.SETTLED,
            Settled.class,
            Use.CONCLUDED,
            v -> new Settled(v[0], v[1]),
            new Field("question", QUESTION),
            new Field("answer", ANSWER));
    public static final FactType IMPOSSIBLE =
            ours(Kind.IMPOSSIBLE, Impossible.class, Use.CONCLUDED, v -> new Impossible(v[0]), term("because"));

    private static final FactType[] OURS = {
        INTENTION,
        CAPABILITY,
        INTEREST,
        CONSTRAINT,
        RELATION,
        CONDITION,
        EVENT,
        REPORT,
        HYPOTHESIS,
        SOURCE,
        MOVE,
        JUDGEMENT,
        INDICATION,
        SETTLED,
        IMPOSSIBLE
    };

    /** Which kind it is; all that rule files declare are {@code DECLARED}. */
    public enum Kind {
        INTENTION,
        CAPABILITY,
        INTEREST,
        CONSTRAINT,
        RELATION,
        CONDITION,
        EVENT,
        REPORT,
        HYPOTHESIS,
        SOURCE,
        MOVE,
        JUDGEMENT,
        INDICATION,
        SETTLED,
        IMPOSSIBLE,
        DECLARED
    }

    /**
     * A field of a fact and what may stand in it.
     *
     * @param written the type that a rule file declares for it; {@code ""} in our kinds
     * @param choices what may stand in a {@link FieldType#CHOICE}
     * @param otherwise the value of a declared field that a case does not give
     */
    public record Field(String name, FieldType type, String written, List<String> choices, Optional<String> otherwise) {
        public Field {
            choices = List.copyOf(choices);
        }

        Field(String name, FieldType type) {
            this(name, type, "", List.of(), Optional.empty());
        }

        /** The word that a value of a declared field is kept as, the same for equal values; empty when it cannot stand there. */
        public Optional<String> word(String value) {
            return type.word(value, choices);
        }
    }

    /** How the facts of a declared kind come by their values. */
    public interface Form {

        /** As they are given. */
        Form PLAIN = values -> values;

        /**
         * The values that a fact has which is made of these; usually the same.
         *
         * @throws RefusedValuesException when there can be no such fact
         */
        List<String> made(List<String> values);

        /** Whether facts tell something under a name that is no value of theirs but computed. */
        default boolean computes(String name) {
            return false;
        }

        /** Whether a fact may also be made of so many values, and not of all it has. */
        default boolean isMadeOf(int values) {
            return false;
        }
    }

    /** There can be no fact of these values. The message is a sentence. */
    public static final class RefusedValuesException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public RefusedValuesException(String sentence) {
            super(sentence);
        }

        /** Why not. */
        public String sentence() {
            return String.valueOf(getMessage());
        }
    }

    private enum Use {
        STATED,
        GIVEN,
        CONCLUDED,
        BOTH
    }

    // Asked for wherever facts are matched, so worked out once.
    private static final Map<Class<?>, FactType> BY_CLASS =
            Arrays.stream(OURS).collect(Collectors.toUnmodifiableMap(type -> type.factClass, type -> type));
    private static final Map<String, FactType> BY_TYPE_NAME =
            Arrays.stream(OURS).collect(Collectors.toUnmodifiableMap(FactType::typeName, type -> type));

    private static final Map<String, FactType> BY_KEY =
            Arrays.stream(OURS).collect(Collectors.toUnmodifiableMap(FactType::key, type -> type));

    private final Kind kind;
    private final Class<? extends Fact> factClass;
    private final Use use;
    private final Function<String[], Fact> maker;
    private final List<Field> fields;
    private final List<String> fieldNames;
    private final String key;
    private final String typeName;
    private final Form form;

    private FactType(
            Kind kind,
            Class<? extends Fact> factClass,
            String key,
            String typeName,
            Use use,
            Function<String[], Fact> maker,
            Form form,
            List<Field> fields) {
        this.kind = kind;
        this.form = form;
        this.factClass = factClass;
        this.key = key;
        this.typeName = typeName;
        this.use = use;
        this.maker = maker;
        this.fields = List.copyOf(fields);
        this.fieldNames = this.fields.stream().map(Field::name).toList();
    }

    private static FactType ours(
            Kind kind, Class<? extends Fact> factClass, Use use, Function<String[], Fact> maker, Field... fields) {
        return new FactType(
                kind,
                factClass,
                kind.name().toLowerCase(Locale.ROOT),
                factClass.getSimpleName(),
                use,
                maker,
                Form.PLAIN,
                Arrays.asList(fields));
    }

    /**
     * A kind that a rule file declares or imports. A case may state its facts.
     *
     * @param concluded whether rules conclude such facts too
     */
    public static FactType declared(String name, List<Field> fields, boolean concluded, Form form) {
        FactType[] self = new FactType[1];
        self[0] = new FactType(
                Kind.DECLARED,
                Thing.class,
                name,
                name,
                concluded ? Use.BOTH : Use.STATED,
                values -> new Thing(self[0], form.made(Arrays.asList(values))),
                form,
                fields);
        return self[0];
    }

    /** Our kinds, in their order. */
    public static FactType[] values() {
        return OURS.clone();
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
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** Which kind it is. */
    public Kind kind() {
        return kind;
    }

    /** The class of its facts, which the declared kinds have in common. */
    public Class<? extends Fact> factClass() {
        return factClass;
    }

    /** Whether a rule file declares or imports it. */
    public boolean isDeclared() {
        return kind == Kind.DECLARED;
    }

    /** What stands in YAML and JSON for the kind: {@code intention}; for a declared one its name. */
    public String key() {
        return key;
    }

    /** What stands in rules for the kind: {@code Intention}. */
    public String typeName() {
        return typeName;
    }

    /** How its facts come by their values. */
    public Form form() {
        return form;
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
        return use == Use.STATED || use == Use.BOTH;
    }

    /** Whether rules conclude facts of this kind. */
    public boolean concluded() {
        return use == Use.CONCLUDED || use == Use.BOTH;
    }

    /** How many of the last values may be absent. */
    public int optionalValues() {
        return switch (kind) {
            case EVENT -> 2;
            case INTENTION, CAPABILITY, INTEREST, CONSTRAINT, RELATION, CONDITION, MOVE, JUDGEMENT, HYPOTHESIS -> 1;
            default -> 0;
        };
    }

    /** Whether ids begin with the kind's key, because the values alone do not tell it. */
    boolean namedInIds() {
        return switch (kind) {
            case REPORT, HYPOTHESIS, SOURCE, INDICATION, SETTLED, IMPOSSIBLE, DECLARED -> true;
            default -> false;
        };
    }

    /**
     * A fact of this kind.
     *
     * @param values as many as there are fields
     * @throws RefusedValuesException when there can be none of these values
     */
    public Fact create(List<String> values) {
        if (values.size() != fields.size()) {
            throw new IllegalArgumentException(typeName() + " has " + fields.size() + " values, not " + values.size());
        }
        return maker.apply(values.toArray(String[]::new));
    }

    /** What a fact would be like of which only some values are known, the others being {@code ""}. */
    public Fact supposed(List<String> values) {
        return isDeclared() ? new Thing(this, values) : create(values);
    }

    /** A fact of this kind; empty when there can be none of these values. */
    public Optional<Fact> possible(List<String> values) {
        try {
            return Optional.of(create(values));
        } catch (RefusedValuesException refused) {
            return Optional.empty();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FactType type
                && kind == type.kind
                && typeName.equals(type.typeName)
                && (this == other || fields.equals(type.fields));
    }

    @Override
    public int hashCode() {
        return typeName.hashCode();
    }

    /** Ours in their order, then the declared ones by name. */
    @Override
    public int compareTo(FactType other) {
        return Comparator.comparing(FactType::kind)
                .thenComparing(FactType::typeName)
                .thenComparing(type -> type.fields.toString())
                .compare(this, other);
    }

    @Override
    public String toString() {
        return isDeclared() ? typeName : kind.name();
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
