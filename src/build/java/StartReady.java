import static org.objectweb.asm.Opcodes.*;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Rewrites jars so that the program in them starts fast: {@code java StartReady.java FOLDER} does it to the program and its libraries, and
 * writes {@code demarche.id}, which differs whenever a class of either does.
 *
 * <p>What Java does when a place in the code is first reached is done here once. Of a lambda, of a joined text and of what a record says of
 * itself, Java makes the code when it gets there, in 0.2 ms for each lambda and 1 ms for each record, and an archive of classes does not
 * change that; here each gets a class or a method like any other, which an archive can hold. What the classes do is the same.
 */
public final class StartReady {

    private static final List<String> JARS = List.of("demarche.jar", "demarche-libraries.jar");

    /** At the end of the comment of a jar that has been rewritten. */
    private static final String READY = " ready";

    /** The same bytes whenever it is made, in whatever zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private StartReady() {}

    public static void main(String... args) throws Exception {
        Path folder = Path.of(args[0]);
        MessageDigest all = MessageDigest.getInstance("SHA-256");
        for (String name : JARS) {
            Path jar = folder.resolve(name);
            rewrite(jar);
            all.update(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
        }
        Files.writeString(folder.resolve("demarche.id"), HexFormat.of().formatHex(all.digest()).substring(0, 16) + "\n");
    }

    private static void rewrite(Path path) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        String comment;
        try (ZipFile zip = new ZipFile(path.toFile())) {
            comment = zip.getComment() == null ? "" : zip.getComment();
            if (comment.endsWith(READY)) {
                return;
            }
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory()) {
                    entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            }
        }
        write(path, comment + READY, new Prepared().of(entries));
    }

    /** Whole or not at all; the same bytes for the same entries. */
    private static void write(Path path, String comment, Map<String, byte[]> entries) throws IOException {
        Path unfinished = path.resolveSibling(path.getFileName() + ".new");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setComment(comment);
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
        Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The classes of a jar with all of their code in them. */
    private static final class Prepared {
        private final Map<String, byte[]> made = new LinkedHashMap<>();
        private final Map<String, List<String>> nests = new HashMap<>();

        Map<String, byte[]> of(Map<String, byte[]> entries) {
            Map<String, byte[]> all = new LinkedHashMap<>();
            entries.forEach((name, content) ->
                    all.put(name, name.endsWith(".class") && !name.startsWith("META-INF/") ? prepared(content) : content));
            nests.forEach((host, members) -> all.computeIfPresent(host + ".class", (name, code) -> with(members, code)));
            made.forEach((name, code) -> all.put(name + ".class", code));
            return all;
        }

        private byte[] prepared(byte[] code) {
            ClassReader reader = new ClassReader(code);
            if ((reader.readShort(6) & 0xFFFF) < V11) {
                // Without nests what a lambda does may not be called from another class.
                return code;
            }
            ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
            reader.accept(new Undeferred(writer, made, nests), 0);
            return writer.toByteArray();
        }

        /** What a lambda does may be private to the class it stands in, so its class belongs to the same nest. */
        private static byte[] with(List<String> members, byte[] host) {
            ClassReader reader = new ClassReader(host);
            ClassWriter writer = new ClassWriter(reader, 0);
            reader.accept(
                    new ClassVisitor(ASM9, writer) {
                        @Override
                        public void visitEnd() {
                            members.forEach(cv::visitNestMember);
                            super.visitEnd();
                        }
                    },
                    0);
            return writer.toByteArray();
        }
    }

    /** Replaces what Java would make when it is first reached. */
    private static final class Undeferred extends ClassVisitor {
        private final Map<String, byte[]> made;
        private final Map<String, List<String>> nests;
        private final List<Runnable> methods = new ArrayList<>();
        private final Map<String, String> joins = new HashMap<>();
        private String owner = "";
        private String host = "";
        private boolean face;
        private int version;
        private int count;

        Undeferred(ClassVisitor next, Map<String, byte[]> made, Map<String, List<String>> nests) {
            super(ASM9, next);
            this.made = made;
            this.nests = nests;
        }

        @Override
        public void visit(int version, int access, String name, String signature, String above, String[] faces) {
            this.version = version;
            owner = name;
            host = name;
            face = (access & ACC_INTERFACE) != 0;
            super.visit(version, access, name, signature, above, faces);
        }

        @Override
        public void visitNestHost(String nestHost) {
            host = nestHost;
            super.visitNestHost(nestHost);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
            return new MethodVisitor(ASM9, super.visitMethod(access, name, descriptor, signature, thrown)) {
                @Override
                public void visitInvokeDynamicInsn(String what, String type, Handle maker, Object... given) {
                    switch (maker.getOwner() + "." + maker.getName()) {
                        // A lambda that can be serialized has another maker, and stays.
                        case "java/lang/invoke/LambdaMetafactory.metafactory" ->
                            super.visitMethodInsn(
                                    INVOKESTATIC,
                                    lambda(what, type, (Type) given[0], (Handle) given[1], (Type) given[2]),
                                    LambdaClass.OF,
                                    type,
                                    false);
                        case "java/lang/runtime/ObjectMethods.bootstrap" ->
                            super.visitMethodInsn(INVOKESTATIC, owner, ofRecord(what, type, given), type, face);
                        case "java/lang/invoke/StringConcatFactory.makeConcatWithConstants" -> {
                            if (Arrays.stream(given).allMatch(Undeferred::plain)) {
                                super.visitMethodInsn(INVOKESTATIC, owner, join(type, given), type, face);
                            } else {
                                super.visitInvokeDynamicInsn(what, type, maker, given);
                            }
                        }
                        default -> super.visitInvokeDynamicInsn(what, type, maker, given);
                    }
                }
            };
        }

        private static boolean plain(Object constant) {
            return constant instanceof String || constant instanceof Number;
        }

        @Override
        public void visitEnd() {
            methods.forEach(Runnable::run);
            super.visitEnd();
        }

        private String lambda(String what, String factory, Type erased, Handle does, Type known) {
            String name = owner + "$$" + count++;
            made.put(name, new LambdaClass(name, host, version, what, factory, erased, does, known).code());
            nests.computeIfAbsent(host, any -> new ArrayList<>()).add(name);
            return name;
        }

        private String join(String type, Object... given) {
            String key = type + Arrays.toString(given);
            String before = joins.get(key);
            if (before != null) {
                return before;
            }
            String name = "join$" + count++;
            joins.put(key, name);
            methods.add(() -> method(name, type, code -> {
                Text text = new Text(code);
                int slot = 0;
                int argument = 0;
                int constant = 1;
                Type[] types = Type.getArgumentTypes(type);
                for (char sign : ((String) given[0]).toCharArray()) {
                    if (sign == '\1') {
                        Type next = types[argument++];
                        int from = slot;
                        text.value(next, () -> code.visitVarInsn(next.getOpcode(ILOAD), from));
                        slot += next.getSize();
                    } else if (sign == '\2') {
                        text.letters(String.valueOf(given[constant++]));
                    } else {
                        text.letters(String.valueOf(sign));
                    }
                }
                text.end();
            }));
            return name;
        }

        private String ofRecord(String what, String type, Object... given) {
            String name = what + "$" + count++;
            RecordMethods of = new RecordMethods(
                    ((Type) given[0]).getInternalName(),
                    Arrays.asList(((String) given[1]).split(";")),
                    Arrays.stream(given).skip(2).map(Handle.class::cast).toList());
            methods.add(() -> method(name, type, switch (what) {
                case "equals" -> of::equality;
                case "hashCode" -> of::hash;
                default -> of::text;
            }));
            return name;
        }

        private void method(String name, String type, Consumer<MethodVisitor> body) {
            MethodVisitor code = cv.visitMethod(ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC, name, type, null, null);
            code.visitCode();
            body.accept(code);
            code.visitMaxs(0, 0);
            code.visitEnd();
        }
    }

    /** Puts a text together. */
    private static final class Text {
        private static final String BUILDER = "java/lang/StringBuilder";
        private final MethodVisitor code;
        private final StringBuilder letters = new StringBuilder();

        Text(MethodVisitor code) {
            this.code = code;
            code.visitTypeInsn(NEW, BUILDER);
            code.visitInsn(DUP);
            code.visitMethodInsn(INVOKESPECIAL, BUILDER, "<init>", "()V", false);
        }

        void letters(String more) {
            letters.append(more);
        }

        void value(Type type, Runnable load) {
            flush();
            load.run();
            append(switch (type.getSort()) {
                case Type.BYTE, Type.SHORT -> "I";
                case Type.OBJECT -> type.getClassName().equals("java.lang.String") ? type.getDescriptor() : "Ljava/lang/Object;";
                case Type.ARRAY -> "Ljava/lang/Object;";
                default -> type.getDescriptor();
            });
        }

        void end() {
            flush();
            code.visitMethodInsn(INVOKEVIRTUAL, BUILDER, "toString", "()Ljava/lang/String;", false);
            code.visitInsn(ARETURN);
        }

        private void flush() {
            if (!letters.isEmpty()) {
                code.visitLdcInsn(letters.toString());
                append("Ljava/lang/String;");
                letters.setLength(0);
            }
        }

        private void append(String type) {
            code.visitMethodInsn(INVOKEVIRTUAL, BUILDER, "append", "(" + type + ")L" + BUILDER + ";", false);
        }
    }

    /** What a record says of itself, as `java.lang.runtime.ObjectMethods` describes it. */
    private record RecordMethods(String type, List<String> names, List<Handle> fields) {

        void hash(MethodVisitor code) {
            code.visitInsn(ICONST_0);
            for (Handle field : fields) {
                code.visitIntInsn(BIPUSH, 31);
                code.visitInsn(IMUL);
                Type of = load(code, 0, field);
                code.visitMethodInsn(
                        INVOKESTATIC,
                        reference(of) ? "java/util/Objects" : Converted.box(of),
                        "hashCode",
                        "(" + (reference(of) ? "Ljava/lang/Object;" : of.getDescriptor()) + ")I",
                        false);
                code.visitInsn(IADD);
            }
            code.visitInsn(IRETURN);
        }

        void equality(MethodVisitor code) {
            Label other = new Label();
            code.visitVarInsn(ALOAD, 1);
            code.visitTypeInsn(INSTANCEOF, type);
            code.visitJumpInsn(IFEQ, other);
            for (Handle field : fields) {
                Type of = load(code, 0, field);
                load(code, 1, field);
                if (reference(of)) {
                    code.visitMethodInsn(
                            INVOKESTATIC,
                            "java/util/Objects",
                            "equals",
                            "(Ljava/lang/Object;Ljava/lang/Object;)Z",
                            false);
                    code.visitJumpInsn(IFEQ, other);
                } else {
                    String both = of.getDescriptor() + of.getDescriptor();
                    code.visitMethodInsn(INVOKESTATIC, Converted.box(of), "compare", "(" + both + ")I", false);
                    code.visitJumpInsn(IFNE, other);
                }
            }
            code.visitInsn(ICONST_1);
            code.visitInsn(IRETURN);
            code.visitLabel(other);
            code.visitFrame(F_SAME, 0, null, 0, null);
            code.visitInsn(ICONST_0);
            code.visitInsn(IRETURN);
        }

        void text(MethodVisitor code) {
            Text text = new Text(code);
            text.letters(type.replaceFirst(".*(/|[$]\\d*)", "") + "[");
            for (int i = 0; i < fields.size(); i++) {
                Handle field = fields.get(i);
                text.letters((i == 0 ? "" : ", ") + names.get(i) + "=");
                text.value(Type.getType(field.getDesc()), () -> load(code, 0, field));
            }
            text.letters("]");
            text.end();
        }

        private Type load(MethodVisitor code, int slot, Handle field) {
            code.visitVarInsn(ALOAD, slot);
            if (slot > 0) {
                code.visitTypeInsn(CHECKCAST, type);
            }
            code.visitFieldInsn(GETFIELD, field.getOwner(), field.getName(), field.getDesc());
            return Type.getType(field.getDesc());
        }

        private static boolean reference(Type type) {
            return type.getSort() >= Type.ARRAY;
        }
    }

    /**
     * The class of a lambda, as `java.lang.invoke.LambdaMetafactory` describes it.
     *
     * @param factory from what it captures to the interface it is
     * @param erased what the interface's method takes and gives
     * @param does what it calls
     * @param known what the method takes and gives here
     */
    private record LambdaClass(
            String name, String host, int version, String method, String factory, Type erased, Handle does, Type known) {

        static final String OF = "of";

        byte[] code() {
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            writer.visit(
                    version,
                    ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC,
                    name,
                    null,
                    "java/lang/Object",
                    new String[] {Type.getReturnType(factory).getInternalName()});
            writer.visitNestHost(host);
            Type[] captured = Type.getArgumentTypes(factory);
            for (int i = 0; i < captured.length; i++) {
                writer.visitField(ACC_PRIVATE | ACC_FINAL, "c" + i, captured[i].getDescriptor(), null, null)
                        .visitEnd();
            }
            constructor(writer, captured);
            factory(writer, captured);
            call(writer, captured);
            writer.visitEnd();
            return writer.toByteArray();
        }

        private void constructor(ClassWriter writer, Type... captured) {
            MethodVisitor code = begun(writer, ACC_PRIVATE, "<init>", Type.getMethodDescriptor(Type.VOID_TYPE, captured));
            code.visitVarInsn(ALOAD, 0);
            code.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
            int slot = 1;
            for (int i = 0; i < captured.length; i++) {
                code.visitVarInsn(ALOAD, 0);
                code.visitVarInsn(captured[i].getOpcode(ILOAD), slot);
                code.visitFieldInsn(PUTFIELD, name, "c" + i, captured[i].getDescriptor());
                slot += captured[i].getSize();
            }
            ended(code, RETURN);
        }

        private void factory(ClassWriter writer, Type... captured) {
            MethodVisitor code = begun(writer, ACC_STATIC, OF, factory);
            code.visitTypeInsn(NEW, name);
            code.visitInsn(DUP);
            int slot = 0;
            for (Type each : captured) {
                code.visitVarInsn(each.getOpcode(ILOAD), slot);
                slot += each.getSize();
            }
            code.visitMethodInsn(
                    INVOKESPECIAL, name, "<init>", Type.getMethodDescriptor(Type.VOID_TYPE, captured), false);
            ended(code, ARETURN);
        }

        private void call(ClassWriter writer, Type... captured) {
            MethodVisitor code = begun(writer, ACC_PUBLIC, method, erased.getDescriptor());
            boolean makes = does.getTag() == H_NEWINVOKESPECIAL;
            if (makes) {
                code.visitTypeInsn(NEW, does.getOwner());
                code.visitInsn(DUP);
            }
            List<Type> wanted = new ArrayList<>(List.of(Type.getArgumentTypes(does.getDesc())));
            if (!makes && does.getTag() != H_INVOKESTATIC) {
                wanted.add(0, Type.getObjectType(does.getOwner()));
            }
            int next = 0;
            for (int i = 0; i < captured.length; i++) {
                code.visitVarInsn(ALOAD, 0);
                code.visitFieldInsn(GETFIELD, name, "c" + i, captured[i].getDescriptor());
                Converted.from(captured[i], captured[i], wanted.get(next++), code);
            }
            Type[] given = Type.getArgumentTypes(erased.getDescriptor());
            Type[] really = Type.getArgumentTypes(known.getDescriptor());
            int slot = 1;
            for (int i = 0; i < given.length; i++) {
                code.visitVarInsn(given[i].getOpcode(ILOAD), slot);
                slot += given[i].getSize();
                Converted.from(given[i], really[i], wanted.get(next++), code);
            }
            code.visitMethodInsn(
                    switch (does.getTag()) {
                        case H_INVOKESTATIC -> INVOKESTATIC;
                        case H_NEWINVOKESPECIAL -> INVOKESPECIAL;
                        default -> does.isInterface() ? INVOKEINTERFACE : INVOKEVIRTUAL;
                    },
                    does.getOwner(),
                    does.getName(),
                    does.getDesc(),
                    does.isInterface());
            Type result = makes ? Type.getObjectType(does.getOwner()) : Type.getReturnType(does.getDesc());
            Type asked = Type.getReturnType(erased.getDescriptor());
            if (asked == Type.VOID_TYPE) {
                if (result.getSize() > 0) {
                    code.visitInsn(result.getSize() == 1 ? POP : POP2);
                }
                ended(code, RETURN);
            } else {
                Type gives = Type.getReturnType(known.getDescriptor());
                boolean reference = result.getSort() >= Type.ARRAY && gives.getSort() >= Type.ARRAY;
                Converted.from(result, reference ? gives : result, asked, code);
                ended(code, asked.getOpcode(IRETURN));
            }
        }

        private static MethodVisitor begun(ClassWriter writer, int access, String name, String type) {
            MethodVisitor code = writer.visitMethod(access, name, type, null, null);
            code.visitCode();
            return code;
        }

        private static void ended(MethodVisitor code, int by) {
            code.visitInsn(by);
            code.visitMaxs(0, 0);
            code.visitEnd();
        }
    }

    /** A value as another type, as lambdas take and give it. */
    private static final class Converted {

        private static final String NUMBER = "java/lang/Number";

        private static final Map<Integer, String> BOXES = Map.of(
                Type.BOOLEAN, "java/lang/Boolean",
                Type.CHAR, "java/lang/Character",
                Type.BYTE, "java/lang/Byte",
                Type.SHORT, "java/lang/Short",
                Type.INT, "java/lang/Integer",
                Type.LONG, "java/lang/Long",
                Type.FLOAT, "java/lang/Float",
                Type.DOUBLE, "java/lang/Double");

        private static final Map<String, Type> PRIMITIVES = Map.of(
                "java/lang/Boolean", Type.BOOLEAN_TYPE,
                "java/lang/Character", Type.CHAR_TYPE,
                "java/lang/Byte", Type.BYTE_TYPE,
                "java/lang/Short", Type.SHORT_TYPE,
                "java/lang/Integer", Type.INT_TYPE,
                "java/lang/Long", Type.LONG_TYPE,
                "java/lang/Float", Type.FLOAT_TYPE,
                "java/lang/Double", Type.DOUBLE_TYPE);

        static String box(Type primitive) {
            return BOXES.get(primitive.getSort());
        }

        /** @param known what the value is known to be, beyond its type on the stack */
        static void from(Type type, Type known, Type wanted, MethodVisitor code) {
            boolean primitive = BOXES.containsKey(type.getSort());
            if (BOXES.containsKey(wanted.getSort())) {
                Type have = primitive ? type : unboxed(type, known, wanted, code);
                widen(have, wanted, code);
            } else if (primitive) {
                String box = box(type);
                code.visitMethodInsn(
                        INVOKESTATIC, box, "valueOf", "(" + type.getDescriptor() + ")L" + box + ";", false);
            } else if (!type.equals(wanted) && !wanted.getInternalName().equals("java/lang/Object")) {
                code.visitTypeInsn(CHECKCAST, wanted.getInternalName());
            }
        }

        private static Type unboxed(Type type, Type known, Type wanted, MethodVisitor code) {
            Type primitive = PRIMITIVES.get(known.getInternalName());
            if (primitive == null && wanted.getSort() != Type.BOOLEAN && wanted.getSort() != Type.CHAR) {
                // Of a type variable nothing is known but that it is some number.
                code.visitTypeInsn(CHECKCAST, NUMBER);
                code.visitMethodInsn(
                        INVOKEVIRTUAL, NUMBER, wanted.getClassName() + "Value", "()" + wanted.getDescriptor(), false);
                return wanted;
            }
            primitive = primitive == null ? wanted : primitive;
            String box = box(primitive);
            if (!type.getInternalName().equals(box)) {
                code.visitTypeInsn(CHECKCAST, box);
            }
            code.visitMethodInsn(
                    INVOKEVIRTUAL, box, primitive.getClassName() + "Value", "()" + primitive.getDescriptor(), false);
            return primitive;
        }

        private static void widen(Type from, Type to, MethodVisitor code) {
            if (from.equals(to) || to.getSort() <= Type.INT) {
                return;
            }
            boolean fromLong = from.getSort() == Type.LONG;
            switch (to.getSort()) {
                case Type.LONG -> code.visitInsn(I2L);
                case Type.FLOAT -> code.visitInsn(fromLong ? L2F : I2F);
                default -> code.visitInsn(from.getSort() == Type.FLOAT ? F2D : fromLong ? L2D : I2D);
            }
        }
    }
}
