"""The page with the numbers: what it says without, with some and with half of them, and of which weeks."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client

from ido_regie.organisations.enrolment import new_desk
from tests.regie.conftest import pretend
from tests.regie.desks import week
from tests.regie.test_pages import page
from tests.regie.test_weeks import MONDAY
from tests.regie.world import delivered, desk, location, log_in


def test_a_municipality_without_desks_hears_how_to_begin(client: Client) -> None:
    log_in(client)
    text = page(client, "/weken")
    assert "Er zijn nog geen cijfers" in text
    assert "nog geen balie" in text
    assert 'href="/balies"' in text
    assert "<table" not in text


def test_desks_without_numbers_are_listed(client: Client) -> None:
    new_desk(location())
    desk("Balie 2")
    log_in(client)
    text = page(client, "/weken")
    assert "Er zijn nog geen cijfers" in text
    assert "Nog niet gekoppeld" in text
    assert "Nog niets ontvangen" in text
    assert "<svg" not in text
    assert text.count("Is een balie nog niet gekoppeld?") == 1


def test_where_a_code_comes_from_is_only_said_when_a_desk_needs_one(client: Client) -> None:
    sender = desk()
    log_in(client)
    assert "koppelcode" not in page(client, "/weken")
    delivered(sender, 1, week(sender, MONDAY, 3))
    assert "koppelcode" not in page(client, "/weken")
    new_desk(location())
    assert page(client, "/weken").count("Is een balie nog niet gekoppeld?") == 1


def test_the_page_shows_chart_and_table_with_the_same_numbers(client: Client) -> None:
    sender = desk()
    delivered(sender, 1, week(sender, MONDAY, 1234), week(sender, MONDAY - timedelta(weeks=1), 0))
    log_in(client)
    text = page(client, "/weken")
    table = text[text.index('<table class="numbers">') :]
    assert re.search(r"Week 47 .*?voorlopig.*?<td class=\"count\">1\.234</td>", table, re.DOTALL)
    assert re.findall(r">Week (\d+) ", table) == [str(number) for number in range(47, 35, -1)]  # the newest on top
    numbers = re.findall(r'<text class="number[^>]*>([^<]+)</text>', text)
    assert numbers == ["–"] * 10 + ["0", "1.234"]
    assert re.findall(r'<td class="count">([^<]+)</td>', table)[:12] == numbers[::-1]
    assert "dagen geteld" not in text
    assert "eigen schaal" not in text  # there is nothing to compare with
    assert "Samen" not in table  # a sum over one desk says nothing


def test_a_table_of_two_desks_has_sums(client: Client) -> None:
    first, second = desk("Balie 1"), desk("Balie 2")
    delivered(first, 1, week(first, MONDAY, 3))
    delivered(second, 1, week(second, MONDAY, 4))
    log_in(client)
    text = page(client, "/weken")
    assert text.count('<svg class="chart"') == 2
    cells = re.findall(r'<td class="count">([^<]+)</td>', text)
    assert (cells[:3], cells[3:-3], cells[-3:]) == (["3", "4", "7"], ["–"] * 33, ["3", "4", "7"])
    assert "eigen schaal" in text


def test_a_week_of_which_only_the_first_day_came_in_claims_no_more(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, date(2026, 12, 7))
    sender = desk()
    delivered(sender, 1, week(sender, date(2026, 11, 23), 3), week(sender, date(2026, 11, 30), 0))
    log_in(client)
    text = page(client, "/weken")
    lead = re.search(r'<p class="lead">(.*?)</p>', text)[1]
    assert lead == (
        "Week 38 tot en met week 49: van 14 september 2026 tot en met 30 november 2026. Week 49: 1 van 7 dagen geteld."
    )
    assert re.search(r'Week 49 .*<span class="tag warning">1 van 7 dagen geteld</span></th>', text)
    assert re.findall(r'<text class="week"[^>]*>([^<]+)</text>', text)[-2:] == ["48", "49*"]
    assert "week met een *: niet alle dagen geteld" in text
    assert "De meeste, 3, in week 48 (23 t/m 29 november 2026). Week 49: 1 van 7 dagen geteld." in text


def test_half_a_week_with_questions_has_a_hatched_bar(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, date(2026, 12, 7))
    first, second = desk("Balie 1"), desk("Balie 2")
    delivered(first, 1, week(first, date(2026, 11, 30), 4), week(first, date(2026, 12, 1), 1))
    delivered(second, 1, week(second, date(2026, 11, 30), 2))
    log_in(client)
    text = page(client, "/weken")
    assert "tot en met 6 december 2026. Week 49: niet van elke balie alle dagen geteld.</p>" in text
    assert re.findall(r'<rect class="bar-(\w+)"( fill="url\(#arcering\)")? x="\d+\.', text) == [
        ("provisional", ""),
        ("partial", ' fill="url(#arcering)"'),
    ]
    assert '<td class="count">2 <span class="below">1 van 7 dagen geteld</span></td>' in text
    assert text.count('id="arcering"') == 1


def test_other_weeks_are_a_link_away(client: Client) -> None:
    sender = desk()
    delivered(sender, 1, week(sender, MONDAY, 3), week(sender, MONDAY - timedelta(weeks=12), 5))
    log_in(client)
    link = re.search(r'rel="prev" href="(\?tot=[\d-]+)"', page(client, "/weken"))[1]
    earlier = page(client, f"/weken{link}")
    assert "Eerdere weken" not in earlier
    assert re.search(r'rel="next" href="\?tot=2026-11-16"', earlier)


AHEAD = (
    "Balie 2, Centrum: telde dagen die nog moeten komen, tot en met 7 maart 2027. Staat de datum van die computer goed?"
)


def test_a_desk_whose_clock_is_ahead_does_not_change_what_the_pages_open_with(client: Client) -> None:
    right, ahead = desk(), desk("Balie 2")
    delivered(right, 1, week(right, MONDAY, 8))
    delivered(ahead, 1, week(ahead, date(2026, 12, 28), 0), week(ahead, date(2027, 3, 1), 1))
    log_in(client)
    for path in ("/", "/onderwerpen", "/doorverwijzen", "/signalen", "/signalen/nieuw", "/balies", "/rapport"):
        assert re.search(r'<option value="2026" selected>2026</option>', page(client, path)), path
    text = page(client)
    assert "8 vragen in 2026." in text
    assert "Tot en met 26 november" in text
    assert AHEAD in text
    assert "telde tot en met 7 maart 2027: staat de datum goed?" in page(client, "/balies")
    assert "Periode;2026\r\n" in client.get("/?formaat=csv").content.decode()


def test_weeks_that_are_still_to_come_are_later_weeks(client: Client) -> None:
    right, ahead = desk(), desk("Balie 2")
    delivered(right, 1, week(right, MONDAY, 8))
    delivered(ahead, 1, week(ahead, date(2027, 3, 1), 1))
    log_in(client)
    text = page(client, "/weken")
    assert "Week 36 tot en met week 47:" in text
    assert AHEAD in text
    link = re.search(r'rel="next" href="(\?tot=[\d-]+)"', text)[1]
    later = page(client, f"/weken{link}")
    assert re.search(r"tot en met [\w ]+ 2027\.", later)


def test_when_every_desk_is_ahead_the_pages_still_open(client: Client) -> None:
    ahead = desk("Balie 2")
    delivered(ahead, 1, week(ahead, date(2027, 3, 1), 1))
    log_in(client)
    assert '<option value="2026" selected>' in page(client)
    assert AHEAD in page(client, "/weken")


def test_a_silent_quarter_says_so(client: Client) -> None:
    sender = desk()
    delivered(sender, 1, week(sender, MONDAY, 3), week(sender, MONDAY - timedelta(weeks=30), 5))
    log_in(client)
    assert "In deze weken ontving regie niets." in page(client, "/weken?tot=2026-08-03")


@pytest.mark.parametrize("day", ["gisteren", "2026-13-01", "0", "'--"])
def test_a_day_that_is_none_gives_the_not_found_page(client: Client, day: str) -> None:
    log_in(client)
    assert "Deze pagina bestaat niet" in page(client, f"/weken?tot={day}", 404)


def test_names_are_shown_as_text(client: Client) -> None:
    sender = desk("<b>Balie</b>")
    delivered(sender, 1, week(sender, MONDAY, 3))
    log_in(client)
    text = page(client, "/weken")
    assert "<b>" not in text
    assert "&lt;b&gt;Balie&lt;/b&gt;, Centrum" in text
