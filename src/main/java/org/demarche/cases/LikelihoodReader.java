package org.demarche.cases;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.demarche.model.Likelihood;
import org.demarche.model.LikelihoodScale;
import org.demarche.source.Suggestion;
import org.demarche.yaml.YamlNode;
import org.demarche.yaml.YamlScalar;
import org.demarche.yaml.YamlSequence;

/** Reads a likelihood: a phrase of the scale of the case, a probability, or an interval of probabilities. */
record LikelihoodReader(Reading reading) {

    private static final String HINT =
            "Write a phrase such as `unlikely`, a number from 0 to 1, or two of them: `[0.2, 0.4]`.";

    Optional<Likelihood> read(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return reading.scales.stream()
                    .flatMap(scale -> Likelihood.ofWords(scalar.value(), scale).stream())
                    .findFirst()
                    .or(() -> interval(scalar, List.of(scalar, scalar)));
        }
        if (node instanceof YamlSequence list && list.items().size() == 2) {
            return interval(node, list.items());
        }
        return refuse(node, "This is not a likelihood.", HINT);
    }

    private Optional<Likelihood> interval(YamlNode node, List<? extends YamlNode> bounds) {
        OptionalDouble low = number(bounds.get(0));
        OptionalDouble high = number(bounds.get(1));
        if (low.isEmpty() || high.isEmpty()) {
            return node instanceof YamlScalar phrase
                    ? refusePhrase(phrase)
                    : refuse(node, "An interval of likelihood has two numbers from 0 to 1.", HINT);
        }
        if (low.getAsDouble() > high.getAsDouble()) {
            return refuse(node, "The lower bound of a likelihood comes first.", "");
        }
        return Optional.of(new Likelihood(low.getAsDouble(), high.getAsDouble()));
    }

    private static OptionalDouble number(YamlNode node) {
        if (node instanceof YamlScalar scalar && scalar.value().matches("0|1|0?\\.\\d{1,15}|[01]\\.0*")) {
            return OptionalDouble.of(Double.parseDouble(scalar.value()));
        }
        return OptionalDouble.empty();
    }

    private Optional<Likelihood> refusePhrase(YamlScalar phrase) {
        List<LikelihoodScale> others = LikelihoodScale.with(phrase.value());
        if (others.isEmpty()) {
            return refuse(phrase, "`" + phrase.value() + "` is not a likelihood.", hint(phrase.value()));
        }
        Likelihood meant = Likelihood.ofWords(phrase.value(), others.get(0)).orElseThrow();
        reading.problems.add(phrase.error(
                        "other-scale",
                        "`" + phrase.value() + "` is a phrase of "
                                + String.join(
                                        " and of ",
                                        others.stream()
                                                .map(LikelihoodScale::title)
                                                .toList())
                                + "; this case is read by " + reading.draft.scale.title() + ".")
                .withHint("Write "
                        + String.join(
                                " or ",
                                others.stream()
                                        .map(scale -> "`scale: " + scale.id() + "`")
                                        .toList())
                        + " beside `case:`, the numbers `[" + meant.low() + ", " + meant.high() + "]`, or a phrase of "
                        + reading.draft.scale.title() + "."));
        return Optional.empty();
    }

    private String hint(String phrase) {
        if (phrase.matches("\\d{1,2}\\s*%|[2-9]|[1-9]\\d")) {
            String percent = phrase.replaceAll("\\D", "");
            return "Maybe `0." + (percent.length() < 2 ? "0" : "") + percent + "`?";
        }
        String near = Suggestion.hint(
                phrase,
                reading.scales.stream()
                        .flatMap(scale -> Likelihood.phrases(scale).stream())
                        .toList());
        return near.isEmpty() ? HINT : near;
    }

    private Optional<Likelihood> refuse(YamlNode node, String message, String hint) {
        reading.problems.add(node.error("bad-likelihood", message).withHint(hint));
        return Optional.empty();
    }
}
