"""Say what a question was: its topic, how it ended, and by way of exception all the rest; one key a choice."""

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from ido_kiosk.base import language
from ido_kiosk.base.language import _
from ido_kiosk.qt.choosing import Choice, ChoiceScreen, Section
from ido_kiosk.qt.layouts import Screen
from ido_kiosk.window.parts import Parts

if TYPE_CHECKING:  # with it comes the database, and a kiosk shows its window before that
    from ido_kiosk.questions.service import Asked

MOST_OFTEN = 9
"""One a number key."""
OFTEN_OVER = timedelta(days=90)
"""What this desk is asked most, is counted over so long, up to yesterday: the keys stay the same all day."""


class QuestionWays(msgspec.Struct, frozen=True):
    """What the screens can ask of the window."""

    open: Callable[[Callable[[], Screen]], None]
    back: Callable[[], None]
    show_again: Callable[[], None]
    """Makes the present screen anew."""
    refer: Callable[["Target"], None]
    """Opens the screen to choose to whom the visitor goes."""
    find_topics: Callable[[str], Sequence[str]]
    """Gives the topics that fit typed words, best first."""


class Target(msgspec.Struct, frozen=True):
    """A question that is being said: one that is proposed, or one that stands in the log."""

    asked: Callable[[], "Asked | None"]
    """What it is now; None when it is gone."""
    save: Callable[["Asked"], None]
    done: Callable[[], None]
    """Leaves it: how it ended was said, and nothing more is asked."""
    is_of_visit: bool = False
    """Whether this visit proposes it: what is printed for it is help that this visit gave."""


