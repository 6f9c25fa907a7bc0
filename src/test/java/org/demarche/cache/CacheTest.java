package org.demarche.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept is found again for the same things and nothing else, and nothing that goes wrong with files is told to anybody. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CacheTest {

    @Test
    void what_somebody_else_has_put_there_is_left_alone() throws IOException {
        Path place = Files.createDirectories(root.resolve("mine"));
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwx------"));
        Path notes = Files.writeString(place.resolve("notes.txt"), "mine");
        Path inner = Files.createDirectories(place.resolve("ab-12"));
        Path other = Files.writeString(root.resolve("other"), "not here");
        Files.createSymbolicLink(place.resolve("cd-34"), other);
        CacheFolder folder = new CacheFolder(place, 1, 10);
        folder.write("0-1", new byte[4]);
        folder.write("0-2", new byte[4]);
        assertThat(folder.size().files()).isEqualTo(1);
        folder.clear();
        assertThat(folder.size().files()).isZero();
        assertThat(notes).hasContent("mine");
        assertThat(inner).isDirectory();
        assertThat(other).hasContent("not here");
        assertThat(place.resolve("cd-34")).isSymbolicLink();
    }

    @Test
    void a_folder_behind_a_link_is_not_used() throws IOException {
        Path place = Files.createDirectories(root.resolve("elsewhere"));
        Files.writeString(place.resolve("0-1"), "mine");
        Path link = Files.createSymbolicLink(root.resolve("link"), place);
        CacheFolder folder = new CacheFolder(link, 5, 1 << 20);
        folder.write("0-2", new byte[4]);
        folder.clear();
        assertThat(place.resolve("0-1")).exists();
        assertThat(place.resolve("0-2")).doesNotExist();
        assertThat(folder.unusable()).hasValueSatisfying(why -> assertThat(why).endsWith("is a link."));
    }

    private static final List<SourceFile> FROM = List.of(SourceFile.of("a", "one"), SourceFile.of("b", "two"));

    @TempDir
    Path root;

    private Cache cache() {
        return Cache.in(new CacheFolder(root.resolve("cache"), 5, 1 << 20), "build 1");
    }

    private static Optional<List<String>> find(Cache cache, List<SourceFile> from) {
        return cache.find(from, in -> in.all(in::text));
    }

    private static void keep(Cache cache, List<SourceFile> from, String... words) {
        cache.keep(from, out -> out.all(List.of(words), out::text));
    }

    @Test
    void what_is_kept_is_found() {
        keep(cache(), FROM, "x", "y", "x", "", "ä𝄞");
        assertThat(find(cache(), FROM)).contains(List.of("x", "y", "x", "", "ä𝄞"));
    }

    @Test
    void for_other_contents_names_order_or_program_nothing_is() {
        keep(cache(), FROM, "x");
        assertThat(find(cache(), List.of(SourceFile.of("a", "one"), SourceFile.of("b", "tow"))))
                .isEmpty();
        assertThat(find(cache(), List.of(SourceFile.of("a", "one"), SourceFile.of("c", "two"))))
                .isEmpty();
        assertThat(find(cache(), List.of(FROM.get(1), FROM.get(0)))).isEmpty();
        assertThat(find(cache(), List.of(SourceFile.of("a", "onetwo")))).isEmpty();
        Cache other = Cache.in(new CacheFolder(root.resolve("cache"), 5, 1 << 20), "build 2");
        assertThat(find(other, FROM)).isEmpty();
    }

    /** Two things of the same sum and size share a file: each is read only as what it is. */
    @Test
    void an_entry_of_another_thing_under_the_same_name_is_not_taken_for_it() throws IOException {
        keep(cache(), FROM, "x");
        Path entry = only();
        List<SourceFile> others = List.of(SourceFile.of("a", "xyz"));
        keep(cache(), others, "z");
        Path other = files().filter(file -> !file.equals(entry)).findFirst().orElseThrow();
        Files.write(entry, Files.readAllBytes(other));
        assertThat(find(cache(), FROM)).isEmpty();
    }

    @Test
    void an_entry_that_is_damaged_anywhere_or_cut_off_counts_for_nothing_and_is_made_again() throws IOException {
        keep(cache(), FROM, "some", "words");
        Path entry = only();
        byte[] whole = Files.readAllBytes(entry);
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x41;
            Files.write(entry, damaged);
            assertThat(find(cache(), FROM)).as("byte " + i).isEmpty();
            Files.write(entry, Arrays.copyOf(whole, i));
            assertThat(find(cache(), FROM)).as("cut off at " + i).isEmpty();
        }
        keep(cache(), FROM, "some", "words");
        assertThat(find(cache(), FROM)).contains(List.of("some", "words"));
    }

    @Test
    void what_was_written_otherwise_counts_for_nothing() {
        cache().keep(FROM, out -> out.number(1_000_000));
        assertThat(find(cache(), FROM)).isEmpty();
        cache().keep(FROM, out -> {
            out.all(List.of("x"), out::text);
            out.number(0);
        });
        assertThat(find(cache(), FROM)).as("more than was read").isEmpty();
    }

    @Test
    void only_so_many_are_kept_those_used_last() throws IOException {
        for (int i = 0; i < 20; i++) {
            keep(cache(), List.of(SourceFile.of("n", "" + i)), "x");
            for (Path file : files().toList()) {
                Files.setLastModifiedTime(
                        file,
                        FileTime.from(
                                Files.getLastModifiedTime(file).toInstant().minusSeconds(60)));
            }
        }
        assertThat(files()).hasSizeLessThanOrEqualTo(6);
        assertThat(find(cache(), List.of(SourceFile.of("n", "19")))).isPresent();
        assertThat(find(cache(), List.of(SourceFile.of("n", "0")))).isEmpty();
    }

    @Test
    void what_a_process_that_was_cut_off_left_is_tidied_up() throws IOException {
        keep(cache(), FROM, "x");
        Path left = Files.createFile(root.resolve("cache/ab-12345.new"));
        Path young = Files.createFile(root.resolve("cache/young.new"));
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        keep(cache(), List.of(SourceFile.of("other", "")), "x");
        assertThat(left).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void the_folder_is_the_users_alone() throws IOException {
        keep(cache(), FROM, "x");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("cache"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(only())))
                .isEqualTo("rw-------");
    }

    @Test
    void a_folder_that_others_can_write_to_is_not_used() throws IOException {
        keep(cache(), FROM, "x");
        Files.setPosixFilePermissions(root.resolve("cache"), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(find(cache(), FROM)).isEmpty();
        keep(cache(), List.of(SourceFile.of("new", "")), "x");
        assertThat(files()).hasSize(1);
        assertThat(new CacheFolder(root.resolve("cache"), 5, 1 << 20).unusable())
                .contains("It is not used, because others than you can write to it.");
    }

    @Test
    void where_nothing_can_be_written_nothing_is_kept_and_nothing_said() throws IOException {
        Files.createFile(root.resolve("cache"));
        keep(cache(), FROM, "x");
        assertThat(find(cache(), FROM)).isEmpty();
        assertThat(new CacheFolder(root.resolve("cache/below"), 5, 1 << 20).unusable())
                .contains("It cannot be made, so nothing is kept.");
    }

    @Test
    void many_threads_may_keep_and_find_the_same() {
        assertThat(IntStream.range(0, 400)
                        .parallel()
                        .mapToObj(i -> {
                            keep(cache(), FROM, "some", "words");
                            return find(cache(), FROM);
                        })
                        .distinct())
                .containsExactly(Optional.of(List.of("some", "words")));
    }

    @Test
    void it_can_be_cleared() {
        keep(cache(), FROM, "x");
        CacheFolder folder = new CacheFolder(root.resolve("cache"), 5, 1 << 20);
        assertThat(folder.size().files()).isEqualTo(1);
        assertThat(folder.clear()).isEqualTo(new CacheFolder.Size(0, 0));
        assertThat(find(cache(), FROM)).isEmpty();
    }

    private Stream<Path> files() throws IOException {
        return Files.list(root.resolve("cache"));
    }

    private Path only() throws IOException {
        return files().findFirst().orElseThrow();
    }
}
