import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Packs the libraries into one jar, of which Java can archive everything: without signatures, whose classes it does not archive, and with
 * classes of Java 5, which it does not archive either, lifted to the form of Java 8. Run by the build, from source:
 * {@code java Libraries.java FOLDER PATH…} makes {@code demarche-libraries.jar} in the folder.
 */
public final class Libraries {

    private static final String PACKED = "demarche-libraries.jar";
    private static final Path NOTICE = Path.of("src/dist/NOTICE");
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String SERVICES = "META-INF/services/";

    /** Class files older than this, of Java 6, are not archived. */
    private static final int ARCHIVED_FROM = Opcodes.V1_6;

    private static final Pattern UNWANTED = Pattern.compile("(.*/)?module-info\\.class"
            + "|META-INF/([^/]*\\.(SF|RSA|DSA|EC)|MANIFEST\\.MF|INDEX\\.LIST|DEPENDENCIES|maven/.*|native-image/.*)");

    private static final Pattern LICENCE =
            Pattern.compile("META-INF/[^/]*(LICENSE|NOTICE)[^/]*|about\\.html", Pattern.CASE_INSENSITIVE);

    /** The same bytes whenever it is made, in whatever zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final ClassLoader loader;
    private final Map<String, byte[]> entries = new TreeMap<>();
    private final Map<String, Path> origins = new TreeMap<>();

    private Libraries(List<Path> jars) throws IOException {
        List<URL> places = new ArrayList<>();
        for (Path jar : jars) {
            places.add(jar.toUri().toURL());
        }
        loader = new URLClassLoader(places.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        entries.put(MANIFEST, "Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        for (Path jar : jars) {
            add(jar);
        }
    }

    public static void main(String... args) throws Exception {
        Path folder = Path.of(args[0]);
        List<Path> jars = Arrays.stream(args)
                .skip(1)
                .flatMap(path -> Arrays.stream(path.split(System.getProperty("path.separator"))))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .sorted()
                .toList();
        credit(jars);
        String inputs = digest(jars);
        Path packed = folder.resolve(PACKED);
        if (!madeOf(packed).startsWith(inputs)) {
            new Libraries(jars).write(packed, inputs);
        }
    }

    /** Each library must be named in the notice that says under which licence it is. */
    private static void credit(List<Path> jars) throws IOException {
        List<String> named = Arrays.asList(Files.readString(NOTICE).split("[\\s(),]+"));
        for (Path jar : jars) {
            String library = jar.getFileName().toString().replaceFirst("-\\d.*", "");
            if (!named.contains(library)) {
                throw new IOException(NOTICE + " does not name " + library + ", which goes into " + PACKED);
            }
        }
    }

    /** Of the contents of these files, in this order. */
    private static String digest(List<Path> files) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Path file : files) {
            digest.update(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What the jar was packed from, which it says in its comment: packing it again takes seconds. */
    private static String madeOf(Path packed) {
        try (ZipFile zip = new ZipFile(packed.toFile())) {
            return zip.getComment() == null ? "" : zip.getComment();
        } catch (IOException none) {
            return "";
        }
    }

    private void add(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            for (JarEntry entry : Collections.list(file.entries())) {
                if (isWanted(entry)) {
                    add(jar, placed(jar, entry.getName()), file.getInputStream(entry).readAllBytes());
                }
            }
        }
    }

    /** Not what only concerned the jar as it was: its manifest, signatures, modules, how it was built. */
    private static boolean isWanted(JarEntry entry) {
        return !entry.isDirectory() && !UNWANTED.matcher(entry.getName()).matches();
    }

    /** Each library's own licence has a place of its own. */
    private static String placed(Path jar, String name) {
        return LICENCE.matcher(name).matches()
                ? "META-INF/licenses/" + jar.getFileName().toString().replaceFirst("\\.jar$", "/")
                        + name.substring(name.lastIndexOf('/') + 1)
                : name;
    }

    private void add(Path jar, String name, byte[] bytes) throws IOException {
        byte[] before = entries.get(name);
        if (before == null) {
            entries.put(name, name.endsWith(".class") ? lifted(bytes) : bytes);
            origins.put(name, jar);
        } else if (name.startsWith(SERVICES)) {
            entries.put(name, (text(before) + "\n" + text(bytes)).getBytes(StandardCharsets.UTF_8));
        } else if (name.endsWith(".class") || !Arrays.equals(before, bytes)) {
            throw new IOException(name + " is in " + origins.get(name) + " and in " + jar);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The same code with the frames that Java has asked for since version 7; older classes had Java work them out at every start. */
    private byte[] lifted(byte[] code) {
        ClassReader reader = new ClassReader(code);
        if (reader.readUnsignedShort(6) >= ARCHIVED_FROM) {
            return code;
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return loader;
            }
        };
        ClassVisitor lift = new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visit(int version, int access, String name, String type, String parent, String... interfaces) {
                super.visit(Opcodes.V1_8, access, name, type, parent, interfaces);
            }
        };
        reader.accept(lift, ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }

    private void write(Path packed, String inputs) throws IOException {
        Files.createDirectories(packed.getParent());
        Path half = packed.resolveSibling(PACKED + ".new");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(half));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setComment(inputs);
            put(zip, MANIFEST, entries.remove(MANIFEST));
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                put(zip, entry.getKey(), entry.getValue());
            }
        }
        Files.move(half, packed, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
