package org.demarche.compile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.model.Likelihood;
import org.demarche.model.LikelihoodScale;
import org.demarche.rules.RuleCard.Suppression;
import org.demarche.source.Citation;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** The {@code @title}, {@code @says}, {@code @source}, {@code @unless}, {@code @likelihood} and {@code @suppress} of one rule. */
final class Metadata {

    private static final Set<String> KNOWN = Set.of("title", "says", "source", "unless", "likelihood", "suppress");

    private static final String NUMBER = "[0-9]*\\.?[0-9]+";

    private static final Pattern NUMBERS = Pattern.compile(
            "(?<one>" + NUMBER + ")|\\[\\s*(?<low>" + NUMBER + ")\\s*,\\s*(?<high>" + NUMBER + ")\\s*\\]");

    private final SourceText source;
    private final RuleDescr rule;
    private final int from;
    private final int to;
    private final Problems problems;

    /** @param from where the rule begins in the text, and {@code to} where its conditions do */
    Metadata(SourceText source, RuleDescr rule, int from, int to, Problems problems) {
        this.source = source;
        this.rule = rule;
        this.from = from;
        this.to = to;
        this.problems = problems;
        checkNames();
        checkForms();
    }

    String text(String name) {
        return value(name).map(Metadata::unquote).orElse("");
    }

    List<String> unless() {
        return Arrays.stream(text("unless").split(";"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** {@code check: why; other-check: why}. */
    List<Suppression> suppressed() {
        return Arrays.stream(text("suppress").split(";"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> {
                    int colon = text.indexOf(':');
                    return colon < 0
                            ? new Suppression(text, "", at("suppress"))
                            : new Suppression(
                                    text.substring(0, colon).strip(),
                                    text.substring(colon + 1).strip(),
                                    at("suppress"));
                })
                .toList();
    }

    List<Citation> citations() {
        return text("source").isBlank() ? List.of() : Citation.parse(text("source"));
    }

    /** The likelihood of a tendency: a phrase of ICD 203, a number, or {@code [low, high]}. */
    Optional<Likelihood> likelihood() {
        if (value("likelihood").isEmpty()) {
            return Optional.empty();
        }
        String written = text("likelihood").strip();
        Optional<Likelihood> read = Likelihood.ofWords(written).or(() -> interval(written));
        if (read.isEmpty()) {
            refuse(written, LikelihoodScale.with(written));
        }
        return read;
    }

    /** @param others the scales that know it; rules are read by ICD 203 only, since cases of all scales share them */
    private void refuse(String likelihood, List<LikelihoodScale> others) {
        if (others.isEmpty()) {
            problems.add(source.error(
                    "bad-likelihood",
                    at("likelihood"),
                    "`" + likelihood
                            + "` is no likelihood: write a phrase of ICD 203 such as `likely`, a number from 0 to 1, or"
                            + " an interval such as `[0.6, 0.8]`.",
                    Suggestion.hint(likelihood, Likelihood.phrases())));
            return;
        }
        String titles = String.join(
                " and of ", others.stream().map(LikelihoodScale::title).toList());
        Likelihood meant = Likelihood.ofWords(likelihood, others.get(0)).orElseThrow();
        problems.add(source.error(
                "other-scale",
                at("likelihood"),
                "`" + likelihood + "` is a phrase of " + titles
                        + "; rules are read by ICD 203, whatever the scale of a case that uses them.",
                "Write a phrase of ICD 203, or the numbers: `[" + meant.low() + ", " + meant.high() + "]`."));
    }

    /** Where an annotation stands, or the rule when it has none of that name. */
    SourceLocation at(String name) {
        Matcher found = Pattern.compile("@\\s*" + Pattern.quote(name) + "\\b").matcher(source.text());
        return found.region(from, to).find() ? source.at(found.start()) : source.at(from);
    }

    private void checkNames() {
        for (String name : rule.getAnnotationNames()) {
            if (!KNOWN.contains(name)) {
                // Other tools may have metadata of their own; only a probable slip of the pen is an error.
                Suggestion.nearest(name, KNOWN)
                        .ifPresent(near -> problems.add(source.error(
                                "unknown-metadata",
                                at(name),
                                "Rules have no metadata `@" + name + "`.",
                                "Maybe `@" + near + "`?")));
            }
        }
    }

    /** The parser keeps the last of two of a name, and takes quotes inside of a text for part of it. */
    private void checkForms() {
        String code = source.code();
        for (String name : KNOWN) {
            Matcher place =
                    Pattern.compile("@\\s*" + name + "\\b").matcher(code).region(from, to);
            boolean once = place.find();
            if (once && place.find()) {
                problems.add(source.error(
                        "metadata-twice",
                        source.at(place.start()),
                        "`@" + name + "` stands twice in rule `" + rule.getName() + "`.",
                        name.equals("source") || name.equals("unless")
                                ? "Join what they say in one, separated by `;`."
                                : "Leave one out."));
            }
            String value = value(name).orElse("");
            if (!name.equals("likelihood")
                    && value.contains("\"")
                    && ConstraintReader.unquoted(value).isEmpty()) {
                problems.add(source.error(
                        "quotes-in-text",
                        at(name),
                        "The text of `@" + name + "` ends at a quote within it.",
                        "Write `\\\"` for a quote inside of a text."));
            }
        }
    }

    private Optional<String> value(String name) {
        AnnotationDescr annotation = rule.getAnnotation(name);
        return Optional.ofNullable(annotation)
                .map(AnnotationDescr::getSingleValue)
                .map(Object::toString);
    }

    private static Optional<Likelihood> interval(String written) {
        Matcher bounds = NUMBERS.matcher(written);
        if (!bounds.matches()) {
            return Optional.empty();
        }
        double low = Double.parseDouble(Optional.ofNullable(bounds.group("one")).orElse(bounds.group("low")));
        double high =
                Double.parseDouble(Optional.ofNullable(bounds.group("one")).orElse(bounds.group("high")));
        return low <= high && high <= 1 ? Optional.of(new Likelihood(low, high)) : Optional.empty();
    }

    private static String unquote(String value) {
        return ConstraintReader.unquoted(value)
                .map(inner -> inner.replace("\\\"", "\"").replace("\\\\", "\\"))
                .orElse(value);
    }
}
