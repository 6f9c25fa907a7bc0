package org.demarche.bench.peers;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lombok.Getter;
import lombok.experimental.Accessors;
import org.demarche.model.Fact;
import org.demarche.model.Impossible;
import org.demarche.model.Indication;
import org.demarche.model.Judgement;
import org.demarche.model.Move;
import org.demarche.model.Settled;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieSession;

/** Rules as Drools runs them by itself: built and run by its public API, with its own defaults. */
public final class PlainDrools {

    private static final String METADATA = "@\\w+\\(\\s*\"[^\"]*\"\\s*\\)";

    @Getter
    @Accessors(fluent = true)
    private final KieBase rules;

    /** What Drools makes of rules. */
    public enum Model {
        /** What its build does when nothing else is asked for, with drools-mvel on the class path. */
        CLASSIC,
        /** What its Maven plugin does, done at run time. */
        EXECUTABLE
    }

    public PlainDrools(String drl) {
        this(List.of("package bench\nimport org.demarche.model.*\n" + drl), Model.EXECUTABLE);
    }

    /** @param files the text of each file of rules */
    public PlainDrools(List<String> files, Model model) {
        KieServices kie = KieServices.get();
        KieFileSystem written = kie.newKieFileSystem();
        ReleaseId id =
                kie.newReleaseId("org.demarche.bench", "plain", Integer.toHexString(files.hashCode()) + "." + model);
        written.generateAndWritePomXML(id);
        for (int i = 0; i < files.size(); i++) {
            written.write(
                    "src/main/resources/bench/plain-" + i + ".drl", files.get(i).replaceAll(METADATA, ""));
        }
        KieBuilder builder = kie.newKieBuilder(written);
        if (model == Model.CLASSIC) {
            builder.buildAll();
        } else {
            builder.buildAll(ExecutableModelProject.class);
        }
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException("the rules do not compile: " + builder.getResults());
        }
        rules = kie.newKieContainer(id).getKieBase();
    }

    /** What it concludes from these facts, by id. */
    public Set<String> concluded(Collection<Fact> facts) {
        KieSession session = rules.newKieSession();
        try {
            facts.forEach(session::insert);
            session.fireAllRules();
            return concluded(session);
        } finally {
            session.dispose();
        }
    }

    /** What a session has concluded, by id. */
    public static Set<String> concluded(KieSession session) {
        Set<String> ids = new TreeSet<>();
        for (Object each : session.getObjects()) {
            if (each instanceof Fact fact && concluded(fact)) {
                ids.add(fact.id());
            }
        }
        return ids;
    }

    private static boolean concluded(Fact fact) {
        return fact instanceof Move
                || fact instanceof Judgement
                || fact instanceof Indication
                || fact instanceof Settled
                || fact instanceof Impossible;
    }
}
