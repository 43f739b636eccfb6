"""Shapes that the generator leaves out, each until the engine judges it as the contract says."""

EMPTY = "empty of a list of entries"
SHARE = "the subject in the where of a share"
EXPECTED = "an expected value within bounds"
LISTS = "a list known in part"
PARENT = "the parent that is missing"
UNNAMED = "what is missing behind a share"
NOT_YET: dict[str, str] = {
    EMPTY: "entries that have not happened on the day, or may not have, count as there (design §3)",
    SHARE: "it narrows the members that the share is of, too (packs.md, derived.yaml)",
    EXPECTED: "shown as null (design §7)",
    LISTS: "shown as known (design §7)",
    PARENT: "`missing` names the first link of the chain though that is known (design §7)",
    UNNAMED: "indeterminate, and nothing is missing (design §7)",
}
