package org.demarche.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TreeTest {

    private static final int DEEP = 60;

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 160})
    void however_deep_it_is_it_stays_on_the_page_and_nothing_is_lost(int width) {
        Tree tree = new Tree(List.of("thing 0"), List.of());
        for (int i = 1; i <= DEEP; i++) {
            tree = new Tree(List.of("thing " + i), List.of(tree, new Tree(List.of("beside " + i), List.of())));
        }
        Paper paper = new Paper(new Page(width, false, false));
        new Tree(List.of(), List.of(tree)).print(paper);
        List<String> lines = paper.print().lines().toList();
        assertThat(lines).allMatch(line -> line.length() <= width);
        List<String> words = lines.stream()
                .map(line -> line.replaceAll("^[│├└─ ]*", "").replaceAll(" \\(goes.*", ""))
                .toList();
        assertThat(words)
                .containsAll(IntStream.rangeClosed(0, DEEP)
                        .mapToObj(i -> "thing " + i)
                        .toList())
                .containsAll(IntStream.rangeClosed(1, DEEP)
                        .mapToObj(i -> "beside " + i)
                        .toList());
        long markers = lines.stream().filter(line -> line.startsWith("[")).count();
        assertThat(markers)
                .isPositive()
                .isEqualTo(
                        lines.stream().filter(line -> line.contains("goes on")).count());
    }
}
