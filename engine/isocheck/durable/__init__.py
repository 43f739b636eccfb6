"""Conditions compiled for durable-rules, and that library driven: nothing else knows it."""
