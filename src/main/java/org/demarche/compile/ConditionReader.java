package org.demarche.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.demarche.model.FactType;
import org.demarche.model.Kinds;
import org.demarche.rules.Expression;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.And;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Or;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AnnotatedBaseDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalBranchDescr;
import org.drools.drl.ast.descr.EntryPointDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.GroupByDescr;
import org.drools.drl.ast.descr.NamedConsequenceDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;

/** Reads the conditions of one rule from the parser's tree; what cannot be reasoned about over scenarios is refused. */
final class ConditionReader {

    private final SourceText source;
    private final Kinds known;
    private final Problems problems;
    private final ConstraintReader constraints;
    private boolean allRead = true;

    /** The variables that have a value by now, with their `$`. */
    private Set<String> bound = new HashSet<>();

    ConditionReader(SourceText source, Kinds known, Problems problems) {
        this.source = source;
        this.known = known;
        this.problems = problems;
        this.constraints = new ConstraintReader(source);
    }

    /** Whether nothing was left out, so that what is bound nowhere is not bound by what was. */
    boolean allRead() {
        return allRead;
    }

    List<RuleCondition> readAll(AndDescr conditions) {
        return all(conditions.getDescrs());
    }

    private Optional<RuleCondition> read(BaseDescr tree) {
        SourceLocation at = at(tree);
        if (tree instanceof AnnotatedBaseDescr annotated
                && !annotated.getAnnotationNames().isEmpty()) {
            String name = annotated.getAnnotationNames().iterator().next();
            refuse(source.findCode("@", at), "@" + name, "metadata stands before `when`");
        }
        if (tree instanceof PatternDescr pattern) {
            return pattern(pattern, at);
        }
        if (tree instanceof NotDescr not) {
            return apart(() -> inner(not.getDescrs(), at)).<RuleCondition>map(inner -> new Not(inner, at));
        }
        if (tree instanceof ExistsDescr exists) {
            return apart(() -> inner(exists.getDescrs(), at)).<RuleCondition>map(inner -> new Exists(inner, at));
        }
        if (tree instanceof AndDescr and) {
            return inner(and.getDescrs(), at);
        }
        if (tree instanceof OrDescr or) {
            List<RuleCondition> alternatives = alternatives(or.getDescrs());
            return Optional.of(alternatives.size() == 1 ? alternatives.get(0) : new Or(alternatives, at));
        }
        if (tree instanceof ForallDescr forall) {
            return apart(() -> forall(forall, at));
        }
        return refuse(at, word(tree), "it cannot be reasoned about over all scenarios");
    }

    /** {@code forall(P Q)} says that no P is without Q; {@code forall(P(c))} that no P of the kind is without c. */
    private Optional<RuleCondition> forall(ForallDescr forall, SourceLocation at) {
        List<RuleCondition> all = all(forall.getDescrs());
        if (all.isEmpty() || !(all.get(0) instanceof Pattern first)) {
            return refuse(at, "forall", "it must begin with a pattern");
        }
        if (all.size() > 1) {
            RuleCondition rest = all.size() == 2 ? all.get(1) : new And(all.subList(1, all.size()), at);
            return Optional.of(new Not(new And(List.of(first, new Not(rest, at)), at), at));
        }
        String each = first.label().isEmpty() ? "$each" + at.line() + "_" + at.column() : first.label();
        Comparison self = new Comparison("this", "==", new Operand.Variable(each.substring(1)), first.at(), first.at());
        Constraint same = new Constraint(
                "this == " + each, List.of(), List.of(self), true, new Expression.Compare(self), first.at());
        List<Constraint> tests = new ArrayList<>(List.of(same));
        tests.addAll(first.constraints());
        Pattern any = new Pattern(first.type(), first.kind(), each, List.of(), first.at());
        Pattern meeting = new Pattern(first.type(), first.kind(), "", tests, first.at());
        return Optional.of(new Not(new And(List.of(any, new Not(meeting, at)), at), at));
    }

    /** What is bound inside is not bound outside. */
    private <T> T apart(Supplier<T> read) {
        Set<String> before = new HashSet<>(bound);
        T inner = read.get();
        bound = before;
        return inner;
    }

