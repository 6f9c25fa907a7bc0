package org.demarche.check;

import org.demarche.yaml.Keys;

/** The keys of files of expectations, with what each is for. */
public final class ExpectationKeys {

    public static final Keys FILE = Keys.of(
            "case",
            "The case it is about; not needed beside the case itself.",
            "expectations",
            "What must come out, an expectation an item.");

    public static final Keys EXPECTATION = Keys.of(
            "expect",
            "The id of an inference that must hold in some scenario: `PRK.lean-on.CHN`.",
            "expect-not",
            "The id of an inference that must hold in no scenario.",
            "status",
            "`robust`: it holds in every scenario; `contingent`: in some; `excluded`: in none.",
            "given",
            "Answers to questions that are supposed: `{ally-escorts: yes}`.",
            "as-of",
            "The day on which the case is looked at.",
            "by",
            "A rule that must conclude it directly.",
            "scenarios",
            "In how many scenarios it must hold.",
            "turns-on",
            "Questions that must influence it.",
            "not-on",
            "Questions that must not influence it.",
            "without",
            "Rules that are left out.",
            "drop",
            "Facts that are taken away before: their ids.",
            "add",
            "Facts that are stated besides, as in a case: `event: HAL escort KES`.",
            "claim",
            "The claims that it exercises.",
            "note",
            "A remark for readers.");

    public static final Keys ACCEPTANCE = Keys.of(
            "accept",
            "The id of a rule of which a change need not be noticed.",
            "mutant",
            "The kind of change: `drop-rule`, `drop-condition`, `negate-condition`, `move-bound`, `swap-term`.",
            "of",
            "The condition, as it is written.",
            "into",
            "What it is changed into.",
            "because",
            "Why nothing needs to notice it.");

    private ExpectationKeys() {}
}
