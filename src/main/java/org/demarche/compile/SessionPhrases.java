package org.demarche.compile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;

/** What the classic compiler of Drools and that of Java say, and how people would say it. The first phrase that fits is taken. */
final class SessionPhrases {

    private static final String BIND =
            "A variable is bound in a pattern, as in `$g : Golfer( )`; a global is declared before the rules.";
    private static final String UNREGISTERED =
            "There are `average`, `sum`, `count`, `min`, `max`, `collectList`, `collectSet`, `variance` and `standardDeviation`.";
    private static final List<String> ACCUMULATED = List.of(
            "average", "sum", "count", "min", "max", "collectList", "collectSet", "variance", "standardDeviation");

    /** Words of those who wrote the compiler, about itself. */
    private static final Pattern INSIDE =
            Pattern.compile("Cannot invoke|Exception|Descr\\b|Descr@|\\bnull\\b|ClassObjectType|\\w+@[0-9a-f]{4,}");

    private interface Telling {
        Optional<Problem> of(MatchResult found, Said said);
    }

    private record Phrase(Pattern said, Telling telling) {}

    private final WordPlaces places;
    private final KnownNames names;
    private final List<Phrase> phrases;

    SessionPhrases(List<DrlFile> files) {
        this.places = new WordPlaces(files);
        this.names = new KnownNames(files);
        this.phrases = List.of(
                // What only follows from another problem.
                dropped("Unable to process type |The import \\S+ cannot be resolved|Only a type can be imported"
                        + "|The type Rule_\\w+ is already defined|Parser returned"),
                // Types
                phrase("Error importing : '([\\w.$]+)'", this::imported),
                phrase("Unable to resolve ObjectType '([^']+)'", this::unknownKind),
                phrase("Cannot resolve type '([^' ]+)'? for field (\\w+) in declared type (\\S+)", this::fieldType),
                phrase(
                        "Unable to find class '([^']+)'",
                        "unknown-type",
                        "There is no type `$1`.",
                        "Import it, or name its jar with `--classpath`."),
                phrase(
                        "Unable to find (?:class )?'?import '?([\\w.]+)",
                        "unknown-type",
                        "There is no type `$1` to import.",
                        "Is its jar named with `--classpath`?"),
                phrase("(\\S+) cannot be resolved to a type", (found, said) -> unknownType(found.group(1), said)),
                phrase(
                        "Found duplicate declaration for type (?:\\w+\\.)*(\\w+)",
                        "duplicate-id",
                        "`$1` is declared more than once, and not in the same way.",
                        "Declare it once, with all its fields."),
                // Metadata of types
                phrase("No enum constant [\\w.]*?\\.(\\w+)\\.\\w+\\.(\\w+)$", this::metadataValue),
                phrase(
                        "Error processing @(\\w+) for TypeDeclaration '(?:\\w+\\.)*(\\w+)': cannot access the field '(\\w+)'",
                        "unknown-field",
                        3,
                        "A `$2` has no field `$3`, which `@$1` names.",
                        ""),
                phrase(
                        "Error creating field accessors for timestamp field .* for type '(?:\\w+\\.)*(\\w+)'",
                        "unknown-field",
                        "@timestamp",
                        "A `$1` has no such field as `@timestamp` names.",
                        ""),
                phrase(
                        "A Sliding Window can only be assigned .* The type '\\[ClassObjectType class=(?:\\w+\\.)*(\\w+)\\]'",
                        "no-event",
                        "over",
                        "A window looks at events, and a `$1` is none.",
                        "Write `@role( event )` in its declaration."),
                phrase(
                        "Unknown window type '(\\w+)'",
                        "bad-window",
                        "There is no window `$1`.",
                        "There are `time` and `length`."),
                // Attributes
                phrase(
                        "Wrong (date-effective|date-expires) value",
                        "bad-attribute",
                        "`$1` is given no date.",
                        "Write it as in `$1 \"26-Mar-2018\"`."),
                phrase(
                        "(?:Unable to build set timer|Incorrect timer definition) '(.*?)'",
                        "bad-attribute",
                        "timer",
                        "`$1` is no timer.",
                        "Write `timer( int: 5s )`, `timer( int: 5s 10s )` or `timer( cron: 0 0/15 * * * ? )`."),
                phrase("Unable to resolve parent rule", this::parent),
                // Names and expressions
                phrase(
                        "strict-mode: (?:java\\.lang\\.Object|[\\w.]*KnowledgeHelper)\\.(\\$?\\w+)\\(\\)",
                        (found, said) -> unknownName(found.group(1), said)),
                phrase(
                        "strict-mode: [\\w.]*KnowledgeHelper\\.(\\w+)\\(",
                        (found, said) -> function(found.group(1), said)),
                phrase("(?s)^Unable to Analyse Expression .*strict-mode: ([\\w.$]+)\\.(\\w+)\\(", this::unknownField),
                phrase(
                        "Unable to Analyse Expression [^\\n]*~= (\".*\"):?\\n.*bad regular expression",
                        "bad-expression",
                        "`$1` is no regular expression.",
                        "A bracket in it that stands for itself is written `\\\\(`."),
                phrase(
                        "Unable to Analyse Expression ([^\\n]+?):?\\n.*unbalanced",
                        "bad-expression",
                        "A bracket or a quote is not closed in `$1`.",
                        ""),
                phrase("(?s)^Unable to Analyse Expression ([^\\n]+?):?\\n(.*)", this::expression),
                phrase(
                        "Unable to build expression for '([\\w-]+)'",
                        "bad-attribute",
                        "What `$1` is set to cannot be worked out.",
                        ""),
                phrase("Unknown accumulate function: '(\\w+)'", this::accumulate),
                phrase(
                        "Unable to parse query '(.*?)', as pos\\w+ (\\d+) for .* does not exist on query size (\\d+)",
                        "query-arguments",
                        "The query `$1` is asked with more than the $3 it takes.",
                        "What it takes stands in brackets behind its name."),
                phrase(
                        "Pattern of type: '\\[ClassObjectType class=(?:\\w+\\.)*(\\w+)\\]' .* not compatible with type (?:\\w+\\.)*(\\w+)",
                        "wrong-type",
                        "`from` gives a `$2` here, which is never a `$1`.",
                        ""),
                phrase(
                        "Duplicate declaration for variable '(\\S+)' in the rule",
                        "duplicate-id",
                        "`$1` is bound a second time in this rule.",
                        "Give one of the two another name."),
                phrase(
                        "Duplicate (?:rule name|variable name '(\\w+)')",
                        "duplicate-id",
                        0,
                        "This name is given twice.",
                        ""),
                // Java
                phrase("The method (\\w+)\\(.*\\) is undefined for the type (\\S+)", this::method),
                phrase(
                        "The method (\\w+)(\\(.*?\\)) in the type (\\S+) is not applicable for the arguments (\\(.*\\))",
                        "wrong-type",
                        "`$1` takes `$2`, and is given `$4` here.",
                        ""),
                phrase("The constructor (\\w+)(\\(.*\\)) is undefined", this::constructor),
                phrase(
                        "Type mismatch: cannot convert from (.+) to (.+)",
                        "wrong-type",
                        0,
                        "A value of type `$1` stands here where one of type `$2` is needed.",
                        ""),
                phrase(
                        "Incompatible operand types (\\S+) and (\\S+)",
                        "wrong-type",
                        0,
                        "A `$1` and a `$2` cannot be compared.",
                        ""),
                phrase(
                        "The operator (\\S+) is undefined for the argument type\\(s\\) (\\S+), (\\S+)",
                        "wrong-type",
                        "`$1` is not possible between a `$2` and a `$3`.",
                        ""),
                phrase(
                        "Cannot invoke (\\w+)\\(.*\\) on the (?:primitive|array) type (\\S+)",
                        "unknown-method",
                        "A `$2` is a bare value, and has no `$1`.",
                        ""),
                phrase(
                        "Duplicate local variable (\\w+)",
                        "duplicate-id",
                        0,
                        "`$1` is declared twice here.",
                        "Give one another name."),
                phrase(
                        "The local variable (\\w+) may not have been initialized",
                        "unset-variable",
                        0,
                        "`$1` has no value yet here.",
                        "Give it one where it is declared."),
                phrase(
                        "Void methods cannot return",
                        "rule-compile",
                        "return",
                        "A consequence gives nothing back.",
                        "Write `return;`."),
                phrase(
                        "Unreachable code",
                        "rule-compile",
                        0,
                        "Nothing ever comes to this line.",
                        "Does what stands before it never end?"),
                phrase(
                        "This method must return a result of type (\\S+)",
                        "rule-compile",
                        0,
                        "This function can end without a result, and a `$1` is needed.",
                        "Is a `return` missing?"),
                phrase(
                        "Unhandled exception type (\\w+)",
                        "rule-compile",
                        0,
                        "What is called here can fail with `$1`, which a function has to catch.",
                        "Write `try { … } catch ( $1 e ) { … }`."),
                phrase("The field (?:\\w+\\.)?(\\w+) is not visible", this::hidden),
                phrase(
                        "not properly closed by a double-quote",
                        "drl-syntax",
                        0,
                        "A text in double quotes is not closed on its line.",
                        ""),
                phrase(
                        "Invalid character constant",
                        "drl-syntax",
                        0,
                        "Between single quotes stands one letter.",
                        "Texts stand in double quotes."),
                phrase("Syntax error, insert \"(.+?)\" to complete", "drl-syntax", 0, "A `$1` is missing here.", ""),
                phrase(
                        "Syntax error on token \"(.+?)\", (?:.* expected after this token)",
                        "drl-syntax",
                        "Something is missing behind `$1`.",
                        ""),
                phrase("Syntax error on token \"(.+?)\", delete", "drl-syntax", "`$1` is one too many here.", ""),
                phrase(
                        "Syntax error on tokens?(?: \"(.+?)\")?,? ",
                        "drl-syntax",
                        0,
                        "This is no sentence of Java.",
                        ""),
                phrase("(\\S+) cannot be resolved", (found, said) -> unknownName(found.group(1), said)));
    }

