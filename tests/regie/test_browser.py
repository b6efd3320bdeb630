"""The pages in a real browser: as staff sees them, with the keyboard only, and on a narrow screen."""

import re
import shutil
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.regie.desks import message, signed, week
from tests.regie.process import Regie, running_regie
from tests.regie.test_server import enrol, put

DAY = date(2026, 11, 24)
MONDAY = date(2026, 11, 16)
WIDTHS = (320, 360, 640, 1280, 2560)
LEFT = "net::ERR_ABORTED"
"""What Chromium says of a picture that was still on its way when the test went to the next page."""
PAPER = 680
"""Pixels; the width of an A4 between its margins."""
OVERLAPS = """() => {
    const texts = name => [...document.querySelectorAll(`svg.chart text.${name}`)];
    const boxes = name => texts(name).map(text => text.getBoundingClientRect());
    const hits = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    const pairs = list => list.flatMap((a, at) => list.slice(at + 1).filter(b => hits(a, b)));
    return [pairs(boxes("number")).length, pairs(boxes("week")).length, boxes("number").length];
}"""


@pytest.fixture(scope="module")
def regie(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Regie]:
    """A regie that received a quarter of one desk, and before it a quarter with numbers over a thousand."""
    with running_regie(tmp_path_factory.mktemp("regie"), DAY) as running:
        sender = enrol(running)
        days = [MONDAY - timedelta(weeks=back) for back in range(24)]
        numbers = [40 + back if back < 12 else 1900 + back for back in range(24)]
        sent = message(sender, 1, [week(sender, *counted) for counted in zip(days, numbers, strict=True)])
        assert put(running, sent, signed(sender, sent)).status_code == 201
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real Chromium without a window."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, regie: Regie) -> Iterator[Page]:
    """A fresh page at regie's address; at the end nothing may have gone wrong in it."""
    context = browser.new_context(base_url=regie.url, viewport={"width": 1280, "height": 800})
    complaints: list[str] = []
    fresh = context.new_page()
    fresh.on("console", lambda said: complaints.append(said.text))
    fresh.on("pageerror", lambda error: complaints.append(str(error)))
    fresh.on("requestfailed", lambda request: request.failure == LEFT or complaints.append(f"{request.url} failed"))
    fresh.on("request", lambda request: request.url.startswith(regie.url) or complaints.append(request.url))
    fresh.goto("/")
    yield fresh
    context.close()
    assert complaints == []


def log_in(page: Page, regie: Regie) -> None:
    """Log in with the keyboard, as the page invites: the first field has the focus."""
    expect(page.get_by_label("Gebruikersnaam")).to_be_focused()
    page.keyboard.type(regie.login)
    page.keyboard.press("Tab")
    page.keyboard.type(regie.password)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Overzicht").wait_for()
    page.goto("/weken")


def focused(page: Page) -> str:
    """What has the focus, in words."""
    return page.evaluate("document.activeElement.innerText || document.activeElement.id").strip()


def is_too_wide(page: Page, width: int) -> bool:
    """Whether the page must be scrolled sideways in a window of this width."""
    page.set_viewport_size({"width": width, "height": 640})
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


def test_staff_read_the_number_of_the_week_in_the_table_and_in_the_chart(page: Page, regie: Regie) -> None:
    log_in(page, regie)
    table = page.get_by_role("table", name="Vragen per week per balie")
    row = table.get_by_role("row", name="Week 47 16 t/m 22 november 2026 voorlopig")
    assert row.get_by_role("cell").all_inner_texts() == ["40"]
    assert table.get_by_role("columnheader").all_inner_texts() == ["Week", "Balie 1, Centrum"]
    chart = page.get_by_role("img", name="Balie 1, Centrum")
    assert chart.locator("text.number").last.text_content() == "40"
    heights = [box.bounding_box()["height"] for box in chart.locator("rect").all()]
    assert len(heights) == 12
    assert heights == sorted(heights, reverse=True)
    assert "Balie 1, Centrum" in page.get_by_role("table", name="Wanneer regie").inner_text()


def test_the_style_and_the_letters_really_arrive(page: Page, regie: Regie) -> None:
    log_in(page, regie)
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.fonts.check('1rem \"Atkinson Hyperlegible\"')")
    bar = page.locator("svg.chart rect").first
    assert bar.evaluate("bar => getComputedStyle(bar).stroke") == "rgb(27, 89, 164)"
    page.emulate_media(color_scheme="dark")
    assert bar.evaluate("bar => getComputedStyle(bar).stroke") == "rgb(143, 174, 210)"


