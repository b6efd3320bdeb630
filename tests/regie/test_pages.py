"""The pages for staff: who may see what, how they are protected, and what an error says."""

import re

import pytest
from django.contrib.auth.hashers import check_password
from django.db import connection
from django.test import Client

from ido_regie.dashboard import colours, figure_pages
from ido_regie.dashboard.login import WRONG_LOGIN
from ido_regie.organisations.accounts import make_account, renew_password
from ido_regie.organisations.models import Account
from tests.regie.desks import week
from tests.regie.test_weeks import MONDAY
from tests.regie.world import delivered, desk, location, log_in, municipality

EVERY = ("/", "/weken", "/onderwerpen", "/doorverwijzen", "/signalen", "/signalen/nieuw", "/signalen/brief", "/balies")


def page(client: Client, path: str = "/", status: int = 200) -> str:
    """The text of a page that must have this status."""
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def submit(client: Client, login: str, password: str, **more: str) -> tuple[int, str]:
    """Send the login form; the status, and the page or where it leads to."""
    answer = client.post("/inloggen", {"username": login, "password": password, **more})
    return answer.status_code, answer.headers.get("Location") or answer.content.decode()


def test_staff_see_only_their_own_municipality(client: Client) -> None:
    other = municipality("Gemeente Anders")
    ours, theirs = desk(), desk("Balie 9", location("Elders", other))
    delivered(ours, 1, week(ours, MONDAY, 8))
    delivered(theirs, 1, week(theirs, MONDAY, 4321))
    log_in(client)
    text = page(client)
    assert "Gemeente Voorbeeld" in text
    assert not re.search("Anders|Elders|Balie 9|4.321|4321", text)


def test_logging_in_and_out(client: Client) -> None:
    password = make_account("anna", municipality())
    assert submit(client, "anna", password) == (302, "/")
    assert "<h1>Overzicht</h1>" in page(client)
    assert client.get("/inloggen").headers["Location"] == "/"
    assert client.post("/uitloggen").headers["Location"] == "/inloggen"
    assert client.get("/").status_code == 302
    assert client.post("/uitloggen").headers["Location"] == "/inloggen"  # a session that ended by itself
    assert client.get("/uitloggen").headers["Location"] == "/"


def test_the_page_that_was_asked_for_comes_after_the_login_and_never_another_site(client: Client) -> None:
    password = make_account("anna", municipality())
    assert submit(client, "anna", password, next="/weken?tot=2026-11-16") == (302, "/weken?tot=2026-11-16")
    client.logout()
    assert submit(client, "anna", password, next="https://elders.example/") == (302, "/")


def test_a_button_after_half_an_hour_leads_to_the_page_with_the_button(client: Client) -> None:
    password = make_account("anna", municipality())
    sender = desk()
    button = f"/balies/{sender.id}/nagekeken"
    sent = client.post(button, headers={"referer": "http://127.0.0.1/balies?periode=2026"})
    assert sent.status_code == 302
    text = page(client, sent.headers["Location"])
    assert "Uw laatste wijziging is niet bewaard." in text
    following = re.search(r'name="next" value="([^"]+)"', text)[1]
    assert submit(client, "anna", password, next=following) == (302, "/balies?periode=2026")
    assert "<h1>Balies</h1>" in page(client, following)


@pytest.mark.parametrize("referer", ["", "https://elders.example/balies", "http://127.0.0.1", "onzin", "http://["])
def test_a_form_from_elsewhere_leads_to_the_overview(client: Client, referer: str) -> None:
    answer = client.post("/balies/gemeente", headers={"referer": referer})
    assert answer.headers["Location"] == "/inloggen?niet-gedaan=ja&next=/"


def test_the_address_of_a_button_says_that_it_is_one(client: Client) -> None:
    log_in(client)
    answer = client.get(f"/locaties/{location().pk}/balies")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
    assert "<h1>Dit adres hoort bij een knop</h1>" in answer.content.decode()
    assert "Hoofdmenu" in answer.content.decode()


def test_the_error_page_needs_no_database(client: Client) -> None:
    log_in(client)
    connection.close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(connection.settings_dict, "NAME", "/bestaat/niet/regie")
        text = page(client, "/balies", 500)
        connection.close()
    assert "<h1>Er ging iets mis</h1>" in text
    assert 'href="/static/regie.css"' in text
    assert page(client, "/balies")


def test_a_wrong_login_does_not_say_which_part_was_wrong(client: Client) -> None:
    make_account("anna", municipality())
    pages = {submit(client, login, "fout")[1].replace(login, "") for login in ("anna", "bestaatniet")}
    without_token = {re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text) for text in pages}
    assert len(without_token) == 1
    text = without_token.pop()
    assert WRONG_LOGIN in text
    assert "<title>Fout: Inloggen – IDO regie</title>" in text
    assert 'role="alert" tabindex="-1" autofocus' in text


