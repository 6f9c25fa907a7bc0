package org.demarche.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.demarche.model.Fact;
import org.demarche.source.Citation;
import org.demarche.yaml.YamlEntry;
import org.demarche.yaml.YamlFields;
import org.demarche.yaml.YamlMapping;
import org.demarche.yaml.YamlNode;
import org.demarche.yaml.YamlScalar;

/** Reads questions with their answers. */
record QuestionReader(Reading reading, Defaults defaults) {

    Optional<Question> read(YamlEntry entry) {
        checkId(entry.key(), "a question");
        return YamlFields.of(entry.value(), "a question", reading.problems)
                .map(fields -> question(entry.key(), fields.allow(CaseKeys.QUESTION)));
    }

    private Question question(YamlScalar id, YamlFields fields) {
        List<Citation> citations =
                fields.scalar("source").map(reading::citations).orElse(List.of());
        Defaults inner = citations.isEmpty() ? defaults : defaults.withCitations(citations);
        List<Answer> answers = answers(id, fields, inner);
        LikelihoodSum.problem(answers)
                .ifPresent(sentence -> reading.problems.add(
                        id.error("likelihood-sum", sentence).withHint("Change a likelihood, or leave one open.")));
        return new Question(
                id.value(),
                fields.text("ask"),
                answers,
                citations,
                fields.date("known"),
                false,
                fields.text("note"),
                id.at());
    }

    private List<Answer> answers(YamlScalar id, YamlFields fields, Defaults inner) {
        List<Answer> answers = new ArrayList<>();
        Optional<YamlNode> node = fields.node("answers");
        if (node.isPresent() && node.get() instanceof YamlMapping) {
            fields.entries("answers").forEach(entry -> answers.add(answer(entry, inner)));
        } else {
            fields.words("answers").forEach(word -> answers.add(alone(word)));
        }
        if (answers.size() < 2) {
            reading.problems.add(id.error("too-few-answers", "The question `" + id.value() + "` needs two answers.")
                    .withHint("What is not open is a fact."));
        }
        return answers;
    }

    private Answer answer(YamlEntry entry, Defaults inner) {
        if (entry.isEmpty()) {
            return alone(entry.key());
        }
        checkId(entry.key(), "an answer");
        if (entry.value() instanceof YamlScalar text) {
            reading.problems.add(text.error("wrong-shape", "An answer has keys with values, and not only a text.")
                    .withHint("Write `" + entry.key().value() + ": {says: \"" + text.value() + "\"}`."));
            return bare(entry.key());
        }
        return YamlFields.of(entry.value(), "an answer", reading.problems)
                .map(fields -> answer(entry.key(), fields.allow(CaseKeys.ANSWER), inner))
                .orElseGet(() -> bare(entry.key()));
    }

    private Answer answer(YamlScalar id, YamlFields fields, Defaults inner) {
        return new Answer(
                id.value(),
                fields.text("says"),
                fields.node("likelihood").flatMap(new LikelihoodReader(reading)::read),
                new StatementReader(reading, new HashMap<>()).read(fields.items("facts"), inner),
                fields.items("means").stream()
                        .flatMap(item -> meant(item).stream())
                        .toList(),
                fields.text("note"),
                id.at());
    }

    private Answer alone(YamlScalar id) {
        checkId(id, "an answer");
        return bare(id);
    }

    private static Answer bare(YamlScalar id) {
        return new Answer(id.value(), "", Optional.empty(), List.of(), List.of(), "", id.at());
    }

    private Optional<Fact> meant(YamlNode item) {
        Optional<Mention> mention = YamlFields.of(item, "a fact or a conclusion", reading.problems)
                .flatMap(fields -> KindReader.meant(reading).read(fields, List.of()));
        mention.ifPresent(reading.draft.mentions::add);
        return mention.map(Mention::fact);
    }

    private void checkId(YamlScalar id, String what) {
        if (!Names.isKebab(id.value())) {
            reading.problems.add(id.error("bad-id", "`" + id.value() + "` cannot be the id of " + what + ".")
                    .withHint(Hints.kebab(id.value())));
        }
    }
}
