package org.demarche.cases;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.model.Report;
import org.demarche.source.Citation;
import org.demarche.source.SourceLocation;
import org.demarche.yaml.YamlFields;
import org.demarche.yaml.YamlNode;
import org.demarche.yaml.YamlScalar;

/** Reads what sources say about questions. */
record ReportReader(Reading reading, Defaults defaults) {

    /** Grades when nobody has judged: reliability and credibility cannot be told. */
    private static final String UNJUDGED_SOURCE = "F";

    private static final String UNJUDGED_CONTENT = "6";

    void read(YamlNode item) {
        YamlFields.of(item, "a report", reading.problems).ifPresent(fields -> read(fields.allow(CaseKeys.REPORT)));
    }

    private void read(YamlFields fields) {
        Optional<YamlScalar> id = fields.required("id");
        Optional<YamlScalar> question = fields.required("question");
        Optional<YamlScalar> answer = fields.required("answer");
        Optional<YamlScalar> origin = fields.required("origin");
        Defaults refined = defaults.refined(fields, reading);
        checkSource(fields, refined);
        if (Stream.of(id, question, answer, origin).allMatch(Optional::isPresent)
                && reading.declared.add("report", id.get())) {
            add(fields, refined, id.get(), List.of(question.get(), answer.get()), origin.get());
        }
    }

    private void add(
            YamlFields fields, Defaults refined, YamlScalar id, List<YamlScalar> questionAndAnswer, YamlScalar origin) {
        Optional<YamlScalar> reliability = fields.scalar("reliability");
        Optional<YamlScalar> credibility = fields.scalar("credibility");
        Report report = new Report(
                id.value(),
                refined.citations().stream().findFirst().map(Citation::source).orElse(""),
                questionAndAnswer.get(0).value(),
                questionAndAnswer.get(1).value(),
                reliability.map(YamlScalar::value).orElse(UNJUDGED_SOURCE),
                credibility.map(YamlScalar::value).orElse(UNJUDGED_CONTENT),
                origin.value());
        SourceLocation at = id.at();
        reading.draft.mentions.add(new Mention(
                report,
                List.of(
                        at,
                        at,
                        questionAndAnswer.get(0).at(),
                        questionAndAnswer.get(1).at(),
                        reliability.map(YamlScalar::at).orElse(at),
                        credibility.map(YamlScalar::at).orElse(at),
                        origin.at())));
        reading.draft.statements.add(new Statement(
                report,
                refined.citations(),
                Basis.EVIDENCE,
                refined.since(),
                refined.until(),
                refined.known(),
                fields.text("note"),
                at));
    }

    private void checkSource(YamlFields fields, Defaults refined) {
        if (refined.citations().isEmpty() && !fields.has("source")) {
            reading.problems.add(
                    fields.mapping().error("missing-key", "A report needs `source`, unless the file has a default."));
        }
    }
}
