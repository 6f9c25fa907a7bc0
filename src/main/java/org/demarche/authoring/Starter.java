package org.demarche.authoring;

import java.nio.file.Path;
import java.util.List;

/** A first folder of rules with its words and sources, for a place that has none. */
public final class Starter {

    /** The id of the source that stands for the author of the rules. */
    public static final String OWN_JUDGEMENT = "own-judgement";

    /** The folder its rules stand in. */
    public static final String GROUP = "first-rules";

    private static final String VOCABULARY = """
            # yaml-language-server: $schema=%s
            # Every term once, under the field of facts it stands in. A phrase goes on after the name of who it is said of.
            aim:
              support: "support {target}"
              isolate: "isolate {target}"

            means:
              lend: "lend money[ to {target}]"

            avoids:
              open-war: "open war[ with {about}]"

            relation:
              ally-of: "is an ally of {other}"

            action:
              offer-loan:
                text: "offer a loan[ to {target}]"
                past: "offered a loan[ to {target}]"
              send-envoy:
                text: "send an envoy[ to {target}]"
                past: "sent an envoy[ to {target}]"

            finding:
              well-placed: "is well placed[ towards {about}]"
            """;

    private static final String SOURCES = """
            # yaml-language-server: $schema=%s
            # The sources of rules: a book, an article, or your own judgement. The id has a hyphen.
            own-judgement: {title: "Our own judgement", kind: assessment}
            """;

    private static final String RULES = """
            /* A first rule to write over: what an actor does who wants to help and has the means. */
            package rules.first_rules
            import org.demarche.model.*

            // Money is the help that is soonest given and least resented.
            rule "loan-as-support"
                @title( "A loan as support" )
                @says( "{actor} wants to support {target} and can lend: it will offer a loan" )
                @source( "own-judgement" )
            when
                Intention( $actor : actor, aim == "support", $target : target )
                Capability( actor == $actor, means == "lend" )
            then
                insertLogical( new Move( $actor, "offer-loan", $target ) );
            end
            """;

    private Starter() {}

    /** The vocabulary and the sources in a folder of rules. */
    public static List<NewFile> words(Path rules, String schemas) {
        return List.of(
                new NewFile(
                        rules.resolve("vocabulary.yaml"), VOCABULARY.formatted(schemas + "/vocabulary.schema.json")),
                new NewFile(rules.resolve("sources.yaml"), SOURCES.formatted(schemas + "/sources.schema.json")));
    }

    /** A first rule. */
    public static NewFile rule(Path rules) {
        return new NewFile(rules.resolve(GROUP).resolve(GROUP + ".drl"), RULES);
    }
}
