package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules of any kind, from the command line. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OperationalCliTest {

    private static final String EXAMPLES = "docs/examples/";

    @TempDir
    Path folder;

    @Test
    void rules_from_elsewhere_are_refused_before_anything_in_them_is_compiled() {
        Ran ran = Ran.command("run " + EXAMPLES + "fire-alarm --declarative-only");
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("fire-alarm.drl", "declare");
        Ran table = Ran.command("run " + EXAMPLES + "pricing --declarative-only");
        assertThat(table.exit()).isEqualTo(3);
        assertThat(table.err()).contains("A decision table is not read with `--declarative-only`.");
    }

    @Test
    void other_commands_say_that_there_is_nothing_to_tell() {
        Ran ran = Ran.command("why " + EXAMPLES + "fire-alarm Alarm");
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err().replaceAll("\\s+", " "))
                .startsWith("demarche: These rules do more than conclude")
                .contains("fire-alarm.drl:7:1 `Sprinkler` has a `room` that is no single value");
    }

    @Test
    void a_line_that_is_no_fact_is_no_reason_to_run_rules_as_plain_drools_runs_them() throws IOException {
        Path rules = write("rules.drl", """
                package places
                declare Place
                    name : String
                end
                rule "named"
                when
                    Place( $n : name )
                then
                    insertLogical( new Place( $n ) );
                end
                """);
        Path facts = write("case.yaml", "case: places\nfacts:\n  - Place office\n");
        Ran ran = Ran.command("run " + facts + " --rules " + rules);
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("case.yaml:3:5: error: Here a fact");
    }

    @Test
    void checks_rehearse_their_cases_without_firing_a_rule() throws IOException {
        write("rules.drl", """
                package boxes
                global java.util.List out
                declare Box
                    size : int
                end
                rule "never fired by a check"
                when
                    Box( size > 0 )
                then
                    throw new IllegalStateException( "fired" );
                end
                """);
        write("case.yaml", """
                case: boxes
                facts:
                  - {Box: {size: large}}
                  - {Bax: {size: 1}}
                  - {Box: {size: 1}}
                steps:
                  - fire
                  - delete: nobody
                  - query: nobody
                  - expect-fired: {zzz: 1}
                  - expect: {Box: {width: 1}}
                """);
        Ran ran = Ran.command("check " + folder);
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out())
                .contains(
                        "case.yaml:3:18: error: `size` of a Box is a whole number, not `large`.",
                        "case.yaml:4:6: error: The rules know no type `Bax`. Maybe `Box`?",
                        "case.yaml:8:13: error: No fact in the session has the id `nobody`.",
                        "There is no query `nobody`.",
                        "There is no rule `zzz`.",
                        "A Box has no `width`.")
                .doesNotContain("fired here");
    }

    @Test
    void a_case_that_expects_nothing_is_no_test() throws IOException {
        write("rules.drl", """
                package lists
                global java.util.List out
                rule "adds"
                when
                then
                    out.add( "x" );
                end
                """);
        write("case.yaml", "case: lists\nfacts: []\nsteps: [fire]\n");
        assertThat(Ran.command("test " + folder).exit()).isZero();
        write("case.yaml", "case: lists\nfacts: []\nsteps: [fire, {expect-nott: {String: x}}]\n");
        Ran ran = Ran.command("test " + folder);
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("expect-nott").doesNotContain("java.util.List");
    }

    @Test
    void their_expectations_are_tests() {
        Ran ran = Ran.command("test docs/examples --format tap");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("fire-alarm: no Alarm", "zebra: Solution(")
                .doesNotContain("not ok");
        assertThat(Ran.command("test src/test/resources/bad-sessions/unmet").exit())
                .isEqualTo(4);
    }

    @Test
    void checks_compile_them_and_say_how_they_are_run() {
        Ran ran = Ran.command("check -v docs/examples/birds");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("These rules are run as plain Drools runs them");
        Ran broken = Ran.command("check src/test/resources/bad-sessions/unknown-field");
        assertThat(broken.exit()).isEqualTo(3);
        assertThat(broken.out()).contains("A `Golfer` has no `positon`. Maybe `position`?");
    }

    @Test
    void classes_come_from_jars_and_folders() throws IOException {
        Path source = folder.resolve("acme/Ship.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, """
                package acme;
                public class Ship {
                    private final String name;
                    private int guns;
                    public Ship(String name, int guns) { this.name = name; this.guns = guns; }
                    public String getName() { return name; }
                    public int getGuns() { return guns; }
                    public void setGuns(int guns) { this.guns = guns; }
                }
                """);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()))
                .isZero();
        Path rules = write("rules.drl", """
                package ships
                import acme.Ship
                rule "disarm"
                when
                    $ship : Ship( guns > 0 )
                then
                    modify( $ship ) { setGuns( 0 ) };
                    System.out.println( $ship.getName() + " is disarmed." );
                end
                query armed
                    $ship : Ship( guns > 0 )
                end
                """);
        Path facts = write("case.yaml", """
                case: ships
                facts:
                  - {Ship: {name: Victory, guns: 100}}
                  - {Ship: [Beagle, 10]}
                """);
        String command = "run " + facts + " --rules " + rules + " --classpath " + folder;
        Ran ran = Ran.command(command + " --query armed --log");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .startsWith("Victory is disarmed.\nBeagle is disarmed.\n")
                .contains("armed() (0)", "Victory  0");
        assertThat(ran.err())
                .isEqualTo("1. disarm: Ship(name: Victory, guns: 100)\n2. disarm: Ship(name: Beagle, guns: 10)\n");
        JsonNode json = JsonMapper.shared()
                .readTree(Ran.command(command + " --format json").out());
        assertThat(json.get("mode").asString()).isEqualTo("operational");
        assertThat(json.get("printed")).hasSize(2);
        assertThat(json.at("/facts/Ship/0/name").asString()).isEqualTo("Victory");
        assertThat(json.at("/facts/Ship/0/guns").asInt()).isZero();
    }

    @Test
    void whatever_is_inserted_is_shown_the_same_in_every_run() throws IOException {
        Path rules = write("rules.drl", """
                package odd
                import java.util.ArrayList
                import java.util.HashMap
                import java.util.List
                import java.util.Set
                global java.util.List out
                declare Box
                    letter : char
                    any : Object
                end
                rule "odd"
                when
                then
                    List list = new ArrayList(); list.add( list ); insert( list );
                    out.add( out );
                    HashMap map = new HashMap(); map.put( "me", map ); insert( map );
                    Box box = new Box(); Box other = new Box();
                    box.setAny( other ); other.setAny( box ); insert( box );
                    insert( new Object() { public String getName() { return "nameless"; } } );
                    insert( Set.of( "d", "b", "c", "a", "e" ) );
                    insert( new RuntimeException( "oh" ) );
                    insert( Thread.currentThread().getThreadGroup() );
                    insert( new Object() );
                    insert( new int[] {1, 2} );
                end
                """);
        Path facts = write("case.yaml", "case: odd\nfacts: []\n");
        Ran ran = Ran.command("run " + facts + " --rules " + rules + " --format json");
        assertThat(ran.exit()).isZero();
        JsonNode json = JsonMapper.shared().readTree(ran.out());
        assertThat(json.get("facts").toString()).isEqualTo("""
                {"ArrayList":["[[[…]]]"],\
                "Box":[{"letter":null,"any":{"letter":null,"any":{"letter":null,"any":"…"}}}],\
                "HashMap":["{me: {me: {me: …}}}"],\
                "Object":[{"name":"nameless"},"Object"],\
                "RuntimeException":["java.lang.RuntimeException: oh"],\
                "Set":["[a, b, c, d, e]"],\
                "ThreadGroup":["java.lang.ThreadGroup[name=main,maxpri=10]"],\
                "int[]":["[1, 2]"]}""");
        assertThat(json.at("/globals/out").toString()).isEqualTo("[[[\"…\"]]]");
    }

    @Test
    void rules_without_a_package_have_their_firings_and_places() throws IOException {
        Path rules = write("rules.drl", """
                declare Box
                    size : int
                end
                rule "grow"
                when
                    $box : Box( size < 3 )
                then
                    modify( $box ) { setSize( $box.getSize() + 1 ) };
                end
                rule "burst"
                when
                    Box( size == 3 )
                then
                    throw new IllegalStateException( "too large" );
                end
                """);
        Path facts = write("case.yaml", """
                case: boxes
                facts: [{Box: [1]}]
                steps: [{fire: 2}, {expect-fired: {grow: 2}}]
                """);
        Ran ran = Ran.command("run " + facts + " --rules " + rules);
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("grow  2 times");
        Path on = write("on.yaml", "- fire\n");
        Ran broken = Ran.command("run " + facts + " --rules " + rules + " --steps " + on);
        assertThat(broken.exit()).isEqualTo(3);
        assertThat(broken.err()).contains("rules.drl:14: error: The rule `burst` failed here");
    }

    @Test
    void steps_may_stand_in_a_file_of_their_own() throws IOException {
        Path steps = write("steps.yaml", """
                - fire: 1
                - expect-fired: {birds-fly: 0, penguins-do-not: 1}
                """);
        Ran ran = Ran.command("run " + EXAMPLES + "birds --steps " + steps + " --belief defeasible");
        assertThat(ran.out() + ran.err()).contains("Expectations");
        Ran wrong = Ran.command("run " + EXAMPLES + "birds --belief defeasable");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("Maybe `defeasible`?");
    }

    @Test
    void what_supports_a_conclusion_in_a_plain_session_may_be_stated_by_answers() {
        String rules = " --rules src/test/resources/bad-sessions/open-questions/rules.drl";
        Ran ran = Ran.command(
                "run src/test/resources/bad-sessions/open-questions/case.yaml --answer aim=isolation" + rules);
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith("VAR wants to isolate somebody.\n");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
