package org.demarche.check;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.Builder;
import org.demarche.inference.Status;
import org.demarche.source.SourceLocation;

/**
 * What somebody expects of an inference, as a regression test.
 *
 * @param id the id of the inference
 * @param expected false for {@code expect-not}: it holds in no scenario
 * @param status empty means that it holds in some scenario
 * @param given the answers that questions are given, by question in the order written
 * @param by the id of a rule that must conclude it directly
 * @param scenarios in how many scenarios it must hold
 * @param turnsOn questions that must influence it
 * @param notOn questions that must not influence it
 * @param without ids of rules that are left out
 * @param drop ids of facts that the case is taken not to state
 * @param add facts that the case is taken to state too, written as in a file: {@code event: HAL escort KES}
 * @param claims the claims it exercises
 * @param note {@code ""} when there is none
 * @param caseId the case it is about; empty beside a case, where it is that case
 * @param at where it stands
 */
@Builder
public record Expectation(
        String id,
        boolean expected,
        Optional<Status> status,
        Map<String, String> given,
        Optional<LocalDate> asOf,
        Optional<String> by,
        Optional<Integer> scenarios,
        List<String> turnsOn,
        List<String> notOn,
        List<String> without,
        List<String> drop,
        List<String> add,
        List<String> claims,
        String note,
        Optional<String> caseId,
        SourceLocation at) {

    /** An expectation that something holds in some scenario, to which more can be said. */
    public static ExpectationBuilder of(String id) {
        return builder()
                .id(id)
                .expected(true)
                .status(Optional.empty())
                .given(Map.of())
                .asOf(Optional.empty())
                .by(Optional.empty())
                .scenarios(Optional.empty())
                .turnsOn(List.of())
                .notOn(List.of())
                .without(List.of())
                .drop(List.of())
                .add(List.of())
                .claims(List.of())
                .note("")
                .caseId(Optional.empty())
                .at(SourceLocation.of(""));
    }

    public Expectation {
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
        turnsOn = List.copyOf(turnsOn);
        notOn = List.copyOf(notOn);
        without = List.copyOf(without);
        drop = List.copyOf(drop);
        add = List.copyOf(add);
        claims = List.copyOf(claims);
    }
}
