package org.demarche.source;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/** What a file is, by the end of its name, be that in small letters or in capitals. */
public final class FileNames {

    private FileNames() {}

    /** Whether it has rules: a rule file or a decision table. */
    public static boolean hasRules(Path file) {
        return isRuleFile(file) || isTable(file);
    }

    public static boolean isRuleFile(Path file) {
        return ends(file, ".drl");
    }

    /** Whether it is a decision table. */
    public static boolean isTable(Path file) {
        return isSpreadsheet(file) || ends(file, ".drl.csv");
    }

    public static boolean isSpreadsheet(Path file) {
        return ends(file, ".xls") || ends(file, ".xlsx");
    }

    public static boolean isYaml(Path file) {
        return ends(file, ".yaml");
    }

    /** Whether it is a file of expectations, which is YAML as well. */
    public static boolean isExpectations(Path file) {
        return ends(file, ".expect.yaml");
    }

    /** Whether it says how a table of events is to be read, which is YAML as well. */
    public static boolean isMapping(Path file) {
        return ends(file, ".mapping.yaml");
    }

    /** Whether it is YAML by its name, and yet not read, since one end is enough. */
    public static boolean isYml(Path file) {
        return ends(file, ".yml");
    }

    private static boolean ends(Path file, String end) {
        return Objects.toString(file.getFileName(), "").toLowerCase(Locale.ROOT).endsWith(end);
    }
}
