package org.demarche.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class YamlDatesTest {

    @ParameterizedTest
    @CsvSource({"2018-03-28,2018-03-28", "2018-03,2018-03-01", "2018,2018-01-01", "2020-02-29,2020-02-29"})
    void a_month_or_a_year_means_its_first_day(String text, LocalDate day) {
        assertThat(YamlDates.firstDay(text)).contains(day);
    }

    @ParameterizedTest
    @CsvSource({"2018-03-28,2018-03-28", "2018-03,2018-03-31", "2018,2018-12-31", "2020-02,2020-02-29"})
    void a_month_or_a_year_lasts_to_its_last_day(String text, LocalDate day) {
        assertThat(YamlDates.lastDay(text)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2018-13-40", "2018-02-30", "2018-3-5", "18", "March 2018", "2018-03-28T10:00", "", " 2018"})
    void anything_else_is_no_date(String text) {
        assertThat(YamlDates.firstDay(text)).isEmpty();
    }
}
