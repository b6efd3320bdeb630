"""Starting regie as a person does: what it says, that it remembers, and that every mistake ends in plain Dutch."""

import re
import signal
import socket
import sqlite3
import subprocess
from datetime import date
from pathlib import Path

import pytest
import requests

from tests.regie.process import HANGS_AFTER, command, environment, running_regie, start, start_regie, value


def run(*options: str) -> "subprocess.CompletedProcess[str]":
    """Start regie in a way that ends by itself."""
    return subprocess.run(
        command(*options),
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=HANGS_AFTER,
    )


def refused(*options: str) -> tuple[int, str]:
    """The exit code and the complaint of a start that must not succeed."""
    ended = run(*options)
    assert "Traceback" not in ended.stderr
    assert "Error" not in ended.stderr
    return ended.returncode, ended.stderr


@pytest.fixture(scope="module")
def used_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a space in its name in which regie ran once."""
    folder = tmp_path_factory.mktemp("regie") / "map van regie"
    start_regie(folder, date(2026, 11, 24)).stop()
    return folder


def test_a_demo_is_told_once_and_remembered(tmp_path: Path) -> None:
    folder = tmp_path / "nieuw" / "gegevens"
    with running_regie(folder) as first:
        assert first.url.startswith("http://127.0.0.1:")
        assert first.login == "demo"
        assert re.fullmatch(r"([a-z2-9]{4}-){3}[a-z2-9]{4}", first.password)
        assert re.fullmatch(r"[A-Z2-9]{4}-[A-Z2-9]{4}", first.code)
    assert (folder.stat().st_mode & 0o077, (folder / "regie.sqlite3").stat().st_mode & 0o077) == (0, 0)
    with running_regie(folder) as again:
        assert again.password is None
        assert again.code != first.code


def test_the_words_give_the_exact_commands_to_use_and_ctrl_c_stops(tmp_path: Path) -> None:
    process, said = start("--begin", "Gemeente Voorbeeld", "--data", str(tmp_path / "map van regie"), "--port", "0")
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=HANGS_AFTER)[1] == ""
    assert process.returncode == 0
    assert f"  ./run --regie {value(said, 'Adres')} --koppelcode {value(said, 'Koppelcode')}\n" in said
    assert f"./run regie --data '{tmp_path}/map van regie' --nieuw-wachtwoord demo\n" in said
    assert "Gemeente Voorbeeld" in said


def test_without_the_demo_regie_says_how_to_begin(tmp_path: Path) -> None:
    process, said = start("--data", str(tmp_path / "leeg"), "--port", "0")
    page = requests.get(value(said, "Adres"), timeout=HANGS_AFTER)
    process.terminate()
    assert process.communicate(timeout=HANGS_AFTER)[1] == ""
    assert 'Er is nog geen login. Begin met uw gemeente: ./run regie --begin "Gemeente …"\n' in said
    assert "<h1>Inloggen</h1>" in page.text


def test_a_regie_for_others_says_how_to_make_the_first_login(tmp_path: Path) -> None:
    served = {"IDO_REGIE_HOSTS": "regie.voorbeeld.example"}
    process, said = start("--data", str(tmp_path / "leeg"), "--port", "0", extra=served)
    process.terminate()
    assert process.communicate(timeout=HANGS_AFTER)[1] == ""
    assert "Maak de eerste met: ido-regie --beheerder NAAM\n" in said


def test_a_password_can_be_renewed(used_folder: Path) -> None:
    ended = run("--data", str(used_folder), "--nieuw-wachtwoord", "demo")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert re.fullmatch(r"([a-z2-9]{4}-){3}[a-z2-9]{4}", value(ended.stdout, "Wachtwoord"))
    assert "Het oude wachtwoord werkt niet meer." in ended.stdout


def test_a_login_that_does_not_exist_is_named(used_folder: Path) -> None:
    assert refused("--data", str(used_folder), "--nieuw-wachtwoord", "bea") == (1, "Login 'bea' bestaat niet.\n")


def test_a_mistake_on_the_command_line_ends_with_two() -> None:
    code, words = refused("--deno")
    assert code == 2
    assert words == "'--deno' ken ik niet. Bedoelde u --demo?\nKijk wat er kan met: ./run regie --help\n"


def test_a_taken_port_is_named_and_nothing_is_made(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        code, words = refused("--demo", "--data", str(tmp_path / "nieuw"), "--port", port)
    assert code == 1
    assert words.startswith(f"Poort {port} is niet vrij. Draait regie al?")
    assert not (tmp_path / "nieuw").exists()


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    file = tmp_path / "bestand"
    file.write_text("van iemand anders")
    code, words = refused("--demo", "--data", str(file), "--port", "0")
    assert code == 1
    assert (
        words
        == f"De map {file} is niet te gebruiken: het is een bestand en geen map. Kies een andere map met --data.\n"
    )
    assert file.read_text() == "van iemand anders"


def test_a_folder_that_cannot_be_written_is_named() -> None:
    code, words = refused("--demo", "--data", "/proc/regie", "--port", "0")
    assert code == 1
    assert words.startswith("De map /proc/regie is niet te gebruiken: ")


@pytest.mark.parametrize(
    ("file", "content", "expected"),
    [
        ("regie.sqlite3", b"dit is geen database, maar wel lang genoeg om er een te zijn" * 20, "De database in "),
        ("sleutel.pem", b"geen sleutel", "Het sleutelbestand is niet te lezen. Zet "),
        ("geheim.txt", b"", "geheim.txt is leeg. Haal het weg"),
        ("geheim.txt", b"\xff\xfe\xff", "geheim.txt is beschadigd."),
    ],
)
def test_a_damaged_file_is_named_and_left_alone(tmp_path: Path, file: str, content: bytes, expected: str) -> None:
    (tmp_path / file).write_bytes(content)
    code, words = refused("--demo", "--data", str(tmp_path), "--port", "0")
    assert code == 1
    assert expected in words
    assert (tmp_path / file).read_bytes() == content


def test_a_database_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path, used_folder: Path) -> None:
    with sqlite3.connect(used_folder / "regie.sqlite3") as old, sqlite3.connect(tmp_path / "regie.sqlite3") as newer:
        old.backup(newer)
        newer.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('deliveries', '0999_later', '2030-01-01')"
        )
    old.close()
    newer.close()
    before = (tmp_path / "regie.sqlite3").read_bytes()
    code, words = refused("--demo", "--data", str(tmp_path), "--port", "0")
    assert code == 1
    assert "is van een nieuwere versie van regie. Start die versie. Er is niets veranderd." in words
    assert (tmp_path / "regie.sqlite3").read_bytes() == before


def test_a_pretended_day_from_the_surroundings_is_not_used(used_folder: Path) -> None:
    ended = subprocess.run(
        command("--data", str(used_folder), "--nieuw-wachtwoord", "demo"),
        env=environment() | {"IDO_REGIE_DATUM": "geen dag"},
        capture_output=True,
        encoding="utf-8",
        timeout=HANGS_AFTER,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
