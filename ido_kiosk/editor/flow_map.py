"""A guide as a drawing (SVG): every step, question, answer and outcome, with the ways between them; fits A4."""

import itertools
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape

from ido_kiosk.editor.layered import Placed, Points, place
from ido_kiosk.guides.content import flow
from ido_kiosk.guides.content.guide import Guide, Outcome, Step
from ido_shared.content.wording import Translate, Wording

Shape = Literal["step", "question", "answer", "good", "other"]

_SIZE = 13
"""Of the letters."""
_LINE = 17
_LETTER = 7.2
"""The room for one letter; more than the widest common typeface needs on average."""
_PAD = 12
_ROUND = 15
"""Radius of the ends of an answer, so that its longest line stays inside."""
_MARGIN = 24
_HEAD = 64
"""Room for the title."""
_GAP = 26
_PAPER = (210, 297)
_NARROWER = (26, 20, 15, 11)
"""Letters a line, as tried: the drawing that has the largest letters on A4 wins."""
_PULLS = (0.0, 0.15, 0.3)
"""How much the boxes are drawn to the middle, as tried: a long guide would else wander off across the page."""
_COLOURS = {  # fill and line, dark enough beside each other to be told apart in grey
    "step": ("#FFFFFF", "#1B1B1B"),
    "question": ("#ECF1F7", "#1B59A4"),
    "answer": ("#FFFFFF", "#868686"),
    "good": ("#E4F5EA", "#00752C"),
    "other": ("#FFEEDD", "#A65D0C"),
}
_KICKERS = {"step": "Stap", "question": "Vraag", "good": "✓ Gelukt", "other": "▸ Anders verder"}
_EXIT_WORDS = {
    "geen_digid": "geen DigiD",
    "geen_mobiel": "geen mobiel",
    "niet_ingeschreven": "niet ingeschreven",
    "spoed": "haast",
    "namens_iemand_anders": "voor iemand anders",
}


@dataclass(frozen=True)
class Box:
    """A box with its lines of text: above them what kind it is, below them which standard exits lead to it."""

    shape: Shape
    lines: list[str]
    kicker: str = ""
    note: Sequence[str] = ()

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        shown = [*self.lines, self.kicker, *self.note]
        width = max(map(len, shown)) * _LETTER + 2 * _PAD
        rows = len(self.lines) + bool(self.kicker) + len(self.note)
        return (max(width, 44.0), rows * _LINE + (2 * _PAD if self.shape != "answer" else _PAD))


@dataclass(frozen=True)
class _Drawing:
    """Boxes in their places."""

    boxes: dict[str, Box]
    placed: Placed

    @property
    def size(self) -> tuple[float, float]:
        """Width and height, with the title and the margins."""
        return self.placed.width + 2 * _MARGIN, self.placed.height + _HEAD + 2 * _MARGIN

    @property
    def scale(self) -> float:
        """How large it can be on A4, on its side where that is better."""
        short, long = sorted(self.size)
        return min(_PAPER[0] / short, _PAPER[1] / long)


def draw(guide: Guide, translate: Translate) -> str:
    """The drawing of a guide, in the language of ``translate``. The guide has no mistakes."""
    tried = itertools.product(_NARROWER, _PULLS)
    made = max((_drawing(guide, translate, letters, pull) for letters, pull in tried), key=lambda one: one.scale)
    boxes, placed, (width, height) = made.boxes, made.placed, made.size
    paper = ("297mm", "210mm") if width > height else ("210mm", "297mm")
    title = guide.title.said(translate)
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{paper[0]}" height="{paper[1]}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" role="img" aria-labelledby="titel uitleg" '
        f'font-family="IBM Plex Sans, Arial, sans-serif" font-size="{_SIZE}">',
        f'<title id="titel">{_safe(title)}</title>',
        f'<desc id="uitleg">{_safe(" ".join(_told(guide, translate)))}</desc>',
        '<defs><marker id="punt" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0 0 L10 5 L0 10 z" fill="#1B1B1B"/></marker></defs>',
        f'<rect width="{width:.0f}" height="{height:.0f}" fill="#FFFFFF"/>',
        f'<text x="{_MARGIN}" y="{_MARGIN + 18}" font-size="20" font-weight="bold">{_safe(title)}</text>',
        f'<text x="{_MARGIN}" y="{_MARGIN + 40}" fill="#595959">{_safe(guide.id)}</text>',
        f'<g transform="translate({_MARGIN} {_MARGIN + _HEAD})">',
        *(_arrow(points) for points in placed.arrows),
        *(_drawn(boxes[name], placed, name) for name in boxes),
        "</g></svg>",
    ]
    return "\n".join(parts) + "\n"


def _drawing(guide: Guide, translate: Translate, letters: int, pull: float) -> _Drawing:
    boxes = boxes_of(guide, translate, letters)
    return _Drawing(boxes, place({name: box.size for name, box in boxes.items()}, arrows_of(guide), _GAP, pull))


