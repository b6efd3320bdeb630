"""Parsed content comes from the cache when nothing changed, and is read again whenever the cache is of no use."""

import importlib.util
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from ido_kiosk.guides.service import load_library
from ido_shared.content.cache import cached
from ido_shared.content.codes import load_codes
from ido_shared.content.problems import ContentError
from tests import store

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


def test_no_single_flipped_bit_is_believed(tmp_path: Path) -> None:
    def read() -> str:
        return cached(tmp_path, [], "1", str, lambda: "Bel 088 123 65 55, ma-vr 8-22 uur")

    said = read()
    [file] = kept(tmp_path)
    whole = file.read_bytes()
    for place in range(len(whole) * 8):
        damaged = bytearray(whole)
        damaged[place // 8] ^= 1 << place % 8
        file.write_bytes(damaged)
        assert read() == said
        assert file.read_bytes() == whole


def test_a_flipped_bit_in_a_whole_library_is_noticed(forms: Path, tmp_path: Path) -> None:
    read = load_library(forms, tmp_path / "cache", "1")
    [file] = kept(tmp_path / "cache")
    whole = file.read_bytes()
    for place in random.Random(1).sample(range(len(whole)), 5):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert load_library(forms, tmp_path / "cache", "1") == read
        assert file.read_bytes() == whole


READER = "import msgspec\n\nclass Kept(msgspec.Struct):\n    text: str\n"


def test_another_reader_of_the_same_version_reads_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "package").mkdir()
    module = tmp_path / "package" / "kept_by_reader.py"
    module.write_text(READER, encoding="utf-8")
    specification = importlib.util.spec_from_file_location("kept_by_reader", module)
    assert specification is not None and specification.loader is not None
    loaded = importlib.util.module_from_spec(specification)
    monkeypatch.setitem(sys.modules, "kept_by_reader", loaded)
    specification.loader.exec_module(loaded)

    def read(text: str) -> str:
        return str(cached(tmp_path / "cache", [], "1", loaded.Kept, lambda: loaded.Kept(text)).text)

    assert [read("first"), read("second")] == ["first", "first"]
    (tmp_path / "package" / "reading.py").write_text("# a reader beside it", encoding="utf-8")
    assert [read("third"), read("fourth")] == ["third", "third"]
    module.write_text(f"{READER}# mended", encoding="utf-8")
    assert read("fifth") == "fifth"
    assert len(kept(tmp_path / "cache")) == 1


def test_a_copy_of_the_program_with_another_reader_reads_again(forms: Path, tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    for package in ("ido_shared", "ido_kiosk"):
        shutil.copytree(root / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    program = (
        "from pathlib import Path; from ido_kiosk.guides.content.library import load_library\n"
        "from ido_shared.content.codes import load_codes\n"
        f"forms, cache = Path({str(forms)!r}), Path({str(tmp_path / 'cache')!r})\n"
        "load_library(forms, cache, '1'); load_codes(forms, cache, '1')"
    )
    names: list[set[str]] = []
    for changed in (None, "ido_kiosk/guides/content/reading.py", "ido_shared/content/nodes.py"):
        if changed:
            with (tmp_path / changed).open("a", encoding="utf-8") as stream:
                stream.write("# mended\n")
        subprocess.run(
            [sys.executable, "-P", "-c", program], env=os.environ | {"PYTHONPATH": str(tmp_path)}, check=True
        )
        names.append({file.name for file in kept(tmp_path / "cache")})
    first, guides_mended, shared_mended = names
    assert len(first & guides_mended) == 1 and not guides_mended & shared_mended


def test_the_code_lists_of_tests_leave_no_cache_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    store.codes.cache_clear()
    assert "DGA" in store.codes().topics
    assert list(tmp_path.iterdir()) == []


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
