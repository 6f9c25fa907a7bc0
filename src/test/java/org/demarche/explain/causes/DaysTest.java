package org.demarche.explain.causes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.demarche.cases.Statement;
import org.demarche.model.FactType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** When something began and ended is found by going through the days one by one, too. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DaysTest {

    private static final LocalDate FIRST = LocalDate.of(2031, 1, 1);
    private static final int LAST = 20;

    @Test
    void it_begins_after_the_last_day_on_which_it_was_not_so_and_ends_before_the_next() {
        Random random = new Random(7);
        int began = 0;
        int ended = 0;
        for (int run = 0; run < 2_000; run++) {
            List<Statement> statements = statements(random);
            int one = random.nextInt(LAST);
            int other = one + 1 + random.nextInt(LAST);
            Days days = new Days(statements);
            if (!stated(statements, one) && stated(statements, other)) {
                int begins = other;
                while (stated(statements, begins - 1)) {
                    begins--;
                }
                assertThat(days.begins(day(one), Optional.of(day(other))))
                        .as("%s", statements)
                        .contains(day(begins));
                began++;
            }
            if (stated(statements, one) && !stated(statements, other)) {
                int ends = one;
                while (stated(statements, ends)) {
                    ends++;
                }
                assertThat(days.ends(day(other), Optional.of(day(one))))
                        .as("%s", statements)
                        .contains(day(ends));
                ended++;
            }
        }
        assertThat(began).isGreaterThan(100);
        assertThat(ended).isGreaterThan(100);
    }

    private static List<Statement> statements(Random random) {
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            int since = 1 + random.nextInt(LAST);
            statements.add(Statement.of(FactType.CONDITION.create(List.of("AAA", "ready", "")))
                    .withSince(Optional.of(day(since)))
                    .withUntil(random.nextInt(4) == 0 ? Optional.empty() : Optional.of(day(since + random.nextInt(9))))
                    .withKnown(random.nextInt(5) == 0 ? Optional.of(day(1 + random.nextInt(LAST))) : Optional.empty()));
        }
        return statements;
    }

    private static boolean stated(List<Statement> statements, int day) {
        return statements.stream().anyMatch(each -> each.holdsAt(day(day)));
    }

    private static LocalDate day(int number) {
        return FIRST.plusDays(number);
    }
}
