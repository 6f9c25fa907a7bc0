package org.demarche.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.cases.SessionCase;
import org.demarche.check.CaseFolders;
import org.demarche.check.Expectation;
import org.demarche.check.ExpectationResult;
import org.demarche.compile.Classpath;
import org.demarche.compile.OperationalRules;
import org.demarche.compile.SessionSettings;
import org.demarche.inference.Limits;
import org.demarche.operational.SessionResult;
import org.demarche.operational.SessionResult.Expected;
import org.demarche.operational.SessionRun;
import org.demarche.operational.SettingsReader;
import org.demarche.source.Problem;
import org.demarche.source.Problems;

/** Runs the cases with rule files beside them that expect something of a plain session, and tells what of it is met. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class SessionTests {

    private final Classpath classes;
    private final Problems problems;

    /** Told what is being done. */
    private final Consumer<String> progress;

    /** The folders of cases that have rules beside them which are run in a plain session, sorted. */
    static List<Path> folders(Collection<Path> paths, Classpath classes) {
        return CaseFolders.under(paths, new Problems()).stream()
                .filter(folder -> isOne(folder, classes))
                .toList();
    }

    /** What came of the expectations among the steps of a case; empty, with the problems, when it cannot be run. */
    List<ExpectationResult> run(Path folder) {
        if (!isToBeTested(folder)) {
            return List.of();
        }
        Problems ofCase = new Problems();
        Optional<SessionCase> given =
                SessionCase.read(folder, OperationalRules.signs(List.of(folder), classes), ofCase);
        SessionSettings settings =
                given.map(each -> SettingsReader.read(each, problems)).orElse(SessionSettings.DEFAULT);
        Optional<OperationalRules> rules =
                LoadedCase.attempt(() -> OperationalRules.load(List.of(folder), classes, settings), problems);
        problems.addAll(SessionCase.problems(ofCase, rules.isPresent()));
        if (given.isEmpty() || rules.isEmpty() || problems.hasErrors()) {
            return List.of();
        }
        progress.accept("testing " + given.get().caseFile().id());
        SessionRun.Order order = new SessionRun.Order(
                Optional.empty(),
                List.of(),
                List.of(),
                settings,
                Limits.DEFAULT,
                SessionRun.Patience.DEFAULT,
                Optional.empty());
        return LoadedCase.attempt(() -> quietly(rules.get(), given.get(), order), problems)
                .map(SessionResult::expectations)
                .orElse(List.of())
                .stream()
                .map(each -> result(given.get().caseFile().id(), each))
                .toList();
    }

    /** What rules print is no result of a test. */
    private SessionResult quietly(OperationalRules rules, SessionCase given, SessionRun.Order order) {
        try (Printed unheard = Printed.to(Optional.empty())) {
            return SessionRun.run(rules, given, order, progress);
        }
    }

    private static boolean isOne(Path folder, Classpath classes) {
        return OperationalRules.stand(folder)
                && (!OperationalRules.signs(List.of(folder), classes).isEmpty() || isToBeTested(folder));
    }

    private static boolean isToBeTested(Path folder) {
        return SessionCase.read(folder, new Problems())
                .filter(SessionRun::isToBeTested)
                .isPresent();
    }

    private static ExpectationResult result(String caseId, Expected expected) {
        return new ExpectationResult(
                Expectation.of(expected.what())
                        .caseId(Optional.of(caseId))
                        .at(expected.at())
                        .build(),
                caseId + ": " + expected.what(),
                expected.unmet().map(Problem::message).stream().toList());
    }
}
