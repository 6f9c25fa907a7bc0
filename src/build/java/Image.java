import java.io.IOException;
import java.io.StringWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.spi.ToolProvider;

/**
 * Makes of a distribution one that brings its own Java, as much of the one that runs this as the program needs. Run by the build, from
 * source: {@code java Image.java DISTRIBUTION} makes {@code DISTRIBUTION-linux-x64} beside it, or whatever the machine is.
 */
public final class Image {

    /** What no class names, but Java loads: ciphers of web addresses are not needed, other encodings and zip files as folders are. */
    private static final String UNNAMED = "jdk.charsets,jdk.zipfs";

    private Image() {}

    public static void main(String... args) throws Exception {
        Path distribution = Path.of(args[0]);
        Path image = distribution.resolveSibling(distribution.getFileName() + "-" + system() + "-" + machine());
        delete(image);
        copy(distribution, image);
        String modules = tool(
                        "jdeps",
                        "--print-module-deps",
                        "--ignore-missing-deps",
                        "--multi-release",
                        "17",
                        "--class-path",
                        image.resolve("lib/demarche-libraries.jar").toString(),
                        image.resolve("lib/demarche.jar").toString(),
                        image.resolve("lib/demarche-libraries.jar").toString())
                .strip();
        Path java = image.resolve("java");
        tool(
                "jlink",
                "--add-modules",
                modules + "," + UNNAMED,
                "--output",
                java.toString(),
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--compress",
                Runtime.version().feature() < 21 ? "2" : "zip-6");
        archive(java);
    }

    /** Of the classes of Java itself, without which no archive of ours can be. */
    private static void archive(Path java) throws IOException, InterruptedException {
        int code = new ProcessBuilder(java.resolve("bin/java").toString(), "-Xshare:dump")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("java -Xshare:dump ended with " + code);
        }
    }

    private static String tool(String name, String... args) throws IOException {
        StringWriter out = new StringWriter();
        PrintWriter printer = new PrintWriter(out);
        int code = ToolProvider.findFirst(name).orElseThrow(() -> new IllegalStateException("this Java has no " + name)).run(printer, printer, args);
        if (code != 0) {
            throw new IOException(name + " ended with " + code + ": " + out);
        }
        return out.toString();
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "macos" : name.replace(' ', '-');
    }

    private static String machine() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x64";
            default -> System.getProperty("os.arch");
        };
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            // Archives of classes, where somebody has tried the distribution, are of another Java.
            for (Path file : files.filter(file -> !file.toString().contains("archives")).toList()) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
