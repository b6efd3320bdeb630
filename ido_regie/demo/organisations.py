"""The municipalities, libraries, desks and logins of a first start and of the demo."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from ido_regie import clock
from ido_regie.demo.deliveries import deliver_years
from ido_regie.demo.questions import Busy
from ido_regie.organisations.accounts import make_account
from ido_regie.organisations.enrolment import VALID_FOR, give_code, new_desk
from ido_regie.organisations.models import Account, Desk, Library, Location, Municipality, Role
from ido_regie.report.models import ReportText
from ido_regie.signals.models import Signal

LOGIN = "demo"
HERE, NEIGHBOUR, FAR = "Gemeente Voorbeeld", "Gemeente Anders", "Gemeente Verderop"
LIBRARY, REGION, SMALL = "Bibliotheek Voorbeeld", "Bibliotheek Streek", "Bibliotheek Verderop"
POPULATIONS = {HERE: (48_200, 1_500), NEIGHBOUR: (21_900, 400), FAR: (12_400, None)}
"""Made-up inhabitants and yearly goals."""
DESKS = (
    (HERE, LIBRARY, "Centrum", "Balie 1", "Binnenstad", False, Busy(22, (0, 1, 2, 3, 4, 5))),
    (HERE, LIBRARY, "Centrum", "Balie 2", "Binnenstad", False, Busy(9, (1, 3, 5))),
    (HERE, LIBRARY, "Noord", "Balie 1", "Noord", False, Busy(6, (1, 4))),
    (HERE, LIBRARY, "Dorpshuis", "Balie 1", "Kerkdorp", True, Busy(2, (2,))),
    (HERE, REGION, "Buurthuis Zuid", "Balie 1", "Zuid", True, Busy(4, (0, 3), silent_days=26)),
    (NEIGHBOUR, REGION, "Anders", "Balie 1", "", False, Busy(12, (0, 2, 4))),
    (NEIGHBOUR, REGION, "Anders-West", "Balie 1", "", False, Busy(2, (3,))),
    (FAR, SMALL, "Verderop", "Balie 1", "", False, Busy(5, (1, 4))),
    (FAR, SMALL, "Bibliobus", "Balie 1", "", True, Busy(1, (2,))),
)
MADE_UP = (
    "Dit is een voorbeeld. De vragen zijn verzonnen. "
    "Regie bootst in grote lijnen na welke aantallen een balie mag sturen. "
    "De kiosk zelf heeft daar preciezere regels voor."
)
"""What the demo says of itself, at its start and in its report (``demo.release`` says what differs)."""
LOGINS = (
    ("coordinator", Role.COORDINATOR),
    ("lezer", Role.READER),
    ("landelijk", Role.NATIONAL),
    ("beheer", Role.ADMINISTRATOR),
)


@dataclass(frozen=True)
class Begun:
    """What someone needs to get in and to enrol a desk; passwords only when they were made just now."""

    municipality: str
    login: str
    password: str | None
    others: tuple[tuple[str, str], ...]
    desk: str
    code: str
    days_valid: int


def begin(name: str, login: str = LOGIN) -> Begun:
    """A municipality with a library, a location, a login and a desk; makes what is missing, and always a fresh code.

    Codes are kept as a hash, so an old one cannot be shown again.
    """
    municipality, _ = Municipality.objects.get_or_create(name=name)
    library, _ = Library.objects.get_or_create(name=f"Bibliotheek {name.removeprefix('Gemeente ')}")
    location, _ = Location.objects.get_or_create(municipality=municipality, library=library, name="Centrum")
    password = make_account(login, municipality) if not Account.objects.filter(login=login).exists() else None
    desk = Desk.objects.filter(location=location, public_key="", revoked_on=None).first() or new_desk(location)
    code, _ = give_code(desk)
    return Begun(municipality.name, login, password, (), str(desk), code, VALID_FOR.days)


def prepare_demo() -> Begun:
    """The municipality of the demo with its neighbours, their desks, two years of questions, and a login of each role.

    The years are made once, up to the day of the first start.
    """
    if not Desk.objects.exists():
        with transaction.atomic():
            _fill()
    others = tuple((login, password) for login, role in LOGINS if (password := _login(login, role)) is not None)
    begun = begin(HERE)
    return Begun(
        begun.municipality, begun.login, begun.password, others, begun.desk, begun.code, begun.days_valid
    )  # fmt: skip


def _fill() -> None:
    """The organisations of the demo and what their desks delivered."""
    today = clock.today()
    for place, organisation, where, name, district, outside, busy in DESKS:
        municipality = _municipality(place, today)
        library, _ = Library.objects.get_or_create(name=organisation)
        location, _ = Location.objects.get_or_create(
            municipality=municipality, library=library, name=where,
            defaults={"district": district, "outside": outside, "opening_hours": busy.hours},
        )  # fmt: skip
        deliver_years(Desk.objects.create(location=location, name=name), busy, today)
    _signal(today)
    ReportText.objects.create(municipality=Municipality.objects.get(name=HERE), period=str(today.year), noticed=MADE_UP)


def _municipality(name: str, today: date) -> Municipality:
    population, goal = POPULATIONS[name]
    values = {"population": population, "population_on": date(today.year, 1, 1), "yearly_goal": goal}
    return Municipality.objects.get_or_create(name=name, defaults=values)[0]


def _signal(today: date) -> None:
    """A signal in words, as an example."""
    Signal.objects.create(
        municipality=Municipality.objects.get(name=HERE), cause="DIG", organisation="GEM",
        period=str(today.year - 1), written_on=today,
        text="Een afspraak maken kan bij onze gemeente alleen nog met internet. Wie dat niet kan, komt naar de balie. "
        "Een telefoonnummer op de uitnodiging zou veel helpen.",
    )  # fmt: skip


def _login(login: str, role: Role) -> str | None:
    """A login of a role, in the municipality or library of the demo; its password when it was made just now."""
    if Account.objects.filter(login=login).exists():
        return None
    municipality = Municipality.objects.get_or_create(name=HERE)[0] if role == Role.READER else None
    library = Library.objects.get_or_create(name=LIBRARY)[0] if role == Role.COORDINATOR else None
    return make_account(login, municipality, role, library)
