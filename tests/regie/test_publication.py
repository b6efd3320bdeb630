"""Open data: what is hidden, what the audit pins, that a cell never changes, and why a period is refused."""

import csv
import io
import itertools
import random
import re
from datetime import date

import pytest
from django.test import Client

from ido_regie.audit.models import Entry
from ido_regie.figures.periods import period
from ido_regie.organisations.models import Account, Role
from ido_regie.publication.audit import WIDTH, Bounds, Key, Sum, bounds, pinned, rounded
from ido_regie.publication.contents import REST, THEME, TOTAL
from ido_regie.publication.draft import draft, protect
from ido_regie.publication.models import Publication, PublishedCell
from ido_regie.publication.service import HIDDEN, RefusedError, publish, values_of
from ido_shared import counts
from tests.regie.desks import TestDesk, week
from tests.regie.test_figures import cell, sent
from tests.regie.test_pages import page
from tests.regie.world import desk, log_in, municipality

JULY, SEPTEMBER_ENDS, OCTOBER = date(2026, 7, 6), date(2026, 9, 28), date(2026, 10, 5)


def key(code: str, when: str = "2026") -> Key:
    """A number of a made-up view."""
    return Key(when, "kleur", code)


def known(truth: dict[Key, int], hidden: set[Key]) -> dict[Key, Bounds]:
    """What a reader knows of these numbers."""
    return {one: bounds(number, one in hidden, 1000) for one, number in truth.items()}


def whole(*codes: str) -> Sum:
    """Codes that add up to a total."""
    return Sum(key("alle"), tuple(key(code) for code in codes), is_exact=True)


def test_rounding_is_to_the_nearest_five() -> None:
    assert [rounded(number) for number in (10, 12, 13, 17, 18, 102, 103)] == [10, 10, 15, 15, 20, 100, 105]
    assert all(abs(rounded(number) - number) <= 2 for number in range(1000))


def test_a_hidden_number_that_only_one_sum_leaves_open_is_pinned() -> None:
    truth = {key("alle"): 60, key("a"): 57, key("b"): 3}
    assert pinned(known(truth, {key("b")}), {key("b")}, [whole("a", "b")]) == []  # 0 to 9: rounding leaves room
    alone = {key("alle"): 60, key("b"): 3} | {key("a"): 50, key("c"): 7}
    hidden = {key("b"), key("c")}
    assert pinned(known(alone, hidden), hidden, [whole("a", "b", "c")]) == []
    tight = {key("alle"): Bounds(60, 60), key("a"): Bounds(57, 57), key("b"): Bounds(0, 9)}
    assert pinned(tight, {key("b")}, [whole("a", "b")]) == [key("b")]


def test_numbers_that_fill_the_total_pin_the_others_to_nothing() -> None:
    truth = {key("alle"): 52, key("a"): 48, key("b"): 2, key("c"): 2}
    hidden = {key("b"), key("c")}
    sums = [Sum(key("alle"), (key("a"), key("b"), key("c")), is_exact=True)]
    narrow = known(truth, hidden) | {key("alle"): Bounds(48, 52), key("a"): Bounds(48, 52)}
    assert set(pinned(narrow, hidden, sums)) == hidden  # together at most 4


def test_an_earlier_release_is_a_part_of_what_a_reader_knows() -> None:
    year, first, second = key("a"), key("a", "2026-K1"), key("a", "2026-K2")
    numbers = {year: Bounds(10, 14), first: Bounds(8, 12), second: Bounds(0, 9)}
    together = [Sum(year, (first, second), is_exact=False)]
    assert pinned(numbers, {second}, []) == []
    assert pinned(numbers | {year: Bounds(8, 12)}, {second}, together) == [second]  # at most 12 - 8


def span(limits: Bounds) -> range:
    """Every whole number within bounds."""
    return range(int(limits.low), int(limits.high) + 1)


def test_the_audit_finds_what_trying_everything_finds() -> None:
    chance = random.Random(7)
    for _ in range(40):
        codes = ("a", "b", "c", "d")
        truth = {key(code): chance.choice((0, 3, 8, 9, 10, 14, 21)) for code in codes}
        truth[key("alle")] = sum(truth.values())
        hidden = {one for one, number in truth.items() if number < 10}
        limits = known(truth, hidden)
        possible = [
            values
            for values in itertools.product(*(span(limits[key(code)]) for code in codes))
            if limits[key("alle")].low <= sum(values) <= limits[key("alle")].high
        ]
        tried = set()
        for at, code in enumerate(codes):
            seen = [values[at] for values in possible]
            if key(code) in hidden and max(seen) - min(seen) < WIDTH:
                tried.add(key(code))
        found = set(pinned(limits, [one for one in hidden if one.code != "alle"], [whole(*codes)]))
        assert found == tried


def quarter(sender: TestDesk, number: int = 1, questions: int = 140) -> None:
    """A third quarter with two large topics and one small one."""
    days = {JULY: questions, SEPTEMBER_ENDS: 0}
    sent(
        sender, number, [week(sender, day, asked, definitief=True) for day, asked in days.items()],
        *(
            cell(sender, counts.TOPIC, "2026-07", code, number)
            for code, number in (("DGA", 63), ("DGP", 11), ("MOB", 7), ("AAN", 31), ("THU", 8), ("BOE", 7))
        ),
        cell(sender, counts.RESULT, "2026-07", "OPG", 122), cell(sender, counts.RESULT, "2026-07", "NIE", 6),
    )  # fmt: skip


