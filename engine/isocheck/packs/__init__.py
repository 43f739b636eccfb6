"""Packs: what they say, read and checked; nothing here judges."""
