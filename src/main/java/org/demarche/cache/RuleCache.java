package org.demarche.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/**
 * Rules as they were read before, by what stands in their files. An entry holds the files themselves and is compared with them byte by
 * byte, so that rules are never those of other files; a sum over all of it tells what is damaged. What cannot be used counts for
 * nothing and is written again; what cannot be written only costs time. One serves many threads and processes.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class RuleCache {

    /** Keeps nothing. */
    public static final RuleCache NONE = new RuleCache(Optional.empty(), "");

    private final Optional<CacheFolder> folder;

    /** What must be the same of the program: another may read the same files otherwise. */
    private final String program;

    /**
     * Rules kept in a folder.
     *
     * @param program says which build of the program reads the rules
     */
    public static RuleCache in(CacheFolder folder, String program) {
        return new RuleCache(Optional.of(folder), program);
    }

    /** What was read of exactly these files. */
    public Optional<ReadRules> find(List<SourceFile> files) {
        return folder.flatMap(all -> all.read(name(files))).flatMap(entry -> rules(entry, files));
    }

    /** Keeps what was read of these files. */
    public void keep(List<SourceFile> files, ReadRules rules) {
        folder.ifPresent(all -> all.write(name(files), entry(files, rules)));
    }

    private byte[] entry(List<SourceFile> files, ReadRules rules) {
        RuleWriter writer = new RuleWriter();
        writer.text(program);
        writer.files(files);
        writer.rules(rules);
        byte[] written = writer.bytes();
        return ByteBuffer.allocate(written.length + Long.BYTES)
                .put(written)
                .putLong(sum(written, written.length))
                .array();
    }

    private Optional<ReadRules> rules(byte[] entry, List<SourceFile> files) {
        int end = entry.length - Long.BYTES;
        if (end < 0 || ByteBuffer.wrap(entry).getLong(end) != sum(entry, end)) {
            return Optional.empty();
        }
        try {
            RuleReader reader = new RuleReader(entry, end);
            if (!reader.text().equals(program) || !reader.files().equals(files)) {
                return Optional.empty();
            }
            ReadRules rules = reader.rules();
            return Optional.of(rules).filter(all -> reader.atEnd());
        } catch (RuntimeException foreign) {
            // Written by something else, though its sum is right.
            return Optional.empty();
        }
    }

    private static long sum(byte[] content, int end) {
        CRC32C sum = new CRC32C();
        sum.update(content, 0, end);
        return sum.getValue();
    }

    /** Two sums over the files; that they are the same files is seen in the entry. */
    private String name(List<SourceFile> files) {
        CRC32 one = new CRC32();
        CRC32C other = new CRC32C();
        for (Checksum sum : List.of(one, other)) {
            sum.update(program.getBytes(StandardCharsets.UTF_8));
            files.forEach(file -> {
                sum.update(file.name().getBytes(StandardCharsets.UTF_8));
                sum.update(0);
                sum.update(file.content());
            });
        }
        return hex(one.getValue()) + hex(other.getValue());
    }

    private static String hex(long sum) {
        String digits = Long.toHexString(sum);
        return "0".repeat(8 - digits.length()) + digits;
    }
}
