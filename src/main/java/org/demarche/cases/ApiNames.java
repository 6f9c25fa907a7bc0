package org.demarche.cases;

import java.util.List;
import java.util.stream.Stream;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.source.Citation;

/** A case built in Java declares its actors and sources by naming them. */
final class ApiNames {

    private ApiNames() {}

    /** The citations in a text; a text without the id of a source is one itself. */
    static Citation[] citations(String text) {
        List<Citation> citations = Citation.parse(text);
        boolean named = !citations.isEmpty() && !citations.get(0).source().isEmpty();
        return named ? citations.toArray(Citation[]::new) : new Citation[] {new Citation(text, "")};
    }

    static CaseDraft declared(CaseDraft draft) {
        draft.statements.forEach(statement -> declare(statement, draft));
        draft.questions.stream()
                .flatMap(question -> question.answers().stream())
                .forEach(answer -> {
                    answer.facts().forEach(statement -> declare(statement, draft));
                    answer.means().forEach(fact -> draft.mentions.add(Mention.of(fact, answer.at())));
                });
        return draft;
    }

    private static void declare(Statement statement, CaseDraft draft) {
        Fact fact = statement.fact();
        draft.mentions.add(Mention.of(fact, statement.at()));
        statement.citations().stream()
                .map(Citation::source)
                .filter(id -> !id.isEmpty())
                .forEach(id -> draft.sources.computeIfAbsent(id, ApiNames::source));
        actors(fact).forEach(id -> draft.actors.computeIfAbsent(id, name -> Actor.named(name, name)));
    }

    private static Source source(String id) {
        String title = id.equals(Statement.API) ? "stated in Java" : id;
        return Source.named(id, title);
    }

    /** What stands where only an actor can, and state codes wherever they stand. */
    private static Stream<String> actors(Fact fact) {
        return fact.type().fields().stream()
                .filter(field -> isActor(field, fact.value(field.name())))
                .map(field -> fact.value(field.name()));
    }

    private static boolean isActor(FactType.Field field, String value) {
        FieldType type = field.type();
        boolean party = type == FieldType.PARTY || type == FieldType.SUBJECT;
        return type == FieldType.ACTOR || (party && Names.isStateCode(value));
    }
}
