"""A letter that is ready, on paper for one kind of envelope."""

from ido_kiosk.base import pdf
from ido_kiosk.base.pdf.letter_sheet import Blank, Frame, LetterSheet, Line
from ido_kiosk.letters.content.envelope import MOST_OFFSET, Envelope
from ido_kiosk.letters.service import SENDER_HINTS, Dots, Ready

# The words of the letter are Dutch in every language of the screens, so they are no screen words.
_SUBJECT, _REFERENCE, _BSN, _NAME = "Betreft: {subject}", "Uw kenmerk:", "Burgerservicenummer:", "Naam:"
_ENCLOSURE, _ENCLOSURES = "Bijlage:", "Bijlagen:"
_GAP = "..."
_COPY = "Kopie voor uzelf"


def letter_pdf(ready: Ready, profile: Envelope, offset_mm: tuple[float, float] = (0, 0), copy: bool = False) -> bytes:
    """The letter as a tagged PDF; with ``copy`` it says that it is the visitor's own.

    ``offset_mm`` moves the address to the right and down, for the desk's own make of envelope. Raises AddressError
    where the address does not fit in the window, MissingCharacterError and RightToLeftError; ValueError for an offset
    over 10 mm.
    """
    return pdf.make_letter(_sheet(ready, _COPY if copy else ""), frame(profile, offset_mm))


def frame(profile: Envelope, offset_mm: tuple[float, float]) -> Frame:
    """What the envelope asks of the sheet; raises ValueError for an offset over 10 mm."""
    if max(map(abs, offset_mm)) > MOST_OFFSET:
        raise ValueError(offset_mm)
    return Frame(profile.address.moved(*offset_mm), profile.reach.moved(*offset_mm), profile.folds)


def _sheet(ready: Ready, mark: str) -> LetterSheet:
    subject = _SUBJECT.format(subject=ready.subject)
    hints = [f"{hint}:" for hint in SENDER_HINTS]
    return LetterSheet(
        title=subject,
        sender=tuple(line or Blank(hint) for line, hint in zip(ready.sender, hints, strict=True)),
        address=tuple(line or Blank() for line in ready.address),
        place_and_day=ready.place_and_day,
        notes=tuple(_notes(ready)),
        subject=subject,
        salutation=ready.salutation,
        paragraphs=tuple(
            Blank(part.label, part.lines) if isinstance(part, Dots) else part for part in ready.paragraphs
        ),
        closing=ready.closing,
        signature=ready.signature or Blank(_NAME),
        enclosures_heading=_ENCLOSURE if len(ready.enclosures) == 1 else _ENCLOSURES,
        enclosures=ready.enclosures,
        running_head=" \u00b7 ".join(
            part for part in (ready.signature, ready.place_and_day, subject) if _is_whole(part)
        ),
        mark=mark,
    )


def _is_whole(text: str) -> bool:
    """Whether there is nothing to be written in it by hand."""
    return bool(text) and _GAP not in text


def _notes(ready: Ready) -> list[Line]:
    notes: list[Line] = []
    if ready.reference is not None:
        notes.append(f"{_REFERENCE} {ready.reference}" if ready.reference else Blank(_REFERENCE))
    if ready.asks_bsn:
        notes.append(Blank(_BSN))
    return notes
