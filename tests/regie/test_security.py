"""Passwords, lock-out, sessions that end, the audit log, mergers and the settings of an installation."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import DatabaseError
from django.test import Client, override_settings

from ido_regie import clock
from ido_regie.audit.models import Action, Entry
from ido_regie.audit.service import clear_old, record
from ido_regie.dashboard.login import LOCKED, WRONG_LOGIN
from ido_regie.deliveries.models import WeekTotal
from ido_regie.environment import EnvironmentMistakeError, installation
from ido_regie.organisations.access import desks_of
from ido_regie.organisations.accounts import make_account, renew_password
from ido_regie.organisations.lockout import TRIES
from ido_regie.organisations.merging import merge
from ido_regie.organisations.models import Account, FailedLogin, Location, Role
from tests.regie.conftest import TODAY, pretend
from tests.regie.desks import week
from tests.regie.test_pages import page, submit
from tests.regie.test_weeks import MONDAY
from tests.regie.world import delivered, desk, location, log_in, municipality

STRONG = "paarse fiets in de regen"


def lines() -> list[tuple[str, str, str]]:
    """The audit log: who, what, about what."""
    return list(Entry.objects.order_by("id").values_list("login", "action", "subject"))


def administrator(client: Client) -> None:
    """Log an administrator in."""
    client.force_login(Account.objects.create(login="beheer", role=Role.ADMINISTRATOR))


def test_a_login_is_dicht_after_wrong_passwords_also_for_the_right_one(client: Client) -> None:
    password = make_account("anna", municipality())
    for _ in range(TRIES):
        assert WRONG_LOGIN in submit(client, "anna", "fout")[1]
    assert LOCKED in submit(client, "anna", password)[1]
    assert lines()[-1] == ("", Action.LOCKED, "")
    make_account("bea", municipality())
    assert "anna" not in str(list(FailedLogin.objects.values()))
    assert submit(client, "anna", renew_password("anna"))[0] == 302


def test_a_lock_ends_by_itself(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    password = make_account("anna", municipality())
    for _ in range(TRIES):
        submit(client, "anna", "fout")
    later = clock.now() + timedelta(minutes=16)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert submit(client, "anna", password)[0] == 302
    assert FailedLogin.objects.count() == 0


def test_a_name_that_does_not_exist_is_locked_alike(client: Client) -> None:
    answers = [submit(client, "niemand", "fout")[1] for _ in range(TRIES + 1)]
    assert [LOCKED in text for text in answers] == [False] * TRIES + [True]


@pytest.mark.parametrize(("minutes", "status"), [(29, 200), (32, 302)])
def test_a_session_ends_when_nothing_happens(
    client: Client, monkeypatch: pytest.MonkeyPatch, minutes: int, status: int
) -> None:
    log_in(client)
    page(client)
    later = clock.now() + timedelta(minutes=minutes)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert client.get("/").status_code == status


def test_a_session_ends_after_a_day_of_work_whatever_happens(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    log_in(client)
    begun = clock.now()
    statuses = []
    for minutes in range(0, 12 * 60 + 25, 25):
        monkeypatch.setattr(clock, "now", lambda at=begun + timedelta(minutes=minutes): at)
        statuses.append(client.get("/").status_code)
    assert statuses == [200] * (len(statuses) - 1) + [302]


def test_a_new_password_must_be_good_and_ends_other_sessions(client: Client, database: None) -> None:
    old = make_account("annabel", municipality())
    other = Client(SERVER_NAME="127.0.0.1")
    for browser in (client, other):
        browser.post("/inloggen", {"username": "annabel", "password": old})
    for wrong, words in (
        ("kort", "te kort"),
        ("123456789012345", "alleen cijfers"),
        ("annabel12345", "lijkt te veel op uw gebruikersnaam"),
        ("1qaz2wsx3edc", "kiezen veel mensen"),
    ):
        text = client.post("/wachtwoord", choose(old, wrong)).content.decode()
        assert "Er klopt iets niet" in text, wrong
        assert re.search(words, text), (wrong, re.findall("wrong.*", text))
    assert "Dit is niet uw wachtwoord van nu." in client.post("/wachtwoord", choose("x", STRONG)).content.decode()
    assert "is opgeslagen" in client.post("/wachtwoord", choose(old, STRONG)).content.decode()
    assert (client.get("/").status_code, other.get("/").status_code) == (200, 302)
    assert ("annabel", Action.PASSWORD, "annabel") in lines()
    assert STRONG not in str(lines())


def choose(old: str, new: str) -> dict[str, str]:
    """The fields of a new password."""
    return {"old_password": old, "new_password1": new, "new_password2": new}


def test_the_audit_log_only_grows(database: None) -> None:
    record(Action.LOGIN, "anna")
    line = Entry.objects.get()
    line.login = "bea"
    for change in (line.save, line.delete, Entry.objects.all().delete, lambda: Entry.objects.update(login="bea")):
        with pytest.raises(DatabaseError, match="only grows"):
            change()
    assert lines() == [("anna", "login", "")]


def test_old_lines_of_the_log_go_and_that_is_a_line_itself(database: None, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in ("2025-10-21", "2025-10-23", "2026-05-01", "2026-11-25"):
        pretend(monkeypatch, date.fromisoformat(day))
        record(Action.LOGIN, day)
    pretend(monkeypatch, TODAY)
    assert clear_old() == 1
    said = [("2025-10-23", "login", ""), ("2026-05-01", "login", ""), ("2026-11-25", "login", "")]
    said.append(("", "cleared", "1 regel, ouder dan 400 dagen"))
    assert lines() == said
    assert clear_old() == 0
    assert lines() == said  # nothing went, so there is nothing to tell
    for young in (Entry.objects.filter(login="2026-11-25"), Entry.objects.filter(login__gte="2026")):
        with pytest.raises(DatabaseError, match="only grows"):
            young.delete()
    assert lines() == said  # also what was old enough: a removal goes as a whole


def test_an_administrator_makes_and_closes_logins(client: Client) -> None:
    administrator(client)
    here = municipality()
    asked = {"login": "anna", "role": "regie", "municipality": here.pk}
    text = client.post("/logins", asked).content.decode()
    password = re.search(r'class="secret">([\w-]+)<', text)[1]
    assert submit(Client(SERVER_NAME="127.0.0.1"), "anna", password) == (302, "/")
    assert "bestaat al" in client.post("/logins", asked).content.decode()
    wrong = client.post("/logins", {"login": "Bea!", "role": "coordinator", "municipality": here.pk}).content.decode()
    for words in ("alleen kleine letters", "en anders geen", "Kies een bibliotheek"):
        assert words in wrong
    client.post("/logins/anna/open", {"active": "nee"})
    assert WRONG_LOGIN in submit(Client(SERVER_NAME="127.0.0.1"), "anna", password)[1]
    assert client.post("/logins/beheer/open", {"active": "nee"}).status_code == 404  # one's own stays open
    client.post("/logins/anna/open", {"active": "ja"})
    again = re.search(r'class="secret">([\w-]+)<', client.post("/logins/anna/wachtwoord").content.decode())[1]
    assert submit(Client(SERVER_NAME="127.0.0.1"), "anna", again) == (302, "/")
    assert [what for who, what, about in lines() if (who, about) == ("beheer", "anna")] == [
        "account", "account", "account", "password",
    ]  # fmt: skip
    text = page(client, "/logboek")
    assert "wachtwoord vernieuwd" in text
    assert again not in text


def test_a_second_click_does_not_open_a_login_again(client: Client) -> None:
    administrator(client)
    make_account("anna", municipality())
    form = re.search(r'action="(/logins/anna/open)".*?name="active" value="(\w+)"', page(client, "/logins"), re.DOTALL)
    before = lines()
    for _ in range(2):  # as after a double click, or from two administrators at once
        assert client.post(form[1], {"active": form[2]}).status_code == 302
    assert not Account.objects.get(login="anna").is_active
    assert lines() == [*before, ("beheer", "account", "anna")]
    assert "Open doen" in page(client, "/logins")
    assert [client.post(form[1], wrong).status_code for wrong in ({}, {"active": "x"})] == [400, 400]


def test_a_coordinator_sees_the_own_library_in_every_municipality(database: None) -> None:
    ours = location()
    also = location("Elders", municipality("Gemeente Anders"))
    desk("Balie 1", ours), desk("Balie 1", also)
    coordinator = Account.objects.create(login="c", role=Role.COORDINATOR, library=ours.library)
    assert desks_of(coordinator).count() == 2
    for role in (Role.NATIONAL, Role.ADMINISTRATOR):
        assert desks_of(Account.objects.create(login=role, role=role)).count() == 0


def test_merged_municipalities_keep_their_history(client: Client) -> None:
    old, new = municipality("Gemeente Oud"), municipality("Gemeente Nieuw")
    first, second = desk("Balie 1", location("Centrum", old)), desk("Balie 1", location("Centrum", new))
    delivered(first, 1, week(first, MONDAY, 5))
    delivered(second, 1, week(second, MONDAY, 7))
    officer = Account.objects.create(login="oud", municipality=old)
    administrator(client)
    same = client.post("/organisaties", {"old": old.pk, "new": old.pk}).content.decode()
    assert "Kies twee verschillende gemeenten." in same
    assert client.post("/organisaties", {"old": old.pk, "new": new.pk}).status_code == 302
    assert "Gemeente Oud ging op 26 november 2026 op in Gemeente Nieuw." in page(client, "/organisaties")
    officer.refresh_from_db()
    totals = WeekTotal.objects.filter(desk__in=desks_of(officer))
    assert sorted(totals.values_list("desk__location__name", "questions")) == [
        ("Centrum", 7),
        ("Centrum (Gemeente Oud)", 5),
    ]
    assert ("beheer", "merger", "Gemeente Oud in Gemeente Nieuw") in lines()


def test_a_merger_moves_nothing_of_others(database: None) -> None:
    bystander = location("Elders", municipality("Gemeente Anders"))
    merge(municipality("Gemeente Oud"), municipality("Gemeente Nieuw"), "beheer")
    bystander.refresh_from_db()
    assert bystander.municipality.name == "Gemeente Anders"


def test_an_administrator_makes_the_first_location(client: Client) -> None:
    administrator(client)
    asked = {"municipality": "Gemeente Nieuw", "library": "Bibliotheek Nieuw", "name": "Dorpshuis"}
    assert client.post("/organisaties", asked).status_code == 302
    assert "Dorpshuis" in page(client, "/organisaties")
    client.post("/organisaties", asked | {"library": "Bibliotheek\x0bNieuw", "name": "Dorps\x0bhuis"})
    assert list(Location.objects.values_list("library__name", "name").order_by("name")) == [
        ("Bibliotheek Nieuw", "Dorps huis"),
        ("Bibliotheek Nieuw", "Dorpshuis"),
    ]
    assert "Vul de naam van de locatie in." in client.post("/organisaties", asked | {"name": ""}).content.decode()


SERVED = {
    "IDO_REGIE_DATABASE": "postgresql://regie:ge%40heim@db:5433/regie",
    "IDO_REGIE_HOSTS": "regie.gemeente.example, ",
    "IDO_REGIE_WORKERS": "3",
}


def test_the_environment_says_how_regie_is_installed(tmp_path: Path) -> None:
    alone = installation({})
    assert (alone.database, alone.hosts, alone.workers, alone.oidc, alone.is_served) == (None, (), 1, None, False)
    served = installation(SERVED)
    assert (served.hosts, served.workers, served.is_served) == (("regie.gemeente.example",), 3, True)
    wanted = {"NAME": "regie", "USER": "regie", "PASSWORD": "ge@heim", "HOST": "db", "PORT": "5433"}
    assert wanted.items() <= served.database.items()
    (tmp_path / "geheim").write_text("s3cret\n")
    parts = {f"IDO_REGIE_OIDC_{part}": part for part in ("ID", "AUTHORIZE", "TOKEN", "USER", "KEYS")}
    oidc = installation(parts | {"IDO_REGIE_OIDC_SECRET_FILE": str(tmp_path / "geheim")}).oidc
    assert (oidc["OIDC_RP_CLIENT_SECRET"], oidc["OIDC_OP_TOKEN_ENDPOINT"]) == ("s3cret", "TOKEN")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"IDO_REGIE_DATABASE": "mysql://x/y"}, "postgresql://naam@server/regie"),
        ({"IDO_REGIE_DATABASE": "postgresql://server"}, "postgresql://naam@server/regie"),
        ({"IDO_REGIE_HOSTS": "*"}, "Een [*] mag niet"),
        ({"IDO_REGIE_WORKERS": "2"}, "alleen met PostgreSQL"),
        ({"IDO_REGIE_WORKERS": "veel"}, "een getal van 1 tot en met 64"),
        ({"IDO_REGIE_LOG_DAYS": "179"}, "van 180 tot"),
        ({"IDO_REGIE_LOG_DAYS": "altijd"}, "een aantal dagen"),
        ({"IDO_REGIE_OIDC_ID": "regie"}, "ontbreekt: IDO_REGIE_OIDC_SECRET"),
        ({"IDO_REGIE_OIDC_SECRET_FILE": "/bestaat/niet"}, "is niet te lezen"),
    ],
)
def test_a_wrong_setting_is_named(given: dict[str, str], words: str) -> None:
    with pytest.raises(EnvironmentMistakeError, match=words):
        installation(given)


def test_a_served_regie_passes_the_deploy_check_of_django(database: None) -> None:
    safe = dict.fromkeys(
        ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SECURE_HSTS_INCLUDE_SUBDOMAINS",
         "SECURE_HSTS_PRELOAD"),
        True,
    )  # fmt: skip
    with override_settings(SECURE_HSTS_SECONDS=31536000, **safe):
        call_command("check", deploy=True, fail_level="WARNING")


def test_those_who_watch_get_their_answers(client: Client) -> None:
    sender = desk()
    delivered(sender, 1, week(sender, MONDAY, 3))
    assert page(client, "/gereed") == "gereed\n"
    metrics = page(client, "/metrics")
    assert "\nido_regie_deliveries_total 1\n" in metrics
    assert "\nido_regie_desks 1\n" in metrics
    told = page(client, "/.well-known/security.txt")
    expires = date.fromisoformat(re.search(r"Expires: (\S+)T00:00:00Z", told)[1])
    assert timedelta(days=30) < expires - clock.today() < timedelta(days=365)
    assert "Contact: mailto:" in told