    /** A sentence as a problem; empty when it only follows from another one. */
    Optional<Problem> tell(Said said) {
        for (Phrase phrase : phrases) {
            Matcher found = phrase.said().matcher(said.sentence());
            if (found.find()) {
                return phrase.telling().of(found.toMatchResult(), said);
            }
        }
        return Optional.of(other(said));
    }

    /** What no phrase is known for: in the compiler's own words, where they are fit for people. */
    Problem other(Said said) {
        String plain = said.sentence()
                .replaceAll("\\[Error: |\\[Near[^\\]]*\\]|\\[Line:[^\\]]*\\]|\\s*\\^\\s*", " ")
                .replaceAll("\\b(?:[a-z]\\w*\\.)+([A-Z]\\w*)", "$1")
                .replaceAll("\\s+", " ")
                .strip();
        boolean inside = plain.isEmpty() || INSIDE.matcher(plain).find();
        return problem(
                said,
                "",
                "rule-compile",
                inside
                        ? "Drools cannot compile this, and does not say why."
                        : "This does not compile: " + plain + (plain.endsWith(".") ? "" : "."),
                inside ? "Leave out parts of it until the rest compiles, to find the one that it trips over." : "");
    }

    private static Phrase dropped(String said) {
        return new Phrase(Pattern.compile(said), (found, sentence) -> Optional.empty());
    }

