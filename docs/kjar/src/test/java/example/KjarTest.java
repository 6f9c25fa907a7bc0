package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.cases.CaseFile;
import org.demarche.model.Capability;
import org.demarche.model.Constraint;
import org.demarche.model.Fact;
import org.demarche.model.Intention;
import org.demarche.model.Move;
import org.junit.jupiter.api.Test;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** The rules are plain DRL: KIE runs them from the jar. What it does not do with them is shown beside it. */
class KjarTest {

    private static final Intention VISIT = new Intention("VAR", "visit", "KES");

    @Test
    void kieRunsTheRulesOfTheJar() {
        KieContainer container = KieServices.get().getKieClasspathContainer();
        KieSession session = container.newKieSession("demarche");
        session.insert(new Intention("VAR", "isolate", "KES"));
        session.insert(new Capability("VAR", "naval-interdiction", "KES"));
        session.insert(new Constraint("VAR", "open-war"));
        session.fireAllRules();
        assertTrue(session.getObjects().contains(new Move("VAR", "quarantine", "KES")));
        session.dispose();
    }

    /** Drools keeps what only supports itself: once begun, talks and trust hold each other up without the visit. */
    @Test
    void inPlainDroolsWhatSupportsItselfOutlivesItsBeginning() throws IOException {
        KieServices kie = KieServices.get();
        KieFileSystem files = kie.newKieFileSystem();
        files.write("src/main/resources/circle.drl", Files.readString(Path.of("rules/circle.drl")));
        KieContainer container = kie.newKieContainer(
                kie.newKieBuilder(files).buildAll().getKieModule().getReleaseId());
        KieSession session = container.newKieSession();
        FactHandle visit = session.insert(VISIT);
        session.fireAllRules();
        assertEquals(Set.of("VAR.talks.KES", "VAR.trusts.KES", "VAR.visit.KES"), ids(session));

        session.delete(visit);
        session.fireAllRules();
        assertEquals(Set.of("VAR.talks.KES", "VAR.trusts.KES"), ids(session));
        session.dispose();
    }

    /** In Demarche what nothing begins does not hold, in whatever order things come and go. */
    @Test
    void inDemarcheItDoesNot() {
        Reasoner reasoner = Reasoner.load(Path.of("rules"));
        CaseFile visited = CaseFile.builder("visit").fact(VISIT).build();
        Assessment with = reasoner.assess(visited);
        Assessment without = reasoner.assess(visited.without(VISIT));
        assertEquals(2, with.inferences().size());
        assertTrue(without.inferences().isEmpty());
        assertFalse(without.find("VAR.trusts.KES").isPresent());
    }

    private static Set<String> ids(KieSession session) {
        return session.getObjects().stream()
                .map(each -> ((Fact) each).id())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
