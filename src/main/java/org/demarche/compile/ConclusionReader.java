package org.demarche.compile;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Position;
import com.github.javaparser.Problem;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.model.FactType;
import org.demarche.model.Kinds;
import org.demarche.rules.Conclusion;
import org.demarche.rules.Operand;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;

/** Reads a rule's consequence, which must be exactly one {@code insertLogical( new … )}. */
final class ConclusionReader {

    /** What Drools has and Java has not. */
    private static final Pattern MODIFY = Pattern.compile("\\bmodify\\s*\\(");

    private static final String FORM = "a rule ends in exactly one `insertLogical( new … );`";

    private final SourceText source;
    private final String rule;
    private final int start;
    private final Kinds known;
    private final Problems problems;

    /** @param start where the consequence begins in the text, behind {@code then} */
    ConclusionReader(SourceText source, String rule, int start, Kinds known, Problems problems) {
        this.source = source;
        this.rule = rule;
        this.start = start;
        this.known = known;
        this.problems = problems;
    }

    Optional<Conclusion> read(String consequence) {
        JavaParser parser =
                new JavaParser(new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17));
        ParseResult<BlockStmt> parsed = parser.parseBlock("{" + consequence + "\n}");
        if (!parsed.isSuccessful() || parsed.getResult().isEmpty()) {
            Matcher modify = MODIFY.matcher(consequence);
            if (modify.find()) {
                return refuse(
                        "operational-rule",
                        source.at(start + modify.start()),
                        "does more than conclude (`modify`), so its answer would depend on order: " + FORM);
            }
            List<org.demarche.source.Problem> brackets = brackets();
            if (!brackets.isEmpty()) {
                problems.addAll(brackets);
                return Optional.empty();
            }
            Optional<org.demarche.source.Problem> word = Outline.flaws(source).stream()
                    .filter(flaw -> flaw.rule().equals(rule))
                    .map(Outline.Flaw::problem)
                    .findFirst();
            if (word.isPresent()) {
                problems.add(word.get());
                return Optional.empty();
            }
            if (parser.parseBlock("{" + consequence + ";\n}").isSuccessful()) {
                problems.add(source.error(
                        "consequence-syntax",
                        source.at(start + consequence.length() - 1),
                        "A `;` is missing behind the conclusion of rule `" + rule + "`.",
                        ""));
                return Optional.empty();
            }
            SourceLocation at = parsed.getProblems().stream()
                    .flatMap(problem -> place(problem).stream())
                    .findFirst()
                    .orElse(source.at(start));
            return refuse("consequence-syntax", at, "cannot be read after `then`: " + FORM);
        }
        List<Statement> statements = parsed.getResult().get().getStatements();
        if (statements.isEmpty()) {
            return refuse("no-conclusion", source.at(start), "concludes nothing: " + FORM);
        }
        List<MethodCallExpr> conclusions = statements.stream()
                .flatMap(statement -> insertion(statement).stream())
                .toList();
        if (conclusions.size() < statements.size()) {
            return refuseOperational(statements);
        }
        if (conclusions.size() > 1) {
            return refuse(
                    "two-conclusions",
                    at(conclusions.get(1)),
                    "concludes " + conclusions.size() + " times: " + FORM + ", so make a rule of each");
        }
        return conclusion(conclusions.get(0));
    }

    private List<org.demarche.source.Problem> brackets() {
        return Brackets.unpaired(source).stream()
                .filter(each -> each.rule().equals(rule))
                .map(Brackets.Unpaired::problem)
                .filter(each -> each.at().compareTo(source.at(start)) >= 0)
                .toList();
    }

    private Optional<Conclusion> refuseOperational(List<Statement> statements) {
        Statement other = statements.stream()
                .filter(statement -> insertion(statement).isEmpty())
                .findFirst()
                .orElseThrow();
        String written = other.toString().lines().findFirst().orElse("").strip();
        Optional<String> meant = meant(other);
        if (meant.isPresent()) {
            problems.add(source.error(
                    "no-conclusion",
                    at(other),
                    "Rule `" + rule + "` says `" + written.replaceFirst("\\W.*", "")
                            + "`, and rules conclude by `insertLogical`.",
                    meant.get()));
            return Optional.empty();
        }
        return refuse(
                "operational-rule",
                at(other),
                "does more than conclude (`" + written + "`), so its answer would depend on order: " + FORM);
    }

    /** What was meant by a call that makes a fact in another way. */
    private Optional<String> meant(Statement other) {
        if (other instanceof AssertStmt) {
            return Optional.of("Write `insertLogical( new … );`.");
        }
        if (!(other instanceof ExpressionStmt expression)
                || !(expression.getExpression() instanceof MethodCallExpr call)
                || call.getScope().isPresent()) {
            return Optional.empty();
        }
        boolean fact = known.named(call.getNameAsString()).isPresent();
        boolean makes = call.getArguments().size() == 1 && call.getArgument(0) instanceof ObjectCreationExpr;
        return fact
                ? Optional.of("Write `insertLogical( new " + call.getNameAsString() + "( … ) );`.")
                : makes && call.getNameAsString().toLowerCase(Locale.ROOT).startsWith("insert")
                        ? Optional.of("Maybe `insertLogical`?")
                        : Optional.empty();
    }

    private Optional<Conclusion> conclusion(MethodCallExpr insertion) {
        if (insertion.getArguments().size() != 1
                || !(insertion.getArgument(0) instanceof ObjectCreationExpr made)
                || made.getAnonymousClassBody().isPresent()
                || made.getScope().isPresent()) {
            return refuse(
                    "no-conclusion",
                    at(insertion),
                    "must conclude a new fact, as in `insertLogical( new Move( … ) );`");
        }
        String name = made.getType().getNameAsString();
        Optional<FactType> type = known.named(name);
        List<String> possible = known.all().stream()
                .filter(each -> each.concluded() || each.isDeclared())
                .map(FactType::typeName)
                .toList();
        if (type.isEmpty() || !type.get().concluded()) {
            String what =
                    type.isEmpty() ? "there is no such kind of fact" : "that is stated in a case and never concluded";
            problems.add(source.error(
                    type.isEmpty() || known.declared().isEmpty() ? "unknown-conclusion" : "not-declarative",
                    at(made),
                    "Rule `" + rule + "` concludes `" + name + "`, but " + what + ": conclude one of "
                            + String.join(", ", possible) + ".",
                    type.isEmpty() ? Suggestion.hint(name, possible) : ""));
            return Optional.empty();
        }
        return conclusion(type.get(), made);
    }

    private Optional<Conclusion> conclusion(FactType type, ObjectCreationExpr made) {
        List<Operand> arguments = new ArrayList<>();
        for (int i = 0; i < made.getArguments().size(); i++) {
            Operand operand = operand(made.getArgument(i));
            arguments.add(
                    type.isDeclared() && i < type.fields().size()
                            ? Operands.of(type.fields().get(i), operand)
                            : operand);
        }
        int most = type.fields().size();
        int least = most - type.optionalValues();
        if (arguments.size() < least || arguments.size() > most) {
            return refuse(
                    type.form().isMadeOf(arguments.size()) ? "not-declarative" : "wrong-values",
                    at(made),
                    "gives " + arguments.size() + (arguments.size() == 1 ? " value" : " values") + " to `"
                            + type.typeName() + "`, which has " + type.typeName() + "("
                            + String.join(", ", type.fieldNames()) + ")");
        }
        while (arguments.size() < most) {
            arguments.add(new Operand.Text(""));
        }
        return Optional.of(new Conclusion(type, arguments, at(made)));
    }

    private static Operand operand(Expression argument) {
        if (argument instanceof StringLiteralExpr text) {
            return new Operand.Text(text.asString());
        }
        if (argument instanceof NameExpr name && name.getNameAsString().startsWith("$")) {
            return new Operand.Variable(name.getNameAsString().substring(1));
        }
        return new Operand.Other(argument.toString());
    }

    private static Optional<MethodCallExpr> insertion(Statement statement) {
        return statement instanceof ExpressionStmt expression
                        && expression.getExpression() instanceof MethodCallExpr call
                        && call.getScope().isEmpty()
                        && call.getNameAsString().equals("insertLogical")
                ? Optional.of(call)
                : Optional.empty();
    }

    private Optional<Conclusion> refuse(String check, SourceLocation at, String message) {
        problems.add(source.error(check, at, "Rule `" + rule + "` " + message + "."));
        return Optional.empty();
    }

    private Optional<SourceLocation> place(Problem problem) {
        return problem.getLocation()
                .flatMap(range -> range.getBegin().getRange())
                .map(range -> at(range.begin));
    }

    private SourceLocation at(com.github.javaparser.ast.Node node) {
        return node.getBegin().map(this::at).orElse(source.at(start));
    }

    /** A place in the block that was parsed, whose first line has one brace too many. */
    private SourceLocation at(Position position) {
        int offset = start;
        for (int line = 1; line < position.line; line++) {
            int next = source.text().indexOf('\n', offset);
            offset = next < 0 ? offset : next + 1;
        }
        return source.at(Math.max(start, offset + position.column - (position.line == 1 ? 2 : 1)));
    }
}
