package org.demarche.authoring;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.cases.Vocabulary;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;

/**
 * The first version of a rule: it compiles, and says what is to be written where.
 *
 * @param source the id of the source it cites; empty where its author has to say which
 * @param conditions the kinds of facts it asks for, each with its term
 */
public record RuleSkeleton(String id, Optional<String> source, List<Term> conditions, Term conclusion) {

    /** A kind of fact with the term that stands in it. */
    public record Term(FactType type, String term) {

        String field() {
            return termField(type);
        }
    }

    /** What is most often asked of an actor, in the order in which a skeleton takes it. */
    private static final List<FactType> ASKED = List.of(
            FactType.INTENTION,
            FactType.CAPABILITY,
            FactType.CONSTRAINT,
            FactType.RELATION,
            FactType.INTEREST,
            FactType.CONDITION,
            FactType.EVENT);

    private static final int CONDITIONS = 2;

    public RuleSkeleton {
        conditions = List.copyOf(conditions);
    }

    /** The field of a kind of fact that takes a term. */
    public static String termField(FactType type) {
        return type.fields().stream()
                .filter(field -> field.type() == FieldType.TERM)
                .map(FactType.Field::name)
                .findFirst()
                .orElseThrow();
    }

    /** Conditions to begin with: the first terms of the vocabulary. */
    public static List<Term> asked(Vocabulary words) {
        List<Term> conditions = new ArrayList<>();
        ASKED.stream()
                .limit(ASKED.size())
                .filter(type -> !words.ids(termField(type)).isEmpty())
                .limit(CONDITIONS)
                .forEach(type -> conditions.add(
                        new Term(type, words.ids(termField(type)).iterator().next())));
        return conditions;
    }

    /** Something to conclude to begin with, if possible with which no other rule has to do: so nothing else comes out otherwise. */
    public static List<Term> concluded(Vocabulary words, Iterable<RuleCard> others) {
        Set<String> used = new LinkedHashSet<>();
        for (RuleCard card : others) {
            card.conclusion().arguments().stream()
                    .filter(Operand.Text.class::isInstance)
                    .forEach(text -> used.add(((Operand.Text) text).value()));
            used.addAll(words(card.conditions().toString()));
        }
        List<Term> possible = new ArrayList<>();
        for (FactType type : List.of(FactType.MOVE, FactType.JUDGEMENT)) {
            words.ids(termField(type)).forEach(term -> possible.add(new Term(type, term)));
        }
        List<Term> unused =
                possible.stream().filter(term -> !used.contains(term.term())).toList();
        return unused.isEmpty() ? possible : unused;
    }

    private static List<String> words(String conditions) {
        return List.of(conditions.split("[^a-z0-9-]+"));
    }

    /** A file that has this rule and no other. */
    public String file(String group) {
        return "/* What these rules are about. */\npackage rules." + group.replace('-', '_')
                + "\nimport org.demarche.model.*\n\n" + text();
    }

    /** The rule. */
    public String text() {
        return """
                // Why this holds: one or two sentences, which are shown with the rule.
                rule "%s"
                    @title( "%s" )
                    @says( "%s" )
                    %s
                when
                    // $actor and $target are whoever meets all of this; a word in quotes is a term of vocabulary.yaml.
                %s    // What must not be so: not Judgement( subject == $actor, finding == "…" )
                then
                    insertLogical( new %s );
                end
                """.formatted(
                        id,
                        title(),
                        says(),
                        source.map(each -> "@source( \"" + each + "\" )")
                                .orElse("// @source( \"…\" )  the id of a source in sources.yaml, and the place in it"),
                        patterns(),
                        made());
    }

    private String title() {
        String words = id.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private String says() {
        return bindsTarget()
                ? "{actor} meets the conditions about {target}: what follows is said here, in one sentence"
                : "{actor} meets the conditions: what follows is said here, in one sentence";
    }

    private String patterns() {
        StringBuilder text = new StringBuilder();
        boolean target = false;
        for (Term term : conditions) {
            List<String> names = term.type().fieldNames();
            String who = names.get(0);
            String actor = text.length() == 0 ? "$actor : " + who : who + " == $actor";
            String what = term.field() + " == \"" + term.term() + "\"";
            String whom = target ? "" : ", $target : " + names.get(2);
            target = true;
            text.append("    %s( %s, %s%s )\n".formatted(term.type().typeName(), actor, what, whom));
        }
        return text.toString();
    }

    private boolean bindsTarget() {
        return !conditions.isEmpty();
    }

    private String made() {
        return conclusion.type().typeName() + "( $actor, \"" + conclusion.term() + "\", $target )";
    }
}
