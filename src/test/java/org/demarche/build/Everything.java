package org.demarche.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Uses all that {@code StartReady} rewrites, in every shape that the compiler gives it, and says what came out. */
public final class Everything implements Supplier<String> {

    record Empty() {}

    record All(
            boolean truth,
            byte small,
            short shorter,
            char letter,
            int number,
            long larger,
            float part,
            double finer,
            String text,
            int[] array,
            List<?> list) {}

    record Pair<A, B extends Comparable<B>>(A first, B second) implements Comparable<Pair<A, B>> {
        @Override
        public int compareTo(Pair<A, B> other) {
            return second.compareTo(other.second);
        }

        static <T> UnaryOperator<T> twice(UnaryOperator<T> of) {
            return value -> of.apply(of.apply(value));
        }
    }

    private interface Named {
        String name();

        default Supplier<String> greeting(String word) {
            return () -> word + ", " + name() + own();
        }

        private String own() {
            return "!";
        }
    }

    private static class Above {
        protected String said(int times) {
            return "above " + times;
        }
    }

    private static final class Below extends Above {
        @Override
        protected String said(int times) {
            IntFunction<String> before = super::said;
            return "below, " + before.apply(times + 1);
        }

        private Supplier<String> secret() {
            return this::hidden;
        }

        private String hidden() {
            return "hidden";
        }
    }

    private final List<String> said = new ArrayList<>();
    private int count;

    @Override
    public String get() {
        records();
        numbers();
        lambdas(3, 4L, 0.5, 'x', (byte) 7);
        references();
        texts(null, 1.5f);
        return String.join("\n", said);
    }

    private void records() {
        int[] array = {1};
        All one = new All(true, (byte) -1, (short) 2, 'c', 3, 4L, 5.5f, -0.0, null, array, List.of(1));
        All same = new All(true, (byte) -1, (short) 2, 'c', 3, 4L, 5.5f, -0.0, null, array, List.of(1));
        All other = new All(true, (byte) -1, (short) 2, 'c', 3, 4L, 5.5f, 0.0, null, array, List.of(1));
        All nan = nan();
        said.add("" + one.equals(same) + one.equals(other) + one.equals(nothing()) + one.equals("x")
                + nan.equals(nan()));
        said.add("" + (one.hashCode() == same.hashCode()) + new Empty().hashCode() + new Empty().equals(new Empty()));
        said.add(one.toString().replaceAll("\\[I@\\w+", "array") + new Empty() + new Pair<>("a", 1));
        said.add("" + new Pair<>(List.of("a"), "b").hashCode() + new Pair<>(null, 2L).hashCode());
        said.add("" + Stream.of(new Pair<>("a", 2), new Pair<>("b", 1)).sorted().toList());
        record Local(String word) {}
        said.add("" + new Local("here"));
    }

    /** Of what it gives back only its own code knows nothing but that it is something. */
    private record Box<T>(T inside) {
        T of(String any) {
            return inside;
        }
    }

    private void numbers() {
        Box<Integer> whole = new Box<>(5);
        Box<Short> small = new Box<>((short) 6);
        Box<Boolean> truth = new Box<>(true);
        ToLongFunction<String> widened = whole::of;
        ToDoubleFunction<String> wider = whole::of;
        ToIntFunction<String> shorter = small::of;
        Predicate<String> holds = truth::of;
        said.add("" + widened.applyAsLong("") + wider.applyAsDouble("") + shorter.applyAsInt("") + holds.test(""));
    }

    private static final int[] SHARED = {};

    private static All nan() {
        return new All(true, (byte) -1, (short) 2, 'c', 3, 4L, Float.NaN, Double.NaN, null, SHARED, List.of(1));
    }

    private static Object nothing() {
        return null;
    }

    private void lambdas(int number, long larger, double part, char letter, byte small) {
        IntBinaryOperator sum = (a, b) -> a + b + number;
        Supplier<Long> boxed = () -> larger;
        DoubleUnaryOperator times = value -> value * part;
        Function<Integer, String> mixed = each -> each + "" + letter + small + count++ + larger;
        Runnable nothing = () -> {};
        Consumer<String> returning = said::add;
        Callable<Object> thrown = () -> {
            throw new IllegalStateException("thrown " + number);
        };
        ToLongFunction<Integer> widened = value -> value;
        ToDoubleFunction<Long> wider = value -> value;
        BiFunction<Integer, Long, Double> three = (a, b) -> a * b * part;
        nothing.run();
        returning.accept("accepted");
        said.add("" + sum.applyAsInt(1, 2) + boxed.get() + times.applyAsDouble(2) + mixed.apply(5) + count);
        said.add("" + widened.applyAsLong(6) + wider.applyAsDouble(7L) + three.apply(2, 3L));
        try {
            thrown.call();
        } catch (Exception expected) {
            said.add(expected.getMessage());
        }
        said.add(IntStream.range(0, 5)
                .filter(i -> i % 2 == 0)
                .mapToObj(i -> "i" + i + letter)
                .collect(Collectors.joining(",", "<", ">")));
        Function<Integer, Function<Integer, Integer>> nested = a -> b -> a * b + number;
        said.add("" + nested.apply(3).apply(4));
        Runnable[] all = {() -> said.add("first"), () -> said.add("second")};
        for (Runnable each : all) {
            each.run();
        }
    }

    private void references() {
        Function<String, Integer> parsed = Integer::parseInt;
        ToIntFunction<String> length = String::length;
        Supplier<List<String>> made = ArrayList::new;
        IntFunction<int[]> arrays = int[]::new;
        Function<String, StringBuilder> built = StringBuilder::new;
        BinaryOperator<Integer> most = Math::max;
        LongFunction<String> longs = Long::toString;
        IntPredicate digits = Character::isDigit;
        Predicate<Object> absent = java.util.Objects::isNull;
        Function<Object, String> shown = Object::toString;
        IntSupplier counted = said::size;
        Comparator<String> backwards = Comparator.reverseOrder();
        BiFunction<String, String, Boolean> equal = String::equals;
        Map<String, Integer> counts = new TreeMap<>();
        List.of("b", "a", "b").forEach(word -> counts.merge(word, 1, Integer::sum));
        said.add("" + parsed.apply("12") + length.applyAsInt("abc") + made.get() + arrays.apply(3).length);
        said.add("" + built.apply("b") + most.apply(3, 4) + longs.apply(5L) + digits.test('7') + absent.test(null));
        said.add(shown.apply(8)
                + (counted.getAsInt() > 0)
                + backwards.compare("a", "b")
                + equal.apply("a", "a")
                + counts);
        said.add(new Below().said(1) + new Below().secret().get());
        Named named = () -> "name";
        said.add(named.greeting("Hello").get()
                + Pair.<String>twice(word -> word + "?").apply("so"));
        said.add(Stream.of("x", "yy").collect(Collectors.toMap(word -> word, String::length, (a, b) -> a, TreeMap::new))
                + "");
    }

    private void texts(Object nothing, float part) {
        String more = "\u0001\u0002 odd";
        said.add("a" + nothing + 1 + 'c' + 2L + 3.0 + part + true + (byte) 4 + (short) 5 + more + count);
        said.add(nothing + "" + new char[0].length + more + nothing);
        String grown = "g";
        grown += 1;
        grown += nothing;
        said.add(grown);
    }
}
