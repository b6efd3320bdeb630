"""A question that this visit proposes, as something to be said on the screens."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from ido_kiosk.visit.service import Visit
from ido_kiosk.window.question_screens import Target

if TYPE_CHECKING:
    from ido_kiosk.questions.service import Asked


def proposal(visit: Visit, topic: str, changed: Callable[[], None], done: Callable[[], None]) -> Target:
    """The question about a topic; ``changed`` is called after each change, also when it is about another topic now."""
    about = [topic]

    def save(asked: "Asked") -> None:
        visit.become(about[0], asked)
        about[0] = asked.topic
        changed()

    return Target(asked=lambda: visit.proposals.get(about[0]), save=save, done=done, is_of_visit=True)
