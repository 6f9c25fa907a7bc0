package org.demarche.check;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.demarche.compile.Classpath;
import org.demarche.compile.RuleSafety;
import org.demarche.lint.Suppressed;
import org.demarche.source.Problem;
import org.demarche.source.Severity;

/**
 * What is wrong with rules, cases and expectations, all of it at once.
 *
 * @param rules how many rules were loaded; 0 when some cannot be
 * @param cases how many cases were looked at, well written or not
 * @param expectations how many expectations were looked at
 * @param problems sorted by place
 * @param suppressed what rules say is right as it is, sorted by place
 */
public record Checks(int rules, int cases, int expectations, List<Problem> problems, List<Suppressed> suppressed) {

    public Checks {
        problems = List.copyOf(problems);
        suppressed = List.copyOf(suppressed);
    }

    /**
     * Loads everything under some paths.
     *
     * @param paths files and folders with rules, cases, or both
     * @param rules where the rules are that cases ask for; may be among the paths, or empty when they are there
     */
    public static Checks run(Collection<Path> paths, Collection<Path> rules) {
        return run(paths, rules, RuleSafety.AS_WRITTEN);
    }

    /** As {@link #run(Collection, Collection)}, but only rules that are safe enough can be used. */
    public static Checks run(Collection<Path> paths, Collection<Path> rules, RuleSafety safety) {
        return run(paths, rules, safety, Classpath.NONE);
    }

    /** As {@link #run(Collection, Collection, RuleSafety)}, for rules over these classes; none is used where rules come from elsewhere. */
    public static Checks run(Collection<Path> paths, Collection<Path> rules, RuleSafety safety, Classpath classpath) {
        return new CheckRun(paths, rules, safety, classpath).run();
    }

    /** Whether everything can be used. */
    public boolean clean() {
        return !reach(Severity.ERROR);
    }

    /** Whether some problem is as bad as that or worse. */
    public boolean reach(Severity level) {
        return problems.stream().anyMatch(problem -> problem.severity().compareTo(level) <= 0);
    }

    /** How many problems are just as bad as that. */
    public int count(Severity severity) {
        return (int)
                problems.stream().filter(each -> each.severity() == severity).count();
    }
}
