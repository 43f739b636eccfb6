"""Shapes that the generator leaves out, each until the engine judges it as the contract says."""

EMPTY = "empty of a list of entries"
SHARE = "the subject in the where of a share"
PARENT = "the parent that is missing"
UNNAMED = "what is missing behind a share"
NOT_YET: dict[str, str] = {}
