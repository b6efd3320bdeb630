"""After a merger the new municipality has all of the old one, and tells no more than was published."""

from datetime import date

import pytest
from django.test import Client

from ido_regie.figures.periods import period
from ido_regie.organisations.merging import living, merge, with_former
from ido_regie.organisations.models import Account, Desk, Library, Location, Municipality, Role
from ido_regie.publication.service import RefusedError, publish
from ido_regie.report.models import ReportText
from ido_regie.signals.models import Signal
from tests.regie.conftest import pretend
from tests.regie.desks import week
from tests.regie.test_figures import OCTOBER
from tests.regie.test_pages import page
from tests.regie.test_publication import quarter
from tests.regie.test_security import administrator
from tests.regie.test_signals import FINE, asked
from tests.regie.world import delivered, desk, location, log_in, municipality

OLD, NEW = "Gemeente Oud", "Gemeente Nieuw"


def officer(client: Client, login: str, place: Municipality) -> Account:
    """Someone of regie of a municipality, who logs in."""
    account, _ = Account.objects.get_or_create(login=login, municipality=place)
    client.force_login(account)
    return account


def test_every_table_of_a_municipality_has_its_place_in_a_merger() -> None:
    known = {"location", "account", "nearby", "municipality", "signal", "reporttext", "publication"}
    assert {field.related_model._meta.model_name for field in Municipality._meta.related_objects} == known


def test_signals_and_words_of_a_report_go_along(client: Client) -> None:
    old, new = municipality(OLD), municipality(NEW)
    desk("Balie 1", location("Centrum", old))
    officer(client, "oud", old)
    address = client.post("/signalen/nieuw", asked(municipality=str(old.pk))).headers["Location"]
    assert (
        client.post("/rapport?periode=2026", {"noticed": "Oud ziet veel.", "plans": "Oud doet iets."}).status_code
        == 302
    )
    assert client.post("/rapport?periode=2026-K3", {"noticed": "Alleen oud.", "plans": ""}).status_code == 302
    officer(client, "nieuw", new)
    assert client.post("/rapport?periode=2026", {"noticed": "Nieuw ziet meer.", "plans": ""}).status_code == 302
    administrator(client)
    assert client.post("/organisaties", {"old": old.pk, "new": new.pk}).status_code == 302
    for login in ("oud", "nieuw"):
        client.force_login(Account.objects.get(login=login))
        assert FINE in page(client, "/signalen")
        assert FINE in page(client, "/signalen/brief")
        page(client, address)
        text = page(client, "/rapport?periode=2026")
        assert text.index("Nieuw ziet meer.") < text.index("Gemeente Oud:") < text.index("Oud ziet veel.")
        assert "Oud doet iets." in text
        assert "Alleen oud." in page(client, "/rapport?periode=2026-K3")
    assert not Signal.objects.exclude(municipality=new).exists()
    assert not ReportText.objects.exclude(municipality=new).exists()


def test_a_new_location_under_an_old_name_comes_in_the_municipality_of_today(client: Client) -> None:
    oldest, old, new = municipality("Gemeente Heel Oud"), municipality(OLD), municipality(NEW)
    merge(oldest, old, "beheer")
    merge(old, new, "beheer")
    administrator(client)
    fields = {"municipality": oldest.name, "library": "Bibliotheek Voorbeeld", "name": "Dorpshuis"}
    assert client.post("/organisaties", fields).status_code == 302
    assert Location.objects.get(name="Dorpshuis").municipality == new
    officer(client, "nieuw", new)
    assert "Dorpshuis" in page(client, "/balies")
    oldest.refresh_from_db()
    assert (living(oldest), living(new)) == (new, new)
    assert with_former([new.pk]) == {oldest.pk, old.pk, new.pk}


def test_what_the_old_one_published_stays_on_the_page(client: Client) -> None:
    old, new = municipality(OLD), municipality(NEW)
    quarter(desk("Balie 1", location("Centrum", old)))
    made = publish(old, period("2026-K3"), "oud")
    merge(old, new, "beheer")
    for account in (
        Account.objects.create(login="nieuw", municipality=new),
        Account.objects.create(login="bieb", role=Role.COORDINATOR, library=Library.objects.get()),
    ):
        client.force_login(account)
        assert f"/publicaties/{made.pk}" in page(client, "/publicaties")
        assert OLD in page(client, f"/publicaties/{made.pk}")
    log_in(client, municipality("Gemeente Anders"))
    assert f"/publicaties/{made.pk}" not in page(client, "/publicaties")
    page(client, f"/publicaties/{made.pk}", 404)


def all_desks() -> list[str]:
    """None of them is waited for: that is another story (test_publication_waiting.py)."""
    return [str(each.id) for each in Desk.objects.all()]


@pytest.mark.parametrize(
    ("published", "later", "label"),
    [
        ("2026-K3", "2026-K3", "3e kwartaal van 2026"),
        ("2026-K3", "2026", "3e kwartaal van 2026"),
        ("2026", "2026-K3", "2026"),
    ],
)
def test_no_difference_with_what_a_part_published_can_be_worked_out(
    client: Client, monkeypatch: pytest.MonkeyPatch, published: str, later: str, label: str
) -> None:
    pretend(monkeypatch, date(2027, 2, 1))
    old, new = municipality(OLD), municipality(NEW)
    quarter(desk("Balie 1", location("Centrum", old)))
    quarter(desk("Balie 1", location("Centrum", new)))
    publish(old, period(published), "oud", without=all_desks())
    merge(old, new, "beheer")
    with pytest.raises(RefusedError, match=f"Gemeente Oud hoort nu bij deze gemeente en publiceerde al over {label}"):
        publish(new, period(later), "nieuw")
    officer(client, "nieuw", new)
    assert "te veel te berekenen" in page(client, f"/publicaties/nieuw?periode={later}")


def test_other_periods_are_published_after_a_merger(database: None, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, date(2027, 2, 1))
    old, new = municipality(OLD), municipality(NEW)
    sender = desk("Balie 1", location("Centrum", old))
    quarter(sender)
    publish(old, period("2026-K3"), "oud")
    merge(old, new, "beheer")
    delivered(sender, 2, week(sender, OCTOBER, 90, definitief=True))
    assert publish(new, period("2026-K4"), "nieuw", without=all_desks()).municipality == new
