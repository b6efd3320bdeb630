"""Parsed content comes from the cache when nothing changed, and is read again whenever the cache is of no use."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ido_kiosk.guides.service import load_library
from ido_shared.content.cache import cached
from ido_shared.content.codes import load_codes
from ido_shared.content.problems import ContentError

SAMPLE = Path(__file__).parent / "sample"


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLE, tmp_path / "forms"))


def kept(cache: Path) -> list[Path]:
    return sorted(cache.iterdir())


def test_what_comes_from_the_cache_equals_what_was_read(forms: Path, tmp_path: Path) -> None:
    cache = tmp_path / "new" / "cache"
    read = load_library(forms, cache, "1")
    assert [file.suffix for file in kept(cache)] == [".msgpack"]
    assert load_library(forms, cache, "1") == read
    assert load_codes(forms, cache, "1") == load_codes(forms, cache, "1")
    assert len(kept(cache)) == 2


def test_a_warm_start_does_not_load_the_yaml_library(forms: Path, tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from ido_kiosk.guides.service import load_library; from ido_shared.content.codes import load_codes\n"
        f"forms, cache = Path({str(forms)!r}), Path({str(tmp_path / 'cache')!r})\n"
        "load_library(forms, cache, '1'); load_codes(forms, cache, '1')\n"
        "print('ruamel.yaml' in sys.modules, 'babel' in sys.modules, 'PySide6' in sys.modules)"
    )
    runs = [subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True) for _ in "12"]
    assert [run.stdout.strip() for run in runs] == ["True False False", "False False False"]


@pytest.mark.parametrize("content", [b"", b"\xc1 no msgpack", b"\x80", b"\x82\xa6guides\x80\xa5facts\x80"])
def test_a_damaged_cache_is_built_again(content: bytes, forms: Path, tmp_path: Path) -> None:
    read = load_library(forms, tmp_path / "cache", "1")
    (file,) = kept(tmp_path / "cache")
    whole = file.read_bytes()
    file.write_bytes(content)
    assert load_library(forms, tmp_path / "cache", "1") == read
    assert file.read_bytes() == whole


def test_changed_content_and_another_version_are_read_again(forms: Path, tmp_path: Path) -> None:
    load_library(forms, tmp_path / "cache", "1")
    guide = forms / "gidsen" / "voorbeeld.yaml"
    guide.write_text(guide.read_text(encoding="utf-8").replace("Een voorbeeld", "Iets nieuws"), encoding="utf-8")
    assert load_library(forms, tmp_path / "cache", "1").guides["voorbeeld"].title.dutch == "Iets nieuws"
    first = kept(tmp_path / "cache")
    load_library(forms, tmp_path / "cache", "2")
    assert len(first) == 1
    assert len(kept(tmp_path / "cache")) == 1
    assert kept(tmp_path / "cache") != first


def test_a_new_file_is_seen(forms: Path, tmp_path: Path) -> None:
    load_library(forms, tmp_path / "cache", "1")
    second = (forms / "gidsen" / "voorbeeld.yaml").read_text(encoding="utf-8").replace("id: voorbeeld", "id: tweede")
    (forms / "gidsen" / "tweede.yaml").write_text(second, encoding="utf-8")
    assert list(load_library(forms, tmp_path / "cache", "1").guides) == ["tweede", "voorbeeld"]


def test_mistakes_are_never_kept(forms: Path, tmp_path: Path) -> None:
    (forms / "gidsen" / "voorbeeld.yaml").write_text("schema: gids/1", encoding="utf-8")
    for _try in "12":
        with pytest.raises(ContentError, match="titel ontbreekt"):
            load_library(forms, tmp_path / "cache", "1")
    assert not (tmp_path / "cache").exists()


def test_a_cache_that_cannot_be_written_costs_nothing_else(forms: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "cache"
    blocked.write_text("a file where the folder should be", encoding="utf-8")
    assert load_codes(forms, blocked, "1").version == 3


def test_names_and_bytes_cannot_be_confused(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_bytes(b"bc")
    two.write_bytes(b"c")
    assert cached(tmp_path / "cache", [("a", one)], "1", str, lambda: "first") == "first"
    assert cached(tmp_path / "cache", [("ab", two)], "1", str, lambda: "second") == "second"
