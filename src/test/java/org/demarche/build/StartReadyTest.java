package org.demarche.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Jars that are made ready to start have the same classes in them, as far as anybody can see who runs them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StartReadyTest {

    @TempDir
    Path folder;

    private Path tool;

    @BeforeEach
    void compile() throws Exception {
        tool = Files.createDirectories(folder.resolve("tool"));
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        tool.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "src/build/java/StartReady.java");
        assertThat(failed).isZero();
        Path classes = Path.of("target/test-classes/org/demarche/build");
        try (Stream<Path> files = Files.list(classes);
                OutputStream out = Files.newOutputStream(folder.resolve("demarche.jar"));
                JarOutputStream jar = new JarOutputStream(out)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("Everything"))
                    .toList()) {
                jar.putNextEntry(new JarEntry("org/demarche/build/" + file.getFileName()));
                jar.write(Files.readAllBytes(file));
                jar.closeEntry();
            }
        }
        Files.copy(folder.resolve("demarche.jar"), folder.resolve("demarche-libraries.jar"));
    }

    private void rewrite() throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {tool.toUri().toURL()}, getClass().getClassLoader())) {
            loader.loadClass("StartReady").getMethod("main", String[].class).invoke(null, (Object)
                    new String[] {folder.toString()});
        }
    }

    @Test
    void everything_comes_out_the_same() throws Exception {
        rewrite();
        assertThat(calls())
                .as("calls that Java would only link when it gets there")
                .isEmpty();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.resolve("demarche.jar").toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Constructor<?> made = loader.loadClass(Everything.class.getName()).getConstructor();
            assertThat(((Supplier<?>) made.newInstance()).get()).isEqualTo(new Everything().get());
        }
    }

    @Test
    void a_jar_that_is_ready_is_left_alone_and_the_same_classes_give_the_same_bytes() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.copy(folder.resolve("demarche.jar"), other.resolve("demarche.jar"));
        rewrite();
        byte[] first = Files.readAllBytes(folder.resolve("demarche.jar"));
        String id = Files.readString(folder.resolve("demarche.id"));
        rewrite();
        assertThat(Files.readAllBytes(folder.resolve("demarche.jar"))).isEqualTo(first);
        assertThat(Files.readString(folder.resolve("demarche.id")))
                .isEqualTo(id)
                .hasSize(17);
        Files.copy(other.resolve("demarche.jar"), folder.resolve("demarche.jar"), StandardCopyOption.REPLACE_EXISTING);
        rewrite();
        assertThat(Files.readAllBytes(folder.resolve("demarche.jar"))).isEqualTo(first);
    }

    /** The calls of the rewritten classes that are linked by a method of their own. */
    private List<String> calls() throws Exception {
        List<String> calls = new ArrayList<>();
        try (ZipFile zip = new ZipFile(folder.resolve("demarche.jar").toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    new ClassReader(in).accept(new Calls(entry.getName(), calls), 0);
                }
            }
        }
        return calls;
    }

    private static final class Calls extends ClassVisitor {
        private final String in;
        private final List<String> found;

        Calls(String in, List<String> found) {
            super(Opcodes.ASM9);
            this.in = in;
            this.found = found;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String... thrown) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitInvokeDynamicInsn(String what, String as, Handle by, Object... with) {
                    found.add(in + " " + name + " " + by.getName());
                }
            };
        }
    }
}
