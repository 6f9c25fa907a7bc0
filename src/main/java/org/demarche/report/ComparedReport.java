package org.demarche.report;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.Assessment;
import org.jspecify.annotations.Nullable;

/** Sets two assessments, each with what it is of, and how they differ. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class ComparedReport {

    private final Compared before;
    private final Compared after;

    String text(Page page) {
        Paper paper = new Paper(page);
        String title = before.assessment().caseFile().title();
        String other = after.assessment().caseFile().title();
        paper.heading(title.equals(other) ? title : "From “" + title + "” to “" + other + "”");
        new Words(after.assessment()).scale(paper);
        line("from", before, paper);
        line("to", after, paper);
        remarks(before, "From", paper);
        remarks(after, "To", paper);
        new DiffReport(before.assessment(), after.assessment()).set(paper);
        return paper.print();
    }

    private void line(String which, Compared compared, Paper paper) {
        Assessment of = compared.assessment();
        String day = of.caseFile().asOf().map(date -> " as of " + date).orElse("");
        String rules = before.rules().equals(after.rules()) ? "" : ", by the rules in " + Words.and(compared.rules());
        String given = compared.given().entrySet().stream()
                .map(each -> each.getKey() + " = " + each.getValue())
                .collect(Collectors.joining(", "));
        paper.item(
                2,
                which,
                4,
                of.caseFile().id() + day + rules + (given.isEmpty() ? "" : ", answered: " + given) + ": "
                        + Words.scenarios(of.scenarios()));
    }

    /** Only said where there is something to say: paradoxes, and what was not worked out exactly. */
    private static void remarks(Compared compared, String which, Paper paper) {
        Assessment of = compared.assessment();
        Paper apart = new Paper(paper.page());
        new Heading(of, new Words(of), apart).remarks();
        if (!apart.print().isEmpty()) {
            paper.paragraph(0, which + " " + of.caseFile().id() + ":");
            new Heading(of, new Words(of), paper).remarks();
        }
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> document = RunJson.header(after.assessment());
        document.put("before", header(before));
        document.put("after", header(after));
        document.putAll(new DiffReport(before.assessment(), after.assessment()).changes());
        return document;
    }

    private static Map<String, @Nullable Object> header(Compared compared) {
        Assessment of = compared.assessment();
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("case", of.caseFile().id());
        written.put("title", of.caseFile().title());
        written.put("asOf", of.caseFile().asOf().map(LocalDate::toString).orElse(null));
        written.put("rules", compared.rules());
        written.put("answers", compared.given());
        written.put("scenarios", Json.count(of.scenarios()));
        written.put("exact", of.exact());
        return written;
    }
}
