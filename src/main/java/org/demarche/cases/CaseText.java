package org.demarche.cases;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import lombok.experimental.Accessors;
import org.demarche.cache.Cache;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.yaml.YamlMapping;
import org.demarche.yaml.YamlNode;
import org.demarche.yaml.YamlReader;

/** The files of a case, read but not yet understood: what they mean is asked more than once, before the rules are known and after. */
@Getter(AccessLevel.PACKAGE)
@Accessors(fluent = true)
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class CaseText {

    private final Path path;
    private final CaseFolder folder;
    private final List<YamlNode> facts;
    private final List<YamlNode> claims;

    /** Whether all files are YAML. */
    private final boolean allUnderstood;

    private final List<Problem> problems;

    /** The files of the case in a folder, or that is a file; what is wrong with them is told when their meaning is asked. */
    public static CaseText read(Path folderOrFile) {
        return read(folderOrFile, Cache.NONE);
    }

    /** As {@link #read(Path)}; files that have not changed since an earlier run need not be gone through again. */
    public static CaseText read(Path folderOrFile, Cache cache) {
        Problems problems = new Problems();
        CaseFolder folder = CaseFolder.find(folderOrFile, problems);
        List<YamlNode> facts = folder.facts().stream()
                .flatMap(file -> YamlReader.read(file, problems, cache).stream())
                .toList();
        List<YamlNode> claims = folder.claims().stream()
                .flatMap(file -> YamlReader.read(file, problems, cache).stream())
                .toList();
        int files = folder.facts().size() + (folder.claims().isPresent() ? 1 : 0);
        return new CaseText(
                folderOrFile, folder, facts, claims, facts.size() + claims.size() == files, problems.list());
    }

    /** Whether it says things that only a plain session understands, whatever the rules are. */
    public boolean asksForSession() {
        return mappings()
                .anyMatch(root -> CaseFileReader.PLAIN.stream()
                        .anyMatch(key -> root.entry(key).isPresent()));
    }

    /** The folders of rules the case asks for, also when it has errors elsewhere. */
    public List<String> rules() {
        return askedRules().stream().map(AskedRules::folder).toList();
    }

    /** As {@link #rules}, with where each is asked for. */
    public List<AskedRules> askedRules() {
        return new CaseReader(this, Optional.empty()).rules();
    }

    private Stream<YamlMapping> mappings() {
        return facts.stream().filter(YamlMapping.class::isInstance).map(YamlMapping.class::cast);
    }
}
