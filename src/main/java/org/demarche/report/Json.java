package org.demarche.report;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demarche.model.Confidence;
import org.demarche.model.Likelihood;
import org.demarche.model.LikelihoodScale;
import org.demarche.source.SourceLocation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON documents, and what several of them have in common. */
final class Json {

    /** The largest whole number that every reader of JSON keeps exact. */
    private static final BigInteger EXACT = BigInteger.ONE.shiftLeft(53);

    private static final double MILLION = 1e6;

    /** A reason stands within a reason, in chains as long as a case has them. */
    private static final StreamWriteConstraints DEEP =
            StreamWriteConstraints.builder().maxNestingDepth(100_000).build();

    private static final ObjectWriter WRITER = JsonMapper.builder(
                    JsonFactory.builder().streamWriteConstraints(DEEP).build())
            .build()
            .writer()
            .with(printer());

    private Json() {}

    static String write(Map<String, @Nullable Object> document) {
        return WRITER.writeValueAsString(document) + "\n";
    }

    /** A text as JSON, in one line. */
    static String line(String text) {
        return WRITER.writeValueAsString(text);
    }

    /** A document that begins with the version of its schema. */
    static Map<String, @Nullable Object> document() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        return document;
    }

    /** A count; as a string where a reader might round it. */
    static Object count(BigInteger count) {
        return count.compareTo(EXACT) > 0 ? count.toString() : (Object) count;
    }

    /** A sum or a share to six decimals, beyond which stands nothing but what computers make of fractions. */
    static double rounded(double value) {
        // Adding zero makes one of the zeros below it.
        return Math.round(value * MILLION) / MILLION + 0.0;
    }

    /** Sets of answers, each with its questions sorted. */
    static List<Map<String, String>> conditions(List<Map<String, String>> conditions) {
        return conditions.stream()
                .map(each -> (Map<String, String>) new TreeMap<>(each))
                .toList();
    }

    /** A likelihood as somebody gave it. By ICD 203 it has words only where it is exactly that of a phrase. */
    static Map<String, @Nullable Object> likelihood(Likelihood likelihood, LikelihoodScale scale) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("low", likelihood.low());
        written.put("high", likelihood.high());
        // Rules are written by ICD 203, whose phrases are hardly ever exactly those of another scale.
        written.put(
                "words",
                scale == LikelihoodScale.ICD_203
                        ? likelihood.words(scale).orElse(null)
                        : likelihood.phrase(scale).orElse(null));
        return written;
    }

    /** {@code moderate}; null where nobody has judged the evidence. */
    static @Nullable String confidence(Optional<Confidence> confidence) {
        return confidence.map(Confidence::word).orElse(null);
    }

    /** Adds where something stands. A line or column of 0 is not known. */
    static void putPlace(Map<String, @Nullable Object> written, SourceLocation at) {
        written.put("file", at.file());
        written.put("line", at.line() == 0 ? null : at.line());
        written.put("column", at.column() == 0 ? null : at.column());
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        return new DefaultPrettyPrinter(separators).withObjectIndenter(indenter).withArrayIndenter(indenter);
    }
}
