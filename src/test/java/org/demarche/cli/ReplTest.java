package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.demarche.Written;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session with a case. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplTest {

    private static final Path SESSIONS = Path.of("src/test/resources/cli/repl");

    @TempDir
    Path folder;

    @Test
    void a_script_prints_what_was_read_by_a_person() throws IOException {
        Ran ran = Ran.reading(Files.readString(SESSIONS.resolve("session.txt")), "repl facts/kestrel-strait --echo");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(SESSIONS.resolve("out.txt"), ran.out());
            Files.writeString(SESSIONS.resolve("err.txt"), ran.err());
        }
        assertThat(ran.out()).isEqualTo(Files.readString(SESSIONS.resolve("out.txt")));
        assertThat(ran.err()).isEqualTo(Files.readString(SESSIONS.resolve("err.txt")));
        assertThat(ran.exit()).isEqualTo(2);
    }

    @Test
    void what_is_supposed_comes_to_the_same_as_on_the_command_line() {
        String after = said("answer ally-escorts=yes\nwithdraw VAR.open-war\nrun all", "facts/kestrel-strait");
        String whole = Ran.command("run facts/kestrel-strait --all --answer ally-escorts=yes", 80, false, Map.of())
                .out();
        assertThat(said("answer ally-escorts=yes\nrun all", "facts/kestrel-strait"))
                .endsWith(whole + "\n");
        assertThat(after).doesNotEndWith(whole + "\n");
        assertThat(said("answer ally-escorts=yes\nwithdraw VAR.open-war\nundo\nrun all", "facts/kestrel-strait"))
                .endsWith(whole + "\n");
    }

    @Test
    void whatever_is_taken_back_step_by_step_it_ends_as_it_began() {
        String began = said("run all\nfacts", "facts/kim-beijing-2018");
        String script =
                "answer prk-aim=scale-down\nassert constraint: CHN loss-of-ally PRK\nwithdraw CHN.patron-of.PRK\n"
                        + "as-of 2018-03-25\nwhatif answer estrangement=cover\nundo\nundo\nundo\nundo\nrun all\nfacts";
        assertThat(said(script, "facts/kim-beijing-2018")).endsWith(began);
    }

    @Test
    void where_nothing_would_be_possible_all_stays_as_it_was() {
        Ran ran = Ran.reading("answer traveller=sister\nunanswer traveller\nrun", "repl facts/kim-beijing-2018");
        assertThat(ran.err().replaceAll("\\s+", " "))
                .contains(
                        "no scenario would be possible, so all stays as it was",
                        "No answer to `traveller` is supposed");
        assertThat(ran.out()).contains("kim-beijing-2018 as of 2018-03-28: 96 scenarios");
        assertThat(ran.exit()).isEqualTo(4);
    }

    @Test
    void what_was_asserted_is_saved_as_a_file_that_the_case_can_have() throws IOException {
        Path copy = folder.resolve("facts/kestrel-strait");
        Files.createDirectories(copy);
        Files.copy(Path.of("facts/kestrel-strait/case.yaml"), copy.resolve("case.yaml"));
        Path saved = copy.resolve("more.yaml");
        String options = copy + " --rules rules";
        String script = "assert {event: HAL escort KES, note: \"seen, twice\"}\nassert relation: HAL borders KES\nsave "
                + saved;
        assertThat(said(script, options)).contains("Written to");
        assertThat(Files.readString(saved)).isEqualTo("""
                # Asserted in a session of kestrel-strait.
                facts:
                  - {event: HAL escort KES, note: "seen, twice"}
                  - {relation: HAL borders KES}
                """);
        assertThat(Ran.command("run " + options).out()).contains("KES.convoys-escorted.HAL");
        Ran again = Ran.reading("assert event: HAL escort KES\nsave " + saved, "repl " + options);
        assertThat(again.err().replaceAll("\\s+", " ")).contains("is there already");
    }

    @Test
    void rules_that_are_edited_meanwhile_are_read_again_and_broken_ones_change_nothing() throws IOException {
        Path rules = Written.rulesFolder(
                folder,
                Written.rule("r", "    Condition( $x : subject, state == \"ready\" )", "Judgement( $x, \"a\", \"\" )"));
        Written.caseFile(folder, "facts: [{condition: AAA ready}]\n");
        LoadedCase loaded = LoadedCase.load(folder.resolve("facts/test-case"), new RuleOptions(), terminal());
        assertThat(loaded.rules()).isNotEmpty();
        Session session = new Session(
                () -> LoadedCase.load(folder.resolve("facts/test-case"), new RuleOptions(), terminal()),
                new CaseOptions(),
                doing -> {});
        SessionCommands commands = new SessionCommands(session, folder.resolve("facts/test-case"));
        Path file = rules.resolve("test.drl");
        String text = Files.readString(file);
        Files.writeString(file, text.replace("\"ready\"", "\"redy\""));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> commands.run("reload")))
                .isInstanceOf(org.demarche.source.LoadException.class);
        assertThat(session.assessment().find("AAA.a")).isPresent();
        Files.writeString(file, text.replace("\"ready\"", "\"firm\""));
        assertThat(commands.run("reload").text(Terminal.filePage(false))).contains("Lost (1)");
    }

    @Test
    void words_are_completed_by_what_may_stand_there() {
        Session session = new Session(
                () -> LoadedCase.load(Path.of("facts/kestrel-strait"), new RuleOptions(), terminal()),
                new CaseOptions(),
                doing -> {});
        SessionCommands commands = new SessionCommands(session, Path.of("facts/kestrel-strait"));
        assertThat(commands.completions(List.of("w"))).contains("why", "whynot", "withdraw", "whatif");
        assertThat(commands.completions(List.of("why", ""))).contains("VAR.quarantine.KES");
        assertThat(commands.completions(List.of("answer", ""))).containsExactly("ally-escorts=yes", "ally-escorts=no");
        assertThat(commands.completions(List.of("withdraw", ""))).contains("VAR.open-war");
        assertThat(commands.completions(List.of("assert", ""))).contains("intention:", "event:");
        assertThat(commands.completions(List.of("assert", "intention:", ""))).containsExactly("VAR", "KES", "HAL");
        assertThat(commands.completions(List.of("whatif", "assert", "intention:", "VAR", "")))
                .contains("isolate");
        assertThat(commands.completions(List.of("quit", ""))).isEmpty();
    }

    @Test
    void a_terminal_is_opened_only_for_somebody_who_sits_in_front_of_it() {
        assertThat(Stream.of(ReplCommand.class.getDeclaredFields())
                        .map(field -> field.getType().getName()))
                .noneMatch(name -> name.contains("jline"));
        assertThat(terminal().isConversation()).isFalse();
    }

    private static Terminal terminal() {
        Properties properties = new Properties();
        properties.setProperty("demarche.stdin.tty", "false");
        return new Terminal(System.out, System.err, Map.of(), properties);
    }

    private static String said(String script, String arguments) {
        Ran ran = Ran.reading(script, "repl " + arguments);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.out();
    }
}
