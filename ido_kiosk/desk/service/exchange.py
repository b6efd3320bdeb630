"""The file with local data for the next desk: what goes into it, and what would change when it is read.

It holds the organisations nearby and the library's answers to facts. It never holds a PIN, a key, the identity of a
desk, a setting or anything of the log.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal

import msgspec
from msgspec.structs import replace

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.base.local_data import Entry
from ido_kiosk.desk.service.local_entries import checked_entry, typed_entry
from ido_kiosk.guides.service import Answer, Library, checked_answer, typed_day

FORM: Literal["ido-lokale-gegevens"] = "ido-lokale-gegevens"
VERSION = 1
FILE_NAME = "lokale-gegevens-ido.json"
LONGEST = 1_000_000
"""Bytes; hundreds of organisations take less."""


class Package(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in the file."""

    soort: Literal["ido-lokale-gegevens"]
    versie: int
    gemaakt_op: date
    gegevens: tuple[Entry, ...]
    antwoorden: dict[str, Answer]


class Change(msgspec.Struct, frozen=True):
    """What reading a file would do: all entries and answers afterwards, and in words what is new or different."""

    entries: tuple[Entry, ...]
    answers: dict[str, Answer]
    new: tuple[str, ...]
    different: tuple[str, ...]
    same: int
    left_out: tuple[str, ...]
    """What does not fit this kiosk, or is older than what this desk has."""


def packed(entries: Sequence[Entry], answers: Mapping[str, Answer], today: date) -> bytes:
    """The file."""
    package = Package(FORM, VERSION, today, tuple(entries), dict(answers))
    return msgspec.json.format(msgspec.json.encode(package), indent=2)


def unpacked(content: bytes) -> Package:
    """What stands in a file. Raises DeskError that says why it will not do."""
    wrong = DeskError(_("Dit is geen bestand met lokale gegevens van een IDO-kiosk. Er is niets veranderd."))
    try:
        found: Any = msgspec.json.decode(content) if len(content) <= LONGEST else None
    except (ValueError, RecursionError) as error:
        raise wrong from error
    if not isinstance(found, dict) or found.get("soort") != FORM:
        raise wrong
    if isinstance(found.get("versie"), int) and found["versie"] > VERSION:
        raise DeskError(_("Dit bestand komt van een nieuwere kiosk. Werk deze kiosk eerst bij. Er is niets veranderd."))
    try:
        return msgspec.convert(found, Package)
    except msgspec.ValidationError as error:
        text = _("Dit bestand is beschadigd of met de hand veranderd ({reason}). Er is niets veranderd.")
        raise DeskError(text.format(reason=error)) from error


def compared(
    package: Package,
    entries: Sequence[Entry],
    answers: Mapping[str, Answer],
    national: Library,
    referrals: Mapping[str, str],
    today: date,
) -> Change:
    """What taking over this file would do. Nothing of this desk goes away: what it has by the same name is replaced."""
    after = {(entry.soort, entry.naam.casefold()): entry for entry in entries}
    highest = max([0, *(int(entry.id[1:]) for entry in entries if entry.id[1:].isdigit())])
    new: list[str] = []
    different: list[str] = []
    left_out: list[str] = []
    same = 0
    for given in package.gegevens:
        key = (given.soort, given.naam.casefold())
        mine = after.get(key)
        try:
            fresh = _entry(given, mine, f"P{highest + 1}", referrals, list(after.values()), today)
        except DeskError as error:
            left_out.append(f"{given.naam}: {error}")
            continue
        highest += mine is None
        same += fresh == mine
        (new if mine is None else different if fresh != mine else []).append(given.naam)
        after[key] = fresh
    known, told = _answers(package, answers, national, today)
    return Change(
        entries=tuple(after.values()),
        answers=known,
        new=(*new, *told["new"]),
        different=(*different, *told["different"]),
        same=same + len(told["same"]),
        left_out=(*left_out, *told["left_out"]),
    )


def _entry(
    given: Entry, mine: Entry | None, next_id: str, referrals: Mapping[str, str], others: Sequence[Entry], today: date
) -> Entry:
    """One of the file, as it would be kept here: under our id, its number key only where that is free."""
    id_ = next_id if mine is None else mine.id
    taken = {entry.toets for entry in others if entry.id != id_}
    key = given.toets if given.toets not in taken else (mine.toets if mine else 0)
    checked = checked_entry(replace(given, id=id_, van=""), typed_entry(replace(given, toets=key)), referrals, today)
    day = given.nagekeken if given.nagekeken and given.nagekeken <= today else None
    return replace(checked, nagekeken=day)


def _answers(
    package: Package, answers: Mapping[str, Answer], national: Library, today: date
) -> tuple[dict[str, Answer], dict[str, list[str]]]:
    after = dict(answers)
    told: dict[str, list[str]] = {"new": [], "different": [], "same": [], "left_out": []}
    for id_, given in package.antwoorden.items():
        fact, mine = national.facts.get(id_), answers.get(id_)
        if fact is None:
            told["left_out"].append(id_)
            continue
        what = fact.what.dutch
        try:
            checked = checked_answer(national, fact, given.waarde, given.bron, typed_day(given.dag), today)
        except DeskError as error:
            told["left_out"].append(f"{what}: {error}")
            continue
        if mine is not None and mine.dag > checked.dag:
            told["left_out"].append(_("{what}: dat van deze balie is nieuwer").format(what=what))
            continue
        told["new" if mine is None else "same" if mine == checked else "different"].append(what)
        after[id_] = checked
    return after, told
