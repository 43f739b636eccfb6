"""Three truth values, values within bounds, and days: what both evaluations stand on."""