    /** Bound after an {@code or} is what every alternative binds. */
    private List<RuleCondition> alternatives(List<?> trees) {
        Set<String> before = new HashSet<>(bound);
        Set<String> everywhere = null;
        List<RuleCondition> read = new ArrayList<>();
        for (Object tree : trees) {
            bound = new HashSet<>(before);
            read((BaseDescr) tree).ifPresent(read::add);
            if (everywhere == null) {
                everywhere = bound;
            } else {
                everywhere.retainAll(bound);
            }
        }
        bound = everywhere == null ? before : everywhere;
        return read;
    }

    private Optional<RuleCondition> inner(List<?> trees, SourceLocation at) {
        List<RuleCondition> all = all(trees);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(all.size() == 1 ? all.get(0) : new And(all, at));
    }

    private List<RuleCondition> all(List<?> trees) {
        return trees.stream()
                .map(BaseDescr.class::cast)
                .flatMap(each -> read(each).stream())
                .toList();
    }

    private Optional<RuleCondition> pattern(PatternDescr tree, SourceLocation at) {
        if (tree.getSource() instanceof AccumulateDescr accumulate && !(tree.getSource() instanceof GroupByDescr)) {
            return accumulate(tree, accumulate, at);
        }
        if (tree.getSource() != null) {
            SourceLocation place = tree.getSource().getLine() > 0 ? at(tree.getSource()) : at;
            return tree.getSource() instanceof CollectDescr || tree.getSource() instanceof GroupByDescr
                    ? refuseForm(place, "`" + word(tree.getSource()) + "` is not possible in a condition")
                    : refuse(place, word(tree.getSource()), "it cannot be reasoned about over all scenarios yet");
        }
        if (tree.getObjectType() == null) {
            return refuse(at, "/", "begin with the kind of a fact, as in `Intention( … )`");
        }
        if (tree.isUnification()) {
            refuse(at, ":=", "write `:` to name the fact, and compare where it is to be the same");
        }
        if (!tree.getBehaviors().isEmpty()) {
            refuse(source.findCode("over", at), "over", "windows of time are not supported");
        }
        if (tree.isQuery() || tree.getObjectType().startsWith("?")) {
            return refuse(at, tree.getObjectType(), "queries are not supported");
        }
        String label = tree.getIdentifier() == null ? "" : tree.getIdentifier();
        Optional<FactType> kind = known.named(tree.getObjectType());
        List<Constraint> tests = new ArrayList<>();
        int position = 0;
        for (BaseDescr each : tree.getDescrs()) {
            boolean positional =
                    each instanceof ExprConstraintDescr test && test.getType() == ExprConstraintDescr.Type.POSITIONAL;
            if (positional && kind.filter(FactType::isDeclared).isPresent()) {
                positional(kind.get(), position++, each).ifPresent(tests::add);
            } else if (positional && kind.isEmpty() && !known.declared().isEmpty()) {
                // That there is no such kind is told.
                allRead = false;
            } else if (positional && each instanceof ExprConstraintDescr test) {
                allRead = false;
                problems.add(
                        test.getExpression().matches("(?s).*(?:==|!=|:).*")
                                ? source.error(
                                        "drl-syntax",
                                        source.findCode(";", at(each)),
                                        "`;` cannot stand between tests.",
                                        "Within the brackets of a fact, tests are separated by commas.")
                                : source.error(
                                        "positional-value",
                                        at(each),
                                        "`" + test.getExpression()
                                                + "` is a value without a field, which cannot be told from another: name"
                                                + " the field, as in `actor == \"PRK\"`."));
            } else {
                constraints
                        .read(each.toString(), at(each), each.getStartCharacter(), kind, false)
                        .ifPresentOrElse(
                                tests::add,
                                () -> problems.add(source.error(
                                        "drl-syntax",
                                        at(each),
                                        "`" + each + "` cannot be read as a test.",
                                        joined(each.toString()))));
            }
        }
        Pattern pattern = new Pattern(tree.getObjectType(), kind, label, tests, at);
        bound.add(label);
        pattern.bindings().forEach(binding -> bound.add("$" + binding.variable()));
        return Optional.of(pattern);
    }

