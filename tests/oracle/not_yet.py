"""What the oracle leaves out, each until the engine judges it as the contract says."""

UNNAMED = "what is missing to tell whether there is an item on the run's day"
NOT_YET: dict[str, str] = {
    UNNAMED: "only what is missing on the due day is named (design §7)",
}
