"""All pages of the demo in a real browser: axe-core in light and dark, narrow windows, tasks by keyboard only."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.regie.process import Regie, start, value

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
DAY = date(2026, 11, 26)
PAGES = (
    "/", "/?periode=2025-K1", "/weken", "/onderwerpen?thema=INL", "/doorverwijzen?periode=2025",
    "/signalen?periode=2025",
    "/signalen/nieuw", "/signalen/brief", "/balies", "/balies/gemeente", "/balies/usb",
    "/balies/instellingen", "/balies/lokaal", "/balies/lokaal/nieuw/spreekuur", "/rapport", "/publicaties",
    "/publicaties/nieuw?periode=2026-K3", "/wachtwoord", "/bestaat-niet",
)  # fmt: skip
ADMINISTRATION = ("/logins", "/organisaties", "/logboek")
WIDTHS = (320, 768, 1280)
FURTHEST = 90
"""So many presses of Tab no page needs."""


@pytest.fixture(scope="module")
def regie(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Regie, dict[str, str]]]:
    """Regie with the demo, and the passwords of its logins."""
    data = tmp_path_factory.mktemp("regie")
    process, said = start("--demo", "--data", str(data), "--port", "0", "--datum", DAY.isoformat())
    others = [line.split()[1:] for line in said.splitlines() if line.startswith("Ook:")]
    passwords = dict(others) | {"demo": value(said, "Wachtwoord")}
    running = Regie(value(said, "Adres"), "demo", passwords["demo"], value(said, "Koppelcode"), process)
    yield running, passwords
    running.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real Chromium without a window."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        yield chromium
        chromium.close()


def opened(browser: Browser, regie: tuple[Regie, dict[str, str]], login: str) -> Page:
    """A page on which someone logged in."""
    running, passwords = regie
    context = browser.new_context(base_url=running.url, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto("/inloggen")
    page.get_by_label("Gebruikersnaam").fill(login)
    page.get_by_label("Wachtwoord").fill(passwords[login])
    page.get_by_role("button", name="Inloggen").click()
    page.get_by_role("button", name="Uitloggen").wait_for()
    return page


def complaints(page: Page, only_colours: bool) -> list[str]:
    """What axe-core finds wrong with the page that is open: rule and element. It runs beside the page's own policy.

    In the dark only colours differ.
    """
    page.evaluate(AXE)
    rules = "runOnly: {type: 'tag', values: ['cat.color']}, " if only_colours else ""
    found = page.evaluate(f"axe.run({{{rules}resultTypes: ['violations']}})")["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


def is_too_wide(page: Page, width: int) -> bool:
    """Whether the page must be scrolled sideways in a window of this width."""
    page.set_viewport_size({"width": width, "height": 800})
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


def wrong_on(page: Page, path: str) -> list[str]:
    """Everything that is wrong with the page at an address: for axe-core in light and dark, and when it is narrow."""
    page.emulate_media(color_scheme="light")
    page.goto(path)
    found = complaints(page, only_colours=False)
    page.emulate_media(color_scheme="dark")
    found += complaints(page, only_colours=True)
    found += [f"scrolls sideways at {width} pixels" for width in WIDTHS if is_too_wide(page, width)]
    return [f"{path}: {one}" for one in found]


def test_nothing_is_wrong_on_any_page(browser: Browser, regie: tuple[Regie, dict[str, str]]) -> None:
    found = []
    for login, paths in (("demo", PAGES), ("beheer", ADMINISTRATION)):
        page = opened(browser, regie, login)
        for path in paths:
            found += wrong_on(page, path)
        page.get_by_role("button", name="Uitloggen").click()
        page.get_by_role("heading", name="Inloggen").wait_for()
        found += wrong_on(page, "/inloggen")
        page.context.close()
    assert found == []


def reach(page: Page, name: str) -> None:
    """Press Tab until the element with this text or label has the focus, and see that the focus shows."""
    for _ in range(FURTHEST):
        page.keyboard.press("Tab")
        words = page.evaluate(
            "(document.activeElement.labels?.[0]?.innerText || document.activeElement.innerText || '').trim()"
        )
        if words.split("\n")[0].startswith(name):
            assert "3px" in page.evaluate("getComputedStyle(document.activeElement).outline"), name
            return
    raise AssertionError(f"{name} cannot be reached")


def go(page: Page, name: str, heading: str) -> None:
    """Press Enter on the element with this text, and wait for the page with this heading."""
    reach(page, name)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name=heading, level=1, exact=True).wait_for()


def test_the_tasks_of_an_officer_by_keyboard_only(browser: Browser, regie: tuple[Regie, dict[str, str]]) -> None:
    page = opened(browser, regie, "demo")
    page.goto("/")
    reach(page, "Periode")  # 1: the numbers of another period
    page.keyboard.type("1e kwartaal van 2026")
    reach(page, "Tonen")
    page.keyboard.press("Enter")
    page.wait_for_url("**periode=2026-K1**")
    expect(page.locator(".lead").first).to_contain_text("1e kwartaal van 2026")
    go(page, "Doorverwijzen", "Doorverwijzen")  # 2: where there is no place to refer to
    expect(page.get_by_role("heading", name="Witte vlekken per thema")).to_be_visible()
    go(page, "Signalen", "Signalen")  # 3: word a signal
    go(page, "Nieuw signaal", "Nieuw signaal")
    reach(page, "Organisatie")
    page.keyboard.type("Andere organisatie")
    reach(page, "In uw woorden")
    page.keyboard.type("De brieven zijn te moeilijk. Korte zinnen zouden helpen.")
    go(page, "Signaal opslaan", "Andere organisatie: Alleen digitaal aangeboden")
    expect(page.get_by_text("Korte zinnen zouden helpen.")).to_be_visible()
    go(page, "Balies", "Balies")  # 4: enrol a desk
    go(page, "Nieuwe balie", "Koppelcode voor Balie 4, Centrum")
    expect(page.locator(".secret")).to_be_visible()
    go(page, "Publiceren", "Publiceren")  # 5: publish a quarter
    go(page, "3e kwartaal van 2026", "3e kwartaal van 2026 publiceren")
    page.locator("main").focus()
    go(page, "Publiceren", "Gemeente Voorbeeld, 3e kwartaal van 2026")
    go(page, "Rapport", "Rapport")  # 6: take the report
    reach(page, "Rapport maken")
    with page.expect_download() as coming:
        page.keyboard.press("Enter")
    assert coming.value.suggested_filename == "rapport-ido-gemeente-voorbeeld-2026.pdf"
    page.context.close()


def test_nothing_is_wrong_on_the_pages_after_a_button(browser: Browser, regie: tuple[Regie, dict[str, str]]) -> None:
    page = opened(browser, regie, "demo")
    page.goto("/balies")
    found = wrong_on(page, page.get_by_role("link", name="Andere computer").first.get_attribute("href"))
    page.goto("/balies")
    page.get_by_role("button", name="Nieuwe balie").first.click()
    page.goto("/balies")
    fresh = page.locator("tr", has=page.get_by_role("button", name="Koppelcode"))
    page.goto(fresh.get_by_role("link", name="Afmelden").first.get_attribute("href"))
    page.get_by_role("button", name="Afmelden").click()
    page.get_by_role("heading", name="Afgemelde balies").wait_for()
    found += wrong_on(page, "/balies")
    page.goto("/signalen")
    page.goto(page.locator("a[href^='/signalen/']", has_text=":").first.get_attribute("href"))
    page.evaluate("document.querySelector('[name=seen]').value = 'eerder'")
    page.locator("main textarea, main input[type=text]").first.fill("Korte zinnen zouden helpen.")
    page.locator("main button[type=submit]").click()
    expect(page.get_by_role("alert")).to_be_focused()
    found += complaints(page, only_colours=False)
    page.goto("/balies")
    page.context.clear_cookies(name="regie_sessie")
    page.get_by_role("button", name="Weer koppelen").click()
    expect(page.get_by_role("alert")).to_contain_text("Uw laatste wijziging is niet bewaard.")
    found += complaints(page, only_colours=False)
    assert found == []
    page.context.close()
