"""A small law and a small province for the tests of reports."""

from __future__ import annotations

from functools import cache

from helpers import Judged, judged, pack, rule

LAW = pack(
    rule(
        "announce",
        """
        form: act
        when: {qms.applied: true}
        require: {qms.announced: true}
        due: 2020-06-30
        action:
          id: announce
          do: {vi: Công bố, en: Announce it}
          by: {fact: id}
          report_to: [{fact: parent}]
        """,
        kinds="department, commune",
    ),
    rule(
        "model",
        """
        form: state
        require: {qms.framework_model: {exists: true}}
        due: 2021-06-30
        """,
        kinds="commune",
        modality="should",
    ),
    rule(
        "target",
        """
        form: target
        require: {announced_share: {gte: {param: least}}}
        due: 2021-12-31
        details: {share: {fact: announced_share}, counted: {fact: announced}, communes: {fact: all}}
        """,
        kinds="province",
    ),
    parameters="""
        least: {value: 70%, cites: [{source: law, at: Điều 2, verification: primary}]}
    """,
    derived="""
        announced_share:
          for: [province]
          over: commune
          among: {in_force: true}
          where: {qms.announced: true}
          share: true
        announced: {for: [province], over: commune, where: {qms.announced: true}, count: true}
        all: {for: [province], over: commune, count: true}
    """,
)
APPLIED = "adopted_on: 2019-01-01, ended_on: null"
STANDS = "announcements: [{date: 2019-02-01, withdrawn_on: null}]"
ANNOUNCED = f"qms: {{{APPLIED}, framework_model: 101/QĐ-BKHCN, {STANDS}}}"
NOT_ANNOUNCED = f"qms: {{{APPLIED}, framework_model: null, announcements: []}}"
FACTS = f"""
- {{id: ls, kind: province, name: Tỉnh Lạng Sơn, parent: null}}
- {{id: d1, kind: district, name: Huyện Một, parent: ls}}
- {{id: so-a, kind: department, name: Sở A, parent: ls, {NOT_ANNOUNCED}}}
- {{id: so-b, kind: department, name: Sở B, parent: ls, qms: null}}
- {{id: c1, kind: commune, name: Xã Một, parent: d1, {ANNOUNCED}}}
- {{id: c2, kind: commune, name: Xã Hai, parent: d1, {NOT_ANNOUNCED}}}
- {{id: c3, kind: commune, name: Xã Ba, parent: d1}}
- {{id: c4, kind: commune, name: Xã Bốn, parent: d1}}
"""


@cache
def small(matcher: str = "interpreter") -> Judged:
    """Return the small province judged at the end of 2020."""
    return judged(LAW, FACTS, "2020-12-31", matcher=matcher)
