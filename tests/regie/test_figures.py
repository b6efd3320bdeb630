"""The pages with figures: what they count, at which detail, for whom, and what a file of them holds."""

import io
import re
from datetime import date

import pytest
from django.test import Client
from odfdo import Document

from ido_regie.figures import signals, topics
from ido_regie.figures.cells import counted
from ido_regie.figures.overview import attention
from ido_regie.figures.periods import choices, period
from ido_regie.figures.totals import totals
from ido_regie.organisations.models import Account, Desk, Municipality, Role
from ido_shared import counts
from ido_shared.counts import Cell
from tests.regie.desks import TestDesk, message, signed, week
from tests.regie.test_pages import page
from tests.regie.test_weeks import MONDAY
from tests.regie.world import delivered, desk, location, log_in, municipality, take_in

OCTOBER = date(2026, 10, 5)
ALL = Desk.objects.all


def cell(sender: TestDesk, view: str, when: str, code: str, number: int, **other: object) -> Cell:
    """A cell of this desk."""
    values = {"soort_plaats": counts.LOCATION, "niveau": counts.CODE, "k": 5}
    return Cell(indeling=view, plaats=sender.place, periode=when, code=code, vragen=number, **(values | other))


def sent(sender: TestDesk, number: int, weeks: list[object], *cells: Cell) -> None:
    """Let a desk deliver weeks and cells."""
    said = message(sender, number, weeks, schema="levering/2", cellen=list(cells))
    take_in(signed(sender, said), said.id)


def village() -> TestDesk:
    """A desk with few questions: 12 in October, of which 6 have their topic."""
    sender = desk("Balie 1", location("Dorpshuis"))
    sent(sender, 1, [week(sender, OCTOBER, 12)],
         cell(sender, counts.TOPIC, "2026-10", "DGA", 6))  # fmt: skip
    return sender


def test_a_question_is_counted_once_whatever_its_detail(database: None) -> None:
    sender = desk()
    sent(
        sender, 1, [week(sender, OCTOBER, 40)],
        cell(sender, counts.TOPIC, "2026-10", "DGA", 7),
        cell(sender, counts.TOPIC, "2026-K4", "DGA", 5),
        cell(sender, counts.TOPIC, "2026", "DGP", 6),
        cell(sender, counts.TOPIC, "2026", "INL", 8, niveau=counts.THEME),
        cell(sender, counts.TOPIC, "2026", "", 3, niveau=counts.ALL),
    )  # fmt: skip
    seen = {text: counted(ALL(), counts.TOPIC, period(text)) for text in ("2026-10", "2026-K4", "2026", "2025")}
    assert [(found.sum, found.longer) for found in seen.values()] == [(7, 22), (12, 17), (29, 0), (0, 0)]
    assert seen["2026"].codes == {"DGA": 12, "DGP": 6}
    assert seen["2026"].by_theme() == {"INL": 26}
    assert seen["2026"].rest == 3


def test_the_table_adds_up_to_the_exact_total(database: None) -> None:
    sender = desk()
    sent(
        sender, 1, [week(sender, OCTOBER, 40)],
        cell(sender, counts.TOPIC, "2026-10", "DGA", 7), cell(sender, counts.TOPIC, "2026-10", "NI", 5),
        cell(sender, counts.TOPIC, "2026", "", 3, niveau=counts.ALL),
    )  # fmt: skip
    figure = topics.theme_figure(counted(ALL(), counts.TOPIC, period("2026")), 40, {})
    assert [(row.label, row.numbers[0]) for row in figure.rows] == [
        ("Inloggen", 7), ("Niet ingevuld", 5), ("Alleen bekend dát er een vraag was", 3), ("Nog niet uitgesplitst", 25),
    ]  # fmt: skip
    assert sum(row.numbers[0] for row in figure.rows) == 40
    assert "Van 25 vragen wacht de uitsplitsing" in figure.notes[0]


def test_the_page_of_a_village_desk_is_never_empty(client: Client) -> None:
    village()
    log_in(client)
    text = page(client, "/?periode=2026-10")
    for words in ("12 vragen", "Van 12 vragen wacht de uitsplitsing", "oktober 2026"):
        assert words in text
    text = page(client, "/onderwerpen?periode=2026-10")
    assert "DigiD aanvragen of activeren" in text
    assert "Van 6 vragen wacht de uitsplitsing" in text
    for path in ("/doorverwijzen", "/signalen", "/balies"):
        assert page(client, f"{path}?periode=2026-10")
    assert "Nog geen thema heeft er genoeg" in page(client, "/doorverwijzen?periode=2026-10")


def test_without_anything_the_overview_says_how_to_begin(client: Client) -> None:
    log_in(client)
    text = page(client)
    assert "Er zijn nog geen cijfers" in text
    assert "Koppel eerst een balie" in text


