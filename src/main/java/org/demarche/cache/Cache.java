package org.demarche.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.CRC32;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/**
 * What was worked out before, by all that it was worked out from. An entry holds that itself and is compared with it byte by
 * byte, so that nothing is ever taken for something else; a sum over all of it tells what is damaged. What cannot be used counts for
 * nothing and is written again; what cannot be written only costs time. One serves many threads and processes.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class Cache {

    /** Keeps nothing. */
    public static final Cache NONE = new Cache(Optional.empty(), "");

    private final Optional<CacheFolder> folder;

    /** What must be the same of the program: another may read the same files otherwise. */
    private final String program;

    /**
     * What is kept in a folder.
     *
     * @param program says which build of the program it is
     */
    public static Cache in(CacheFolder folder, String program) {
        return new Cache(Optional.of(folder), program);
    }

    /**
     * What was made of exactly this.
     *
     * @param from all that it depends on
     * @param read reads what was written; what it throws means that it was something else
     */
    public <T> Optional<T> find(List<SourceFile> from, Function<Reader, T> read) {
        return folder.flatMap(all -> all.read(name(from))).flatMap(entry -> read(entry, from, read));
    }

    /** Keeps what was made of this. */
    public void keep(List<SourceFile> from, Consumer<Writer> write) {
        folder.ifPresent(all -> all.write(name(from), entry(from, write)));
    }

    /**
     * Tells that all that was asked for had been kept. What starts the program takes a case that is older than the folder for one that has
     * been asked about before.
     */
    public void found() {
        folder.ifPresent(CacheFolder::touch);
    }

    /** Whether anything is kept. */
    public boolean isOn() {
        return folder.isPresent();
    }

    private byte[] entry(List<SourceFile> from, Consumer<Writer> write) {
        Writer writer = new Writer();
        writer.text(program);
        writer.all(from, file -> {
            writer.text(file.name());
            writer.bytes(file.content());
        });
        write.accept(writer);
        byte[] written = writer.written();
        return ByteBuffer.allocate(written.length + Long.BYTES)
                .put(written)
                .putLong(sum(written, written.length))
                .array();
    }

    private <T> Optional<T> read(byte[] entry, List<SourceFile> from, Function<Reader, T> read) {
        int end = entry.length - Long.BYTES;
        if (end < 0 || ByteBuffer.wrap(entry).getLong(end) != sum(entry, end)) {
            return Optional.empty();
        }
        try {
            Reader reader = new Reader(entry, end);
            if (!reader.text().equals(program)
                    || !reader.all(() -> new SourceFile(reader.text(), reader.bytes()))
                            .equals(from)) {
                return Optional.empty();
            }
            T value = read.apply(reader);
            return Optional.of(value).filter(whole -> reader.atEnd());
        } catch (RuntimeException foreign) {
            // Written by something else, though its sum is right.
            return Optional.empty();
        }
    }

    private static long sum(byte[] content, int end) {
        CRC32 sum = new CRC32();
        sum.update(content, 0, end);
        return sum.getValue();
    }

    /** A sum of it and how much it is; that it is the same is seen in the entry. */
    private String name(List<SourceFile> from) {
        CRC32 sum = new CRC32();
        sum.update(program.getBytes(StandardCharsets.UTF_8));
        int size = 0;
        for (SourceFile file : from) {
            sum.update(file.name().getBytes(StandardCharsets.UTF_8));
            sum.update(0);
            sum.update(file.content());
            size += file.content().length;
        }
        return Long.toHexString(sum.getValue()) + "-" + Integer.toHexString(size);
    }
}
