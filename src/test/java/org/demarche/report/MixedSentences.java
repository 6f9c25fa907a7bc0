package org.demarche.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demarche.model.Likelihood;
import org.demarche.model.LikelihoodScale;

/** Finds sentences of a printed text that say both how likely something is and how sure one is of it (ICD 203 forbids them). */
final class MixedSentences {

    private static final Pattern LIKELIHOOD = Pattern.compile(
            Arrays.stream(LikelihoodScale.values())
                    .flatMap(scale -> Likelihood.phrases(scale).stream())
                    .collect(Collectors.joining("|", "\\b(", ")\\b")),
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CONFIDENCE = Pattern.compile(
            "\\b(low|moderate|high)(ly)? confiden(ce|t)\\b|\\bconfidence( is)?:? (low|moderate|high)\\b",
            Pattern.CASE_INSENSITIVE);

    /** What leads from a branch of a tree to the next. */
    private static final Pattern FRAME = Pattern.compile("^[\\s│├└─]+");

    private MixedSentences() {}

    static List<String> in(String text) {
        return paragraphs(text).stream()
                .flatMap(paragraph -> Arrays.stream(paragraph.split("(?<=[.!?])\\s+(?=\\p{Lu})")))
                .filter(sentence -> LIKELIHOOD.matcher(sentence).find()
                        && CONFIDENCE.matcher(sentence).find())
                .toList();
    }

    /** Lines as they were before they were broken: one goes on where the next word had no room in it. */
    private static List<String> paragraphs(String text) {
        List<String> paragraphs = new ArrayList<>();
        int width = text.lines().mapToInt(String::length).max().orElse(0);
        String before = "";
        for (String line : text.lines().toList()) {
            String words = FRAME.matcher(line).replaceFirst("").strip();
            boolean goesOn = !before.isBlank()
                    && !words.isEmpty()
                    && before.length() + 1 + words.split("\\s+")[0].length() > width;
            int last = paragraphs.size() - 1;
            if (goesOn) {
                paragraphs.set(last, paragraphs.get(last) + " " + words);
            } else {
                paragraphs.add(words);
            }
            before = line;
        }
        return paragraphs;
    }
}
