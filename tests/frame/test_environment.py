"""Setting up: a second start does nothing, and what is missing is asked for in one exact command."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def environment() -> ModuleType:
    """A fresh copy of packaging/environment.py, whose switches a test may turn."""
    return loaded(ROOT)


def loaded(checkout: Path) -> ModuleType:
    """The set-up of a checkout."""
    specification = importlib.util.spec_from_file_location("environment", checkout / "packaging" / "environment.py")
    assert specification is not None and specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def test_a_second_start_runs_no_other_program(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*words: object, **_more: object) -> None:
        raise AssertionError(f"a second start ran {words}")

    monkeypatch.setattr(environment.subprocess, "run", refuse)
    monkeypatch.setattr(environment, "VENV", tmp_path)
    for name, content, _action in environment.steps_of("test"):
        environment.stamp(name).write_text(content, encoding="utf-8")
    environment.prepare("run")
    environment.prepare("test")
    environment.stamp("words").unlink()
    with pytest.raises(AssertionError, match="a second start ran"):
        environment.prepare("run")


@pytest.mark.parametrize("changed", ["packaging/requirements/run.txt", "pyproject.toml"])
def test_a_change_makes_its_step_due(environment: ModuleType, changed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    original = Path.read_bytes
    before = {name: content for name, content, _action in environment.steps_of("run")}
    monkeypatch.setattr(Path, "read_bytes", lambda path: original(path) + (b"#" if path == ROOT / changed else b""))
    due = [name for name, content, _action in environment.steps_of("run") if before[name] != content]
    assert due == [{"packaging/requirements/run.txt": "packages-run", "pyproject.toml": "project"}[changed]]


def test_an_update_of_python_keeps_the_environment(environment: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    before = environment.steps_of("run")[1]
    monkeypatch.setattr(sys, "version", "3.11.2 (main, Mar 12 2027, 03:00:30) [GCC 12.2.0]")
    assert environment.steps_of("run")[1][:2] == before[:2]


@pytest.mark.parametrize(
    "change",
    [
        lambda patch, environment: patch.setattr(sys, "version_info", type("V", (), {"major": 3, "minor": 12})),
        lambda patch, environment: patch.setattr(sys, "_base_executable", "/ergens/anders/python3"),
    ],
)
def test_another_python_makes_the_environment_anew(
    change: Callable[[pytest.MonkeyPatch, ModuleType], None], environment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {name: content for name, content, _action in environment.steps_of("run")}
    change(monkeypatch, environment)
    after = {name: content for name, content, _action in environment.steps_of("run")}
    assert [name for name in before if before[name] != after[name]] == ["venv"]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small checkout in a folder with a space, with a working environment that another Python made.

    No package of the new environment can be had, as on a desk without network.
    """
    root = tmp_path / "een map"
    (root / "packaging" / "requirements").mkdir(parents=True)
    (root / "packaging" / "debian").mkdir()
    shutil.copy(ROOT / "run", root)
    shutil.copy(ROOT / "packaging" / "environment.py", root / "packaging")
    (root / "pyproject.toml").write_text("", encoding="utf-8")
    (root / "packaging" / "debian" / "run.txt").write_text("", encoding="utf-8")
    (root / "packaging" / "requirements" / "run.txt").write_text("./weg.whl --hash=sha256:00\n", encoding="utf-8")
    python = root / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    environment = loaded(root)
    for name, content, _action in environment.steps_of("run"):
        environment.stamp(name).write_bytes(content.encode())
    environment.stamp("venv").write_text(f"{root}\n3.11.2 (main, Sep 14 2024) [GCC 12.2.0]", encoding="utf-8")
    return root


def test_without_network_the_kiosk_starts_in_the_environment_it_had(checkout: Path) -> None:
    old = (checkout / ".venv" / "bin" / "python").read_bytes()
    (checkout.parent / "venv.py").write_text("raise SystemExit('geen netwerk')", encoding="utf-8")
    answer = subprocess.run(
        [str(checkout / "run"), "--help"],
        cwd=checkout.parent,
        env=os.environ | {"PYTHONPATH": str(checkout.parent)},
        capture_output=True,
        text=True,
    )
    assert answer.returncode == 0
    assert answer.stdout.startswith("gebruik: ./run")
    assert "Klaarzetten is niet gelukt" in answer.stderr and "geen netwerk" in answer.stderr
    assert "Let op: de vorige omgeving wordt nu gebruikt. Start opnieuw als er internet is." in answer.stderr
    assert (checkout / ".venv" / "bin" / "python").read_bytes() == old
    assert sorted(path.name for path in checkout.glob(".venv*")) == [".venv", ".venv.lock"]


