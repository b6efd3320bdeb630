"""What stands on a page of a guide, in order: in the whole window, and in the strip."""

from collections.abc import Callable, Iterator

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ido_kiosk.base.blocks import Told
from ido_kiosk.base.language import _
from ido_kiosk.guides.screen.channels import ChannelsPart
from ido_kiosk.guides.screen.surroundings import Surroundings
from ido_kiosk.guides.screen.voices import visitor_parts, volunteer_parts
from ido_kiosk.guides.screen.wrong import wrong_button
from ido_kiosk.guides.service import Page, Spot, Walk
from ido_kiosk.guides.service.links import full_address
from ido_kiosk.qt.block_view import block_view
from ido_kiosk.qt.layouts import box, button, dutch_below, label, stack, text_view
from ido_kiosk.qt.links import LinkPart
from ido_kiosk.qt.wrapping_button import WrappingButton

Opens = Callable[[str], None]


def step_parts(shown: Page, around: Surroundings, for_volunteer: bool, answers: QWidget | None) -> list[QWidget]:
    """The step itself, for the whole window."""
    parts: list[QWidget] = [label(shown.kicker, "kicker")]
    if for_volunteer:
        parts.append(label(_("Alleen voor vrijwilligers"), "subheading"))
    parts += [text_view(shown.title, "title"), *visitor_parts(shown, around.visitor_view)]
    parts += _website(shown, around)
    if not around.visitor_view:
        parts += volunteer_parts(shown)
    return [*parts, *_asked(shown, answers)]


def small_print(shown: Page, walk: Walk, around: Surroundings, links: tuple[Opens, Opens]) -> list[QWidget]:
    """What stands below the step; ``links``: open a guide, take an exit."""
    on_paper, is_end = _on_paper(walk.guide, around), not shown.can_go_on
    parts = on_paper if is_end else []
    parts += [_links(*each) for each in _elsewhere(shown, links)]
    parts.append(line())
    if shown.reach is not None:
        parts.append(ChannelsPart(shown.reach, around))
    parts += [] if is_end else on_paper
    parts.append(block_view(list(shown.sources)))
    if around.is_wrong is not None and not around.visitor_view:
        parts.append(_at_the_start(wrong_button(Spot(walk.guide, walk.here), around)))
    return parts


def strip_parts(shown: Page, answers: QWidget | None) -> list[QWidget]:
    """The present step only, for the strip."""
    title: list[QWidget] = [label(f"{shown.kicker} · {shown.title}", "subheading")]
    if isinstance(shown.title, Told):
        title.append(dutch_below(shown.title))
    brief = msgspec.structs.replace(shown, lead="", words=())
    return [*title, *visitor_parts(brief, visitor_view=True), *_asked(shown, answers)]


def _asked(shown: Page, answers: QWidget | None) -> list[QWidget]:
    asked = [answers] if answers is not None else []
    return [text_view(shown.question, "heading"), *asked] if shown.question else asked


def _website(shown: Page, around: Surroundings) -> list[QWidget]:
    """The address that should be open at this step."""
    if not shown.website:
        return []
    frame, layout = box("information")
    layout.addWidget(label(_("Deze website hebt u nu nodig:"), "subheading"))
    layout.addWidget(LinkPart(shown.website, full_address(shown.website), around.open_link))
    return [frame]


def _elsewhere(shown: Page, links: tuple[Opens, Opens]) -> Iterator[tuple[str, tuple[tuple[str, str], ...], Opens]]:
    """Ways to other guides and to the standard exits, as far as there are."""
    open_guide, leave = links
    if shown.further:
        yield _("Hierna"), shown.further, open_guide
    if shown.exits:
        yield _("Is er iets anders aan de hand?"), shown.exits, leave


def _on_paper(guide: str, around: Surroundings) -> list[QWidget]:
    """The ways to its letters: at the end of a guide above all else, before that with the other ways to reach."""
    ways = around.letters(guide)
    buttons = [button(way.words, "", "letter") for way in ways]
    for made, way in zip(buttons, ways, strict=True):
        made.clicked.connect(lambda _checked=False, way=way: way.open())
    return [_at_the_start(stack(buttons, gap=8)[0])] if buttons else []


def _links(heading: str, targets: tuple[tuple[str, str], ...], action: Opens) -> QWidget:
    links, _layout = stack([label(heading, "subheading"), *(_link(words, action, id_) for id_, words in targets)])
    links.setObjectName("close-links")
    return links


def _link(words: str, action: Opens, target: str) -> QWidget:
    made = WrappingButton(str(words), "link")
    made.clicked.connect(lambda: action(target))
    return stack([made, dutch_below(words)])[0] if isinstance(words, Told) else made


def _at_the_start(part: QWidget) -> QWidget:
    """As wide as its words only."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(part, 0, Qt.AlignmentFlag.AlignLeading)
    return holder


def line() -> QFrame:
    """A thin line between parts."""
    made = QFrame()
    made.setObjectName("line")
    return made
