"""Everything a guide is made of, from the cache or else read and checked together."""

from collections.abc import Iterator, Mapping
from operator import attrgetter
from pathlib import Path

import msgspec

from ido_kiosk.guides.content.guide import FOLDER, Guide, Library
from ido_shared.content import code_lists, facts, organisations
from ido_shared.content.cache import cached
from ido_shared.content.facts import Fact, Source
from ido_shared.content.organisations import Organisation


class KeptGuides(Mapping[str, Guide]):
    """Guides by id, each decoded when it is first asked for: a start must not take longer with every guide."""

    def __init__(self, kept: dict[str, msgspec.Raw]) -> None:
        self._kept = kept
        self._decoded: dict[str, Guide] = {}

    def __getitem__(self, id_: str) -> Guide:
        if id_ not in self._decoded:
            self._decoded[id_] = msgspec.msgpack.decode(self._kept[id_], type=Guide)
        return self._decoded[id_]

    def __contains__(self, id_: object) -> bool:
        return id_ in self._kept

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


class _KeptLibrary(msgspec.Struct, frozen=True):
    """A library as it stands in the cache."""

    guides: dict[str, msgspec.Raw]
    facts: dict[str, Fact]
    sources: dict[str, Source]
    organisations: dict[str, Organisation]


def load_library(forms: Path, cache: Path, version: str) -> Library:
    """The library of a forms folder, from the cache when nothing changed.

    Raises ContentError with the mistakes of all files, the code lists included.
    """
    kept = cached(cache, list(content_files(forms)), version, _KeptLibrary, lambda: _load(forms))
    return Library(KeptGuides(kept.guides), kept.facts, kept.sources, kept.organisations)


def content_files(forms: Path) -> Iterator[tuple[str, Path]]:
    """Every file that the library is made from, with what to call it."""
    for name in (code_lists.FILE, facts.SOURCES_FILE, facts.FACTS_FILE, organisations.FILE):
        yield name, forms / name
    for path in sorted((forms / FOLDER).glob("*.yaml"), key=attrgetter("name")):
        yield f"{FOLDER}/{path.name}", path


def _load(forms: Path) -> _KeptLibrary:
    from ido_kiosk.guides.content import library_reader

    library = library_reader.load(forms)
    guides = {id_: msgspec.Raw(msgspec.msgpack.encode(guide)) for id_, guide in library.guides.items()}
    return _KeptLibrary(guides, library.facts, library.sources, library.organisations)
