package org.demarche.operational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Formatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.operational.people.People.Address;
import org.demarche.operational.people.People.Adult;
import org.demarche.operational.people.People.Bean;
import org.demarche.operational.people.People.Fixed;
import org.demarche.operational.people.People.Person;
import org.demarche.operational.people.People.Plain;
import org.demarche.operational.people.People.Sex;
import org.demarche.source.Problems;
import org.demarche.yaml.YamlReader;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written in YAML becomes an object of whatever class rules match. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ObjectMakerTest {

    private final Map<String, Object> named = new HashMap<>();

    @Test
    void a_record_with_everything_in_it() {
        Person person = (Person) made("""
                {name: Ann, sex: female, address: {street: High Street, number: 5}, others: [[Low Street, 6], {street: Lane}],
                 marks: {maths: 1, music: 2}, sexes: [MALE, female], numbers: [1, 2], born: 1970-02-03, money: 12.50, retired: true,
                 initial: A}""", Person.class);
        assertThat(person)
                .usingRecursiveComparison()
                .isEqualTo(new Person(
                        "Ann",
                        Sex.FEMALE,
                        new Address("High Street", 5),
                        List.of(new Address("Low Street", 6), new Address("Lane", 0)),
                        Map.of("maths", 1, "music", 2),
                        Set.of(Sex.MALE, Sex.FEMALE),
                        new int[] {1, 2},
                        LocalDate.of(1970, 2, 3),
                        new BigDecimal("12.50"),
                        true,
                        'A'));
    }

    @Test
    void a_bean_keeps_what_it_sets_itself() {
        Bean bean = (Bean) made("{count: 9, when: 2018-03-26, shares: [0.5, 1]}", Bean.class);
        assertThat(bean.getName()).isEqualTo("nobody");
        assertThat(bean.getCount()).isEqualTo(9);
        assertThat(bean.getWhen()).isEqualTo(Date.from(Instant.parse("2018-03-26T00:00:00Z")));
        assertThat(bean.getShares()).containsExactly(0.5, 1);
    }

    @Test
    void a_class_that_lombok_writes_and_one_without_setters() {
        assertThat(made("{name: Ann, age: 5}", Fixed.class)).isEqualTo(new Fixed("Ann", 5));
        Plain plain = (Plain) made("{age: 5, name: Ann}", Plain.class);
        assertThat(plain.name()).isEqualTo("Ann");
        assertThat(plain.getAge()).isEqualTo(5);
    }

    @Test
    void facts_refer_to_facts() {
        Bean friend = new Bean();
        named.put("joe", friend);
        assertThat(((Bean) made("{friend: $joe}", Bean.class)).getFriend()).isSameAs(friend);
        assertThat(made("$joe", String.class)).isEqualTo("$joe");
        assertThat(made("\"$joe\"", Object.class)).isEqualTo("$joe");
    }

    @Test
    void values_by_themselves_are_what_they_look_like() {
        assertThat(made("[1, 2.5, true, word, \"3\", 12345678901, ~]", Object.class))
                .asString()
                .isEqualTo("[1, 2.5, true, word, 3, 12345678901, null]");
        assertThat(made("90s", Object.class)).isEqualTo("90s");
        assertThat(made("PT90S", Duration.class)).isEqualTo(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {street: A, nubmer: 5}  | An Address has no `nubmer`. Maybe `number`?
                    {number: five}          | `number` of an Address is a whole number, not `five`.
                    {number: 99999999999}   | `number` of an Address is a whole number, and `99999999999` is too large for it.
                    {number: ~}             | `number` of an Address cannot be left empty. Give it a value, or leave the key out.
                    {number: [1]}           | `number` of an Address is a single value, and not a list.
                    [A, 5, 6]               | An Address has 2 values, and this is one more. They are `street`, `number`.
                    street                  | This is an Address, which a single value cannot say. Write its fields as `{name: value}`, or `$id` for a fact that has the `id`.
                    $joe                    | No fact before this one has the id `joe`.
                    """)
    void what_cannot_be_made_is_told_where_it_stands(String written, String message) {
        assertThatThrownBy(() -> made(written, Address.class)).satisfies(thrown -> {
            var problem = ((WrongValueException) thrown).problem();
            assertThat((problem.message() + " " + problem.hint()).strip()).isEqualTo(message);
            assertThat(problem.at().line()).isOne();
        });
    }

    @Test
    void nothing_is_made_that_opens_files_or_connections(@TempDir Path folder) throws IOException {
        Path victim = Files.writeString(folder.resolve("victim"), "precious");
        for (Class<?> type : List.of(
                FileOutputStream.class,
                PrintWriter.class,
                Formatter.class,
                RandomAccessFile.class,
                URL.class,
                Thread.class)) {
            for (String written : List.of(victim.toString(), "[" + victim + ", rw]", "\"" + victim + "\"", "{}")) {
                assertThatThrownBy(() -> made(written, type)).hasMessageContaining("a case can say nothing");
            }
        }
        assertThat(victim).hasContent("precious");
        assertThatThrownBy(() -> made("\"$x\"", FileOutputStream.class)).hasMessageContaining("a case can say nothing");
    }

    @Test
    void what_a_class_refuses_is_told_in_its_own_words() {
        assertThatThrownBy(() -> made("{name: Ann, age: 5}", Adult.class))
                .hasMessage("An Adult does not take these values: nobody under 18 is an adult");
        assertThatThrownBy(() -> made("{age: 50}", Adult.class))
                .hasMessage("An Adult does not take these values: the name is missing");
        assertThatThrownBy(() -> made("{sex: femal}", Person.class)).hasMessage("`sex` of a Person cannot be `femal`.");
    }

    private Object made(String yaml, Type type) {
        Problems problems = new Problems();
        var node = YamlReader.read("test", yaml, problems).orElseThrow();
        return new ObjectMaker(named, Map.of()).make(node, type, "This");
    }
}
