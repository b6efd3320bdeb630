"""The command line: what it understands, and that every mistake is answered in Dutch."""

from datetime import date
from pathlib import Path

import pytest

from ido_regie.arguments import Asked, asked_for
from ido_shared.command_line import UsageError


def test_without_words_regie_serves_on_its_fixed_port() -> None:
    assert asked_for([]) == Asked(demo=False, begin=None, data=None, port=8750, day=None, new_password=None)


def test_everything_can_be_asked() -> None:
    words = [
        "--demo",
        "--begin",
        "Hier",
        "--data",
        "/ergens",
        "--port=0",
        "--datum",
        "2026-11-24",
        "--nieuw-wachtwoord",
        "anna",
    ]
    asked = Asked(demo=True, begin="Hier", data=Path("/ergens"), port=0, day=date(2026, 11, 24), new_password="anna")
    assert asked_for(words) == asked


def test_a_relative_folder_becomes_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert asked_for(["--data", "hier"]).data == tmp_path / "hier"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--dmo"], "'--dmo' ken ik niet. Bedoelde u --demo?"),
        (["--data=/ergens", "--pot=3"], "'--pot=3' ken ik niet. Bedoelde u --port?"),
        (["start"], "'start' ken ik niet."),
        (["--data"], "Achter --data hoort een waarde."),
        (["--data", ""], "Achter --data hoort de naam van een map."),
        (["--demo=ja"], "Achter --demo hoort geen waarde."),
        (["--port", "veel"], "Achter --port hoort een getal van 0 tot en met 65535, niet 'veel'."),
        (["--port", "65536"], "Achter --port hoort een getal van 0 tot en met 65535, niet '65536'."),
        (["--port", "²"], "Achter --port hoort een getal van 0 tot en met 65535, niet '²'."),
        (["--data=/x", "--datum", "24-11-2026"], "Achter --datum hoort een dag zoals 2026-11-24, niet '24-11-2026'."),
        (["--data=/x", "--datum", "20261124"], "Achter --datum hoort een dag zoals 2026-11-24, niet '20261124'."),
        (["--datum", "2026-11-24"], "--datum werkt alleen samen met --data"),
    ],
)
def test_a_mistake_is_named_in_dutch(words: list[str], expected: str) -> None:
    with pytest.raises(UsageError) as caught:
        asked_for(words)
    assert str(caught.value).startswith(expected)


def test_the_help_is_dutch_and_names_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        asked_for(["--help"])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert said.startswith("gebruik: ./run regie")
    assert all(option in said for option in ("--demo", "--data", "--port", "--datum", "--nieuw-wachtwoord"))
    assert "usage" not in said
    assert "options" not in said
