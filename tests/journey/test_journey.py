"""The whole way: two visitors at a real kiosk, a week later the numbers in a real browser at a real regie."""

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.regie.process import Regie, running_regie
from tests.shelf import lay_cache

ROOT = Path(__file__).resolve().parents[2]
THIS_WEEK, NEXT_WEEK = "2026-11-26", "2026-12-02"
PATIENCE = 60


def kiosk(what: str, data: Path, day: str, *more: str) -> dict[str, object]:
    """Run a kiosk on a day and let a person do something; gives what they saw."""
    words = [sys.executable, str(ROOT / "tests" / "journey" / "kiosk_process.py"), what]
    options = ["--data", str(lay_cache(data, is_trial=True)), "--datum", day, *more]
    answer = subprocess.run([*words, *options], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    seen: dict[str, object] = json.loads(answer.stdout.splitlines()[-1])
    return seen | {"said": answer.stdout, "complained": answer.stderr}


def rows_of_week(regie: Regie, password: str) -> list[str]:
    """Log in with a real Chromium and read the cells of week 48."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        page.goto(regie.url)
        page.get_by_label("Gebruikersnaam").fill(regie.login)
        page.get_by_label("Wachtwoord").fill(password)
        with page.expect_navigation(url=f"{regie.url}/"):
            page.keyboard.press("Enter")
        page.get_by_role("link", name="Vragen per week per balie").click()
        row = page.get_by_role("row").filter(has_text="Week 48")
        cells = row.get_by_role("cell").all_inner_texts()
        browser.close()
    return cells


def test_from_a_visitors_question_to_the_dashboard(tmp_path: Path) -> None:
    data = tmp_path / "balie"
    with running_regie(tmp_path / "regie") as regie:
        assert regie.password is not None
        link = ("--regie", regie.url, "--koppelcode", regie.code)
        first = kiosk("visits", data, THIS_WEEK, *link)
        assert "Gekoppeld aan regie van Gemeente Voorbeeld" in str(first["said"])
        assert (first["paper"], first["logged"]) == ("%PDF-", True)
        assert str(first["status"]).startswith("Gekoppeld aan regie.")
        second = kiosk("wait_for_regie", data, NEXT_WEEK)
        assert "2 = 2 vragen" in str(second["status"])
        third = kiosk("look", data, NEXT_WEEK)
        assert "2 = 2 vragen" in str(third["status"])
        assert rows_of_week(regie, regie.password)[-1] == "2"
    with closing(sqlite3.connect(data / "ido.sqlite3")) as log:
        assert log.execute("SELECT visit, topic FROM question ORDER BY visit").fetchall() == [(1, "DGA"), (2, "THU")]


def test_without_regie_everything_works(tmp_path: Path) -> None:
    seen = kiosk("visits", tmp_path / "balie", THIS_WEEK)
    assert seen["logged"] is True
    assert str(seen["status"]).startswith("Niet gekoppeld aan regie. Alles werkt")
    assert seen["complained"] == ""


def test_when_regie_is_away_the_kiosk_says_so_and_goes_on(tmp_path: Path) -> None:
    link = ("--regie", "http://127.0.0.1:9", "--koppelcode", "ABCD-EFGH")
    seen = kiosk("visits", tmp_path / "balie", THIS_WEEK, *link)
    assert "Regie is niet bereikbaar op http://127.0.0.1:9" in str(seen["complained"])
    assert seen["logged"] is True


@pytest.mark.parametrize(
    ("words", "code", "expected"),
    [
        (["--dta", "x"], 2, "'--dta' ken ik niet. Bedoelde u --data?"),
        (["--datum", "2026-11-26"], 2, "Met --datum hoort ook --data"),
        (["--data", "x", "--datum", "26-11-2026"], 2, "hoort een dag zoals 2026-11-24"),
        (["--regie", "http://127.0.0.1:9"], 2, "--regie en --koppelcode horen bij elkaar"),
        (["--data", "{file}"], 1, "is niet te gebruiken"),
        (["--tour", "{file}/x"], 1, "De rondleiding kan niet schrijven"),
    ],
)
def test_a_wrong_command_is_answered_in_dutch(tmp_path: Path, words: list[str], code: int, expected: str) -> None:
    (tmp_path / "bestand").write_text("")
    filled = [word.replace("{file}", str(tmp_path / "bestand")) for word in words]
    answer = subprocess.run(
        [sys.executable, "-m", "ido_kiosk", *filled], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE
    )
    assert (answer.returncode, expected in answer.stderr) == (code, True), answer.stderr
    assert "Traceback" not in answer.stderr