    private static Phrase phrase(String said, Telling telling) {
        return new Phrase(Pattern.compile(said, Pattern.DOTALL), telling);
    }

    /** One that points to the word of its first group. */
    private Phrase phrase(String said, String check, String message, String hint) {
        return phrase(said, check, 1, message, hint);
    }

    /** @param word the number of the group that is the word to point to; 0 for the line */
    private Phrase phrase(String said, String check, int word, String message, String hint) {
        return phrase(
                said,
                (found, sentence) -> Optional.of(problem(
                        sentence,
                        word == 0 ? "" : found.group(word),
                        check,
                        filled(message, found),
                        filled(hint, found))));
    }

    /** @param word to point to */
    private Phrase phrase(String said, String check, String word, String message, String hint) {
        return phrase(
                said,
                (found, sentence) ->
                        Optional.of(problem(sentence, word, check, filled(message, found), filled(hint, found))));
    }

    private static String filled(String text, MatchResult found) {
        String filled = text;
        for (int i = found.groupCount(); i > 0; i--) {
            filled = filled.replace("$" + i, String.valueOf(found.group(i)).strip());
        }
        return filled;
    }

    private Problem problem(Said said, String word, String check, String message, String hint) {
        SourceLocation at = places.of(word, said.source(), said.line());
        return Problem.error(check, at, message.replaceAll("\\b([Aa]) `(?=[aeioAEIO])", "$1n `"))
                .withLine(said.source().line(at.line()))
                .withHint(hint);
    }

