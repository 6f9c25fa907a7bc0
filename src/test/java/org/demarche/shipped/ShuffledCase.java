package org.demarche.shipped;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.Written;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A case whose files, lists and mappings are in another order. Answers keep theirs, which is the order they are shown in. */
final class ShuffledCase {

    /** Other lists are values in an order that matters. */
    private static final Set<String> LISTS = Set.of("facts", "reports", "means", "rules", "claims");

    private final Random random;

    private ShuffledCase(Random random) {
        this.random = random;
    }

    /** Writes the files of a case, shuffled, into another folder. */
    static void write(Path folder, Path copy, Random random) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                new ShuffledCase(random).write(file, copy);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void write(Path file, Path copy) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".expect.yaml")) {
            return;
        }
        Object read = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        DumpSettings settings =
                DumpSettings.builder().setWidth(10_000).setSplitLines(false).build();
        String text = new Dump(settings).dumpToString(shuffled("", read));
        Written.write(copy.resolve(name.equals("claims.yaml") ? name : random.nextInt(1000) + "-" + name), text);
    }

    private Object shuffled(String key, Object node) {
        if (node instanceof Map<?, ?> mapping) {
            return mapping(mapping, !key.equals("answers"));
        }
        return node instanceof List<?> list ? list(list, LISTS.contains(key)) : node;
    }

    private Map<Object, Object> mapping(Map<?, ?> mapping, boolean anyOrder) {
        List<Map.Entry<?, ?>> entries = new ArrayList<>(mapping.entrySet());
        if (anyOrder) {
            Collections.shuffle(entries, random);
        }
        Map<Object, Object> shuffled = new LinkedHashMap<>();
        entries.forEach(
                entry -> shuffled.put(entry.getKey(), shuffled(String.valueOf(entry.getKey()), entry.getValue())));
        return shuffled;
    }

    private List<Object> list(List<?> list, boolean anyOrder) {
        List<Object> shuffled = new ArrayList<>();
        list.forEach(item -> shuffled.add(shuffled("", item)));
        if (anyOrder) {
            Collections.shuffle(shuffled, random);
        }
        return shuffled;
    }
}
