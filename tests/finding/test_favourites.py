"""The favourites of this desk: kept in its settings, in the order of choosing; the usual ones until one is chosen."""

from pathlib import Path

from ido_kiosk.base.settings import Settings
from ido_kiosk.finding.service import Entry, Favourites
from ido_kiosk.finding.service.entries import name_of
from ido_shared.content.wording import Wording


def entry(kind: str, id_: str) -> Entry:
    return Entry(kind, id_, Wording("", id_))  # type: ignore[arg-type]


GUIDES = [entry("guide", f"gids-{number}") for number in range(9)]
SHELF = [*GUIDES, entry("guide", "digid-app"), entry("life", "verhuizen"), entry("organisation", "SVB")]


def shown(favourites: Favourites) -> list[str]:
    named = {name_of(one): one for one in SHELF}
    found = favourites.shown(named.get, [one.id for one in SHELF if one.kind == "guide"])
    return [one.id for one in found]


def test_until_one_is_chosen_there_are_six_usual_ones() -> None:
    assert shown(Favourites()) == ["digid-app", "gids-0", "gids-1", "gids-2", "gids-3", "gids-4"]


def test_what_is_chosen_is_shown_and_nothing_else() -> None:
    chosen = Favourites().changed(SHELF[-1], True).changed(GUIDES[3], True)
    assert shown(chosen) == ["SVB", "gids-3"]
    assert chosen.has(GUIDES[3])


def test_pressing_again_undoes_it() -> None:
    chosen = Favourites().changed(GUIDES[1], True)
    assert chosen.changed(GUIDES[1], False) == Favourites()
    assert chosen.changed(GUIDES[1], True) == chosen


def test_a_guide_that_left_the_shelf_is_not_shown() -> None:
    chosen = Favourites(("guide/weg", "guide/gids-2"))
    assert shown(chosen) == ["gids-2"]
    assert shown(Favourites(("guide/weg",))) == shown(Favourites())


def test_they_are_kept_in_the_settings(tmp_path: Path) -> None:
    Settings(tmp_path / "i.json").save(Favourites(("guide/gids-2",)))
    assert Settings(tmp_path / "i.json").section(Favourites) == Favourites(("guide/gids-2",))
