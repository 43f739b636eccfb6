"""Messages about the call: the command line, the environment, the profile."""

from __future__ import annotations

from isocheck.messages.words import Messages

MESSAGES: Messages = {}
