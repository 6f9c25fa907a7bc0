package org.demarche.bench;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.model.Fact;
import org.demarche.model.Judgement;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieSession;

/** The same rules as Drools runs them by itself: a fresh session for each scenario. */
final class PlainDrools {

    private final KieBase rules;

    PlainDrools(String drl) {
        KieServices kie = KieServices.get();
        KieFileSystem files = kie.newKieFileSystem();
        ReleaseId id = kie.newReleaseId("org.demarche.bench", "plain", Integer.toHexString(drl.hashCode()));
        files.generateAndWritePomXML(id);
        files.write(
                "src/main/resources/bench/plain.drl",
                "package bench\nimport org.demarche.model.*\n" + drl.replaceAll("@\\w+\\(\"[^\"]*\"\\)", ""));
        if (kie.newKieBuilder(files)
                .buildAll(ExecutableModelProject.class)
                .getResults()
                .hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException("the rules do not compile");
        }
        rules = kie.newKieContainer(id).getKieBase();
    }

    /** What it concludes from these facts. */
    Set<String> concluded(Collection<Fact> facts) {
        KieSession session = rules.newKieSession();
        try {
            facts.forEach(session::insert);
            session.fireAllRules();
            return session.getObjects(Judgement.class::isInstance).stream()
                    .map(each -> ((Judgement) each).id())
                    .collect(Collectors.toSet());
        } finally {
            session.dispose();
        }
    }
}
