package org.demarche.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.demarche.check.Checks;
import org.demarche.lint.Check;
import org.demarche.lint.CheckPage;
import org.demarche.lint.Suppressed;
import org.demarche.source.Problem;
import org.demarche.source.Severity;
import org.demarche.source.SourceLocation;
import org.jspecify.annotations.Nullable;

/** Problems in the Static Analysis Results Interchange Format, OASIS standard SARIF 2.1.0. */
final class SarifReport {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /** Paths are as they were given; whoever reads them knows from where. */
    private static final String ROOT = "%SRCROOT%";

    private final Checks checks;
    private final List<String> ids;

    SarifReport(Checks checks) {
        this.checks = checks;
        TreeSet<String> all = new TreeSet<>();
        Stream.of(Check.values()).map(Check::id).forEach(all::add);
        checks.problems().stream().map(Problem::check).forEach(all::add);
        this.ids = List.copyOf(all);
    }

    Map<String, @Nullable Object> document() {
        List<Object> results = new ArrayList<>();
        checks.problems().forEach(each -> results.add(result(each)));
        checks.suppressed().forEach(each -> results.add(result(each)));
        return map(
                "$schema",
                SCHEMA,
                "version",
                "2.1.0",
                "runs",
                List.of(map("tool", map("driver", driver()), "columnKind", "utf16CodeUnits", "results", results)));
    }

    private Map<String, @Nullable Object> driver() {
        Map<String, @Nullable Object> driver = map("name", "Demarche");
        Optional.ofNullable(SarifReport.class.getPackage().getImplementationVersion())
                .ifPresent(version -> driver.put("version", version));
        driver.put("rules", ids.stream().map(SarifReport::descriptor).toList());
        return driver;
    }

    private static Map<String, @Nullable Object> descriptor(String id) {
        Map<String, @Nullable Object> descriptor = map("id", id);
        CheckPage.of(id).ifPresent(page -> {
            descriptor.put("shortDescription", map("text", page.title()));
            descriptor.put("help", map("text", page.text(), "markdown", page.text()));
        });
        descriptor.put(
                "defaultConfiguration",
                map("level", level(Check.named(id).map(Check::severity).orElse(Severity.ERROR))));
        return descriptor;
    }

    private Map<String, @Nullable Object> result(Problem problem) {
        Map<String, @Nullable Object> physical = map("artifactLocation", artifact(problem.at()));
        if (problem.at().line() > 0) {
            physical.put("region", region(problem));
        }
        return map(
                "ruleId",
                problem.check(),
                "ruleIndex",
                ids.indexOf(problem.check()),
                "level",
                level(problem.severity()),
                "message",
                map("text", (problem.message() + " " + problem.hint()).strip()),
                "locations",
                List.of(map("physicalLocation", physical)));
    }

    private Map<String, @Nullable Object> result(Suppressed found) {
        Map<String, @Nullable Object> result = result(found.problem());
        result.put("suppressions", List.of(map("kind", "inSource", "justification", found.reason())));
        return result;
    }

    private static Map<String, @Nullable Object> artifact(SourceLocation at) {
        return Path.of(at.file()).isAbsolute()
                ? map("uri", Path.of(at.file()).toUri().toString())
                : map("uri", relative(at.file()), "uriBaseId", ROOT);
    }

    private static String relative(String file) {
        try {
            return new URI(null, null, file, null).toASCIIString();
        } catch (URISyntaxException strange) {
            throw new IllegalArgumentException(strange);
        }
    }

    private static Map<String, @Nullable Object> region(Problem problem) {
        Map<String, @Nullable Object> region = map("startLine", problem.at().line());
        if (problem.at().column() > 0) {
            region.put("startColumn", problem.at().column());
        }
        if (!problem.line().isEmpty()) {
            region.put("snippet", map("text", problem.line()));
        }
        return region;
    }

    /** The words are the same. */
    private static String level(Severity severity) {
        return severity.word();
    }

    private static Map<String, @Nullable Object> map(Object... namesAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
