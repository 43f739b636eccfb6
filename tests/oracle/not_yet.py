"""Shapes that the generator leaves out until the engine judges them as the contract says."""

EMPTY = "empty of a list of entries"
ENDS = "ended kinds"
ITEMS = "dated items of units that end"
AS_OF = "due days that are no plain field or parameter"
SHARE = "the subject in the where of a share"
OUTCOME = "outcome conditions"
EXPECTED = "an expected value within bounds"
LISTS = "a list known in part"
PARENT = "the parent that is missing"
LATE = "what is missing for lateness"
NOT_YET = {
    EMPTY: "entries dated after the day judged are counted as there (design §3)",
    ENDS: "a unit established after its kind ended is judged; due days read on the run's day (§3)",
    ITEMS: "an item dated after the unit's last day is judged (§3)",
    AS_OF: "of a unit that has ended it is read on the run's day (§3)",
    SHARE: "it narrows the members it is a share of, too (packs.md, derived.yaml)",
    EXPECTED: "shown as null (§7)",
    LISTS: "shown as known (§7)",
    PARENT: "`missing` names the first link of the chain though that is known (§7)",
    LATE: "not named where `when` no longer holds on the run's day (§7)",
    OUTCOME: "read as of the run, not of the day on which the rule is judged (§4)",
}
