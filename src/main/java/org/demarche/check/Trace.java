package org.demarche.check;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Claim;
import org.demarche.cases.Question;
import org.demarche.cases.Statement;
import org.demarche.rules.RuleCard;
import org.demarche.source.Citation;
import org.demarche.source.Problem;

/**
 * The way from each claim of an assessment to what carries it in a case, and back.
 *
 * @param claims in the order of the case
 * @param strays what cites a claim that does not exist, or exercises one, each with its place
 */
public record Trace(List<ClaimTrace> claims, List<Problem> strays) {

    public Trace {
        claims = List.copyOf(claims);
        strays = List.copyOf(strays);
    }

    /**
     * Traces the claims of a case.
     *
     * @param rules the rules that the case uses
     * @param expectations those about the case
     */
    public static Trace of(CaseFile caseFile, Collection<RuleCard> rules, Collection<Expectation> expectations) {
        Map<String, RuleCard> byId = new TreeMap<>();
        rules.forEach(card -> byId.put(card.id(), card));
        List<ClaimTrace> claims = caseFile.claims().stream()
                .map(claim -> trace(claim, caseFile, byId.values(), expectations))
                .toList();
        return new Trace(claims, StrayCitations.find(caseFile, byId.values(), expectations));
    }

    /** Whether every claim is carried as its kind asks, and nothing cites a claim that is not there. */
    public boolean complete() {
        return strays.isEmpty()
                && claims.stream().allMatch(claim -> claim.gaps().isEmpty());
    }

    /** All gaps and strays as lines: place, claim, sentence. */
    public List<String> gaps() {
        Stream<String> gaps = claims.stream()
                .flatMap(each -> each.gaps().stream()
                        .map(gap -> each.claim().at() + ": " + each.claim().id() + ": " + gap));
        return Stream.concat(gaps, strays.stream().map(Problem::toString)).toList();
    }

    private static ClaimTrace trace(
            Claim claim, CaseFile caseFile, Collection<RuleCard> cards, Collection<Expectation> expectations) {
        List<RuleCard> rules =
                cards.stream().filter(card -> cited(claim, card.citations())).toList();
        List<Statement> statements = statements(caseFile)
                .filter(statement -> cited(claim, statement.citations()))
                .toList();
        List<Question> questions = caseFile.questions().stream()
                .filter(question -> cited(claim, question.citations()))
                .toList();
        List<Expectation> exercising = expectations.stream()
                .filter(expectation -> expectation.claims().contains(claim.id()))
                .toList();
        ClaimTrace bare = new ClaimTrace(claim, rules, statements, questions, exercising, List.of());
        return new ClaimTrace(claim, rules, statements, questions, exercising, ClaimGaps.of(bare));
    }

    /** All statements, also those that answers make. */
    static Stream<Statement> statements(CaseFile caseFile) {
        Stream<Statement> answers = caseFile.questions().stream()
                .flatMap(question -> question.answers().stream())
                .flatMap(answer -> answer.facts().stream());
        return Stream.concat(caseFile.statements().stream(), answers);
    }

    private static boolean cited(Claim claim, List<Citation> citations) {
        return citations.stream().anyMatch(claim::citedBy);
    }
}