    private Optional<Problem> imported(MatchResult found, Said said) {
        // Of a function in the files themselves, what is wrong with it is told.
        return names.importedFunctions().contains(found.group(1))
                ? Optional.of(problem(
                        said,
                        found.group(1),
                        "unknown-method",
                        "There is no function `" + found.group(1) + "` to import.",
                        ""))
                : Optional.empty();
    }

    private Optional<Problem> unknownKind(MatchResult found, Said said) {
        String name = found.group(1);
        SourceLocation at = places.of(name, said.source(), said.line());
        int offset = said.source().offset(at);
        boolean asked =
                said.source().code().substring(0, offset).stripTrailing().endsWith("?")
                        || said.source()
                                .code()
                                .substring(offset)
                                .matches("(?s)" + Pattern.quote(name) + "\\s*\\([^()]*;\\s*\\).*");
        return asked
                ? Optional.of(problem(
                        said,
                        name,
                        "unknown-query",
                        "There is no query `" + name + "`.",
                        Suggestion.hint(name, names.queries())))
                : unknownType(name, said);
    }

    private Optional<Problem> unknownType(String type, Said said) {
        if (names.types().contains(type)) {
            // Its declaration or its import is what is wrong, and that is told.
            return Optional.empty();
        }
        return Optional.of(problem(
                said,
                type,
                "unknown-type",
                "There is no type `" + type + "`.",
                Suggestion.nearest(type, names.types())
                        .map(near -> "Maybe `" + near + "`?")
                        .orElse("Declare it, import it, or name its jar with `--classpath`.")));
    }

    private Optional<Problem> fieldType(MatchResult found, Said said) {
        return Optional.of(problem(
                said,
                found.group(1),
                "unknown-type",
                "There is no type `" + found.group(1) + "`, which `" + found.group(2) + "` of `" + found.group(3)
                        + "` is said to be.",
                Suggestion.hint(found.group(1), List.of("String", "int", "long", "double", "boolean"))));
    }

    private Optional<Problem> metadataValue(MatchResult found, Said said) {
        String name = found.group(1).toLowerCase(Locale.ROOT);
        String wrong = found.group(2).toLowerCase(Locale.ROOT);
        return Optional.of(problem(
                said,
                "@" + name,
                "bad-metadata",
                "`@" + name + "` cannot be `" + wrong + "`.",
                name.equals("role") ? "It is `event` or `fact`." : ""));
    }

