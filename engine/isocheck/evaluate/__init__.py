"""From facts and packs to outcomes: derive, aggregate, match, judge, explain."""
