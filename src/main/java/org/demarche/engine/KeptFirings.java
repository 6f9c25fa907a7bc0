package org.demarche.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.cache.Cache;
import org.demarche.cache.Reader;
import org.demarche.cache.SourceFile;
import org.demarche.cache.Writer;
import org.demarche.compile.Outcome;
import org.demarche.compile.Rulebase;
import org.demarche.inference.Value;
import org.demarche.model.Fact;
import org.demarche.model.FactType;

/**
 * What the same rules have fired on the same facts in an earlier run. Most questions are asked of a case that has not changed since the
 * last one; told again, its firings give the same derivations, and Drools is not even loaded.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class KeptFirings {

    private static final int FACT = 0;
    private static final int OUTCOME = 1;

    private static final int NUMBER = 0;
    private static final int TEXT = 1;
    private static final int TEXTS = 2;

    private final Cache cache;
    private final List<SourceFile> from;

    /**
     * Those of rules on facts; empty where nothing is kept.
     *
     * @param facts all that are put into the session, in their order
     * @param outright which of them hold in every scenario
     */
    static Optional<KeptFirings> of(Rulebase rules, Set<Fact> facts, Set<Fact> outright) {
        return rules.identity().map(identity -> {
            List<SourceFile> from = new ArrayList<>(identity);
            from.add(new SourceFile("facts", written(facts, outright)));
            return new KeptFirings(rules.cache(), List.copyOf(from));
        });
    }

    /** In a form that no other facts have. */
    private static byte[] written(Set<Fact> facts, Set<Fact> outright) {
        Writer out = new Writer();
        out.all(facts, fact -> {
            out.truth(outright.contains(fact));
            out.text(fact.type().typeName());
            out.all(fact.values(), out::text);
        });
        return out.written();
    }

    Optional<Tape> find() {
        Optional<Tape> tape = cache.find(from, in -> new Play(in).tape());
        tape.ifPresent(any -> cache.found());
        return tape;
    }

    void keep(Tape tape) {
        if (!tape.isTorn()) {
            cache.keep(from, out -> new Record(out).tape(tape));
        }
    }

    /** Writes a tape; what is matched often is written once. */
    @RequiredArgsConstructor(access = AccessLevel.PRIVATE)
    private static final class Record {
        private final Writer out;
        private final Map<Object, Integer> things = new HashMap<>();

        void tape(Tape tape) {
            out.all(
                    tape.rounds(),
                    round -> out.all(round, firing -> {
                        out.number(firing.rule());
                        out.maybe(firing.concluded(), values -> out.all(values, out::text));
                        out.all(firing.matched(), this::thing);
                    }));
        }

        private void thing(Object thing) {
            Integer known = things.get(thing);
            if (known != null) {
                out.number(known + 1);
                return;
            }
            out.number(0);
            if (thing instanceof Fact fact) {
                out.number(FACT);
                out.text(fact.type().typeName());
                out.all(fact.values(), out::text);
            } else {
                Outcome outcome = (Outcome) thing;
                out.number(OUTCOME);
                out.number(outcome.site());
                out.all(outcome.given(), this::thing);
                out.all(outcome.results(), result -> value((Value) result));
            }
            things.put(thing, things.size());
        }

        private void value(Value value) {
            if (value instanceof Value.Number number) {
                out.number(NUMBER);
                out.text(number.value().toString());
            } else if (value instanceof Value.Texts texts) {
                out.number(TEXTS);
                out.all(texts.values(), out::text);
            } else {
                out.number(TEXT);
                out.text(((Value.Text) value).value());
            }
        }
    }

    /** Reads what was written of a tape. */
    @RequiredArgsConstructor(access = AccessLevel.PRIVATE)
    private static final class Play {
        private final Reader in;
        private final List<Object> things = new ArrayList<>();

        Tape tape() {
            return new Tape(in.all(() ->
                    in.all(() -> new Firing(in.number(), in.maybe(() -> in.all(in::text)), in.all(this::thing)))));
        }

        private Object thing() {
            int number = in.number();
            if (number > 0) {
                return things.get(number - 1);
            }
            Object thing = in.number() == FACT
                    ? FactType.named(in.text()).orElseThrow().create(in.all(in::text))
                    : new Outcome(in.number(), in.all(this::thing), in.all(this::value));
            things.add(thing);
            return thing;
        }

        private Object value() {
            return switch (in.number()) {
                case NUMBER -> new Value.Number(new BigDecimal(in.text()));
                case TEXTS -> new Value.Texts(in.all(in::text));
                default -> new Value.Text(in.text());
            };
        }
    }
}
