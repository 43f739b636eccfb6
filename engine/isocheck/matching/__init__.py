"""Deciding conditions: once by durable-rules, once by a plain interpreter, held to agree."""
