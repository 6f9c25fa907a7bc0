package org.demarche.cases;

import java.util.List;
import java.util.stream.Stream;

/** Lists with something more. */
final class Copies {

    private Copies() {}

    static <T> List<T> plus(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }
}
