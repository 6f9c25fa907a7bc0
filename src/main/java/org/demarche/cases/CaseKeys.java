package org.demarche.cases;

import java.util.List;
import org.demarche.yaml.Keys;

/** The keys of the files of a case, of the vocabulary and of sources, with what each is for. */
public final class CaseKeys {

    private static final Keys NOTE = Keys.of("note", "A remark for readers; no rule sees it.");

    /** The reliability of sources in the Admiralty code. */
    public static final List<String> RELIABILITY = List.of("A", "B", "C", "D", "E", "F");

    /** The credibility of what they say in the Admiralty code. */
    public static final List<String> CREDIBILITY = List.of("1", "2", "3", "4", "5", "6");

    /** Of a source, and of an actor whose words are reported. */
    private static final Keys ORIGIN = Keys.of(
            "country",
            "The actor in whose country it sits.",
            "owner",
            "The actor to whom it belongs: what its origins say counts as one voice.",
            "reliability",
            "How reliable it is, from A (completely) to E (not); F: cannot be judged. For all that it says, unless said otherwise there.");

    /** What holds for the statements of a file or a group that do not say otherwise. */
    public static final Keys DEFAULTS = Keys.of(
            "source",
            "Who says so: the id of a source under `sources:` and the place in it, `varna-navy-2030 p. 14`; several are separated by `;`.",
            "basis",
            "`evidence`: somebody observed or said it; `assumption`: we take it to be so. Evidence unless said otherwise.",
            "since",
            "The first day on which it holds: `2018-03-28`, a month or a year. Without it, it has long been so.",
            "until",
            "The first day on which it no longer holds.",
            "known",
            "The first day on which it could be known; else the day since when it holds.",
            "reliability",
            "How reliable the source is, from A (completely) to E (not); F: cannot be judged. Else that of the source, where it has one.",
            "credibility",
            "How credible it is, from 1 (confirmed by other sources) to 5 (improbable); 6: cannot be judged.");

    public static final Keys FILE = Keys.of(
                    "case",
                    "The id of the case, the same as the name of its folder. Exactly one file of a case says it.",
                    "title",
                    "What the case is called in reports.",
                    "as-of",
                    "The day on which the case is looked at; only what could be known and held then counts. Without it everything counts.",
                    "scale",
                    "By which scale phrases of likelihood are read, and written unless `--scale` says otherwise: `icd-203` (unless said otherwise), `kent` or `phia`.",
                    "rules",
                    "The folders of rules that the case uses; without it, all that are loaded.",
                    "sources",
                    "The sources that statements cite, each under an id with a hyphen.",
                    "actors",
                    "Who acts: states under three capitals (`PRK`), others in small letters and hyphens.",
                    "source",
                    "The source of the file's statements, unless they name another.",
                    "basis",
                    "What the file's statements rest on, unless they say otherwise: `evidence` or `assumption`.",
                    "reliability",
                    "The reliability of the source of the file's statements, A to F, unless they say otherwise.",
                    "credibility",
                    "The credibility of the file's statements, 1 to 6, unless they say otherwise.")
            .and(Keys.of(
                    "facts",
                    "What is stated outright, a fact an item.",
                    "questions",
                    "What nobody knows: each question with answers that exclude each other, of which one is true.",
                    "reports",
                    "What sources say about questions; a report is no fact about the world."));

    /** A file of a case whose rules are run in a plain session. */
    public static final Keys SESSION_FILE = FILE.and(
            Keys.of(
                    "globals",
                    "The values of the globals of rules that are run in a plain session, by name.",
                    "session",
                    "How a plain session is set up: `belief`, `equality`, `events`, `clock`.",
                    "steps",
                    "What is done in a plain session after the facts are inserted: insert, update, delete, advance, fire, query, expect."));

    public static final Keys SOURCE = Keys.of(
                    "title",
                    "What the source is called.",
                    "author",
                    "Who wrote it.",
                    "publisher",
                    "Who published it, or where it stands.",
                    "date",
                    "When it appeared.",
                    "kind",
                    "What it is: a book, a treaty, a record of conversation.",
                    "url",
                    "Where it can be read.")
            .and(ORIGIN)
            .and(NOTE);