def test_filters_stay_in_the_address_and_belong_to_the_account(client: Client) -> None:
    village()
    other = desk("Balie 1", location("Centrum"))
    sent(other, 1, [week(other, OCTOBER, 100)])
    stranger = location("Elders", municipality("Gemeente Anders"))
    log_in(client)
    here = location("Dorpshuis").pk
    text = page(client, f"/?periode=2026-10&locatie={here}")
    assert ("12 vragen" in text, "112" in text) == (True, False)
    assert f'href="?periode=2026-10&amp;locatie={here}&amp;formaat=csv"' in text
    assert re.search(r'value="2026-10" selected', text)
    for wrong in ("periode=2026-13", "periode=x", "locatie=x", f"locatie={stranger.pk}", "formaat=exe"):
        assert "Deze pagina bestaat niet" in page(client, f"/?{wrong}", 404), wrong
    assert page(client, "/onderwerpen?thema=XYZ", 404)
    assert page(client, "/signalen?organisatie=XYZ", 404)


def test_the_overview_compares_with_last_year_the_goal_and_the_inhabitants(client: Client) -> None:
    sender = desk()
    weeks = [week(sender, MONDAY, 60), week(sender, date(2025, 11, 17), 40), week(sender, date(2025, 12, 1), 500)]
    delivered(sender, 1, *weeks)
    values = {"population": 20_000, "population_on": date(2026, 1, 1), "yearly_goal": 240}
    Municipality.objects.filter(pk=municipality().pk).update(**values)
    log_in(client)
    text = page(client)
    assert "Tot en met 22 november: 20 meer dan in 2025 (40)." in text  # December of last year does not count yet
    assert re.search(r"<dt>Vragen per 1.000 inwoners</dt><dd>3,0</dd>", text)
    assert "20.000 inwoners, CBS, 1 januari 2026. Dit is geen bereik" in text
    assert re.search(r"<dt>Van het doel</dt><dd>25%</dd>", text)
    assert re.search(r'<rect class="bar-before"[^>]*/>', text)


def test_what_needs_attention_is_said_in_sentences(database: None) -> None:
    sender = desk()
    sent(
        sender, 1, [week(sender, OCTOBER, 40, niet_afgemaakt=2)],
        cell(sender, counts.RESULT, "2026-10", "NIE", 6),
        cell(sender, counts.REFERRAL, "2026-10", "GPA", 5),
        cell(sender, counts.TOPIC, "2026-10", "ENG", 9),
    )  # fmt: skip
    year = period("2026")
    results = counted(ALL(), counts.RESULT, year)
    said = attention(ALL(), year, totals(ALL(), year), results, ["Balie 1, Centrum"])
    assert said == [
        "Balie 1, Centrum: al langer dan twee weken niets ontvangen. Bel de balie.",
        "2 vragen zijn aan de balie nog niet aangevuld.",
        "6 vragen eindigden met: niet gelukt.",
        "Voor 5 vragen was er geen passende plek om naar te verwijzen.",
        "Nieuw in oktober 2026: Energie en noodfonds.",
    ]


def test_what_changed_compares_the_same_closed_months(database: None) -> None:
    sender = desk()
    sent(
        sender, 1, [week(sender, OCTOBER, 40), week(sender, date(2025, 10, 6), 40)],
        cell(sender, counts.TOPIC, "2026-10", "DGA", 20), cell(sender, counts.TOPIC, "2025-10", "DGA", 9),
        cell(sender, counts.TOPIC, "2025", "DGA", 300), cell(sender, counts.TOPIC, "2025-12", "DGA", 90),
        cell(sender, counts.TOPIC, "2026-10", "BOE", 6), cell(sender, counts.TOPIC, "2025-10", "BOE", 5),
    )  # fmt: skip
    figure = topics.change_figure(ALL(), period("2026"))
    assert [(row.label, *row.numbers) for row in figure.rows] == [("Inloggen", 20, 9, 11)]
    assert "is 65% van de vragen uitgesplitst" in figure.notes[0]


def test_a_difference_has_its_sign_on_the_page_and_is_a_number_in_a_file(client: Client) -> None:
    sender = desk()
    sent(
        sender, 1, [week(sender, OCTOBER, 40), week(sender, date(2025, 10, 6), 40)],
        cell(sender, counts.TOPIC, "2026-10", "DGA", 20), cell(sender, counts.TOPIC, "2025-10", "DGA", 9),
        cell(sender, counts.TOPIC, "2025-10", "BOE", 7),
    )  # fmt: skip
    log_in(client)
    text = page(client, "/onderwerpen")
    assert '<td class="count">+11</td>' in text
    assert '<td class="count">−7</td>' in text
    file = client.get("/onderwerpen?formaat=csv").content.decode()
    assert "Inloggen;20;9;11\r\n" in file
    assert re.search(r"\r\n[^;\n]+;0;7;-7\r\n", file)
    book = Document(io.BytesIO(client.get("/onderwerpen?formaat=ods").content))
    assert ["Inloggen", 20, 9, 11] in [row for sheet in book.body.tables for row in sheet.get_values()]


