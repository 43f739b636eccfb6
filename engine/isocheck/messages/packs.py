"""Messages about packs."""

from __future__ import annotations

from isocheck.messages.words import Messages

MESSAGES: Messages = {}
