"""A card with its Dutch below each text, for a volunteer who cannot read the visitor's language at all."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from ido_kiosk.base import language
from ido_kiosk.base.blocks import Block, Small, paired
from ido_kiosk.finding.service.cards import Card, Part
from ido_kiosk.guides.service import Translate


def card_on_screen(make: Callable[[Translate], Card]) -> Card:
    """The card that ``make`` gives, in the language that is spoken now; as a page of a guide, beside its Dutch.

    What only the volunteer reads is Dutch there. Numbers and small print are known without.
    """
    shown = make(language.content)
    if language.is_native_read() or language.is_followed():
        return shown
    with language.speaking(language.SOURCE):
        dutch = make(lambda _context, text: text)
    parts = [_beside(part, other) for part, other in zip(shown.parts, dutch.parts, strict=True)]
    return replace(shown, title=paired(shown.title, dutch.title), parts=parts)


def _beside(part: Part, dutch: Part) -> Part:
    return dutch if part.for_volunteer else replace(part, blocks=_blocks(part.blocks, dutch.blocks))


def _blocks(blocks: Sequence[Block], dutch: Sequence[Block]) -> list[Block]:
    return [
        block if isinstance(block, Small) else paired(block, other) for block, other in zip(blocks, dutch, strict=True)
    ]