    private Optional<Problem> parent(MatchResult found, Said said) {
        String parent = places.extended(said.source(), said.line());
        return Optional.of(problem(
                said,
                parent,
                "unknown-rule",
                "There is no rule `" + parent + "` in this package that could be extended.",
                Suggestion.hint(parent, names.rules())));
    }

    private Optional<Problem> unknownName(String name, Said said) {
        boolean loop = Pattern.compile("\\bfor(?:each)?\\s*\\(\\s*" + Pattern.quote(name) + "\\s*:")
                .matcher(said.sentence())
                .find();
        if (!loop && places.bound(said.source(), said.line(), name)) {
            // Its pattern is what is wrong, and that is told.
            return Optional.empty();
        }
        return Optional.of(problem(
                said,
                name,
                "unknown-variable",
                "Nothing is called `" + name + "` here.",
                loop ? "Give it its type, as in `foreach ( Integer " + name + " : … )`." : BIND));
    }

    private Optional<Problem> unknownField(MatchResult found, Said said) {
        String type = found.group(1).substring(found.group(1).lastIndexOf('.') + 1);
        String field = found.group(2);
        return Optional.of(problem(
                said,
                field,
                "unknown-field",
                "A `" + type + "` has no `" + field + "`.",
                names.nearField(field, type)));
    }

    private Optional<Problem> expression(MatchResult found, Said said) {
        String written = found.group(1).strip();
        Matcher unbound = Pattern.compile("strict-mode: \\S*?\\.(\\$\\w+)\\(").matcher(found.group(2));
        Matcher word = Pattern.compile("unable to resolve(?: token|:)? ?(?:variable )?:? ?(\\S+)")
                .matcher(found.group(2));
        String meant = unbound.find() ? unbound.group(1) : word.find() ? word.group(1) : "";
        return Optional.of(problem(
                said,
                written,
                "bad-expression",
                "`" + written + "` makes no sense to Drools"
                        + (meant.isEmpty() ? "." : ": it does not know `" + meant + "`."),
                ""));
    }

    private Optional<Problem> accumulate(MatchResult found, Said said) {
        String name = found.group(1);
        String near = Suggestion.hint(name, ACCUMULATED);
        return Optional.of(problem(
                said,
                name,
                "unknown-method",
                "There is no function `" + name + "` to accumulate with.",
                near.isEmpty() ? UNREGISTERED : near));
    }

    private Optional<Problem> method(MatchResult found, Said said) {
        String name = found.group(1);
        String type = found.group(2);
        Set<String> functions = Set.copyOf(names.functions());
        boolean own = type.startsWith("Rule_")
                || functions.contains(type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1));
        return own
                ? function(name, said)
                : Optional.of(problem(
                        said,
                        name,
                        "unknown-method",
                        "A `" + type + "` has no `" + name + "(…)` that could be called so.",
                        names.nearField(name, type)));
    }

    /** Where the function is there, something is wrong with it, and that is told. */
    private Optional<Problem> function(String name, Said said) {
        return names.functions().contains(name)
                ? Optional.empty()
                : Optional.of(problem(
                        said,
                        name,
                        "unknown-method",
                        "There is no function `" + name + "` that could be called so.",
                        names.nearFunction(name)));
    }

    private Optional<Problem> constructor(MatchResult found, Said said) {
        String type = found.group(1);
        return Optional.of(problem(
                said,
                type,
                "wrong-type",
                "A `" + type + "` cannot be made of `" + found.group(2) + "`.",
                names.making(type)));
    }

    private Optional<Problem> hidden(MatchResult found, Said said) {
        String field = found.group(1);
        String upper = field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
        return Optional.of(problem(
                said,
                field,
                "unknown-field",
                "`" + field + "` cannot be reached so from a consequence.",
                "Write `get" + upper + "( )` or `set" + upper + "( … )`."));
    }
}
