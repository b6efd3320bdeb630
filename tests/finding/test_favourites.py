"""The favourites of this desk: kept in its settings, in the order of choosing; the usual ones until one is chosen."""

from pathlib import Path

from ido_kiosk.base.settings import Settings
from ido_kiosk.finding.service import Entry, Favourites
from ido_shared.content.wording import Wording


def entry(kind: str, id_: str) -> Entry:
    return Entry(kind, id_, Wording("", id_))  # type: ignore[arg-type]


GUIDES = [entry("guide", f"gids-{number}") for number in range(9)]
SHELF = [*GUIDES, entry("guide", "digid-app"), entry("life", "verhuizen"), entry("topic", "DGA")]


def test_until_one_is_chosen_there_are_six_usual_ones() -> None:
    shown = [one.id for one in Favourites().shown(SHELF)]
    assert shown == ["digid-app", "gids-0", "gids-1", "gids-2", "gids-3", "gids-4"]


def test_what_is_chosen_is_shown_and_nothing_else() -> None:
    chosen = Favourites().changed(SHELF[-1], True).changed(GUIDES[3], True)
    assert [one.id for one in chosen.shown(SHELF)] == ["DGA", "gids-3"]
    assert chosen.has(GUIDES[3])


def test_pressing_again_undoes_it() -> None:
    chosen = Favourites().changed(GUIDES[1], True)
    assert chosen.changed(GUIDES[1], False) == Favourites()
    assert chosen.changed(GUIDES[1], True) == chosen


def test_a_guide_that_left_the_shelf_is_not_shown() -> None:
    chosen = Favourites(("guide/weg", "guide/gids-2"))
    assert [one.id for one in chosen.shown(SHELF)] == ["gids-2"]
    assert Favourites(("guide/weg",)).shown(SHELF) == Favourites().shown(SHELF)


def test_they_are_kept_in_the_settings(tmp_path: Path) -> None:
    Settings(tmp_path / "i.json").save(Favourites(("guide/gids-2",)))
    assert Settings(tmp_path / "i.json").section(Favourites) == Favourites(("guide/gids-2",))
