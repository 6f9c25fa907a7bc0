package org.demarche.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.demarche.model.Event;
import org.demarche.model.Relation;
import org.demarche.yaml.YamlDates;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StatementTest {

    @ParameterizedTest
    @CsvSource({
        // since, until, known, day, visible, holds
        ",,, 2018-03-28, true, true",
        "2018-03-28,,, 2018-03-27, false, false",
        "2018-03-28,,, 2018-03-28, true, true",
        ",2018-03-28,, 2018-03-27, true, true",
        ",2018-03-28,, 2018-03-28, true, false",
        "2018-03,,2018-04, 2018-03-31, false, false",
        "2018-03,,2018-04, 2018-04-01, true, true",
        "2018-04,,2018-03, 2018-03-15, true, false"
    })
    void it_is_visible_from_known_on_and_holds_from_since_until_until(
            String since, String until, String known, LocalDate day, boolean visible, boolean holds) {
        Statement statement = Statement.of(new Relation("HAL", "ally-of", "KES"))
                .withSince(day(since))
                .withUntil(day(until))
                .withKnown(day(known));

        assertThat(statement.visibleAt(day)).isEqualTo(visible);
        assertThat(statement.holdsAt(day)).isEqualTo(holds);
    }

    @Test
    void an_event_is_not_known_before_it_happens_unless_the_case_says_so() {
        Statement visit = Statement.of(new Event("HAL", "escort", "KES", "2018-03"));
        assertThat(visit.visibleAt(LocalDate.of(2018, 2, 28))).isFalse();
        assertThat(visit.visibleAt(LocalDate.of(2018, 3, 1))).isTrue();
        assertThat(visit.withKnown(day("2018-01-01")).visibleAt(LocalDate.of(2018, 2, 28)))
                .isTrue();
    }

    private static Optional<LocalDate> day(String text) {
        return Optional.ofNullable(text).flatMap(YamlDates::firstDay);
    }
}
