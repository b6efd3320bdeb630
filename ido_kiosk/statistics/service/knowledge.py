"""What the published numbers of a year tell together, as sheets and secrets for the audit."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from ido_kiosk.statistics.service.audit import Atom, Column, Exchange, Row, Secret, Sheet
from ido_kiosk.statistics.service.pool import Line, Lists, Pool, Spot
from ido_shared import counts
from ido_shared.content.codes import NOT_FILLED_IN

LINKED = (counts.TOPIC, counts.ORGANISATION, counts.KIND)
"""Views that tell about each other: a topic usually has one organisation and one kind."""
_WITHOUT = ""
"""In the place of a code: the questions of a month that have not the code in question."""


def is_safe_to_publish(pool: Pool, line: Line, lists: Lists) -> bool:
    """Whether nobody can work out a small number from what left the pool, as far as it has to do with this line.

    Looks at the line by itself, where nothing that waits may be told; and for topic, organisation and kind at the
    three together, as someone would who takes it that every topic has its usual organisation and kind. Of a view in
    which a question can have several codes, it looks at each code by itself.
    """
    if line.view in counts.MULTI_VALUED:
        several = {spot.code for spot, (period, *_) in pool.left.items() if spot.line == line and _length(period) > 1}
        return all(_apart(pool, line, code) for code in several)  # a month by itself tells nothing of the others
    return _alone(pool, line, lists) and (line.view not in LINKED or _together(pool, lists))


def _alone(pool: Pool, line: Line, lists: Lists) -> bool:
    """Whether one line by itself tells nothing small."""
    months, codes = sorted(pool.totals), _codes(pool, line, lists)
    numbers = {(month, code): pool.questions([Spot(line, month, code)]) for month in months for code in codes}
    rows = {atom: (atom[0],) for atom in numbers}
    columns = {(month, code): (pool.left.get(Spot(line, month, code)),) for month, code in numbers}
    exchange = Exchange(Sheet(numbers, rows, columns))
    themes = lists.themes.get(line.view, {})
    return all(exchange.is_safe(secret) for secret in _secrets(pool, line, codes, themes, months))


def _apart(pool: Pool, line: Line, code: str) -> bool:
    """Whether one code of a view in which a question can have several tells nothing small.

    Its codes add up to no total that is known. But no month has more questions with a code than it has questions: of
    a cell of a quarter, a month in which hardly anyone came leaves the rest to the other months.
    """
    months = sorted(pool.totals)
    numbers = {(month, code): pool.questions([Spot(line, month, code)]) for month in months}
    numbers |= {(month, _WITHOUT): pool.totals[month] - numbers[month, code] for month in months}
    rows: dict[Atom, Row] = {atom: (atom[0],) for atom in numbers}
    columns: dict[Atom, Column] = {(month, code): (pool.left.get(Spot(line, month, code)),) for month in months}
    columns |= {(month, _WITHOUT): (None,) for month in months}
    exchange = Exchange(Sheet(numbers, rows, columns))
    return all(exchange.is_safe(secret) for secret in _secrets(pool, line, [code], {}, months))


def _codes(pool: Pool, line: Line, lists: Lists) -> list[str]:
    """The codes that a question can have, also those of older lists.

    Without *niet ingevuld*: the totals already say how many questions are not completed.
    """
    used = {spot.code for spot in pool.counted if spot.line == line}
    return sorted({*lists.codes[line.view], *used} - {NOT_FILLED_IN})


def _secrets(
    pool: Pool, line: Line, codes: Iterable[str], themes: Mapping[str, str], months: list[str]
) -> Iterator[Secret]:
    """The numbers of a line that nobody may work out: of each period and code what cannot be read, and by theme."""
    highest = max((counted.k for spot, counted in pool.counted.items() if spot.line == line), default=0)
    in_theme: dict[str, set[Atom]] = {}
    for code in codes:
        for hidden, waits in _hidden(pool, line, code, months):
            # What waits is told of when it is small, but also when it is just too small to leave: who sees that
            # something else was held back for it would else know that it is small.
            yield Secret(frozenset((month, code) for month in hidden), 2 * highest if waits else highest)
        waiting = {(month, code) for month in months if Spot(line, month, code) not in pool.left}
        in_theme.setdefault(themes.get(code, ""), set()).update(waiting)
    yield from (Secret(frozenset(atoms), 2 * highest) for theme, atoms in in_theme.items() if theme)


def _hidden(pool: Pool, line: Line, code: str, months: list[str]) -> Iterator[tuple[list[str], bool]]:
    """Of each month, quarter and year the months in which a code cannot be read, and whether it waits in all."""
    left = {month: pool.left.get(Spot(line, month, code)) for month in months}
    read = {month: _length(cell[0]) for month, cell in left.items() if cell and cell[1] == counts.CODE}
    for period, some in _periods(pool.year, tuple(months)).items():
        hidden = [month for month in some if month not in read or read[month] > _length(period)]
        if hidden:
            yield hidden, all(left[month] is None for month in hidden)


@cache
def _periods(year: str, months: tuple[str, ...]) -> dict[str, list[str]]:
    """Each month, quarter and the year, with its months."""
    periods: dict[str, list[str]] = {}
    for month in months:
        first, _last = counts.days_of(month)
        for period in (month, counts.quarter_text(first), year):
            periods.setdefault(period, []).append(month)
    return periods


@cache
def _length(period: str) -> int:
    """How many months a period has."""
    first, last = counts.days_of(period)
    return last.month - first.month + 1


def _together(pool: Pool, lists: Lists) -> bool:
    """Whether topic, organisation and kind together tell nothing small."""
    months = sorted(pool.totals)
    topics = lists.codes[counts.TOPIC]
    others = [view for view in LINKED if view != counts.TOPIC]
    spots = {
        (month, topic): [
            Spot(Line(counts.TOPIC), month, topic),
            *(Spot(Line(view), month, lists.of_topic[view][topic]) for view in others),
        ]
        for month in months
        for topic in topics
    }
    numbers = {atom: pool.questions(of[:1]) for atom, of in spots.items()}
    cells = {atom: tuple(pool.left.get(spot) for spot in of) for atom, of in spots.items()}
    exchanges = [Exchange(Sheet(numbers, *sums)) for sums in (_by_length(cells), _by_view(cells))]
    return all(any(way.is_safe(secret) for way in exchanges) for secret in _linked_secrets(pool, lists, months))


_Cells = dict[Atom, tuple[tuple[str, str, str] | None, ...]]


def _by_length(cells: _Cells) -> tuple[dict[Atom, Row], dict[Atom, Column]]:
    """Rows keep every cell of one month what it is, columns every cell of more months."""
    rows: dict[Atom, Row] = {
        atom: (atom[0], *(cell if cell and cell[0] == atom[0] else None for cell in of)) for atom, of in cells.items()
    }
    columns: dict[Atom, Column] = {
        atom: tuple(None if cell and cell[0] == atom[0] else cell for cell in of) for atom, of in cells.items()
    }
    return rows, columns


def _by_view(cells: _Cells) -> tuple[dict[Atom, Row], dict[Atom, Column]]:
    """Rows keep every cell of organisation and kind what it is, columns those of topics."""
    rows: dict[Atom, Row] = {atom: (atom[0], *of[1:]) for atom, of in cells.items()}
    columns: dict[Atom, Column] = {atom: of[:1] for atom, of in cells.items()}
    return rows, columns


def _linked_secrets(pool: Pool, lists: Lists, months: list[str]) -> Iterator[Secret]:
    """The small numbers of topics, organisations and kinds, in the questions of topics."""
    highest = max((counted.k for spot, counted in pool.counted.items() if spot.line.view in LINKED), default=0)
    for view in LINKED:
        line = Line(view)
        groups: dict[str, list[str]] = {}
        for topic in lists.codes[counts.TOPIC]:
            groups.setdefault(topic if view == counts.TOPIC else lists.of_topic[view][topic], []).append(topic)
        for code, topics in groups.items():
            for hidden, _waits in _hidden(pool, line, code, months):
                yield Secret(frozenset((month, topic) for month in hidden for topic in topics), highest)
