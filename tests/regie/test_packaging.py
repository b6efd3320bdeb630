"""How regie is run for others: the files of packaging/regie agree with the program, and a copy can be put back."""

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
import requests
from ruamel.yaml import YAML

from ido_regie import environment
from tests.regie.desks import message, signed, week
from tests.regie.process import HANGS_AFTER, command, start, start_regie, value
from tests.regie.process import environment as user_environment
from tests.regie.test_server import enrol, put, receipt

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "packaging" / "regie"
DAY = date(2026, 11, 24)


def run(*options: str, **extra: str) -> "subprocess.CompletedProcess[str]":
    """Let regie do something that ends by itself."""
    return subprocess.run(
        command(*options), env=user_environment() | extra, capture_output=True, encoding="utf-8", timeout=HANGS_AFTER,
        check=False,
    )  # fmt: skip


def test_every_variable_that_is_told_of_exists() -> None:
    source = (ROOT / "ido_regie" / "environment.py").read_text() + (ROOT / "ido_regie" / "folder.py").read_text()
    known = set(re.findall(r"IDO_REGIE_[A-Z]+", source))
    for file in FOLDER.iterdir():
        for name in set(re.findall(r"IDO_REGIE_[A-Z]+", file.read_text())):
            assert name in known, (file.name, name)


def test_the_container_runs_without_root_and_the_compose_file_reads() -> None:
    said = (FOLDER / "Containerfile").read_text()
    assert re.search(r"^USER 10001$", said, re.MULTILINE)
    assert said.index("USER 10001") < said.index("ENTRYPOINT")
    copied = {word for line in said.splitlines() if line.startswith("COPY ") for word in line.split()[1:-1]}
    assert "." not in copied  # a secret that stands beside the compose file stays out of the image
    assert {"ido_regie", "ido_shared", "forms", "assets"} < copied
    assert all((ROOT / name).exists() for name in copied if name not in ("--from=built", "/srv"))
    found = YAML(typ="safe").load(FOLDER / "compose.yaml")
    regie = found["services"]["regie"]
    assert (regie["cap_drop"], regie["read_only"]) == (["ALL"], True)
    assert regie["ports"] == ["127.0.0.1:8750:8750"]  # only the proxy reaches it
    settings = {name: text for name, text in regie["environment"].items() if not name.endswith("_FILE")}
    assert environment.installation(settings | {"IDO_REGIE_HOSTS": "regie.example"}).database["HOST"] == "database"
    clearing = found["services"]["clearing"]
    for name in ("build", "environment", "secrets", "volumes", "cap_drop", "read_only"):
        assert clearing[name] == regie[name]  # the same program on the same data, without a port
    assert "ports" not in clearing


def test_systemd_understands_the_units(tmp_path: Path) -> None:
    units = [tmp_path / f"ido-regie{name}" for name in (".service", "-opruimen.service", "-opruimen.timer")]
    for unit in units:
        unit.write_text((FOLDER / unit.name).read_text().replace("/opt/ido/.venv/bin/ido-regie", "/bin/true"))
    program = shutil.which("systemd-analyze")
    if program is None:
        pytest.skip("systemd is not here")
    said = subprocess.run([program, "verify", *map(str, units)], capture_output=True, encoding="utf-8", check=False)
    assert (said.returncode, said.stdout + said.stderr) == (0, "")


def test_the_commands_of_the_files_exist() -> None:
    asked = [file.read_text() for file in FOLDER.iterdir()]
    words = {word for text in asked for word in re.findall(r"ido-regie (--[a-z-]+)", text)}
    known = (ROOT / "ido_regie" / "arguments.py").read_text()
    assert words >= {"--opruimen", "--controle"}
    for word in words:
        assert f'"{word}"' in known, word


def test_a_served_regie_passes_the_check_and_the_words_can_be_asked(tmp_path: Path) -> None:
    ended = run("--controle", "--data", str(tmp_path), IDO_REGIE_HOSTS="regie.example")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "In orde" in ended.stdout
    wrong = run("--controle", "--data", str(tmp_path), IDO_REGIE_HOSTS="*")
    assert wrong.returncode == 1
    assert "Een * mag niet" in wrong.stderr
    cleared = run("--opruimen", "--data", str(tmp_path))
    assert (cleared.returncode, cleared.stderr) == (0, "")
    assert "Het logboek bewaart 400 dagen." in cleared.stdout
    document = run("openapi", "--data", str(tmp_path))
    assert (document.returncode, document.stderr) == (0, "")
    assert '"openapi": "3.0.3"' in document.stdout


def test_an_administrator_is_made_from_the_command_line(tmp_path: Path) -> None:
    made = run("--beheerder", "beheer", "--data", str(tmp_path))
    assert (made.returncode, made.stderr) == (0, "")
    assert re.fullmatch(r"([a-z2-9]{4}-){3}[a-z2-9]{4}", value(made.stdout, "Wachtwoord"))
    again = run("--beheerder", "beheer", "--data", str(tmp_path))
    assert (again.returncode, again.stderr) == (1, "Login 'beheer' bestaat al.\n")


def test_a_copy_made_while_regie_runs_can_be_put_back(tmp_path: Path) -> None:
    regie = start_regie(tmp_path / "regie", DAY)
    sender = enrol(regie)
    sents = [message(sender, number, [week(sender, date(2026, 11, 2 + 7 * number), 5)]) for number in (1, 2)]
    put(regie, sents[0], signed(sender, sents[0]))
    made = run("--kopie", str(tmp_path / "kopie"), "--data", str(tmp_path / "regie"))
    assert (made.returncode, made.stderr) == (0, "")
    put(regie, sents[1], signed(sender, sents[1]))  # came in after the copy
    regie.crash()
    shutil.rmtree(tmp_path / "regie")
    (tmp_path / "kopie").rename(tmp_path / "regie")
    process, said = start("--data", str(tmp_path / "regie"), "--port", "0")
    url = value(said, "Adres")
    kind = {"Content-Type": "application/jose"}
    answers = [
        requests.put(f"{url}/v1/leveringen/{sent.id}", signed(sender, sent), headers=kind, timeout=HANGS_AFTER)
        for sent in sents
    ]
    process.terminate()
    assert process.communicate(timeout=HANGS_AFTER)[1] == ""
    assert [answer.status_code for answer in answers] == [200, 201]  # one was in the copy, the desk fills in the other
    assert (receipt(answers[1]).vragen, receipt(answers[1]).alles_tot) == (10, 2)


def test_a_copy_never_replaces_one(tmp_path: Path) -> None:
    run("--beheerder", "beheer", "--data", str(tmp_path / "regie"))
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "iets").write_text("van mij")
    refused = run("--kopie", str(tmp_path / "vol"), "--data", str(tmp_path / "regie"))
    assert refused.returncode == 1
    assert "is niet leeg" in refused.stderr
