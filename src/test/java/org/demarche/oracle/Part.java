package org.demarche.oracle;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A condition of a random rule, with as much structure as it takes to rewrite it. */
sealed interface Part {

    String drl();

    /** A pattern: an operator and an operand for each of its fields, {@code : $x} to bind it, or {@code ""}. */
    record Shape(Kind kind, String first, String term, String third) implements Part {
        @Override
        public String drl() {
            String tests = Stream.of(test(kind.first, first), test(kind.term, term), test(kind.third, third))
                    .filter(test -> !test.isEmpty())
                    .collect(Collectors.joining(", "));
            return kind.type + "( " + tests + " )";
        }

        private static String test(String field, String test) {
            if (test.startsWith(": ")) {
                return field + " != \"\", " + test.substring(2) + " : " + field;
            }
            return test.isEmpty() ? "" : field + " " + test;
        }
    }

    record Not(Part inner) implements Part {
        @Override
        public String drl() {
            return "not( " + inner.drl() + " )";
        }
    }

    record Exists(Part inner) implements Part {
        @Override
        public String drl() {
            return "exists( " + inner.drl() + " )";
        }
    }

    record Either(Part one, Part other) implements Part {
        @Override
        public String drl() {
            return "( " + one.drl() + " or " + other.drl() + " )";
        }
    }

    record Both(Part one, Part other) implements Part {
        @Override
        public String drl() {
            return "( " + one.drl() + " and " + other.drl() + " )";
        }
    }

    /** {@code forall} with one pattern: no fact of the kind fails the tests. */
    record Every(Shape each) implements Part {
        @Override
        public String drl() {
            return "forall( " + each.drl() + " )";
        }
    }

    /** A pattern with a name for the fact that it matches. */
    record Called(String label, Shape shape) implements Part {
        @Override
        public String drl() {
            return label + " : " + shape.drl();
        }
    }

    record Each(Part each, Part must) implements Part {
        @Override
        public String drl() {
            return "forall( " + each.drl() + " " + must.drl() + " )";
        }
    }
}
