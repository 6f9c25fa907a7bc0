package org.demarche.operational;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demarche.source.Problem;
import org.demarche.source.Suggestion;
import org.demarche.yaml.YamlEntry;
import org.demarche.yaml.YamlMapping;
import org.demarche.yaml.YamlNode;
import org.demarche.yaml.YamlScalar;
import org.drools.core.common.InternalFactHandle;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.EntryPoint;
import org.kie.api.runtime.rule.FactHandle;

/** Makes facts from what is written and puts them into a session, changes them and takes them out again. */
final class SessionFacts {

    private static final String ID = "id";

    private final KieSession session;
    private final Kinds kinds;
    private final Map<String, Object> named = new HashMap<>();
    private final Map<String, FactHandle> handles = new HashMap<>();
    private final Map<String, Problem> failed = new HashMap<>();
    private final ObjectMaker maker = new ObjectMaker(named, failed);

    SessionFacts(KieSession session, Kinds kinds) {
        this.session = session;
        this.kinds = kinds;
    }

    void insert(Object fact) {
        session.insert(fact);
    }

    /** Inserts a fact as a case states it: its kind as key, an {@code id} beside it if it has one. */
    void insert(YamlNode written) {
        String id = written instanceof YamlMapping mapping
                ? mapping.entry(ID)
                        .map(YamlEntry::value)
                        .filter(YamlScalar.class::isInstance)
                        .map(value -> ((YamlScalar) value).value())
                        .orElse("")
                : "";
        try {
            insert(written, id, "");
        } catch (WrongValueException wrong) {
            failed.put(id, wrong.problem());
            throw wrong;
        }
    }

    /**
     * Inserts a fact.
     *
     * @param into the entry point; {@code ""} for the ordinary one
     * @throws WrongValueException when it cannot be made
     */
    void insert(YamlNode written, String id, String into) {
        Object fact = make(written);
        EntryPoint point = into.isEmpty() ? session : session.getEntryPoint(into);
        if (point == null) {
            throw new WrongValueException(
                    written.error("unknown-entry-point", "No rule takes facts from the entry point `" + into + "`."));
        }
        FactHandle handle = point.insert(fact);
        if (!id.isEmpty()) {
            if (named.putIfAbsent(id, fact) != null) {
                throw new WrongValueException(
                        written.error("duplicate-id", "There is already a fact with the id `" + id + "`."));
            }
            handles.put(id, handle);
        }
    }

    void update(YamlScalar id, YamlMapping values) {
        FactHandle handle = handle(id);
        Object fact = known(id);
        ObjectChanger.change(fact, values, maker);
        entryPoint(fact).update(handle, fact);
    }

    void delete(YamlScalar id) {
        FactHandle handle = handle(id);
        entryPoint(known(id)).delete(handle);
        handles.remove(id.value());
    }

    /** An object from what is written, by its kind; a value alone is what it is by itself. */
    Object make(YamlNode written) {
        if (written instanceof YamlScalar scalar) {
            Object value = ScalarMaker.natural(scalar);
            if (value == null) {
                throw new WrongValueException(scalar.error("wrong-value", "Nothing is no fact."));
            }
            return value;
        }
        YamlEntry entry = kind(written);
        Class<?> type = kind(entry.key());
        Object made = maker.make(entry.value(), type, "This");
        if (made == null) {
            YamlMapping nothing =
                    new YamlMapping(List.of(), entry.key().at(), entry.key().text());
            made = maker.make(nothing, type, "This");
        }
        return java.util.Objects.requireNonNull(made);
    }

    /** A value of a type. */
    @Nullable
    Object make(YamlNode written, Type type, String what) {
        return maker.make(written, type, what);
    }

    /** The type that a kind names. */
    Class<?> kind(YamlScalar key) {
        return kinds.find(key.value())
                .orElseThrow(
                        () -> new WrongValueException(
                                key.error("unknown-kind", "The rules know no type `" + key.value() + "`.")
                                        .withHint(
                                                Suggestion.nearest(key.value(), kinds.names())
                                                        .map(near -> "Maybe `" + near + "`?")
                                                        .orElse(
                                                                "Declare it in a rule file, import it there, or name its jar with `--classpath`."))));
    }

    /** Everything in the session, by kind, sorted; each kind in the order in which its facts came. */
    Map<String, List<Shown>> all() {
        Map<String, List<Shown>> all = new TreeMap<>();
        objects()
                .forEach(each -> all.computeIfAbsent(Kinds.name(each.getClass()), kind -> new ArrayList<>())
                        .add(Shown.of(each)));
        return all;
    }

    /** Everything in the session in the order in which it came. */
    List<Object> objects() {
        List<FactHandle> all = new ArrayList<>();
        for (EntryPoint point : session.getEntryPoints()) {
            all.addAll(point.getFactHandles());
        }
        return all.stream()
                .sorted(Comparator.comparingLong(handle -> ((InternalFactHandle) handle).getId()))
                .map(this::object)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Object> object(FactHandle handle) {
        return session.getEntryPoints().stream()
                .map(point -> (Object) point.getObject(handle))
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    private EntryPoint entryPoint(Object fact) {
        return session.getEntryPoints().stream()
                .map(EntryPoint.class::cast)
                .filter(point -> point.getFactHandle(fact) != null)
                .findFirst()
                .orElse(session);
    }

    private FactHandle handle(YamlScalar id) {
        FactHandle handle = handles.get(plain(id));
        if (handle == null) {
            throw ScalarMaker.wrong(
                    id, "No fact in the session has the id `" + plain(id) + "`.", hint(id, handles.keySet()));
        }
        return handle;
    }

    private Object known(YamlScalar id) {
        return java.util.Objects.requireNonNull(named.get(plain(id)));
    }

    private static String plain(YamlScalar id) {
        return id.value().startsWith("$") ? id.value().substring(1) : id.value();
    }

    private static String hint(YamlScalar id, Collection<String> known) {
        String near = Suggestion.hint(plain(id), known);
        return near.isEmpty() ? "Give it one where it is inserted: `id: " + plain(id) + "`." : near;
    }

    private static YamlEntry kind(YamlNode written) {
        List<YamlEntry> entries = written instanceof YamlMapping mapping
                ? mapping.entries().stream()
                        .filter(entry -> !entry.key().value().equals(ID))
                        .toList()
                : List.of();
        if (entries.size() != 1) {
            throw new WrongValueException(written.error("wrong-shape", "A fact is its kind with its values.")
                    .withHint("Write it as `{Golfer: {name: Fred}}`, with `id: fred` beside it for later steps."));
        }
        return entries.get(0);
    }
}
