package org.demarche.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RegularExpressionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+",
                "(a*)*b",
                "(a|a)*",
                "((a)*)*",
                "(a?){30}a",
                "a{1,9999}{1,9999}",
                "(a|a)(a|a)(a|a)(a|a)(a|a)b",
                "a?a?a?a?a?a?a",
                "a*a*a*a*a*b",
                "(?=a)b",
                "(?:a)",
                "(a)\\1",
                "\\d+",
                "[a&&[b]]",
                "[[a]]",
                "a**",
                "a*+",
                "a+?",
                "(a",
                "[a",
                "(a|b)+",
                "^a$",
                "a(b",
                "(?i)x"
            })
    void what_could_take_forever_or_is_not_needed_is_refused(String expression) {
        assertThat(RegularExpression.wrong(expression)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "war",
                "war-.*",
                ".*-war",
                "(air|sea)-.*",
                "[a-z]+-[0-9]+",
                "[^a-c]x",
                "a|b|c|d|e|f|g",
                "x.?y",
                "Süd.*",
                ".*.*.*.*",
                "(a|b|c)(d|e)(.*|f)"
            })
    void what_analysts_need_is_allowed(String expression) {
        assertThat(RegularExpression.wrong(expression)).isEmpty();
        Pattern.compile(expression);
    }

    @ParameterizedTest
    @ValueSource(strings = {".*.*.*.*b", "a*a*a*a*b", "(a|aa|aaa)(a|aa)(a*|aa)[a]b", "(.*|.*).*b"})
    void the_slowest_that_is_allowed_is_fast_on_the_longest_word_that_anybody_writes(String expression) {
        assertThat(RegularExpression.wrong(expression)).isEmpty();
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> Pattern.matches(expression, "a".repeat(100) + "c"));
    }
}