def test_small_counts_are_hidden_and_others_rounded(database: None) -> None:
    quarter(desk())
    values = values_of(publish(municipality(), period("2026-K3"), "anna"))
    assert (values[TOTAL, ""], values[counts.TOPIC, "DGA"], values[counts.TOPIC, "AAN"]) == (140, 65, 30)
    assert (values[counts.TOPIC, "BOE"], values[counts.TOPIC, "TZO"]) == (None, None)  # 7 and 0 look alike
    assert (values[THEME, "INL"], values[THEME, REST]) == (80, 15)
    assert all(value is None or (value % 5 == 0 and value >= 10) for value in values.values())


def test_more_is_hidden_only_where_the_audit_pins(database: None) -> None:
    made = draft(municipality(), period("2026-K3"))
    made.refusal = ""
    total, a, b, c = (Key("2026-K3", view, code) for view, code in ((TOTAL, ""), ("x", "A"), ("x", "B"), ("x", "C")))
    made.exact = {total: 100, a: 60, b: 38, c: 2}
    made.sums = [Sum(total, (a, b, c), is_exact=True)]
    made.hidden = {c}
    protect(made)
    assert made.hidden == {c}  # rounding of three numbers already leaves 0 to 9
    made.exact = {total: 52, a: 52, c: 0}
    made.sums = [Sum(total, (a, c), is_exact=True)]
    protect(made)
    assert made.hidden == {a, c}  # with A shown, C would be at most 4
    assert made.refusal == ""


def test_a_published_cell_never_changes_and_late_questions_come_next(client: Client) -> None:
    sender = desk()
    quarter(sender)
    log_in(client)
    publish(municipality(), period("2026-K3"), "anna")
    address = f"/publicaties/{Publication.objects.get().pk}?formaat=csv"
    before = client.get(address).content
    sent(sender, 2, [week(sender, date(2026, 8, 3), 33, definitief=True), week(sender, OCTOBER, 200, definitief=True)])
    assert client.get(address).content == before
    with pytest.raises(RefusedError, match="al gepubliceerd"):
        publish(municipality(), period("2026-K3"), "anna")
    made = draft(municipality(), period("2026-K2"))
    assert made.late == 33
    assert PublishedCell.objects.filter(view=TOTAL).get().exact == 140


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("2026-07", "Een maand is te kort"),
        ("2026-K4", "nog niet voorbij"),
        ("2026-K2", "minder dan 10 vragen"),
    ],
)
def test_a_period_is_refused_with_the_reason(client: Client, asked: str, words: str) -> None:
    quarter(desk())
    log_in(client)
    assert words in page(client, f"/publicaties/nieuw?periode={asked}")
    assert words in client.post(f"/publicaties/nieuw?periode={asked}").content.decode()
    assert Publication.objects.count() == 0


def test_a_year_after_its_quarters_is_audited_with_them(database: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.regie.conftest import pretend

    sender = desk()
    quarter(sender)
    publish(municipality(), period("2026-K3"), "anna")
    sent(sender, 2, [week(sender, date(2026, 12, 28), 0, definitief=True)])
    pretend(monkeypatch, date(2027, 2, 1))
    made = draft(municipality(), period("2026"))
    assert made.earlier[Key("2026-K3", counts.TOPIC, "DGA")] == (63, False)
    assert made.earlier[Key("2026-K3", counts.TOPIC, "BOE")] == (7, True)
    assert made.refusal == ""
    publish(municipality(), period("2026"), "anna")
    with pytest.raises(RefusedError, match="hele jaar is al gepubliceerd"):
        publish(municipality(), period("2026-K2"), "anna")


def test_publishing_on_the_page_shows_first_and_gives_files_with_metadata(client: Client) -> None:
    quarter(desk())
    log_in(client)
    assert "3e kwartaal van 2026" in page(client, "/publicaties")
    text = page(client, "/publicaties/nieuw?periode=2026-K3")
    assert "De controle is goed" in text
    assert Publication.objects.count() == 0
    made = client.post("/publicaties/nieuw?periode=2026-K3")
    address = made.headers["Location"]
    shown = page(client, address)
    assert re.search(r'DigiD aanvragen of activeren</th>\s*<td class="count">65</td>', shown)
    assert HIDDEN.replace("<", "&lt;") in shown
    answer = client.get(f"{address}?formaat=csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert ["Licentie", "CC0 1.0"] in rows
    assert ["Vragen", "140"] in rows
    assert ["Boete (CJIB)", HIDDEN] in rows
    assert client.get(f"{address}?formaat=ods").content[:2] == b"PK"
    assert ("publication", "Gemeente Voorbeeld, 2026-K3") in Entry.objects.values_list("action", "subject")


def test_a_national_reader_sees_published_figures_of_all_and_nothing_else(client: Client) -> None:
    quarter(desk())
    made = publish(municipality(), period("2026-K3"), "anna")
    client.force_login(Account.objects.create(login="landelijk", role=Role.NATIONAL))
    assert client.get("/").headers["Location"] == "/publicaties"
    assert "Gemeente Voorbeeld" in page(client, "/publicaties")
    assert page(client, f"/publicaties/{made.pk}")
    client.force_login(Account.objects.create(login="buur", municipality=municipality("Gemeente Anders")))
    assert "Gemeente Voorbeeld" not in page(client, "/publicaties")
    assert page(client, f"/publicaties/{made.pk}", 404)
