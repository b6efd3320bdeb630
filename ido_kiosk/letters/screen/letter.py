"""Fill in one letter: the visitor types, the volunteer points; everything may stay empty for the pen."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from ido_kiosk.base.language import _, ngettext
from ido_kiosk.letters import service
from ido_kiosk.letters.screen.beside import FormAndPaper, Sight
from ido_kiosk.letters.screen.form import Form, Shelf
from ido_kiosk.letters.service import OWN, WHOLE, Draft, Letter
from ido_kiosk.qt.announce import announce
from ido_kiosk.qt.layouts import Screen, WrappingRow, box, button, label, page, stack, swap


class LetterScreen(Screen):
    """One letter.

    Signals: ``draft_changed`` (Draft: what is filled in now), ``paper_requested`` (Draft in which nothing is wrong),
    ``guide_requested`` (id), ``closed``.
    """

    draft_changed = Signal(object)
    paper_requested = Signal(object)
    guide_requested = Signal(str)
    closed = Signal()

    def __init__(self, letter: Letter, draft: Draft, shelf: Shelf, sight: Sight) -> None:
        super().__init__()
        self._letter, self._shelf = letter, shelf
        self._draft = draft
        self._choices: list[QPushButton] = []
        self._area, self._column = page()
        title = letter.title.said(shelf.translate)
        self._column.addWidget(label(_("Brief"), "kicker"))
        self._column.addWidget(label(title, "title"))
        self._column.addWidget(label(letter.summary.said(shelf.translate)))
        self._summary = QWidget()
        self._summary.hide()
        self._column.addWidget(self._summary)
        self._column.addWidget(_how_it_goes())
        if len(letter.organisations) > 1:
            self._column.addWidget(self._chooser())
        self._form = self._fresh_form()
        self._column.addWidget(self._form)
        if shelf.guides:
            self._column.addWidget(self._guide_links())
        for part in (self._look_button(), self._way_back()):
            self._column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addStretch(1)
        self._both = FormAndPaper(self._area, sight)
        self._both.print_requested.connect(self._check)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._both)
        self.setAccessibleName(title)
        self._both.follow(self._draft)

    def focus_first(self) -> None:
        """Put the focus on the first choice or field."""
        if self._choices and not self._draft.organisation:
            self._choices[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(self._form, Form):
            first = next(iter(self._form.fields.values()))
            first.focus()

    def wipe(self) -> None:
        """Nothing of what was typed stays in this screen."""
        self._draft = Draft(self._letter.id, "")
        if isinstance(self._form, Form):
            self._form.wipe()
        self._both.paper.clear()
        self._show_summary({})

    def _chooser(self) -> QWidget:
        group = QButtonGroup(self)
        question = _("Aan wie schrijft u?")
        for code in self._letter.organisations:
            words = self._organisation(code)
            made = button(words)
            made.setCheckable(True)
            made.setChecked(code == self._draft.organisation)
            made.setAccessibleName(f"{question} {words}")
            made.clicked.connect(lambda _checked=False, code=code: self._choose(code))
            group.addButton(made)
            self._choices.append(made)
        return stack([label(question, "heading"), WrappingRow(self._choices)], gap=8)[0]

    def _organisation(self, code: str) -> str:
        if code == OWN:
            return _("Een andere organisatie")
        name = self._shelf.organisations[code].called.said(self._shelf.translate)
        return name[:1].upper() + name[1:]

    def _choose(self, code: str) -> None:
        """Another organisation: what is filled in stays, as far as it is asked there too."""
        draft = self._form.draft() if isinstance(self._form, Form) else self._draft
        if code == draft.organisation:
            return
        self._draft = Draft(draft.letter, code, draft.values)
        self._form = swap(self._column, self._form, self._fresh_form())
        self._form.show()
        if isinstance(self._form, Form):
            self._keep(self._form.draft())

    def _fresh_form(self) -> QWidget:
        """The form; nothing until it is known to whom."""
        if not self._draft.organisation:
            return QWidget()
        made = Form(self._letter, self._draft, self._shelf)
        made.changed.connect(self._keep)
        return made

    def _keep(self, draft: Draft) -> None:
        self._draft = draft
        self._both.follow(draft)
        self.draft_changed.emit(draft)

    def _look_button(self) -> QPushButton:
        made = button(_("Bekijk en print de brief"), "primary", "printer", key="Ctrl+P")
        made.clicked.connect(self._check)
        return made

    def _guide_links(self) -> QWidget:
        """The ways to do it without a letter; what is typed stays."""
        links = [button(title, "link") for _id, title in self._shelf.guides]
        for made, (id_, _title) in zip(links, self._shelf.guides, strict=True):
            made.clicked.connect(lambda _checked=False, id_=id_: self.guide_requested.emit(id_))
        return stack([label(_("Gids bij deze brief"), "subheading"), *links])[0]

    def _way_back(self) -> QPushButton:
        made = button(_("Terug"), "", "back", key="Esc")
        made.clicked.connect(self.closed)
        return made

    def _check(self) -> None:
        """Go on to the paper, or say what must change first."""
        found = service.problems(self._letter, self._draft)
        fields = self._form.fields if isinstance(self._form, Form) else {}
        for id_, part in fields.items():
            part.show_problem(found.get(id_, ""))
        self._show_summary(found)
        if found:
            self._both.show_form()
        else:
            self.paper_requested.emit(self._draft)

    def _show_summary(self, found: dict[str, str]) -> None:
        """All that is wrong on top, each with the way to its field, and the focus there."""
        fresh = QWidget()
        links: list[QPushButton] = []
        if found:
            count = ngettext("Verbeter nog {number} ding.", "Verbeter nog {number} dingen.", len(found))
            heading = count.format(number=len(found))
            fresh, inside = box("error")
            inside.addWidget(label(heading, "heading"))
            links = [self._link(id_, problem) for id_, problem in found.items()]
            for link in links:
                inside.addWidget(link)
            links[0].setAccessibleDescription(heading)
            announce(self, heading)
        self._summary = swap(self._column, self._summary, fresh)
        self._summary.setVisible(bool(found))
        if links:
            self._area.verticalScrollBar().setValue(0)
            QTimer.singleShot(0, links[0], lambda: links[0].setFocus(Qt.FocusReason.OtherFocusReason))

    def _link(self, id_: str, problem: str) -> QPushButton:
        part = self._form.fields.get(id_) if isinstance(self._form, Form) else None
        if part is None or id_ == WHOLE:
            made = button(problem, "link")
            made.clicked.connect(self._focus_choices)
            return made
        made = button(f"{part.asked.words}: {problem}", "link")
        made.clicked.connect(part.focus)
        return made

    def _focus_choices(self) -> None:
        if self._choices:
            self._choices[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _how_it_goes() -> QWidget:
    frame, inside = box("information")
    inside.addWidget(
        label(_("De bezoeker typt zelf. Alles mag leeg blijven: dan komt er een stippellijn voor de pen."))
    )
    inside.addWidget(label(_("Alles wat u typt, verdwijnt na dit bezoek. Typ nooit uw burgerservicenummer."), "small"))
    return frame
