"""The state of all content on one page: how old each fact is, what nobody read, where it is hard to read."""

import textwrap
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path

from ido_kiosk.editor.ageing import overdue_situations
from ido_kiosk.editor.catalogues import Texts, read_all
from ido_kiosk.editor.guide_checks import unused_facts
from ido_kiosk.editor.listing import language_words
from ido_kiosk.editor.plain_language import sentences_of
from ido_kiosk.editor.readability import measure, sentences, words_of
from ido_kiosk.editor.shelf import Shelf, guide_file
from ido_kiosk.editor.worth import worth_checking
from ido_kiosk.guides.content.guide import Library
from ido_shared.content.facts import Fact

_MOST_SENTENCES = 5
_WIDTH = 120


def report(library: Library, shelf: Shelf, texts: Texts, translations: Path, today: date) -> str:
    """The page; ``texts`` is everything that can be translated."""
    parts = [
        ("Feiten per maand van nakijken, oudste eerst", _ages(library, today)),
        ("Feiten die aandacht vragen", _to_do(library, shelf, today)),
        ("Dertig feiten die het eerst nagekeken moeten worden", worth_checking(library, shelf)),
        ("Niet door een mens nagelezen", _unread(library)),
        ("Dit moet nu nagekeken worden", _overdue(library, shelf, today)),
        ("Langste zinnen", _longest(library, shelf)),
        ("Leesscore per gids (Flesch-Douma; hoger is makkelijker, 60 is de grens)", _scores(library, shelf)),
        ("Vertalingen", _languages(texts, translations)),
    ]
    return "\n\n".join("\n".join([title, *map(_wrapped, lines or ["niets"])]) for title, lines in parts)


def _wrapped(line: str) -> str:
    return textwrap.fill(line, _WIDTH, initial_indent="  ", subsequent_indent="      ", break_on_hyphens=False)


def _ages(library: Library, today: date) -> list[str]:
    def month(fact: Fact) -> str:
        return fact.checked_on.isoformat()[:7]

    found = sorted(library.facts.values(), key=lambda fact: (month(fact), fact.id))
    return [_age_line(key, list(facts), today) for key, facts in groupby(found, key=month)]


def _age_line(month: str, facts: list[Fact], today: date) -> str:
    checked = facts[0].checked_on
    months = (today.year - checked.year) * 12 + today.month - checked.month
    names = ", ".join(f"{fact.id} ({fact.confidence})" for fact in facts)
    ago = {0: "deze maand", 1: "1 maand geleden"}.get(months, f"{months} maanden geleden")
    return f"{month}, {ago}: {names}"


def _to_do(library: Library, shelf: Shelf, today: date) -> list[str]:
    facts = list(library.facts.values())
    kinds = {
        "verlopen": [fact for fact in facts if fact.state(today) == "expired"],
        "ouder dan een jaar": [fact for fact in facts if fact.is_old(today)],
        "nooit nagekeken (C)": [fact for fact in facts if fact.confidence == "C"],
        "ongebruikt": unused_facts(library, shelf),
    }
    told = [f"{kind}: {', '.join(fact.id for fact in found)}" for kind, found in kinds.items() if found]
    unchecked = sum(fact.confidence in ("B", "B26") for fact in facts)
    return [*told, f"niet nagekeken bij de organisatie (B, B26): {unchecked} van de {len(facts)}"]


def _unread(library: Library) -> list[str]:
    found = [guide.id for guide in library.guides.values() if guide.second_reading.kind != "mens"]
    return [", ".join(found)] if found else []


def _overdue(library: Library, shelf: Shelf, today: date) -> list[str]:
    found = [(guide.check_before, guide.id) for guide in library.guides.values() if today >= guide.check_before]
    found += [(before, what) for _place, what, before in overdue_situations(shelf, today)]
    return [f"{before}  {what}" for before, what in sorted(found)]


def _texts(library: Library, shelf: Shelf) -> Iterator[tuple[str, int, str]]:
    """Every text in a guide: guide, line, text."""
    for guide in library.guides:
        if (table := shelf.get(guide_file(guide))) is not None:
            yield from ((guide, text.place.line, text.value) for text in sentences_of(table))


def _longest(library: Library, shelf: Shelf) -> list[str]:
    found = [
        (len(words_of(sentence)), guide, line, sentence)
        for guide, line, text in _texts(library, shelf)
        for sentence in sentences(text)
    ]
    longest = sorted(found, key=lambda row: -row[0])[:_MOST_SENTENCES]
    return [f"{words} woorden, {guide} regel {line}: {sentence}" for words, guide, line, sentence in longest]


def _scores(library: Library, shelf: Shelf) -> list[str]:
    scores = []
    for guide, texts in groupby(_texts(library, shelf), key=lambda row: row[0]):
        measured = measure([text for _guide, _line, text in texts])
        scores.append((measured.douma, f"{measured.douma:.0f} {guide}"))
    return [", ".join(text for _score, text in sorted(scores))] if scores else []


def _languages(texts: Texts, translations: Path) -> list[str]:
    said = {True: "nagekeken door iemand die de taal van huis uit spreekt", False: "nog niet zo nagekeken"}
    states = {known.language: known.state(texts.all) for known in read_all(translations)}
    return [f"{language_words({code: state})}: {said[state.proofread]}" for code, state in states.items()]
