"""The audit trail: what was found on which facts under which rules, so that it can be proved."""