def test_everything_can_be_reached_with_the_keyboard_and_is_seen(page: Page, regie: Regie) -> None:
    log_in(page, regie)
    reached = []
    for _ in range(14):
        page.keyboard.press("Tab")
        reached.append(focused(page).split("\n")[0])
        outline = page.evaluate("getComputedStyle(document.activeElement).outline")
        assert re.search(r"solid 3px", outline), (reached, outline)
    menu = ["Overzicht", "Onderwerpen", "Doorverwijzen", "Signalen", "Balies", "Rapport", "Publiceren"]
    assert reached[:12] == ["Naar de inhoud", "IDO regie", "demo", "Uitloggen", *menu, "← Eerdere weken"]
    assert reached[12].startswith("Vragen per week per balie.")
    assert reached[13].startswith("Wanneer regie")


def test_the_skip_link_jumps_to_the_content(page: Page, regie: Regie) -> None:
    log_in(page, regie)
    page.keyboard.press("Tab")
    box = page.get_by_role("link", name="Naar de inhoud").bounding_box()
    assert box["x"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page) == "← Eerdere weken"


def test_earlier_weeks_and_back_and_logging_out(page: Page, regie: Regie) -> None:
    log_in(page, regie)
    page.get_by_role("link", name="Eerdere weken").click()
    expect(page.get_by_role("rowheader").first).to_contain_text("Week 35")
    page.get_by_role("link", name="Latere weken").click()
    expect(page.get_by_role("rowheader", name="Week 47")).to_be_visible()
    page.get_by_role("button", name="Uitloggen").click()
    page.get_by_role("heading", name="Inloggen").wait_for()
    page.goto("/")
    expect(page.get_by_role("heading", name="Inloggen")).to_be_visible()


def test_a_wrong_password_moves_the_focus_to_the_message(page: Page, regie: Regie) -> None:
    page.get_by_label("Gebruikersnaam").fill(regie.login)
    page.get_by_label("Wachtwoord").fill("fout")
    page.get_by_role("button", name="Inloggen").click()
    page.get_by_role("alert").wait_for()
    assert focused(page).startswith("Inloggen is niet gelukt")
    assert page.get_by_label("Gebruikersnaam").input_value() == regie.login
    assert page.get_by_label("Wachtwoord").input_value() == ""


def test_no_page_scrolls_sideways_and_targets_are_large(page: Page, regie: Regie) -> None:
    too_wide = [width for width in WIDTHS if is_too_wide(page, width)]
    log_in(page, regie)
    for width in WIDTHS:
        too_wide += [width] if is_too_wide(page, width) else []
        small = [box for box in page.locator("button, .button, .brand").all() if box.bounding_box()["height"] < 48]
        assert small == [], width
    assert too_wide == []


def test_numbers_in_the_chart_never_touch(page: Page, regie: Regie) -> None:
    log_in(page, regie)
    for address in ("/weken", "/weken?tot=2026-08-30"):
        page.goto(address)
        page.evaluate("document.fonts.ready")
        for width, media, size in (
            (1280, "screen", 16),
            (360, "screen", 16),
            (360, "screen", 32),
            (PAPER, "print", 16),
        ):
            page.set_viewport_size({"width": width, "height": 640})
            page.emulate_media(media=media)
            page.evaluate("size => { document.documentElement.style.fontSize = `${size}px` }", size)
            assert page.evaluate(OVERLAPS) == [0, 0, 12], (address, width, media, size)


def test_the_hatching_is_drawn_in_the_colours_of_the_page(page: Page, regie: Regie) -> None:
    log_in(page, regie)
    bar = page.locator("svg.chart rect.bar-partial").first  # week 36, of which one day of August came in
    assert bar.evaluate("bar => document.querySelector(getComputedStyle(bar).fill.slice(5, -2)).tagName") == "pattern"
    assert page.locator(".hatch").evaluate("line => getComputedStyle(line).stroke") == "rgb(27, 89, 164)"


def test_text_of_twice_the_size_still_fits(page: Page, regie: Regie) -> None:
    log_in(page, regie)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert not is_too_wide(page, 640)
    assert page.get_by_role("button", name="Uitloggen").evaluate("it => it.scrollWidth <= it.clientWidth")


def test_the_printed_page_has_the_numbers_and_no_buttons(page: Page, regie: Regie) -> None:
    log_in(page, regie)
    page.emulate_media(media="print")
    expect(page.get_by_role("table", name="Vragen per week per balie")).to_be_visible()
    expect(page.get_by_role("img", name="Balie 1, Centrum")).to_be_visible()
    assert not page.get_by_role("button").or_(page.get_by_role("link", name="weken")).is_visible()
