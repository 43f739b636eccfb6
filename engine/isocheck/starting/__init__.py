"""A folder to begin with: a province from a list of its units, and what is left to fill in."""
