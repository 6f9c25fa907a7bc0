package org.demarche.kept;

import java.util.List;
import java.util.Optional;
import org.demarche.cache.Cache;
import org.demarche.cache.SourceFile;
import org.demarche.cases.Source;
import org.demarche.cases.Term;
import org.demarche.rules.RuleCard;
import org.demarche.source.Problem;

/**
 * All that is known of rules when their files have been read and checked.
 *
 * @param cards of rules over our kinds of facts only
 * @param terms of their vocabulary, in the order of its file
 * @param sources they may cite, in the order of their files
 * @param warnings what is doubtful in the files, though they can be used
 */
public record ReadRules(List<RuleCard> cards, List<Term> terms, List<Source> sources, List<Problem> warnings) {

    public ReadRules {
        cards = List.copyOf(cards);
        terms = List.copyOf(terms);
        sources = List.copyOf(sources);
        warnings = List.copyOf(warnings);
    }

    /** Those read before from exactly these files. */
    public static Optional<ReadRules> find(Cache cache, List<SourceFile> files) {
        return cache.find(files, in -> new RuleReader(in).rules());
    }

    /** Keeps them for these files. */
    public void keep(Cache cache, List<SourceFile> files) {
        cache.keep(files, out -> new RuleWriter(out).rules(this));
    }
}
