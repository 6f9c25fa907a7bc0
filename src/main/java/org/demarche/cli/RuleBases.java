package org.demarche.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.Reasoner;
import org.demarche.cases.CaseFile;
import org.demarche.cases.CaseText;
import org.demarche.cases.Vocabulary;
import org.demarche.compile.OperationalRules;
import org.demarche.compile.Rulebase;
import org.demarche.model.Kinds;
import org.demarche.source.Problem;
import org.demarche.source.Problems;

/** The rules of many cases: those beside a case are its own, and all others are used by the rest. Each is loaded once, when it is needed. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class RuleBases {

    private final RuleOptions options;
    private final Terminal terminal;
    private final List<Path> others;
    private final Problems problems;
    private final Map<List<Path>, Base> loaded = new HashMap<>();
    private final Map<List<Path>, Boolean> clash = new HashMap<>();

    /** Rules with what cases that go with them may say; no reasoner where the rules do not load, which is then among the problems. */
    record Base(Optional<Reasoner> reasoner, Optional<Vocabulary> vocabulary, Kinds kinds) {}

    /** The rules for the case in a folder, as `run` would find them. */
    Base of(Path folder) {
        if (options.rules.isEmpty() && OperationalRules.stand(folder)) {
            return load(List.of(folder));
        }
        return clash() ? load(RuleOptions.narrowed(others, CaseFile.rulesOf(folder))) : common();
    }

    /** The folders of rules that a case asks for and that are not there, as errors. */
    List<Problem> missing(Path folder) {
        return options.rules.isEmpty() && OperationalRules.stand(folder)
                ? List.of()
                : RuleOptions.missing(others, CaseText.read(folder));
    }

    /** The first place where the rules of a case do more than conclude, so that it has no scenarios. */
    Optional<Problem> plain(Path folder) {
        if (options.declarativeOnly) {
            return Optional.empty();
        }
        List<Path> rules = options.rules.isEmpty() && OperationalRules.stand(folder)
                ? List.of(folder)
                : clash() && missing(folder).isEmpty()
                        ? RuleOptions.narrowed(others, CaseFile.rulesOf(folder))
                        : List.of();
        return rules.isEmpty()
                ? Optional.empty()
                : options.signs(rules, terminal).stream().findFirst();
    }

    /** Those of cases that have none of their own. */
    Base common() {
        return load(others);
    }

    /** Whether types keep the others from being used together. */
    private boolean clash() {
        return !options.declarativeOnly
                && clash.computeIfAbsent(
                        others, any -> !options.signs(others, terminal).isEmpty());
    }

    private Base load(List<Path> rules) {
        return loaded.computeIfAbsent(rules, any -> {
            Problems ofRules = new Problems();
            Optional<Reasoner> reasoner = LoadedCase.attempt(() -> options.load(rules, terminal), ofRules);
            problems.addAll(ofRules.list());
            Optional<Rulebase> base = reasoner.map(Reasoner::rulebase);
            return new Base(
                    reasoner,
                    base.isPresent()
                            ? base.map(Rulebase::vocabulary)
                                    .filter(words -> !words.terms().isEmpty())
                            : Rulebase.usableVocabulary(rules),
                    base.map(Rulebase::kinds).orElseGet(() -> Rulebase.kinds(rules, options.classes(), ofRules)));
        });
    }
}