def boxes_of(guide: Guide, translate: Translate, letters: int) -> dict[str, Box]:
    """A box for each step, answer and outcome, with about so many letters a line."""
    boxes: dict[str, Box] = {}
    for step in guide.steps.values():
        boxes[step.id] = _step_box(step, guide, translate, letters)
        for choice in step.choices:
            boxes[f"{step.id}/{choice.id}"] = Box("answer", _wrapped(choice.text.said(translate), 2 * letters // 3))
    for end in guide.outcomes.values():
        shape: Shape = "good" if end.sort == "goed" else "other"
        note = _exit_note(end.id, guide, letters)
        boxes[end.id] = Box(shape, _wrapped(end.title.said(translate), letters), _KICKERS[shape], note)
    return boxes


def _step_box(step: Step, guide: Guide, translate: Translate, letters: int) -> Box:
    shape: Shape = "question" if step.choices else "step"
    said = [text.said(translate) for text in (step.title, step.question) if text is not None]
    lines = [line for text in said for line in _wrapped(text, letters)]
    return Box(shape, lines, _KICKERS[shape], _exit_note(step.id, guide, letters))


def _exit_note(page: str, guide: Guide, letters: int) -> list[str]:
    """Which standard exits lead here, from any page."""
    kinds = [_EXIT_WORDS[exit_.kind] for exit_ in guide.exits if exit_.page == page]
    return _wrapped(f"uitgang: {', '.join(kinds)}", letters) if kinds else []


def arrows_of(guide: Guide) -> list[tuple[str, str]]:
    """From each step by its answers to the pages that follow."""
    arrows: list[tuple[str, str]] = []
    for step in guide.steps.values():
        for choice in step.choices:
            arrows += [(step.id, f"{step.id}/{choice.id}"), (f"{step.id}/{choice.id}", choice.next)]
        if step.next:
            arrows.append((step.id, step.next))
    return arrows


def _wrapped(text: str, letters: int) -> list[str]:
    return textwrap.wrap(text, letters, break_long_words=False, break_on_hyphens=False) or [""]


def _arrow(points: Points) -> str:
    """A line that goes straight down through its layers and bends in between."""
    said = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    for (x, y), (to_x, to_y) in itertools.pairwise(points):
        half = (y + to_y) / 2
        straight = abs(x - to_x) < 0.5
        said += (
            f" L{to_x:.1f} {to_y:.1f}"
            if straight
            else f" C{x:.1f} {half:.1f} {to_x:.1f} {half:.1f} {to_x:.1f} {to_y:.1f}"
        )
    return f'<path d="{said}" fill="none" stroke="#1B1B1B" stroke-width="1.4" marker-end="url(#punt)"/>'


def _drawn(box: Box, placed: Placed, name: str) -> str:
    (left, top), (width, height) = placed.corners[name], box.size
    middle, y = left + width / 2, top + (_PAD if box.shape != "answer" else _PAD / 2) + _SIZE
    small, note = 'fill="#595959" font-size="12"', 'font-style="italic" font-size="12"'
    texts = []
    rows = [(box.kicker, small)] if box.kicker else []
    for text, look in [*rows, *((line, "") for line in box.lines), *((line, note) for line in box.note)]:
        texts.append(f'<text x="{middle:.1f}" y="{y:.1f}" text-anchor="middle" {look}>{_safe(text)}</text>')
        y += _LINE
    return f'<g id="{_safe(name)}">{_outline(box.shape, left, top, width, height)}{"".join(texts)}</g>'


def _outline(shape: Shape, left: float, top: float, width: float, height: float) -> str:
    """Each kind its own shape: nobody needs the colours to tell them apart."""
    fill, line = _COLOURS[shape]
    look = f'fill="{fill}" stroke="{line}"'
    box = f'x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}"'
    match shape:
        case "step":
            return f'<rect {box} {look} stroke-width="1.5"/>'
        case "question":
            return f'<rect {box} rx="16" {look} stroke-width="2"/>'
        case "answer":
            return f'<rect {box} rx="{min(height / 2, _ROUND):.1f}" {look} stroke-dasharray="4 3"/>'
        case "good":
            return f'<rect {box} {look} stroke-width="4"/>'
        case "other":
            cut, right, bottom = 10, left + width, top + height
            corners = [(left + cut, top), (right - cut, top), (right, top + cut), (right, bottom - cut)]
            corners += [(right - cut, bottom), (left + cut, bottom), (left, bottom - cut), (left, top + cut)]
            points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
            return f'<polygon points="{points}" {look} stroke-width="2"/>'


def _told(guide: Guide, translate: Translate) -> Iterator[str]:
    """The same in words, for who cannot see the drawing."""
    pages: list[Step | Outcome] = [*guide.steps.values(), *guide.outcomes.values()]
    names = {page.id: _name(page, translate) for page in pages}
    reached = flow.reachable(guide.flow(), [guide.start])
    yield f"Begint bij: {names[guide.start]}."
    for step in guide.steps.values():
        for choice in step.choices:
            yield f"{names[step.id]} Bij het antwoord {choice.text.said(translate)}: {names[choice.next]}."
        if step.next:
            yield f"Na {names[step.id]}: {names[step.next]}."
    for exit_ in guide.exits:
        if exit_.page:
            alone = "" if exit_.page in reached else " Die komt alleen zo aan de beurt."
            yield f"Altijd mogelijk, {_EXIT_WORDS[exit_.kind]}: {names[exit_.page]}.{alone}"


def _name(page: Step | Outcome, translate: Translate) -> str:
    text: Wording | None = page.title or (page.question if isinstance(page, Step) else None)
    return text.said(translate) if text is not None else page.id


def _safe(text: str) -> str:
    return escape(text, {'"': "&quot;"})
