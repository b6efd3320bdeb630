"""A guide as a drawing (SVG): every step, question, answer and outcome, with the ways between them; fits A4."""

import itertools
import textwrap
from collections.abc import Iterator
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
_MARGIN = 24
_HEAD = 64
"""Room for the title."""
_GAP = 26
_LETTERS_A_LINE = {"step": 26, "question": 26, "answer": 16, "good": 26, "other": 26}
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
class _Box:
    """A box with its lines of text; the first ``small`` lines are small, and so is the last when ``has_note``."""

    shape: Shape
    lines: list[str]
    kicker: str = ""
    note: str = ""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        shown = [*self.lines, self.kicker, self.note]
        width = max(map(len, shown)) * _LETTER + 2 * _PAD
        rows = len(self.lines) + bool(self.kicker) + bool(self.note)
        return (max(width, 44.0), rows * _LINE + (2 * _PAD if self.shape != "answer" else _PAD))


def draw(guide: Guide, translate: Translate) -> str:
    """The drawing of a guide, in the language of ``translate``. The guide has no mistakes."""
    boxes, arrows = _boxes(guide, translate), list(_arrows(guide))
    placed = place({name: box.size for name, box in boxes.items()}, arrows, _GAP)
    width, height = placed.width + 2 * _MARGIN, placed.height + _HEAD + 2 * _MARGIN
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


def _boxes(guide: Guide, translate: Translate) -> dict[str, _Box]:
    boxes: dict[str, _Box] = {}
    for step in guide.steps.values():
        boxes[step.id] = _step_box(step, guide, translate)
        for choice in step.choices:
            boxes[f"{step.id}/{choice.id}"] = _Box("answer", _wrapped(choice.text.said(translate), "answer"))
    for end in guide.outcomes.values():
        shape: Shape = "good" if end.sort == "goed" else "other"
        note = _exit_note(end.id, guide)
        boxes[end.id] = _Box(shape, _wrapped(end.title.said(translate), shape), _KICKERS[shape], note)
    return boxes


def _step_box(step: Step, guide: Guide, translate: Translate) -> _Box:
    shape: Shape = "question" if step.choices else "step"
    said = [text.said(translate) for text in (step.title, step.question) if text is not None]
    lines = [line for text in said for line in _wrapped(text, shape)]
    return _Box(shape, lines, _KICKERS[shape], _exit_note(step.id, guide))


def _exit_note(page: str, guide: Guide) -> str:
    """Which standard exits lead here, from any page."""
    kinds = [_EXIT_WORDS[exit_.kind] for exit_ in guide.exits if exit_.page == page]
    return f"uitgang: {', '.join(kinds)}" if kinds else ""


def _arrows(guide: Guide) -> Iterator[tuple[str, str]]:
    for step in guide.steps.values():
        for choice in step.choices:
            yield step.id, f"{step.id}/{choice.id}"
            yield f"{step.id}/{choice.id}", choice.next
        if step.next:
            yield step.id, step.next


def _wrapped(text: str, shape: Shape) -> list[str]:
    return textwrap.wrap(text, _LETTERS_A_LINE[shape], break_long_words=False, break_on_hyphens=False) or [""]


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


def _drawn(box: _Box, placed: Placed, name: str) -> str:
    (left, top), (width, height) = placed.corners[name], box.size
    middle, y = left + width / 2, top + (_PAD if box.shape != "answer" else _PAD / 2) + _SIZE
    texts = []
    for text, look in [(box.kicker, 'fill="#595959" font-size="11"'), *((line, "") for line in box.lines)]:
        if text:
            texts.append(f'<text x="{middle:.1f}" y="{y:.1f}" text-anchor="middle" {look}>{_safe(text)}</text>')
            y += _LINE
    if box.note:
        look = 'font-style="italic" font-size="11"'
        texts.append(f'<text x="{middle:.1f}" y="{y:.1f}" text-anchor="middle" {look}>{_safe(box.note)}</text>')
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
            return f'<rect {box} rx="{height / 2:.1f}" {look} stroke-dasharray="4 3"/>'
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
