package org.demarche.report;

import java.util.List;
import java.util.Map;
import org.demarche.authoring.format.Formatted;
import org.jspecify.annotations.Nullable;

/** Which files were not in form. */
final class FormatReport {

    private FormatReport() {}

    static String text(List<Formatted> files, boolean checked, Page page) {
        List<Formatted> changed = changed(files);
        if (changed.isEmpty()) {
            return Ink.render(Ink.GOOD.on("all " + Words.count(files.size(), "file") + " in form"), page.colour())
                    + "\n";
        }
        StringBuilder text = new StringBuilder();
        changed.forEach(each -> text.append(page.verbose() ? each.diff() : name(each) + "\n"));
        return text.append('\n')
                .append(changed.size())
                .append(" of ")
                .append(Words.count(files.size(), "file"))
                .append(checked ? " not in form" : " put into form")
                .append('\n')
                .toString();
    }

    static Map<String, @Nullable Object> json(List<Formatted> files, boolean checked) {
        Map<String, @Nullable Object> document = Json.document();
        document.put("files", files.size());
        document.put("written", !checked);
        document.put("changed", changed(files).stream().map(FormatReport::name).toList());
        return document;
    }

    private static List<Formatted> changed(List<Formatted> files) {
        return files.stream().filter(Formatted::changed).toList();
    }

    private static String name(Formatted formatted) {
        return formatted.file().toString().replace('\\', '/');
    }
}