    public static final Keys ACTOR = Keys.of(
                    "name",
                    "What sentences call the actor, as it stands inside a sentence: `the United States`.",
                    "kind",
                    "What kind of actor it is.")
            .and(ORIGIN)
            .and(NOTE);

    public static final List<String> ACTOR_KINDS = List.of("state", "person", "organization", "alliance", "group");

    /** Beside the fact of a statement. */
    public static final Keys STATEMENT = DEFAULTS.and(NOTE);

    /** A list of facts that have something in common. */
    public static final Keys GROUP = STATEMENT.and(Keys.of("facts", "The facts for which all this holds."));

    /** Whether a key may stand beside a fact, so that no kind can have its name. */
    public static boolean standsBesideFacts(String key) {
        return GROUP.names().contains(key);
    }

    public static final Keys QUESTION = Keys.of(
                    "ask",
                    "The question as one would ask it.",
                    "answers",
                    "At least two answers, in the order in which they are to be shown.",
                    "source",
                    "Who raises the question; the default for what its answers state.",
                    "known",
                    "The first day on which the question is asked; before it the question does not exist.")
            .and(NOTE);

    public static final Keys ANSWER = Keys.of(
                    "says",
                    "The answer as a clause that can follow \"where\", \"if\" and \"that\": `Halcyon escorts nobody`.",
                    "likelihood",
                    "How likely it is: a phrase of the scale of the case (`unlikely`), a number from 0 to 1, or two, `[0.2, 0.4]`.",
                    "facts",
                    "What is true where this is the answer.",
                    "means",
                    "Facts or conclusions that the answer would amount to, without stating them.")
            .and(NOTE);

    public static final Keys REPORT = Keys.of(
                    "id",
                    "A name of its own.",
                    "source",
                    "The source it stands in: its id and the place.",
                    "question",
                    "The question it bears on.",
                    "answer",
                    "The answer it speaks for.",
                    "fact",
                    "In place of a question: the fact that it tells of. Whether it is so then becomes a question, which rules may settle.",
                    "denies",
                    "As `fact`: what it says is not so.",
                    "origin",
                    "Who says it in the first place: the actor who says it on the record, a source, or `anonymous`.",
                    "repeats",
                    "In place of an origin: the id of the report that it only repeats; both count as one.",
                    "date",
                    "The day of what it tells of.",
                    "withdrawn",
                    "The first day on which its origin no longer stands by it; from then on it does not count.",
                    "refuted",
                    "The first day on which it is known to be wrong; from then on it does not count.",
                    "reliability",
                    "How reliable its source is, from A (completely) to E (not); F: cannot be judged.",
                    "credibility",
                    "How credible it is, from 1 (confirmed) to 5 (improbable); 6: cannot be judged.",
                    "known",
                    "The first day on which it could be known.",
                    "since",
                    "The first day on which it counts.",
                    "until",
                    "The first day on which it no longer counts.")
            .and(NOTE);

    public static final Keys TERM = Keys.of(
                    "text",
                    "The phrase, as the field's sentence needs it, with `{target}` or another field of the fact for a name; what stands in square brackets is left out where that name is absent.",
                    "past",
                    "The phrase for an action that has happened: `stopped and inspected ships`.",
                    "plural",
                    "The phrase for a subject in the plural; rarely needed.",
                    "plover",
                    "Its code in PLOVER.",
                    "cameo",
                    "Its code in CAMEO.",
                    "excludes",
                    "Terms of the same field that cannot hold together with it; used by checks only.")
            .and(NOTE);

    public static final Keys CLAIMS = Keys.of(
            "source",
            "The source whose claims these are, unless a claim names another.",
            "claims",
            "What the encoded assessment says, a claim an item.");

    public static final Keys CLAIM = Keys.of(
            "id",
            "The place in the source, by which rules and statements cite it: `C3c`.",
            "kind",
            "What carries it: a fact, a report, a question, a rule; a thesis must come out by itself.",
            "text",
            "The claim in our words.",
            "source",
            "Its source, where it is not that of the file.");

    private CaseKeys() {}
}
