package org.demarche.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.bench.classics.Classic;
import org.demarche.bench.classics.Engines;
import org.demarche.bench.classics.Manners;
import org.demarche.bench.classics.Waltz;
import org.demarche.bench.measure.Answers;
import org.demarche.bench.measure.Answers.DifferentAnswersException;
import org.demarche.bench.peers.Peer;
import org.demarche.bench.peers.PlainDrools;
import org.demarche.bench.peers.PlainDrools.Model;
import org.demarche.cases.CaseFile;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the benchmarks generate is answered alike by all who are here; how fast is for {@link RunBenchmarks} to say. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JobsTest {

    @TempDir
    Path folder;

    @Test
    void every_job_has_a_name_of_its_own_and_a_place_in_the_document() throws Exception {
        String document = Files.readString(Path.of("docs/benchmarks.md"));
        List<String> names = RunBenchmarks.jobs().stream().map(Job::name).toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(names)
                .allSatisfy(name -> assertThat(document)
                        .contains("<!-- " + name + ": begin -->\n", "<!-- " + name + ": end -->\n"));
    }

    @Test
    void generated_rules_conclude_the_same_in_every_language() throws Exception {
        ColdRules rules = ColdRules.write(150, folder);
        Answers answers = new Answers("150 rules");
        Reasoner reasoner = Reasoner.load(folder.resolve("rules"));
        answers.add("Demarche", robust(reasoner.assess(CaseFile.read(rules.caseFolder()))));
        for (Model each : Model.values()) {
            answers.add(
                    each.name(),
                    new PlainDrools(List.of(Files.readString(rules.plain())), each).concluded(rules.facts()));
        }
        for (Peer each : Peer.values()) {
            if (each.installed() || Peer.required()) {
                answers.add(
                        each.title(),
                        ColdRules.concluded(each.running(rules.of(each)).output()));
            }
        }
        assertThat(answers.agreed()).isGreaterThan(5);
    }

    @Test
    void the_same_rules_under_new_ids_are_other_files() throws Exception {
        ColdRules rules = ColdRules.write(10, folder);
        Path file = folder.resolve("rules/test/test.drl");
        String before = Files.readString(file);
        rules.writeRules("again-");
        assertThat(Files.readString(file)).isNotEqualTo(before).contains("rule \"again-r-0\"");
    }

    @Test
    void guests_are_seated_as_they_should_be() throws Exception {
        Classic classic = Manners.of(8, 7);
        assertThat(compared(classic)).isEqualTo(50);
        Engines engines = new Engines(classic, folder);
        Set<String> seating = classic.answer().apply(engines.plain().facts());
        assertThat(seating).hasSize(8);
        assertThat(Manners.wrong(classic, seating)).isEmpty();
        Set<String> changed = new TreeSet<>(seating);
        String second = seating.stream()
                .filter(each -> each.startsWith("2:"))
                .findFirst()
                .orElseThrow();
        String third = seating.stream()
                .filter(each -> each.startsWith("3:"))
                .findFirst()
                .orElseThrow();
        changed.removeAll(List.of(second, third));
        changed.addAll(List.of("2:" + third.substring(2), "3:" + second.substring(2)));
        assertThat(Manners.wrong(classic, changed)).isNotEmpty();
        changed.remove("2:" + third.substring(2));
        assertThat(Manners.wrong(classic, changed)).hasSize(1).allMatch(each -> each.startsWith("not everybody"));
    }

    @Test
    void every_corner_of_a_flight_of_stairs_is_labelled_in_one_way() throws Exception {
        Classic classic = Waltz.of(2, 3);
        assertThat(compared(classic)).isGreaterThan(500);
        Set<String> labelled =
                classic.answer().apply(new Engines(classic, folder).plain().facts());
        // Eight corners of the profile in front, and behind it all but one.
        assertThat(labelled).hasSize(2 * (8 + 7));
        assertThat(labelled.stream().map(each -> each.split(":")[0])).doesNotHaveDuplicates();
    }

    @Test
    void a_wrong_answer_of_a_peer_fails() throws Exception {
        Classic classic = Waltz.of(1, 1);
        classic.write(folder);
        Engines engines = new Engines(classic, folder);
        assertThatThrownBy(() -> Classics.compare(classic, engines, "1000010:1\n"))
                .isInstanceOf(DifferentAnswersException.class)
                .hasMessageContaining("plain Drools and CLIPS answer differently");
    }

    private int compared(Classic classic) throws Exception {
        classic.write(folder);
        String clips = Peer.CLIPS.installed() || Peer.required()
                ? Peer.CLIPS.running(folder.resolve("clips.txt")).output()
                : "";
        return Classics.compare(classic, new Engines(classic, folder), clips);
    }

    @Test
    void many_facts_through_the_general_rules_come_to_what_drools_says() throws Exception {
        ManyFacts facts = ManyFacts.write(400, folder.resolve("facts/many-facts"));
        assertThat(facts.facts()).hasSize(400);
        Path rules = Path.of("rules/theory");
        Reasoner reasoner = Reasoner.load(rules);
        Assessment assessment = reasoner.assess(CaseFile.read(
                folder.resolve("facts/many-facts"), reasoner.rulebase().vocabulary()));
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(rules)) {
            for (Path each : files.sorted().toList()) {
                texts.add(Files.readString(each));
            }
        }
        Answers answers = new Answers("400 facts");
        answers.add("Demarche", robust(assessment));
        answers.add("plain Drools", new PlainDrools(texts, Model.CLASSIC).concluded(facts.facts()));
        assertThat(answers.agreed()).isGreaterThan(40);
    }

    private static Set<String> robust(Assessment assessment) {
        return assessment.with(Status.ROBUST).stream().map(Inference::id).collect(Collectors.toSet());
    }
}