def test_an_environment_that_does_not_work_is_no_help(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    environment = without_making(loaded(checkout), monkeypatch)
    (checkout / ".venv" / "bin" / "python").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    assert environment.main(["run"]) == 3
    said = capsys.readouterr().err
    assert "Is er internet?" in said and "vorige omgeving" not in said
    assert (checkout / ".venv" / "bin" / "python").exists()


def test_ctrl_c_keeps_the_environment_and_shows_no_traceback(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    environment = without_making(loaded(checkout), monkeypatch)

    def interrupted(kind: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(environment, "install_packages", interrupted)
    assert environment.main(["run"]) == 130
    assert "Traceback" not in capsys.readouterr().err
    assert (checkout / ".venv" / "bin" / "python").exists()
    assert not (checkout / ".venv.oud").exists()


def test_a_power_cut_while_rebuilding_loses_nothing(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environment = without_making(loaded(checkout), monkeypatch)
    (checkout / ".venv").rename(checkout / ".venv.oud")
    (checkout / ".venv").mkdir()
    (checkout / ".venv.weg" / "half").mkdir(parents=True)
    environment.prepare("run")
    assert (checkout / ".venv" / "bin" / "python").exists()
    assert sorted(path.name for path in checkout.glob(".venv*")) == [".venv", ".venv.lock"]


def test_a_new_environment_takes_the_place_of_the_old(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environment = without_making(loaded(checkout), monkeypatch)
    for action in ("install_packages", "install_project", "compile_words"):
        monkeypatch.setattr(environment, action, lambda *_kind: None)
    environment.prepare("run")
    assert all(environment.is_done(name, content) for name, content, _action in environment.steps_of("run"))
    assert not (checkout / ".venv" / "bin").exists()
    assert sorted(path.name for path in checkout.glob(".venv*")) == [".venv", ".venv.lock"]


def test_new_requirements_do_not_stop_a_desk_without_network(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    environment = loaded(checkout)
    steps = {name: content for name, content, _action in environment.steps_of("run")}
    environment.stamp("venv").write_text(steps["venv"], encoding="utf-8")
    environment.stamp("packages-run").write_text("ouder", encoding="utf-8")
    environment.prepare("run")
    assert "Let op: de vorige omgeving wordt nu gebruikt." in capsys.readouterr().err
    assert environment.stamp("packages-run").read_text(encoding="utf-8") == "ouder"


def test_a_finished_environment_is_not_replaced_by_the_old_one(checkout: Path) -> None:
    environment = loaded(checkout)
    steps = {name: content for name, content, _action in environment.steps_of("run")}
    environment.stamp("venv").write_text(steps["venv"], encoding="utf-8")
    environment.stamp("project").write_text("ouder", encoding="utf-8")
    environment.install_project = lambda: None
    (checkout / ".venv.oud").mkdir()
    environment.prepare("run")
    assert (checkout / ".venv" / "bin" / "python").exists()
    assert not (checkout / ".venv.oud").exists()


def without_making(environment: ModuleType, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The set-up, but its new environment is empty: making a real one takes seconds. The real PySide stays as it is."""
    quietly = environment.quietly

    def shorter(words: list[str]) -> None:
        if words[1:3] != ["-m", "venv"] and words[1] != "-c":
            quietly([sys.executable, *words[1:]] if "pip" in words else words)

    monkeypatch.setattr(environment, "quietly", shorter)
    return environment


def test_a_file_where_the_environment_should_be_is_told(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(checkout / ".venv")
    (checkout / ".venv").write_text("", encoding="utf-8")
    assert loaded(checkout).main(["run"]) == 3
    said = capsys.readouterr().err
    assert f"bij {checkout / '.venv'}: er staat een bestand met die naam. Los dat op en start opnieuw." in said


def test_a_checkout_that_cannot_be_written_is_told(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (checkout / ".venv.lock").mkdir()  # root may write everywhere, but not in a folder
    assert loaded(checkout).main(["run"]) == 3
    assert f"Klaarzetten is niet gelukt bij {checkout / '.venv.lock'}: " in capsys.readouterr().err


@pytest.mark.parametrize("purpose", [["run"], ["run", "regie"]])
def test_a_file_in_the_current_folder_is_never_run(environment: ModuleType, purpose: list[str], tmp_path: Path) -> None:
    (tmp_path / "calendar.py").write_text("raise SystemExit('this file was run')", encoding="utf-8")
    words = [*environment.command(purpose[0], purpose[1:]), "--help"]
    answer = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.startswith("gebruik: ./run")


def test_missing_debian_packages_are_asked_for_in_one_command(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "run.txt").write_text("pakket-dat-niet-bestaat\n", encoding="utf-8")
    monkeypatch.setattr(environment, "debian_list", lambda kind: tmp_path / "run.txt")
    monkeypatch.setattr(environment, "root_prefix", lambda: None)
    monkeypatch.setattr(environment, "digest", lambda files: "anders")
    monkeypatch.setattr(environment, "VENV", tmp_path)
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    assert environment.main(["run"]) == environment.SETUP_REFUSED == 3
    said = capsys.readouterr().err
    assert "apt-get update && apt-get install -y --no-install-recommends pakket-dat-niet-bestaat" in said


def test_both_commands_say_what_is_needed_without_python(tmp_path: Path) -> None:
    for command in ("run", "test"):
        answer = subprocess.run(
            ["/bin/sh", str(ROOT / command)], env={"PATH": str(tmp_path)}, capture_output=True, text=True
        )
        assert (answer.returncode, answer.stdout) == (3, "")
        assert "apt-get install python3" in answer.stderr
        assert os.access(ROOT / command, os.X_OK)
