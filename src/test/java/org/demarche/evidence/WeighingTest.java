package org.demarche.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.demarche.cases.CaseKeys;
import org.demarche.cases.Grade;
import org.demarche.model.Confidence;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table from grades to confidence, row by row. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WeighingTest {

    @ParameterizedTest(name = "{0}: {1} {2} {3} {4} {5} {6}")
    @CsvSource({
        "A, STRONG, STRONG, FAIR, WEAK, WEAK, UNKNOWN",
        "B, STRONG, STRONG, FAIR, WEAK, WEAK, UNKNOWN",
        "C, FAIR, FAIR, FAIR, WEAK, WEAK, UNKNOWN",
        "D, WEAK, WEAK, WEAK, WEAK, WEAK, UNKNOWN",
        "E, WEAK, WEAK, WEAK, WEAK, WEAK, UNKNOWN",
        "F, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN"
    })
    void each_of_the_36_grades_has_its_strength(
            String reliability,
            Strength one,
            Strength two,
            Strength three,
            Strength four,
            Strength five,
            Strength six) {
        assertThat(CaseKeys.CREDIBILITY.stream().map(credibility -> Strength.of(new Grade(reliability, credibility))))
                .containsExactly(one, two, three, four, five, six);
    }

    @Test
    void what_nobody_has_judged_is_unknown() {
        assertThat(Strength.of(Grade.NONE)).isEqualTo(Strength.UNKNOWN);
        assertThat(Strength.of(new Grade("A", ""))).isEqualTo(Strength.UNKNOWN);
        assertThat(Strength.of(new Grade("", "1"))).isEqualTo(Strength.UNKNOWN);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                // High: two strong ones, or one that others confirm
                "one A2, two B2 | HIGH",
                "one A1         | HIGH",
                "one B1         | HIGH",
                "one B1, two E5 | HIGH",
                // Moderate: one strong, or two fair
                "one A2         | MODERATE",
                "one B2, two C3 | MODERATE",
                "one C3, two C2 | MODERATE",
                "one C1, two A3 | MODERATE",
                "one A2, two D2 | MODERATE",
                // Low: judged at all
                "one C3         | LOW",
                "one C1         | LOW",
                "one E5         | LOW",
                "one D1, two E1, three E2 | LOW",
                "one C3, two D3 | LOW",
                "one A4, two A5 | LOW",
                // None: not judged
                "one F6         | ",
                "one A6, two F1 | ",
                "               | ",
                // Several pieces of one origin count once, the strongest of them
                "one A2, one B2 | MODERATE",
                "one C3, one C2, one B3 | LOW",
                "one E5, one B2 | MODERATE",
                "one C3, one A2, two B2 | HIGH",
                // Unknown is not worst: it takes nothing away and adds nothing
                "one A2, two F6 | MODERATE",
                "one C3, two F6 | LOW",
                "one F6, one C3, two C3 | MODERATE"
            })
    void voices_come_to_the_confidence_of_their_row(String voices, Confidence confidence) {
        assertThat(Weighing.of(voices(voices))).isEqualTo(Optional.ofNullable(confidence));
    }

    @Test
    void more_of_the_same_origin_never_adds_and_more_of_another_never_takes_away() {
        Random random = new Random(20261127);
        for (int i = 0; i < 2000; i++) {
            List<Voice> some = new ArrayList<>();
            for (int voice = random.nextInt(4); voice >= 0; voice--) {
                some.add(voice(random));
            }
            Optional<Confidence> before = Weighing.of(some);
            List<Voice> more = new ArrayList<>(some);
            more.add(some.get(random.nextInt(some.size())));
            assertThat(Weighing.of(more)).as("%s", more).isEqualTo(before);
            more.add(voice(random));
            Collections.shuffle(more, random);
            assertThat(level(Weighing.of(more))).as("%s", more).isGreaterThanOrEqualTo(level(before));
        }
    }

    private static int level(Optional<Confidence> confidence) {
        return confidence.map(Confidence::ordinal).orElse(-1);
    }

    private static Voice voice(Random random) {
        return new Voice(
                "origin-" + random.nextInt(3),
                new Grade(
                        CaseKeys.RELIABILITY.get(random.nextInt(CaseKeys.RELIABILITY.size())),
                        CaseKeys.CREDIBILITY.get(random.nextInt(CaseKeys.CREDIBILITY.size()))));
    }

    private static List<Voice> voices(String written) {
        return written == null
                ? List.of()
                : Arrays.stream(written.split(", "))
                        .map(voice -> voice.split(" "))
                        .map(words -> new Voice(words[0], new Grade(words[1].substring(0, 1), words[1].substring(1))))
                        .toList();
    }
}
