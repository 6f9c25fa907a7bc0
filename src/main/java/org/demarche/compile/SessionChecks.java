package org.demarche.compile;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;
import org.drools.base.time.TimeUtils;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.BehaviorDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;

/** Finds what the classic compiler of Drools trips over without a word, or lets through though it can only fail when rules fire. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class SessionChecks {

    private static final Set<String> NO_COLLECTIONS =
            Set.of("String", "Integer", "Long", "Double", "Number", "Boolean");
    private static final String TIME = "Time is written as `10s`, `5m`, `2h` or `1d`.";

    private final List<DrlFile> files;
    private final Problems problems;

    void check() {
        Map<String, GlobalDescr> globals = new HashMap<>();
        Map<String, SourceLocation> places = new HashMap<>();
        for (DrlFile file : files) {
            attributes(file, file.tree().getAttributes(), 0);
            file.tree().getTypeDeclarations().forEach(type -> type(file, type));
            file.tree().getGlobals().forEach(global -> global(file, global, globals, places));
            for (RuleDescr rule : file.tree().getRules()) {
                int from = Math.max(0, rule.getStartCharacter());
                attributes(file, rule.getAttributes().values(), from);
                rule.getLhs().getDescrs().forEach(each -> condition(file, from, each));
            }
        }
    }

    private void attributes(DrlFile file, Collection<AttributeDescr> attributes, int from) {
        for (AttributeDescr attribute : attributes) {
            String value = attribute.getValue();
            switch (attribute.getName()) {
                case "dialect" -> {
                    if (!Set.of("java", "mvel").contains(value)) {
                        tell(
                                file,
                                "\\bdialect\\b",
                                from,
                                "bad-attribute",
                                "What a rule does is written in `java` or `mvel`, and not in `" + value + "`.",
                                Suggestion.hint(value, List.of("java", "mvel")));
                    }
                }
                case "calendars" ->
                    tell(
                            file,
                            "\\bcalendars\\b",
                            from,
                            "bad-attribute",
                            "There are no calendars here, so this rule could not fire.",
                            "Leave it out, or test a date in a condition.");
                case "salience" -> {
                    int at = find(file, "\\bsalience\\b", from);
                    if (Pattern.compile("salience\\s*\\(?\\s*[\"']")
                            .matcher(file.source().text())
                            .region(at, file.source().text().length())
                            .lookingAt()) {
                        tell(file, "\\bsalience\\b", from, "bad-attribute", "`salience` is a number and no text.", "");
                    }
                }
                default -> {
                    // The compiler has words for the others.
                }
            }
        }
    }

    private void type(DrlFile file, TypeDeclarationDescr type) {
        int from = find(file, "\\bdeclare\\s+(?:trait\\s+)?" + Pattern.quote(type.getTypeName()) + "\\b", 0);
        Optional.ofNullable(type.getAnnotation("expires"))
                .map(each -> String.valueOf(each.getSingleValueAsString()).replaceAll("[\"\\s]", ""))
                .filter(each -> time(each).isEmpty())
                .ifPresent(each ->
                        tell(file, "@\\s*expires\\b", from, "bad-metadata", "`" + each + "` is no time.", TIME));
        type.getSuperTypes().stream()
                .map(each -> each.getName())
                .filter(each -> !known(each, file))
                .forEach(each -> tell(
                        file,
                        "\\b" + Pattern.quote(each) + "\\b",
                        from,
                        "unknown-type",
                        "There is no type `" + each + "`, which `" + type.getTypeName() + "` is said to extend.",
                        Suggestion.hint(each, new KnownNames(files).types())));
    }

    /** Whether a type is declared or may be imported. */
    private boolean known(String type, DrlFile file) {
        return type.contains(".")
                || new KnownNames(files).types().contains(type)
                || file.tree().getImports().stream()
                        .anyMatch(each -> each.getTarget().endsWith(".*"));
    }

    private void global(
            DrlFile file, GlobalDescr global, Map<String, GlobalDescr> before, Map<String, SourceLocation> places) {
        String name = global.getIdentifier();
        String declared = "\\bglobal\\b[^;\\n]*\\b" + Pattern.quote(name) + "\\b";
        GlobalDescr other = before.putIfAbsent(name, global);
        int nth = places.containsKey(name)
                        && places.get(name).file().equals(file.source().file())
                ? file.source().offset(places.get(name)) + 1
                : 0;
        places.putIfAbsent(name, file.source().at(find(file, declared, 0)));
        if (other != null && !simple(other.getType()).equals(simple(global.getType()))) {
            tell(
                    file,
                    declared,
                    nth,
                    "duplicate-id",
                    "The global `" + name + "` is a `" + global.getType() + "` here, and a `" + other.getType()
                            + "` at " + places.get(name) + ".",
                    "Give one of them another name.");
        }
    }

    private static String simple(String type) {
        return type.replaceAll("<.*", "").replaceAll("^.*\\.", "").strip();
    }

    private void condition(DrlFile file, int from, BaseDescr tree) {
        if (tree instanceof PatternDescr pattern) {
            int at = pattern.getStartCharacter() > 0 ? pattern.getStartCharacter() : from;
            pattern.getBehaviors().forEach(each -> window(file, at, each));
            String type = String.valueOf(pattern.getObjectType());
            if (pattern.getSource() instanceof CollectDescr
                    && (NO_COLLECTIONS.contains(type)
                            || new KnownNames(files).declared().containsKey(type))) {
                tell(
                        file,
                        "\\b" + Pattern.quote(type) + "\\b",
                        at,
                        "wrong-type",
                        "`collect` gives a list, and a `" + type + "` is none.",
                        "Write `java.util.List( ) from collect( … )`.");
            }
        } else if (tree instanceof ConditionalElementDescr element) {
            element.getDescrs().forEach(each -> condition(file, from, (BaseDescr) each));
        }
    }

    private void window(DrlFile file, int from, BehaviorDescr window) {
        String size = String.join("", window.getParameters()).strip();
        boolean time = "time".equals(window.getSubType());
        boolean fits = time
                ? time(size).filter(each -> each > 0).isPresent()
                : size.matches("0*[1-9]\\d{0,8}") || !"length".equals(window.getSubType());
        if (!fits) {
            tell(
                    file,
                    "\\bwindow\\b",
                    from,
                    "bad-window",
                    "`" + size + "` is no " + (time ? "time that a window could have." : "length of a window."),
                    time ? TIME : "Write how many facts it holds, as in `window:length( 5 )`.");
        }
    }

    private static Optional<Long> time(String written) {
        try {
            return Optional.of(TimeUtils.parseTimeString(written));
        } catch (RuntimeException none) {
            return Optional.empty();
        }
    }

    private static int find(DrlFile file, String pattern, int from) {
        Matcher found = Pattern.compile(pattern).matcher(file.source().code());
        return found.find(from) ? found.start() : from;
    }

    private void tell(DrlFile file, String pattern, int from, String check, String message, String hint) {
        problems.add(file.source().error(check, file.source().at(find(file, pattern, from)), message, hint));
    }
}
