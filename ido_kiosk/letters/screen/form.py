"""The form of a letter to one organisation: its fields in sections, the term and the address."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.letters import service
from ido_kiosk.letters.screen import asking
from ido_kiosk.letters.screen.fields import Asked, FieldPart
from ido_kiosk.letters.service import ADDRESS, Draft, Facts, Letter, Organisations
from ido_kiosk.qt.block_view import block_view
from ido_kiosk.qt.layouts import box, label, swap
from ido_shared.content.wording import Translate


class Shelf(msgspec.Struct, frozen=True):
    """What a letter may name, as it is today and in the language that is spoken."""

    facts: Facts
    organisations: Organisations
    today: date
    translate: Translate
    guides: Sequence[tuple[str, str]] = ()
    """Id and title of the guides that go with the letter."""


class Form(QWidget):
    """Signal: ``changed`` (Draft: what is filled in now)."""

    changed = Signal(object)

    def __init__(self, letter: Letter, draft: Draft, shelf: Shelf) -> None:
        super().__init__()
        self._letter, self._shelf = letter, shelf
        self._organisation = draft.organisation
        self.fields: dict[str, FieldPart] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._build_term(draft)
        self._add_heading(_("Over u"))
        self._ask(asking.sender_questions(letter), draft)
        questions = asking.letter_questions(letter, draft.organisation, shelf.translate)
        has_dots = asking.has_dotted_reference(letter, draft.organisation)
        if questions or has_dots:
            self._add_heading(_("Over uw vraag"))
            self._ask(questions, draft)
        if has_dots:
            self._add_dotted_reference()
        self._add_heading(_("Het adres"))
        self._ask([asking.address_question()], draft)
        self._build_address(draft)

    def draft(self) -> Draft:
        """What is filled in now."""
        values = {id_: part.value() for id_, part in self.fields.items() if id_ != ADDRESS and part.value()}
        lines = tuple(line for line in self.fields[ADDRESS].value().splitlines() if line.strip())
        return Draft(self._letter.id, self._organisation, values, lines)

    def wipe(self) -> None:
        """Nothing of what was typed stays, nor a step to bring it back; nobody is told."""
        self.blockSignals(True)
        for part in self.fields.values():
            part.empty()

    def _add_heading(self, words: str) -> None:
        self._column.addWidget(label(words, "heading"))

    def _ask(self, questions: Sequence[Asked], draft: Draft) -> None:
        for asked in questions:
            value = "\n".join(draft.address) if asked.id == ADDRESS else draft.values.get(asked.id, "")
            part = FieldPart(asked, value)
            part.changed.connect(partial(self._changed, asked.id))
            self.fields[asked.id] = part
            self._column.addWidget(part)

    def _build_term(self, draft: Draft) -> None:
        """The term stands on top: it decides whether the letter is for today."""
        self._term = self._term_view(draft)
        if self._term is not None:
            self._column.addWidget(self._term)
        self._ask(asking.term_questions(self._letter, self._organisation, self._shelf.translate), draft)

    def _term_view(self, draft: Draft) -> QWidget | None:
        shelf = self._shelf
        at = (self._letter, draft, shelf.facts, shelf.organisations, shelf.today)
        blocks = list(service.term_blocks(*at, shelf.translate))
        return block_view(blocks) if blocks else None

    def _show_term(self, fresh: QWidget | None) -> None:
        if self._term is not None and fresh is not None:
            self._term = swap(self._column, self._term, fresh)
            self._term.show()

    def _add_dotted_reference(self) -> None:
        frame, inside = box("information")
        inside.addWidget(
            label(
                _(
                    "Het kenmerk van uw brief typt u hier niet: uw burgerservicenummer kan erin staan. "
                    "Op de brief komt een stippellijn. Daar schrijft u het met de pen."
                )
            )
        )
        self._column.addWidget(frame)

    def _build_address(self, draft: Draft) -> None:
        self._ours = self._address_view(draft)
        self._column.addWidget(self._ours)

    def _address_view(self, draft: Draft) -> QWidget:
        """The address that goes on the letter as it is now, and where it is from."""
        shelf = self._shelf
        at = (self._letter, draft, shelf.facts, shelf.organisations, shelf.today)
        lines = [" ".join(line.split()) or "………………" for line in service.address(*at)]
        frame, inside = box("neutral")
        inside.addWidget(label(_("Dit adres komt op de brief:")))
        inside.addWidget(label("\n".join(lines)))
        inside.addWidget(label(service.address_remark(*at, shelf.translate), "small"))
        return frame

    def _changed(self, id_: str) -> None:
        if self.signalsBlocked():
            return
        draft = self.draft()
        if id_ in (service.DECISION, service.DECIDED_ON):
            self._show_term(self._term_view(draft))
        elif id_ == ADDRESS:
            self._ours = swap(self._column, self._ours, self._address_view(draft))
            self._ours.show()
        self.changed.emit(draft)