def test_signals_that_keep_coming_back_stand_first(database: None) -> None:
    sender = desk()
    sent(
        sender, 1, [week(sender, OCTOBER, 90)],
        cell(sender, counts.SIGNAL, "2026-10", "TEC", 30),
        *(cell(sender, counts.SIGNAL, quarter, "DIG", 5) for quarter in ("2026-K2", "2026-K3", "2026-K4")),
        cell(sender, counts.SIGNAL_OF, "2026-K4", "DIG", 5, kruis="GEM"),
        cell(sender, counts.SIGNAL_OF, "2026-K4", "TEC", 9, kruis="BD"),
    )  # fmt: skip
    rows = signals.causes(ALL(), period("2026")).rows
    assert [(row.label, *row.numbers) for row in rows] == [
        ("Alleen digitaal aangeboden", 15, "3 van 4"), ("App of site werkt niet of toestel te oud", 30, "1 van 4"),
    ]  # fmt: skip
    assert [row.label for row in signals.by_organisation(ALL(), period("2026"), "GEM").rows] == [
        "Gemeente: Alleen digitaal aangeboden"
    ]
    assert signals.organisations(ALL(), period("2026")) == [("BD", "Belastingdienst"), ("GEM", "Gemeente")]


def test_gaps_stand_by_theme_and_by_place_and_the_page_says_why_not_both(client: Client) -> None:
    sender = desk("Balie 1", location("Noord"))
    sent(
        sender, 1, [week(sender, OCTOBER, 90)],
        cell(sender, counts.REFERRAL, "2026-10", "GPA", 8), cell(sender, counts.REFERRAL, "2026-10", "SRL", 6),
        cell(sender, counts.NO_PLACE, "2026-K4", "GPA", 5, kruis="GLD"),
        cell(sender, counts.WARM, "2026-10", "JA", 7),
    )  # fmt: skip
    log_in(client)
    text = page(client, "/doorverwijzen")
    assert "8 keer was er geen passende plek; van 5 is het thema bekend (62%)." in text
    assert "De balie stuurt ze nooit samen" in text
    for row, number in (("Sociaal raadslieden", 6), ("Geld, boete en recht", 5), ("Noord", 8)):
        assert re.search(rf'<th scope="row">{row}</th>\s*<td class="count">{number}</td>', text), row


@pytest.mark.parametrize("year", ["0001", "2018", "2028", "9999", "0001-K1", "9999-12"])
def test_a_period_that_nobody_can_have_counted_is_no_page(client: Client, year: str) -> None:
    log_in(client)
    for path in ("/", "/onderwerpen", "/doorverwijzen", "/signalen", "/balies", "/rapport"):
        assert "Deze pagina bestaat niet" in page(client, f"{path}?periode={year}", 404)
    assert client.get(f"/rapport/pdf?periode={year}").status_code == 404


@pytest.mark.parametrize("year", ["2019", "2027"])
def test_the_first_and_last_years_that_a_desk_may_count_are_pages(client: Client, year: str) -> None:
    log_in(client)
    for path in ("/", "/onderwerpen", "/doorverwijzen", "/signalen", "/balies", "/rapport"):
        assert page(client, f"{path}?periode={year}")


def test_periods_are_years_quarters_and_months_newest_first() -> None:
    found = [one.text for one in choices(date(2026, 9, 30), date(2026, 11, 26))]
    assert found == ["2026", "2026-K4", "2026-K3", "2026-11", "2026-10", "2026-09"]
    assert [period(text).label for text in ("2026", "2026-K3", "2026-10")] == [
        "2026",
        "3e kwartaal van 2026",
        "oktober 2026",
    ]
    assert period("2026-K3").year_before == period("2025-K3")


def test_a_neighbour_sees_nothing_of_it_on_any_page(client: Client) -> None:
    village()
    neighbour = Account.objects.create(login="buur", municipality=municipality("Gemeente Anders"))
    client.force_login(neighbour)
    for path in ("/", "/onderwerpen", "/doorverwijzen", "/signalen", "/balies", "/weken"):
        text = page(client, path)
        assert not re.search("Dorpshuis|DigiD aanvragen|12 vragen", text), path


def test_a_coordinator_has_no_numbers_of_a_municipality(client: Client) -> None:
    village()
    library = location("Dorpshuis").library
    client.force_login(Account.objects.create(login="c", role=Role.COORDINATOR, library=library))
    text = page(client)
    assert "12" in text
    assert "inwoners" not in text
