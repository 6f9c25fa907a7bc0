package org.demarche.oracle;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.demarche.oracle.Part.Either;
import org.demarche.oracle.Part.Exists;
import org.demarche.oracle.Part.Shape;

/** Other ways to write a rule that say the same. */
enum Rewriting {

    /** Whatever the {@code exists} looks for is seen twice: as it is, and under a name of its own. */
    SECOND_WITNESS {
        @Override
        Optional<List<RandomRule>> of(RandomRule rule) {
            return first(rule, Exists.class, exists -> exists.inner() instanceof Shape)
                    .map(position -> {
                        Shape sought = (Shape) ((Exists) rule.parts().get(position)).inner();
                        String seen = RuleFolders.SEEN + rule.id();
                        String about = sought.third().replace(sought.kind().first, Kind.JUDGEMENT.first);
                        Shape again = new Shape(Kind.JUDGEMENT, sought.first(), "== \"" + seen + "\"", about);
                        return List.of(
                                rule.with(position, new Exists(new Either(sought, again)))
                                        .named(rule.id() + "-witness"),
                                seen(rule.id() + "-seen", sought.kind(), sought.term(), "", "\"\"", seen),
                                seen(
                                        rule.id() + "-seen-about",
                                        sought.kind(),
                                        sought.term(),
                                        ": $about",
                                        "$about",
                                        seen));
                    });
        }

        private RandomRule seen(String id, Kind kind, String term, String third, String about, String seen) {
            // What is seen is about nobody only where the fact itself is.
            Shape any = new Shape(kind, ": $subject", term, third.isEmpty() ? "== \"\"" : third);
            return new RandomRule(id, List.of(any), "Judgement( $subject, \"" + seen + "\", " + about + " )");
        }
    },

    /** Two rules instead of an {@code or}. */
    SPLIT {
        @Override
        Optional<List<RandomRule>> of(RandomRule rule) {
            return first(rule, Either.class, either -> true).map(position -> {
                Either either = (Either) rule.parts().get(position);
                return List.of(
                        rule.with(position, either.one()).named(rule.id() + "-one"),
                        rule.with(position, either.other()).named(rule.id() + "-other"));
            });
        }
    },

    /** What an {@code exists} only asked for, found. */
    JOINED {
        @Override
        Optional<List<RandomRule>> of(RandomRule rule) {
            return first(rule, Exists.class, exists -> true)
                    .map(position ->
                            List.of(rule.with(position, ((Exists) rule.parts().get(position)).inner())
                                    .named(rule.id() + "-joined")));
        }
    };

    /** The rules that say the same; empty when the rule has nothing that could be written so. */
    abstract Optional<List<RandomRule>> of(RandomRule rule);

    String folder(String rule) {
        return rule + "-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <T extends Part> Optional<Integer> first(RandomRule rule, Class<T> type, Predicate<T> also) {
        return IntStream.range(0, rule.parts().size())
                .filter(i -> type.isInstance(rule.parts().get(i))
                        && also.test(type.cast(rule.parts().get(i))))
                .boxed()
                .findFirst();
    }
}
