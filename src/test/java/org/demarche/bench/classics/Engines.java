package org.demarche.bench.classics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.bench.peers.PlainDrools;
import org.demarche.bench.peers.PlainDrools.Model;
import org.demarche.cases.SessionCase;
import org.demarche.compile.Classpath;
import org.demarche.compile.OperationalRules;
import org.demarche.compile.SessionSettings;
import org.demarche.inference.Limits;
import org.demarche.operational.SessionResult;
import org.demarche.operational.SessionRun;
import org.demarche.operational.SessionRun.Order;
import org.demarche.operational.SessionRun.Patience;
import org.demarche.operational.Shown;
import org.demarche.source.Problems;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieSession;

/** A classic, ready to be run by our plain sessions and by Drools itself: rules compiled, case read. */
public final class Engines {

    private static final Order ORDER = new Order(
            Optional.empty(),
            List.of(),
            List.of(),
            SessionSettings.DEFAULT,
            Limits.DEFAULT,
            Patience.DEFAULT,
            Optional.empty());

    private final Classic classic;
    private final OperationalRules ours;
    private final SessionCase written;
    private final PlainDrools plain;
    private final String pack;

    /**
     * What came out.
     *
     * @param facts all facts in the end
     */
    public record Ran(int firings, List<Stated> facts) {}

    /** @param folder where the classic was written */
    public Engines(Classic classic, Path folder) throws java.io.IOException {
        this.classic = classic;
        Problems problems = new Problems();
        this.ours = OperationalRules.load(List.of(folder), Classpath.NONE, SessionSettings.DEFAULT);
        this.written = SessionCase.read(folder, problems).orElseThrow();
        problems.throwIfErrors();
        this.plain = new PlainDrools(List.of(classic.drl()), Model.CLASSIC);
        this.pack = "classics." + classic.rules();
    }

    public SessionResult ours() {
        return SessionRun.run(ours, written, ORDER, doing -> {});
    }

    public static Ran ran(SessionResult result) {
        List<Stated> facts = new ArrayList<>();
        result.facts().forEach((kind, all) -> {
            for (Shown each : all) {
                facts.add(new Stated(kind, plainly(each.fields())));
            }
        });
        return new Ran(result.firings(), facts);
    }

    private static Map<String, Object> plainly(Map<String, Object> fields) {
        return Map.copyOf(fields);
    }

    /** How long Drools itself fires, in milliseconds. */
    public double plainMs() throws ReflectiveOperationException {
        KieSession session = filled();
        try {
            long begun = System.nanoTime();
            session.fireAllRules();
            return (System.nanoTime() - begun) / 1e6;
        } finally {
            session.dispose();
        }
    }

    /** How long our session fires, in milliseconds. */
    public double oursMs() {
        return ours().fired().toNanos() / 1e6;
    }

    public Ran plain() throws ReflectiveOperationException {
        KieSession session = filled();
        try {
            int firings = session.fireAllRules();
            List<Stated> facts = new ArrayList<>();
            for (Object each : session.getObjects()) {
                String kind = each.getClass().getSimpleName();
                facts.add(new Stated(kind, plain.rules().getFactType(pack, kind).getAsMap(each)));
            }
            return new Ran(firings, facts);
        } finally {
            session.dispose();
        }
    }

    private KieSession filled() throws ReflectiveOperationException {
        KieSession session = plain.rules().newKieSession();
        for (Stated each : classic.facts()) {
            FactType type = plain.rules().getFactType(pack, each.kind());
            Object fact = type.newInstance();
            each.fields().forEach((name, value) -> type.set(fact, name, value));
            session.insert(fact);
        }
        return session;
    }
}
