"""Rules: from the nodes of `rules/*.yaml` to checked obligations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from isocheck.packs.citation_reading import (
    VERIFICATIONS,
    read_citations,
    read_in_force,
)
from isocheck.packs.condition_reading import ConditionReader
from isocheck.packs.conditions import TRUE, Expression, Literal_, Path
from isocheck.packs.derived_reading import read_source_of_members
from isocheck.packs.environment import LISTS, Place, Places, Typed
from isocheck.packs.form import nearest, plain
from isocheck.packs.model import (
    Action,
    Citation,
    Exception_,
    Form,
    InForce,
    Modality,
    Mode,
    Per,
    Rule,
    Text,
    Verification,
)
from isocheck.source.nodes import Fields, Items

_KEYS = (
    "id", "title", "for", "modality", "verification", "form", "cites", "when", "unless", "require",
    "due", "always", "after_end", "until", "per", "details", "action", "note", "in_force",
)  # fmt: skip
_REQUIRED = ("id", "title", "for", "modality", "verification", "cites")
_ACTION_KEYS = ("id", "do", "by", "report_to", "after")
_MODES: tuple[Mode, ...] = ("due", "always", "until")


@dataclass(frozen=True, slots=True)
class RuleContext:
    """What a rule is read with."""

    reader: ConditionReader
    in_force: InForce
    known_ids: frozenset[str]  # reference records that an action may name


def read_rule(
    context: RuleContext, node: Any, line: int, replaces: str | None = None
) -> Rule | None:
    """Return a rule, or None with the problems recorded; `replaces` names the rule it amends."""
    form = context.reader.form
    fields = form.mapping(node, line, "rule", _KEYS, _REQUIRED)
    if fields is None:
        return None
    return _RuleReading(context, fields, line).read(replaces)


class _RuleReading:
    def __init__(self, context: RuleContext, node: Fields, line: int) -> None:
        self.context = context
        self.reader = context.reader
        self.form = context.reader.form
        self.node = node
        self.line = line
        self.id = self.form.text(node, "id", "rule")

    def read(self, replaces: str | None) -> Rule | None:
        node, form, where = self.node, self.form, self.id
        self._check_id(replaces)
        kinds = self._kinds()
        if not kinds:
            return None
        modality = form.word(node, "modality", where, ("must", "should", "may"), "must")
        verification = form.word(node, "verification", where, VERIFICATIONS, "unverified")
        per, places = self._per(Place(kinds=kinds))
        mode, due = self._mode(modality, places)
        details, details_each = self._details(places)
        if modality != "may" and "require" not in node:
            form.problem("rule-no-require", self.line, where, value=where)
        return Rule(
            id=self.id,
            pack=self.reader.pack,
            title=form.both_languages(node, "title", where),
            kinds=kinds,
            modality=cast("Modality", modality),
            verification=cast("Verification", verification),
            form=self._form(mode),
            cites=self._rule_cites(),
            when=self._condition("when", places),
            unless=self._unless(places),
            require=self._condition("require", places) if "require" in node else None,
            mode=mode,
            due=due,
            due_verification=self._due_verification(mode),
            after_end=self._after_end(mode),
            per=per,
            details=details,
            details_each=details_each,
            detail_labels=self._detail_labels(),
            action=self._action(places),
            note=form.both_languages(node, "note", where) if "note" in node else None,
            in_force=read_in_force(form, node, "in_force", where) or self.context.in_force,
            location=form.location(self.line),
        )

    def _kinds(self) -> tuple[str, ...]:
        if not self.node["for"]:
            line, value = self.node.line_of("for"), plain(self.node["for"])
            self.form.problem("rule-no-kind", line, self.id, value=value)
        return self.reader.kinds(self.node, self.id)

    def _check_id(self, replaces: str | None) -> None:
        """A rule bears the prefix of its pack, one in the place of another that one's id."""
        pack = self.reader.pack
        if replaces is None and self.id and not self.id.startswith(f"{pack}."):
            line = self.node.line_of("id")
            self.form.problem("rule-id-prefix", line, self.id, value=self.id, pack=pack)

    def _form(self, mode: Mode) -> Form:
        usual = "act" if mode == "due" else "state"
        word = self.form.word(self.node, "form", self.id, ("act", "state", "cap", "target"), usual)
        return cast("Form", word)

    def _rule_cites(self) -> tuple[Citation, ...]:
        if not self.node["cites"]:
            line = self.node.line_of("cites")
            self.form.problem("rule-no-citation", line, self.id, value=self.id)
            return ()
        return self._cites(self.node)

    def _per(self, subject: Place) -> tuple[Per | None, Places]:
        pack = self.reader.pack
        if "per" not in self.node:
            return None, Places(subject, subject, pack=pack)
        line = self.node.line_of("per")
        fields = self.form.mapping(self.node["per"], line, self.id, ("over", "where"), ("over",))
        if fields is None:
            return None, Places(subject, subject, pack=pack)
        found = read_source_of_members(self.reader, fields["over"], line, self.id, subject)
        if found is None:
            return None, Places(subject, subject, pack=pack)
        source, place = found
        if not source.kinds or source.entries is not None:
            self.form.problem("per-no-kind", line, self.id, value=plain(fields["over"]))
        inside = Places(place, subject, place, pack)
        where = TRUE
        if "where" in fields:
            where = cast(
                "Any",
                self.reader.condition(fields["where"], fields.line_of("where"), inside, self.id),
            )
        return Per(source=source, where=where), Places(subject, subject, place, pack)

    def _mode(self, modality: str, places: Places) -> tuple[Mode, Expression | None]:
        named = [mode for mode in _MODES if mode in self.node]
        if modality == "may":
            if named:
                self.form.problem(
                    "rule-may-due", self.node.line_of(named[0]), self.id, value=named[0]
                )
            return "always", None
        if len(named) != 1 or (named == ["always"] and self.node["always"] != "true"):
            self.form.problem(
                "rule-mode",
                self.line,
                self.id,
                value=", ".join(f"{key}: {plain(self.node[key])}" for key in named),
            )
            return "always", None
        mode = named[0]
        if mode == "always":
            return mode, None
        line, node = self.node.line_of(mode), self.node[mode]
        if isinstance(node, Fields):
            node = node.without("verification")
        return mode, self.reader.right(node, line, places, self.id, Typed("day"))

    def _after_end(self, mode: Mode) -> bool:
        """Tell whether a limit is judged on the day of the run though the body has ended."""
        if "after_end" not in self.node:
            return False
        line, value = self.node.line_of("after_end"), self.node["after_end"]
        if value != "true" or mode != "always" or "per" in self.node:
            self.form.problem("rule-after-end", line, self.id, value=plain(value))
        return True

    def _due_verification(self, mode: Mode) -> Verification | None:
        node = self.node.get(mode)
        if mode == "always" or not isinstance(node, Fields) or "verification" not in node:
            return None
        word = self.form.word(node, "verification", self.id, VERIFICATIONS, "unverified")
        return cast("Verification", word)

    def _cites(self, node: Fields) -> tuple[Citation, ...]:
        return read_citations(self.form, node, "cites", self.id)

    def _condition(self, key: str, places: Places) -> Any:
        if key not in self.node:
            return TRUE
        return self.reader.condition(self.node[key], self.node.line_of(key), places, self.id)

    def _unless(self, places: Places) -> tuple[Exception_, ...]:
        if "unless" not in self.node:
            return ()
        found = []
        entries = self.form.items(self.node["unless"], self.node.line_of("unless"), self.id)
        for index, entry in enumerate(entries):
            line = entries.line_of(index)
            keys = ("condition", "cites")
            fields = self.form.mapping(entry, line, self.id, keys, keys)
            if fields is None:
                continue
            condition = self.reader.condition(
                fields["condition"], fields.line_of("condition"), places, self.id
            )
            found.append(Exception_(condition=condition, cites=self._cites(fields)))
        return tuple(found)

    def _details(self, places: Places) -> tuple[dict[str, Path], dict[str, Path]]:
        """Return what a finding shows besides its outcome, and for each of which records."""
        found: dict[str, Path] = {}
        each: dict[str, Path] = {}
        node = self.node.get("details", Fields(self.node.line))
        if not isinstance(node, Fields):
            line = self.node.line_of("details")
            self.form.problem("pack-not-a-mapping", line, self.id, value=plain(node))
            return found, each
        for name, value in node.items():
            at, here = node.line_of(name), places
            keys = sorted(set(value) - {"label"}) if isinstance(value, Fields) else []
            if keys not in (["fact"], ["each", "fact"]):
                self.form.problem("rule-detail", at, self.id, key=name, value=plain(value))
                continue
            if "each" in value:
                listed = self.reader.path(value["each"], value.line_of("each"), places, self.id)
                if listed is None:
                    continue
                if listed[1].type not in LISTS:
                    self.form.problem("rule-detail", at, self.id, key=name, value=plain(value))
                    continue
                each[name], here = listed[0], Places(Place(), pack=places.pack)
            path = self.reader.path(value["fact"], value.line_of("fact"), here, self.id)
            if path is not None:
                found[name] = path[0]
        return found, each

    def _detail_labels(self) -> dict[str, Text]:
        """Return what the details are called; what is wrong with them is told above."""
        node = self.node.get("details")
        entries = node.items() if isinstance(node, Fields) else ()
        return {
            name: self.form.both_languages(value, "label", self.id)
            for name, value in entries
            if isinstance(value, Fields) and "label" in value
        }

    def _action(self, places: Places) -> Action | None:
        if "action" not in self.node:
            return None
        line = self.node.line_of("action")
        fields = self.form.mapping(
            self.node["action"], line, self.id, _ACTION_KEYS, ("id", "do", "by")
        )
        if fields is None:
            return None
        report_to = fields.get("report_to")
        at = fields.line_of("report_to")
        entries = Items(at) if report_to is None else self.form.items(report_to, at, self.id)
        return Action(
            id=self.form.text(fields, "id", self.id),
            do=self.form.both_languages(fields, "do", self.id),
            by=self._who(fields["by"], fields.line_of("by"), places),
            report_to=tuple(
                self._who(entry, entries.line_of(index), places)
                for index, entry in enumerate(entries)
            ),
            after=self.form.texts(fields, "after", self.id),
        )

    def _who(self, node: Any, line: int, places: Places) -> Expression:
        who = self.reader.right(node, line, places, self.id, Typed("reference"))
        named = who.value if isinstance(who, Literal_) else None
        if node is None or (isinstance(named, str) and named not in self.context.known_ids):
            self.form.problem(
                "action-unknown-body", line, self.id, value=plain(node),
                known=sorted(self.context.known_ids),
                suggestion=nearest(plain(node), self.context.known_ids),
            )  # fmt: skip
        return who
