"""Something to try regie with: a municipality, a library, a location, a desk and a login."""

from dataclasses import dataclass

from ido_regie.organisations.accounts import make_account
from ido_regie.organisations.enrolment import VALID_FOR, give_code, new_desk
from ido_regie.organisations.models import Account, Desk, Library, Location, Municipality

LOGIN = "demo"


@dataclass(frozen=True)
class Demo:
    """What someone needs to try regie; the password only when it was made just now."""

    municipality: str
    login: str
    password: str | None
    desk: str
    code: str
    days_valid: int


def prepare_demo() -> Demo:
    """Make what is missing, and always a fresh code: codes are kept as a hash, so an old one cannot be shown again."""
    municipality, _ = Municipality.objects.get_or_create(name="Gemeente Voorbeeld")
    library, _ = Library.objects.get_or_create(name="Bibliotheek Voorbeeld")
    location, _ = Location.objects.get_or_create(municipality=municipality, library=library, name="Centrum")
    password = None
    if not Account.objects.filter(login=LOGIN).exists():
        password = make_account(LOGIN, municipality)
    desk = Desk.objects.filter(location=location, public_key="", revoked_on=None).first() or new_desk(location)
    code, _ = give_code(desk)
    return Demo(municipality.name, LOGIN, password, str(desk), code, VALID_FOR.days)
