package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher of a distribution, run as users run it, from wherever they have put it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script for sh; Windows has demarche.cmd")
class LauncherTest {

    private static final String VERSION = "demarche 0.1.0\n";

    /** Java says of each class where it came from. */
    private static final Map<String, String> WHENCE = Map.of("DEMARCHE_JAVA_OPTS", "-Xlog:class+load");

    @TempDir
    static Path all;

    @TempDir
    Path folder;

    private Installation installed;

    @BeforeEach
    void install() {
        installed = Installation.in(folder.resolve("demarche"), Installation.THIS_JAVA, "off");
    }

    @Test
    void it_runs_from_any_folder_through_a_chain_of_links() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("usr/bin"));
        Path opt = Files.createDirectories(folder.resolve("opt"));
        Files.createSymbolicLink(opt.resolve("second"), Path.of("../demarche/demarche"));
        Files.createSymbolicLink(bin.resolve("demarche"), Path.of("../../opt/second"));
        Files.createSymbolicLink(folder.resolve("linked"), bin);

        Map<String, String> onPath =
                Map.of("PATH", folder.resolve("linked") + ":" + System.getenv("PATH"), "DEMARCHE_CACHE", "off");

        assertThat(installed.run(Map.of(), folder, Path.of("usr/bin/demarche"), "--version"))
                .isEqualTo(new Ran(0, VERSION, ""));
        assertThat(installed.run(Map.of(), opt, Path.of("./second"), "--version"))
                .isEqualTo(new Ran(0, VERSION, ""));
        assertThat(installed.run(onPath, opt, Path.of("sh"), "-c", "demarche --version"))
                .isEqualTo(new Ran(0, VERSION, ""));
        assertThat(installed.run(onPath, installed.home(), Path.of("sh"), "demarche", "--version"))
                .isEqualTo(new Ran(0, VERSION, ""));
    }

    /**
     * Names are in a script, for Java itself may run in a locale that has no such letters. Java 17 archives nothing of ours from such a folder.
     */
    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void folders_may_have_spaces_and_letters_of_any_language(int version) throws IOException {
        Path script = Files.writeString(folder.resolve("script"), """
                set -e
                mkdir 'Weg nach Süden (Übersicht)' && mv demarche 'Weg nach Süden (Übersicht)/北京 $HOME'
                cd 'Weg nach Süden (Übersicht)' && cp -R '北京 $HOME/facts/kestrel-strait' 'Fall Ä'
                [ $1 = 17 ] || '北京 $HOME/demarche' cache warm 2>/dev/null
                DEMARCHE_JAVA_OPTS=-Xlog:class+load '北京 $HOME/demarche' run 'Fall Ä'
                """);

        Ran ran = installed
                .with(java(version))
                .run(Map.of(), folder, Path.of("sh"), script.toString(), String.valueOf(version));

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("Varna will stop and inspect ships bound for Kestrel");
        assertThat(fromArchive(ran) > 0).isEqualTo(version > 17);
    }

    @Test
    void what_a_command_ends_with_is_what_the_launcher_ends_with() {
        assertThat(installed.run("rum").exit()).isEqualTo(2);
        assertThat(installed.run("run", "no-such-case").exit()).isEqualTo(3);
    }

    @Test
    void without_Java_it_says_what_is_missing() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("sh", "readlink", "sed")) {
            Files.createSymbolicLink(tools.resolve(tool), found(tool));
        }

        assertThat(installed.run(Map.of("JAVA_HOME", "", "PATH", tools.toString()), "--version"))
                .isEqualTo(
                        new Ran(
                                1,
                                "",
                                "demarche: there is no Java on the PATH and JAVA_HOME is not set; Demarche needs Java 17 or newer.\n"));
        assertThat(installed.run(Map.of("JAVA_HOME", "/nowhere at all"), "--version"))
                .isEqualTo(
                        new Ran(
                                1,
                                "",
                                "demarche: JAVA_HOME is '/nowhere at all', but there is no Java in it; Demarche needs Java 17 or newer.\n"));
    }

    @Test
    void a_Java_that_is_too_old_is_told_by_its_version() throws IOException {
        Path eleven = java("11", "exit 99");
        Files.writeString(eleven.resolve("release"), "IMPLEMENTOR=\"N/A\"\nJAVA_VERSION=\"11.0.2\"\n");
        Path eight = java("8", "echo 'openjdk version \"1.8.0_292\"' >&2");

        assertThat(installed.with(eleven).run("--version"))
                .isEqualTo(new Ran(
                        1, "", "demarche: " + eleven + "/bin/java is Java 11.0.2; Demarche needs Java 17 or newer.\n"));
        assertThat(installed.with(eight).run("--version"))
                .isEqualTo(new Ran(
                        1,
                        "",
                        "demarche: " + eight + "/bin/java is Java 1.8.0_292; Demarche needs Java 17 or newer.\n"));
    }

    @Test
    void a_Java_that_has_no_release_file_is_asked() throws IOException {
        Path wrapper = java("wrapper", "exec '" + Installation.THIS_JAVA + "/bin/java' \"$@\"");

        assertThat(installed.with(wrapper).run("--version")).isEqualTo(new Ran(0, VERSION, ""));
    }

    @Test
    void a_Java_that_comes_with_it_goes_first() throws IOException {
        Files.createSymbolicLink(installed.home().resolve("java"), Installation.THIS_JAVA);

        assertThat(installed.with(Path.of("/nowhere")).run("--version")).isEqualTo(new Ran(0, VERSION, ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void an_archive_of_classes_is_made_after_the_first_command_and_used_by_the_next(int version) throws Exception {
        Path cache = folder.resolve("cache");
        Installation caching = installed.with(java(version)).caching(cache.toString());
        String[] command = {
            "run", installed.home().resolve("facts/kestrel-strait").toString()
        };
        Ran first = caching.run(command);

        // Two more at once, while it is being made.
        Installation.Started one =
                caching.start(Map.of(), folder, caching.home().resolve("demarche"), command);
        Installation.Started other =
                caching.start(Map.of(), folder, caching.home().resolve("demarche"), command);
        assertThat(List.of(Installation.end(one), Installation.end(other))).containsOnly(first);
        // For Java 25 the first has one with what fires rules, and the others one without.
        waitForArchives(cache, version == 25 ? 2 : 1);

        assertThat(fromArchive(caching.run(WHENCE, command))).isPositive();
        assertThat(caching.run(command)).isEqualTo(first);
        assertThat(Installation.archives(cache))
                .allSatisfy(archive -> assertThat(archive.toString())
                        .startsWith(cache + "/jvm/"
                                + installed.home().toRealPath().toString().replace('/', '+') + " "));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)))
                .isEqualTo("rwx------");
        assertThat(installed.home().resolve("lib/archives")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void an_archive_that_was_cut_short_or_written_over_is_not_used(int version) throws Exception {
        Installation warm = warm(version);
        Ran expected = warm.caching("off").run("--help");
        Path archive = askedWith(warm);
        byte[] whole = Files.readAllBytes(archive);
        FileTime time = Files.getLastModifiedTime(archive);
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, whole.length / 3, whole.length / 2, (byte) -1);

        // It is read-only, as Java makes it.
        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-r--r--"));
        for (byte[] useless : List.of(
                new byte[0],
                "no archive".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(whole, whole.length / 2),
                damaged)) {
            Files.write(archive, useless);
            assertThat(warm.run("--help")).isEqualTo(expected);
        }

        // Whatever its time says, Java looks at how it begins.
        for (byte[] useless : List.of(new byte[0], "no archive".getBytes(StandardCharsets.UTF_8))) {
            Files.write(archive, useless);
            Files.setLastModifiedTime(archive, time);
            assertThat(warm.run("--help")).isEqualTo(expected);
        }
        Files.write(archive, whole);
        Files.setLastModifiedTime(archive, time);
        assertThat(fromArchive(warm.run(WHENCE, "--help"))).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void where_the_program_is_another_one_the_archive_is_not_used(int version) throws Exception {
        Installation warm = warm(version);
        assertThat(fromArchive(warm.run(WHENCE, "--version"))).isPositive();

        Installation updated = warm.copied(folder.resolve("updated"));
        Files.writeString(updated.home().resolve("lib/demarche.id"), "0123456789abcdef\n");
        assertThat(fromArchive(updated.run(WHENCE, "--version"))).isZero();

        Installation touched = warm.copied(folder.resolve("touched"));
        Files.setLastModifiedTime(touched.home().resolve("lib/demarche.jar"), FileTime.fromMillis(0));
        assertThat(fromArchive(touched.run(WHENCE, "--version"))).isZero();
    }

    /** Java 25 loads all that is archived: what fires no rules does without what fires them. */
    @Test
    void what_is_run_again_has_an_archive_of_its_own_until_it_is_edited() throws Exception {
        Installation warm = warm(25).caching(folder.resolve("cache").toString());
        Path facts = Files.createDirectories(folder.resolve("my case"));
        Path file = facts.resolve("case.yaml");
        Files.copy(warm.home().resolve("facts/kestrel-strait/case.yaml"), file);
        String[] command = {
            "run", facts.toString(), "--rules", warm.home().resolve("rules").toString()
        };
        long first = fromArchive(warm.run(WHENCE, command));
        Thread.sleep(20);
        warm.run(command);
        long again = fromArchive(warm.run(WHENCE, command));
        assertThat(again).isLessThan(first - 500);

        Thread.sleep(20);
        Files.writeString(file, Files.readString(file) + "\n# edited\n");
        assertThat(fromArchive(warm.run(WHENCE, command))).isEqualTo(first);
        assertThat(fromArchive(warm.run(WHENCE, command))).isEqualTo(again);
    }

    @Test
    void after_moving_the_folder_an_archive_is_made_anew() throws Exception {
        Path cache = folder.resolve("cache");
        Installation before = warm(Runtime.version().feature());
        Ran expected = before.run("--help");
        Installation moved = before.copied(folder.resolve("moved")).caching(cache.toString());

        assertThat(moved.run("--help")).isEqualTo(expected);
        waitForArchives(cache, 1);
        assertThat(fromArchive(moved.run(WHENCE, "--help"))).isPositive();
    }

    @Test
    void where_nothing_can_be_kept_everything_works() throws IOException {
        Files.createFile(installed.home().resolve("lib/archives"));
        Path file = Files.createFile(folder.resolve("file"));
        for (String cache : List.of("off", file.toString(), "/proc/nowhere", "/dev/null/cache")) {
            assertThat(installed.caching(cache).run("--version")).isEqualTo(new Ran(0, VERSION, ""));
        }

        assertThat(installed.run(Map.of("DEMARCHE_CACHE", "", "HOME", ""), "--version"))
                .isEqualTo(new Ran(0, VERSION, ""));
        assertThat(installed.run("cache", "warm").exit()).isEqualTo(1);
        assertThat(installed.run("cache", "warm").err()).contains("nothing could be kept for faster starts");
    }

    /** The archive that all commands have which reason. */
    private static Path askedWith(Installation warm) throws IOException {
        return Installation.archives(warm.home()).stream()
                .filter(each -> !each.toString().matches(".* (again|other)\\.aot"))
                .findFirst()
                .orElseThrow();
    }

    /** One with an archive of classes, which takes long to make: for all tests, which leave it as it was. */
    private static Installation warm(int version) throws IOException {
        Path java = java(version);
        Path home = all.resolve("warm-" + version);
        if (!Files.exists(home)) {
            Installation warm = Installation.in(home, java, "off");
            assertThat(warm.run("cache", "warm").err()).contains("kept in " + home.toRealPath());
            assertThat(warm.run("cache", "warm").err()).contains("already warm");
        }
        return new Installation(home, java, "off");
    }

    private static void waitForArchives(Path cache, int number) throws Exception {
        for (int tenths = 0; tenths < 3000; tenths++) {
            List<Path> archives = Installation.archives(cache);
            if (archives.size() == number
                    && archives.stream().allMatch(each -> each.toString().matches(".*\\.(jsa|aot)"))) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no archive was made: " + Installation.archives(cache));
    }

    /** How many of our own classes came out of an archive. */
    private static long fromArchive(Ran ran) {
        assertThat(ran.exit()).isZero();
        return ran.out()
                .lines()
                .filter(line -> line.contains(" org.demarche.") && line.contains("shared objects file"))
                .count();
    }

    /** The Java of this version, or none: only 17 is sure to be there. */
    private static Path java(int version) throws IOException {
        if (Runtime.version().feature() == version) {
            return Installation.THIS_JAVA;
        }
        Path all = Path.of("/usr/lib/jvm");
        List<Path> found = List.of();
        if (Files.isDirectory(all)) {
            try (Stream<Path> each = Files.list(all)) {
                found = each.filter(java -> java.getFileName().toString().matches(".*\\b" + version + "\\b.*"))
                        .filter(java -> Files.isExecutable(java.resolve("bin/java")))
                        .sorted()
                        .toList();
            }
        }
        assumeTrue(!found.isEmpty(), "there is no Java " + version + " in " + all);
        return found.get(0);
    }

    /** A Java that is a script. */
    private Path java(String name, String script) throws IOException {
        Path java = folder.resolve(name).resolve("bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder.resolve(name);
    }

    private static Path found(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(place -> Path.of(place, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
