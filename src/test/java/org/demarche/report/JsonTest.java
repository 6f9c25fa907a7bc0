package org.demarche.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JsonTest {

    @Test
    void counts_that_a_reader_might_round_are_strings() {
        BigInteger exact = BigInteger.TWO.pow(53);
        assertThat(Json.count(exact)).isEqualTo(exact);
        assertThat(Json.count(exact.add(BigInteger.ONE))).isEqualTo("9007199254740993");
    }

    @Test
    void documents_are_indented_by_two_and_end_with_a_line_feed() {
        Map<String, Object> document = Json.document();
        document.put("conditions", Json.conditions(List.of(Map.of("b", "1", "a", "2"))));
        document.put("none", List.of());
        assertThat(Json.write(document)).isEqualTo("""
                        {
                          "schema": 1,
                          "conditions": [
                            {
                              "a": "2",
                              "b": "1"
                            }
                          ],
                          "none": []
                        }
                        """);
    }
}
