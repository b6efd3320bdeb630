"""What is the matter with a printer, in words, and the wait until a sheet is out."""

import time
from collections.abc import Callable, Iterable

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.qt import background

SECONDS_BETWEEN_LOOKS = 0.25
SECONDS = 60
SECONDS_IN_TROUBLE = 180
"""Who has heard that the paper is out needs time to fill it."""

Tell = Callable[[str], None]
"""Is called from the background with what the desk should know now; empty when all goes well again."""
Look = Callable[[], tuple[bool, Iterable[str]]]
"""Whether the sheet has left, and the reasons that the printer gives for its state (RFC 8011, 5.4.12)."""


class PrintError(DeskError):
    """The sheet is not on paper; the text says in plain Dutch why and what to do."""


def failure() -> PrintError:
    """The print system or the printer refused, and did not say why."""
    return PrintError(
        _("Printen is niet gelukt. Controleer of de printer aan staat en papier heeft. Probeer het dan opnieuw.")
    )


def gone() -> PrintError:
    """There is no printer of that name."""
    return PrintError(_("Deze printer is er niet meer. Kies een andere printer."))


def silent() -> PrintError:
    """The printer does nothing, and does not say why."""
    return PrintError(
        _("De printer antwoordt niet. Zet de printer aan en kijk of er papier is. Print het blad dan opnieuw.")
    )


def unsure() -> PrintError:
    """The printer may still have the sheet, and does not say that it is taken back."""
    return PrintError(
        _(
            "De kiosk weet niet of het blad nog uit de printer komt. Kijk eerst bij de printer. "
            "Ligt het er niet? Zet de printer uit en weer aan. Print het blad dan opnieuw."
        )
    )


def trouble(reasons: Iterable[str]) -> str:
    """What someone has to do at the printer; empty when there is nothing."""
    known = {reason.removesuffix("-error").removesuffix("-warning") for reason in reasons}
    found = (words for names, words in _remedies() if known & names)
    return next(found, "")


def _remedies() -> list[tuple[set[str], str]]:
    return [
        ({"media-jam"}, _("Het papier zit vast in de printer. Haal het eruit.")),
        ({"media-empty", "media-needed"}, _("Het papier in de printer is op. Vul het bij.")),
        ({"input-tray-missing"}, _("De la met papier zit niet in de printer. Schuif hem erin.")),
        ({"cover-open", "door-open", "interlock-open"}, _("De printer staat open. Doe hem dicht.")),
        ({"toner-empty", "marker-supply-empty"}, _("De inkt van de printer is op. Vraag de beheerder om hulp.")),
        ({"output-area-full"}, _("Er liggen te veel bladen in de printer. Haal ze weg.")),
        ({"paused", "moving-to-paused"}, _("De printer staat op pauze. Zet hem weer aan.")),
        ({"offline", "shutdown", "timed-out"}, _("De printer staat uit. Zet hem aan.")),
    ]


def wait_until_out(look: Look, cancel: Callable[[], None], tell: Tell) -> None:
    """Wait until a sheet has left, and tell what someone has to do meanwhile.

    Raises PrintError when that takes too long; the job is cancelled then: no sheet comes out later, with nobody there.
    ``cancel`` raises a PrintError of its own where it cannot say so.
    """
    told, until = "", time.monotonic() + SECONDS
    while time.monotonic() < until:
        is_out, reasons = look()
        if is_out:
            return
        if (said := trouble(reasons)) != told:
            told, until = said, time.monotonic() + (SECONDS_IN_TROUBLE if said else SECONDS)
            tell(said)
        if background.ending.wait(SECONDS_BETWEEN_LOOKS):
            return
    cancel()
    raise PrintError(f"{told} {_('Print het blad dan opnieuw.')}") if told else silent()
