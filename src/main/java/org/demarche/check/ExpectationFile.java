package org.demarche.check;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.demarche.source.Problems;

/**
 * A file of expectations and the case it is about.
 *
 * @param caseFolder the folder of the case
 * @param expectations in the order of the file
 * @param acceptances the changes of rules that none of them has to notice
 */
public record ExpectationFile(
        Path file, Path caseFolder, List<Expectation> expectations, List<Acceptance> acceptances) {

    public ExpectationFile {
        expectations = List.copyOf(expectations);
        acceptances = List.copyOf(acceptances);
    }

    /**
     * The {@code *.expect.yaml} files under some paths, sorted. One beside a case is about that case, one beside rules about
     * the case that it names, which is a folder under {@code facts}. What is wrong with them is added to the problems.
     */
    public static List<ExpectationFile> find(Collection<Path> paths, Problems problems) {
        return new ExpectationFiles(paths, problems).find();
    }
}
