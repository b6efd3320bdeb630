"""Setting up: a second start does nothing, and what is missing is asked for in one exact command."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def environment() -> ModuleType:
    """A fresh copy of packaging/environment.py, whose switches a test may turn."""
    specification = importlib.util.spec_from_file_location("environment", ROOT / "packaging" / "environment.py")
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


def test_a_moved_checkout_makes_its_environment_anew(environment: ModuleType) -> None:
    steps = {name: content for name, content, _action in environment.steps_of("run")}
    assert str(ROOT) in steps["venv"] and sys.version in steps["venv"]


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
