import static org.objectweb.asm.Opcodes.*;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Prototype. */
public final class StartReady {

    static int lambdas, records, concats, left;

    public static void main(String[] args) throws IOException {
        for (String arg : args) {
            jar(Path.of(arg));
        }
        System.out.println("lambdas " + lambdas + " records " + records + " concats " + concats + " left " + left);
    }

    static void jar(Path path) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        Map<String, Long> times = new TreeMap<>();
        try (JarFile jar = new JarFile(path.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                if (entry.isDirectory()) continue;
                try (InputStream in = jar.getInputStream(entry)) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
                times.put(entry.getName(), entry.getTime());
            }
        }
        // by host: new members
        Map<String, List<String>> members = new TreeMap<>();
        Map<String, byte[]> made = new LinkedHashMap<>();
        Map<String, byte[]> out = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> e : entries.entrySet()) {
            if (!e.getKey().endsWith(".class") || e.getKey().startsWith("META-INF/") || e.getKey().equals("module-info.class")) {
                out.put(e.getKey(), e.getValue());
                continue;
            }
            out.put(e.getKey(), rewrite(e.getValue(), made, members));
        }
        for (Map.Entry<String, List<String>> e : members.entrySet()) {
            String name = e.getKey() + ".class";
            ClassReader reader = new ClassReader(out.get(name));
            ClassWriter writer = new ClassWriter(reader, 0);
            reader.accept(
                    new ClassVisitor(ASM9, writer) {
                        boolean done;

                        @Override
                        public void visitEnd() {
                            e.getValue().forEach(super::visitNestMember);
                            super.visitEnd();
                        }
                    },
                    0);
            out.put(name, writer.toByteArray());
        }
        made.forEach((n, b) -> out.put(n + ".class", b));
        Path temp = path.resolveSibling(path.getFileName() + ".new");
        try (OutputStream o = Files.newOutputStream(temp);
                JarOutputStream j = new JarOutputStream(o)) {
            for (Map.Entry<String, byte[]> e : out.entrySet()) {
                JarEntry entry = new JarEntry(e.getKey());
                entry.setTime(times.getOrDefault(e.getKey(), 0L));
                j.putNextEntry(entry);
                j.write(e.getValue());
                j.closeEntry();
            }
        }
        Files.move(temp, path, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    static byte[] rewrite(byte[] bytes, Map<String, byte[]> made, Map<String, List<String>> members) {
        ClassReader reader = new ClassReader(bytes);
        if ((reader.readShort(6) & 0xffff) < V11) {
            return bytes;
        }
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new Rewriter(writer, made, members), 0);
        return writer.toByteArray();
    }

    static final class Rewriter extends ClassVisitor {
        final Map<String, byte[]> made;
        final Map<String, List<String>> members;
        String owner;
        String host;
        int version;
        int count;
        boolean isInterface;

        Rewriter(ClassVisitor next, Map<String, byte[]> made, Map<String, List<String>> members) {
            super(ASM9, next);
            this.made = made;
            this.members = members;
        }

        @Override
        public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
            this.version = version;
            owner = name;
            host = name;
            isInterface = (access & ACC_INTERFACE) != 0;
            super.visit(version, access, name, signature, superName, interfaces);
        }

        @Override
        public void visitNestHost(String nestHost) {
            host = nestHost;
            super.visitNestHost(nestHost);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
                @Override
                public void visitInvokeDynamicInsn(String n, String d, Handle bsm, Object... arguments) {
                    if (bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory") && bsm.getName().equals("metafactory")) {
                        lambdas++;
                        String made = lambda(n, d, (Type) arguments[0], (Handle) arguments[1], (Type) arguments[2]);
                        super.visitMethodInsn(INVOKESTATIC, made, "of", d, false);
                    } else if (bsm.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
                        String c = concat(n, d, arguments);
                        if (c == null) {
                            left++;
                            super.visitInvokeDynamicInsn(n, d, bsm, arguments);
                        } else {
                            concats++;
                            super.visitMethodInsn(INVOKESTATIC, owner, c, d, isInterface);
                        }
                    } else if (bsm.getOwner().equals("java/lang/runtime/ObjectMethods")) {
                        records++;
                        super.visitMethodInsn(INVOKESTATIC, owner, record(n, d, arguments), d, isInterface);
                    } else {
                        left++;
                        super.visitInvokeDynamicInsn(n, d, bsm, arguments);
                    }
                }
            };
        }

        final List<Runnable> later = new ArrayList<>();
        final Map<String, String> concatsMade = new TreeMap<>();

        @Override
        public void visitEnd() {
            later.forEach(Runnable::run);
            super.visitEnd();
        }

        String concat(String n, String d, Object[] arguments) {
            if (!n.equals("makeConcatWithConstants")) return null;
            String recipe = (String) arguments[0];
            for (Object a : arguments) if (a instanceof ConstantDynamic || a instanceof Handle) return null;
            String key = d + recipe + java.util.Arrays.toString(arguments);
            String known = concatsMade.get(key);
            if (known != null) return known;
            String name = "concat$" + count++;
            concatsMade.put(key, name);
            later.add(() -> {
                MethodVisitor m = cv.visitMethod((isInterface ? ACC_PRIVATE : ACC_PRIVATE) | ACC_STATIC | ACC_SYNTHETIC, name, d, null, null);
                m.visitCode();
                m.visitTypeInsn(NEW, "java/lang/StringBuilder");
                m.visitInsn(DUP);
                m.visitMethodInsn(INVOKESPECIAL, "java/lang/StringBuilder", "<init>", "()V", false);
                Type[] types = Type.getArgumentTypes(d);
                int arg = 0, slot = 0, constant = 1;
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < recipe.length(); i++) {
                    char c = recipe.charAt(i);
                    if (c == 1) {
                        flush(m, text);
                        Type t = types[arg++];
                        m.visitVarInsn(t.getOpcode(ILOAD), slot);
                        slot += t.getSize();
                        append(m, t);
                    } else if (c == 2) {
                        flush(m, text);
                        m.visitLdcInsn(arguments[constant++]);
                        append(m, Type.getType(Object.class));
                    } else text.append(c);
                }
                flush(m, text);
                m.visitMethodInsn(INVOKEVIRTUAL, "java/lang/StringBuilder", "toString", "()Ljava/lang/String;", false);
                m.visitInsn(ARETURN);
                m.visitMaxs(0, 0);
                m.visitEnd();
            });
            return name;
        }

        static void flush(MethodVisitor m, StringBuilder text) {
            if (text.length() > 0) {
                m.visitLdcInsn(text.toString());
                append(m, Type.getType(String.class));
                text.setLength(0);
            }
        }

        static void append(MethodVisitor m, Type t) {
            String d = switch (t.getSort()) {
                case Type.BYTE, Type.SHORT -> "I";
                case Type.OBJECT -> t.getInternalName().equals("java/lang/String") ? "Ljava/lang/String;" : "Ljava/lang/Object;";
                case Type.ARRAY -> "Ljava/lang/Object;";
                default -> t.getDescriptor();
            };
            m.visitMethodInsn(INVOKEVIRTUAL, "java/lang/StringBuilder", "append", "(" + d + ")Ljava/lang/StringBuilder;", false);
        }

        String record(String n, String d, Object[] arguments) {
            String name = n + "$" + count++;
            String names = (String) arguments[1];
            String[] fields = names.isEmpty() ? new String[0] : names.split(";");
            Type self = (Type) arguments[0];
            later.add(() -> {
                MethodVisitor m = cv.visitMethod(ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC, name, d, null, null);
                m.visitCode();
                switch (n) {
                    case "hashCode" -> {
                        m.visitInsn(ICONST_0);
                        for (int i = 0; i < fields.length; i++) {
                            m.visitIntInsn(BIPUSH, 31);
                            m.visitInsn(IMUL);
                            Type t = field(m, self, (Handle) arguments[2 + i], 0);
                            if (t.getSort() == Type.OBJECT || t.getSort() == Type.ARRAY) {
                                m.visitMethodInsn(INVOKESTATIC, "java/util/Objects", "hashCode", "(Ljava/lang/Object;)I", false);
                            } else {
                                m.visitMethodInsn(INVOKESTATIC, box(t), "hashCode", "(" + t.getDescriptor() + ")I", false);
                            }
                            m.visitInsn(IADD);
                        }
                        m.visitInsn(IRETURN);
                    }
                    case "equals" -> {
                        Label no = new Label();
                        m.visitVarInsn(ALOAD, 1);
                        m.visitTypeInsn(INSTANCEOF, self.getInternalName());
                        m.visitJumpInsn(IFEQ, no);
                        for (int i = 0; i < fields.length; i++) {
                            Type t = field(m, self, (Handle) arguments[2 + i], 0);
                            m.visitVarInsn(ALOAD, 1);
                            m.visitTypeInsn(CHECKCAST, self.getInternalName());
                            Handle h = (Handle) arguments[2 + i];
                            m.visitFieldInsn(GETFIELD, h.getOwner(), h.getName(), h.getDesc());
                            if (t.getSort() == Type.OBJECT || t.getSort() == Type.ARRAY) {
                                m.visitMethodInsn(INVOKESTATIC, "java/util/Objects", "equals", "(Ljava/lang/Object;Ljava/lang/Object;)Z", false);
                                m.visitJumpInsn(IFEQ, no);
                            } else {
                                m.visitMethodInsn(INVOKESTATIC, box(t), "compare", "(" + t.getDescriptor() + t.getDescriptor() + ")I", false);
                                m.visitJumpInsn(IFNE, no);
                            }
                        }
                        m.visitInsn(ICONST_1);
                        m.visitInsn(IRETURN);
                        m.visitLabel(no);
                        m.visitFrame(F_SAME, 0, null, 0, null);
                        m.visitInsn(ICONST_0);
                        m.visitInsn(IRETURN);
                    }
                    default -> {
                        m.visitTypeInsn(NEW, "java/lang/StringBuilder");
                        m.visitInsn(DUP);
                        m.visitMethodInsn(INVOKESPECIAL, "java/lang/StringBuilder", "<init>", "()V", false);
                        String simple = self.getInternalName();
                        simple = simple.substring(Math.max(simple.lastIndexOf('/'), simple.lastIndexOf('$')) + 1);
                        StringBuilder text = new StringBuilder(simple + "[");
                        for (int i = 0; i < fields.length; i++) {
                            text.append(i == 0 ? "" : ", ").append(fields[i]).append('=');
                            flush(m, text);
                            append(m, field(m, self, (Handle) arguments[2 + i], 0));
                        }
                        text.append(']');
                        flush(m, text);
                        m.visitMethodInsn(INVOKEVIRTUAL, "java/lang/StringBuilder", "toString", "()Ljava/lang/String;", false);
                        m.visitInsn(ARETURN);
                    }
                }
                m.visitMaxs(0, 0);
                m.visitEnd();
            });
            return name;
        }

        static Type field(MethodVisitor m, Type self, Handle h, int slot) {
            m.visitVarInsn(ALOAD, slot);
            m.visitFieldInsn(GETFIELD, h.getOwner(), h.getName(), h.getDesc());
            return Type.getType(h.getDesc());
        }

        String lambda(String name, String factory, Type erased, Handle impl, Type instantiated) {
            String type = owner + "$$" + count++;
            members.computeIfAbsent(host, h -> new ArrayList<>()).add(type);
            ClassWriter w = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            String iface = Type.getReturnType(factory).getInternalName();
            w.visit(version, ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC, type, null, "java/lang/Object", new String[] {iface});
            w.visitNestHost(host);
            Type[] captured = Type.getArgumentTypes(factory);
            for (int i = 0; i < captured.length; i++) {
                w.visitField(ACC_PRIVATE | ACC_FINAL, "c" + i, captured[i].getDescriptor(), null, null).visitEnd();
            }
            String init = Type.getMethodDescriptor(Type.VOID_TYPE, captured);
            MethodVisitor c = w.visitMethod(ACC_PRIVATE, "<init>", init, null, null);
            c.visitCode();
            c.visitVarInsn(ALOAD, 0);
            c.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
            int slot = 1;
            for (int i = 0; i < captured.length; i++) {
                c.visitVarInsn(ALOAD, 0);
                c.visitVarInsn(captured[i].getOpcode(ILOAD), slot);
                c.visitFieldInsn(PUTFIELD, type, "c" + i, captured[i].getDescriptor());
                slot += captured[i].getSize();
            }
            c.visitInsn(RETURN);
            c.visitMaxs(0, 0);
            c.visitEnd();
            MethodVisitor f = w.visitMethod(ACC_STATIC, "of", factory, null, null);
            f.visitCode();
            f.visitTypeInsn(NEW, type);
            f.visitInsn(DUP);
            slot = 0;
            for (Type t : captured) {
                f.visitVarInsn(t.getOpcode(ILOAD), slot);
                slot += t.getSize();
            }
            f.visitMethodInsn(INVOKESPECIAL, type, "<init>", init, false);
            f.visitInsn(ARETURN);
            f.visitMaxs(0, 0);
            f.visitEnd();

            MethodVisitor m = w.visitMethod(ACC_PUBLIC, name, erased.getDescriptor(), null, null);
            m.visitCode();
            Type[] parameters = new ArrayList<Type>() {
                {
                    if (impl.getTag() != H_INVOKESTATIC && impl.getTag() != H_NEWINVOKESPECIAL) add(Type.getObjectType(impl.getOwner()));
                    addAll(List.of(Type.getArgumentTypes(impl.getDesc())));
                }
            }.toArray(new Type[0]);
            if (impl.getTag() == H_NEWINVOKESPECIAL) {
                m.visitTypeInsn(NEW, impl.getOwner());
                m.visitInsn(DUP);
            }
            int p = 0;
            for (int i = 0; i < captured.length; i++, p++) {
                m.visitVarInsn(ALOAD, 0);
                m.visitFieldInsn(GETFIELD, type, "c" + i, captured[i].getDescriptor());
                convert(m, captured[i], captured[i], parameters[p]);
            }
            Type[] from = Type.getArgumentTypes(erased.getDescriptor());
            Type[] actual = Type.getArgumentTypes(instantiated.getDescriptor());
            slot = 1;
            for (int i = 0; i < from.length; i++, p++) {
                m.visitVarInsn(from[i].getOpcode(ILOAD), slot);
                slot += from[i].getSize();
                convert(m, from[i], actual[i], parameters[p]);
            }
            Type returned;
            if (impl.getTag() == H_NEWINVOKESPECIAL) {
                m.visitMethodInsn(INVOKESPECIAL, impl.getOwner(), "<init>", impl.getDesc(), false);
                returned = Type.getObjectType(impl.getOwner());
            } else {
                int op = switch (impl.getTag()) {
                    case H_INVOKESTATIC -> INVOKESTATIC;
                    case H_INVOKEINTERFACE -> INVOKEINTERFACE;
                    default -> impl.isInterface() ? INVOKEINTERFACE : INVOKEVIRTUAL;
                };
                m.visitMethodInsn(op, impl.getOwner(), impl.getName(), impl.getDesc(), impl.isInterface());
                returned = Type.getReturnType(impl.getDesc());
            }
            Type wanted = Type.getReturnType(erased.getDescriptor());
            if (wanted.getSort() == Type.VOID) {
                if (returned.getSize() == 1) m.visitInsn(POP);
                if (returned.getSize() == 2) m.visitInsn(POP2);
                m.visitInsn(RETURN);
            } else {
                convert(m, returned, returned, wanted);
                m.visitInsn(wanted.getOpcode(IRETURN));
            }
            m.visitMaxs(0, 0);
            m.visitEnd();
            w.visitEnd();
            made.put(type, w.toByteArray());
            return type;
        }

        static boolean primitive(Type t) {
            return t.getSort() < Type.ARRAY;
        }

        static String box(Type t) {
            return switch (t.getSort()) {
                case Type.BOOLEAN -> "java/lang/Boolean";
                case Type.CHAR -> "java/lang/Character";
                case Type.BYTE -> "java/lang/Byte";
                case Type.SHORT -> "java/lang/Short";
                case Type.INT -> "java/lang/Integer";
                case Type.LONG -> "java/lang/Long";
                case Type.FLOAT -> "java/lang/Float";
                case Type.DOUBLE -> "java/lang/Double";
                default -> throw new IllegalStateException();
            };
        }

        static Type unboxed(Type t) {
            return switch (t.getInternalName()) {
                case "java/lang/Boolean" -> Type.BOOLEAN_TYPE;
                case "java/lang/Character" -> Type.CHAR_TYPE;
                case "java/lang/Byte" -> Type.BYTE_TYPE;
                case "java/lang/Short" -> Type.SHORT_TYPE;
                case "java/lang/Integer" -> Type.INT_TYPE;
                case "java/lang/Long" -> Type.LONG_TYPE;
                case "java/lang/Float" -> Type.FLOAT_TYPE;
                case "java/lang/Double" -> Type.DOUBLE_TYPE;
                default -> null;
            };
        }

        /** static type on the stack, the type it is known to be, wanted */
        static void convert(MethodVisitor m, Type from, Type actual, Type to) {
            if (primitive(from) && primitive(to)) {
                widen(m, from, to);
            } else if (primitive(from)) {
                Type boxed = Type.getObjectType(box(from));
                m.visitMethodInsn(INVOKESTATIC, boxed.getInternalName(), "valueOf", "(" + from.getDescriptor() + ")" + boxed.getDescriptor(), false);
            } else if (primitive(to)) {
                Type known = unboxed(actual);
                if (known == null) {
                    // Object or Number to a primitive: by the wrapper of what is wanted
                    known = to;
                    actual = Type.getObjectType(box(to));
                }
                if (!from.equals(actual)) m.visitTypeInsn(CHECKCAST, actual.getInternalName());
                String method = switch (known.getSort()) {
                    case Type.BOOLEAN -> "booleanValue";
                    case Type.CHAR -> "charValue";
                    case Type.BYTE -> "byteValue";
                    case Type.SHORT -> "shortValue";
                    case Type.INT -> "intValue";
                    case Type.LONG -> "longValue";
                    case Type.FLOAT -> "floatValue";
                    default -> "doubleValue";
                };
                m.visitMethodInsn(INVOKEVIRTUAL, box(known), method, "()" + known.getDescriptor(), false);
                widen(m, known, to);
            } else {
                // as the linkage of a lambda: to what the interface's parameter is known to be, and to what the method wants
                if (!from.equals(to) && !to.getInternalName().equals("java/lang/Object")) m.visitTypeInsn(CHECKCAST, to.getInternalName());
            }
        }

        static void widen(MethodVisitor m, Type from, Type to) {
            int f = from.getSort(), t = to.getSort();
            if (f == t || t <= Type.INT) return;
            boolean small = f <= Type.INT;
            if (t == Type.LONG) m.visitInsn(I2L);
            else if (t == Type.FLOAT) m.visitInsn(small ? I2F : L2F);
            else if (t == Type.DOUBLE) m.visitInsn(small ? I2D : f == Type.LONG ? L2D : F2D);
        }
    }
}
