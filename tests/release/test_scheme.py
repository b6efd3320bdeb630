"""Which questions leave, in which cell, and when: every one once, none about few people, the same draw again."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st

from ido_kiosk.statistics.service.folding import fold
from ido_kiosk.statistics.service.pool import Cell, Counted, Line, Pool
from ido_kiosk.statistics.service.scheme import GUARDED, SHARE_AT_MOST, Rules, close_month, drawn, leave_again
from ido_shared import counts
from tests.release.rules import Asked, lists, rules
from tests.store import codes

YEAR = "2027"
MONTHS = [f"{YEAR}-{number:02}" for number in range(1, 13)]
THEMES = lists().themes[counts.TOPIC]


def topic(code: str, **other: object) -> Asked:
    """A question with what usually goes with its topic."""
    usual = codes().topics[code]
    values = {"topic": code, "kind": usual.kind, "organisation": usual.organisation, "helped": (usual.help,)}
    return Asked(**(values | other))


def release(year: Sequence[Sequence[Asked]], how: Rules, ks: Sequence[int] = (0,) * 12) -> list[Cell]:
    """What leaves of twelve months of questions; ``ks`` is the k that held in each (0: that of now)."""
    pool, cells = Pool(YEAR), []
    for month, questions, k in zip(MONTHS, year, ks, strict=True):
        folded = {spot: Counted(number, k or how.k) for spot, number in fold(questions, month, THEMES).items()}
        pool.open(month, len(questions), folded, how.lists)
        cells += close_month(pool, month, how)
    return cells


def numbers(cells: Sequence[Cell], view: str) -> dict[tuple[str, str], int]:
    """Period and code to questions, of one view."""
    return {(cell.period, cell.code): cell.questions for cell in cells if cell.line.view == view}


def no_extra(k: int = 5) -> Rules:
    """The rules without a random extra, so that a test can count."""
    return Rules(lists(), k, lambda *_cell: 0)


FEW = ("DGA", "DGW", "AAN", "TZO", "WFI", "STU", "BNK", "KBS")
ASKED = st.builds(
    lambda code, result, helped, referrals, signals: topic(
        code, result=result, helped=helped, referrals=referrals, signals=signals
    ),
    st.sampled_from(["DGA", "DGA", *FEW]),
    st.sampled_from(["OPG", "OPG", "NIE", "GRE"]),
    st.lists(st.sampled_from(["MEE", "INF", "PRT"]), max_size=3).map(tuple),
    st.lists(st.sampled_from(["GPA", "GEM"]), max_size=1).map(tuple),
    st.lists(st.sampled_from(["DIG", "TAA"]), max_size=2).map(tuple),
)
YEARS = st.lists(st.lists(ASKED, max_size=14), min_size=12, max_size=12)


@given(YEARS, st.integers(3, 6), st.binary(min_size=32, max_size=32), st.randoms(use_true_random=False))
@settings(max_examples=12, deadline=None)
def test_every_question_leaves_once_and_no_cell_is_about_few(
    year: list[list[Asked]], k: int, secret: bytes, chance: object
) -> None:
    cells = release(year, rules(k, secret, FEW))
    total = sum(len(month) for month in year)
    for view in counts.SINGLE_VALUED:
        assert sum(cell.questions for cell in cells if cell.line.view == view) == total
    for cell in cells:
        assert cell.questions >= (1 if cell.level == counts.ALL else k), cell
        assert cell.level == counts.CODE or cell.line.view in counts.SINGLE_VALUED
        assert cell.line.view in (counts.TOPIC, counts.ORGANISATION) or cell.level != counts.THEME
    asked = Counter(
        (line, code) for month in year for (line, _month, code) in fold(month, "2027-01", THEMES).elements()
    )
    left: Counter[tuple[Line, str]] = Counter()
    for cell in cells:
        if cell.level == counts.CODE:
            left[cell.line, cell.code] += cell.questions
    assert all(number <= asked[key] for key, number in left.items())
    shuffled = [chance.sample(month, len(month)) for month in year]  # type: ignore[attr-defined]
    assert release(shuffled, rules(k, secret, FEW)) == cells


@given(YEARS, st.integers(1, 11))
@settings(max_examples=6, deadline=None)
def test_a_restored_copy_goes_on_with_the_same_cells(year: list[list[Asked]], month: int) -> None:
    how = rules(topics=FEW)
    whole, pool, cells = release(year, how), Pool(YEAR), []
    for number, (name, questions) in enumerate(zip(MONTHS, year, strict=True)):
        if number == month:  # all that a copy holds are the counters and the cells that left
            kept, pool = pool, Pool(YEAR)
            for before in MONTHS[:number]:
                spots = {spot: counted for spot, counted in kept.counted.items() if spot.month == before and counted.k}
                pool.open(before, kept.totals[before], spots, how.lists)
            leave_again(pool, cells, how.lists)
        folded = {spot: Counted(count, how.k) for spot, count in fold(questions, name, THEMES).items()}
        pool.open(name, len(questions), folded, how.lists)
        cells += close_month(pool, name, how)
    assert cells == whole


def test_the_extra_is_drawn_by_the_cell_and_is_small_most_of_the_time() -> None:
    draw = partial(drawn, b"s" * 32)
    cell = (Line("onderwerp"), "2027-01", "code")
    extras = Counter(draw(str(place), *cell, "DGA", 5) for place in range(4000))
    assert set(extras) == {0, 1, 2, 3, 4, 5}
    assert 1850 < extras[0] < 2150
    assert 880 < extras[1] < 1120
    assert draw("here", *cell, "DGA", 5) == draw("here", *cell, "DGA", 5)
    others = {drawn(bytes([number] * 32), "here", *cell, "DGA", 5) for number in range(20)}
    assert len(others) > 1


def test_a_code_leaves_in_the_first_month_quarter_or_year_that_has_enough() -> None:
    other = [topic("WFI"), topic("AAN"), topic("TEL")] * 2
    year = [[topic("DGA")] * 6 + other, [topic("DGA")] * 3 + other, [topic("DGA")] * 4 + other]
    year += [[topic("DGA"), topic("STU")] * 1 + other] * 9
    found = numbers(release(year, no_extra()), counts.TOPIC)
    assert {key: number for key, number in found.items() if key[1] in ("DGA", "STU")} == {
        ("2027-01", "DGA"): 6,
        ("2027-K1", "DGA"): 7,
        (YEAR, "DGA"): 9,
        (YEAR, "STU"): 9,
    }


def test_what_nearly_everyone_asked_waits() -> None:
    assert set(GUARDED) == {
        "onderwerp",
        "organisatie",
        "hulp",
        "verwijzing",
        "signaal",
        "geen_plek",
        "signaal_organisatie",
    }
    crowd = [topic("DGA")] * 9
    assert numbers(release([[*crowd, topic("WFI")], *[[]] * 11], no_extra()), counts.TOPIC) == {(YEAR, ""): 10}
    enough = [topic("WFI"), topic("AAN"), topic("STU")]
    assert numbers(release([[*crowd, *enough], *[[]] * 11], no_extra()), counts.TOPIC)[MONTHS[0], "DGA"] == 9
    assert 9 / 12 <= SHARE_AT_MOST < 9 / 10


def test_a_theme_leaves_at_the_end_of_the_year_and_only_with_two_topics_in_use() -> None:
    mixed = [topic("AAN"), topic("AAS"), topic("TZO")] + [topic("STU")] * 4 + [topic("VHZ"), topic("BOE"), topic("RIJ")]
    cells = release([[*mixed, topic("AAN"), topic("TZO")], *[[]] * 11], no_extra())
    themes = {
        cell.code: cell.questions for cell in cells if cell.level == counts.THEME and cell.line.view == "onderwerp"
    }
    assert themes == {"BEL": 5}  # GZN has four questions of one topic: they are in the rest
    assert numbers(cells, counts.TOPIC)[YEAR, ""] == 7


def test_the_highest_k_that_ever_held_counts() -> None:
    month = [topic("DGA")] * 6 + [topic("WFI"), topic("AAN"), topic("TEL")]
    lowered = release([month, month, *[[]] * 10], no_extra(3), ks=(8, *(3,) * 11))
    by_period = {cell.period: cell for cell in lowered if cell.code == "DGA" and cell.line.view == counts.TOPIC}
    assert MONTHS[0] not in by_period
    assert (by_period[MONTHS[1]].questions, by_period[MONTHS[1]].k) == (6, 3)
    quarter = release([month, month, *[[]] * 10], no_extra(3), ks=(8, 8, *(3,) * 10))
    assert {cell.k for cell in quarter if cell.code == "DGA" and cell.line.view == counts.TOPIC} == {8}


def test_several_codes_of_a_question_count_once_each() -> None:
    both = topic("DGA", helped=("MEE", "PRT", "MEE"))
    rest = [topic("WFI", helped=("INF",))] * 6
    found = numbers(release([[both] * 6 + rest, *[[]] * 11], no_extra()), counts.HELP)
    assert found == {(MONTHS[0], "MEE"): 6, (MONTHS[0], "PRT"): 6, (MONTHS[0], "INF"): 6}


def test_the_two_exceptions_leave_by_quarter_and_year_only() -> None:
    sent_on = topic("DGA", referrals=("GPA",), signals=("DIG",))
    month = [sent_on] * 7 + [topic("WFI")] * 6
    cells = release([month] * 3 + [[]] * 9, no_extra())
    crossed = [cell for cell in cells if cell.line.view in counts.CROSSED]
    assert [(cell.line, cell.period, cell.code, cell.questions) for cell in crossed] == [
        (Line("geen_plek", "GPA"), "2027-K1", "INL", 21),
        (Line("signaal_organisatie", "DIG"), "2027-K1", "DIGID", 21),
    ]
    assert numbers(cells, counts.SIGNAL) == {(month, "DIG"): 7 for month in MONTHS[:3]}


def test_what_the_exact_total_would_give_away_is_held_back() -> None:
    """With DO and AN published, the total would tell that there were two of BI: so AN waits for another month."""
    month = [topic("DGA")] * 12 + [topic("BNK")] * 7 + [topic("WFI")] * 2
    found = numbers(release([month, *[[]] * 11], no_extra()), counts.KIND)
    assert found == {(MONTHS[0], "DO"): 12, (YEAR, ""): 9}
    everyone = numbers(release([[topic("DGA")] * 12 + [topic("BNK")] * 7, *[[]] * 11], no_extra()), counts.KIND)
    assert everyone == {(MONTHS[0], "DO"): 12, (MONTHS[0], "AN"): 7}


def test_an_organisation_waits_when_its_topics_would_give_one_away() -> None:
    """UWV has two topics: with WRK and UWV published, WWU would be known to be two."""
    month = [topic("WRK")] * 7 + [topic("WWU")] * 2 + [topic("DGA")] * 6 + [topic("TEL"), topic("VHZ"), topic("BNK")]
    cells = release([month, *[[]] * 11], no_extra())
    assert (MONTHS[0], "WRK") in numbers(cells, counts.TOPIC)
    assert (MONTHS[0], "DIGID") in numbers(cells, counts.ORGANISATION)
    assert (MONTHS[0], "UWV") not in numbers(cells, counts.ORGANISATION)
