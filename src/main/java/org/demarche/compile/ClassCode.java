package org.demarche.compile;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What the compiled code of a class says and its declarations do not: which values make two objects the same, and which parameter of a
 * constructor becomes which value. It is read, and nothing of it runs. Whatever is not certain counts as not known.
 */
final class ClassCode extends ClassVisitor {

    /** What may be called to compare values one by one, here and in what libraries write. */
    private static final Set<String> COMPARING = Set.of(
            "equals",
            "equal",
            "areEqual",
            "compare",
            "compareTo",
            "getClass",
            "canEqual",
            "append",
            "isEquals",
            "isInstance",
            "doubleToLongBits",
            "floatToIntBits",
            "<init>");

    private final String self;
    private final Set<String> compared = new HashSet<>();
    private final Map<String, Setting> settings = new HashMap<>();
    private boolean hasEquals;
    private boolean comparesAll;
    private boolean comparesOtherwise;

    private ClassCode(Class<?> type) {
        super(Opcodes.ASM9);
        this.self = Type.getInternalName(type);
    }

    /** The code of a class; empty when it cannot be read. */
    static Optional<ClassCode> of(Class<?> type) {
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream bytes = type.getResourceAsStream(file)) {
            if (bytes == null) {
                return Optional.empty();
            }
            ClassCode code = new ClassCode(type);
            new ClassReader(bytes).accept(code, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return Optional.of(code);
        } catch (IOException | RuntimeException unreadable) {
            // Of a newer Java, say.
            return Optional.empty();
        }
    }

    /** Whether the class says itself when two of its objects are the same. */
    boolean hasEquals() {
        return hasEquals;
    }

    /** Whether two objects are the same when they have the same values; empty when that is not known. */
    Optional<Boolean> compares(List<String> values) {
        return comparesAll
                ? Optional.of(true)
                : comparesOtherwise ? Optional.empty() : Optional.of(compared.containsAll(values));
    }

    /** The values that are not looked at when two objects are compared. */
    List<String> notCompared(List<String> values) {
        return values.stream().filter(each -> !compared.contains(each)).toList();
    }

    /** Whether each parameter of a constructor becomes the value in its place. */
    boolean sets(Constructor<?> constructor, List<String> values) {
        Setting setting = settings.get(Type.getConstructorDescriptor(constructor));
        for (int i = 0; setting != null && i < values.size(); i++) {
            if (!Objects.equals(setting.from.get(values.get(i)), i)) {
                return false;
            }
        }
        return setting != null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String generic, String @Nullable [] thrown) {
        if (name.equals("equals") && descriptor.equals("(Ljava/lang/Object;)Z")) {
            hasEquals = true;
            return new Comparing();
        }
        if (name.equals("<init>")) {
            Setting setting = new Setting(descriptor);
            settings.put(descriptor, setting);
            return setting;
        }
        return null;
    }

    /** What an {@code equals} looks at. */
    private final class Comparing extends MethodVisitor {

        Comparing() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            if (owner.equals(self)) {
                compared.add(name);
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (owner.equals(self) && descriptor.startsWith("()")) {
                compared.add(ClassDescription.property(name));
                compared.add(name);
            } else if (!COMPARING.contains(name) && !(owner.startsWith("java/lang/") && name.endsWith("Value"))) {
                comparesOtherwise = true;
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            // What the language writes for records.
            comparesAll = bootstrap.getOwner().equals("java/lang/runtime/ObjectMethods");
            comparesOtherwise = !comparesAll;
        }
    }

    /** Which parameter goes into which field. A parameter that got something of another is none any more. */
    private final class Setting extends MethodVisitor {

        private static final int MIXED = -1;

        private final Map<Integer, Integer> parameters = new HashMap<>();
        private final Set<Integer> sinceThis = new HashSet<>();
        private final Set<Integer> sinceStatement = new HashSet<>();
        private final Map<String, Integer> from = new HashMap<>();

        Setting(String descriptor) {
            super(Opcodes.ASM9);
            int slot = 1;
            Type[] types = Type.getArgumentTypes(descriptor);
            for (int i = 0; i < types.length; i++) {
                parameters.put(slot, i);
                slot += types[i].getSize();
            }
        }

        @Override
        public void visitVarInsn(int opcode, int slot) {
            if (opcode >= Opcodes.ISTORE) {
                boolean own = sinceStatement.stream().allMatch(each -> each.equals(parameters.get(slot)));
                if (!own || sinceStatement.isEmpty()) {
                    parameters.put(slot, MIXED);
                }
                sinceStatement.clear();
            } else if (slot == 0) {
                sinceThis.clear();
                sinceStatement.clear();
            } else {
                int parameter = parameters.getOrDefault(slot, MIXED);
                sinceThis.add(parameter);
                sinceStatement.add(parameter);
            }
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            if (opcode == Opcodes.PUTFIELD) {
                int parameter = sinceThis.size() == 1 ? sinceThis.iterator().next() : MIXED;
                from.merge(name, parameter, (one, other) -> one.equals(other) ? one : MIXED);
                sinceThis.clear();
                sinceStatement.clear();
            } else if (opcode == Opcodes.GETFIELD) {
                sinceThis.add(MIXED);
                sinceStatement.add(MIXED);
            }
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            sinceStatement.clear();
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.ATHROW) {
                sinceStatement.clear();
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (descriptor.endsWith(")V")) {
                sinceStatement.clear();
            }
        }
    }
}
