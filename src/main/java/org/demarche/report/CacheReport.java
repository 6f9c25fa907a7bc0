package org.demarche.report;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.demarche.cache.CacheFolder;
import org.jspecify.annotations.Nullable;

/** What is kept between runs. */
record CacheReport(
        Optional<Path> place,
        CacheFolder.Size before,
        CacheFolder.Size now,
        Optional<String> lack,
        Optional<Path> shared,
        CacheFolder.Size ofShared) {

    private static final double KIB = 1024;

    String text(Page page) {
        Paper paper = new Paper(page);
        place.ifPresent(folder -> paper.line(folder.toString()));
        if (place.isPresent()) {
            boolean less = now.files() < before.files();
            paper.paragraph(
                    0,
                    less
                            ? "Removed "
                                    + size(new CacheFolder.Size(
                                            before.files() - now.files(), before.bytes() - now.bytes()))
                                    + "." + (now.files() == 0 ? "" : " " + size(now) + " could not be removed.")
                            : now.files() == 0 ? "Nothing is kept yet." : size(now) + ".");
        }
        lack.ifPresent(why -> paper.paragraph(0, why));
        shared.ifPresent(folder -> {
            paper.paragraph(
                    0,
                    "Besides, " + size(ofShared)
                            + ", with the program, for faster starts of all who use it; `clear` leaves them:");
            paper.line(folder.toString());
        });
        return paper.print();
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> document = Json.document();
        document.put("folder", place.map(Path::toString).orElse(null));
        document.put("files", now.files());
        document.put("bytes", now.bytes());
        document.put("removed", before.files() - now.files());
        document.put("problem", lack.orElse(null));
        document.put("shared", shared.map(Path::toString).orElse(null));
        document.put("sharedBytes", ofShared.bytes());
        return document;
    }

    private static String size(CacheFolder.Size size) {
        boolean small = size.bytes() < KIB * KIB;
        return (size.files() == 1 ? "1 file" : size.files() + " files") + ", "
                + (small
                        ? Numbers.fixed(size.bytes() / KIB, 0) + " KiB"
                        : Numbers.fixed(size.bytes() / (KIB * KIB), 1) + " MiB");
    }
}
