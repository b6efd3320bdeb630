"""The shape of the house, as far as import-linter cannot see it (design: docs/architecture.md)."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = [
    path
    for package in ("ido_kiosk", "ido_regie", "ido_shared", "benchmarks", "packaging")
    for path in sorted((ROOT / package).rglob("*.py"))
]
FEATURES = ("questions", "guides")
FEATURE_FILES = {"__init__.py", "records.py", "content.py", "service.py", "printout.py", "screen.py"}
LONGEST = 300


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_stays_readable(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST
    assert not path.stem.startswith(("util", "helper", "common", "misc"))


@pytest.mark.parametrize("feature", FEATURES)
def test_feature_has_the_five_names_only(feature: str) -> None:
    assert {path.name for path in (ROOT / "ido_kiosk" / feature).glob("*.py")} <= FEATURE_FILES


def test_what_a_visitor_reads_cannot_reach_the_database() -> None:
    assert not (ROOT / "ido_kiosk" / "guides" / "records.py").exists()


def test_only_the_clock_reads_the_date() -> None:
    readers = {path.relative_to(ROOT).as_posix() for path in MODULES if _reads_the_date(path)}
    assert readers <= {"ido_kiosk/base/clock.py", "ido_regie/clock.py"}


def _reads_the_date(path: Path) -> bool:
    calls = {"today", "now", "utcnow", "localtime", "gmtime", "localdate"}
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in calls
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"date", "datetime", "time", "timezone"}
        for node in ast.walk(tree)
    )


def test_migrations_import_nothing_of_ours() -> None:
    for path in (ROOT / "ido_kiosk" / "base" / "migrations").glob("[0-9]*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        named += [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
        assert not [name for name in named if name.startswith("ido_")]


def test_no_file_names_a_registry_or_this_machine() -> None:
    lists = [*(ROOT / "packaging").rglob("*.txt"), *(ROOT / "packaging").rglob("*.in"), ROOT / "pyproject.toml"]
    assert [path.name for path in lists if "://" in path.read_text(encoding="utf-8")] == []
