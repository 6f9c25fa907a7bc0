package org.demarche.compile;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.demarche.source.FileNames;
import org.demarche.source.FileText;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** A rule file and the tree that Drools' own parser makes of it. */
record DrlFile(SourceText source, String group, PackageDescr tree) {

    /** The parsed file; empty when it cannot be parsed, which is then among the problems. */
    static Optional<DrlFile> read(Path path, Problems problems) {
        return text(path, problems).flatMap(source -> parse(source, group(path), problems));
    }

    /** The text of a file, of a decision table that of the rules it stands for; empty when it cannot be read. */
    static Optional<SourceText> text(Path path, Problems problems) {
        String name = path.toString().replace('\\', '/');
        Optional<String> read = FileNames.isTable(path)
                ? DecisionTables.rules(path, problems)
                : FileText.read(path, name, problems).map(DrlFile::linesOf);
        return read.map(text -> new SourceText(name, text));
    }

    /** What the file imports, as it is written: {@code com.acme.Golfer}, {@code com.acme.*}. */
    List<String> imports() {
        return tree.getImports().stream().map(ImportDescr::getTarget).toList();
    }

    /** The package that its rules are in. */
    String packageName() {
        return tree.getName();
    }

    static Optional<DrlFile> parse(SourceText source, String group, Problems problems) {
        Optional<Problem> deep = Brackets.tooDeep(source);
        if (deep.isPresent()) {
            problems.add(deep.get());
            return Optional.empty();
        }
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr tree = null;
        try {
            tree = parser.parse(false, source.text());
        } catch (DroolsParserException | RuntimeException | StackOverflowError broken) {
            // The parser's own accidents are syntax errors to the reader; without a place there is only the file.
            problems.add(Problem.error(
                    "drl-syntax", SourceLocation.of(source.file()), "The file cannot be read as Drools rules."));
        }
        Optional<Problem> hash = parser.hasErrors() ? HashComments.first(source) : Optional.empty();
        if (hash.isPresent()) {
            Problems others = new Problems();
            parse(HashComments.without(source), group, others);
            problems.add(hash.get());
            problems.addAll(HashComments.shownIn(source, others.list()));
        } else if (parser.hasErrors()) {
            problems.addAll(new SyntaxErrors(source).translate(parser.getErrors()));
        }
        if (tree == null || parser.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new DrlFile(source, group, tree));
    }

    /** Old programs end lines with a carriage return alone. */
    private static String linesOf(String text) {
        return text.indexOf('\n') < 0 ? text.replace('\r', '\n') : text;
    }

    /** The folder that a file stands in. */
    static String group(Path path) {
        Path parent = path.toAbsolutePath().normalize().getParent();
        return parent == null || parent.getFileName() == null
                ? ""
                : parent.getFileName().toString();
    }
}