class QuestionScreens(QObject):
    """Makes the screens. Signal: ``gone`` (the question that was to be said is not there any more)."""

    gone = Signal()

    def __init__(self, parts: Parts, ways: QuestionWays) -> None:
        super().__init__()
        self._parts = parts
        self._ways = ways

    def topics(self, chosen: Callable[[str], None], often_first: bool) -> Screen:
        """What this desk is asked most, and the themes; ``often_first``: the number keys are for the former."""
        often = Section(_("Vaak gekozen (F3)"), self._topic_choices(self.often(), chosen))
        themes = [
            Choice(self.say("themas", theme), partial(self._ways.open, partial(self._theme, theme, chosen)))
            for theme in self._parts.codes.themes
        ]
        by_theme = Section(_("Thema's (F2)"), themes)
        return self._screen(
            _("Waar ging de vraag over?"),
            _("Kies met de muis of met het cijfer. Of typ een woord."),
            [often, by_theme] if often_first else [by_theme, often],
            find=lambda typed: self._topic_choices(self._ways.find_topics(typed), chosen),
        )

    def _theme(self, theme: str, chosen: Callable[[str], None]) -> Screen:
        topics = [topic.code for topic in self._parts.codes.topics_of(theme)]
        return self._screen(self.say("themas", theme), _by_number(), [Section("", self._topic_choices(topics, chosen))])

    def _topic_choices(self, topics: Iterable[str], chosen: Callable[[str], None]) -> list[Choice]:
        return [Choice(self.say("onderwerpen", topic), partial(chosen, topic)) for topic in topics]

    def often(self) -> list[str]:
        """What this desk is asked most: the topics of the last months, filled up with the first one of each theme."""
        from ido_kiosk.questions import service as questions

        codes, yesterday = self._parts.codes, self._parts.today() - timedelta(days=1)
        used = [code for code in questions.most_used_topics(yesterday - OFTEN_OVER, yesterday) if code in codes.topics]
        firsts = [codes.topics_of(theme)[0].code for theme in codes.themes if codes.topics_of(theme)]
        return list(dict.fromkeys([*used, *firsts]))[:MOST_OFTEN]

    def ending(self, target: Target, more: Sequence[Choice] = ()) -> Screen:
        """How it ended, by one key; below it all that is said by way of exception, and ``more``."""
        asked = target.asked()
        if asked is None:
            return self._nothing(target)
        results = [
            Choice(self.say("resultaten", code), partial(self._end, target, code), code == asked.result)
            for code in self._parts.codes.results
        ]
        return self._screen(
            _("Hoe liep het af?"),
            self.say("onderwerpen", asked.topic),
            [Section("", results), Section(_("Anders dan gewoon?"), [*self._exceptions(target, asked), *more])],
            back=target.done,
        )

    def _end(self, target: Target, result: str) -> None:
        """Keep how it ended; a signal is asked only where it says something (design § 7)."""
        from ido_kiosk.questions import service as questions

        asked = self._changed(target, result=result)
        if asked is not None and questions.asks_signal(self._parts.codes, asked):
            self._ways.open(lambda: self._signal(target))
        else:
            target.done()

    def _signal(self, target: Target) -> Screen:
        def choose(code: str) -> None:
            self._changed(target, signals=(code,) if code else ())
            target.done()

        signals = [
            Choice(self.say("signalen", code), partial(choose, code), code in _of(target.asked()))
            for code in self._parts.codes.signals
        ]
        none = Choice(_("Geen signaal"), partial(choose, ""))
        explanation = _("Wat was de oorzaak bij de overheid? Dit gaat zonder naam naar de gemeente.")
        return self._screen(_("Welk signaal?"), explanation, [Section("", signals, none)], back=target.done)

    def _exceptions(self, target: Target, asked: "Asked") -> list[Choice]:
        """What usually follows from the topic, with what it is now."""
        from ido_kiosk.questions import service as questions

        whole = questions.filled_in(self._parts.codes, asked)
        rows: list[tuple[str, str, Callable[[], None]]] = [
            (_("Onderwerp"), self.say("onderwerpen", asked.topic), partial(self._open, self._other_topic, target)),
            (_("Hulp"), self._list("hulp", whole.helped), partial(self._open, self._help, target)),
            (_("Doorverwezen"), self._list("verwijzingen", whole.referrals), partial(self._ways.refer, target)),
            (_("Signaal"), self._list("signalen", whole.signals), partial(self._open, self._signals, target)),
            (_("Soort vraag"), self.say("soorten", whole.kind), partial(self._open, self._kind, target)),
            (_("Organisatie"), self._organisation(whole.organisation), partial(self._open, self._body, target)),
            (_("Waar"), self.say("kanalen", whole.channel), partial(self._open, self._channel, target)),
        ]
        return [
            Choice(_("{name}: {value}").format(name=name, value=value or _("geen")), action)
            for name, value, action in rows
        ]

    def _open(self, make: Callable[[Target], Screen], target: Target) -> None:
        self._ways.open(partial(make, target))

    def _other_topic(self, target: Target) -> Screen:
        from ido_kiosk.questions import service as questions

        def choose(topic: str) -> None:
            asked = target.asked()
            if asked is not None:
                target.save(questions.about(self._parts.codes, topic, asked))
            target.done()

        return self.topics(choose, often_first=False)

    def _help(self, target: Target) -> Screen:
        return self._several(target, _("Welke hulp gaf u?"), "hulp", "helped", list(self._parts.codes.help))

    def _signals(self, target: Target) -> Screen:
        return self._several(target, _("Welk signaal?"), "signalen", "signals", list(self._parts.codes.signals))

    def _several(self, target: Target, title: str, name: str, field: str, codes: list[str]) -> Screen:
        """A list of which more than one may hold; each key turns one on or off."""
        from ido_kiosk.questions import service as questions

        asked = target.asked()
        held = getattr(questions.filled_in(self._parts.codes, asked), field) if asked else ()

        def turn(code: str) -> None:
            turned = tuple(each for each in held if each != code) if code in held else (*held, code)
            self._changed(target, **{field: turned})
            self._ways.show_again()

        choices = [Choice(self.say(name, code), partial(turn, code), code in held) for code in codes]
        ready = Choice(_("Klaar"), self._ways.back)
        return self._screen(title, _("Meer mag. Kies nog eens om uit te zetten."), [Section("", choices, ready)])

    def _kind(self, target: Target) -> Screen:
        kinds = [(code, self.say("soorten", code)) for code in self._parts.codes.kinds]
        return self._one(target, _("Welke soort vraag?"), "kind", kinds)

    def _channel(self, target: Target) -> Screen:
        channels = [(code, self.say("kanalen", code)) for code in self._parts.codes.channels]
        return self._one(target, _("Waar hielp u?"), "channel", channels)

    def _body(self, target: Target) -> Screen:
        bodies = [(code, self._organisation(code)) for code in self._parts.codes.organisations]
        return self._one(target, _("Over welke organisatie?"), "organisation", bodies)

    def _one(self, target: Target, title: str, field: str, codes: Sequence[tuple[str, str]]) -> Screen:
        """A list of which one holds; typing a word shows what fits it."""
        from ido_kiosk.questions import service as questions

        asked = target.asked()
        held = getattr(questions.filled_in(self._parts.codes, asked), field) if asked else ""

        def choose(code: str) -> None:
            self._changed(target, **{field: code})
            self._ways.back()

        choices = [Choice(words, partial(choose, code), code == held) for code, words in codes]
        return self._screen(title, _by_number(), [Section("", choices)], find=partial(_fitting, choices))

    def _changed(self, target: Target, **fields: object) -> "Asked | None":
        """Save the question with these fields; gives what it is now, None when it is gone."""
        asked = target.asked()
        if asked is None:
            self.gone.emit()
            return None
        target.save(replace(asked, **fields))
        return target.asked()

    def _nothing(self, target: Target) -> Screen:
        explanation = _("Er is niets om vast te leggen. Open een gids of kies zelf een onderwerp.")
        return self._screen(_("Hoe liep het af?"), explanation, [], back=target.done)

    def _screen(
        self,
        title: str,
        explanation: str,
        sections: Sequence[Section],
        find: Callable[[str], Sequence[Choice]] | None = None,
        back: Callable[[], None] | None = None,
    ) -> Screen:
        screen = ChoiceScreen(title, explanation, sections, find)
        screen.closed.connect(back or self._ways.back)
        return screen

    def _list(self, name: str, codes: Iterable[str]) -> str:
        return ", ".join(self.say(name, code) for code in codes)

    def _organisation(self, code: str) -> str:
        body = self._parts.library.organisations.get(code)
        return body.label.said(language.content) if body else code

    def say(self, code_list: str, code: str) -> str:
        """The words of a code in the present language."""
        return self._parts.codes.say(code_list, code, language.content)


def _fitting(choices: Sequence[Choice], typed: str) -> list[Choice]:
    """The choices with a word that begins with what was typed."""
    start = typed.casefold()
    return [each for each in choices if any(word.startswith(start) for word in each.words.casefold().split())]


def _of(asked: "Asked | None") -> tuple[str, ...]:
    return asked.signals if asked else ()


def _by_number() -> str:
    return _("Kies met de muis of met het cijfer.")
