"""The drawing of a guide: valid, complete, without overlaps, readable by who cannot see it."""

import itertools
import random
import xml.etree.ElementTree as ElementTree
from functools import cache
from pathlib import Path

import pytest

from ido_kiosk.base import paths
from ido_kiosk.editor import flow_map, layered
from ido_kiosk.guides.content.guide import FOLDER, Guide
from ido_kiosk.guides.content.library import load_library
from ido_kiosk.guides.content.library_reader import load
from tests.shelf import VERSION, content_cache

SVG = "{http://www.w3.org/2000/svg}"
SAMPLE = Path(__file__).parents[1] / "content" / "sample"
NAMES = sorted(path.stem for forms in (paths.forms(), SAMPLE) for path in (forms / FOLDER).glob("*.yaml"))
"""A guide is called as its file is."""
CHANCES = [f"chance {number}" for number in range(20)]


@cache
def guides() -> dict[str, Guide]:
    shipped = load_library(paths.forms(), content_cache(), VERSION).guides
    return {**shipped, **load(SAMPLE).guides}


@cache
def drawn(name: str) -> ElementTree.Element:
    return ElementTree.fromstring(flow_map.draw(guides()[name], lambda _context, dutch: dutch))


def words(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


@pytest.mark.parametrize("name", NAMES)
def test_everything_of_the_guide_is_in_the_drawing(name: str) -> None:
    guide, made = guides()[name], drawn(name)
    boxes = {group.get("id"): [text.text for text in group.iter(f"{SVG}text")] for group in made.iter(f"{SVG}g")}
    for step in guide.steps.values():
        said = [text.dutch for text in (step.title, step.question) if text]
        assert " ".join(said) in " ".join(map(str, boxes[step.id]))
        for choice in step.choices:
            assert choice.text.dutch == " ".join(map(str, boxes[f"{step.id}/{choice.id}"]))
    for end in guide.outcomes.values():
        assert boxes[end.id][0] == ("✓ Gelukt" if end.sort == "goed" else "▸ Anders verder")
    arrows = [path for path in made.iter(f"{SVG}path") if path.get("marker-end")]
    assert len(arrows) == sum(2 * len(step.choices) or 1 for step in guide.steps.values())


@pytest.mark.parametrize("name", NAMES)
def test_it_tells_itself_in_words_and_fits_a4(name: str) -> None:
    guide, made = guides()[name], drawn(name)
    assert made.findtext(f"{SVG}title") == guide.title.dutch
    said = made.findtext(f"{SVG}desc") or ""
    assert all(end.title.dutch in said for end in guide.outcomes.values())
    assert (made.get("role"), made.get("aria-labelledby")) == ("img", "titel uitleg")
    _x, _y, width, height = map(float, str(made.get("viewBox")).split())
    assert (made.get("width"), made.get("height")) == (("297mm", "210mm") if width > height else ("210mm", "297mm"))


def test_words_of_editors_cannot_break_the_drawing() -> None:
    guide = guides()["voorbeeld"]
    made = flow_map.draw(guide, lambda _context, dutch: f'<b>"{dutch}"</b> & ]]>')
    assert "<b>" in words(ElementTree.fromstring(made))


def boxes_of(guide: Guide) -> tuple[dict[str, tuple[float, float]], list[tuple[str, str]]]:
    boxes = flow_map.boxes_of(guide, lambda _context, dutch: dutch, 20)
    return {name: box.size for name, box in boxes.items()}, flow_map.arrows_of(guide)


@cache
def shapes() -> dict[str, tuple[dict[str, tuple[float, float]], list[tuple[str, str]]]]:
    """What ships, and flows by chance: as many as a guide can have."""
    found = {name: boxes_of(guide) for name, guide in guides().items()}
    chance = random.Random(3)
    for chance_name in CHANCES:
        names = [f"b{n}" for n in range(chance.randint(2, 40))]
        sizes = {name: (chance.uniform(40, 220), chance.uniform(20, 120)) for name in names}
        pairs = list(itertools.combinations(names, 2))
        found[chance_name] = (sizes, chance.sample(pairs, min(len(pairs), len(names) * 2)))
    return found


@pytest.mark.parametrize("pull", [0.0, 0.3])
@pytest.mark.parametrize("name", [*NAMES, *CHANCES])
def test_no_box_overlaps_another_and_no_arrow_runs_through_a_box(name: str, pull: float) -> None:
    sizes, arrows = shapes()[name]
    placed = layered.place(sizes, arrows, 26, pull)
    corners = {n: (x, y, x + sizes[n][0], y + sizes[n][1]) for n, (x, y) in placed.corners.items()}
    for one, two in itertools.combinations(corners.values(), 2):
        assert one[2] < two[0] + 1e-6 or two[2] < one[0] + 1e-6 or one[3] < two[1] or two[3] < one[1]
    for (start, end), points in zip(arrows, placed.arrows, strict=True):
        for (x1, y1), (x2, y2) in itertools.pairwise(points):
            assert y2 >= y1
            for other, (left, top, right, bottom) in corners.items():
                if other in (start, end) or min(x1, x2) >= right or max(x1, x2) <= left:
                    continue
                assert y2 <= top + 1e-6 or y1 >= bottom - 1e-6, (start, end, other)
    assert all(x > -1e-6 and y > -1e-6 and right <= placed.width + 1e-6 for x, y, right, _b in corners.values())


def test_pulled_to_the_middle_a_long_flow_takes_less_width() -> None:
    sizes, arrows = shapes()["boete-in-delen"]
    assert layered.place(sizes, arrows, 26, 0.3).width < 0.9 * layered.place(sizes, arrows, 26).width


def test_an_arrow_goes_down_at_least_one_layer() -> None:
    arrows = [("a", "b"), ("b", "c"), ("a", "c"), ("d", "c")]
    layer = layered.layers_of("abcd", arrows)
    assert all(layer[start] < layer[end] for start, end in arrows)
