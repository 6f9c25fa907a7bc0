package org.demarche.authoring.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.Reasoner;
import org.demarche.Written;
import org.demarche.cases.CaseFile;
import org.demarche.source.Problems;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One form, whatever stood between the words before. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FormatterTest {

    @TempDir
    Path folder;

    static List<Path> shipped() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String root : List.of("facts", "rules")) {
            try (Stream<Path> found = Files.walk(Path.of(root))) {
                found.filter(file -> FormatFiles.hasForm(file)).sorted().forEach(files::add);
            }
        }
        return files;
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shipped_files_are_in_form(Path file) throws IOException {
        assertThat(formed(file, Files.readString(file))).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void whatever_stood_between_its_words_a_file_is_put_back_into_form(Path file) throws IOException {
        String text = Files.readString(file);
        for (int seed = 1; seed <= 30; seed++) {
            String changed = changed(file, text, seed);
            assertThat(formed(file, changed)).as("seed %d", seed).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 1)
    void what_is_put_into_form_compiles_to_the_same(int seed) throws IOException {
        CaseFile caseFile = CaseFile.read(Path.of("facts/kim-beijing-2018"));
        String before = Written.text(Reasoner.load(copied(seed, false)).assess(caseFile));
        String after = Written.text(Reasoner.load(copied(seed, true)).assess(caseFile));
        assertThat(after).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad-rules", "bad-cases", "check"})
    void whatever_can_be_parsed_can_be_put_into_form_and_stays_there(String resources) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources", resources))) {
            for (Path file : files.filter(FormatFiles::hasForm)
                    .filter(Files::isRegularFile)
                    .toList()) {
                Problems problems = new Problems();
                Formatter.file(file, problems)
                        .ifPresent(once -> assertThat(formed(file, once.after()))
                                .as(file.toString())
                                .isEqualTo(once.after()));
            }
        }
    }

    @Test
    void a_rule_written_in_one_line_gets_its_lines() {
        assertThat(rules("rule \"a\" @title(\"A\") @source( \"b\" ) salience 5 when Move(actor==\"X\",$t:target) "
                        + "then insertLogical(new Judgement($t,\"f\",\"\")); end // last\nrule \"b\" when then end"))
                .isEqualTo("""
                        rule "a"
                            @title( "A" )
                            @source( "b" )
                            salience 5
                        when
                            Move( actor == "X", $t : target )
                        then
                            insertLogical( new Judgement( $t, "f", "" ) );
                        end // last

                        rule "b"
                        when
                        then
                        end
                        """);
    }

    @Test
    void what_goes_on_in_a_further_line_stands_below_what_follows_the_open_bracket() {
        assertThat(rules("""
                rule "a"
                when
                    accumulate(Condition( subject == "x",   // each
                      $s : state);
                    $n : count(1);
                        $n>=3 )
                    not(
                    Move( actor == "X" )
                     )
                then
                end
                """)).isEqualTo("""
                rule "a"
                when
                    accumulate( Condition( subject == "x", // each
                                           $s : state );
                                $n : count( 1 );
                                $n >= 3 )
                    not ( Move( actor == "X" ) )
                then
                end
                """.replace(
                        "not ( Move( actor == \"X\" ) )", "not (\n          Move( actor == \"X\" )\n          )"));
    }

    @Test
    void texts_comments_and_what_is_no_rule_stay_as_they_are() {
        String text = """
                /* A  comment
                     of ours */
                package rules.a
                import org.demarche.model.*

                function int twice(int x)   { return 2*x; }

                // of the  rule
                rule "a  b"
                    @says( "  {x} (goes)  ,on " )
                when
                    $m : Move( actor == "a  (b" ) // why , so
                then
                    if (twice( 1 )>1)   { System.out.println("end"); }
                    insertLogical( new Judgement( "x", "f", "" ) );
                end
                """;
        assertThat(rules(text)).isEqualTo(text);
    }

    @Test
    void a_comment_goes_with_the_rule_or_the_entry_below_it() {
        assertThat(yaml("""
                # first


                case: a
                facts:
                # of the first
                - {intention:  A b ,  note: "x,  y" }   # behind
                -   event: A c
                    # of the note
                    note: |
                        one
                          two
                    since:   2029
                    # last of the item
                # last of all
                """)).isEqualTo("""
                # first

                case: a
                facts:
                  # of the first
                  - {intention: A b, note: "x,  y"}   # behind
                  - event: A c
                    # of the note
                    note: |
                        one
                          two
                    since: 2029
                    # last of the item
                # last of all
                """);
    }

    @Test
    void a_text_that_goes_over_lines_keeps_its_words() {
        assertThat(yaml("""
                a:
                    b:  "one
                          two

                     three"
                    c: >-
                        folded
                        text

                    d: {x: 1,
                         y: [p,
                         q ]
                       }
                    e: plain
                      goes on
                """)).isEqualTo("""
                a:
                  b: "one
                    two

                    three"
                  c: >-
                      folded
                      text

                  d: {x: 1,
                    y: [p,
                      q]
                    }
                  e: plain
                    goes on
                """);
    }

    @Test
    void a_file_that_cannot_be_parsed_is_told_and_has_no_form() {
        Problems problems = new Problems();
        assertThat(Formatter.text("a.drl", "rule \"a\" when Move( then end", true, problems))
                .isEmpty();
        assertThat(Formatter.text("a.yaml", "a: [b", false, problems)).isEmpty();
        assertThat(problems.list()).hasSizeGreaterThan(1);
    }

    private List<Path> copied(int seed, boolean form) throws IOException {
        Path copy = folder.resolve("rules" + form);
        for (Path file : shipped()) {
            if (file.startsWith("rules")) {
                String changed = changed(file, Files.readString(file), seed);
                Written.write(copy.resolve(Path.of("rules").relativize(file)), form ? formed(file, changed) : changed);
            }
        }
        return List.of(copy);
    }

    private static String changed(Path file, String text, int seed) {
        Whitespace whitespace = new Whitespace(seed);
        return file.toString().endsWith(".drl") ? whitespace.rules(text) : whitespace.yaml(text);
    }

    private static String rules(String text) {
        return formed(Path.of("a.drl"), text);
    }

    private static String yaml(String text) {
        return formed(Path.of("a.yaml"), text);
    }

    private static String formed(Path file, String text) {
        Problems problems = new Problems();
        String form = Formatter.text(file.toString(), text, file.toString().endsWith(".drl"), problems)
                .orElse("");
        assertThat(problems.list()).isEmpty();
        return form;
    }
}
