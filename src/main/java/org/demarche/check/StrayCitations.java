package org.demarche.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Claim;
import org.demarche.rules.RuleCard;
import org.demarche.source.Citation;
import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;

/** Citations of an assessment, and expectations, that name a claim which the case does not list. */
final class StrayCitations {

    private final Collection<Claim> claims;
    private final Set<String> sources;
    private final List<Problem> strays = new ArrayList<>();

    private StrayCitations(CaseFile caseFile) {
        this.claims = caseFile.claims();
        this.sources = claims.stream().map(Claim::source).collect(Collectors.toSet());
    }

    /** A problem for each, sorted by place; a case without claims has none, since it traces nothing. */
    static List<Problem> find(CaseFile caseFile, Collection<RuleCard> rules, Collection<Expectation> expectations) {
        if (caseFile.claims().isEmpty()) {
            return List.of();
        }
        StrayCitations reader = new StrayCitations(caseFile);
        rules.forEach(card -> reader.check(card.citations(), "The rule `" + card.id() + "`", card.at()));
        Trace.statements(caseFile)
                .forEach(statement -> reader.check(
                        statement.citations(), "`" + statement.fact().id() + "`", statement.at()));
        caseFile.questions()
                .forEach(question ->
                        reader.check(question.citations(), "The question `" + question.id() + "`", question.at()));
        expectations.forEach(reader::check);
        return reader.strays.stream().sorted().distinct().toList();
    }

    private void check(List<Citation> citations, String who, SourceLocation at) {
        for (Citation citation : citations) {
            if (sources.contains(citation.source())) {
                Stream.of(citation.locator().split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty() && !namesClaim(citation.source(), part))
                        .forEach(part -> add(at, who + " cites `" + citation.source() + " " + part + "`", part));
            }
        }
    }

    /** Beside the claim there may be more, such as a page. */
    private boolean namesClaim(String source, String locator) {
        return claims.stream().anyMatch(claim -> claim.citedBy(new Citation(source, locator)));
    }

    private void check(Expectation expectation) {
        expectation.claims().stream()
                .filter(word -> claims.stream().noneMatch(claim -> claim.id().equals(word)))
                .forEach(word -> add(expectation.at(), "The expectation names the claim `" + word + "`", word));
    }

    private void add(SourceLocation at, String what, String word) {
        Set<String> known = claims.stream().map(Claim::id).collect(Collectors.toSet());
        strays.add(Problem.error("unknown-claim", at, what + ", but the case lists no such claim.")
                .withHint(Suggestion.hint(word, known)));
    }
}
