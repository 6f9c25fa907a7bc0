package org.demarche.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which files were written, and what to do with them. */
final class WrittenReport {

    private WrittenReport() {}

    static String text(List<Path> files, List<String> next) {
        StringBuilder text = new StringBuilder("Written\n");
        files.forEach(file -> text.append("  ").append(name(file)).append('\n'));
        text.append("\nNext\n");
        next.forEach(command -> text.append("  ").append(command).append('\n'));
        return text.toString();
    }

    static Map<String, @Nullable Object> json(List<Path> files, List<String> next) {
        Map<String, @Nullable Object> document = Json.document();
        document.put("written", files.stream().map(WrittenReport::name).toList());
        document.put("next", next);
        return document;
    }

    private static String name(Path file) {
        return file.toString().replace('\\', '/');
    }
}
