package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.cases.Statement;
import org.demarche.compile.Classpath;
import org.demarche.compile.RuleSafety;
import org.demarche.compile.Rulebase;
import org.demarche.inference.Choice;
import org.demarche.inference.Status;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.model.Thing;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.runtime.KieSession;

/** Rules over classes of a classpath are reasoned with, wherever these are values and the rules only match and conclude. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ImportedTypesTest {

    private static final Path FOLDER = Path.of("src/test/resources/imported");
    private static final Path OPEN = FOLDER.resolve("open");

    @TempDir
    static Path classes;

    @BeforeAll
    static void compile() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-d", classes.toString()));
        try (Stream<Path> sources = Files.walk(FOLDER.resolve("classes"))) {
            sources.filter(each -> each.toString().endsWith(".java"))
                    .map(Path::toString)
                    .forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("asked")
    void what_is_concluded_has_scenarios_and_reasons(String name, String command) throws IOException {
        Ran ran = Ran.command(command + " --classpath " + classes);
        check(OPEN.resolve("expected").resolve(name + ".txt"), "exit " + ran.exit() + "\n" + ran.out() + ran.err());
    }

    static List<String[]> asked() {
        return Stream.of(
                        "run",
                        "why Winner.Bob.1",
                        "whynot Winner.Tom.2",
                        "scenarios",
                        "check",
                        "test",
                        "diff --other-answer fred=plays",
                        "whatif --add {Golfer:[Ann,1,0,false,2000-01-01,playing]}")
                .map(each -> {
                    String[] words = each.split(" ", 2);
                    String rest = words.length > 1 ? " " + words[1] : "";
                    String name = each.replaceAll("[^A-Za-z]+", "-").replaceAll("-$", "");
                    return new String[] {name, words[0] + " " + OPEN + rest};
                })
                .toList();
    }

    /** In a session made by the public API of KIE, of objects made by the classes' own constructors. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void every_scenario_is_what_plain_drools_comes_to(List<Choice> scenario) throws Exception {
        Classpath classpath = Classpath.of(List.of(classes));
        CaseFile file = CaseFile.read(OPEN, Optional.empty(), Rulebase.kinds(List.of(OPEN), classpath));
        Assessment assessment =
                Reasoner.load(List.of(OPEN), RuleSafety.AS_WRITTEN, classpath).assess(file);
        List<Fact> stated = new ArrayList<>();
        file.statementsAt().stream().map(Statement::fact).forEach(stated::add);
        for (Choice choice : scenario) {
            Question question = file.questionsAt().stream()
                    .filter(each -> each.id().equals(choice.question()))
                    .findFirst()
                    .orElseThrow();
            file.statementsAt(question.answer(choice.answer()).orElseThrow()).stream()
                    .map(Statement::fact)
                    .forEach(stated::add);
        }
        Set<String> ours = stated.stream().map(Fact::id).collect(Collectors.toCollection(TreeSet::new));
        assessment.given(scenario).inferences().stream()
                .filter(each -> each.status() == Status.ROBUST)
                .forEach(each -> ours.add(each.id()));
        assertThat(ours).hasSizeGreaterThan(stated.size()).isEqualTo(plain(stated, assessment));
    }

    static List<List<Choice>> scenarios() {
        return Stream.of("plays", "does-not")
                .flatMap(fred -> Stream.of("guest", "member")
                        .map(bob -> List.of(new Choice("fred", fred), new Choice("bob", bob))))
                .toList();
    }

    private static Set<String> plain(List<Fact> stated, Assessment assessment) throws Exception {
        KieServices kie = KieServices.get();
        KieFileSystem files = kie.newKieFileSystem();
        files.write("src/main/resources/golf.drl", Files.readString(OPEN.resolve("golf.drl")));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, ImportedTypesTest.class.getClassLoader())) {
            KieBuilder builder = kie.newKieBuilder(files, loader).buildAll();
            assertThat(builder.getResults().getMessages()).isEmpty();
            KieSession session = kie.newKieContainer(builder.getKieModule().getReleaseId(), loader)
                    .newKieSession();
            for (Fact fact : stated) {
                session.insert(object((Thing) fact, loader));
            }
            session.fireAllRules();
            Set<String> ids = new TreeSet<>();
            for (Object each : session.getObjects()) {
                ids.add(id(
                        each,
                        assessment
                                .rulebase()
                                .kinds()
                                .named(each.getClass().getSimpleName())
                                .orElseThrow()));
            }
            session.dispose();
            return ids;
        }
    }

    private static Object object(Thing fact, ClassLoader loader) throws Exception {
        Constructor<?> constructor = Arrays.stream(
                        loader.loadClass("acme." + fact.type().typeName()).getConstructors())
                .filter(each -> each.getParameterCount() == fact.values().size())
                .findFirst()
                .orElseThrow();
        Object[] arguments = new Object[fact.values().size()];
        for (int i = 0; i < arguments.length; i++) {
            String word = fact.values().get(i);
            Class<?> type = constructor.getParameterTypes()[i];
            arguments[i] = type == int.class
                    ? Integer.valueOf(word)
                    : type == double.class
                            ? Double.valueOf(word)
                            : type == boolean.class
                                    ? Boolean.valueOf(word)
                                    : type == LocalDate.class
                                            ? LocalDate.parse(word)
                                            : type.isEnum()
                                                    ? type.getField(word).get(null)
                                                    : (Object) word;
        }
        return constructor.newInstance(arguments);
    }

    private static String id(Object object, FactType type) throws Exception {
        List<String> words = new ArrayList<>();
        for (String field : type.fieldNames()) {
            Method getter = Arrays.stream(object.getClass().getMethods())
                    .filter(each -> each.getName().equalsIgnoreCase(field)
                            || each.getName().equalsIgnoreCase("get" + field))
                    .filter(each -> each.getParameterCount() == 0)
                    .findFirst()
                    .orElseThrow();
            Object value = getter.invoke(object);
            words.add(
                    value instanceof Double number
                            ? new BigDecimal(number).stripTrailingZeros().toPlainString()
                            : value.toString());
        }
        return new Thing(type, words).id();
    }

    @Test
    void reading_rules_initialises_no_class_and_stating_a_fact_does() {
        System.clearProperty("demarche.golfer");
        Classpath classpath = Classpath.of(List.of(classes));
        Rulebase rules = Rulebase.load(List.of(OPEN), RuleSafety.AS_WRITTEN, classpath);
        assertThat(rules.kinds().declared()).hasSize(3);
        assertThat(System.getProperty("demarche.golfer")).isNull();
        CaseFile.read(OPEN, Optional.empty(), rules.kinds());
        assertThat(System.getProperty("demarche.golfer")).isEqualTo("initialised");
    }

    @Test
    void no_class_is_used_where_only_declarative_rules_are() {
        System.clearProperty("demarche.golfer");
        Ran ran = Ran.command("run " + OPEN + " --declarative-only --classpath " + classes);
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("`acme.Golfer` cannot be imported");
        assertThat(System.getProperty("demarche.golfer")).isNull();
    }

    @Test
    void classes_of_a_program_are_found_by_its_class_loader() throws IOException {
        try (URLClassLoader program =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, ImportedTypesTest.class.getClassLoader())) {
            assertThat(Rulebase.kinds(List.of(OPEN), Classpath.of(program)).declared())
                    .extracting(FactType::typeName)
                    .containsExactly("Golfer", "Pair", "Winner");
        }
    }

    @Test
    void a_classpath_that_is_not_there_is_told() {
        Ran ran = Ran.command("why " + OPEN + " Winner.Bob.1 --classpath nowhere.jar");
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("nowhere.jar: error: There is no such jar or folder of classes.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("told")
    void what_is_wrong_or_no_value_is_told(Path folder) throws IOException {
        Ran ran = Ran.command("run " + folder.resolve("case.yaml") + " --rules " + folder + " --classpath " + classes);
        check(folder.resolve("expected.txt"), "exit " + ran.exit() + "\n" + ran.out() + ran.err());
    }

    static List<Path> told() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER.resolve("told"))) {
            return folders.sorted().toList();
        }
    }

    private static void check(Path golden, String told) throws IOException {
        String shown = told.replace(FOLDER.resolve("told") + "/", "").replace(classes.toString(), "classes");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, shown);
        }
        assertThat(shown).isEqualTo(Files.readString(golden));
    }
}