    /** A value in its place, as Drools has it: a variable without a value takes the one of the field. */
    private Optional<Constraint> positional(FactType type, int position, BaseDescr tree) {
        String written = tree instanceof ExprConstraintDescr test ? test.getExpression() : tree.toString();
        if (position >= type.fields().size()) {
            allRead = false;
            problems.add(source.error(
                    "wrong-values",
                    at(tree),
                    "`" + type.typeName() + "` has no value more: it has " + type.typeName() + "("
                            + String.join(", ", type.fieldNames()) + ").",
                    ""));
            return Optional.empty();
        }
        String field = type.fieldNames().get(position);
        boolean binds = written.matches("\\w+|\\$\\w+")
                && !bound.contains(written)
                && Literals.word(written, type.fields().get(position)).isEmpty();
        String test = binds ? written + " : " + field : field + " == " + written;
        Optional<Constraint> read = constraints.read(test, at(tree), tree.getStartCharacter(), Optional.of(type), true);
        read.ifPresent(each -> each.bindings().forEach(binding -> bound.add("$" + binding.variable())));
        return read;
    }

    private static String joined(String test) {
        String bare = test.replaceAll("\"[^\"]*\"|'[^']*'", "").toLowerCase(Locale.ROOT);
        if (bare.matches("(?s).*\\band\\b.*")) {
            return "Within the brackets of a fact, tests are separated by commas.";
        }
        return bare.matches("(?s).*\\bor\\b.*") ? "Within the brackets of a fact, \"or\" is written `||`." : "";
    }

    /** Only {@code accumulate( source; results; tests )}: in the other forms the results have no names to speak of. */
    private Optional<RuleCondition> accumulate(PatternDescr tree, AccumulateDescr accumulate, SourceLocation at) {
        if (tree.getStartCharacter() != accumulate.getStartCharacter()) {
            return refuseForm(at(accumulate), "`from accumulate` is not possible in a condition");
        }
        if (!accumulate.isExternalFunction()) {
            return refuseForm(at, "`accumulate` with code of its own (`init`, `action`, `result`) is not possible");
        }
        int from = accumulate.getInput().getEndCharacter();
        AccumulateReader reader = new AccumulateReader(source, from, accumulate.getEndCharacter(), problems);
        accumulate
                .getFunctions()
                .forEach(call -> reader.addResult(call.getBind(), call.getFunction(), List.of(call.getParams())));
        for (BaseDescr test : tree.getDescrs()) {
            reader.addTests(
                    test.toString(), at(test), constraints.read(test.toString(), at(test), test.getStartCharacter()));
        }
        Optional<RuleCondition> read =
                apart(() -> read(accumulate.getInput())).map(inner -> reader.accumulate(inner, at));
        accumulate.getFunctions().forEach(call -> bound.add(String.valueOf(call.getBind())));
        return read;
    }

    private Optional<RuleCondition> refuseForm(SourceLocation at, String what) {
        allRead = false;
        problems.add(source.error("not-declarative", at, what + ".", AccumulateReader.FORM));
        return Optional.empty();
    }

    private Optional<RuleCondition> refuse(SourceLocation at, String what, String why) {
        allRead = false;
        problems.add(
                source.error("not-declarative", at, "`" + what + "` is not possible in a condition: " + why + "."));
        return Optional.empty();
    }

    /** What the author wrote for it; the parser's own name where that is the word itself ({@code collect}). */
    private static String word(BaseDescr tree) {
        if (tree instanceof ConditionalBranchDescr) {
            return "if";
        }
        if (tree instanceof NamedConsequenceDescr) {
            return "do[…]";
        }
        return tree instanceof EntryPointDescr
                ? "entry-point"
                : tree.getClass().getSimpleName().replace("Descr", "").toLowerCase(Locale.ROOT);
    }

    private SourceLocation at(BaseDescr tree) {
        return tree.getStartCharacter() >= 0 && tree.getLine() > 0
                ? source.at(tree.getStartCharacter())
                : new SourceLocation(source.file(), Math.max(tree.getLine(), 0), 0);
    }
}
