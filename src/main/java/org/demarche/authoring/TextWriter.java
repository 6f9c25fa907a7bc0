package org.demarche.authoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Writes files as a whole or not at all: whoever reads meanwhile sees the old text or the new one. */
public final class TextWriter {

    private TextWriter() {}

    /**
     * Replaces the text of a file, or makes the file.
     *
     * @throws IOException when it cannot be written; it is then as it was
     */
    public static void write(Path file, String text) throws IOException {
        // A link stays one: what it leads to is replaced.
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (!Files.exists(target)) {
            Files.createDirectories(target.getParent());
        } else if (!Files.isWritable(target)) {
            throw new IOException("The file may not be written.");
        }
        Path fresh = Files.createTempFile(target.getParent(), ".demarche-", ".tmp");
        try {
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            permit(fresh, target);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** A temporary file may be read by its owner only. */
    private static void permit(Path fresh, Path target) throws IOException {
        if (!fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> like = Files.exists(target)
                ? Files.getPosixFilePermissions(target)
                : Set.of(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.GROUP_READ,
                        PosixFilePermission.OTHERS_READ);
        Files.setPosixFilePermissions(fresh, like);
    }
}