def test_an_empty_login_says_what_to_fill_in_at_the_field(client: Client) -> None:
    text = submit(client, "", "")[1]
    for field, words in (("username", "Vul uw gebruikersnaam in."), ("password", "Vul uw wachtwoord in.")):
        assert f'<p class="wrong" id="id_{field}_error">{words}</p>' in text
        assert f'<a href="#id_{field}">{words}</a>' in text
        box = re.search(rf'<input[^>]*id="id_{field}"[^>]*>', text)[0]
        assert 'aria-invalid="true"' in box
        assert f'aria-describedby="id_{field}_error"' in box


def test_a_form_without_our_token_is_refused_in_dutch(database: None) -> None:
    strict = Client(SERVER_NAME="127.0.0.1", enforce_csrf_checks=True)
    answer = strict.post("/inloggen", {"username": "anna", "password": "x"})
    assert answer.status_code == 403
    assert "Dit formulier is te oud" in answer.content.decode()


def test_a_new_password_ends_sessions_and_is_kept_as_a_hash(client: Client) -> None:
    old = make_account("anna", municipality())
    submit(client, "anna", old)
    new = renew_password("anna")
    assert client.get("/").status_code == 302
    assert submit(client, "anna", old)[0] == 200
    assert submit(client, "anna", new)[0] == 302
    stored = Account.objects.get().password
    assert stored.startswith("argon2$")
    assert check_password(new, stored)


def test_cookies_are_for_this_site_and_not_for_scripts(client: Client) -> None:
    submit(client, "anna", make_account("anna", municipality()))
    assert set(client.cookies) == {"regie_sessie", "regie_csrf"}
    for cookie in client.cookies.values():
        assert cookie["httponly"]
        assert cookie["samesite"] == "Strict"
    assert client.cookies["regie_sessie"]["max-age"] == ""


def test_error_pages_are_dutch_and_lead_back(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    log_in(client)
    wrong_host = client.get("/", headers={"host": "elders.example"})
    assert wrong_host.status_code == 400
    assert "Dit verzoek klopt niet" in wrong_host.content.decode()
    assert "Deze pagina bestaat niet" in page(client, "/bestaat-niet", 404)

    def fail(*_: object) -> None:
        raise RuntimeError("geheim")

    monkeypatch.setattr(figure_pages, "asked", fail)
    text = page(client, "/", 500)
    assert "Er ging iets mis" in text
    assert "geheim" not in text
    assert 'href="/"' in text


def test_someone_who_may_not_see_a_page_gets_the_forbidden_page(client: Client) -> None:
    log_in(client)
    assert "Dit mag u niet zien" in page(client, "/logboek", 403)


def test_the_pages_can_only_be_read(client: Client) -> None:
    log_in(client)
    assert [client.post(path).status_code for path in ("/", "/gezondheid", "/stijl/kleuren.css")] == [405] * 3


def test_health_needs_no_login(client: Client) -> None:
    answer = client.get("/gezondheid")
    assert (answer.status_code, answer.content) == (200, b"goed\n")


def test_every_page_is_protected_and_uses_nothing_from_outside(client: Client) -> None:
    sender = desk()
    delivered(sender, 1, week(sender, MONDAY, 3))
    login = client.get("/inloggen")
    log_in(client)
    for answer in (login, *(client.get(path) for path in EVERY), client.get("/bestaat-niet")):
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "no-store" in answer.headers["Cache-Control"]
        text = answer.content.decode()
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=|https?://(?!www\.w3\.org)", text)
        assert text.startswith('<!doctype html>\n<html lang="nl"')
        assert len(re.findall("<h1", text)) == 1


def test_every_colour_in_the_style_sheet_exists(client: Client) -> None:
    sheet = page(client, "/stijl/kleuren.css")
    own = b"".join(client.get("/static/regie.css").streaming_content).decode()
    for theme in (sheet[: sheet.index("@media")], sheet[sheet.index("@media") :]):
        assert set(re.findall(r"var\((--[\w-]+)\)", own)) <= set(re.findall(r"(--[\w-]+):", theme))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [
        ("text", "page", 4.5),
        ("text", "surface", 4.5),
        ("text", "bar", 4.5),
        ("muted", "page", 4.5),
        ("muted", "surface", 4.5),
        ("accent", "surface", 4.5),
        ("on-accent", "accent", 4.5),
        ("on-accent", "accent-hover", 4.5),
        ("on-focus", "focus", 4.5),
        ("error-text", "error-tint", 4.5),
        ("error-text", "surface", 4.5),
        ("warning-text", "warning-tint", 4.5),
        ("border", "surface", 3),
        ("accent", "accent-tint", 3),
        ("error-border", "surface", 3),
        ("focus-line", "page", 3),
    ],
)
def test_colours_have_enough_contrast(theme: str, text: str, ground: str, least: float) -> None:
    themes = colours.themes()
    lights = sorted((_luminance(themes[theme][name]) for name in (text, ground)), reverse=True)
    assert (lights[0] + 0.05) / (lights[1] + 0.05) >= least


def _luminance(colour: str) -> float:
    """The relative luminance of a colour, as WCAG defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
