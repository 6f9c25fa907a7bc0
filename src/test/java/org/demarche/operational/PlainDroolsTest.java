package org.demarche.operational;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.demarche.cases.SessionCase;
import org.demarche.compile.Classpath;
import org.demarche.compile.OperationalRules;
import org.demarche.compile.SessionSettings;
import org.demarche.inference.Limits;
import org.demarche.source.Problems;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.definition.type.FactType;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

/** The same rules and facts in a program that uses the API of KIE as its handbook says: the same firings, the same facts. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlainDroolsTest {

    private static final Path CLASSICS = Path.of("docs/examples");

    @ParameterizedTest
    @ValueSource(strings = {"fibonacci", "seating", "zebra"})
    void fires_the_same_rules_on_the_same_facts_in_the_same_order(String name) throws Exception {
        Path rules = CLASSICS.resolve(name).resolve(name + ".drl");
        List<String> ours = new ArrayList<>();
        Problems problems = new Problems();
        SessionCase given = SessionCase.read(CLASSICS.resolve(name).resolve("case.yaml"), problems)
                .orElseThrow();
        SessionResult result = SessionRun.run(
                OperationalRules.load(List.of(rules), Classpath.NONE, SessionSettings.DEFAULT),
                given,
                new SessionRun.Order(
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        SessionSettings.DEFAULT,
                        Limits.DEFAULT,
                        SessionRun.Patience.DEFAULT,
                        Optional.of(firing -> ours.add(firing.rule() + firing.facts()))),
                doing -> {});
        List<String> theirs = new ArrayList<>();
        TreeMap<String, Long> facts = plain(rules, name, theirs);
        assertThat(ours).isNotEmpty().isEqualTo(theirs);
        assertThat(facts)
                .allSatisfy(
                        (kind, count) -> assertThat(result.facts().get(kind)).hasSize(count.intValue()));
    }

    /** Facts are made as a Java program would, without anything of ours. */
    private static TreeMap<String, Long> plain(Path rules, String name, List<String> firings) throws Exception {
        KieServices kie = KieServices.get();
        KieFileSystem files = kie.newKieFileSystem();
        files.write("src/main/resources/" + name + ".drl", Files.readString(rules));
        KieBuilder builder = kie.newKieBuilder(files).buildAll();
        assertThat(builder.getResults().getMessages()).isEmpty();
        KieContainer container = kie.newKieContainer(builder.getKieModule().getReleaseId());
        KieSession session = container.newKieSession();
        session.addEventListener(new DefaultAgendaEventListener() {
            @Override
            public void beforeMatchFired(BeforeMatchFiredEvent event) {
                firings.add(event.getMatch().getRule().getName()
                        + event.getMatch().getObjects().stream().map(Shown::of).toList());
            }
        });
        Facts facts = new Facts(container, session, "classics." + name);
        switch (name) {
            case "fibonacci" -> facts.insert("Fibonacci", "sequence", 50, "value", -1L);
            case "seating" -> facts.seating();
            default -> facts.zebra();
        }
        session.fireAllRules();
        TreeMap<String, Long> counts = new TreeMap<>();
        session.getObjects().forEach(each -> counts.merge(each.getClass().getSimpleName(), 1L, Long::sum));
        session.dispose();
        return counts;
    }

    private record Facts(KieContainer container, KieSession session, String ofPackage) {

        void insert(String type, Object... values) throws Exception {
            FactType found = container.getKieBase().getFactType(ofPackage, type);
            Object fact = found.newInstance();
            for (int i = 0; i < values.length; i += 2) {
                found.set(fact, (String) values[i], values[i + 1]);
            }
            session.insert(fact);
        }

        void seating() throws Exception {
            insert("Table", "seats", 8);
            String guests =
                    "anna female chess, bert male chess, bert male golf, carla female golf, carla female tennis,"
                            + " dario male tennis, dario male music, elsa female music, elsa female cards, fritz male cards,"
                            + " fritz male chess, gerda female chess, gerda female poems, hugo male poems";
            for (String guest : guests.split(", ")) {
                String[] words = guest.split(" ");
                insert("Guest", "name", words[0], "sex", words[1], "hobby", words[2]);
            }
        }

        void zebra() throws Exception {
            for (int place = 1; place <= 5; place++) {
                insert("House", "place", place);
            }
            String things =
                    "english spanish ukrainian norwegian japanese red green ivory yellow blue dog snails fox horse"
                            + " zebra coffee tea milk orange-juice water old-golds kools chesterfields luckies parliaments";
            for (String thing : things.split(" ")) {
                session.insert(thing);
            }
        }
    }
}
